import Negotiation

/// Why a roadmap cannot be executed whatever happens: clauses and uncontrolled durations that together are too much.
public struct RoadmapBreak: Hashable, Sendable {
    /// A limit, and by how many minutes it alone would have to become later.
    public struct Limit: Hashable, Sendable {
        /// The clause.
        public var clause: Clause
        /// By how many minutes; nil where moving it alone is not enough.
        public var minutes: Int?
    }

    /// An uncontrolled duration that has a part in it, and how long it may be at most if nothing else changes.
    public struct Duration: Hashable, Sendable {
        /// The clause.
        public var clause: Clause
        /// Its longest, in minutes.
        public var greatest: Int
        /// The longest that would do; nil where even its shortest is too long.
        public var bearable: Int?
    }

    /// The clauses, none of which can be left out.
    public var clauses: [Clause]
    /// The limits among them.
    public var limits: [Limit]
    /// The uncontrolled durations among them.
    public var durations: [Duration]
    /// The scenario in which it happens; nil where it needs two of them, because an outcome becomes known too late.
    public var scenario: Label?
    /// Whether every scenario by itself was looked at, and can be kept.
    public var everyScenarioHolds = false
}

extension Roadmap {
    /// Whether it can be executed whatever happens, and where not, why.
    ///
    /// - Parameter budget: how many bounds are followed, as in ``TemporalNetwork/controllability(_:budget:)``.
    ///
    /// Complexity: as that; a reason costs some hundred checks of one scenario.
    public func execution(budget: Int = 200_000) -> (verdict: Controllability, reason: RoadmapBreak?) {
        let verdict = network.controllability(reactionTime, budget: budget)
        guard case .uncontrollable(let obstacle) = verdict else { return (verdict, nil) }
        if let scenario = obstacle.scenario { return (verdict, reason(in: scenario)) }
        var named: [Clause] = []
        for place in obstacle.constraints.sorted()
        where !named.contains(clauses[place]) && clauses[place] != .order {
            named.append(clauses[place])
        }
        return (
            verdict,
            RoadmapBreak(
                clauses: named,
                limits: named.filter { clause in isMovable(clause) }.map { .init(clause: $0, minutes: nil) },
                durations: obstacle.links.sorted().map {
                    .init(
                        clause: linkClauses[$0], greatest: network.contingentLinks[$0].greatest, bearable: nil
                    )
                }, scenario: nil, everyScenarioHolds: obstacle.everyScenarioHolds)
        )
    }

    private func isMovable(_ clause: Clause) -> Bool {
        clauses.indices.contains { clauses[$0] == clause && isMovable[$0] }
    }

    /// The reason within one scenario, which fails even for somebody who knows it.
    private func reason(in scenario: Label) -> RoadmapBreak {
        let (part, places, linkPlaces) = networkInOrder.projection(on: scenario)
        let clause = { (place: Int) -> Clause in
            places[place] < self.clauses.count ? self.clauses[places[place]] : .order
        }
        var groups: [Clause: (constraints: [Int], links: [Int])] = [:]
        for place in part.constraints.indices {
            groups[clause(place), default: ([], [])].constraints.append(place)
        }
        for place in part.contingentLinks.indices {
            groups[linkClauses[linkPlaces[place]], default: ([], [])].links.append(place)
        }
        // Limits last: of several reasons the one with fewer of them is found.
        let order = groups.keys.filter { $0 != .order }.sorted {
            let (left, right) = (isMovable($0), isMovable($1))
            return left != right ? right : place(of: $0) < place(of: $1)
        }
        let conflict = minimalConflict(among: order) { kept in
            !isControllable(part, keeping: Set(kept), clause, linkPlaces)
        }
        let limits = conflict.filter(isMovable).map { limit in
            RoadmapBreak.Limit(clause: limit, minutes: leastMove(of: limit, part, places))
        }
        let durations = conflict.flatMap { name in
            groups[name]!.links.map { place in
                let link = network.contingentLinks[linkPlaces[place]]
                return RoadmapBreak.Duration(
                    clause: name, greatest: link.greatest, bearable: bearable(place, part))
            }
        }
        return RoadmapBreak(clauses: conflict, limits: limits, durations: durations, scenario: scenario)
    }

    /// The network in which what is done in some outcomes only follows the news of them.
    var networkInOrder: TemporalNetwork {
        var result = network
        let ends = Set(network.contingentLinks.map(\.end))
        for point in network.points.indices where !ends.contains(point) {
            for (proposition, _) in network.labels[point].literals {
                let observed = network.observations[proposition]
                result.constraints.append(.init(from: point, to: observed, atMost: -reaction))
            }
        }
        return result
    }

    /// Whether the network can be executed if only these clauses bind, and only their durations are uncontrolled.
    private func isControllable(
        _ part: TemporalNetwork, keeping kept: Set<Clause>, _ clause: (Int) -> Clause, _ linkPlaces: [Int]
    ) -> Bool {
        var network = part
        network.constraints = part.constraints.indices.filter {
            kept.contains(clause($0)) || clause($0) == .order
        }
        .map { part.constraints[$0] }
        network.contingentLinks = []
        for (place, link) in part.contingentLinks.enumerated()
        where kept.contains(linkClauses[linkPlaces[place]]) {
            network.contingentLinks.append(link)
        }
        return network.isDynamicallyControllable(reactionTime)
    }

    /// The longest move that is tried, in minutes.
    private static let longestMove = 200 * 366 * 1440

    private func leastMove(of limit: Clause, _ part: TemporalNetwork, _ places: [Int]) -> Int? {
        let moved = part.constraints.indices.filter { index in
            let place = places[index]
            return place < clauses.count && clauses[place] == limit && isMovable[place]
        }
        return Self.least(upTo: Self.longestMove) { minutes in
            var network = part
            for place in moved { network.constraints[place].atMost += minutes }
            return network.isDynamicallyControllable(reactionTime)
        }
    }

    private func bearable(_ place: Int, _ part: TemporalNetwork) -> Int? {
        let link = part.contingentLinks[place]
        let shorter = Self.least(upTo: link.greatest - link.least) { minutes in
            var network = part
            network.contingentLinks[place].greatest -= minutes
            return network.isDynamicallyControllable(reactionTime)
        }
        return shorter.map { link.greatest - $0 }
    }

    /// The least number up to a limit for which something holds that holds for all greater ones, too.
    static func least(upTo limit: Int, where holds: (Int) -> Bool) -> Int? {
        guard holds(limit) else { return nil }
        var (low, high) = (0, limit)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
