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
    public var isStable: Bool { improvements.allSatisfy { $0.sanction != nil } }

    /// A step that would be better for the decision maker.
    public struct Improvement: Hashable, Sendable {
        /// Where it leads.
        public var to: Int
        /// How the others deter it, a shortest way; nil where nobody does.
        public var sanction: MoveSequence?
    }
}

extension LocalGame {
    /// Why a state is or is not stable for the decision maker.
    ///
    /// Complexity: for each improvement the moves that the others can reach.
    public func standing(of state: Int, _ concept: Concept) -> Standing {
        Standing(
            state: state, mover: mover, concept: concept,
            improvements: improvements(from: state).map {
                .init(to: $0, sanction: sanction($0, from: state, concept))
            })
    }
}
