import Assessment
import Negotiation
import Sequencing

/// The commitments by date.
extension RoadmapBlocks {
    /// The commitments by date, with party, verifier and slack; nil where no times keep all clauses.
    func timetable() -> DataTable? {
        guard let times = report.times else { return nil }
        // By the dates that are printed, in the order in which they are.
        func order(_ place: Int) -> [Int] {
            let when = times[place]!
            return [when.begunEarliest, when.begunSlow, when.doneEarliest, when.doneSlow, place]
        }
        let due = roadmap.steps.indices.filter { times[$0] != nil }.sorted {
            order($0).lexicographicallyPrecedes(order($1))
        }
        let rows = due.prefix(limit).map { place -> [DataTable.Cell] in
            let (step, when) = (roadmap.steps[place], times[place]!)
            return [
                DataTable.Cell(what(step)), DataTable.Cell(phrasing.parties(step.commitment.who)),
                DataTable.Cell(window(when.begunEarliest, when.begunSlow)),
                DataTable.Cell(window(when.doneEarliest, when.doneSlow)),
                DataTable.Cell(verification(step, when)), DataTable.Cell(sunset(step, when)),
                DataTable.Cell(latest(when)), DataTable.Cell(slack(step, when)),
            ]
        }
        var columns = [
            DataTable.Column(say("Commitment"), namesRows: true), DataTable.Column(say("Who")),
            DataTable.Column(say("Begins")), DataTable.Column(say("Done")), DataTable.Column(say("Verified")),
            DataTable.Column(say("In force until")), DataTable.Column(say("Done at the latest")),
            DataTable.Column(say("May wait"), alignment: .end),
        ]
        let kept = columns.indices.filter { column in
            columns[column].namesRows || rows.contains { !$0[column].words.isEmpty }
        }
        columns = kept.map { columns[$0] }
        return DataTable(
            caption: say("Commitments by date, if everything that is verified was kept"), columns: columns,
            rows: rows.map { row in kept.map { row[$0] } }, isDense: rows.count > 12)
    }

    /// What the clauses say of each commitment's time: what a table needs before it where no times keep them all.
    func clauses() -> DataTable {
        let rows = roadmap.commitments.prefix(limit).map { commitment -> [DataTable.Cell] in
            let decider = roadmap.steps.first { $0.commitment.id == commitment.id }?.decider
            let takes = commitment.takes.map { phrasing.doingTime($0, decider) }
            let verification = commitment.verification.map(phrasing.range)
            let verified =
                [phrasing.parties(commitment.verifiedBy)].filter { !$0.isEmpty }
                + [verification].compactMap(\.self)
            return [
                DataTable.Cell(say("\(phrasing.text(commitment.name))\(article(commitment.id))")),
                DataTable.Cell(phrasing.parties(commitment.who)),
                DataTable.Cell(phrasing.after(commitment.after) ?? Prose("")),
                DataTable.Cell(takes ?? Prose("")),
                DataTable.Cell(verified.joined(separator: say(", "))),
                DataTable.Cell(commitment.deadline.map(phrasing.deadline) ?? Prose("")),
            ]
        }
        return DataTable(
            caption: say("Commitments as the clauses have them; no dates keep them all"),
            columns: [
                DataTable.Column(say("Commitment"), namesRows: true), DataTable.Column(say("Who")),
                DataTable.Column(say("Comes")), DataTable.Column(say("Takes")),
                DataTable.Column(say("Verified")), DataTable.Column(say("By when")),
            ], rows: rows, isDense: rows.count > 12)
    }

    /// The same with what a reader must know of it.
    func table() -> [Block] {
        guard let table = timetable() else {
            return [.table(clauses())] + notListed(of: roadmap.commitments.count)
        }
        let due = report.times?.count { $0 != nil } ?? 0
        return [.table(table)] + notListed(of: due) + [tableNote()]
    }

    /// How many of a list are beyond the limit; nothing where all are there.
    func notListed(of count: Int) -> [Block] {
        guard count > limit else { return [] }
        return [
            .paragraph(
                say(
                    "\(phrasing.wording.number(count - limit)) more are not listed; \(code: "--limit") shows more, \(code: "--json") all."
                ).capitalised)
        ]
    }

    /// How the table is to be read.
    func tableNote() -> Block {
        var sentences = [
            say(
                "A range runs from everybody prompt and everything quick to everybody prompt and everything slow. “May wait”: by how much this step alone may begin later than it could, and the rest can still be kept, as long as everything that is verified was kept; rounded down to whole days, below a week to whole hours."
            )
        ]
        if roadmap.start != nil {
            sentences.append(
                say(
                    "A date alone is the moment at which that day begins; a deadline on a date runs to the end of that day."
                ))
        }
        return .paragraph(sentences.joined(separator: Prose(" ")))
    }

    private func what(_ step: Roadmap.Step) -> Prose {
        let what = phrasing.text(step.commitment.name)
        let named =
            step.tranche.map {
                say("\(what), tranche \(String($0)) of \(String(step.commitment.tranches?.count ?? 0))")
            } ?? Prose(what)
        return say("\(named)\(article(step.commitment.id))")
    }

    private func verification(_ step: Roadmap.Step, _ when: StepTimes) -> Prose {
        guard !step.commitment.verifiedBy.isEmpty || step.verified != step.done else { return Prose("") }
        let by = phrasing.parties(step.commitment.verifiedBy)
        guard step.verified != step.done else { return by }
        let times = window(when.verifiedEarliest, when.verifiedSlow)
        return by.isEmpty ? times : say("\(by), \(times)")
    }

    /// Until when what is done is in force; nothing where it is done for good.
    private func sunset(_ step: Roadmap.Step, _ when: StepTimes) -> Prose {
        guard let earliest = sunset(step.commitment, doneAt: when.doneEarliest),
            let slow = sunset(step.commitment, doneAt: when.doneSlow)
        else { return Prose("") }
        return window(earliest, max(earliest, slow))
    }

    func latest(_ when: StepTimes) -> Prose {
        when.doneLatest.map(time) ?? (when.isSlackKnown ? Prose("–") : say("not known"))
    }

    func slack(_ step: Roadmap.Step, _ when: StepTimes) -> Prose {
        if when.isCritical { return say("not at all") }
        if let slack = when.slack { return wait(slack) }
        guard when.isSlackKnown else { return say("not known") }
        // A duty that holds at once is not one that may wait for ever.
        return step.commitment.fulfils.isEmpty ? say("no date is set") : say("holds at once")
    }
}
