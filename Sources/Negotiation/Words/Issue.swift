/// A question to settle.
public struct Issue: Hashable, Sendable, Identifiable {
    /// The stable name.
    public var id: IssueID
    /// The title that people read.
    public var title: Text
    /// More about it.
    public var text: Text?
    /// The option in force now.
    public var today: OptionID?
    /// The answers on offer.
    public var options: [Option]
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// An issue.
    public init(
        id: IssueID, title: Text, text: Text? = nil, today: OptionID? = nil, options: [Option],
        sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.today = today
        self.options = options
        self.sources = sources
        self.seenBy = seenBy
    }

    /// The option of that name.
    public func option(_ id: OptionID) -> Option? { options.first { $0.id == id } }
}

/// One answer to an issue.
public struct Option: Hashable, Sendable, Identifiable {
    /// The stable name, unique within the issue.
    public var id: OptionID
    /// The title that people read.
    public var title: Text
    /// More about it.
    public var text: Text?
    /// Whose yes it needs beyond the negotiators'.
    public var consents: [Consent]
    /// Interests it serves.
    public var serves: [InterestID]
    /// Interests it harms.
    public var harms: [InterestID]
    /// Minimums it would breach. It is then a stated position only, and in no feasible package.
    public var breaches: [MinimumID]
    /// Who would do what.
    public var commitments: [Commitment]
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// An option.
    public init(
        id: OptionID, title: Text, text: Text? = nil, consents: [Consent] = [],
        serves: [InterestID] = [], harms: [InterestID] = [], breaches: [MinimumID] = [],
        commitments: [Commitment] = [], sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.consents = consents
        self.serves = serves
        self.harms = harms
        self.breaches = breaches
        self.commitments = commitments
        self.sources = sources
        self.seenBy = seenBy
    }
}

/// A yes that an option needs beyond the negotiators', and how far the asking has come.
public struct Consent: Hashable, Sendable {
    /// What was answered.
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        /// Given.
        case yes
        /// Refused.
        case no
        /// Given under conditions.
        case conditional
        /// Asked, and not answered yet.
        case pending
    }

    /// Whose yes.
    public var of: PartyID
    /// When it was asked; nil where nobody has asked.
    public var asked: CalendarDate?
    /// What was answered.
    public var answer: Answer?
    /// Where this is known from.
    public var sources: [Citation]

    /// A needed yes.
    public init(
        of: PartyID, asked: CalendarDate? = nil, answer: Answer? = nil, sources: [Citation] = []
    ) {
        self.of = of
        self.asked = asked
        self.answer = answer
        self.sources = sources
    }

    /// Whether somebody has asked.
    public var isAsked: Bool { asked != nil || answer != nil }
}
