import Negotiation
import Sequencing

/// One scenario of a roadmap in the plainest form: everything that binds, by its clause, with all labels read aloud.
///
/// A scenario says of every gate whether its step was kept, also of those that are never reached.
struct PlainScenario {
    struct Binding {
        var from: Int
        var to: Int
        var atMost: Int
        /// So many moments less.
        var moments = 0
        var clause: Clause
        var isMovable = false
    }

    struct Link {
        var start: Int
        var end: Int
        var least: Int
        var greatest: Int
        var clause: Clause
    }

    let points: Int
    let reaction: Int
    /// Whether a reaction takes a moment.
    let isStrict: Bool
    var bindings: [Binding] = []
    var links: [Link] = []
    /// By point of the roadmap's network: whether it is executed.
    let isThere: [Bool]

    init(_ roadmap: Roadmap, _ outcomes: Label) {
        let network = roadmap.network
        points = network.points.count
        reaction = roadmap.reaction
        isStrict = roadmap.reactionTime == .strict
        var isThere = network.points.indices.map { network.labels[$0].holds(outcomes) }
        // What needs an outcome that is never observed is never done.
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for point in isThere.indices where isThere[point] {
                isThere[point] = network.labels[point].literals.allSatisfy {
                    isThere[network.observations[$0.proposition]]
                }
                if !isThere[point] { hasChanged = true }
            }
        }
        self.isThere = isThere
        for (place, constraint) in network.constraints.enumerated()
        where isThere[constraint.from] && isThere[constraint.to] && constraint.label.holds(outcomes) {
            bindings.append(
                .init(
                    from: constraint.from, to: constraint.to, atMost: constraint.atMost,
                    clause: roadmap.clauses[place], isMovable: roadmap.isMovable[place]))
        }
        for (place, link) in network.contingentLinks.enumerated()
        where isThere[link.start] && isThere[link.end] {
            links.append(
                .init(
                    start: link.start, end: link.end, least: link.least, greatest: link.greatest,
                    clause: roadmap.linkClauses[place]))
        }
        let ends = Set(network.contingentLinks.map(\.end))
        // What follows an outcome waits until it is known.
        for point in network.points.indices where isThere[point] && !ends.contains(point) {
            for (proposition, _) in network.labels[point].literals {
                bindings.append(
                    .init(
                        from: point, to: network.observations[proposition], atMost: -reaction,
                        moments: isStrict ? 1 : 0, clause: .order)
                )
            }
        }
    }

    /// Every outcome of every gate.
    static func all(_ roadmap: Roadmap) -> [PlainScenario] { outcomes(roadmap).map { .init(roadmap, $0) } }

    static func outcomes(_ roadmap: Roadmap) -> [Label] {
        roadmap.network.observations.indices.reduce([Label.always]) { labels, proposition in
            labels.flatMap { label in [true, false].map { label.and(Label(proposition, is: $0))! } }
        }
    }

    /// The one in which everything was kept.
    static func kept(_ roadmap: Roadmap) -> PlainScenario {
        .init(
            roadmap,
            roadmap.network.observations.indices.reduce(.always) { $0.and(Label($1, is: true))! })
    }

    /// With these clauses alone, beside what no clause says.
    func keeping(_ clauses: Set<Clause>) -> PlainScenario {
        var result = self
        result.bindings.removeAll { $0.clause != .order && !clauses.contains($0.clause) }
        result.links.removeAll { !clauses.contains($0.clause) }
        return result
    }

    /// With the limits of a clause so many minutes later.
    func moving(_ clause: Clause, _ minutes: Int) -> PlainScenario {
        var result = self
        for place in bindings.indices where bindings[place].clause == clause && bindings[place].isMovable {
            result.bindings[place].atMost += minutes
        }
        return result
    }

    var arcs: [(from: Int, to: Int, length: Int)] {
        // Outcomes known late matter to those who must react, not to kind times.
        var result = bindings.map { (from: $0.from, to: $0.to, length: $0.clause == .order ? 0 : $0.atMost) }
        for link in links {
            result.append((link.start, link.end, link.greatest))
            result.append((link.end, link.start, -link.least))
        }
        for point in 1..<max(points, 1) where isThere[point] { result.append((point, 0, 0)) }
        return result
    }

    static let far = Int.max / 8

    /// All shortest distances by Floyd and Warshall; nil where a ring is negative.
    var distances: [[Int]]? {
        var result = Array(repeating: Array(repeating: Self.far, count: points), count: points)
        for point in 0..<points { result[point][point] = 0 }
        for arc in arcs { result[arc.from][arc.to] = min(result[arc.from][arc.to], arc.length) }
        for middle in 0..<points where isThere[middle] {
            for from in 0..<points where result[from][middle] < Self.far {
                for to in 0..<points where result[middle][to] < Self.far {
                    result[from][to] = min(result[from][to], result[from][middle] + result[middle][to])
                }
            }
        }
        return (0..<points).allSatisfy { result[$0][$0] >= 0 } ? result : nil
    }

    /// The same question by Bellman and Ford, for loops that ask it often.
    var isConsistent: Bool {
        let arcs = arcs
        var times = [Int](repeating: 0, count: points)
        for _ in 0...points {
            var hasChanged = false
            for arc in arcs where times[arc.from] + arc.length < times[arc.to] {
                times[arc.to] = times[arc.from] + arc.length
                hasChanged = true
            }
            if !hasChanged { return true }
        }
        return false
    }

    /// Whether somebody who knows the outcomes of this scenario can execute it.
    var isControllable: Bool { network.isDynamicallyControllable(.delay(delay)) }

    /// By point: the latest minute in any course in which everything can still be kept.
    var latestTimes: [Int?]? {
        network.latestTimes(delay: delay)?.map {
            $0.map { Int((Double($0) / Double(minute)).rounded(.down)) }
        }
    }

    /// More moments than there are points, where a reaction takes one.
    private var minute: Int { isStrict ? 1_000 : 1 }
    private var delay: Int { isStrict ? 1 : reaction }

    private var network: TemporalNetwork {
        TemporalNetwork(
            points: (0..<points).map { "\($0)" },
            constraints: bindings.map {
                .init(from: $0.from, to: $0.to, atMost: $0.atMost * minute - $0.moments)
            },
            contingentLinks: links.map {
                .init(
                    start: $0.start, end: $0.end, least: $0.least * minute, greatest: $0.greatest * minute)
            }, origin: 0)
    }
}
