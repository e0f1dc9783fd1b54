import Negotiation

extension GraphModel {
    /// Verdicts by the definitions themselves, where preferences can only be compared pair by pair.
    ///
    /// Complexity: for each decision maker the states times what the others reach from each, times its moves.
    func pairwiseVerdicts(_ certainty: Certainty, cores: Int) throws(ModelTooLarge) -> Verdicts {
        guard graph.count <= PairwisePreference.stateLimit else {
            throw ModelTooLarge(.pairwiseStates(graph.count, limit: PairwisePreference.stateLimit))
        }
        let workers = graph.count < 64 ? 1 : cores
        return Verdicts(
            count: graph.count,
            Cores.map(Array(0..<graph.decisionMakers), cores: workers) { mover in
                LocalGame(self, seenBy: mover, certainty).verdicts()
            })
    }
}

/// The game as one decision maker sees it, by the definitions: for questions about single states, and for small models.
public struct LocalGame: Sendable {
    /// Whose view it is.
    public let mover: Int
    /// The states and moves.
    public let graph: StateGraph
    /// How unknown preferences are taken.
    public let certainty: Certainty
    private let own: StatePreference
    private let preferences: [StatePreference]
    private let others: [Int]

    /// The game as one decision maker sees it.
    ///
    /// - Parameters:
    ///   - model: the model that all share.
    ///   - mover: the decision maker.
    ///   - certainty: how unknown preferences are taken.
    ///   - sanctioners: what the others prefer where they act to sanction; nil: as the decision maker sees it.
    public init(
        _ model: GraphModel, seenBy mover: Int, _ certainty: Certainty = .surely,
        sanctioners: [StatePreference]? = nil
    ) {
        self.mover = mover
        graph = model.graph
        self.certainty = certainty
        let seen = model.preferences(asSeenBy: mover)
        own = seen[mover]
        preferences = sanctioners ?? seen
        others = (0..<model.graph.decisionMakers).filter { $0 != mover }
    }

    /// Whether the decision maker would leave `state` for `next`, as far as what is unknown is taken so.
    public func leaves(_ state: Int, for next: Int) -> Bool {
        switch certainty {
        case .surely: !own.surelyNotPrefers(next, to: state)
        case .possibly: own.surelyPrefers(next, to: state)
        }
    }

    /// Whether being put into `end` deters the decision maker from leaving `state`.
    public func deters(_ end: Int, from state: Int) -> Bool {
        switch certainty {
        case .surely: own.surelyNotPrefers(end, to: state)
        case .possibly: !own.surelyPrefers(end, to: state)
        }
    }

    /// The states for which the decision maker would leave this one, ascending.
    public func improvements(from state: Int) -> [Int] {
        graph.successors(of: state, by: mover).filter { leaves(state, for: $0) }
    }

    /// Whether the others may make a move while they sanction.
    private func mayMove(_ concept: Concept) -> (Int, Int, Int) -> Bool {
        guard concept.isCredible else { return { _, _, _ in true } }
        let preferences = preferences
        return { by, from, to in !preferences[by].surelyNotPrefers(to, to: from) }
    }

    /// Whether the others, having put the decision maker into `end`, have deterred it.
    private func isSanction(_ end: Int, from state: Int, _ concept: Concept) -> Bool {
        guard deters(end, from: state) else { return false }
        return !concept.isSymmetric
            || graph.successors(of: end, by: mover).allSatisfy { deters($0, from: state) }
    }

    /// How the others deter the decision maker from one improvement: a shortest sequence to a sanction; nil where they do not.
    ///
    /// Complexity: linear in the moves that the others can reach.
    public func sanction(_ improvement: Int, from state: Int, _ concept: Concept) -> MoveSequence? {
        answer(to: improvement, from: state, concept, budget: .max).sanction
    }

    /// The same within a budget of pairs of a state and a last mover; and whether it was enough to tell.
    func answer(
        to improvement: Int, from state: Int, _ concept: Concept, budget: Int
    ) -> (sanction: MoveSequence?, isSettled: Bool) {
        guard concept != .nash else { return (nil, true) }
        var found: Int?
        let reach = Reach(
            in: graph, from: improvement, by: others, budget: budget, isAllowed: mayMove(concept)
        ) { end in
            if isSanction(end, from: state, concept) { found = end }
            return found == nil
        }
        return (found.flatMap { reach.sequence(to: $0) }, found != nil || reach.isComplete)
    }

    /// Whether a state is stable for the decision maker.
    public func isStable(_ state: Int, _ concept: Concept) -> Bool {
        improvements(from: state).allSatisfy { sanction($0, from: state, concept) != nil }
    }

    /// The states that the others can reach from one, nearest first; what a sanction may be.
    func answers(to state: Int, _ concept: Concept) -> [Int] {
        Reach(in: graph, from: state, by: others, isAllowed: mayMove(concept)).states
    }

    /// What is stable, for every state.
    func verdicts() -> MoverVerdicts {
        var result = MoverVerdicts()
        // Who would leave which state for this one?
        var leavers = [[Int]](repeating: [], count: graph.count)
        for state in 0..<graph.count {
            for next in improvements(from: state) { leavers[next].append(state) }
        }
        for concept in Concept.allCases {
            var stable = StateSet(capacity: graph.count, full: true)
            for next in 0..<graph.count where !leavers[next].isEmpty {
                let answers = concept == .nash ? [] : answers(to: next, concept)
                for state in leavers[next] where stable.contains(state) {
                    if !answers.contains(where: { isSanction($0, from: state, concept) }) {
                        stable.remove(state)
                    }
                }
            }
            result.stable[concept] = stable
        }
        return result
    }
}
