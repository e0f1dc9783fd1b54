import Assessment
import Bargaining
import Negotiation

extension Telling {
    /// What changed since an earlier copy, by cause, and what each group of changes did to the space.
    func developmentChapter() -> Document.Chapter? {
        guard let development = situation.development else { return nil }
        let changes = development.changes
        let causes = Change.Cause.allCases.filter { cause in changes.contains { $0.cause == cause } }
        guard !changes.isEmpty else {
            return Document.Chapter(
                "changes", title: say("Nothing changed since the earlier copy"), blocks: [])
        }
        let where_ = wording.list(causes.map { lowered(phrasing.cause($0)) })
        let title = counted(
            changes.count, one: "One thing changed since the earlier copy: \(where_)",
            many: "\(number(changes.count)) things changed since the earlier copy: \(where_)"
        ).capitalised
        var blocks: [Block] = []
        for cause in causes {
            blocks.append(.heading(phrasing.cause(cause)))
            blocks.append(.bullets(changes.filter { $0.cause == cause }.map(phrasing.change)))
        }
        if development.steps.count > 1, let table = stepsTable(development.steps) { blocks.append(table) }
        return Document.Chapter("changes", title: title, blocks: blocks)
    }

    private func lowered(_ prose: Prose) -> Prose {
        let text = prose.text
        return Prose(text.prefix(1).lowercased() + text.dropFirst())
    }

    private func stepsTable(_ steps: [Situation.Development.Step]) -> Block? {
        table(
            say("What each group of changes did, one added after the other"),
            [
                column("Copy", namesRows: true), figures(say("Packages the rules leave")),
                figures(say("Acceptable to all")), figures(say("Frontier points")),
            ],
            steps.map { step in
                [
                    DataTable.Cell(
                        step.cause.map { say("then: \(lowered(phrasing.cause($0)))") }
                            ?? say("the earlier copy")),
                    count(step.feasible), count(step.acceptable),
                    step.frontier.map { "\(String($0))" } ?? unknown,
                ]
            })
    }

    /// A number of packages in a table.
    func count(_ count: PackageCount?) -> DataTable.Cell {
        count.map { DataTable.Cell(wording.brief($0)) } ?? unknown
    }
}
