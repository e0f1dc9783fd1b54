/// Who does what, by when, where, after what, verified by whom, and what follows if not. Public facts only:
/// what it costs or is worth to a party stands in that party's sheet.
public struct Commitment: Hashable, Sendable, Identifiable {
    /// The stable name, unique in the dossier.
    public var id: CommitmentID
    /// Who does it, together: at least one.
    public var who: [PartyID]
    /// A short name that people read in tables and sentences; nil: ``what`` is short enough.
    public var title: Text?
    /// What is done.
    public var what: Text
    /// Where.
    public var `where`: Text?
    /// By when, in words: for people, not for the timetable.
    public var by: Text?
    /// What must come before its doing begins: one of each group, of all groups.
    public var after: [[Prerequisite]]
    /// By when it must be done.
    public var deadline: Deadline?
    /// How long its doing takes; nil: it is done the moment it begins.
    public var takes: DoingTime?
    /// Who verifies it.
    public var verifiedBy: [PartyID]
    /// How long verification may take, once it is done; nobody at the table decides how long within the range. nil: not said.
    public var verification: TimeRange?
    /// What follows if it is not done, or not verified.
    public var ifNot: [Response]
    /// Commitments that are done at the same moment.
    public var togetherWith: [CommitmentID]
    /// The steps in which it is done.
    public var tranches: Tranches?
    /// How long what is done stays in force: until its sunset; nil: for good.
    public var lasts: TimeSpan?
    /// Minimums that it carries out; such a commitment may wait for nobody's performance, be no response and be
    /// suspended by none.
    public var fulfils: [MinimumID]
    /// The clause of the agreement.
    public var article: Article?
    /// What it is about, in the codes of published collections.
    public var topics: [TopicCode]
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// A commitment.
    public init(
        id: CommitmentID, who: [PartyID], title: Text? = nil, what: Text, `where`: Text? = nil,
        by: Text? = nil,
        after: [[Prerequisite]] = [], deadline: Deadline? = nil, takes: DoingTime? = nil,
        verifiedBy: [PartyID] = [], verification: TimeRange? = nil, ifNot: [Response] = [],
        togetherWith: [CommitmentID] = [], tranches: Tranches? = nil, lasts: TimeSpan? = nil,
        fulfils: [MinimumID] = [], article: Article? = nil, topics: [TopicCode] = [],
        sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.who = who
        self.title = title
        self.what = what
        self.where = `where`
        self.by = by
        self.after = after
        self.deadline = deadline
        self.takes = takes
        self.verifiedBy = verifiedBy
        self.verification = verification
        self.ifNot = ifNot
        self.togetherWith = togetherWith
        self.tranches = tranches
        self.lasts = lasts
        self.fulfils = fulfils
        self.article = article
        self.topics = topics
        self.sources = sources
        self.seenBy = seenBy
    }

    /// What it is called in tables and sentences: its title, else what is done.
    public var name: Text { title ?? what }

    /// The commitments that it names: that it waits for, is done with, goes in step with, or suspends or begins if it is not kept.
    public var commitmentsNamed: Set<CommitmentID> {
        var names = Set(after.joined().compactMap(\.of.commitment)).union(togetherWith)
        if case .within(_, let milestone?) = deadline, let id = milestone.commitment { names.insert(id) }
        if let id = tranches?.inStepWith { names.insert(id) }
        for response in ifNot { names.formUnion(response.suspends + [response.begins].compactMap { $0 }) }
        return names
    }
}

extension Milestone {
    /// The commitment that it is a milestone of.
    public var commitment: CommitmentID? {
        if case .commitment(let id, _, _) = self { id } else { nil }
    }

    /// The event that it is.
    public var event: EventID? {
        if case .event(let id) = self { id } else { nil }
    }
}

