import Negotiation
import Sequencing
import TestSupport
import Testing

@Suite("Exposure")
struct ExposureTests {
    /// A random number from few, so that ties and zeros are common, or a range.
    private func amount(_ random: inout SplitMix64, negative: Bool = false, limit: Int = 20) -> Bounds {
        let number = { (random: inout SplitMix64) in
            Double(Int.random(in: (negative ? -limit / 2 : 0)...limit, using: &random)) / 4
        }
        let first = number(&random)
        let second = random.once(in: 2) ? first : number(&random)
        return Bounds(from: min(first, second), to: max(first, second))
    }

    private func entry(_ random: inout SplitMix64) throws -> ExposureEntry {
        let begun = random.once(in: 5) ? nil : Int.random(in: -2...30, using: &random) * 360
        let done = random.once(in: 5) ? nil : (begun ?? 0) + Int.random(in: 0...12, using: &random) * 360
        let until =
            random.once(in: 2) ? nil : (done ?? begun ?? 0) + Int.random(in: -1...20, using: &random) * 360
        let negative = random.once(in: 6)
        if random.once(in: 2) {
            return try #require(
                .own(
                    begun: begun, done: done, until: until, cost: amount(&random, negative: negative),
                    costADay: amount(&random, negative: negative, limit: 6),
                    recoverable: Bounds(from: 0.25, to: random.once(in: 2) ? 0.25 : 1)))
        }
        return try #require(
            .others(
                begun: begun, done: done, until: until, worth: amount(&random, negative: negative),
                worthADay: amount(&random, negative: negative, limit: 4),
                ifBroken: amount(&random, negative: negative), recovers: amount(&random, negative: negative)))
    }

    /// The definition, read aloud, for one end of the bounds, at a time in minutes that need not be whole.
    private func plain(_ entries: [ExposureEntry], at time: Double, greatest: Bool) -> Double {
        func up(_ bounds: Bounds) -> Double { greatest ? bounds.greatest : bounds.least }
        func down(_ bounds: Bounds) -> Double { greatest ? bounds.least : bounds.greatest }
        var sum = 0.0
        for entry in entries {
            let end = entry.until.map(Double.init) ?? .infinity
            let begun = (entry.begun ?? entry.done).map(Double.init) ?? .infinity
            let done = entry.done.map(Double.init) ?? .infinity
            let isDone = done <= time
            let days = isDone ? max(0, min(time, end) - done) / 1440 : 0
            if entry.isOwn {
                if isDone {
                    let shares = [1 - entry.recoverable.least, 1 - entry.recoverable.greatest]
                    let lost = shares.map { $0 * up(entry.cost) }
                    sum += (greatest ? lost.max() : lost.min()) ?? 0
                    sum += up(entry.costADay) * days
                }
            } else {
                if begun <= time && time < end { sum += up(entry.ifBroken) - down(entry.recovers) }
                if isDone { sum -= down(entry.worth) + down(entry.worthADay) * days }
            }
        }
        return sum
    }

    @Test(
        "The curve is the definition at every time, and its worst moment is the worst of all",
        arguments: 0..<4)
    func definition(part: UInt64) throws {
        var random = SplitMix64(seed: 70 + part)
        for number in 0..<500 {
            var entries: [ExposureEntry] = []
            for _ in 0..<Int.random(in: 0...7, using: &random) { entries.append(try entry(&random)) }
            let horizon = Int.random(in: 0...60, using: &random) * 360
            let exposure = Exposure(entries, until: horizon)
            let points = exposure.points
            #expect(points.last?.time == horizon)
            #expect(zip(points, points.dropFirst()).allSatisfy { $0.time < $1.time })
            for greatest in [false, true] {
                func end(_ bounds: Bounds) -> Double { greatest ? bounds.greatest : bounds.least }
                for point in points {
                    #expect(
                        agree(end(point.after), plain(entries, at: Double(point.time), greatest: greatest)))
                    let before = plain(entries, at: Double(point.time) - 1e-6, greatest: greatest)
                    #expect(agree(end(point.before), before, within: 1e-6))
                }
                for (left, right) in zip(points, points.dropFirst()) {
                    for _ in 0..<5 {
                        let share = random.nextShare()
                        let time = Double(left.time) + share * Double(right.time - left.time)
                        let straight = end(left.after) + share * (end(right.before) - end(left.after))
                        #expect(
                            agree(plain(entries, at: time, greatest: greatest), straight, within: 1e-9),
                            "part \(part), number \(number), minute \(time)")
                    }
                }
            }
            try check(exposure, number: number)
        }
    }

    private func check(_ exposure: Exposure, number: Int) throws {
        let worst = exposure.worst
        let first = exposure.points[0].time
        for time in stride(from: first, through: exposure.horizon, by: 60) {
            let bounds = exposure.exposure(at: time)
            #expect(bounds.greatest <= worst.exposure.greatest + 1e-9, "number \(number)")
            if time < worst.time {
                #expect(exposure.exposure(at: time).greatest <= worst.exposure.greatest + 1e-9)
            }
        }
        #expect(exposure.exposure(at: worst.time, worst.side) == worst.exposure)
        let sum = worst.contributions.reduce(Bounds.zero, +)
        #expect(agree(sum.greatest, worst.exposure.greatest) && agree(sum.least, worst.exposure.least))
        #expect(exposure.events.allSatisfy { $0.time <= exposure.horizon })
        #expect(zip(exposure.events, exposure.events.dropFirst()).allSatisfy { $0.time <= $1.time })
        if let event = worst.event {
            #expect(exposure.events.contains(event))
            #expect(worst.side == .after ? event.time == worst.time : event.time < worst.time)
        } else {
            #expect(worst.time == first && worst.side == .before && worst.exposure == 0)
        }
    }

    @Test("Who hands over first is exposed until the other has delivered")
    func fixture() throws {
        let day = 1440
        let exposure = Exposure(
            [
                try #require(
                    .own(
                        begun: 0, done: 10 * day, cost: 40, costADay: 0.5,
                        recoverable: Bounds(from: 0.25, to: 0.5))),
                try #require(
                    .others(
                        begun: 20 * day, done: 30 * day, until: 60 * day, worth: 50, worthADay: 1,
                        ifBroken: 8,
                        recovers: 3)),
            ], until: 90 * day)
        #expect(exposure.points.map { $0.time / day } == [0, 10, 20, 30, 60, 90])
        #expect(exposure.points.map(\.before.greatest) == [0, 0, 35, 45, -20, -10])
        #expect(exposure.points.map(\.after.greatest) == [0, 30, 40, -5, -25, -10])
        #expect(exposure.points.map(\.after.least).prefix(3) == [0, 20, 30])
        let worst = exposure.worst
        #expect(worst.time == 30 * day && worst.side == .before)
        #expect(worst.exposure == Bounds(from: 35, to: 45))
        // The flow of its own commitment has run up to it.
        #expect(worst.event?.entry == 0 && worst.event?.milestone == .done && worst.event?.time == 10 * day)
        #expect(worst.contributions == [Bounds(from: 30, to: 40), 5])
        #expect(Exposure([], until: day).worst.exposure == 0)
        #expect(Exposure([], until: day).worst.event == nil)
    }

    @Test("Nonsense is refused")
    func refusals() {
        #expect(ExposureEntry.own(done: 0, cost: 1, recoverable: 1.5) == nil)
        #expect(ExposureEntry.own(done: 0, cost: Bounds(.infinity)) == nil)
        #expect(ExposureEntry.others(done: 0, worth: Bounds(.infinity)) == nil)
    }
}
