import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// The verdict in one sentence, without its stop.
    func finding() -> Prose {
        if !report.isConsistent { return say("The timetable of \(subject) contradicts itself") }
        switch report.controllability {
        case .controllable:
            guard report.looksAtAllScenarios || !report.deadlocks.isEmpty else {
                return say("The timetable of \(subject) can be kept in the cases that were looked at")
            }
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
        roadmap.notes.compactMap { note in
            switch note {
            case .waitsForAbsent(_, let id), .eventWaitsForAbsent(_, let id): id
            default: nil
            }
        }
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
                        "The clauses do not contradict each other, but whoever decides as things become known cannot be sure to keep them all, within the stated ranges\(roadmap.alternatives.isEmpty ? Prose("") : say(", with the choices fixed beforehand that are named below"))."
                    ))
                if report.isWeaklyControllable == true {
                    sentences.append(
                        say(
                            "Somebody who knew beforehand how long everything takes and what is verified could keep it; nobody does."
                        ))
                }
            case .undecided where roadmap.leavesGatesOut:
                sentences.append(
                    say(
                        "There are more verifications with consequences than can be looked at; with those beyond counted as passed, no reason against it was found."
                    ))
            case .undecided:
                sentences.append(
                    say(
                        "The search ended at its limit; neither a way to keep everything nor a reason against it was found."
                    ))
            }
        }
        let gates = roadmap.gates.count
        if gates > 0, report.isConsistent, report.looksAtAllScenarios,
            case .controllable = report.controllability
        {
            sentences.append(
                phrasing.counted(
                    gates, one: "That holds, too, if the one verification with a consequence fails.",
                    many:
                        "That holds, too, if any of the \(phrasing.wording.number(gates)) verifications with consequences fail."
                ))
        }
        sentences.append(reaction)
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

    private var reaction: Prose {
        switch roadmap.reactionTime {
        case .instantaneous: say("Reaction: at once, on the day something becomes known.")
        case .strict: say("Reaction: a moment, however short, after something becomes known.")
        case .delay(let minutes): say("Reaction: \(span(minutes)) after something becomes known.")
        }
    }
}
