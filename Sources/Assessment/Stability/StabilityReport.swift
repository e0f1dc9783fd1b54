public import Negotiation
public import Stability

/// Whether anybody in a graph model gains by leaving a state: the answer of the front desk, in the model's words.
///
/// States are places in ``states``; decision makers are places in ``makers``.
public struct StabilityReport: Sendable {
    /// A decision maker, and what is known of what it prefers.
    public struct Maker: Hashable, Sendable {
        /// How much is known.
        public enum Knowledge: Hashable, Sendable {
            /// Every pair of states can be compared.
            case whole
            /// Some can.
            case partial
            /// Nobody has said anything, or the viewer may not see it.
            case none
        }

        /// The party.
        public var party: PartyID
        /// The name that people read, where the model stands alone.
        public var name: Text?
        /// The sheet that says it; nil in a file that stands alone, or where there is none.
        public var sheet: SheetID?
        /// Who says so, in kind.
        public var basis: Sheet.Basis?
        /// How much is known.
        public var knowledge: Knowledge
        /// What it is thought to hold of the others' preferences: by party.
        public var views: [PartyID: View]

        /// What one decision maker is thought to hold of another.
        public struct View: Hashable, Sendable {
            /// The sheet that says so.
            public var sheet: SheetID
            /// Who says so, in kind.
            public var basis: Sheet.Basis
        }
    }

    /// What follows from where things stand.
    public struct Fate: Sendable {
        /// Where things stand.
        public var state: Int
        /// By moves that are better for who makes them.
        public var improving: Paths
        /// By any moves.
        public var moving: Paths
    }

    /// Why a state is left or not: by concept, and in it by decision maker.
    public struct Account: Hashable, Sendable {
        /// The state.
        public var state: Int
        /// The reasons.
        public var standings: [Concept: [Standing]]
        /// The smallest coalitions that overturn it.
        public var overturning: [CoalitionImprovement]
        /// Whether all coalitions were looked at.
        public var looksAtAllCoalitions: Bool
    }

    /// What a coalition does.
    public struct Coalition: Sendable {
        /// Its members, by place.
        public var members: [Int]
        /// What it can overturn: the equilibria of the model, or the states that were asked about.
        public var improvements: [CoalitionImprovement]
        /// The decision makers where the coalition acts as one, each a list of places.
        public var makers: [[Int]]
        /// The verdicts of that model; nil where it is too large to be compared pair by pair.
        public var merged: Verdicts?
    }

    /// What would keep a state.
    public struct Keeping: Sendable {
        /// The state.
        public var state: Int
        /// In which sense.
        public var concept: Concept
        /// By decision maker: the smallest changes in its ranking; nil where its preferences are not known.
        public var preferences: [PreferenceChanges?]
        /// Changes in what can be done.
        public var structure: StructureChanges
    }

    /// The words of the model.
    public var model: ConflictModel
    /// The states and moves.
    public var states: ModelStates
    /// The model as the engine has it.
    public var game: GraphModel
    /// The decision makers.
    public var makers: [Maker]
    /// Which states are stable for whom; for sure, where something is not known.
    public var verdicts: Verdicts
    /// Which states are possibly stable for whom; nil where everything is known.
    public var possibly: Verdicts?
    /// What follows from where things stand; nil where the model does not say where that is.
    public var fate: Fate?
    /// Why states are left or not.
    public var accounts: [Account]
    /// In small models, for each state that nobody gains by leaving in some sense: the smallest coalitions that overturn it; none where it survives
    /// all coalitions.
    public var overturning: [Int: [CoalitionImprovement]]
    /// By equilibrium of SEQ, in small models: the coalitions that lead from it to another one.
    public var jumps: [CoalitionImprovement]
    /// What the equilibria rest on; nil in models too large for it.
    public var sensitivity: RankSensitivity?
    /// What two far-sighted decision makers would do; nil unless there are two whose preferences are known and who see them alike, in a small
    /// model.
    public var limited: LimitedMoves?
    /// The coalition that was asked about.
    public var coalition: Coalition?
    /// What would keep states.
    public var keeping: [Keeping]

    /// The most states of a model in which everything is looked at without being asked for.
    public static let smallModel = 512
    /// The most equilibria that are explained.
    public static let accountLimit = 24
    /// How many moves ahead two decision makers are followed.
    public static let horizon = 6

    /// How many states that are stable in some sense were to be explained and are not.
    public var unexplained: Int

    /// Whether no budget cut short what was asked for: the verdicts never are, and what is told besides says so itself.
    public var isExact: Bool {
        keeping.allSatisfy { $0.structure.isComplete && $0.preferences.allSatisfy { $0?.isComplete ?? true } }
    }
}