/// How long the doing of a commitment takes, and who decides how long.
public struct DoingTime: Hashable, Sendable {
    /// Who decides how long something takes within its range.
    public enum Decider: Hashable, Sendable {
        /// Those who do it.
        case doer
        /// Nobody: weather, mines, queues.
        case nature
        /// A party that follows no timetable of the table's: a parliament, the owner of a measure.
        case party(PartyID)
    }

    /// The shortest.
    public var least: TimeSpan
    /// The longest; nil, for a doer that decides itself: as long as the deadlines allow.
    public var greatest: TimeSpan?
    /// Who decides within the range.
    public var decidedBy: Decider

    /// A duration.
    public init(from least: TimeSpan, to greatest: TimeSpan?, decidedBy: Decider = .doer) {
        self.least = least
        self.greatest = greatest
        self.decidedBy = decidedBy
    }
}

/// What follows if a commitment is not done or not verified.
public struct Response: Hashable, Sendable {
    /// Of what kind it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// What was suspended or lifted returns.
        case snapback
        /// What others owe is suspended.
        case suspension
        /// A guarantor acts.
        case guarantee
    }

    /// Who responds; none: nobody is named.
    public var who: [PartyID]
    /// With what; nil where ``begins`` says it.
    public var what: Text?
    /// Of what kind it is, where that is said.
    public var kind: Kind?
    /// Within how long of the failed verification; nil: not said.
    public var within: TimeSpan?
    /// Commitments of others that then no longer bind.
    public var suspends: [CommitmentID]
    /// A commitment that the response consists in; it is done in this case alone.
    public var begins: CommitmentID?

    /// A response.
    public init(
        who: [PartyID] = [], what: Text? = nil, kind: Kind? = nil, within: TimeSpan? = nil,
        suspends: [CommitmentID] = [], begins: CommitmentID? = nil
    ) {
        self.who = who
        self.what = what
        self.kind = kind
        self.within = within
        self.suspends = suspends
        self.begins = begins
    }

    /// Whether it is a branch of the timetable: somebody responds within a time, or a commitment begins.
    public var isBranch: Bool { begins != nil || (!who.isEmpty && within != nil) }
}

/// Steps in which a commitment is done.
public struct Tranches: Hashable, Sendable {
    /// How many: at least two, at most ``limit``.
    public var count: Int
    /// How long from the verification of one, or its end where nobody verifies, to the beginning of the next at the earliest.
    public var least: TimeSpan
    /// At the latest; nil: whenever.
    public var greatest: TimeSpan?
    /// The commitment, with as many tranches, that goes step by step with this one: each tranche of this follows the same
    /// tranche of that, and the next tranche of that follows this one.
    public var inStepWith: CommitmentID?

    /// The most tranches of a commitment.
    public static let limit = 60

    /// So many tranches.
    public init(
        _ count: Int, least: TimeSpan = .zero, greatest: TimeSpan? = nil, inStepWith: CommitmentID? = nil
    ) {
        self.count = count
        self.least = least
        self.greatest = greatest
        self.inStepWith = inStepWith
    }
}

/// A clause of an agreement, and whether its number was checked against the text.
public struct Article: Hashable, Sendable {
    /// As the agreement numbers it, such as `9` or `34(iii)`.
    public var number: String
    /// Whether somebody has compared it with the text.
    public var isChecked: Bool

    /// A clause.
    public init(_ number: String, isChecked: Bool = false) {
        self.number = number
        self.isChecked = isChecked
    }
}

/// What something is about, in the code of a published collection of agreements.
public struct TopicCode: Hashable, Sendable {
    /// The collection.
    public enum Scheme: String, Hashable, Sendable, CaseIterable {
        /// The Peace Accords Matrix of the Kroc Institute, by the names of its provisions.
        case pam
        /// The PA-X database of the University of Edinburgh, by its variables.
        case paX = "pa-x"
    }

    /// The collection.
    public var scheme: Scheme
    /// The code in it.
    public var code: String

    /// A code.
    public init(_ scheme: Scheme, _ code: String) {
        self.scheme = scheme
        self.code = code
    }
}
