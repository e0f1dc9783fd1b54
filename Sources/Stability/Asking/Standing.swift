/// Why a state is or is not stable for a decision maker, as data.
public struct Standing: Hashable, Sendable {
    /// The state.
    public var state: Int
    /// The decision maker.
    public var mover: Int
    /// In which sense.
    public var concept: Concept
    /// Each state for which the decision maker would leave, and what answers it.
    public var improvements: [Improvement]

    /// Whether the state is stable: nothing is left for which it would leave, or everything is answered.
    public var isStable: Bool
    /// How many states for which it would leave are not in the list.
    public var unlisted = 0

    /// A step that would be better for the decision maker.
    public struct Improvement: Hashable, Sendable {
        /// Where it leads.
        public var to: Int
        /// How the others deter it, a shortest way; nil where nobody does, or where none was found within the budget.
        public var sanction: MoveSequence?
        /// Whether the others' moves were followed far enough to tell.
        public var isSettled = true
    }

    /// Whether every improvement is there and settled.
    public var isWhole: Bool { unlisted == 0 && improvements.allSatisfy(\.isSettled) }
}

extension LocalGame {
    /// Why a state is or is not stable for the decision maker.
    ///
    /// - Parameters:
    ///   - state: the state.
    ///   - concept: in which sense.
    ///   - isStable: the verdict, where it is known already; nil: it is what the reasons say.
    ///   - limit: how many improvements are looked at.
    ///   - budget: how many pairs of a state and a last mover may be followed for each.
    ///
    /// Complexity: for each improvement the moves that the others can reach.
    public func standing(
        of state: Int, _ concept: Concept, isStable: Bool? = nil, limit: Int = .max, budget: Int = .max
    ) -> Standing {
        let all = improvements(from: state)
        let looked = all.prefix(limit).map { improvement in
            let (found, isSettled) = answer(to: improvement, from: state, concept, budget: budget)
            return Standing.Improvement(to: improvement, sanction: found, isSettled: isSettled)
        }
        return Standing(
            state: state, mover: mover, concept: concept, improvements: looked,
            isStable: isStable ?? looked.allSatisfy { $0.sanction != nil }, unlisted: all.count - looked.count
        )
    }
}
