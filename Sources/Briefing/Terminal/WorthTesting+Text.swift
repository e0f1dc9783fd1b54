import Assessment
import Bargaining
import Negotiation

/// Packages worth testing over all that the sheets leave open, as the terminal and the briefing tell them.
struct WorthTestingBlocks {
    let testing: WorthTesting
    let negotiators: [PartyID]
    let phrasing: Phrasing

    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    /// The table of the first candidates.
    func table(limit: Int) -> [Block] {
        let shown = testing.candidates.prefix(max(0, limit))
        guard !shown.isEmpty else { return [] }
        let rows = shown.enumerated().map { place, candidate -> [DataTable.Cell] in
            [DataTable.Cell(name(candidate, place)), DataTable.Cell(phrasing.shortShare(candidate.outlook))]
                + candidate.outlook.gains.map { gain in
                    DataTable.Cell(gain.map(phrasing.range) ?? say("not known"))
                } + [DataTable.Cell(reasons(candidate))]
        }
        return [
            .table(
                DataTable(
                    caption: say(
                        "Worth testing: in how many ways nobody is worse off, and each one’s gain, least to greatest"
                    ),
                    columns: [
                        DataTable.Column(say("Package"), namesRows: true),
                        DataTable.Column(say("Nobody worse off"), alignment: .end),
                    ]
                        + negotiators.map {
                            DataTable.Column(Prose(phrasing.party($0)), alignment: .end)
                        } + [DataTable.Column(say("Looked at, because"))],
                    rows: rows)),
            .note(.caution, method()),
        ] + typed(Array(shown))
    }

    /// What is too long to stand in the table, to be typed after a command.
    private func typed(_ shown: [WorthTesting.Candidate]) -> [Block] {
        let long = shown.enumerated().compactMap { place, candidate -> Prose? in
            guard isLong(candidate) else { return nil }
            let choices = phrasing.dossier.issues.compactMap { issue in
                candidate.package.choose[issue.id].map { "\(issue.id.rawValue)=\($0.rawValue)" }
            }
            return say("\(number(place)): \(code: "'" + choices.joined(separator: ", ") + "'")")
        }
        guard !long.isEmpty else { return [] }
        return [
            .heading(say("These, to be typed after \(code: "parley explain DOSSIER")")), .bullets(long),
        ]
    }

    private func number(_ place: Int) -> Prose { say("Candidate \(String(place + 1))") }

    /// Whether a candidate has no name and too many changes to be told by them in a table.
    private func isLong(_ candidate: WorthTesting.Candidate) -> Bool {
        candidate.package.title == nil && !isDrafted(candidate)
            && changes(of: candidate).count > Self.changesInTable
    }

    private func isDrafted(_ candidate: WorthTesting.Candidate) -> Bool {
        candidate.origins.contains { if case .drafted = $0 { true } else { false } }
    }

    private func changes(of candidate: WorthTesting.Candidate) -> [(issue: IssueID, option: OptionID)] {
        phrasing.dossier.issues.compactMap { issue in
            guard let option = candidate.package.choose[issue.id], option != issue.today else { return nil }
            return (issue.id, option)
        }
    }

    private static let changesInTable = 12

    /// How the shares were found.
    func method() -> Prose {
        say(
            "From \(phrasing.wording.grouped(.init(testing.draws))) ways, drawn at random (seed \(String(testing.seed))), of filling in what the sheets leave open: ranges evenly, orders as evenly spread numbers in that order, all entries and parties independently. Ordered by that share, then by the least gain of anybody in the worst case, which compares points of one party with those of another."
        )
    }

    private func reasons(_ candidate: WorthTesting.Candidate) -> Prose {
        candidate.origins.map(phrasing.origin).joined(separator: say("; "))
    }

    /// A title where it has one; else its choices where they differ from today, or a number where these are many.
    func name(_ candidate: WorthTesting.Candidate, _ place: Int) -> Prose {
        if let title = candidate.package.title { return Prose(phrasing.text(title)) }
        if isDrafted(candidate) { return Prose(candidate.package.name) }
        if isLong(candidate) { return number(place) }
        let changed = changes(of: candidate).map {
            say("\(code: $0.issue.rawValue)=\(code: $0.option.rawValue)")
        }
        return changed.isEmpty ? say("as today") : changed.joined(separator: say(", "))
    }
}
