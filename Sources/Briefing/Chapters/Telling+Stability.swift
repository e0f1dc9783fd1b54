import Assessment
import Negotiation

extension Telling {
    /// Whether anybody in the dossier's graph model gains by leaving where things stand, or a state in question.
    func stabilityChapter() -> Document.Chapter? {
        switch situation.stability {
        case nil: return nil
        case .failure(let error):
            return Document.Chapter(
                "stability", title: say("Whether anybody would leave an agreement cannot be said"),
                blocks: [
                    .note(
                        .notKnown,
                        phrasing.problem(error) + Prose(" ") + phrasing.remedy(error, for: situation.viewer))
                ])
        case .success(let report):
            let parts = StabilityBlocks(report: report, phrasing: phrasing, limit: Self.stateLimit)
            var blocks: [Block] = [.paragraph(parts.extent())]
            if let text = report.model.text { blocks.append(.paragraph(Prose(phrasing.text(text)))) }
            blocks += parts.table()
            blocks.append(.paragraph(parts.sensesInShort()))
            if let chart = parts.chart(id: "state-graph") { blocks.append(.figure(chart)) }
            blocks += parts.fate()
            for account in report.accounts {
                blocks.append(.heading(say("Would anybody leave \(parts.state(account.state))?")))
                blocks += parts.why(account)
            }
            blocks += parts.jumps() + parts.keeping() + parts.notes()
            return Document.Chapter("stability", title: parts.finding(), blocks: blocks)
        }
    }

    /// More states than this are for the command line.
    private static var stateLimit: Int { 16 }
}
