import Sequencing

/// Seeded networks of a wanted size.
enum Generator {
    /// A network with uncontrolled durations that can be executed: points scattered along a line, each constraint with room for
    /// the durations around it, about 3.5 constraints a point.
    ///
    /// - Parameter tightness: how much of the room is taken away, 0 to 1; above some value the answer is no.
    static func uncertain(points count: Int, links linkCount: Int, seed: UInt64, tightness: Double)
        -> TemporalNetwork
    {
        var random = SplitMix64(seed: seed)
        var times = [0]
        var links: [TemporalNetwork.ContingentLink] = []
        // Durations follow each other in lanes, as commitments of several parties do.
        var lanes = Array(repeating: 0, count: 8)
        while times.count < count {
            let lane = random.below(lanes.count)
            let time = lanes[lane] + 10 + random.below(50)
            if links.count < linkCount, times.count + 1 < count, random.below(count) < 3 * linkCount {
                let least = 5 + random.below(30)
                let span = 1 + random.below(20)
                links.append(
                    .init(start: times.count, end: times.count + 1, least: least, greatest: least + span))
                times.append(time)
                times.append(time + least + span)
                lanes[lane] = time + least + span
            } else {
                times.append(time)
                lanes[lane] = time
            }
        }
        let ends = Set(links.map(\.end))
        var constraints: [TemporalNetwork.Constraint] = []
        let room = Int(60 * (1 - tightness))
        while constraints.count < count * 7 / 2 - 2 * links.count {
            let from = random.below(count)
            // Most constraints tie neighbours in time.
            let to = max(0, min(count - 1, from + random.below(41) - 20))
            guard from != to else { continue }
            // What binds the end of a duration has room for its span; at full tightness some have too little.
            let needed = ends.contains(from) || ends.contains(to) ? (tightness < 1 ? 25 : 12) : 5
            let slack = needed + random.below(room + 1)
            constraints.append(.init(from: from, to: to, atMost: times[to] - times[from] + slack))
        }
        return TemporalNetwork(
            points: (0..<count).map { "\($0)" }, constraints: constraints, contingentLinks: links, origin: 0)
    }

    /// A consistent network without uncertainty, with a deadline from the origin on every tenth point.
    static func simple(points count: Int, constraints total: Int, seed: UInt64) -> TemporalNetwork {
        var random = SplitMix64(seed: seed)
        var times = [0]
        for _ in 1..<count { times.append(1 + random.below(100 * count)) }
        times.sort()
        var constraints: [TemporalNetwork.Constraint] = []
        for point in stride(from: 10, to: count, by: 10) {
            constraints.append(.init(from: 0, to: point, atMost: times[point] + 200 + random.below(500)))
        }
        while constraints.count < total {
            let from = random.below(count)
            let to = max(0, min(count - 1, from + random.below(201) - 100))
            guard from != to else { continue }
            constraints.append(.init(from: from, to: to, atMost: times[to] - times[from] + random.below(400)))
        }
        return TemporalNetwork(points: (0..<count).map { "\($0)" }, constraints: constraints, origin: 0)
    }
}

struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
