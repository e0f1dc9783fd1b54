public import Assessment
import Bargaining
import BigInt
import Negotiation

extension PackagesReport {
    /// What `parley packages` prints for people: counts, sheets with what they leave open, the frontier, the
    /// yardsticks with all ties, or what stands in the way.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier that was analysed.
    ///   - frontierLimit: how many points of the frontier, and of each yardstick, are listed.
    ///   - packageLimit: how many packages are listed at one point.
    ///   - style: the terminal.
    public func text(
        _ phrasing: Phrasing, frontierLimit: Int = 20, packageLimit: Int = 20,
        style: TextStyle = TextStyle()
    ) -> String {
        PackagesText(
            report: self, phrasing: phrasing, frontierLimit: max(0, frontierLimit),
            packageLimit: max(0, packageLimit)
        ).blocks().text(style, furniture: phrasing.wording.furniture)
    }
}

/// The parts of what `parley packages` prints.
private struct PackagesText {
    let report: PackagesReport
    let phrasing: Phrasing
    let frontierLimit: Int
    let packageLimit: Int

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }
    private var names: [String] { report.negotiators.map { phrasing.party($0.scoring.party) } }

    private var all: Prose { phrasing.allNegotiators(without: report.without) }

    func blocks() -> [Block] {
        var blocks: [Block] = [counts(), sheets()]
        blocks += assumptions()
        blocks += phrasing.leftOut(report.without)
        if let overTime = report.overTime {
            blocks += OverTimeBlocks(
                overTime: overTime, phrasing: phrasing, acceptable: report.acceptable, without: report.without
            ).blocks()
        }
        if let silence = report.silence { blocks.append(.note(.caution, phrasing.silence(silence))) }
        let testing =
            report.testing.map {
                WorthTestingBlocks(
                    testing: $0, negotiators: report.negotiators.map(\.scoring.party), phrasing: phrasing
                ).table(limit: frontierLimit)
            } ?? []
        if let sentences = report.withoutNumbers.map({ phrasing.withoutNumbers($0) }), !sentences.isEmpty {
            blocks += [.heading(say("Without a single number")), .bullets(sentences)]
        }
        guard let obstacle = report.obstacle else {
            let yardsticks = YardstickBlocks(
                report: report, phrasing: phrasing, pointLimit: frontierLimit, packageLimit: packageLimit)
            return blocks + frontier() + yardsticks.blocks() + testing
        }
        return blocks + told(obstacle) + testing
    }

    private func row(_ name: Sentence, _ count: PackageCount) -> [DataTable.Cell] {
        [DataTable.Cell(say(name)), DataTable.Cell(wording.count(count))]
    }

    private func counts() -> Block {
        var rows = [
            row("Ways to settle every issue", report.packages), row("The rules leave", report.feasible),
        ]
        for negotiator in report.negotiators {
            rows.append(
                row("Acceptable to \(phrasing.party(negotiator.scoring.party))", negotiator.acceptable))
        }
        rows.append(row("Acceptable to \(all)", report.acceptable))
        if report.frontier.isAskedFor {
            rows.append([
                DataTable.Cell(say("Points on the frontier")),
                DataTable.Cell(
                    report.frontier.isExact
                        ? Prose(wording.grouped(BigInt(report.frontier.count)))
                        : say("\(wording.grouped(BigInt(report.frontier.count))) found; the budget ran out")),
            ])
            rows.append(row("Packages on the frontier", report.frontier.packages))
        }
        return .table(
            DataTable(
                caption: say("Packages"),
                columns: [
                    DataTable.Column(Prose(runs: []), namesRows: true),
                    DataTable.Column(Prose(runs: []), alignment: .end),
                ], rows: rows))
    }

    private func sheets() -> Block {
        let rows = report.negotiators.map { negotiator -> [DataTable.Cell] in
            let scoring = negotiator.scoring
            let basis = scoring.withoutAgreementBasis
            return [
                "\(phrasing.party(scoring.party))", "\(code: scoring.sheet.rawValue)",
                DataTable.Cell(phrasing.basis(scoring.basis, of: [scoring.sheet])),
                DataTable.Cell(
                    phrasing.withoutAgreement(
                        negotiator.withoutAgreement, basis, isExact: negotiator.withoutAgreementIsExact),
                    note: phrasing.meaning(basis)),
                "\(negotiator.least.map(wording.exactPoints) ?? "–")",
                "\(negotiator.greatest.map(wording.exactPoints) ?? "–")",
            ]
        }
        return .table(
            DataTable(
                caption: say(
                    "Sheets, each on its party’s own scale; least and greatest over what the rules leave"),
                columns: [
                    DataTable.Column(say("Negotiator"), namesRows: true), DataTable.Column(say("Sheet")),
                    DataTable.Column(say("Who says so")),
                    DataTable.Column(say("No agreement"), alignment: .end),
                    DataTable.Column(say("Least"), alignment: .end),
                    DataTable.Column(say("Greatest"), alignment: .end),
                ], rows: rows))
    }

    private func assumptions() -> [Block] {
        let sentences = report.negotiators.flatMap { negotiator in
            phrasing.assumptions(negotiator.scoring.assumptions).map {
                say("\(phrasing.party(negotiator.scoring.party)): \($0)")
            }
        }
        guard !sentences.isEmpty else { return [] }
        let lead = say("Central values were used where sheets leave something open.")
        return [.note(Note(.assumption, paragraphs: [lead] + sentences))]
    }

    private func frontier() -> [Block] {
        let count = report.frontier.count
        guard count > 0, frontierLimit > 0, report.frontier.isAskedFor else { return [] }
        let shown = min(count, frontierLimit)
        let caption =
            shown < count
            ? say(
                "The frontier, the first \(wording.grouped(BigInt(shown))) of \(wording.grouped(BigInt(count))) points"
            )
            : say("The frontier")
        return [
            .table(
                DataTable(
                    caption: caption, columns: phrasing.pointColumns("Point", of: report),
                    rows: (0..<shown).map { point in
                        phrasing.pointRow("\(String(point + 1))", at: point, of: report)
                    }))
        ]
    }

    private func told(_ obstacle: Obstacle) -> [Block] {
        var sentences = phrasing.obstacle(obstacle, negotiators: report.negotiators.map(\.scoring.party))
        if case .nothingAcceptable(let openings) = obstacle {
            return [
                .heading(say("No package is acceptable to \(all)")), .bullets(sentences),
            ] + lowerings(openings)
        }
        let lead = sentences.removeFirst()
        return [.paragraph(lead)] + (sentences.isEmpty ? [] : [.bullets(sentences)])
    }

    private func lowerings(_ openings: Obstacle.Openings) -> [Block] {
        guard !openings.lowerings.isEmpty else { return [] }
        let rows = openings.lowerings.prefix(frontierLimit).enumerated().map { index, lowering in
            lowering.by.map { DataTable.Cell(Prose(wording.exactPoints($0))) }
                + [
                    openings.leastTotal.contains(index) ? DataTable.Cell(say("least in sum")) : "",
                    openings.leastGreatest.contains(index) ? DataTable.Cell(say("least greatest")) : "",
                ]
        }
        return [
            .table(
                DataTable(
                    caption: say(
                        "By how much less having no agreement would have to be worth, red lines kept"),
                    columns: names.map { DataTable.Column(Prose($0), alignment: .end) }
                        + [DataTable.Column(Prose(runs: [])), DataTable.Column(Prose(runs: []))], rows: rows))
        ]
    }
}
