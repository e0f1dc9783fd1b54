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
        guard let obstacle = report.obstacle else { return blocks + frontier() + references() + testing }
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
        rows.append([
            DataTable.Cell(say("Points on the frontier")),
            DataTable.Cell(
                report.frontier.isExact
                    ? Prose(wording.grouped(BigInt(report.frontier.count)))
                    : say("\(wording.grouped(BigInt(report.frontier.count))) found; the budget ran out")),
        ])
        rows.append(row("Packages on the frontier", report.frontier.packages))
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
        guard count > 0, frontierLimit > 0 else { return [] }
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
                    caption: caption, columns: columns(first: "Point"),
                    rows: (0..<shown).map { point in row("\(String(point + 1))", at: point) }))
        ]
    }

    private func columns(first: Sentence) -> [DataTable.Column] {
        [DataTable.Column(say(first), namesRows: true)]
            + names.map { DataTable.Column(Prose($0), alignment: .end) }
            + [DataTable.Column(say("Packages"), alignment: .end)]
    }

    private func row(_ name: DataTable.Cell, at place: Int) -> [DataTable.Cell] {
        let point = report.frontier[place]
        return [name] + point.utilities.map { "\(wording.exactPoints($0))" }
            + ["\(wording.grouped(point.count))"]
    }

    private func references() -> [Block] {
        guard report.frontier.count > 0 else { return [] }
        var rows: [[DataTable.Cell]] = []
        var points: [Int] = []
        for kind in References.Kind.allCases {
            let all = report.references.points(of: kind)
            let shown = all.prefix(min(frontierLimit, Self.tiesShown))
            for place in shown {
                let note: Prose? =
                    kind.comparesParties ? say("Compares points of one party with those of another.") : nil
                rows.append(
                    row(DataTable.Cell(phrasing.yardstick(kind), note: note), at: place)
                        + ["\(String(place + 1))"])
                if !points.contains(place) { points.append(place) }
            }
            // Many ties of one yardstick would bury the others; programs get every one.
            if shown.count < all.count, !shown.isEmpty {
                let rest = wording.grouped(BigInt(all.count - shown.count))
                rows.append([DataTable.Cell(say("and \(rest) more, level with these"))])
            }
        }
        let table = DataTable(
            caption: say("Where the yardsticks point, with their ties"),
            columns: columns(first: "Yardstick") + [DataTable.Column(say("Point"), alignment: .end)],
            rows: rows)
        return [.table(table)] + sets() + packages(at: points)
    }

    /// What a reader must know of the yardsticks beyond their points.
    private func sets() -> [Block] {
        var sentences: [Prose] = []
        let references = report.references
        let all = Set(report.negotiators.map(\.scoring.party))
        for set in references.nash where Set(set.gaining) != all {
            sentences.append(
                set.gaining.isEmpty
                    ? say("Nash: no acceptable package gives any negotiator a gain.")
                    : say(
                        "Nash: no acceptable package gives \(phrasing.everyNegotiator(without: report.without)) a gain; \(phrasing.parties(set.gaining)) can gain together."
                    ))
        }
        if !references.leftOut.isEmpty {
            sentences.append(
                say(
                    "Kalai–Smorodinsky: \(phrasing.parties(references.leftOut)) left out, with nothing to gain."
                ))
        }
        return sentences.isEmpty ? [] : [.bullets(sentences)]
    }

    /// The most level points of one yardstick that are listed.
    private static let tiesShown = 3

    private func packages(at points: [Int]) -> [Block] {
        guard packageLimit > 0, !points.isEmpty else { return [] }
        return PackagesAtPoints(
            points: points.map { ($0, report.frontier[$0]) }, limit: packageLimit, phrasing: phrasing
        ).blocks()
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
