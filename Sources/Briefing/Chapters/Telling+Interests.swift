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
        if !shared.isEmpty {
            blocks.append(.heading(say("Shared by several parties")))
            blocks.append(.bullets(shared.map(owned)))
        }
        if !dovetailing.isEmpty {
            blocks.append(.heading(say("Answers that serve different interests of different parties")))
            blocks.append(.list(ItemList(items: dovetailing.map(dovetail))))
        }
        let own = phrasing.inOrder(interests.filter { $0.of.count == 1 }.map { $0.of[0] })
        let rows = own.reduce(into: [PartyID]()) { if !$0.contains($1) { $0.append($1) } }.flatMap { party in
            interests.filter { $0.of == [party] }.enumerated().map { index, interest in
                interestRow(index == 0 ? party : nil, interest)
            }
        }
        if let table = table(
            say("Interests of one party"),
            [column("Whose", namesRows: true), column("Interest"), column("Served by")], rows)
        {
            blocks.append(table)
        }
        if !unserved.isEmpty {
            blocks.append(
                .note(
                    .notKnown,
                    counted(
                        unserved.count, one: "No answer on the agenda serves this interest:",
                        many: "No answer on the agenda serves these interests:")
                        + say(
                            " \(unserved.map { say("“\(phrasing.text($0.text))”") }.joined(separator: say("; ")))"
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
        dossier.issues.flatMap { issue in
            issue.options.compactMap { option in
                let served = dossier.interests.filter { option.serves.contains($0.id) && !$0.of.isEmpty }
                let isDovetailing = served.contains { one in
                    served.contains { Set($0.of).isDisjoint(with: one.of) }
                }
                return isDovetailing ? (issue, option, served) : nil
            }
        }
    }

    private func owned(_ interest: Interest) -> Prose {
        let served = servedBy(interest)
        return say("“\(phrasing.text(interest.text))”: \(phrasing.parties(interest.of)). \(served)")
    }

    private func servedBy(_ interest: Interest) -> Prose {
        let serving = choices { $0.serves.contains(interest.id) }
        let harming = choices { $0.harms.contains(interest.id) }
        var result =
            serving.isEmpty
            ? say("Served by nothing on the agenda.")
            : say("Served by \(serving.joined(separator: say("; "))).")
        if !harming.isEmpty { result += say(" Harmed by \(harming.joined(separator: say("; "))).") }
        return result
    }

    private func choices(where fits: (Option) -> Bool) -> [Prose] {
        dossier.issues.compactMap { issue in
            let fitting = issue.options.filter(fits).map(\.id)
            return fitting.isEmpty ? nil : phrasing.choice(fitting, of: issue.id)
        }
    }

    private func dovetail(_ issue: Issue, _ option: Option, _ interests: [Interest]) -> ItemList.Item {
        ItemList.Item(
            Prose(runs: [Prose.Run(phrasing.choice([option.id], of: issue.id).text, style: .strong)]),
            nested: interests.map { interest in
                ItemList.Item(
                    say("\(phrasing.parties(interest.of)): “\(phrasing.text(interest.text))”"))
            })
    }

    private func interestRow(_ party: PartyID?, _ interest: Interest) -> [DataTable.Cell] {
        [
            party.map { "\(phrasing.party($0))" } ?? "", "\(phrasing.text(interest.text))",
            DataTable.Cell(servedBy(interest)),
        ]
    }
}
