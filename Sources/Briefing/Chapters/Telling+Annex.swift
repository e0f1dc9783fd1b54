import Assessment
import Bargaining
import Negotiation

extension Telling {
    /// The numbers: sheets used and what they leave open, points, the frontier, the yardsticks, drafted packages.
    func annexChapter() -> Document.Chapter? {
        let scorings = scorings
        guard !scorings.isEmpty else { return nil }
        var blocks: [Block] = [
            .paragraph(
                say(
                    "Points are on each party’s own scale and cannot be compared between parties. Rounded figures have the exact fraction beside them."
                ))
        ]
        blocks += [sheetsTable(scorings), assumptionList(scorings), pointsTable(scorings)].compactMap { $0 }
        blocks += interactionList(scorings)
        if let space {
            blocks += [
                negotiatorTable(space), loweringTable(space), yardstickTable(space), frontierTable(space),
            ]
            .compactMap { $0 }
            if space.report.frontier.count > Self.rowLimit, situation.viewer == .team {
                blocks.append(
                    .paragraph(
                        say(
                            "All points: \(code: "parley packages DOSSIER --csv --frontier-limit \(space.report.frontier.count)")."
                        )))
            }
        }
        if let table = draftTable() { blocks.append(table) }
        let title = counted(
            scorings.count, one: "Annex: the numbers of one sheet",
            many: "Annex: the numbers of \(number(scorings.count)) sheets")
        return Document.Chapter("annex", title: title, blocks: blocks)
    }

    /// The central numbers shown: those the analysis used, or those of every sheet here where there is none.
    private var scorings: [Scoring] {
        let all =
            space?.analysis.scorings
            ?? dossier.sheets.map { sheet in
                sheet.central(over: dossier.issues.filter { !$0.options.isEmpty })
            }
        let order = phrasing.inOrder(Array(Set(all.map(\.party))))
        return order.flatMap { party in all.filter { $0.party == party } }
    }

    private func sheetsTable(_ scorings: [Scoring]) -> Block? {
        table(
            say("Sheets used"),
            [
                column("Party", namesRows: true), column("Sheet"), column("Who says so"), column("By"),
                column("Dated"), figures(say("Without agreement")),
            ],
            scorings.map { scoring in
                let sheet = dossier.sheet(scoring.sheet)
                return [
                    "\(phrasing.party(scoring.party))", "\(code: scoring.sheet.rawValue)",
                    DataTable.Cell(phrasing.basis(scoring.basis, of: [scoring.sheet])),
                    "\(sheet?.by.map(phrasing.text) ?? "")",
                    DataTable.Cell(sheet?.dated.map(wording.date) ?? Prose(runs: [])),
                    withoutAgreement(scoring, sheet),
                ]
            })
    }

    private func withoutAgreement(_ scoring: Scoring, _ sheet: Sheet?) -> DataTable.Cell {
        let used = space?.analysis.negotiators.firstIndex(of: scoring.party)
        let worth = used.flatMap { space?.analysis.withoutAgreement[$0] } ?? scoring.withoutAgreement
        let text = sheet?.withoutAgreement?.text.map { Prose(phrasing.text($0)) }
        guard let worth else { return DataTable.Cell(say("not stated"), note: text) }
        let isExact = used.flatMap { space?.analysis.withoutAgreementIsExact(for: $0) } ?? true
        return DataTable.Cell(
            phrasing.withoutAgreement(worth, scoring.withoutAgreementBasis, isExact: isExact), note: text)
    }

    private func assumptionList(_ scorings: [Scoring]) -> Block? {
        var told: [(sentence: Prose, parties: [PartyID])] = []
        for scoring in scorings {
            for sentence in phrasing.assumptions(scoring.assumptions) {
                if let same = told.firstIndex(where: { $0.sentence == sentence }) {
                    told[same].parties.append(scoring.party)
                } else {
                    told.append((sentence, [scoring.party]))
                }
            }
        }
        let sentences = told.map { say("\(phrasing.parties($0.parties)): \($0.sentence)") }
        return sentences.isEmpty ? nil : .note(Note(.assumption, paragraphs: sentences))
    }

    private func pointsTable(_ scorings: [Scoring]) -> Block? {
        let rows = dossier.issues.flatMap { issue in
            issue.options.enumerated().map { index, option -> [DataTable.Cell] in
                let points = scorings.map { scoring -> DataTable.Cell in
                    scoring.points[issue.id]?[option.id].map { "\(wording.exactPoints($0))" } ?? unknown
                }
                return [
                    index == 0 ? "\(phrasing.text(issue.title))" : "", "\(phrasing.text(option.title))",
                ] + points
            }
        }
        let isCentral = scorings.contains(where: \.isCentral)
        return table(
            isCentral ? say("Points of each option, on central values") : say("Points of each option"),
            [column("Issue", namesRows: true), column("Option")]
                + scorings.map { figures(header($0, among: scorings)) }, rows, isDense: true)
    }

    /// The party, with the sheet where it has several.
    private func header(_ scoring: Scoring, among scorings: [Scoring]) -> Prose {
        let name = phrasing.party(scoring.party)
        return scorings.count { $0.party == scoring.party } > 1
            ? say("\(name) (\(scoring.sheet.rawValue))") : Prose(name)
    }

    private func interactionList(_ scorings: [Scoring]) -> [Block] {
        let lines = scorings.flatMap { scoring -> [Prose] in
            let name = phrasing.party(scoring.party)
            let reasons = dossier.sheet(scoring.sheet)?.interactions.map(\.because) ?? []
            let added = scoring.interactions.enumerated().map { index, interaction -> Prose in
                let line = say(
                    "\(name): where \(phrasing.condition(interaction.when)): \(wording.change(interaction.add))"
                )
                guard reasons.indices.contains(index), let because = reasons[index] else { return line }
                return say("\(line). \(phrasing.text(because))")
            }
            let cap = scoring.atMost.map { [say("\(name): at most \(wording.exactPoints($0)) in all")] } ?? []
            let red = scoring.redLines.map { say("\(name), red line: \(phrasing.redLine($0))") }
            return added + cap + red
        }
        guard !lines.isEmpty else { return [] }
        return [.heading(say("Combinations, caps and red lines")), .bullets(lines)]
    }

    private func draftTable() -> Block? {
        let shown = situation.drafted.filter { !$0.worths.isEmpty }
        guard let first = shown.first else { return nil }
        let order = phrasing.inOrder(first.worths.map(\.party))
        let rows = shown.map { drafted -> [DataTable.Cell] in
            ["\(packageName(drafted.package))"]
                + order.map { party in
                    drafted.worths.first { $0.party == party }.map { worth in
                        "\(wording.exactPoints(worth.utility))"
                    } ?? unknown
                } + [DataTable.Cell(drafted.open.isEmpty ? say("all issues") : say("what it settles"))]
        }
        return table(
            say("Drafted packages, in points"),
            [column("Package", namesRows: true)] + order.map { figures(Prose(phrasing.party($0))) }
                + [column("Counted over")], rows)
    }
}
