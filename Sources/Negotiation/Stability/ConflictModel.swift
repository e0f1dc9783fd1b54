/// Who could do what about an agreement, or without one: the words of the graph model for conflict resolution
/// (Kilgour, Hipel and Fang 1987; Fang, Hipel and Kilgour 1993, *Interactive Decision Making*).
///
/// A **decision maker** controls **options**, each taken or not; a **state** says of every option whether it is taken. What the
/// decision makers prefer stands in their sheets (``Sheet/states``), so that nobody sees another's by seeing the model.
public struct ConflictModel: Hashable, Sendable {
    /// The name of the model.
    public var title: Text?
    /// More about it: what it leaves out, what it was made from.
    public var text: Text?
    /// What it is where it is not made from a record; nil: it is.
    public var basis: Dossier.Basis?
    /// Who could do what, in the order of the file. The order of the options is that of the letters of a ``StatePattern``.
    public var decisionMakers: [DecisionMaker]
    /// Which states cannot be.
    public var infeasible: [Infeasibility]
    /// States with a name of their own; other states are named by their letters.
    public var states: [NamedState]
    /// Kinds of states that count as one state each: all feasible states that fit the pattern.
    public var coalesced: [NamedState]
    /// The moves, where they do not follow from the options; nil: a decision maker moves by changing its options.
    public var moves: [StateMove]?
    /// Where things stand.
    public var statusQuo: StateID?
    /// States that the briefing explains, and for which it says what would keep them.
    public var inQuestion: [StateID]
    /// What the decision makers prefer, in a file that stands alone; in a dossier it stands in the sheets.
    public var preferences: [PartyID: StatePreferences]
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// The most options of a model.
    public static let optionLimit = 62

    /// A model.
    public init(
        title: Text? = nil, text: Text? = nil, basis: Dossier.Basis? = nil,
        decisionMakers: [DecisionMaker] = [],
        infeasible: [Infeasibility] = [], states: [NamedState] = [], coalesced: [NamedState] = [],
        moves: [StateMove]? = nil, statusQuo: StateID? = nil, inQuestion: [StateID] = [],
        preferences: [PartyID: StatePreferences] = [:], sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.title = title
        self.text = text
        self.basis = basis
        self.decisionMakers = decisionMakers
        self.infeasible = infeasible
        self.states = states
        self.coalesced = coalesced
        self.moves = moves
        self.statusQuo = statusQuo
        self.inQuestion = inQuestion
        self.preferences = preferences
        self.sources = sources
        self.seenBy = seenBy
    }

    /// All options, in the order of the letters of a pattern.
    public var options: [ModelOption] { decisionMakers.flatMap(\.options) }
}

/// One who can act in a ``ConflictModel``.
public struct DecisionMaker: Hashable, Sendable {
    /// The party; in a file that stands alone, any name.
    public var party: PartyID
    /// The name that people read, where no dossier gives the party's.
    public var name: Text?
    /// What it can do or leave.
    public var options: [ModelOption]

    /// A decision maker.
    public init(party: PartyID, name: Text? = nil, options: [ModelOption] = []) {
        self.party = party
        self.name = name
        self.options = options
    }
}

/// Something that a decision maker can do or leave. On pages: a step open to a party.
public struct ModelOption: Hashable, Sendable, Identifiable {
    /// Which changes are possible.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// It can be begun and ended.
        case both
        /// Once begun it cannot be ended.
        case forth
        /// Once ended it cannot be begun again.
        case back
    }

    /// The stable name, one of its kind in the model.
    public var id: ModelOptionID
    /// The title that people read.
    public var title: Text?
    /// More about it.
    public var text: Text?
    /// Which changes are possible.
    public var direction: Direction
    /// Whether it is only proposed: nobody has it unless an analysis adds it.
    public var isProposed: Bool

    /// An option.
    public init(
        id: ModelOptionID, title: Text? = nil, text: Text? = nil, direction: Direction = .both,
        isProposed: Bool = false
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.direction = direction
        self.isProposed = isProposed
    }
}

