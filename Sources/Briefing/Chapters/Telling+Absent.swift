import Negotiation

extension Telling {
    /// The constituencies of this copy, in the neutral order.
    var constituencies: [Party] { parties.filter(\.isConstituency) }

    /// Who is not in the room: issue × constituency, with where each sits and what it was asked.
    func absentChapter() -> Document.Chapter? {
        let people = constituencies
        guard !people.isEmpty else { return nil }
        let concerned = dossier.issues.filter { issue in
            people.contains { $0.concerns.contains(issue.id) || wasConsulted($0, on: issue.id) }
        }
        var blocks: [Block] = []
        if !concerned.isEmpty { blocks.append(concernFigure(people, concerned)) }
        let told = people.filter { !$0.consulted.isEmpty }
        if !told.isEmpty {
            blocks.append(.heading(say("How they were consulted")))
            blocks.append(.bullets(told.flatMap(consultations)))
        }
        let silent = people.filter { $0.concerns.isEmpty && $0.consulted.isEmpty }
        if !silent.isEmpty {
            let names = phrasing.parties(silent.map(\.id))
            blocks.append(.note(.notKnown, say("Which issues concern \(names) is not stated.")))
        }
        return Document.Chapter("absent", title: absentTitle(people), blocks: blocks)
    }

    private func absentTitle(_ people: [Party]) -> Prose {
        let away = people.count { party in !dossier.tables.contains { $0.parties.contains(party.id) } }
        let silent = people.count { $0.consulted.isEmpty }
        let room =
            switch (people.count, away) {
            case (1, 0): say("The one constituency sits at a table")
            case (1, _): say("The one constituency sits at no table")
            case (let all, 0): say("All \(number(all)) constituencies sit at a table")
            case (let all, let away) where all == away:
                say("None of the \(number(all)) constituencies sits at a table")
            case (let all, 1): say("One of \(number(all)) constituencies sits at no table")
            case (let all, let away):
                say("\(share(away, of: all)) constituencies sit at no table").capitalised
            }
        return switch silent {
        case 0: say("\(room), and every one was consulted on something")
        case people.count where silent == 1: say("\(room) and was not consulted")
        case people.count: say("\(room), and none was consulted")
        case 1: say("\(room), and one was not consulted")
        default: say("\(room), and \(number(silent)) were not consulted")
        }
    }

    private func wasConsulted(_ party: Party, on issue: IssueID) -> Bool {
        party.consulted.contains { $0.issues.contains(issue) }
    }

    private func state(of party: Party, on issue: IssueID) -> (symbol: Symbol?, words: Prose) {
        if dossier.tables.contains(where: { $0.parties.contains(party.id) && $0.issues.contains(issue) }) {
            return (.full, say("at the table"))
        }
        if wasConsulted(party, on: issue) { return (.half, say("consulted")) }
        return party.concerns.contains(issue) ? (.empty, say("not asked")) : (nil, say("–"))
    }

    private func concernFigure(_ people: [Party], _ issues: [Issue]) -> Block {
        let states = issues.map { issue in people.map { state(of: $0, on: issue.id) } }
        let unasked = states.joined().count { $0.symbol == .empty }
        let title =
            switch unasked {
            case 0: say("Every constituency was asked on every issue that concerns it")
            case 1: say("In one place a constituency is concerned and was not asked")
            default: say("In \(number(unasked)) places a constituency is concerned and was not asked")
            }
        let chart = GridChart(
            title: title.text,
            description: say(
                "A row for each issue, a column for each constituency. A filled circle: it sits at the table; half-filled: it was consulted; empty: it is concerned and was not asked; nothing: it does not say that the issue concerns it."
            ).text,
            rows: issues.map { phrasing.text($0.title) }, columns: people.map { phrasing.text($0.name) },
            cells: states.map { row in
                row.map { GridChart.Cell($0.symbol, $0.symbol == nil ? "" : $0.words.text) }
            })
        let rows = zip(issues, states).map { issue, states -> [DataTable.Cell] in
            ["\(phrasing.text(issue.title))"] + states.map { DataTable.Cell($0.words, symbol: $0.symbol) }
        }
        let table = DataTable(
            caption: say("Constituencies and the issues that concern them"),
            columns: [column("Issue", namesRows: true)]
                + people.map { DataTable.Column(Prose(phrasing.text($0.name))) },
            rows: rows, isDense: true)
        return .figure(Figure(chart.drawing(id: "constituencies"), table: table))
    }

    private func consultations(_ party: Party) -> [Prose] {
        party.consulted.map { consultation in
            let name = phrasing.text(party.name)
            let how = phrasing.text(consultation.how)
            var result =
                consultation.issues.isEmpty
                ? say("\(strong: name): \(how)")
                : say("\(strong: name), on \(phrasing.issuesInSentence(consultation.issues)): \(how)")
            if let date = consultation.dated { result += say(" (\(wording.date(date)))") }
            return result
        }
    }
}
