/// Clauses that cannot all hold, even if every uncontrolled duration is kind.
public struct ClauseConflict: Hashable, Sendable {
    /// The clauses in the order of the ring that they make, each once.
    public var clauses: [Clause]
    /// By how many minutes they miss each other: what one of them would have to give.
    public var excess: Int
    /// A scenario in which they bind.
    public var scenario: Label
    /// The constraints of the network, by place, in the order of the ring.
    var constraints: [Int]
}

/// Limits that are moved so that clauses can all hold.
public struct Mending: Hashable, Sendable {
    /// One limit and how far it is moved.
    public struct Move: Hashable, Sendable {
        /// The clause whose limit moves.
        public var clause: Clause
        /// By how many minutes it becomes later.
        public var minutes: Int
    }

    /// The moves.
    public var moves: [Move]
    /// Whether no set of as few moves needs less time in all.
    public var isLeast: Bool

    /// The time of all moves together, in minutes.
    public var total: Int { moves.reduce(0) { $0 + $1.minutes } }
}

/// The scenarios of a roadmap's network, each as a simple network with its arcs.
struct ScenarioArcs {
    struct Scenario {
        var label: Label
        var points: Int
        var arcs: [(tail: Int, head: Int, length: Int)]
        /// By arc: the constraint of the roadmap's network, or -1.
        var constraints: [Int]
    }

    var scenarios: [Scenario]

    init(_ network: TemporalNetwork, limit: Int) {
        let labels = network.scenarios(limit: limit) ?? network.mainScenarios
        scenarios = labels.map { label in
            let (part, constraints, _) = network.projection(on: label)
            let arcs = part.plainArcs
            return Scenario(
                label: label, points: part.points.count, arcs: arcs,
                constraints: constraints + Array(repeating: -1, count: arcs.count - constraints.count))
        }
    }

    /// A ring of negative length where the constraints of `freed` bind nothing; nil: there is none.
    func ring(freed: Set<Int> = []) -> (scenario: Scenario, arcs: [Int])? {
        for scenario in scenarios {
            var kept: [Int] = []
            var arcs: [(tail: Int, head: Int, length: Int)] = []
            for (place, arc) in scenario.arcs.enumerated() where !freed.contains(scenario.constraints[place])
            {
                kept.append(place)
                arcs.append(arc)
            }
            if case .negativeCycle(let ring) = Arcs(points: scenario.points, arcs).potential() {
                return (scenario, ring.map { kept[$0] })
            }
        }
        return nil
    }

    /// The least total by which the limits of `moved` must grow in one scenario, each by how much.
    ///
    /// The dual is a circulation of least cost that uses each such limit at most once; rings of negative length in what is
    /// left of it are filled until there is none, and the times that then keep the rest say how far each is overstepped.
    static func leastMoves(_ scenario: Scenario, moved: Set<Int>) -> [Int: Int] {
        var used = [Int](repeating: 0, count: scenario.arcs.count)
        let isUnit = scenario.constraints.map { moved.contains($0) }
        while true {
            var arcs: [(tail: Int, head: Int, length: Int)] = []
            var origins: [(arc: Int, step: Int)] = []
            for (place, arc) in scenario.arcs.enumerated() {
                if !isUnit[place] || used[place] == 0 {
                    arcs.append(arc)
                    origins.append((place, 1))
                }
                if used[place] > 0 {
                    arcs.append((arc.head, arc.tail, -arc.length))
                    origins.append((place, -1))
                }
            }
            switch Arcs(points: scenario.points, arcs).potential() {
            case .negativeCycle(let ring):
                for arc in ring { used[origins[arc].arc] += origins[arc].step }
            case .times(let times):
                var result: [Int: Int] = [:]
                for (place, arc) in scenario.arcs.enumerated() where isUnit[place] {
                    let over = times[arc.head] - times[arc.tail] - arc.length
                    if over > 0 { result[scenario.constraints[place]] = over }
                }
                return result
            }
        }
    }
}

extension Roadmap {
    /// The most scenarios that are looked at one by one.
    static let scenarioLimit = 2_048

