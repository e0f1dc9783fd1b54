/// A way in which a coalition overturns a state: a state that it can reach and that is better for each of its members.
///
/// Kilgour, Hipel, Fang and Peng 2001, *Coalition analysis in group decision support*, Group Decision and Negotiation 10(2).
public struct CoalitionImprovement: Hashable, Sendable {
    /// The members, ascending.
    public var members: [Int]
    /// The state that is left.
    public var from: Int
    /// How the members get to the better state, each by moves of its own.
    public var sequence: MoveSequence
    /// The better state.
    public var to: Int { sequence.end ?? from }
}

extension GraphModel {
    /// What a coalition can improve from a state: all states that are surely better for every member and that its members reach by
    /// moves in which nobody moves twice in a row, nearest first.
    ///
    /// - Precondition: `members` are decision makers, each once, at least one.
    ///
    /// Complexity: linear in the moves that the members can reach.
    public func coalitionImprovements(of members: [Int], from state: Int) -> [CoalitionImprovement] {
        let reach = Reach(in: graph, from: state, by: members) { _, _, _ in true }
        return reach.states.compactMap { end in
            guard members.allSatisfy({ preferences[$0].surelyPrefers(end, to: state) }) else { return nil }
            return reach.sequence(to: end).map {
                CoalitionImprovement(members: members, from: state, sequence: $0)
            }
        }
    }

    /// The nearest improvement of a coalition from a state; nil where it has none, which makes the state coalition-Nash for it.
    public func firstCoalitionImprovement(of members: [Int], from state: Int) -> CoalitionImprovement? {
        var found: Int?
        let reach = Reach(in: graph, from: state, by: members, isAllowed: { _, _, _ in true }) { end in
            if members.allSatisfy({ preferences[$0].surelyPrefers(end, to: state) }) { found = end }
            return found == nil
        }
        return found.flatMap { reach.sequence(to: $0) }
            .map { CoalitionImprovement(members: members, from: state, sequence: $0) }
    }

    /// The smallest coalitions that overturn a state, each with its nearest improvement; none where the state survives all coalitions.
    ///
    /// A coalition that has a smaller one in it that overturns the state is passed over.
    ///
    /// - Parameters:
    ///   - state: the state.
    ///   - budget: how many coalitions may be looked at.
    /// - Returns: the coalitions, by size and then by members; and whether all were looked at.
    ///
    /// Complexity: 2 to the number of decision makers, times the moves.
    public func overturning(_ state: Int, budget: Int = 1 << 12) -> (
        coalitions: [CoalitionImprovement], isComplete: Bool
    ) {
        let movers = graph.decisionMakers
        guard movers < 62 else { return ([], false) }
        let all = (UInt64(1) << UInt64(movers)) - 1
        var found: [(mask: UInt64, improvement: CoalitionImprovement)] = []
        var looked = 0
        for size in stride(from: 1, through: movers, by: 1) {
            // Gosper's way through all masks with so many bits.
            var mask = (UInt64(1) << UInt64(size)) - 1
            while mask <= all {
                if !found.contains(where: { $0.mask & mask == $0.mask }) {
                    looked += 1
                    if looked > budget { return (found.map(\.improvement), false) }
                    let members = (0..<movers).filter { mask >> UInt64($0) & 1 == 1 }
                    if let improvement = firstCoalitionImprovement(of: members, from: state) {
                        found.append((mask, improvement))
                    }
                }
                let low = mask & ~(mask - 1)
                let ripple = mask + low
                mask = ((ripple ^ mask) >> 2) / low | ripple
            }
        }
        return (found.map(\.improvement), true)
    }

    /// The model in which some decision makers act as one: it goes wherever its members can go together, and prefers a state where
    /// every member does.
    ///
    /// The coalition takes the place of its first member; the others keep their order. What the coalition's members think of others,
    /// and others of them, is left out.
    ///
    /// - Parameter members: decision makers, each once, at least two.
    /// - Throws: ``ModelTooLarge``; preferences of a group can only be compared pair by pair.
    public func merging(_ members: [Int]) throws(ModelTooLarge) -> (
        model: GraphModel, decisionMakers: [[Int]]
    ) {
        guard graph.count <= PairwisePreference.stateLimit else {
            throw ModelTooLarge(.pairwiseStates(graph.count, limit: PairwisePreference.stateLimit))
        }
        let group = members.sorted()
        var makers: [[Int]] = []
        for maker in 0..<graph.decisionMakers {
            if maker == group[0] {
                makers.append(group)
            } else if !group.contains(maker) {
                makers.append([maker])
            }
        }
        var lists: [[(from: Int, to: Int)]] = []
        var total = 0
        for maker in makers {
            var list: [(from: Int, to: Int)] = []
            for state in 0..<graph.count {
                let ends =
                    maker.count == 1
                    ? graph.successors(of: state, by: maker[0])
                    : Reach(in: graph, from: state, by: maker) { _, _, _ in true }.states
                total += ends.count
                if total > StateGraph.listLimit {
                    throw ModelTooLarge(.moves(atLeast: total, limit: StateGraph.listLimit))
                }
                list += ends.map { (state, $0) }
            }
            lists.append(list)
        }
        let merged = try StateGraph(count: graph.count, patterns: graph.patterns, moves: lists)
        var together: [StatePreference] = []
        for maker in makers {
            together.append(
                maker.count == 1
                    ? preferences[maker[0]]
                    : .pairs(
                        try PairwisePreference(together: maker.map { preferences[$0] }, count: graph.count)))
        }
        return (GraphModel(merged, together), makers)
    }
}
