/// Who takes part: a conflict party, a third party, or people whom the outcome concerns.
public struct Party: Hashable, Sendable, Identifiable {
    /// What a party does in the process. It may do several things.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// Its consent to the whole is needed.
        case negotiator
        /// Helps the negotiators to agree.
        case mediator
        /// Answers for the keeping of an agreement.
        case guarantor
        /// Owns a measure that an agreement may use, such as a sanction.
        case owner
        /// Gives the talks or a presence their place.
        case host
        /// Watches.
        case observer
        /// People or institutions whom the outcome concerns.
        case constituency
    }

    /// What a constituency can do to an agreement.
    public enum Power: String, Hashable, Sendable, CaseIterable {
        /// Its formal yes is needed.
        case ratify
        /// It can stop the agreement by lawful means.
        case block
        /// It can make the agreement fail.
        case spoil
        /// The agreement is carried out through it.
        case implement
    }

    /// One time, or one way, a constituency was asked.
    public struct Consultation: Hashable, Sendable {
        /// The issues it was asked about.
        public var issues: [IssueID]
        /// How it was asked.
        public var how: Text
        /// When.
        public var dated: CalendarDate?
        /// Where this is known from.
        public var sources: [Citation]

        /// One consultation.
        public init(issues: [IssueID], how: Text, dated: CalendarDate? = nil, sources: [Citation] = []) {
            self.issues = issues
            self.how = how
            self.dated = dated
            self.sources = sources
        }
    }

    /// The stable name.
    public var id: PartyID
    /// The name that people read.
    public var name: Text
    /// What it does in the process.
    public var roles: [Role]
    /// More about it.
    public var text: Text?
    /// For a constituency: the parties it belongs to.
    public var of: [PartyID]
    /// For a constituency: what it can do to an agreement.
    public var can: [Power]
    /// The issues that concern it.
    public var concerns: [IssueID]
    /// When and how it was consulted.
    public var consulted: [Consultation]
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see that it takes part.
    public var seenBy: Visibility

    /// A party.
    public init(
        id: PartyID, name: Text, roles: [Role] = [], text: Text? = nil, of: [PartyID] = [],
        can: [Power] = [], concerns: [IssueID] = [], consulted: [Consultation] = [],
        sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.name = name
        self.roles = roles
        self.text = text
        self.of = of
        self.can = can
        self.concerns = concerns
        self.consulted = consulted
        self.sources = sources
        self.seenBy = seenBy
    }

    /// Whether its consent to the whole is needed.
    public var isNegotiator: Bool { roles.contains(.negotiator) }
    /// Whether it is a constituency.
    public var isConstituency: Bool { roles.contains(.constituency) }
}

/// Who sits where on which issues.
public struct Table: Hashable, Sendable, Identifiable {
    /// The stable name.
    public var id: TableID
    /// The name that people read.
    public var title: Text?
    /// Who sits at it.
    public var parties: [PartyID]
    /// What is discussed at it.
    public var issues: [IssueID]
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// A table.
    public init(
        id: TableID, title: Text? = nil, parties: [PartyID], issues: [IssueID], sources: [Citation] = [],
        seenBy: Visibility = .team
    ) {
        self.id = id
        self.title = title
        self.parties = parties
        self.issues = issues
        self.sources = sources
        self.seenBy = seenBy
    }
}
