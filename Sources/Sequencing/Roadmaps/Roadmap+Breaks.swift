import Negotiation

/// Why a roadmap cannot be executed whatever happens: clauses and uncontrolled durations that together are too much.
public struct RoadmapBreak: Hashable, Sendable {
    /// A limit, and by how many minutes it alone would have to become later for everything to hold in every scenario looked at.
    public struct Limit: Hashable, Sendable {
        /// The clause.
        public var clause: Clause
        /// By how many minutes; nil where moving it alone is not enough.
        public var minutes: Int?
    }

    /// An uncontrolled duration that has a part in it, and how long it may be at most if nothing else changes, in every scenario
    /// looked at.
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
            RoadmapBreak.Limit(clause: limit, minutes: leastMove(of: limit))
        }
        let durations = conflict.flatMap { name in
            groups[name]!.links.map { place in
                let link = network.contingentLinks[linkPlaces[place]]
                return RoadmapBreak.Duration(
                    clause: name, greatest: link.greatest, bearable: bearable(linkPlaces[place]))
            }
        }
        return RoadmapBreak(clauses: conflict, limits: limits, durations: durations, scenario: scenario)
    }

    /// The network in which what is done in some outcomes only follows the news of them. Where a reaction takes a moment, times are in
    /// moments.
    var networkInOrder: TemporalNetwork {
        network.counted(in: minute).withOutcomesFirst(delay: delayInOrder)
    }

    /// How many units of time of ``networkInOrder`` make a minute.
    var minute: Int { reactionTime == .strict ? network.momentsInUnit : 1 }

    /// The reaction in units of time of ``networkInOrder``.
    var delayInOrder: Int { reactionTime == .strict ? 1 : reaction }

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
        return network.isDynamicallyControllable(.delay(delayInOrder))
    }

    /// The longest move that is tried, in minutes.
    private static let longestMove = 200 * 366 * 1440

    private func leastMove(of limit: Clause) -> Int? {
        let moved = clauses.indices.filter { clauses[$0] == limit && isMovable[$0] }
        return leastChange(upTo: Self.longestMove) { network, minutes in
            for place in moved { network.constraints[place].atMost += minutes * minute }
        }
    }

    private func bearable(_ place: Int) -> Int? {
        let link = network.contingentLinks[place]
        let shorter = leastChange(upTo: link.greatest - link.least) { network, minutes in
            network.contingentLinks[place].greatest -= minutes * minute
        }
        return shorter.map { link.greatest - $0 }
    }

    /// The least change after which every scenario that is looked at can be executed by itself; nil: none is enough.
    private func leastChange(upTo limit: Int, _ change: (inout TemporalNetwork, Int) -> Void) -> Int? {
        let network = networkInOrder
        // What one scenario needs, the others need not ask for again.
        var least = 0
        for scenario in network.scenarios(limit: Self.changeLimit) ?? network.mainScenarios {
            let need = Self.least(upTo: limit, from: least) { minutes in
                var network = network
                change(&network, minutes)
                return network.projection(on: scenario).network.isDynamicallyControllable(
                    .delay(delayInOrder))
            }
            guard let need else { return nil }
            least = need
        }
        return least
    }

    /// In so many scenarios a change is tried; where there are more, in the main ones.
    private static let changeLimit = 256

    /// The least number up to a limit for which something holds that holds for all greater ones, too.
    static func least(upTo limit: Int, from start: Int = 0, where holds: (Int) -> Bool) -> Int? {
        if holds(start) { return start }
        guard holds(limit) else { return nil }
        var (low, high) = (start + 1, limit)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
