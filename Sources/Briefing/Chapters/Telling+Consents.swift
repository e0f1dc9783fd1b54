import Assessment
import Negotiation

extension Telling {
    /// A consent that an option needs.
    struct Need {
        let issue: IssueID
        let option: OptionID
        let consent: Consent
    }

    /// Everybody whose yes some option needs, in the neutral order, with what it is needed for.
    var consenting: [(party: PartyID, consents: [Need])] {
        let needs = dossier.issues.flatMap { issue in
            issue.options.flatMap { option in
                option.consents.map { Need(issue: issue.id, option: option.id, consent: $0) }
            }
        }
        let parties = phrasing.inOrder(Array(Set(needs.map(\.consent.of))))
        return parties.map { party in (party, needs.filter { $0.consent.of == party }) }
    }

    /// The consents that were refused.
    var refusals: [Consent] {
        consenting.flatMap(\.consents).map(\.consent).filter { $0.answer == .no }
    }

    /// Who else must say yes: consents by party, who is absent where they are discussed, who can stop an agreement.
    func consentChapter() -> Document.Chapter? {
        let consenting = consenting
        let powerful = constituencies.filter { !$0.can.isEmpty }
        guard !consenting.isEmpty || !powerful.isEmpty else { return nil }
        var blocks: [Block] = []
        let rows = consenting.flatMap { party, consents in
            byAnswer(consents).enumerated().map { index, needs -> [DataTable.Cell] in
                let what = grouped(needs).map(answers)
                return [
                    index == 0 ? "\(phrasing.party(party))" : "",
                    DataTable.Cell(what.joined(separator: say("; "))), answerCell(needs[0].consent),
                ]
            }
        }
        if let needed = table(
            say("Consents that answers on offer would need, beyond the negotiators’ own"),
            [column("Whose yes", namesRows: true), column("For"), column("Asked and answered")], rows)
        {
            blocks.append(needed)
        }
        if let away = absenceTable() { blocks.append(away) }
        if !powerful.isEmpty {
            blocks.append(.heading(say("Constituencies with a say of their own")))
            blocks.append(.bullets(powerful.map(powers)))
        }
        return Document.Chapter("consents", title: consentTitle(consenting.map(\.consents)), blocks: blocks)
    }

    /// Where an issue is discussed without somebody whose consent it needs.
    private func absenceTable() -> Block? {
        let rows = situation.findings.compactMap { finding -> [DataTable.Cell]? in
            guard case .consentAbsent(let table, let issue, let party, _) = finding.reason else { return nil }
            return [
                "\(phrasing.issue(issue))", "\(phrasing.table(table))", "\(phrasing.party(party))",
            ]
        }
        return table(
            say("Absent where it is discussed, though consent is needed"),
            [column("Issue", namesRows: true), column("Table"), column("Absent")], rows)
    }

    /// The needs of one party, those that were asked and answered alike together.
    private func byAnswer(_ needs: [Need]) -> [[Need]] {
        needs.reduce(into: []) { groups, need in
            if let same = groups.firstIndex(where: { $0[0].consent == need.consent }) {
                groups[same].append(need)
            } else {
                groups.append([need])
            }
        }
    }

    /// The needs of one party, those on one issue with the same answer together.
    private func grouped(_ needs: [Need]) -> [[Need]] {
        needs.reduce(into: []) { groups, need in
            let same = groups.firstIndex { $0[0].issue == need.issue && $0[0].consent == need.consent }
            if let same { groups[same].append(need) } else { groups.append([need]) }
        }
    }

    /// What a consent is needed for, on one issue.
    private func answers(_ needs: [Need]) -> Prose {
        let issue = dossier.issue(needs[0].issue)
        let others = issue.map { issue in issue.options.map(\.id).filter { $0 != issue.today } } ?? []
        if needs.count > 1, issue?.today != nil, needs.map(\.option) == others {
            return say("\(phrasing.issue(needs[0].issue)): every answer but today’s")
        }
        return phrasing.heading(needs.map(\.option), of: needs[0].issue)
    }

    private func consentTitle(_ needs: [[Need]]) -> Prose {
        let issues = Set(needs.joined().map(\.issue))
        guard !issues.isEmpty else { return say("No answer needs a consent beyond the negotiators’ own") }
        let unasked = Set(needs.joined().filter { !$0.consent.isAsked }.map(\.issue))
        return switch (issues.count, unasked.count) {
        case (1, 0): say("On one issue others must say yes too, and have been asked")
        case (1, _): say("On one issue others must say yes too, and have not all been asked")
        case (let count, 0): say("On \(number(count)) issues others must say yes too, and have been asked")
        case (let count, let open) where count == open:
            say("On \(number(count)) issues others must say yes too, and on none has everybody been asked")
        case (let count, let open):
            say(
                "On \(number(count)) issues others must say yes too; on \(number(open)) not everybody has been asked"
            )
        }
    }

    private func answerCell(_ consent: Consent) -> DataTable.Cell {
        var words = phrasing.answer(consent)
        if let asked = consent.asked { words += say(" (asked \(wording.date(asked)))") }
        let note = consent.sources.isEmpty ? nil : say("Source: \(phrasing.citations(consent.sources)).")
        let symbol: Symbol =
            switch consent.answer {
            case .yes?: .full
            case .conditional?: .half
            case .no?: .cross
            case .pending?: .question
            case nil: consent.isAsked ? .question : .empty
            }
        return DataTable.Cell(words, symbol: symbol, note: note)
    }

    private func powers(_ party: Party) -> Prose {
        let powers = wording.list(party.can.map(phrasing.power))
        let whose = party.of.isEmpty ? Prose(runs: []) : say(" (of \(phrasing.parties(party.of)))")
        return say("\(strong: phrasing.text(party.name))\(whose) \(powers).")
    }
}
