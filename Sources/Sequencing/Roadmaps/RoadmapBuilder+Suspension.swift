import Negotiation

extension RoadmapBuilder {
    /// By step: the scenarios in which its limits bind, one label for each way that may be.
    ///
    /// What a failure suspends need not be done by any limit, nor what waits for it or is tied to it; so their limits bind where
    /// the gate is passed, and where it is not even reached. Before the outcome is known, everybody must act as if they bound.
    /// Where there are too many ways, limits bind always, and a note says so.
    func limitLabels() -> [[Label]] {
        var suspending = roadmap.steps.map { Set(gates(suspending: $0.commitment.id)) }
        guard suspending.contains(where: { !$0.isEmpty }) else {
            return roadmap.steps.map { _ in [.always] }
        }
        let ties = roadmap.steps.indices.map(heldUp)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for place in ties.indices {
                for other in ties[place] where !suspending[other].isSubset(of: suspending[place]) {
                    suspending[place].formUnion(suspending[other])
                    hasChanged = true
                }
            }
        }
        let ofGates = roadmap.gates.map(passedOrNotReached)
        return suspending.map { gates in
            let ways = gates.sorted().reduce([Label.always]) { labels, gate in
                labels.count > 16 ? labels : labels.flatMap { label in ofGates[gate].compactMap(label.and) }
            }
            return ways.count > 16 ? [.always] : ways
        }
    }

    /// The gates whose failure suspends a commitment.
    private func gates(suspending id: CommitmentID) -> [Int] {
        roadmap.steps.compactMap { step in
            step.commitment.ifNot.contains { $0.isBranch && $0.suspends.contains(id) } ? step.gate : nil
        }
    }

    /// The steps whose suspension holds a step up: those that it waits for, and those that are done together with it.
    private func heldUp(_ place: Int) -> [Int] {
        var result = milestonesBefore(place).compactMap(beforeEvents).compactMap { self.step(of: $0) }
        result += [previousTranche(place)].compactMap(\.self) + stepsBefore(place)
        let step = roadmap.steps[place]
        for (other, partner) in roadmap.steps.enumerated()
        where step.commitment.togetherWith.contains(partner.commitment.id)
            || partner.commitment.togetherWith.contains(step.commitment.id)
        {
            result.append(other)
        }
        return result
    }

    /// Where the gate is passed, and, for each outcome that it needs, where that is the other one.
    private func passedOrNotReached(_ gate: Int) -> [Label] {
        let due = roadmap.steps[gate].label
        let proposition = roadmap.steps[gate].gate!
        let passed = due.and(Label(proposition, is: true))
        let elsewhere = due.literals.compactMap { literal in
            roadmap.steps[roadmap.gates[literal.proposition]].label
                .and(Label(literal.proposition, is: !literal.value))
        }
        return [passed].compactMap(\.self) + elsewhere
    }
}
