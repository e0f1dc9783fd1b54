import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// Clauses that clash, and how they could be mended.
    func conflicts(heading: Prose? = nil) -> [Block] {
        guard !report.conflicts.isEmpty else { return [] }
        var blocks: [Block] = [
            .heading(heading ?? say("What cannot all hold")), .bullets(report.conflicts.map { conflict($0) }),
        ]
        switch report.mending {
        case .notNeeded: break
        case .impossible:
            blocks.append(
                .paragraph(
                    say("Moving limits alone does not mend it: an order, a duration or a date has to change.")
                ))
        case .found(let all):
            let ways = all.prefix(6).map(way)
            let more =
                all.count > 6 ? say("; \(phrasing.wording.number(all.count - 6)) more are level") : Prose("")
            let told = say("\(ways.joined(separator: say("; or ")))\(more)")
            blocks.append(
                .paragraph(
                    all.allSatisfy(\.isFewest)
                        ? say("The fewest changes that mend it: \(told).")
                        : say("Changes that mend it, perhaps not the fewest: \(told).")))
            if let quickest = report.quickestMending, quickest.total < all.map(\.total).min() ?? .max {
                blocks.append(
                    .paragraph(say("The least time in all, with more limits moved: \(way(quickest)).")))
            }
            blocks.append(
                .paragraph(
                    roadmap.network.isUncertain || roadmap.network.isConditional
                        ? say(
                            "Then all clauses can hold if everything goes as it should; whether they can whatever happens must be looked at again, with the limits moved."
                        ) : say("Then all clauses can hold.")))
            if all.allSatisfy(\.isFewest), !all.allSatisfy(\.isLeast) {
                blocks.append(
                    .paragraph(say("Fewer limits do not suffice; whether less time would was not decided.")))
            }
        }
        return blocks
    }

    /// The moves of one mending, as the middle of a sentence.
    private func way(_ mending: Mending) -> Prose {
        let minutes = mending.moves.map { moved($0.clause, by: $0.minutes).minutes }
        let total = minutes.count > 1 ? say(" (\(span(minutes.reduce(0, +))) in all)") : Prose("")
        let moves = mending.moves.map { move($0.clause, by: $0.minutes) }
        return say("move \(phrasing.wording.list(moves))\(total)")
    }

    /// What uncontrolled durations break which limits.
    func failure() -> [Block] {
        guard let failure = report.failure else { return [] }
        var sentences = [
            say("\(failure.clauses.map(clause).joined(separator: say("; "))): together too much.").capitalised
        ]
        if let label = failure.scenario, let words = scenario(label) {
            sentences.append(say("It fails \(words)."))
        } else if failure.scenario == nil, failure.everyScenarioHolds {
            sentences.append(
                say(
                    "Each outcome by itself can be kept; which one it is becomes known too late to act on it."
                ))
        }
        var blocks: [Block] = [
            .heading(say("What breaks if things take long")),
            .paragraph(sentences.joined(separator: Prose(" "))),
        ]
        var ways = failure.limits.compactMap { item -> Prose? in
            item.minutes.map { say("move \(move(item.clause, by: $0))") }
        }
        ways += failure.durations.compactMap { duration in
            duration.bearable.map { bearable in
                say(
                    "see to it that this takes at most \(self.bearable(bearable, duration.clause)): \(clause(duration.clause))"
                )
            }
        }
        guard failure.scenario != nil else {
            blocks.append(
                .paragraph(
                    say(
                        "It takes several outcomes together; which single limit, moved alone, would be enough was not looked at."
                    )))
            return blocks
        }
        if ways.isEmpty {
            blocks.append(.paragraph(say("No single limit, moved alone, is enough.")))
        } else {
            blocks.append(.paragraph(say("Any one of these alone would be enough:")))
            blocks.append(.bullets(ways.map(\.capitalised)))
            if !roadmap.gates.isEmpty {
                // Each outcome was looked at by itself; news that comes too late may still stand in the way.
                blocks.append(
                    .paragraph(
                        say(
                            "Then each outcome by itself can be kept; whether what comes out becomes known in time must be looked at again, with the change made."
                        )))
            }
        }
        return blocks
    }

    /// Rings of waits, with what would break each.
    func deadlocks(_ all: [Deadlock], heading: Prose? = nil) -> [Block] {
        guard !all.isEmpty else { return [] }
        var blocks: [Block] = [.heading(heading ?? say("Who goes first"))]
        for deadlock in all {
            let waits = deadlock.waits.map { wait in
                say("\(deed(wait.commitment)) waits for \(milestone(wait.of.of))\(article(wait.commitment))")
            }
            blocks.append(
                .paragraph(say("\(waits.joined(separator: say("; "))): nobody can go first.").capitalised))
            blocks.append(.bullets(deadlock.remedies.map(remedy)))
        }
        return blocks
    }

    private func remedy(_ remedy: Deadlock.Remedy) -> Prose {
        let way: Prose =
            switch remedy.way {
            case .together: say("At the same moment: all are done together.")
            case .escrow(let parties):
                say(
                    "Through a third party (here \(phrasing.wording.list(parties.map(phrasing.party), .or))): each hands over to it, and it releases when it has all."
                )
            case .tranches: say("Step by step: both in tranches, each answering the one before.")
            case .first(let id, let isProtected):
                isProtected
                    ? say("One goes first: \(deed(id)), protected by what follows if the other is not kept.")
                    : say("One goes first: \(deed(id)); nothing yet follows if the other is not kept.")
            }
        return remedy.isConsistent ? way : say("\(way) The clauses then still do not fit together.")
    }

    /// What the timetable cannot show.
    func notes() -> [Block] {
        var sentences: [Prose] = []
        func each(_ ids: [CommitmentID], _ one: (Prose) -> Sentence) {
            guard !ids.isEmpty else { return }
            sentences.append(say(one(phrasing.wording.list(ids.map(deed)))))
        }
        for note in roadmap.notes {
            switch note {
            case .waitsForAbsent(let id, let other):
                sentences.append(
                    say(
                        "\(deed(id)) waits for \(deed(other)), which is not part of this package: the timetable leaves the wait out."
                    ))
            case .eventWaitsForAbsent(let id, let other):
                sentences.append(
                    say(
                        "\(phrasing.event(id)) follows \(deed(other)), which is not part of this package: the timetable lets it come at any time."
                    ))
            case .tiedToAbsent(let id, let other):
                sentences.append(
                    say(
                        "\(deed(id)) is tied to \(deed(other)), which is not part of this package: the timetable leaves the tie out."
                    ))
            case .deadlineUndated(let id):
                sentences.append(
                    say(
                        "The deadline of \(deed(id)) is a date, and the start has none; \(code: "--start") gives it one."
                    ))
            case .eventUndated(let id):
                sentences.append(say("\(phrasing.event(id)) has a date, and the start has none: it floats."))
            case .never(let id):
                sentences.append(
                    say("\(deed(id)) waits for outcomes that exclude each other: it is never due."))
            case .floatingMonthOfEvent(let id):
                sentences.append(say("Months counted towards \(phrasing.event(id)) are thirty days each."))
            case .answersAbsent(let id):
                sentences.append(
                    say(
                        "\(deed(id)) only begins if something is not kept that is not part of this package: it is left out."
                    ))
            case .responseInOneStep(let id):
                sentences.append(
                    say("\(deed(id)) is a response in tranches; the timetable takes it as one step."))
            case .eventBeforeStart(let id):
                sentences.append(say("\(phrasing.event(id)) comes before the start."))
            case .suspension(let id, let other):
                sentences.append(
                    say(
                        "If \(deed(id)) is not kept, \(deed(other)) no longer binds; in more ways than the timetable can show, so its limits are counted as binding."
                    ))
            case .floatingMonth, .verificationTimeUnknown, .openEnded, .responseInWords, .tooManyGates: break
            }
        }
        let months = roadmap.notes.compactMap { if case .floatingMonth(let id) = $0 { id } else { nil } }
        each(months) {
            "A month is counted as thirty days, because the start has no date or it is counted from something without one: \($0)."
        }
        let unknown = roadmap.notes.compactMap {
            if case .verificationTimeUnknown(let id) = $0 { id } else { nil }
        }
        each(unknown) { "Nobody says how long verification takes; it is counted as at once: \($0)." }
        let open = roadmap.notes.compactMap { if case .openEnded(let id) = $0 { id } else { nil } }
        each(open) { "No clause of its own says by when: \($0)." }
        let words = roadmap.notes.compactMap { if case .responseInWords(let id) = $0 { id } else { nil } }
        each(words) {
            "What follows if it is not kept is said in words, without who responds within what time, so it is no branch here: \($0)."
        }
        let gates = roadmap.notes.compactMap { if case .tooManyGates(let id) = $0 { id } else { nil } }
        each(gates) {
            "More verifications with consequences than can be looked at; these count as passed: \($0)."
        }
        for alternative in roadmap.alternatives {
            let chosen = milestone(alternative.members[alternative.chosen].of)
            sentences.append(
                say(
                    "\(deed(alternative.commitment)) needs one of several things first; counted here: \(chosen)."
                ))
        }
        if !report.looksAtAllScenarios {
            sentences.append(
                say(
                    "There are too many combinations of outcomes to look at each: looked at were the one in which everything is kept, and those in which one thing fails."
                ))
        }
        if !report.triedAllChoices {
            sentences.append(say("Not every combination of such choices was tried."))
        }
        guard !sentences.isEmpty else { return [] }
        return [.heading(say("What the timetable cannot show")), .bullets(sentences.map(\.capitalised))]
    }
}