    /// Clauses that cannot all hold even if every uncontrolled duration is kind; empty: the timetable is consistent.
    ///
    /// - Parameters:
    ///   - limit: how many conflicts are looked for.
    ///   - budget: how many searches are made for them.
    ///
    /// Complexity: a search costs O(n·m) at worst in each scenario.
    public func conflicts(limit: Int = 1, budget: Int = 200) -> [ClauseConflict] {
        let scenarios = ScenarioArcs(network, limit: Self.scenarioLimit)
        var found: [ClauseConflict] = []
        var seen: Set<Set<Clause>> = []
        var tried: Set<Set<Int>> = []
        var pending: [Set<Int>] = [[]]
        var left = budget
        while !pending.isEmpty, found.count < limit, left > 0 {
            let freed = pending.removeFirst()
            left -= 1
            guard let (scenario, ring) = scenarios.ring(freed: freed) else { continue }
            let conflict = conflict(scenario, ring)
            if seen.insert(Set(conflict.clauses)).inserted { found.append(conflict) }
            // Another conflict does without one of these clauses.
            for clause in conflict.clauses {
                let next = freed.union(clauses.indices.filter { clauses[$0] == clause })
                if tried.insert(next).inserted { pending.append(next) }
            }
        }
        return found
    }

    private func conflict(_ scenario: ScenarioArcs.Scenario, _ ring: [Int]) -> ClauseConflict {
        var named: [Clause] = []
        let (_, _, links) = network.projection(on: scenario.label)
        let constraintCount = scenario.constraints.filter { $0 >= 0 }.count
        for arc in ring {
            let clause: Clause
            if scenario.constraints[arc] >= 0 {
                clause = clauses[scenario.constraints[arc]]
            } else if arc - constraintCount < 2 * links.count {
                clause = linkClauses[links[(arc - constraintCount) / 2]]
            } else {
                continue
            }
            if clause != .order, !named.contains(clause) { named.append(clause) }
        }
        return ClauseConflict(
            clauses: named, excess: -ring.reduce(0) { $0 + scenario.arcs[$1].length },
            scenario: scenario.label,
            constraints: ring.map { scenario.constraints[$0] })
    }

    /// What moving limits can do about clauses that cannot all hold.
    public enum MendingSearch: Hashable, Sendable {
        /// Nothing needs mending.
        case notNeeded
        /// These, each of the fewest limits and, of those, the least time in all; several where they are level.
        case found([Mending])
        /// No moving of limits mends it: an order, a duration or a date has to change.
        case impossible
        /// Limits could be moved so that it holds; within the budget no smallest set was found.
        case undecided
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
        for size in 1...8 {
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
            if let least = mendings.map(\.total).min() {
                // Another set could need less only where its own total, or the search, is not certain.
                let isLeast = left > 0 && mendings.allSatisfy(\.isLeast)
                return .found(
                    mendings.filter { $0.total == least }.map { mending in
                        var mending = mending
                        mending.isLeast = isLeast
                        return mending
                    })
            }
            if left <= 0 { return .undecided }
        }
        return .undecided
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

    /// The first place of a clause, by which clauses are put in order.
    func place(of clause: Clause) -> Int {
        clauses.firstIndex(of: clause) ?? clauses.count + (linkClauses.firstIndex(of: clause) ?? 0)
    }

    /// Whether every scenario is looked at one by one; else the one in which everything is kept, and those in which one thing fails.
    public var looksAtAllScenarios: Bool { network.scenarios(limit: Self.scenarioLimit) != nil }

    /// Whether for all durations and outcomes known beforehand times exist that keep everything; nil: not decided.
    public func isWeaklyControllable(budget: Int) -> Bool? {
        var isDecided = looksAtAllScenarios
        for scenario in network.scenarios(limit: Self.scenarioLimit) ?? network.mainScenarios {
            switch networkInOrder.projection(on: scenario).network.isWeaklyControllable(budget: budget) {
            case false?: return false
            case nil: isDecided = false
            case true?: break
            }
        }
        return isDecided ? true : nil
    }

    /// Whether one plan, made before anything becomes known, keeps everything whatever happens: a time for every step, those of
    /// branches included, that is right in every scenario in which the step is due.
    public var isStronglyControllable: Bool {
        var plain = networkInOrder
        plain.constraints.removeAll { !network.labels[$0.from].meets(network.labels[$0.to]) }
        return plain.isStronglyControllable
    }
}
