import Negotiation

extension Form {
    /// An answer in the shape of the file.
    static func answer(_ answer: SheetAnswer, _ issues: NameOrder<Issue>) -> Form {
        var keys = FormBuilder()
        switch answer.content {
        case .ranking(let issue, let order): keys.add("rank", .mapping([(issue.rawValue, groups(order))]))
        case .priorities(let order): keys.add("rank", groups(order))
        case .swing(let one, let other):
            keys.add("swing", swing(one))
            keys.add("over", swing(other))
        case .rather(let one, let other):
            keys.add("rather", choices(one, issues))
            keys.add("than", choices(other, issues))
        }
        keys.add("text", text: answer.text)
        keys.add("dated", date: answer.dated)
        keys.add(sources: answer.sources)
        return keys.mapping()
    }

    private static func swing(_ swing: SheetAnswer.Swing) -> Form {
        .mapping([(swing.issue.rawValue, .list([name(swing.from), name(swing.to)]))])
    }

    private static func choices(_ choices: [IssueID: OptionID], _ issues: NameOrder<Issue>) -> Form {
        .mapping(issues.sorted(choices).map { ($0.key.rawValue, name($0.value)) })
    }
}
