import Assessment
import Negotiation

extension Telling {
    /// What a careful reader would ask, by kind; the dossier's housekeeping is for the team alone.
    func findingsChapter() -> Document.Chapter? {
        let shown = situation.findings.map(\.reason).filter {
            situation.viewer == .team || !phrasing.isHousekeeping($0)
        }
        guard !shown.isEmpty else { return nil }
        let process = shown.filter { !phrasing.isHousekeeping($0) }
        let housekeeping = shown.filter(phrasing.isHousekeeping)
        var blocks: [Block] = []
        if !process.isEmpty { blocks.append(.definitions(groups(process))) }
        if !housekeeping.isEmpty {
            blocks.append(.heading(say("To keep the dossier in order")))
            blocks.append(.definitions(groups(housekeeping)))
        }
        let kinds = FindingGroup.allCases.map { group in
            phrasing.items(of: group, shown.filter { FindingGroup($0) == group }).count
        }
        let count = kinds.reduce(0, +)
        let title = counted(
            count, one: "A careful reader would ask about one thing",
            many: "A careful reader would ask about \(number(count)) things")
        return Document.Chapter("findings", title: title, blocks: blocks)
    }

    private func groups(_ reasons: [Finding.Reason]) -> [Definition] {
        FindingGroup.allCases.compactMap { group in
            let own = reasons.filter { FindingGroup($0) == group }
            return own.isEmpty ? nil : told(group, own)
        }
    }

    /// Remedies speak of the dossier's keys, which only the team writes.
    private func told(_ group: FindingGroup, _ reasons: [Finding.Reason]) -> Definition {
        let items = phrasing.items(of: group, reasons)
        let term = say("\(phrasing.title(group)) (\(number(items.count)))")
        let isTeam = situation.viewer == .team
        guard group != .others else {
            let sentences = reasons.map { reason in
                isTeam
                    ? say("\(phrasing.finding(reason)) \(phrasing.remedy(reason))") : phrasing.finding(reason)
            }
            return Definition(term, sentences.joined(separator: Prose(" ")))
        }
        let all = say("\(items.joined(separator: say("; "))).").capitalised
        guard isTeam, let remedy = phrasing.remedy(group) else { return Definition(term, all) }
        return Definition(term, say("\(all) \(remedy)"))
    }
}
