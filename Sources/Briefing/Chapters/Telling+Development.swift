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
        let words = ChangeWording(phrasing, since: development.earlier)
        for cause in causes {
            blocks.append(.heading(phrasing.cause(cause)))
            blocks.append(.list(ItemList(items: changes.filter { $0.cause == cause }.map(words.item))))
        }
        if development.steps.count > 1, let table = stepsTable(development.steps) { blocks.append(table) }
        return Document.Chapter("changes", title: title, blocks: blocks)
    }

    /// A heading inside a sentence.
    func lowered(_ prose: Prose) -> Prose {
        let text = prose.text
        return Prose(text.prefix(1).lowercased() + text.dropFirst())
    }

    /// Without sheets only what the rules leave is known; a column in which nothing is known is left out.
    private func stepsTable(_ steps: [Situation.Development.Step]) -> Block? {
        let copies = steps.map { step in
            DataTable.Cell(
                step.cause.map { say("then: \(lowered(phrasing.cause($0)))") } ?? say("the earlier copy"))
        }
        let columns: [(DataTable.Column, [DataTable.Cell])] = [
            (column("Copy", namesRows: true), copies),
            (figures(say("Packages the rules leave")), steps.map { count($0.feasible) }),
            (figures(say("Acceptable to all")), steps.map { count($0.acceptable) }),
            (figures(say("Frontier points")), steps.map { $0.frontier.map { "\(String($0))" } ?? unknown }),
        ]
        let known = columns.filter { column in column.1.contains { $0 != unknown } }
        guard known.count > 1 else { return nil }
        return table(
            say("What each group of changes did, one added after the other"), known.map(\.0),
            steps.indices.map { step in known.map { $0.1[step] } })
    }

    /// A number of packages in a table.
    func count(_ count: PackageCount?) -> DataTable.Cell {
        count.map { DataTable.Cell(wording.brief($0)) } ?? unknown
    }
}
