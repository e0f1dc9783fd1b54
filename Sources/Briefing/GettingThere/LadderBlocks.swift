import Assessment
import Bargaining
import BigInt
import Negotiation

/// Ladders in words and tables; for the terminal and for a chapter alike.
struct LadderBlocks {
    let report: LadderReport
    let phrasing: Phrasing

    private var wording: Wording { phrasing.wording }
    private func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    /// The places of the negotiators in the neutral order.
    private var places: [Int] {
        phrasing.inOrder(report.negotiators).compactMap(report.negotiators.firstIndex)
    }

    /// Whether there is a ladder, as one sentence without its stop.
    func finding() -> Prose {
        let lead = report.isCentral ? say("On central values") : say("On the sheets used")
        if let obstacle = report.obstacle {
            let stage = phrasing.stage(obstacle.stage)
            return switch obstacle.cause {
            case .rules: say("No ladder reaches “\(stage)”, because the rules allow no package there")
            case .redLines: say("\(lead), no ladder reaches “\(stage)” without crossing a red line")
            case .worth: say("\(lead), no ladder reaches “\(stage)” without somebody losing on the way")
            case .withoutAgreement:
                say("\(lead), every ladder ends where somebody is worse off than without agreement")
            }
        }
        guard report.count > 0 else { return say("The search for a ladder was not finished") }
        let stages = report.stages.count
        return phrasing.counted(
            stages,
            one: "\(lead), one rung leads from today to a comprehensive package without loss to anybody",
            many:
                "\(lead), \(wording.number(stages)) rungs lead from today to a comprehensive package, and nobody loses on any of them"
        )
    }

    /// What is meant by a ladder, and how many there are.
    func explanation() -> Prose {
        var result = say(
            "A ladder is one package a stage: what a stage settles stays settled, all else stays as today until its stage comes. No rung is worth less to any negotiator than the one below, and none closes off a later one."
        )
        result +=
            report.today == nil
            ? say(" Today is not known on every issue: the first rung stands on what no agreement is worth.")
            : say(" The first rung stands on what today’s answers are worth.")
        if report.count > 0 {
            let ladders =
                report.packages.exact && report.packages.lower == 1
                ? say(" One ladder leads to a package that no other ladder’s package beats.")
                : say(
                    " \(wording.count(report.packages)) ladders lead to packages that no other ladder’s package beats."
                )
            result += ladders
        }
        return result
    }

    /// The rungs of the ladder that is opened up: what each settles and needs.
    func rungs() -> Block? {
        guard let ladder = report.opened else { return nil }
        let rows = ladder.rungs.map { rung -> [DataTable.Cell] in
            let changed = rung.settled.filter { !$0.isToday }
            let kept = rung.settled.filter(\.isToday).map(\.issue)
            var settled = changed.map { phrasing.heading([$0.option], of: $0.issue) }
            if !kept.isEmpty { settled.append(say("as today: \(phrasing.issues(kept))")) }
            return [
                "\(phrasing.stage(rung.stage))",
                DataTable.Cell(settled.isEmpty ? say("nothing") : settled.joined(separator: say("; "))),
                DataTable.Cell(needs(rung)),
            ]
        }
        return .table(
            DataTable(
                caption: say("One of these ladders, rung by rung"),
                columns: [
                    DataTable.Column(say("Stage"), namesRows: true), DataTable.Column(say("Settles")),
                    DataTable.Column(say("Still needs the yes of")),
                ], rows: rows))
    }

    private func needs(_ rung: Ladder.Rung) -> Prose {
        let consents = rung.consents.flatMap { needed in
            needed.options.map { option in
                say(
                    "\(phrasing.party(needed.party)) to \(phrasing.choice([option.option], of: option.issue)) (\(phrasing.answer(option.consent)))"
                )
            }
        }
        return consents.isEmpty ? say("nobody else") : consents.joined(separator: say("; "))
    }

    /// The rules that bind, rung by rung.
    func rules() -> [Block] {
        guard let ladder = report.opened else { return [] }
        let lines = ladder.rungs.flatMap { rung in
            rung.binding.compactMap { id in phrasing.dossier.rules.first { $0.id == id } }.map {
                rule -> Prose in
                let reason = rule.because.map { Prose(phrasing.text($0)) } ?? phrasing.demand(rule)
                return say("\(phrasing.stage(rung.stage)): \(reason)")
            }
        }
        guard !lines.isEmpty else { return [] }
        return [
            .heading(
                say("Rules that hold a rung together: with one change taken back alone, it would break them")),
            .bullets(lines),
        ]
    }

