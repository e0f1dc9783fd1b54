import Assessment
import Negotiation
import Sequencing

/// When to begin what.
extension RoadmapBlocks {
    /// What somebody who carries it out does when: one line a commitment that waits for something or has a limit.
    func dispatch() -> [Block] {
        guard let times = report.times else { return [] }
        let lines = roadmap.steps.indices.compactMap { place -> Prose? in
            let step = roadmap.steps[place]
            guard let when = times[place], (step.tranche ?? 1) == 1, step.commitment.fulfils.isEmpty,
                let begin = begin(step.commitment, when)
            else { return nil }
            return say("\(deed(step.commitment.id)): \(begin).")
        }
        guard !lines.isEmpty else { return [] }
        return [.heading(say("When to begin what")), .bullets(Array(lines.prefix(limit)))]
            + notListed(of: lines.count) + [
                .paragraph(
                    say(
                        "Each of these by itself, if the others are prompt: two that both wait as long as they may can be too much."
                    ))
            ]
    }

    /// When a commitment begins and how long that may wait; nil where it waits for nothing and nothing limits it.
    private func begin(_ commitment: Commitment, _ when: StepTimes) -> Prose? {
        let waits = waits(commitment)
        let limit = when.isSlackKnown ? nil : statedLimit(commitment)
        guard !waits.isEmpty || when.slack != nil || limit != nil else { return nil }
        let head: Prose
        if !waits.isEmpty {
            head = say("\(phrasing.wording.list(waits)): then")
        } else if when.begunEarliest == 0 {
            head = say("at once")
        } else {
            head = say("from \(time(when.begunEarliest))")
        }
        if when.isCritical {
            return waits.isEmpty
                ? when.begunEarliest == 0 ? head : say("\(head), without waiting")
                : say("\(head) at once\(onADay(commitment, when))")
        }
        if let slack = when.slack {
            return say("\(head), or at most \(wait(slack)) later\(onADay(commitment, when))")
        }
        if when.isSlackKnown { return say("\(head); nothing says by when") }
        return limit.map { say("\(head); to be done \($0); how long it may wait is not known") }
            ?? say("\(head); how long it may wait is not known")
    }

    /// The day on which it must begin before news of what it waits for can be acted on, because that comes too late.
    private func onADay(_ commitment: Commitment, _ when: StepTimes) -> Prose {
        let news = commitment.after.joined().compactMap { prerequisite -> Int? in
            guard let id = prerequisite.of.commitment,
                let place = roadmap.steps.lastIndex(where: { $0.commitment.id == id }),
                let other = report.times?[place]
            else { return nil }
            // The first whole minute at which it can be acted on.
            let reaction = roadmap.reactionTime == .strict ? 1 : roadmap.reaction
            return other.verifiedSlow + prerequisite.least.minutes + reaction
        }.max()
        guard let news, let latest = when.begunLatest, when.begunSlow < news, latest < news else {
            return Prose("")
        }
        return say(", and \(time(latest)) at the latest, without waiting to hear of it")
    }

    /// By when the clauses say that it is done or begins, in their own words.
    private func statedLimit(_ commitment: Commitment) -> Prose? {
        if let deadline = commitment.deadline { return self.deadline(deadline) }
        return commitment.after.lazy.filter { $0.count == 1 && $0[0].greatest != nil }.map {
            say("or begun \(phrasing.prerequisite($0[0]))")
        }.first
    }

    /// What a commitment waits for and is in the package.
    private func waits(_ commitment: Commitment) -> [Prose] {
        var waits = commitment.after.compactMap { group -> Prose? in
            let here = group.filter { $0.of.commitment.map(isPresent) ?? true }
            return here.isEmpty ? nil : phrasing.wording.list(here.map(reached), .or)
        }
        if let other = commitment.tranches?.inStepWith, isPresent(other) {
            waits.append(say("tranche by tranche, once the same one of \(deed(other)) is verified"))
        }
        return waits
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
