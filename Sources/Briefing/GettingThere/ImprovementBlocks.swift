import Assessment
import Bargaining
import BigInt
import Negotiation

/// What a package can be made into, in words and tables; for the terminal and for a chapter alike.
struct ImprovementBlocks {
    let report: ImprovementReport
    let phrasing: Phrasing
    /// The most points that are listed.
    let limit: Int
    /// The most packages of one point that are named.
    let packageLimit: Int

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }
    private var shown: Int { min(report.count, limit) }

    /// The places of the negotiators in the neutral order.
    private var places: [Int] {
        phrasing.inOrder(report.negotiators).compactMap(report.negotiators.firstIndex)
    }

    /// What was found, as one sentence.
    func finding() -> Prose {
        let all = phrasing.everyNegotiator(without: report.without)
        switch report.search {
        case .improvements where report.all.upper.isZero:
            return report.start.isOnFrontier == true
                ? say("No acceptable package is better for somebody and worse for nobody.")
                : say(
                    "No package that is acceptable to \(all) is better for somebody and worse for nobody.")
        case .improvements where report.all.exact && report.all.lower == 1:
            return say("One acceptable package is better for somebody and worse for nobody.")
        case .improvements:
            return say(
                "\(wording.count(report.all)) acceptable packages are better for somebody and worse for nobody."
            ).capitalised
        case .completions where report.all.upper.isZero:
            return say("No way to settle what is open is acceptable to \(all).")
        case .completions where report.all.exact && report.all.lower == 1:
            return say("One way to settle what is open is acceptable to \(all).")
        case .completions:
            return say(
                "\(wording.count(report.all)) ways to settle what is open are acceptable to \(all)."
            ).capitalised
        }
    }

    /// How the list was made, as one sentence; nil where there is none.
    func explanation() -> Prose? {
        guard report.count > 0 else { return nil }
        var result =
            report.search == .improvements
            ? say(
                "Listed are those that no other one beats with as few changes, fewest changes first, on \(wording.grouped(BigInt(report.count))) \(report.count == 1 ? say("point") : say("points"))."
            )
            : say(
                "Listed are those that no other such way beats, on \(wording.grouped(BigInt(report.count))) \(report.count == 1 ? say("point") : say("points"))."
            )
        if report.isCentral { result += say(" Worths are central values where sheets leave something open.") }
        return result
    }

    /// The points.
    func table() -> Block? {
        guard shown > 0 else { return nil }
        let isImproving = report.search == .improvements
        let rows = (0..<shown).map { place -> [DataTable.Cell] in
            let point = report[place]
            return ["\(String(place + 1))"]
                + (isImproving ? ["\(String(point.changes ?? 0))"] : [])
                + places.map { party in
                    let worth = wording.exactPoints(point.utilities[party])
                    guard let more = point.more?[party] else { return "\(worth)" }
                    return more == 0
                        ? DataTable.Cell(say("\(worth) (as now)"))
                        : DataTable.Cell(say("\(worth) (\(wording.change(more)))"))
                } + ["\(wording.grouped(point.count))"]
        }
        let rest = report.count - shown
        let caption =
            isImproving
            ? say("Better for somebody, worse for nobody: worth to each on its own scale")
            : say("Ways to settle what is open: worth to each on its own scale")
        return .table(
            DataTable(
                caption: rest > 0
                    ? say("\(caption), the first \(wording.grouped(BigInt(shown))) points") : caption,
                columns: [DataTable.Column(say("Point"), namesRows: true)]
                    + (isImproving ? [DataTable.Column(say("Changes"), alignment: .end)] : [])
                    + places.map {
                        DataTable.Column(Prose(phrasing.party(report.negotiators[$0])), alignment: .end)
                    } + [DataTable.Column(say("Packages"), alignment: .end)],
                rows: rows))
    }

    /// What the first packages of each point change, in words.
    func changes() -> Block? {
        guard shown > 0, packageLimit > 0 else { return nil }
        let items = (0..<shown).map { place -> ItemList.Item in
            let point = report[place]
            let packages = Array(point.packages.prefix(packageLimit))
            let first = packages.first ?? [:]
            var nested = packages.dropFirst().map { package in
                let other = report.changes(in: package).filter { first[$0.issue] != $0.option }
                let back = report.changes(in: first).filter { choice in
                    package[choice.issue] == report.start.package.choose[choice.issue]
                }
                return ItemList.Item(say("level with it: \(words(other, leaving: back.map(\.issue)))"))
            }
            let more = point.count - BigInt(packages.count)
            if more > 0 {
                nested.append(ItemList.Item(say("and \(wording.grouped(more)) more level with it")))
            }
            return ItemList.Item(
                say("Point \(String(place + 1)): \(words(report.changes(in: first), leaving: []))"),
                nested: nested)
        }
        return .list(ItemList(items: items))
    }

    private func words(
        _ choices: [(issue: IssueID, option: OptionID)], leaving kept: [IssueID]
    ) -> Prose {
        var parts = choices.map { phrasing.choice([$0.option], of: $0.issue) }
        if !kept.isEmpty { parts.append(say("nothing changed on \(phrasing.issuesInSentence(kept))")) }
        return parts.joined(separator: say("; "))
    }

    /// The first packages as they can be typed again.
    func typed() -> [Block] {
        guard shown > 0 else { return [] }
        let lines = (0..<min(shown, 3)).compactMap { place -> Prose? in
            guard let first = Array(report[place].packages.prefix(1)).first else { return nil }
            let parts = phrasing.dossier.issues.compactMap { issue in
                first[issue.id].map { "\(issue.id.rawValue)=\($0.rawValue)" }
            }
            let text = Prose(runs: [Prose.Run("'" + parts.joined(separator: ", ") + "'", style: .code)])
            return say("Point \(String(place + 1)): \(text)")
        }
        return [
            .heading(say("The same, to be typed after \(code: "parley explain DOSSIER")")), .bullets(lines),
        ]
    }

    /// Why the package cannot be taken as it is, as sentences.
    func objections() -> [Prose] {
        let start = report.start
        guard report.search == .improvements else { return [] }
        var result = start.broken.map { say("As it is, it breaks: \(phrasing.prohibition($0))") }
        for worth in start.worths where worth.isAcceptable == false {
            result.append(
                say("As it is, it is not acceptable to \(phrasing.party(worth.party)) on the sheet used."))
        }
        if let stage = report.stage {
            result.append(
                say(
                    "Only what the stage “\(phrasing.stage(stage))” settles may change: \(phrasing.issuesInSentence(report.changeable))."
                ))
        }
        return result
    }

    /// What a partial answer lacks.
    func caution() -> Block? {
        guard !report.isWhole else { return nil }
        return .note(
            .caution,
            say("The budget ran out: each of these is what it is said to be, but there may be others."))
    }
}

