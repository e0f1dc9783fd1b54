/// Why somebody wants something.
public struct Interest: Hashable, Sendable, Identifiable {
    /// The stable name.
    public var id: InterestID
    /// Whose interest it is.
    public var of: [PartyID]
    /// The interest in words.
    public var text: Text
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// An interest.
    public init(
        id: InterestID, of: [PartyID], text: Text, sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.of = of
        self.text = text
        self.sources = sources
        self.seenBy = seenBy
    }
}

/// What somebody said it wants, where, when and to whom.
public struct Position: Hashable, Sendable {
    /// To whom something was said.
    public enum Audience: Hashable, Sendable {
        /// Openly.
        case `public`
        /// To all negotiators.
        case table
        /// To the mediation team.
        case team
        /// To named parties.
        case parties([PartyID])
    }

    /// Who said it.
    public var of: PartyID
    /// On which issue.
    public var issue: IssueID
    /// The options it could accept, as said; one or several.
    public var options: [OptionID]
    /// The position in words.
    public var text: Text?
    /// When it was said.
    public var said: CalendarDate?
    /// Where it was said.
    public var `where`: Text?
    /// To whom it was said.
    public var to: Audience?
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// A position.
    public init(
        of: PartyID, issue: IssueID, options: [OptionID], text: Text? = nil, said: CalendarDate? = nil,
        `where`: Text? = nil, to: Audience? = nil, sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.of = of
        self.issue = issue
        self.options = options
        self.text = text
        self.said = said
        self.where = `where`
        self.to = to
        self.sources = sources
        self.seenBy = seenBy
    }
}

/// An obligation that holds in every package. It is never an option, a weight, a trade or a red line, and
/// nothing may make it conditional.
public struct Minimum: Hashable, Sendable, Identifiable {
    /// Where the obligation comes from.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// International humanitarian law.
        case humanitarianLaw = "humanitarian-law"
        /// Human rights law.
        case humanRights = "human-rights"
        /// The mandate of the process or of a mission.
        case mandate
    }

    /// The stable name.
    public var id: MinimumID
    /// Where the obligation comes from.
    public var kind: Kind
    /// The obligation in words.
    public var text: Text
    /// The issues it bears on.
    public var concerns: [IssueID]
    /// The law or mandate.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// A minimum.
    public init(
        id: MinimumID, kind: Kind, text: Text, concerns: [IssueID] = [], sources: [Citation] = [],
        seenBy: Visibility = .team
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.concerns = concerns
        self.sources = sources
        self.seenBy = seenBy
    }
}
