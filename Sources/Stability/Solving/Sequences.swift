/// A sequence of moves of some decision makers from one state, in which nobody moves twice in a row.
public struct MoveSequence: Hashable, Sendable {
    /// Who moves, and to which state, in order.
    public var steps: [Step]

    /// A move.
    public struct Step: Hashable, Sendable {
        /// Who makes it.
        public var by: Int
        /// To which state.
        public var to: Int
    }

    /// The state it ends in; nil without a step.
    public var end: Int? { steps.last?.to }
}

/// All states that some decision makers can reach from one by at least one move, with a shortest sequence to each.
///
/// A search in breadth over states and last movers; each pair is looked at once.
struct Reach {
    /// The states in the order in which they are found, nearest first; each once.
    private(set) var states: [Int] = []
    /// Whether everything was followed, or the search was ended because it had found what it looked for.
    private(set) var isComplete = true
    private var nodes: [Node] = []
    /// The node by which each state was found first; -1 where it was not.
    private var firsts: [Int32]

    private struct Node {
        var state: Int
        var by: Int
        var before: Int
    }

    /// - Parameters:
    ///   - start: where the sequences begin.
    ///   - movers: who may move.
    ///   - isAllowed: whether somebody may make a move from a state to another.
    ///   - budget: how many pairs of a state and a last mover may be found.
    ///   - visit: called with each state when it is found first; false ends the search.
    init(
        in graph: StateGraph, from start: Int, by movers: [Int], budget: Int = .max,
        isAllowed: (Int, Int, Int) -> Bool,
        until visit: (Int) -> Bool = { _ in true }
    ) {
        // Two nodes a state suffice: with its first last mover, and with some other.
        var others = [Int16](repeating: -1, count: graph.count)
        firsts = [Int32](repeating: -1, count: graph.count)
        var next = 0
        func follow(_ state: Int, after last: Int, node: Int) -> Bool {
            for mover in movers where mover != last {
                for end in graph.successors(of: state, by: mover) where isAllowed(mover, state, end) {
                    if nodes.count >= budget {
                        isComplete = false
                        return false
                    }
                    let first = Int(firsts[end])
                    if first >= 0 {
                        if others[end] >= 0 || nodes[first].by == mover { continue }
                        others[end] = Int16(truncatingIfNeeded: mover)
                        nodes.append(Node(state: end, by: mover, before: node))
                        continue
                    }
                    firsts[end] = Int32(truncatingIfNeeded: nodes.count)
                    nodes.append(Node(state: end, by: mover, before: node))
                    states.append(end)
                    if !visit(end) { return false }
                }
            }
            return true
        }
        if !follow(start, after: -1, node: -1) { return }
        while next < nodes.count {
            let node = nodes[next]
            if !follow(node.state, after: node.by, node: next) { return }
            next += 1
        }
    }

    /// A shortest sequence to a state that was found.
    func sequence(to state: Int) -> MoveSequence? {
        guard firsts[state] >= 0 else { return nil }
        var node = Int(firsts[state])
        var steps: [MoveSequence.Step] = []
        while node >= 0 {
            steps.append(.init(by: nodes[node].by, to: nodes[node].state))
            node = nodes[node].before
        }
        return MoveSequence(steps: steps.reversed())
    }
}