extension ImprovementReport {
    /// What `parley improve` prints for people.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - limit: how many points are listed.
    ///   - packageLimit: how many packages are named at one point.
    ///   - style: the terminal.
    public func text(
        _ phrasing: Phrasing, limit: Int = 20, packageLimit: Int = 5, style: TextStyle = TextStyle()
    ) -> String {
        guard !start.choices.isEmpty else {
            return [Block.paragraph(phrasing.nothingShown())].text(
                style, furniture: phrasing.wording.furniture)
        }
        let parts = ImprovementBlocks(
            report: self, phrasing: phrasing, limit: max(0, limit), packageLimit: max(0, packageLimit))
        let name = start.package.title.map(phrasing.text) ?? start.package.name
        let objections = parts.objections()
        var blocks: [Block] = [
            .heading(phrasing.say("From \(name)")),
            .paragraph(parts.finding() + (parts.explanation().map { Prose(" ") + $0 } ?? Prose(runs: []))),
        ]
        if !objections.isEmpty { blocks.append(.bullets(objections)) }
        blocks += [parts.table(), parts.changes()].compactMap { $0 } + parts.typed()
        blocks += [parts.caution()].compactMap { $0 } + phrasing.leftOut(without)
        return blocks.text(style, furniture: phrasing.wording.furniture)
    }
}
