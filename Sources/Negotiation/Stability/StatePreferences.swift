/// What a decision maker prefers among the states of the ``ConflictModel``.
///
/// What is not said is not known: a state that a ranking leaves out may stand anywhere in it.
public struct StatePreferences: Hashable, Sendable {
    /// How it is said.
    public enum Form: Hashable, Sendable {
        /// Best first, ties together.
        case ranking([[StateID]])
        /// Several rankings, each of some states; states that none of them compares, directly or through others, are not compared.
        case rankings([[[StateID]]])
        /// Option prioritising (Peng, Hipel, Kilgour and Fang 1997): statements, most important first. Of two states the better
        /// is the one that makes the first statement true on which they differ.
        case statements([StateStatement])
        /// Numbers or ranges, more is better; only their order counts.
        case numbers([StateID: Amount])
        /// Numbers or ranges by option: a state is worth the sum over the options that are taken in it, more is better, and only
        /// the order counts. An option that is not named adds nothing.
        case points([ModelOptionID: Amount])
    }

    /// How it is said.
    public var form: Form
    /// Pairs of states of which it is not known which is preferred, whatever the form says.
    public var unknown: [StatePair]
    /// The decision makers who are thought to see it so; in their game, and in no other, these preferences are the party's.
    /// Empty: everybody who has no view of its own.
    public var heldBy: [PartyID]

    /// Preferences.
    public init(_ form: Form, unknown: [StatePair] = [], heldBy: [PartyID] = []) {
        self.form = form
        self.unknown = unknown
        self.heldBy = heldBy
    }
}

/// Two states.
public struct StatePair: Hashable, Sendable {
    /// One.
    public var first: StateID
    /// The other.
    public var second: StateID

    /// Two states.
    public init(_ first: StateID, _ second: StateID) {
        self.first = first
        self.second = second
    }
}

/// A sentence about options that is true or false of a state.
public indirect enum StateStatement: Hashable, Sendable {
    /// The option is taken.
    case option(ModelOptionID)
    /// The state fits.
    case pattern(StatePattern)
    /// Not true.
    case not(StateStatement)
    /// All are true.
    case and([StateStatement])
    /// At least one is true.
    case or([StateStatement])
    /// The first if the second: the second is false or the first is true.
    case `if`(StateStatement, StateStatement)
    /// Both are true or both are false.
    case iff(StateStatement, StateStatement)

    /// The options it names, in the order in which they stand.
    public var options: [ModelOptionID] {
        switch self {
        case .option(let id): [id]
        case .pattern: []
        case .not(let part): part.options
        case .and(let parts), .or(let parts): parts.flatMap(\.options)
        case .if(let left, let right), .iff(let left, let right): left.options + right.options
        }
    }

    /// Whether it is true of the state with these taken options; `places` gives each option's bit.
    ///
    /// An option without a place counts as not taken. Complexity: linear in the size of the statement.
    public func holds(in state: UInt64, places: [ModelOptionID: Int]) -> Bool {
        switch self {
        case .option(let id): places[id].map { state >> UInt64($0) & 1 == 1 } ?? false
        case .pattern(let pattern): pattern.fits(state)
        case .not(let part): !part.holds(in: state, places: places)
        case .and(let parts): parts.allSatisfy { $0.holds(in: state, places: places) }
        case .or(let parts): parts.contains { $0.holds(in: state, places: places) }
        case .if(let left, let right):
            !right.holds(in: state, places: places) || left.holds(in: state, places: places)
        case .iff(let left, let right):
            left.holds(in: state, places: places) == right.holds(in: state, places: places)
        }
    }
}
