/// One option for each issue; a partial package leaves issues open.
public struct Package: Hashable, Sendable, Identifiable {
    /// The stable name.
    public var id: PackageID
    /// The title that people read.
    public var title: Text?
    /// More about it.
    public var text: Text?
    /// The option that settles each issue.
    public var choose: [IssueID: OptionID]
    /// Commitments that belong to the package as a whole, beside those of its options.
    public var commitments: [Commitment]
    /// When it was drafted.
    public var dated: CalendarDate?
    /// Who drafted it.
    public var by: Text?
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// A package.
    public init(
        id: PackageID, title: Text? = nil, text: Text? = nil, choose: [IssueID: OptionID],
        commitments: [Commitment] = [], dated: CalendarDate? = nil, by: Text? = nil,
        sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.choose = choose
        self.commitments = commitments
        self.dated = dated
        self.by = by
        self.sources = sources
        self.seenBy = seenBy
    }
}

/// A step of the process that settles some issues; the others stay at today's option or are deferred.
public struct Stage: Hashable, Sendable, Identifiable {
    /// An issue that a stage leaves for later on purpose.
    public struct Deferral: Hashable, Sendable {
        /// The issue.
        public var issue: IssueID
        /// To whom or to what body.
        public var to: Text?
        /// By when.
        public var by: Text?

        /// A deferral.
        public init(issue: IssueID, to: Text? = nil, by: Text? = nil) {
            self.issue = issue
            self.to = to
            self.by = by
        }
    }

    /// The stable name.
    public var id: StageID
    /// The title that people read.
    public var title: Text?
    /// The issues it settles; nil: all that no earlier stage has settled.
    public var settles: [IssueID]?
    /// The issues it defers.
    public var defers: [Deferral]
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// A stage.
    public init(
        id: StageID, title: Text? = nil, settles: [IssueID]? = nil, defers: [Deferral] = [],
        sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.title = title
        self.settles = settles
        self.defers = defers
        self.sources = sources
        self.seenBy = seenBy
    }
}