    /// What each rung is worth to each negotiator.
    func worths() -> Block? {
        guard let ladder = report.opened else { return nil }
        func row(_ name: Prose, _ utilities: [Rational]) -> [DataTable.Cell] {
            [DataTable.Cell(name)] + places.map { "\(wording.exactPoints(utilities[$0]))" }
        }
        var rows = [row(say("No agreement"), report.withoutAgreement)]
        if let today = report.today { rows.append(row(say("Today"), today)) }
        rows += ladder.rungs.map { row(Prose(phrasing.stage($0.stage)), $0.utilities) }
        return .table(
            DataTable(
                caption: report.isCentral
                    ? say("What each rung is worth, to each on its own scale, on central values")
                    : say("What each rung is worth, to each on its own scale"),
                columns: [DataTable.Column(say("Rung"), namesRows: true)]
                    + places.map {
                        DataTable.Column(Prose(phrasing.party(report.negotiators[$0])), alignment: .end)
                    }, rows: rows))
    }

    /// Where each negotiator could stop.
    func stops() -> Block? {
        guard let ladder = report.opened else { return nil }
        let rows = places.map { place -> [DataTable.Cell] in
            let stop = ladder.stops[place]
            return [
                "\(phrasing.party(stop.party))", DataTable.Cell(rung(stop.noWorseFrom, of: ladder)),
                DataTable.Cell(rung(stop.nothingMoreFrom, of: ladder)),
                DataTable.Cell(rung(stop.stopsAt, of: ladder)),
            ]
        }
        return .table(
            DataTable(
                caption: say("Where each negotiator could stop"),
                columns: [
                    DataTable.Column(say("Negotiator"), namesRows: true),
                    DataTable.Column(say("No worse off than without agreement from")),
                    DataTable.Column(say("Has all that the last rung brings from")),
                    DataTable.Column(say("Could stop at")),
                ], rows: rows))
    }

    private func rung(_ place: Int, of ladder: Ladder) -> Prose {
        ladder.rungs.indices.contains(place) ? Prose(phrasing.stage(ladder.rungs[place].stage)) : say("today")
    }

    /// What the stages leave as it is.
    func left() -> [Prose] {
        report.unsettled.isEmpty
            ? []
            : [
                say(
                    "Settled by no stage, so as today on every rung: \(phrasing.issuesInSentence(report.unsettled))."
                )
            ]
    }

    /// The points that ladders reach.
    func points(limit: Int) -> Block? {
        let shown = min(report.count, limit)
        guard shown > 0 else { return nil }
        let rows = (0..<shown).map { point -> [DataTable.Cell] in
            let utilities = report.utilities(at: point)
            return ["\(String(point + 1))"] + places.map { "\(wording.exactPoints(utilities[$0]))" }
                + ["\(wording.grouped(report.packageCount(at: point)))"]
        }
        let caption = say("What the last rungs are worth, to each on its own scale")
        return .table(
            DataTable(
                caption: shown < report.count
                    ? say(
                        "\(caption), the first \(wording.grouped(BigInt(shown))) of \(wording.grouped(BigInt(report.count))) points"
                    ) : caption,
                columns: [DataTable.Column(say("Point"), namesRows: true)]
                    + places.map {
                        DataTable.Column(Prose(phrasing.party(report.negotiators[$0])), alignment: .end)
                    } + [DataTable.Column(say("Ladders"), alignment: .end)], rows: rows))
    }

    /// Why the one that is opened up was taken.
    func choice() -> Prose? {
        guard report.opened != nil, report.count > 1 || report.packages.lower > 1 else { return nil }
        return say(
            "One of them is told rung by rung. It was taken because, of the last rungs, the product of everybody’s gains over no agreement is greatest there (the Nash yardstick), and because it is among those that change least from today."
        )
    }

    /// What a partial answer lacks.
    func caution() -> Block? {
        guard !report.isWhole else { return nil }
        return .note(.caution, say("The budget ran out: there may be other ladders."))
    }
}

extension LadderReport {
    /// What `parley improve --ladder` prints for people.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - limit: how many points are listed.
    ///   - style: the terminal.
    public func text(_ phrasing: Phrasing, limit: Int = 20, style: TextStyle = TextStyle()) -> String {
        let parts = LadderBlocks(report: self, phrasing: phrasing)
        var blocks: [Block] = [
            .heading(parts.finding()), .paragraph(parts.explanation()),
        ]
        if let kept {
            let name = kept.title.map(phrasing.text) ?? kept.name
            blocks.append(.paragraph(phrasing.say("The last rung keeps what \(name) chooses.")))
        }
        blocks += parts.left().map { .paragraph($0) }
        blocks += [parts.points(limit: max(0, limit)), parts.rungs()].compactMap { $0 }
        if let choice = parts.choice() { blocks.append(.paragraph(choice)) }
        blocks +=
            [parts.worths(), parts.stops(), parts.caution()].compactMap { $0 } + phrasing.leftOut(without)
        return blocks.text(style, furniture: phrasing.wording.furniture)
    }
}
