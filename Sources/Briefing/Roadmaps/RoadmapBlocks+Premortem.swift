import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// Signed today: what breaks first? The gates and outside decisions that nothing may delay, the first departure, the worst exposure.
    func premortem() -> [Block] {
        guard let times = report.times, report.isConsistent else { return [] }
        var lines: [Prose] = []
        let order = roadmap.steps.indices.filter { times[$0] != nil }.sorted {
            (times[$0]!.begunSlow, $0) < (times[$1]!.begunSlow, $1)
        }
        if let failure = report.failure {
            let clauses = failure.clauses.prefix(4).map(clause).joined(separator: say("; "))
            lines.append(say("The timetable itself, if things take long: \(clauses)."))
        }
        if let deadlock = report.deadlocks.first {
            let names = phrasing.wording.list(deadlock.waits.map { deed($0.commitment) })
            lines.append(say("The first step: \(names) wait for each other."))
        }
        let tight = order.filter { isTight(times[$0]!) }
        let gate = tight.first { place in
            roadmap.steps[place].verified != roadmap.steps[place].done || roadmap.steps[place].gate != nil
        }
        if let gate {
            let by = phrasing.parties(roadmap.steps[gate].commitment.verifiedBy)
            let when = time(times[gate]!.verifiedSlow)
            lines.append(
                by.isEmpty
                    ? say(
                        "The first outcome that has little time to spare: \(deed(ofStep: gate)), by \(when).")
                    : say(
                        "The first verification that has little time to spare: \(deed(ofStep: gate)), by \(by), by \(when)."
                    ))
        }
        let outside = order.compactMap { place -> (Int, PartyID)? in
            if case .party(let id) = roadmap.steps[place].decider { (place, id) } else { nil }
        }
        if let (place, party) = outside.first {
            lines.append(
                say(
                    "The first decision that is not in the table’s hands: \(deed(ofStep: place)), which depends on \(phrasing.party(party)), by \(time(times[place]!.doneSlow))."
                ))
        }
        if let departures = report.departures {
            let all = departures.map { departure in
                say(
                    "\(phrasing.party(departure.party)) would gain by breaking \(phrasing.wording.list(departure.commitments.map(deed)))"
                )
            }
            lines.append(
                all.isEmpty
                    ? say(
                        "In the graph model of the weakest commitments nobody whose stakes are known gains by breaking anything, given how others would answer."
                    )
                    : say(
                        "The first departure in the graph model of the weakest commitments: \(all.joined(separator: say("; ")))."
                    ))
        }
        let worst = report.exposures.filter { $0.exposure.worst.exposure.greatest > 0 }.min { left, right in
            left.exposure.worst.time < right.exposure.worst.time
        }
        if let worst { lines.append(self.worst(worst)) }
        guard !lines.isEmpty else { return [] }
        let day =
            roadmap.start.map { say("Signed \(phrasing.moment($0)): what breaks first?") }
            ?? say("Signed Monday: what breaks first?")
        return [.heading(day), .numbered(lines.map(\.capitalised))]
    }

    /// Whether a step has less than a week to spare.
    private func isTight(_ times: StepTimes) -> Bool { times.slack.map { $0 < 7 * 1440 } ?? false }
}

extension Phrasing {
    /// The commitments that the graph model of a package has no room for.
    public func packageModelLeavesOut(_ ids: [CommitmentID], style: TextStyle = TextStyle()) -> String {
        let block = Block.note(
            .assumption,
            say(
                "The model has room for twenty options, the weakest commitments first. Taken to be kept: \(wording.list(ids.map(deed)))."
            ))
        return [block].text(style, furniture: wording.furniture)
    }
}
