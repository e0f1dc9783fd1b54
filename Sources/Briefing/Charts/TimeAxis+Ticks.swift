import Negotiation

extension TimeAxis {
    /// A place on the scale with its label.
    struct Tick {
        let time: Int
        let label: String
    }

    private static let day = 1440
    private static let year = 365 * 1440

    /// Whether the scale is so short that hours count.
    var countsHours: Bool { (breakTime ?? last) - first < 3 * Self.day }

    /// What stands under the scale.
    func title(_ words: TimeWords) -> String {
        countsHours ? words.hours : start == nil ? words.days : words.dates
    }

    /// Round times on the scale with their labels, as many as stand beside each other, inside a frame of a width.
    func ticks(_ words: TimeWords, frame: Double) -> [Tick] {
        guard let breakTime else { return ticks(first, last, words, between: 1, and: frame - 1) }
        return ticks(first, breakTime, words, between: 1, and: breakPlace - 8)
            + ticks(breakTime + 1, last, words, between: breakPlace + 8, and: frame - 1)
    }

    /// The finest ticks of a part of the scale that leave each other room.
    private func ticks(
        _ from: Int, _ to: Int, _ words: TimeWords, between left: Double, and right: Double
    ) -> [Tick] {
        func box(_ tick: Tick) -> Box {
            Canvas.box(
                of: tick.label, at: Spot(x: place(tick.time), y: 0), size: Lettering.small,
                adjustment: .middle, isBold: false)
        }
        for candidate in candidates(from, to, words) {
            let shown = candidate.filter { box($0).left >= left && box($0).right <= right }
            let boxes = shown.map(box)
            let hasRoom = zip(boxes, boxes.dropFirst()).allSatisfy { $0.right + 9 < $1.left }
            if !shown.isEmpty, hasRoom { return shown }
        }
        return []
    }

    /// Series of ticks, finest first.
    private func candidates(_ from: Int, _ to: Int, _ words: TimeWords) -> [[Tick]] {
        if countsHours, to < 30 * Self.day { return hourly(from, to) }
        guard let start else { return counted(from, to, words) }
        return dated(start, from, to, words)
    }

    private func multiples(of step: Int, _ from: Int, _ to: Int) -> [Int] {
        let first = (from + (from > 0 ? step - 1 : 0)) / step
        let last = to / step
        guard first <= last, last - first <= 60 else { return [] }
        return (first...last).map { $0 * step }
    }

    private func hourly(_ from: Int, _ to: Int) -> [[Tick]] {
        [1, 2, 3, 6, 12, 24, 48, 120, 240].map { hours in
            multiples(of: hours * 60, from, to).map { Tick(time: $0, label: grouped($0 / 60)) }
        }
    }

    private func counted(_ from: Int, _ to: Int, _ words: TimeWords) -> [[Tick]] {
        let years = [1, 2, 5, 10, 20, 50, 100].map { years in
            multiples(of: years * Self.year, from, to).map { time in
                Tick(
                    time: time,
                    label: time == 0 ? "0" : filled(words.years, with: grouped(time / Self.year)))
            }
        }
        let days = [1, 2, 5, 10, 15, 30, 60, 90, 180, 360].map { days in
            multiples(of: days * Self.day, from, to).map { Tick(time: $0, label: grouped($0 / Self.day)) }
        }
        return to > 3 * Self.year ? years : days + years
    }

    private func dated(_ start: Moment, _ from: Int, _ to: Int, _ words: TimeWords) -> [[Tick]] {
        func month(_ date: CalendarDate) -> String {
            let month = date.month ?? 1
            return words.months.indices.contains(month - 1)
                ? String(words.months[month - 1].prefix(3)) : "\(month)"
        }
        var result: [[Tick]] = []
        let midnight = -(start.minute ?? 0)
        for days in [1, 2, 7, 14] where (to - from) / Self.day < 120 {
            let times = multiples(of: days * Self.day, from - midnight, to - midnight).map { $0 + midnight }
            result.append(
                times.filter { $0 >= from }.map { time in
                    let date = Moment(minutes: start.minutes + time).date
                    return Tick(time: time, label: "\(date.day ?? 1) \(month(date))")
                })
        }
        for months in [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200] {
            result.append(
                firsts(every: months, start, from, to).map { moment in
                    let year = String(moment.date.year)
                    return Tick(
                        time: moment.minutes - start.minutes,
                        label: months < 12 ? "\(month(moment.date)) \(year)" : year)
                })
        }
        return result
    }

    /// The first days of months, every so many, counted from a January.
    private func firsts(every months: Int, _ start: Moment, _ from: Int, _ to: Int) -> [Moment] {
        let date = Moment(minutes: start.minutes + from).date
        let years = max(1, months / 12)
        let digits = String(max(1, date.year / years * years))
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        guard let january = Moment("\(padded)-01-01") else { return [] }
        var result: [Moment] = []
        for step in 0..<400 {
            let moment = january.adding(months: step * months)
            let time = moment.minutes - start.minutes
            if time > to { break }
            if time >= from { result.append(moment) }
        }
        return result.count <= 60 ? result : []
    }

    private func filled(_ template: String, with count: String) -> String {
        guard let range = template.firstRange(of: "{count}") else { return template }
        return template[..<range.lowerBound] + count + template[range.upperBound...]
    }
}
