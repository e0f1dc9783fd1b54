import Assessment
import Negotiation

extension Telling {
    /// What a careful reader would ask; the dossier's housekeeping is for the team alone.
    func findingsChapter() -> Document.Chapter? {
        let shown = situation.findings.filter {
            situation.viewer == .team || !phrasing.isHousekeeping($0.reason)
        }
        guard !shown.isEmpty else { return nil }
        let process = shown.filter { !phrasing.isHousekeeping($0.reason) }
        let housekeeping = shown.filter { phrasing.isHousekeeping($0.reason) }
        var blocks: [Block] = []
        if !process.isEmpty { blocks.append(.bullets(process.map(question))) }
        if !housekeeping.isEmpty {
            blocks.append(.heading(say("To keep the dossier in order")))
            blocks.append(.bullets(housekeeping.map(question)))
        }
        let title = counted(
            shown.count, one: "A careful reader would ask about one thing",
            many: "A careful reader would ask about \(number(shown.count)) things")
        return Document.Chapter("findings", title: title, blocks: blocks)
    }

    /// Remedies speak of the dossier's keys, which only the team writes.
    private func question(_ finding: Finding) -> Prose {
        guard situation.viewer == .team else { return phrasing.finding(finding.reason) }
        return say("\(phrasing.finding(finding.reason)) \(phrasing.remedy(finding.reason))")
    }
}
