import Negotiation

extension RoadmapBuilder {
    /// Everything that binds the steps.
    mutating func bindSteps() {
        for place in roadmap.steps.indices {
            bindDoing(place)
            bindWaiting(place)
            bindTranches(place)
            bindTogether(place)
            bindDeadline(place)
            bindResponses(place)
        }
        for place in roadmap.steps.indices {
            let step = roadmap.steps[place]
            guard step.responseTo == nil, step.tranche == nil || step.tranche == 1 else { continue }
            if !hasEnd(place) { note(.openEnded(step.commitment.id)) }
        }
    }

    private mutating func bindDoing(_ place: Int) {
        let step = roadmap.steps[place]
        let id = step.commitment.id
        let month = RoadmapNote.floatingMonth(id)
        if let takes = step.commitment.takes, step.done != step.begun {
            let least = minutes(takes.least, from: step.begun, month)
            let greatest = takes.greatest.map { minutes($0, from: step.begun, month) }
            if step.decider == .doer || step.decider == nil {
                bind(step.done, step.begun, atMost: -least, .duration(id))
                if let greatest { bind(step.begun, step.done, atMost: max(least, greatest), .duration(id)) }
            } else {
                link(
                    step.begun, step.done, least, max(least, greatest ?? least), .duration(id),
                    by: step.decider)
            }
        }
        if let verification = step.commitment.verification, step.verified != step.done {
            let least = minutes(verification.least, from: step.done, month)
            let greatest = minutes(verification.greatest, from: step.done, month)
            link(step.done, step.verified, least, max(least, greatest), .verification(id), by: nil)
        }
    }

    private mutating func bindWaiting(_ place: Int) {
        let step = roadmap.steps[place]
        let id = step.commitment.id
        for group in step.commitment.after where (step.tranche ?? 1) == 1 && present(group).isEmpty {
            for member in group {
                if let other = member.of.commitment { note(.waitsForAbsent(id, other)) }
            }
        }
        for prerequisite in prerequisites(place) {
            guard let from = point(of: prerequisite.of) else { continue }
            let month = RoadmapNote.floatingMonth(id)
            let least = minutes(prerequisite.least, from: from, month)
            bind(step.begun, from, atMost: -least, .notBefore(id, prerequisite))
            if let greatest = prerequisite.greatest {
                let most = max(least, minutes(greatest, from: from, month))
                bind(
                    from, step.begun, atMost: most, .notAfter(id, prerequisite), movable: true,
                    in: limitsOf[place])
            }
        }
    }

    private mutating func bindTranches(_ place: Int) {
        let step = roadmap.steps[place]
        let id = step.commitment.id
        if let tranches = step.commitment.tranches, let before = previousTranche(place) {
            let from = roadmap.steps[before].verified
            let month = RoadmapNote.floatingMonth(id)
            let least = minutes(tranches.least, from: from, month)
            bind(step.begun, from, atMost: -least, .tranches(id))
            if let greatest = tranches.greatest {
                bind(
                    from, step.begun, atMost: max(least, minutes(greatest, from: from, month)), .tranches(id),
                    movable: true, in: limitsOf[place])
            }
        }
        if let other = step.commitment.tranches?.inStepWith, stepsOf[other] == nil, step.tranche == 1 {
            note(.tiedToAbsent(id, other))
        }
        for before in stepsBefore(place) {
            bind(
                step.begun, roadmap.steps[before].verified, atMost: 0,
                .inStep(id, roadmap.steps[before].commitment.id))
        }
    }

    private mutating func bindTogether(_ place: Int) {
        let step = roadmap.steps[place]
        let id = step.commitment.id
        for other in step.commitment.togetherWith {
            guard let steps = stepsOf[other] else {
                note(.tiedToAbsent(id, other))
                continue
            }
            let isLast = stepsOf[id]?.last == place
            let own = step.tranche.flatMap {
                steps.indices.contains($0 - 1) && steps.count > 1 ? steps[$0 - 1] : nil
            }
            guard let partner = own ?? (isLast ? steps.last : nil), partner != place else { continue }
            bind(roadmap.steps[partner].done, step.done, atMost: 0, .together(id, other))
            bind(step.done, roadmap.steps[partner].done, atMost: 0, .together(id, other))
        }
    }

    private mutating func bindDeadline(_ place: Int) {
        let step = roadmap.steps[place]
        let id = step.commitment.id
        guard step.tranche == nil || stepsOf[id]?.last == place else { return }
        switch step.commitment.deadline {
        case nil: break
        case .within(let span, let of):
            guard let from = of.map({ point(of: $0) }) ?? 0 else {
                if let other = of?.commitment { note(.tiedToAbsent(id, other)) }
                return
            }
            bind(
                from, step.done, atMost: minutes(span, from: from, .floatingMonth(id)), .deadline(id),
                movable: true, in: limitsOf[place])
        case .on(let moment):
            guard let start = roadmap.start else {
                note(.deadlineUndated(id))
                return
            }
            let end = moment.minutes + (moment.minute == nil ? 1439 : 0) - start.minutes
            bind(0, step.done, atMost: end, .deadline(id), movable: true, in: limitsOf[place])
        }
    }

    private mutating func bindResponses(_ place: Int) {
        let step = roadmap.steps[place]
        let id = step.commitment.id
        if let failed = step.responseTo {
            let other = roadmap.steps[failed]
            guard
                let number = other.commitment.ifNot.firstIndex(where: { $0.begins == id })
            else { return }
            respond(at: step.begun, to: other, number)
        }
        if step.gate != nil {
            for id in Set(step.commitment.ifNot.filter(\.isBranch).flatMap(\.suspends)).sorted()
            where stepsOf[id].map({ limitsOf[$0[0]] == [.always] }) ?? false {
                note(.suspension(step.commitment.id, id))
            }
        }
        for answer in roadmap.answers where answer.step == place {
            respond(at: answer.point, to: step, answer.place)
        }
    }

    private mutating func respond(at point: Int, to step: Roadmap.Step, _ number: Int) {
        let clause = Clause.response(step.commitment.id, number)
        bind(point, step.verified, atMost: 0, clause)
        if let within = step.commitment.ifNot[number].within {
            let most = minutes(within, from: step.verified, .floatingMonth(step.commitment.id))
            bind(step.verified, point, atMost: most, clause, movable: true)
        }
    }

    /// Whether something says by when a step must be done: its own clauses, or that it is done together with something.
    private func hasEnd(_ place: Int) -> Bool {
        let commitment = roadmap.steps[place].commitment
        if commitment.deadline != nil || !commitment.togetherWith.isEmpty { return true }
        return prerequisites(place).contains { $0.greatest != nil }
    }
}
