import Assessment
import Bargaining
import Negotiation

/// What no agreement is worth as time goes by, in words and a table; for the terminal and for a chapter alike.
struct OverTimeBlocks {
    let overTime: OverTime
    let phrasing: Phrasing
    /// How many packages all negotiators accept today; nil where that is not known.
    let acceptable: PackageCount?
    /// The negotiators left out on request.
    let without: [PartyID]

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    private var negotiators: [OverTime.Negotiator] {
        phrasing.inOrder(overTime.negotiators.map(\.party)).compactMap { party in
            overTime.negotiators.first { $0.party == party }
        }
    }

    /// A time ahead, inside a sentence.
    private func ahead(_ months: Int) -> Prose {
        months == 1 ? say("one month") : say("\(wording.number(months)) months")
    }

    /// Who gains by waiting to the last time that is told, without its stop.
    func finding() -> Prose {
        let last = overTime.months.last ?? 0
        func names(_ kinds: OverTime.Waiting...) -> [PartyID] {
            negotiators.filter { $0.entries.last.map { kinds.contains($0.waiting) } ?? false }.map(\.party)
        }
        let gaining = names(.gains, .gainsOnCentral)
        let losing = names(.loses, .losesOnCentral)
        let isSure = names(.gainsOnCentral, .losesOnCentral).isEmpty
        let lead = isSure ? say("Over \(ahead(last))") : say("Over \(ahead(last)), on central values")
        return switch (gaining.isEmpty, losing.isEmpty) {
        case (true, true): say("\(lead), having no agreement is worth neither more nor less to anybody")
        case (false, true):
            say("\(lead), waiting makes no agreement worth more to \(phrasing.parties(gaining))")
        case (true, false):
            say("\(lead), waiting makes no agreement worth less to \(phrasing.parties(losing))")
        case (false, false):
            say(
                "\(lead), waiting makes no agreement worth more to \(phrasing.parties(gaining)) and less to \(phrasing.parties(losing))"
            )
        }
    }

    /// Worths by time, and how many packages stay acceptable.
    func table() -> Block {
        let all = phrasing.allNegotiators(without: without)
        var rows = negotiators.map { negotiator -> [DataTable.Cell] in
            [
                "\(phrasing.party(negotiator.party))",
                DataTable.Cell(negotiator.now.map(phrasing.amount) ?? say("not said")),
            ] + negotiator.entries.map(cell)
        }
        if let counts = overTime.acceptable {
            rows.append(
                [
                    DataTable.Cell(say("Packages acceptable to \(all) then")),
                    DataTable.Cell(acceptable.map(wording.brief) ?? Prose("–")),
                ] + counts.map { DataTable.Cell(wording.brief($0.then)) })
            rows.append(
                [
                    DataTable.Cell(say("Of those acceptable today, still acceptable")),
                    DataTable.Cell(acceptable.map(wording.brief) ?? Prose("–")),
                ] + counts.map { DataTable.Cell(wording.brief($0.still)) })
        }
        return .table(
            DataTable(
                caption: say("What having no agreement is worth, to each on its own scale, if none comes"),
                columns: [
                    DataTable.Column(say("Negotiator"), namesRows: true),
                    DataTable.Column(say("Today"), alignment: .end),
                ]
                    + overTime.months.map {
                        DataTable.Column(say("In \(ahead($0))"), alignment: .end)
                    }, rows: rows))
    }

    private func cell(_ entry: OverTime.Entry) -> DataTable.Cell {
        guard let worth = entry.worth else { return DataTable.Cell(say("not said")) }
        guard entry.isStated else {
            return DataTable.Cell(
                phrasing.amount(worth), note: say("Not said for this time: the last worth before it stands."))
        }
        let (symbol, note): (Symbol?, Prose?) =
            switch entry.waiting {
            case .gains: (.up, nil)
            case .loses: (.down, nil)
            case .gainsOnCentral: (.up, centralNote)
            case .losesOnCentral: (.down, centralNote)
            case .same, .notKnown: (nil, nil)
            }
        return DataTable.Cell(phrasing.amount(worth), symbol: symbol, note: note)
    }

    private var centralNote: Prose {
        say("The ranges overlap with today’s: more or less on central values alone.")
    }

    /// How the table is read.
    func explanation() -> Prose {
        say(
            "A triangle up: worth more than today, so that this party gains by waiting; down: worth less. Packages are counted on central values."
        )
    }

    /// The scenarios in words.
    func scenarios() -> Block? {
        let lines = negotiators.compactMap { negotiator -> Prose? in
            phrasing.dossier.sheet(negotiator.sheet)?.withoutAgreement?.text.map {
                say("\(strong: phrasing.party(negotiator.party)): \(phrasing.text($0))")
            }
        }
        return lines.isEmpty ? nil : .bullets(lines)
    }

    /// Everything, for the terminal.
    func blocks() -> [Block] {
        [.heading(finding()), table(), .paragraph(explanation())]
    }
}
