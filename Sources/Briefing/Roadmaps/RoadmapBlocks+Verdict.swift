import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// The verdict in one sentence, without its stop.
    func finding() -> Prose {
        if !report.isConsistent { return say("The timetable of \(subject) contradicts itself") }
        switch report.controllability {
        case .controllable:
            if !report.deadlocks.isEmpty {
                return say("In the timetable of \(subject) nobody can go first")
            }
            let can =
                roadmap.network.isUncertain || roadmap.network.isConditional
                ? say("can be kept whatever happens within the stated ranges") : say("can be kept")
            // What is left out must not be overlooked.
            return waitsOutside.isEmpty
                ? say("The timetable of \(subject) \(can)")
                : say(
                    "The timetable of \(subject) \(can), if what it waits for outside the package is done in time"
                )
        case .uncontrollable:
            return say("The timetable of \(subject) can only be kept with luck")
        case .undecided: return say("Whether the timetable of \(subject) can always be kept was not decided")
        }
    }

    /// What is waited for and not part of the package.
    var waitsOutside: [CommitmentID] {
        roadmap.notes.compactMap { if case .waitsForAbsent(_, let id) = $0 { id } else { nil } }
    }

    /// What the verdict means and rests on.
    func verdict() -> [Block] {
        var sentences: [Prose] = []
        if report.isConsistent {
            switch report.controllability {
            case .controllable where !roadmap.network.isUncertain && !roadmap.network.isConditional:
                sentences.append(
                    say("All clauses can hold together, and nothing in it depends on chance or on others."))
            case .controllable:
                sentences.append(
                    report.isStronglyControllable
                        ? say(
                            "One plan made beforehand holds, however long what nobody here decides may take.")
                        : say(
                            "No single plan made beforehand is known to hold, but whoever decides as things become known can keep every clause, however long what nobody here decides may take."
                        ))
            case .uncontrollable:
                sentences.append(
                    say(
                        "The clauses do not contradict each other, but there are ways in which things can go, within the stated ranges, in which some clause is broken whatever anybody does\(roadmap.alternatives.isEmpty ? Prose("") : say(", with the choices fixed beforehand that are named below"))."
                    ))
                if report.isWeaklyControllable == true {
                    sentences.append(
                        say(
                            "Somebody who knew beforehand how long everything takes and what is verified could keep it; nobody does."
                        ))
                }
            case .undecided:
                sentences.append(
                    say(
                        "The search ended at its limit; neither a way to keep everything nor a reason against it was found."
                    ))
            }
        }
        let gates = roadmap.gates.count
        if gates > 0, report.isConsistent, case .controllable = report.controllability {
            sentences.append(
                phrasing.counted(
                    gates, one: "That holds, too, if the one verification with a consequence fails.",
                    many:
                        "That holds, too, if any of the \(phrasing.wording.number(gates)) verifications with consequences fail."
                ))
        }
        sentences.append(
            roadmap.reaction == 0
                ? say("Reaction: at once, on the day something becomes known.")
                : say("Reaction: \(span(roadmap.reaction)) after something becomes known."))
        if let start = roadmap.start {
            sentences.append(
                say("Counted from \(phrasing.event(roadmap.events[0].event.id)), \(phrasing.moment(start))."))
        } else {
            sentences.append(
                say("Counted from \(phrasing.event(roadmap.events[0].event.id)), which has no date yet."))
        }
        return [.paragraph(sentences.joined(separator: Prose(" ")))]
    }

    /// The steps that may not wait, the weakest step, and the first of what could go wrong.
    func weakest() -> [Block] {
        var sentences: [Prose] = []
        if let times = report.times {
            let critical = times.indices.filter { times[$0]?.isCritical == true }
            if !critical.isEmpty {
                let first = critical.sorted { times[$0]!.begunSlow < times[$1]!.begunSlow }.prefix(4)
                sentences.append(
                    phrasing.counted(
                        critical.count,
                        one: "One step may not wait at all: \(deed(ofStep: first[first.startIndex])).",
                        many: critical.count > first.count
                            ? "\(phrasing.wording.number(critical.count)) steps may not wait at all, first \(phrasing.wording.list(first.map(deed(ofStep:))))."
                            : "\(phrasing.wording.number(critical.count)) steps may not wait at all: \(phrasing.wording.list(first.map(deed(ofStep:))))."
                    ).capitalised)
            }
        }
        var told: Set<PartyID> = []
        for weakest in report.keeping
        where weakest.model.verdict != .sure && told.insert(weakest.party).inserted {
            sentences.append(
                say(
                    "\(phrasing.party(weakest.party))’s weakest step is \(deed(ofStep: weakest.step)): by the sheet \(code: weakest.sheet.rawValue), \(keepingVerdict(weakest))."
                ))
        }
        return sentences.isEmpty ? [] : [.paragraph(sentences.joined(separator: Prose(" ")))]
    }

    // MARK: The table

    /// The commitments by date, with party, verifier and slack; nil where no times keep all clauses.
    func timetable() -> DataTable? {
        guard let times = report.times else { return nil }
        let due = roadmap.steps.indices.filter { times[$0] != nil }.sorted {
            (times[$0]!.begunSlow, times[$0]!.doneSlow, $0) < (times[$1]!.begunSlow, times[$1]!.doneSlow, $1)
        }
        let rows = due.prefix(limit).map { place -> [DataTable.Cell] in
            let (step, when) = (roadmap.steps[place], times[place]!)
            return [
                DataTable.Cell(what(step)), DataTable.Cell(phrasing.parties(step.commitment.who)),
                DataTable.Cell(window(when.begunEarliest, when.begunSlow)),
                DataTable.Cell(window(when.doneEarliest, when.doneSlow)),
                DataTable.Cell(verification(step, when)),
                DataTable.Cell(when.doneLatest.map(time) ?? Prose("–")),
                DataTable.Cell(slack(step, when)),
            ]
        }
        var columns = [
            DataTable.Column(say("Commitment"), namesRows: true), DataTable.Column(say("Who")),
            DataTable.Column(say("Begins")), DataTable.Column(say("Done")), DataTable.Column(say("Verified")),
            DataTable.Column(say("At the latest")), DataTable.Column(say("May wait"), alignment: .end),
        ]
        let kept = columns.indices.filter { column in
            columns[column].namesRows || rows.contains { !$0[column].words.isEmpty }
        }
        columns = kept.map { columns[$0] }
        return DataTable(
            caption: say("Commitments by date, if everything that is verified was kept"), columns: columns,
            rows: rows.map { row in kept.map { row[$0] } }, isDense: rows.count > 12)
    }

    /// The same with what a reader must know of it.
    func table() -> [Block] {
        guard let table = timetable() else { return [] }
        var blocks: [Block] = [.table(table)]
        let due = report.times?.count { $0 != nil } ?? 0
        if due > limit {
            blocks.append(
                .paragraph(
                    say(
                        "\(phrasing.wording.number(due - limit)) more are not listed; \(code: "--limit") shows more, \(code: "--json") all."
                    ).capitalised))
        }
        blocks.append(
            .paragraph(
                say(
                    "A range runs from everybody prompt and everything quick to everybody prompt and everything slow. “May wait”: by how much this step alone may begin later than it could, and the rest can still be kept, as long as everything that is verified was kept; counted in whole days or hours."
                )))
        return blocks
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

    private func slack(_ step: Roadmap.Step, _ when: StepTimes) -> Prose {
        if when.isCritical { return say("not at all") }
        if let slack = when.slack { return span(slack) }
        guard when.isSlackKnown else { return Prose("–") }
        // A duty that holds at once is not one that may wait for ever.
        return step.commitment.fulfils.isEmpty ? say("no date is set") : say("holds at once")
    }

    /// What somebody who carries it out does when: one line a commitment that waits for something.
    func dispatch() -> [Block] {
        guard let times = report.times else { return [] }
        let lines = roadmap.steps.indices.compactMap { place -> Prose? in
            let step = roadmap.steps[place]
            guard let when = times[place], (step.tranche ?? 1) == 1, !step.commitment.after.isEmpty else {
                return nil
            }
            let waits = step.commitment.after.compactMap { group -> Prose? in
                let here = group.filter { $0.of.commitment.map(isPresent) ?? true }
                return here.isEmpty ? nil : phrasing.wording.list(here.map(reached), .or)
            }
            guard !waits.isEmpty, step.commitment.fulfils.isEmpty else { return nil }
            let begin: Prose =
                switch when.slack {
                case 0?: say("then at once")
                case let slack?: say("then, or at most \(span(slack)) later")
                case nil: say("then; nothing says by when")
                }
            return say("\(deed(step.commitment.id)): \(phrasing.wording.list(waits)): \(begin).")
        }
        guard !lines.isEmpty else { return [] }
        return [
            .heading(say("When to begin what")), .bullets(Array(lines.prefix(limit))),
            .paragraph(
                say(
                    "Each of these by itself, if the others are prompt: two that both wait as long as they may can be too much."
                )),
        ]
    }

    private func isPresent(_ id: CommitmentID) -> Bool { roadmap.steps.contains { $0.commitment.id == id } }

    /// A milestone that has been reached, and the time after it, in as few words as name it.
    private func reached(_ prerequisite: Prerequisite) -> Prose {
        let least = prerequisite.least.minutes
        let once = least == 0 ? say("once") : say("\(phrasing.span(prerequisite.least)) after")
        guard case .commitment(let id, let progress, let tranche) = prerequisite.of else {
            let event = phrasing.milestone(prerequisite.of)
            return least == 0 ? say("once \(event) has come") : say("\(once) \(event)")
        }
        let name = commitment(id).map { say("“\(phrasing.text($0.name))”") } ?? say("\(code: id.rawValue)")
        let what = tranche.map { say("tranche \(String($0)) of \(name)") } ?? name
        return switch progress {
        case .begun: say("\(once) \(what) has begun")
        case .done: say("\(once) \(what) is done")
        case .verified: say("\(once) \(what) is verified")
        }
    }
}
