import Assessment
import Negotiation

extension Telling {
    /// What the parties have said they want, issue by issue, and where their words leave an answer in common.
    func positionsChapter() -> Document.Chapter? {
        guard !dossier.positions.isEmpty else { return nil }
        let stances = dossier.stances
        var rows: [[DataTable.Cell]] = []
        var apart = 0
        var contested = 0
        for issue in dossier.issues {
            let said = dossier.positions.filter { $0.issue == issue.id }
            let speakers = phrasing.inOrder(Array(Set(said.map(\.of))))
            guard !speakers.isEmpty else { continue }
            let meets = speakers.count < 2 ? nil : common(stances.filter { $0.issue == issue.id })
            if let meets {
                contested += 1
                if meets.isEmpty { apart += 1 }
            }
            for (index, party) in speakers.enumerated() {
                let own = said.filter { $0.of == party }
                rows.append([
                    index == 0 ? "\(phrasing.text(issue.title))" : "",
                    "\(phrasing.party(party))",
                    DataTable.Cell(own.map { statement($0, on: issue) }.joined(separator: say("; "))),
                    index == 0 ? commonCell(meets, of: issue.id) : "",
                ])
            }
        }
        return Document.Chapter(
            "positions", title: positionsTitle(contested: contested, apart: apart),
            blocks: [
                .paragraph(
                    say(
                        "What follows was said; why somebody wants it, and what it could live with, may be something else."
                    )
                        + (commonSources.map { say(" Source of all: \(phrasing.citations($0)).") }
                            ?? Prose(runs: []))
                        + (areAllPublic ? say(" All were said in public.") : Prose(runs: [])))
            ]
                + [
                    table(
                        say("Stated positions"),
                        [
                            column("Issue", namesRows: true), column("Who"), column("What was said"),
                            column("Answer in common"),
                        ], rows)
                ].compactMap { $0 })
    }

    private func positionsTitle(contested: Int, apart: Int) -> Prose {
        switch (contested, apart) {
        case (0, _): say("On no issue have two parties stated a position yet")
        case (1, 0): say("On the one issue where several parties have spoken, an answer is common to all")
        case (_, 0):
            say(
                "On all \(number(contested)) issues where several parties have spoken, an answer is common to all"
            )
        case (1, _): say("On the one issue where several parties have spoken, no answer is common to all")
        case (let all, let apart) where all == apart:
            say("On all \(number(all)) issues where several parties have spoken, no answer is common to all")
        default:
            say(
                "On \(share(apart, of: contested)) issues where several parties have spoken, no answer is common to all"
            )
        }
    }

    /// The sources of every position, where all name the same and need not be repeated.
    private var commonSources: [Citation]? {
        guard let first = dossier.positions.first?.sources, !first.isEmpty, dossier.positions.count > 1 else {
            return nil
        }
        return dossier.positions.allSatisfy { $0.sources == first } ? first : nil
    }

    /// Whether all positions were said in public, which then need not be repeated.
    private var areAllPublic: Bool {
        dossier.positions.count > 1 && dossier.positions.allSatisfy { $0.to == .public }
    }

    /// The options that every speaker has last named.
    private func common(_ stances: [Stance]) -> [OptionID] {
        stances.dropFirst().reduce(stances.first?.options ?? []) { common, stance in
            common.filter(stance.options.contains)
        }
    }

    private func commonCell(_ common: [OptionID]?, of issue: IssueID) -> DataTable.Cell {
        guard let common else { return DataTable.Cell(say("only one has spoken"), symbol: .dash) }
        return common.isEmpty
            ? DataTable.Cell(say("none"), symbol: .cross)
            : DataTable.Cell(phrasing.options(common, of: issue, .or), symbol: .full)
    }

    private func statement(_ position: Position, on issue: Issue) -> Prose {
        var result = phrasing.options(position.options, of: issue.id, .or)
        if let text = position.text { result += say(": \(phrasing.text(text))") }
        var circumstances: [Prose] = []
        if let date = position.said { circumstances.append(wording.date(date)) }
        if let place = position.where { circumstances.append(Prose(phrasing.text(place))) }
        if let audience = position.to, !areAllPublic { circumstances.append(phrasing.audience(audience)) }
        if !position.sources.isEmpty, commonSources == nil {
            circumstances.append(say("source: \(phrasing.citations(position.sources))"))
        }
        guard !circumstances.isEmpty else { return result }
        return result + say(" (\(circumstances.joined(separator: say(", "))))")
    }
}
