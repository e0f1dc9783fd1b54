import Negotiation

extension Roadmap {
    /// What moving limits can do about clauses that cannot all hold.
    public enum MendingSearch: Hashable, Sendable {
        /// Nothing needs mending.
        case notNeeded
        /// These, each of the fewest limits and, of those, the least time in all; several where they are level.
        case found([Mending])
        /// No moving of limits mends it: an order, a duration or a date has to change.
        case impossible
    }

    /// Fewest limits moved, then least time in all, with all ties.
    ///
    /// - Parameter budget: how many sets of limits are tried.
    ///
    /// Complexity: sets are tried by size, along rings that each must break, so exponential in the size of the answer only.
    public func mending(budget: Int = 4_000) -> MendingSearch {
        let scenarios = ScenarioArcs(network, limit: Self.scenarioLimit)
        guard scenarios.ring() != nil else { return .notNeeded }
        guard scenarios.ring(freed: Set(clauses.indices.filter { isMovable[$0] })) == nil else {
            return .impossible
        }
        // A limit of the text may bind in several places: it moves in all of them.
        let limits = Dictionary(grouping: clauses.indices.filter { isMovable[$0] }) { clauses[$0] }
        var left = budget
        let least = leastCount(scenarios, limits)
        for size in least...max(least, limits.count) {
            var sets: Set<Set<Int>> = []
            var tried: Set<Set<Int>> = []
            search([], size)
            func search(_ freed: Set<Int>, _ depth: Int) {
                guard left > 0, tried.insert(freed).inserted else { return }
                left -= 1
                guard let (scenario, ring) = scenarios.ring(freed: freed) else {
                    sets.insert(freed)
                    return
                }
                guard depth > 0 else { return }
                for place in ring.map({ scenario.constraints[$0] }) where place >= 0 && isMovable[place] {
                    search(freed.union(limits[clauses[place]]!), depth - 1)
                }
            }
            let mendings = sets.map { ($0.min() ?? 0, moves($0, scenarios)) }.sorted { $0.0 < $1.0 }.map(\.1)
            if let time = mendings.map(\.total).min() {
                // Another set could need less only where its own total, or the search, is not certain.
                let isLeast = left > 0 && mendings.allSatisfy(\.isLeast)
                return .found(
                    mendings.filter { $0.total == time }.map { mending in
                        var mending = mending
                        mending.isLeast = isLeast
                        return mending
                    })
            }
            guard left > 0 else { break }
        }
        return .found([somehow(scenarios, limits)])
    }

    /// So many limits have to move at least: rings that have none in common.
    private func leastCount(_ scenarios: ScenarioArcs, _ limits: [Clause: [Int]]) -> Int {
        var freed: Set<Int> = []
        var count = 0
        while let (scenario, ring) = scenarios.ring(freed: freed) {
            count += 1
            for place in ring.map({ scenario.constraints[$0] }) where place >= 0 && isMovable[place] {
                freed.formUnion(limits[clauses[place]]!)
            }
        }
        return count
    }

    /// Some limits that mend it, where the search for the fewest ended early: one of each ring that is left, and none without need.
    private func somehow(_ scenarios: ScenarioArcs, _ limits: [Clause: [Int]]) -> Mending {
        var chosen: [[Int]] = []
        while let (scenario, ring) = scenarios.ring(freed: Set(chosen.joined())) {
            let place = ring.map { scenario.constraints[$0] }.first { $0 >= 0 && isMovable[$0] }!
            chosen.append(limits[clauses[place]]!)
        }
        for place in chosen.indices.reversed() {
            var fewer = chosen
            fewer.remove(at: place)
            if scenarios.ring(freed: Set(fewer.joined())) == nil { chosen = fewer }
        }
        var mending = moves(Set(chosen.joined()), scenarios)
        mending.isLeast = false
        mending.isFewest = false
        return mending
    }

    /// The moves that need the least time in all, however many limits they move; nil where moving limits does not mend it, or nothing
    /// needs mending.
    ///
    /// Complexity: circulations of least cost in each scenario.
    public func quickestMending() -> Mending? {
        let scenarios = ScenarioArcs(network, limit: Self.scenarioLimit)
        let movable = Set(clauses.indices.filter { isMovable[$0] })
        guard scenarios.ring() != nil, scenarios.ring(freed: movable) == nil else { return nil }
        var mending = moves(movable, scenarios)
        mending.isFewest = false
        return mending
    }

    /// How far the limits of a set that breaks all rings must move.
    private func moves(_ moved: Set<Int>, _ scenarios: ScenarioArcs) -> Mending {
        var amounts: [Int: Int] = [:]
        var inConflict = 0
        for scenario in scenarios.scenarios {
            var current = scenario
            for (place, constraint) in scenario.constraints.enumerated() {
                current.arcs[place].length += amounts[constraint] ?? 0
            }
            let more = ScenarioArcs.leastMoves(current, moved: moved)
            if !more.isEmpty { inConflict += 1 }
            for (constraint, minutes) in more { amounts[constraint, default: 0] += minutes }
        }
        // A limit that binds in several places moves as far as the worst of them needs.
        let most = Dictionary(amounts.map { (clauses[$0.key], $0.value) }, uniquingKeysWith: max)
        let all = most.map { Mending.Move(clause: $0.key, minutes: $0.value) }
        return Mending(
            moves: all.sorted { place(of: $0.clause) < place(of: $1.clause) },
            isLeast: inConflict <= 1 && Set(moved.map { clauses[$0] }).count == moved.count)
    }
}
