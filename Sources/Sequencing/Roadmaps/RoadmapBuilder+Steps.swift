import Negotiation

extension RoadmapBuilder {
    /// Points for every commitment and tranche, and for the responses to those that are gates.
    mutating func makeSteps() {
        let begun = plan.responses.union(plan.commitments.flatMap(\.ifNot).compactMap(\.begins))
        for commitment in plan.commitments where !begun.contains(commitment.id) {
            let count = max(1, commitment.tranches?.count ?? 1)
            stepsOf[commitment.id] = (1...count).map { tranche in
                makeStep(commitment, tranche: commitment.tranches == nil ? nil : tranche, responseTo: nil)
            }
        }
        // Responses to steps, and to steps of responses, each met once.
        var place = 0
        while place < roadmap.steps.count {
            makeResponses(to: place)
            place += 1
        }
        for (id, points) in begunSteps.sorted(by: { $0.key < $1.key }) where stepsOf[id] == nil {
            stepsOf[id] = [points[0]]
        }
        // Responses that begin nothing but each other, or that answer what counts as kept.
        let answered = Set(plan.commitments.flatMap(\.ifNot).compactMap(\.begins))
        for commitment in plan.commitments where stepsOf[commitment.id] == nil {
            let isOfLeftOut = plan.commitments.contains { other in
                roadmap.notes.contains(.tooManyGates(other.id))
                    && other.ifNot.contains { $0.begins == commitment.id }
            }
            if !isOfLeftOut {
                note(answered.contains(commitment.id) ? .never(commitment.id) : .answersAbsent(commitment.id))
            }
        }
    }

    private var begunSteps: [CommitmentID: [Int]] {
        var result: [CommitmentID: [Int]] = [:]
        for (place, step) in roadmap.steps.enumerated() where step.responseTo != nil {
            result[step.commitment.id, default: []].append(place)
        }
        return result
    }

    private mutating func makeStep(_ commitment: Commitment, tranche: Int?, responseTo: Int?) -> Int {
        let name = commitment.id.rawValue + (tranche.map { "/\($0)" } ?? "")
        let begun = point("\(name) begun")
        let takesTime = commitment.takes.map { $0.greatest.map { $0.minutes > 0 } ?? true } ?? false
        let done = takesTime ? point("\(name) done") : begun
        let takesVerifying = (commitment.verification?.greatest.minutes ?? 0) > 0
        let verified = takesVerifying ? point("\(name) verified") : done
        if !commitment.verifiedBy.isEmpty, commitment.verification == nil {
            note(.verificationTimeUnknown(commitment.id))
        }
        if !commitment.ifNot.isEmpty, !commitment.ifNot.contains(where: \.isBranch) {
            note(.responseInWords(commitment.id))
        }
        var step = Roadmap.Step(
            commitment: commitment, tranche: tranche, responseTo: responseTo,
            decider: commitment.takes == nil
                ? nil : plan.deciders[commitment.id] ?? commitment.takes?.decidedBy,
            begun: begun, done: done, verified: verified, gate: nil, label: .always)
        if commitment.ifNot.contains(where: \.isBranch) {
            // Two steps that are done at one point cannot both be observed there.
            if roadmap.network.observations.count < Label.limit {
                step.gate = roadmap.network.observations.count
                roadmap.network.observations.append(verified)
            } else {
                note(.tooManyGates(commitment.id))
            }
        }
        roadmap.steps.append(step)
        return roadmap.steps.count - 1
    }

    private mutating func makeResponses(to place: Int) {
        let step = roadmap.steps[place]
        guard step.gate != nil else { return }
        for (number, response) in step.commitment.ifNot.enumerated() where response.isBranch {
            let begun = response.begins.flatMap { id in plan.commitments.first { $0.id == id } }
            if let begun, !isBegun(begun.id, before: place) {
                if begun.tranches != nil { note(.responseInOneStep(begun.id)) }
                _ = makeStep(begun, tranche: nil, responseTo: place)
            } else {
                let point = point("\(roadmap.network.points[step.verified]) if not \(number + 1)")
                roadmap.answers.append(.init(step: place, place: number, point: point))
            }
        }
    }

    /// Whether a step is itself a response in which the commitment has begun: responses must not begin each other for ever.
    private func isBegun(_ id: CommitmentID, before place: Int) -> Bool {
        var step: Int? = place
        while let at = step {
            if roadmap.steps[at].commitment.id == id { return true }
            step = roadmap.steps[at].responseTo
        }
        return false
    }

    // MARK: Labels

