public import Assessment
import Negotiation
import Stability

extension StabilityReport {
    /// What `parley stability` prints for people.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier; of an empty one for a model that stands alone.
    ///   - limit: the most states that one list shows.
    ///   - style: the terminal.
    public func text(_ phrasing: Phrasing, limit: Int = 40, style: TextStyle = TextStyle()) -> String {
        let parts = StabilityBlocks(report: self, phrasing: phrasing, limit: max(1, limit))
        var blocks: [Block] = [.heading(parts.finding()), .paragraph(parts.extent())]
        blocks += parts.table()
        blocks.append(parts.senses())
        blocks += parts.fate()
        for account in accounts {
            blocks.append(.heading(parts.say("Would anybody leave \(parts.state(account.state))?")))
            blocks += parts.why(account)
        }
        if unexplained > 0 {
            blocks.append(
                .paragraph(
                    phrasing.counted(
                        unexplained,
                        one:
                            "One more state that is stable in some sense is not explained; name it with \(code: "--state").",
                        many:
                            "\(phrasing.wording.number(unexplained)) more states that are stable in some sense are not explained; name them with \(code: "--state")."
                    ).capitalised))
        }
        blocks += parts.jumps() + parts.farSighted() + parts.coalition() + parts.keeping() + parts.notes()
        return blocks.text(style, furniture: phrasing.wording.furniture)
    }
}
