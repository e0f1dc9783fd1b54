public import Negotiation
public import Stability

/// What is asked of a dossier's graph model.
public struct StabilityRequest: Hashable, Sendable {
    /// The sheet whose preferences count for a party, where it is not the default or the only one.
    public var sheets: [PartyID: SheetID]
    /// Proposed options that are added, and options that are taken away.
    public var scope: ModelStates.Scope
    /// The states that are explained; none: where things stand, and those in question.
    public var states: [StateID]
    /// Whether every equilibrium is explained too, up to ``StabilityReport/accountLimit``.
    public var explainsEquilibria: Bool
    /// A coalition that is looked at: what it overturns, and what is stable if it acts as one.
    public var coalition: [PartyID]
    /// States for which it is asked what would keep them.
    public var kept: [StateID]
    /// Whether that is asked of the states in question too, as far as they can be.
    public var keepsInQuestion: Bool
    /// In which sense it should be kept.
    public var concept: Concept
    /// The most cores that work at once; nil: all.
    public var cores: Int?

    /// A request.
    public init(
        sheets: [PartyID: SheetID] = [:], scope: ModelStates.Scope = .init(), states: [StateID] = [],
        explainsEquilibria: Bool = false, coalition: [PartyID] = [], kept: [StateID] = [],
        keepsInQuestion: Bool = false,
        concept: Concept = .seq,
        cores: Int? = nil
    ) {
        self.sheets = sheets
        self.scope = scope
        self.states = states
        self.explainsEquilibria = explainsEquilibria
        self.coalition = coalition
        self.kept = kept
        self.keepsInQuestion = keepsInQuestion
        self.concept = concept
        self.cores = cores
    }
}
