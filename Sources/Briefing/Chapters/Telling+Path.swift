import Assessment
import BigInt
import Negotiation

extension Telling {
    /// What drafted packages can be made into.
    func improvementsChapter() -> Document.Chapter? {
        let reports = situation.path.improvements
        guard !reports.isEmpty else { return nil }
        var blocks: [Block] = []
        for report in reports {
            let parts = ImprovementBlocks(report: report, phrasing: phrasing, limit: 1, packageLimit: 1)
            blocks.append(.heading(Prose(packageName(report.start.package))))
            blocks.append(
                .paragraph(parts.finding() + (parts.explanation().map { Prose(" ") + $0 } ?? Prose(runs: [])))
            )
            let objections = parts.objections()
            if !objections.isEmpty { blocks.append(.bullets(objections)) }
            blocks += [parts.table(), parts.changes(), parts.caution()].compactMap { $0 }
        }
        let rest = situation.drafted.count - reports.count
        if rest > 0 {
            blocks.append(
                .note(
                    .caution,
                    counted(
                        rest, one: "One more drafted package was not looked at here.",
                        many: "\(number(rest)) more drafted packages were not looked at here."
                    ).capitalised))
        }
        return Document.Chapter("improvements", title: improvementsTitle(reports), blocks: blocks)
    }

    private func improvementsTitle(_ reports: [ImprovementReport]) -> Prose {
        let whole = reports.filter { $0.search == .improvements }
        let better = whole.count { !$0.all.lower.isZero || $0.count > 0 }
        let partial = reports.filter { $0.search == .completions }
        let open = partial.count { !$0.all.lower.isZero || $0.count > 0 }
        let first: Prose? =
            switch (whole.count, better) {
            case (0, _): nil
            case (1, 0): say("the one draft that is whole cannot be made better for anybody at nobody’s cost")
            case (1, _): say("the one draft that is whole can be made better for somebody at nobody’s cost")
            case (let all, 0):
                say("none of the \(number(all)) whole drafts can be made better at nobody’s cost")
            case (2, 2): say("both whole drafts can be made better for somebody at nobody’s cost")
            case (let all, let some) where all == some:
                say("all \(number(all)) whole drafts can be made better for somebody at nobody’s cost")
            case (let all, let some):
                say(
                    "\(number(some)) of \(number(all)) whole drafts can be made better for somebody at nobody’s cost"
                )
            }
        let second: Prose? =
            switch (partial.count, open) {
            case (0, _): nil
            case (1, 0): say("the one draft that leaves issues open has no acceptable completion")
            case (1, _): say("the one draft that leaves issues open has acceptable completions")
            case (_, 0): say("no draft that leaves issues open has an acceptable completion")
            case (2, 2): say("both drafts that leave issues open have acceptable completions")
            case (let all, let some) where all == some:
                say("all \(number(all)) drafts that leave issues open have acceptable completions")
            case (let all, let some):
                say(
                    "\(number(some)) of \(number(all)) drafts that leave issues open have acceptable completions"
                )
            }
        let lead = reports.contains(where: \.isCentral) ? say("On central values") : say("On the sheets used")
        let parts = [first, second].compactMap { $0 }
        return say("\(lead), \(parts.joined(separator: say(", and ")))")
    }

    /// The way from today through the stages.
    func ladderChapter() -> Document.Chapter? {
        guard let report = situation.path.ladder else { return nil }
        let parts = LadderBlocks(report: report, phrasing: phrasing)
        var blocks: [Block] = [.paragraph(parts.explanation())]
        blocks += parts.left().map { .paragraph($0) }
        if let choice = parts.choice() { blocks.append(.paragraph(choice)) }
        if let ladder = report.opened, let table = parts.rungs(), case .table(let rows) = table {
            let rungs = ladder.rungs.map { rung in
                LadderChart.Rung(
                    phrasing.stage(rung.stage),
                    entries: rung.settled.map { choice in
                        LadderChart.Entry(
                            choice.isToday ? .dash : .full,
                            phrasing.heading([choice.option], of: choice.issue).text)
                    })
            }
            let chart = LadderChart(
                title: say("One ladder, from today up to a comprehensive package").text,
                description: say(
                    "Each step is a stage. A filled circle is an issue that is settled differently from today, a dash one that is settled as it is today."
                ).text, rungs: rungs)
            blocks.append(.figure(Figure(chart.drawing(id: "ladder-rungs"), table: rows)))
        }
        blocks += [parts.worths(), parts.stops()].compactMap { $0 } + parts.rules()
        blocks += [parts.caution()].compactMap { $0 }
        return Document.Chapter("ladder", title: parts.finding(), blocks: blocks)
    }
}
