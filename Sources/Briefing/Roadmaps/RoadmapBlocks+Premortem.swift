import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// Signed today: what breaks first? The gates and outside decisions that nothing may delay, the first departure, the worst exposure.
    ///
    /// - Parameter isNamed: whether the heading names the package, where it is one beside another.
    func premortem(isNamed: Bool = false) -> [Block] {
        guard let times = report.times, report.isConsistent else { return [] }
        var lines: [Prose] = []
        let order = roadmap.steps.indices.filter { times[$0] != nil }.sorted {
            (times[$0]!.begunSlow, $0) < (times[$1]!.begunSlow, $1)
        }
        if let failure = report.failure {
            let clauses = failure.clauses.prefix(4).map(clause).joined(separator: say("; "))
            lines.append(say("The timetable itself, if things take long: \(clauses)."))
        }
        if case .undecided = report.controllability {
            lines.append(say("The timetable itself may: whether it can be kept is not known."))
        }
        if let deadlock = report.deadlocks.first {
            let names = phrasing.wording.list(deadlock.waits.map { deed($0.commitment) })
            lines.append(say("The first step: \(names) wait for each other."))
        }
        // What is due at the same time stands together: none of it is first.
        let tight = order.filter { place in
            let isGate =
                roadmap.steps[place].verified != roadmap.steps[place].done || roadmap.steps[place].gate != nil
            return isGate && isTight(times[place]!)
        }
        if let first = tight.map({ times[$0]!.verifiedSlow }).min() {
            let names = tight.filter { times[$0]!.verifiedSlow == first }.map { place -> Prose in
                let by = phrasing.parties(roadmap.steps[place].commitment.verifiedBy)
                return by.isEmpty ? deed(ofStep: place) : say("\(deed(ofStep: place)), verified by \(by)")
            }
            lines.append(
                say(
                    "The first outcome that has little time to spare, by \(time(first)): \(phrasing.wording.list(names))."
                ))
        }
        let outside = order.filter { if case .party = roadmap.steps[$0].decider { true } else { false } }
        if let first = outside.map({ times[$0]!.doneSlow }).min() {
            let names = outside.filter { times[$0]!.doneSlow == first }.map { place -> Prose in
                guard case .party(let id) = roadmap.steps[place].decider,
                    !roadmap.steps[place].commitment.who.contains(id)
                else { return deed(ofStep: place) }
                return say("\(deed(ofStep: place)), which depends on \(phrasing.party(id))")
            }
            lines.append(
                say(
                    "The first decision that is not in the table’s hands, by \(time(first)): \(phrasing.wording.list(names))."
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
                        "In the graph model of the weakest commitments nobody whose stakes are known gains by breaking anything, given how others would answer; there they may also answer by breaking their own."
                    )
                    : say(
                        "The first departure in the graph model of the weakest commitments: \(all.joined(separator: say("; ")))."
                    ))
        }
        for exposure in report.exposures where exposure.exposure.worst.exposure.greatest > 0 {
            lines.append(worst(exposure))
        }
        let origin = roadmap.events[0].event
        let day: Prose
        if let start = roadmap.start {
            day = say("From \(phrasing.event(origin.id)), \(phrasing.moment(start))")
        } else if origin.id == Timetable.signature.id {
            day = say("Signed Monday")
        } else {
            day = say("From \(phrasing.event(origin.id))")
        }
        let question =
            isNamed ? say("\(day): what breaks first in \(subject)?") : say("\(day): what breaks first?")
        return [
            .heading(question),
            lines.isEmpty ? .paragraph(nothingFound(times)) : .numbered(lines.map(\.capitalised)),
        ]
    }

    /// What was looked for and is not there; what could not be looked for is not claimed.
    private func nothingFound(_ times: [StepTimes?]) -> Prose {
        var absent: [Prose] = []
        if times.allSatisfy({ $0?.isSlackKnown != false }) {
            absent.append(say("no verification with less than a week to spare"))
        }
        absent.append(say("nothing that takes as long as somebody else decides"))
        if !report.exposures.isEmpty { absent.append(say("nobody exposed, as far as sheets say")) }
        let sentence = say("Of what often breaks first, this is not there: \(phrasing.wording.list(absent)).")
        return report.exposures.isEmpty
            ? say("\(sentence) What is at stake for whom, no sheet here says.") : sentence
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
                "Taken to be kept, because nobody has said what is at stake for those who do them, or because the model has room for twenty options only, the weakest commitments first: \(wording.list(ids.map(deed)))."
            ))
        return [block].text(style, furniture: wording.furniture)
    }
}