    /// In which scenarios each step is due: in those in which what it waits for is.
    mutating func settleLabels() {
        for (id, steps) in stepsOf.sorted(by: { $0.key < $1.key }) {
            for group in roadmap.steps[steps[0]].commitment.after {
                let members = present(group)
                if members.count > 1 {
                    let number = roadmap.alternatives.count
                    let chosen = choices.indices.contains(number) ? choices[number] % members.count : 0
                    roadmap.alternatives.append(.init(commitment: id, members: members, chosen: chosen))
                }
            }
        }
        // What waits in a ring for outcomes of the ring itself cannot be told by outcomes: its clauses bind in all of them.
        let ring = rings()
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for place in roadmap.steps.indices {
                var label = roadmap.steps[place].label
                for (needed, from) in labelsNeeded(place) where ring[from] != ring[place] {
                    guard let both = label.and(needed) else {
                        note(.never(roadmap.steps[place].commitment.id))
                        continue
                    }
                    label = both
                }
                if label != roadmap.steps[place].label {
                    roadmap.steps[place].label = label
                    hasChanged = true
                }
            }
        }
        for step in roadmap.steps {
            for point in [step.begun, step.done, step.verified] { roadmap.network.labels[point] = step.label }
        }
        for answer in roadmap.answers {
            let step = roadmap.steps[answer.step]
            roadmap.network.labels[answer.point] = step.label.and(Label(step.gate!, is: false)) ?? .always
        }
        for (event, point) in roadmap.events {
            guard let of = event.after?.of else { continue }
            roadmap.network.labels[point] = labelsNeeded(for: of).first?.label ?? .always
        }
    }

    /// By step: a number that steps share which wait for each other in a ring.
    private mutating func rings() -> [Int] {
        let before = roadmap.steps.indices.map { place in
            labelsNeeded(place).map { (label: $0.label, step: $0.step) }
        }
        let result = StrongComponents(before.map { $0.map(\.step) }).component
        // An outcome of a ring for which the ring itself waits never comes.
        var hopeless: Set<Int> = []
        for place in before.indices {
            for waited in before[place] where result[waited.step] == result[place] {
                if waited.label != roadmap.steps[waited.step].label { hopeless.insert(result[place]) }
            }
        }
        for place in before.indices where hopeless.contains(result[place]) {
            note(.never(roadmap.steps[place].commitment.id))
        }
        return result
    }

    /// The step that a milestone is reached in, where it is not an event.
    private func stepReaching(_ milestone: Milestone) -> Int? {
        // A commitment in tranches has begun with its first.
        if case .commitment(let id, .begun, nil) = milestone { return stepsOf[id]?.first }
        return step(of: milestone)
    }

    /// The scenarios in which a milestone is reached, with the step on which that depends; none where it always is.
    private func labelsNeeded(for milestone: Milestone) -> [(label: Label, step: Int)] {
        guard let milestone = beforeEvents(milestone), let step = stepReaching(milestone),
            let label = reached(step, milestone)
        else { return [] }
        return [(label, step)]
    }

    /// The milestone of a commitment that an event follows, by way of other events; nil for an event that follows none.
    func beforeEvents(_ milestone: Milestone) -> Milestone? {
        var milestone = milestone
        var met: Set<EventID> = []
        while let id = milestone.event {
            guard met.insert(id).inserted,
                let after = plan.timetable.events.dropFirst().first(where: { $0.id == id })?.after
            else { return nil }
            milestone = after.of
        }
        return milestone
    }

    /// The scenarios in which a step has come as far as a milestone of it.
    private func reached(_ place: Int, _ milestone: Milestone) -> Label? {
        let step = roadmap.steps[place]
        guard let gate = step.gate, case .commitment(_, let progress, _) = milestone else {
            return step.label
        }
        // Where nobody verifies, what is done is known when it is done.
        let isKnown = progress == .verified || (progress == .done && step.verified == step.done)
        return isKnown ? step.label.and(Label(gate, is: true)) : step.label
    }

    /// In which scenarios a step can be due, by the step on which that depends.
    private func labelsNeeded(_ place: Int) -> [(label: Label, step: Int)] {
        let step = roadmap.steps[place]
        var result: [(label: Label, step: Int)] = []
        if let failed = step.responseTo {
            let other = roadmap.steps[failed]
            if let label = other.label.and(Label(other.gate!, is: false)) { result.append((label, failed)) }
        }
        for milestone in milestonesBefore(place) {
            result += labelsNeeded(for: milestone).filter { $0.step != place }
        }
        for before in [previousTranche(place)].compactMap({ $0 }) + stepsBefore(place) {
            let other = roadmap.steps[before]
            let kept = other.gate.flatMap { other.label.and(Label($0, is: true)) }
            result.append((kept ?? other.label, before))
        }
        return result
    }

    /// What a step waits for: one of each group.
    func milestonesBefore(_ place: Int) -> [Milestone] { prerequisites(place).map(\.of) }

    func prerequisites(_ place: Int) -> [Prerequisite] {
        let step = roadmap.steps[place]
        // Later tranches wait for the first.
        guard (step.tranche ?? 1) == 1 else { return [] }
        return step.commitment.after.compactMap { group in
            let members = present(group)
            guard members.count > 1 else { return members.first }
            let chosen = roadmap.alternatives.first {
                $0.commitment == step.commitment.id && $0.members == members
            }
            return members[chosen?.chosen ?? 0]
        }
    }

    func previousTranche(_ place: Int) -> Int? {
        guard let tranche = roadmap.steps[place].tranche, tranche > 1 else { return nil }
        return stepsOf[roadmap.steps[place].commitment.id]?[tranche - 2]
    }

    /// The tranches of another commitment that a tranche follows because they go in step.
    func stepsBefore(_ place: Int) -> [Int] {
        let step = roadmap.steps[place]
        guard let tranche = step.tranche else { return [] }
        var result: [Int] = []
        if let other = step.commitment.tranches?.inStepWith, let steps = stepsOf[other],
            steps.indices.contains(tranche - 1)
        {
            result.append(steps[tranche - 1])
        }
        if tranche > 1 {
            for (id, steps) in stepsOf.sorted(by: { $0.key < $1.key })
            where roadmap.steps[steps[0]].commitment.tranches?.inStepWith == step.commitment.id
                && id != step.commitment.id && steps.indices.contains(tranche - 2)
            {
                result.append(steps[tranche - 2])
            }
        }
        return result
    }
}
