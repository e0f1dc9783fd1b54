/// What one party wants, and who says so. Sheets of different bases never mix silently.
public struct Sheet: Hashable, Sendable, Identifiable {
    /// Who says so.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// The party itself.
        case declared
        /// Somebody else, about the party.
        case estimate
        /// Nobody: the numbers are invented to show how the program works.
        case illustration
    }

    /// The stable name: the stem of the file's name.
    public var id: SheetID
    /// Whose wants these are.
    public var party: PartyID
    /// Who says so, in kind.
    public var basis: Basis
    /// Who says so, by name.
    public var by: Text?
    /// When.
    public var dated: CalendarDate?
    /// More about it.
    public var text: Text?
    /// How much each issue counts; sets the scale.
    public var weights: Weights
    /// How good each option of an issue is, of that issue's ``outOf``.
    public var values: [IssueID: OptionValues]
    /// The value that counts as the whole of an issue; ``Sheet/defaultOutOf`` where it is not given.
    public var outOf: [IssueID: Rational]
    /// What combinations add or take away.
    public var interactions: [Interaction]
    /// The most that a utility can be; nil: no cap.
    public var atMost: Rational?
    /// What having no agreement is worth.
    public var withoutAgreement: WithoutAgreement?
    /// What the party is thought or known never to accept.
    public var redLines: [RedLine]
    /// What the party answered when it was asked, as it was said.
    public var answers: [SheetAnswer]
    /// What the party prefers among the states of the dossier's graph model.
    public var states: StatePreferences?
    /// What commitments cost the party and are worth to it.
    public var commitments: [CommitmentID: Stake]
    /// How much less a year later counts, as a share: 1/10 for a tenth; nil: not said.
    public var discountAYear: Amount?
    /// What it says of shifting power, of guarantees, and of an exchange in steps.
    public var incentives: IncentiveTerms?
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it besides the team; a party always sees the sheets it has declared.
    public var seenBy: Visibility

    /// The value that counts as the whole of an issue unless the sheet says otherwise.
    public static let defaultOutOf: Rational = 100
    /// The sum of the weights where only their order or levels are given and no total.
    public static let defaultTotal: Rational = 100

    /// A sheet.
    public init(
        id: SheetID, party: PartyID, basis: Basis, by: Text? = nil, dated: CalendarDate? = nil,
        text: Text? = nil, weights: Weights = .numbers([:]), values: [IssueID: OptionValues] = [:],
        outOf: [IssueID: Rational] = [:], interactions: [Interaction] = [], atMost: Rational? = nil,
        withoutAgreement: WithoutAgreement? = nil, redLines: [RedLine] = [], answers: [SheetAnswer] = [],
        states: StatePreferences? = nil, commitments: [CommitmentID: Stake] = [:],
        discountAYear: Amount? = nil, incentives: IncentiveTerms? = nil, sources: [Citation] = [],
        seenBy: Visibility = .team
    ) {
        self.id = id
        self.party = party
        self.basis = basis
        self.by = by
        self.dated = dated
        self.text = text
        self.weights = weights
        self.values = values
        self.outOf = outOf
        self.interactions = interactions
        self.atMost = atMost
        self.withoutAgreement = withoutAgreement
        self.redLines = redLines
        self.answers = answers
        self.states = states
        self.commitments = commitments
        self.discountAYear = discountAYear
        self.incentives = incentives
        self.sources = sources
        self.seenBy = seenBy
    }
}

/// A number, or a range in which it lies.
public struct Amount: Hashable, Sendable {
    /// The least it can be.
    public var least: Rational
    /// The greatest it can be; equal to ``least`` for a number.
    public var greatest: Rational

    /// A number.
    public init(_ number: Rational) {
        least = number
        greatest = number
    }

    /// A range, ends included.
    ///
    /// - Precondition: `least` is not greater than `greatest`.
    public init(from least: Rational, to greatest: Rational) {
        precondition(least <= greatest, "a range runs from its least to its greatest end")
        self.least = least
        self.greatest = greatest
    }

    /// Whether it is a number.
    public var isExact: Bool { least == greatest }
    /// The midpoint.
    public var central: Rational { isExact ? least : (least + greatest) / 2 }
}

