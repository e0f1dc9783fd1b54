/// What a party answered when it was asked, as it was said: kept beside the numbers of a sheet and checked against them,
/// never resolved into them.
public struct SheetAnswer: Hashable, Sendable {
    /// What was answered.
    public enum Content: Hashable, Sendable {
        /// Options of an issue, best first, known ties together.
        case ranking(IssueID, [[OptionID]])
        /// Issues, most important first, known ties together.
        case priorities([[IssueID]])
        /// The first change matters more than the second.
        case swing(Swing, over: Swing)
        /// Rather the first than the second; issues that neither names are taken to be settled alike.
        case rather([IssueID: OptionID], than: [IssueID: OptionID])
    }

    /// A change on one issue from one option to another.
    public struct Swing: Hashable, Sendable {
        /// The issue.
        public var issue: IssueID
        /// From this option.
        public var from: OptionID
        /// To this one.
        public var to: OptionID

        /// A change.
        public init(issue: IssueID, from: OptionID, to: OptionID) {
            self.issue = issue
            self.from = from
            self.to = to
        }
    }

    /// What was answered.
    public var content: Content
    /// The answer in words.
    public var text: Text?
    /// When.
    public var dated: CalendarDate?
    /// Where this is known from.
    public var sources: [Citation]

    /// An answer.
    public init(
        _ content: Content, text: Text? = nil, dated: CalendarDate? = nil, sources: [Citation] = []
    ) {
        self.content = content
        self.text = text
        self.dated = dated
        self.sources = sources
    }
}

extension SheetAnswer {
    /// Every option that the answer speaks of.
    public var choices: [(issue: IssueID, option: OptionID)] {
        switch content {
        case .ranking(let issue, let groups): groups.joined().map { (issue, $0) }
        case .priorities: []
        case .swing(let one, let other):
            [one, other].flatMap { [($0.issue, $0.from), ($0.issue, $0.to)] }
        case .rather(let one, let other):
            (one.sorted { $0.key < $1.key } + other.sorted { $0.key < $1.key }).map { ($0.key, $0.value) }
        }
    }

    /// Every issue that the answer speaks of.
    public var issues: Set<IssueID> {
        if case .priorities(let groups) = content { return Set(groups.joined()) }
        if case .ranking(let issue, _) = content { return [issue] }
        return Set(choices.map(\.issue))
    }
}
