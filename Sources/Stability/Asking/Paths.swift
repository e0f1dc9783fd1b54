import Negotiation

/// What can follow from a state.
public struct Paths: Hashable, Sendable {
    /// Every state that is reached, the state itself first, then nearest first, each with a shortest sequence to it.
    public var reached: [Reached]
    /// The states where it ends, because nobody has a move that counts to another state that is reached, ascending.
    public var ends: [Int]
    /// Groups of states in which it can go on for ever and that it cannot leave, each ascending.
    public var rings: [[Int]]
    /// Whether everything was followed.
    public var isComplete: Bool

    /// A state that is reached.
    public struct Reached: Hashable, Sendable {
        /// The state.
        public var state: Int
        /// How; empty for the state itself.
        public var sequence: MoveSequence
    }
}

extension GraphModel {
    /// What can follow from a state by moves of all decision makers, in which nobody moves twice in a row.
    ///
    /// Li, Kilgour and Hipel 2005, *Status quo analysis in the graph model for conflict resolution*, J. Oper. Res. Soc. 56(6).
    ///
    /// - Parameters:
    ///   - start: where it begins.
    ///   - improving: whether only moves count that are surely better for who makes them.
    ///   - budget: how many pairs of a state and a last mover may be looked at.
    ///
    /// Complexity: linear in the moves that are reached.
    public func paths(from start: Int, improving: Bool, budget: Int = 1_000_000) -> Paths {
        struct Node {
            var state: Int
            var by: Int
            var before: Int
        }
        let movers = graph.decisionMakers
        func counting(_ state: Int, _ mover: Int) -> [Int] {
            let ends = graph.successors(of: state, by: mover)
            return improving ? ends.filter { preferences[mover].surelyPrefers($0, to: state) } : ends
        }
        var nodes = [Node(state: start, by: -1, before: -1)]
        var known: Set<Int> = []
        var firsts: [Int: Int] = [start: 0]
        var order = [start]
        var place = 0
        var isComplete = true
        search: while place < nodes.count {
            let node = nodes[place]
            for mover in 0..<movers where mover != node.by {
                for end in counting(node.state, mover) where known.insert(end * movers + mover).inserted {
                    if nodes.count >= budget {
                        isComplete = false
                        break search
                    }
                    if firsts[end] == nil {
                        firsts[end] = nodes.count
                        order.append(end)
                    }
                    nodes.append(Node(state: end, by: mover, before: place))
                }
            }
            place += 1
        }
        func sequence(_ state: Int) -> MoveSequence {
            var steps: [MoveSequence.Step] = []
            var node = firsts[state] ?? 0
            while node > 0 {
                steps.append(.init(by: nodes[node].by, to: nodes[node].state))
                node = nodes[node].before
            }
            return MoveSequence(steps: steps.reversed())
        }
        let reached = order.map { Paths.Reached(state: $0, sequence: sequence($0)) }
        guard isComplete else { return Paths(reached: reached, ends: [], rings: [], isComplete: false) }
        // Whoever moved last may not move again at once, but its further step was open to it before: so what follows a state is judged
        // by all moves, whoever came there.
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        var edges: [[Int]] = []
        var total = 0
        for state in order {
            edges.append((0..<movers).flatMap { counting(state, $0) }.compactMap { places[$0] })
            total += edges[edges.count - 1].count
            if total > 8 * budget { return Paths(reached: reached, ends: [], rings: [], isComplete: false) }
        }
        var ends: [Int] = []
        var rings: [[Int]] = []
        for component in StrongComponents(edges).closed {
            let states = component.map { order[$0] }.sorted()
            if states.count == 1 { ends += states } else { rings.append(states) }
        }
        return Paths(
            reached: reached, ends: ends.sorted(), rings: rings.sorted { $0.lexicographicallyPrecedes($1) },
            isComplete: true)
    }
}