/// How good or how important something is, in a word. Levels are an order with ties and no distances.
public enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The party wants nothing more.
    case essential
    /// Wanted much.
    case important
    /// Wanted.
    case useful
    /// Neither wanted nor unwanted.
    case indifferent
    /// Not wanted.
    case unwelcome
    /// Never to be accepted: acts as a red line of firmness `believed`.
    case impossible

    /// Better first.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .essential: 0
        case .important: 1
        case .useful: 2
        case .indifferent: 3
        case .unwelcome: 4
        case .impossible: 5
        }
    }
}

/// How much each issue counts to a party.
public enum Weights: Hashable, Sendable {
    /// Numbers or ranges; an issue that is not named weighs 0. They set the party's scale.
    case numbers([IssueID: Amount], total: Rational? = nil)
    /// Most important first, known ties together; an issue that is not named weighs 0.
    case order([[IssueID]], total: Rational? = nil)
    /// A word for each issue; an issue that is not named weighs 0.
    case levels([IssueID: Level], total: Rational? = nil)

    /// The issues that are named.
    public var issues: Set<IssueID> {
        switch self {
        case .numbers(let amounts, _): Set(amounts.keys)
        case .order(let groups, _): Set(groups.joined())
        case .levels(let levels, _): Set(levels.keys)
        }
    }
}

/// How good the options of one issue are to a party.
public enum OptionValues: Hashable, Sendable {
    /// Numbers or ranges, of the issue's out-of; an option that is not named is unknown.
    case numbers([OptionID: Amount])
    /// Best first, known ties together; an option that is not named is unknown.
    case order([[OptionID]])
    /// A word for each option; an option that is not named is unknown.
    case levels([OptionID: Level])

    /// The options that are named.
    public var options: Set<OptionID> {
        switch self {
        case .numbers(let amounts): Set(amounts.keys)
        case .order(let groups): Set(groups.joined())
        case .levels(let levels): Set(levels.keys)
        }
    }
}

/// What a combination adds to a party's utility, or takes from it.
public struct Interaction: Hashable, Sendable {
    /// The combination.
    public var when: Condition
    /// Points added; negative for points taken.
    public var add: Amount
    /// The reason in words.
    public var because: Text?
    /// Where this is known from.
    public var sources: [Citation]

    /// An interaction.
    public init(when: Condition, add: Amount, because: Text? = nil, sources: [Citation] = []) {
        self.when = when
        self.add = add
        self.because = because
        self.sources = sources
    }
}

/// What having no agreement is worth to a party: a scenario with a text and a number or range.
public struct WithoutAgreement: Hashable, Sendable {
    /// The scenario in words.
    public var text: Text?
    /// Its worth today, on the scale of the sheet; nil where nobody has said.
    public var worth: Amount?
    /// Its worth if there is still no agreement after so many months; see ``overTimeLimit``.
    public var overTime: [Int: Amount]
    /// Where this is known from.
    public var sources: [Citation]

    /// The most months that a scenario may look ahead.
    public static let overTimeLimit = 600

    /// A scenario.
    public init(
        text: Text? = nil, worth: Amount? = nil, overTime: [Int: Amount] = [:], sources: [Citation] = []
    ) {
        self.text = text
        self.worth = worth
        self.overTime = overTime
        self.sources = sources
    }

    /// Its worth today: as stated, else as stated for after no month at all.
    public var now: Amount? { worth ?? overTime[0] }

    /// The months for which a worth is stated, today's left out, in order.
    public var horizons: [Int] { overTime.keys.filter { $0 > 0 }.sorted() }

    /// Its worth after so many months: as last stated by then; nil where nobody has said.
    public func worth(after months: Int) -> Amount? {
        horizons.last { $0 <= months }.map { overTime[$0] } ?? now
    }
}

/// What a party is thought or known never to accept.
public struct RedLine: Hashable, Sendable {
    /// How it is known.
    public enum Firmness: String, Hashable, Sendable, CaseIterable {
        /// The party said so.
        case stated
        /// Somebody thinks so.
        case believed
        /// Its law binds it.
        case legal
    }

    /// A package crosses the line where this is true.
    public var choose: Condition
    /// How it is known.
    public var firmness: Firmness
    /// The reason in words.
    public var because: Text?
    /// Where this is known from.
    public var sources: [Citation]

    /// A red line.
    public init(choose: Condition, firmness: Firmness, because: Text? = nil, sources: [Citation] = []) {
        self.choose = choose
        self.firmness = firmness
        self.because = because
        self.sources = sources
    }
}
