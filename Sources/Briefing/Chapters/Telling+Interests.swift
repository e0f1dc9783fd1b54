import Assessment
import Negotiation

extension Telling {
    /// Interests shared, answers that serve the interests of different parties, and interests that nothing serves.
    func interestsChapter() -> Document.Chapter? {
        let interests = dossier.interests
        guard !interests.isEmpty else { return nil }
        let shared = interests.filter { $0.of.count > 1 }
        let dovetailing = dovetailing
        let unserved = interests.filter { interest in
            !dossier.issues.contains { $0.options.contains { $0.serves.contains(interest.id) } }
        }
        var blocks: [Block] = []
        if let table = interestsTable(shared) { blocks.append(table) }
        if let table = dovetailTable(dovetailing) { blocks.append(table) }
        if !unserved.isEmpty {
            blocks.append(
                .note(
                    .notKnown,
                    counted(
                        unserved.count, one: "No answer on the agenda serves this interest:",
                        many: "No answer on the agenda serves these interests:")
                        + say(
                            " \(unserved.map { phrasing.quoted(phrasing.text($0.text)) }.joined(separator: say("; ")))."
                        )
                ))
        }
        return Document.Chapter(
            "interests", title: interestsTitle(shared.count, dovetailing.count, unserved.count),
            blocks: blocks)
    }

    private func interestsTitle(_ shared: Int, _ dovetailing: Int, _ unserved: Int) -> Prose {
        let first: Prose =
            switch shared {
            case 0: say("No interest is stated as shared")
            case 1: say("One interest is shared")
            default: say("\(number(shared)) interests are shared").capitalised
            }
        let second: Prose =
            switch dovetailing {
            case 0: say("no answer serves different parties’ interests at once")
            case 1: say("one answer serves different parties’ interests at once")
            default: say("\(number(dovetailing)) answers serve different parties’ interests at once")
            }
        let third: Prose? =
            switch unserved {
            case 0: nil
            case 1: say("one interest is served by nothing on the agenda")
            default: say("\(number(unserved)) interests are served by nothing on the agenda")
            }
        return wording.list([first, second, third].compactMap { $0 })
    }

    /// Options that serve at least two interests without a common owner.
    private var dovetailing: [(issue: Issue, option: Option, interests: [Interest])] {
        dossier.dovetailingOptions.compactMap { found in
            guard let issue = dossier.issue(found.issue), let option = issue.option(found.option) else {
                return nil
            }
            let ids = Set(found.interests)
            return (issue, option, dossier.interests.filter { ids.contains($0.id) })
        }
    }

    /// Every interest with its owners and the issues on which some answer serves or harms it, shared ones first.
    private func interestsTable(_ shared: [Interest]) -> Block? {
        let single = phrasing.inOrder(unique(dossier.interests.filter { $0.of.count == 1 }.map { $0.of[0] }))
        let own = single.flatMap { party in dossier.interests.filter { $0.of == [party] } }
        let unowned = dossier.interests.filter(\.of.isEmpty)
        let rows = (shared + own + unowned).map { interest -> [DataTable.Cell] in
            let serving = issues { $0.serves.contains(interest.id) }
            let harming = issues { $0.harms.contains(interest.id) }
            return [
                "\(phrasing.text(interest.text))", DataTable.Cell(phrasing.parties(interest.of)),
                DataTable.Cell(
                    serving.isEmpty
                        ? say("nothing on the agenda") : phrasing.issues(serving)),
                DataTable.Cell(phrasing.issues(harming)),
            ]
        }
        return table(
            say("Interests, and the issues on which some answer serves or harms them"),
            [column("Interest", namesRows: true), column("Whose"), column("Served by"), column("Harmed by")],
            rows)
    }

    private func unique(_ parties: [PartyID]) -> [PartyID] {
        parties.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func issues(where fits: (Option) -> Bool) -> [IssueID] {
        dossier.issues.filter { $0.options.contains(where: fits) }.map(\.id)
    }

    private func dovetailTable(
        _ answers: [(issue: Issue, option: Option, interests: [Interest])]
    ) -> Block? {
        let rows = answers.map { issue, option, interests -> [DataTable.Cell] in
            let served = interests.map { interest in
                say("\(phrasing.parties(interest.of)): \(phrasing.quoted(phrasing.text(interest.text)))")
            }
            return [
                DataTable.Cell(phrasing.heading([option.id], of: issue.id)),
                DataTable.Cell(served.joined(separator: say("; "))),
            ]
        }
        return table(
            say("Answers that serve different interests of different parties"),
            [column("Answer", namesRows: true), column("Serves")], rows)
    }
}