/// Which options are taken: one letter an option, `Y` taken, `N` not taken, `-` either.
public struct StatePattern: Hashable, Sendable {
    /// The options that are taken, bit k for the option at place k.
    public var taken: UInt64
    /// The options of which something is said.
    public var stated: UInt64

    /// A pattern; what is taken is also stated.
    public init(taken: UInt64, stated: UInt64) {
        self.taken = taken & stated
        self.stated = stated
    }

    /// Reads letters; nil for anything but at most 64 of `Y`, `N`, `-` (small letters count as large ones).
    public init?(_ text: some StringProtocol) {
        let letters = Array(text.utf8)
        guard letters.count <= 64 else { return nil }
        var (taken, stated) = (UInt64(0), UInt64(0))
        for (place, letter) in letters.enumerated() {
            switch letter {
            case UInt8(ascii: "Y"), UInt8(ascii: "y"):
                taken |= 1 << UInt64(place)
                stated |= 1 << UInt64(place)
            case UInt8(ascii: "N"), UInt8(ascii: "n"): stated |= 1 << UInt64(place)
            case UInt8(ascii: "-"): break
            default: return nil
            }
        }
        self.init(taken: taken, stated: stated)
    }

    /// Whether a state, given by its taken options, fits.
    public func fits(_ state: UInt64) -> Bool { state & stated == taken }

    /// The letters, for so many options.
    public func letters(_ count: Int) -> String {
        String(
            (0..<count).map { place -> Character in
                let bit = UInt64(1) << UInt64(place)
                return stated & bit == 0 ? "-" : taken & bit == 0 ? "N" : "Y"
            })
    }
}

/// A state, or a kind of states, with a name.
public struct NamedState: Hashable, Sendable, Identifiable {
    /// The stable name.
    public var id: StateID
    /// The title that people read.
    public var title: Text?
    /// The options that are taken; nil in a model whose moves stand in the file and need none.
    public var pattern: StatePattern?

    /// A named state.
    public init(id: StateID, title: Text? = nil, pattern: StatePattern? = nil) {
        self.id = id
        self.title = title
        self.pattern = pattern
    }
}

/// States that cannot be, and why.
public struct Infeasibility: Hashable, Sendable {
    /// Which states.
    public enum Form: Hashable, Sendable {
        /// Those that fit the pattern.
        case pattern(StatePattern)
        /// Those in which more than one of these is taken.
        case exclusive([ModelOptionID])
        /// Those in which none of these is taken.
        case atLeastOne([ModelOptionID])
        /// Those in which the option is taken and the statement is false.
        case onlyIf(ModelOptionID, StateStatement)
        /// Those in which all of these are taken.
        case neverTogether([ModelOptionID])
        /// Those that are not among the named ones.
        case unlisted
    }

    /// Which states.
    public var form: Form
    /// Why, in kind; as for rules.
    public var kind: Rule.Kind?
    /// Why, in words.
    public var because: Text?
    /// Where this is known from.
    public var sources: [Citation]

    /// States that cannot be.
    public init(_ form: Form, kind: Rule.Kind? = nil, because: Text? = nil, sources: [Citation] = []) {
        self.form = form
        self.kind = kind
        self.because = because
        self.sources = sources
    }
}

/// A step from one state to another that a decision maker can make alone.
public struct StateMove: Hashable, Sendable {
    /// Who makes it.
    public var by: PartyID
    /// The state in which it is made.
    public var from: StateID
    /// The state to which it leads.
    public var to: StateID

    /// A move.
    public init(by: PartyID, from: StateID, to: StateID) {
        self.by = by
        self.from = from
        self.to = to
    }
}

/// Names a ``ModelOption`` within its model.
public typealias ModelOptionID = Identifier<ModelOption>
/// Names a ``NamedState``; a state without a name of its own goes by its letters.
public typealias StateID = Identifier<NamedState>
