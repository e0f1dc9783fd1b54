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
    /// Whether no other set of as few moves, or, where ``isFewest`` is false, of any number, needs less time in all.
    public var isLeast: Bool
    /// Whether fewer moves surely do not suffice.
    public var isFewest = true

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

    /// Clauses without which nothing clashes: those of one conflict after the other.
    var clashing: Set<Clause> {
        let scenarios = ScenarioArcs(network, limit: Self.scenarioLimit)
        var named: Set<Clause> = []
        var freed: Set<Int> = []
        while let (scenario, ring) = scenarios.ring(freed: freed) {
            let conflict = Set(conflict(scenario, ring).clauses)
            let more = clauses.indices.filter { conflict.contains(clauses[$0]) && !freed.contains($0) }
            guard !more.isEmpty else { return named }
            named.formUnion(conflict)
            freed.formUnion(more)
        }
        return named
    }

    /// Whether all clauses but these can hold.
    func isConsistent(without left: Set<Clause>) -> Bool {
        ScenarioArcs(network, limit: Self.scenarioLimit).ring(
            freed: Set(clauses.indices.filter { left.contains(clauses[$0]) })) == nil
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
        // What binds in no scenario in which both are due binds nothing.
        plain.constraints.removeAll { constraint in
            let both = network.labels[constraint.from].and(network.labels[constraint.to])
            return both.map { !$0.meets(constraint.label) } ?? true
        }
        return plain.isStronglyControllable
    }
}
