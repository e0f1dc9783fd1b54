import Negotiation
import Sequencing
import Testing

@Suite("Simple temporal networks")
struct SimpleTimesTests {
    /// All shortest distances by Floyd and Warshall; nil where a ring is negative.
    static func distances(_ network: TemporalNetwork, origin: Int) -> [[Int]]? {
        let count = network.points.count
        let far = Int.max / 8
        var result = Array(repeating: Array(repeating: far, count: count), count: count)
        for point in 0..<count {
            result[point][point] = 0
            if point != origin { result[point][origin] = 0 }
        }
        for constraint in network.constraints {
            result[constraint.from][constraint.to] = min(
                result[constraint.from][constraint.to], constraint.atMost)
        }
        for middle in 0..<count {
            for from in 0..<count where result[from][middle] < far {
                for to in 0..<count where result[middle][to] < far {
                    result[from][to] = min(result[from][to], result[from][middle] + result[middle][to])
                }
            }
        }
        return (0..<count).allSatisfy { result[$0][$0] >= 0 } ? result : nil
    }

    static func random(_ random: inout SplitMix64) -> TemporalNetwork {
        let count = 3 + random.below(8)
        let constraints = (0..<(count + random.below(2 * count))).map { _ in
            TemporalNetwork.Constraint(
                from: random.below(count), to: random.below(count), atMost: random.below(20) - 4)
        }
        return TemporalNetwork(points: (0..<count).map { "\($0)" }, constraints: constraints, origin: 0)
    }

    @Test("Times after any changes are those of all shortest distances, and conflicts are rings")
    func changes() throws {
        var random = SplitMix64(seed: 1)
        var counts = (sound: 0, refused: 0)
        for _ in 0..<3_000 {
            var network = Self.random(&random)
            guard let expected = Self.distances(network, origin: 0) else {
                let conflict = #expect(throws: SimpleTimes.Conflict.self) {
                    try SimpleTimes(network, origin: 0)
                }
                check(try #require(conflict), network)
                continue
            }
            var times = try SimpleTimes(network, origin: 0)
            check(times, expected)
            for _ in 0..<12 {
                let place = random.below(network.constraints.count)
                let limit = random.below(24) - 6
                var changed = network
                changed.constraints[place].atMost = limit
                if let expected = Self.distances(changed, origin: 0) {
                    try times.change(place, atMost: limit)
                    network = changed
                    check(times, expected)
                    counts.sound += 1
                } else {
                    let conflict = #expect(throws: SimpleTimes.Conflict.self) {
                        try times.change(place, atMost: limit)
                    }
                    check(try #require(conflict), changed)
                    counts.refused += 1
                    check(times, Self.distances(network, origin: 0)!)
                }
            }
        }
        #expect(counts.sound > 5_000 && counts.refused > 1_000, "\(counts)")
    }

    private func check(_ times: SimpleTimes, _ expected: [[Int]]) {
        for point in expected.indices {
            #expect(times.earliest(point) == -expected[point][0])
            #expect(times.latest(point) == (expected[0][point] > 1_000_000 ? nil : expected[0][point]))
        }
    }

    /// Arcs beyond the constraints say that nothing comes before the origin.
    private func check(_ conflict: SimpleTimes.Conflict, _ network: TemporalNetwork) {
        let arcs =
            network.constraints.map { (tail: $0.from, head: $0.to, length: $0.atMost) }
            + network.points.indices.dropFirst().map { (tail: $0, head: 0, length: 0) }
        let ring = conflict.constraints.map { arcs[$0] }
        #expect(conflict.length < 0)
        #expect(ring.reduce(0) { $0 + $1.length } == conflict.length)
        for (place, arc) in ring.enumerated() {
            #expect(arc.head == ring[(place + 1) % ring.count].tail)
        }
    }
}
