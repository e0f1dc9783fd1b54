/// When a step of a roadmap is due, in minutes from the start, if everything that is verified was kept.
public struct StepTimes: Hashable, Sendable {
    /// When its doing begins at the earliest: everybody prompt, every uncontrolled duration at its shortest.
    public var begunEarliest: Int
    /// When it is done at the earliest.
    public var doneEarliest: Int
    /// When it is verified at the earliest.
    public var verifiedEarliest: Int
    /// When it begins if everybody is prompt and every uncontrolled duration is at its longest.
    public var begunSlow: Int
    /// When it is then done.
    public var doneSlow: Int
    /// When it is then verified.
    public var verifiedSlow: Int
    /// When it is done at the latest, if all else is kind; nil: no limit.
    public var doneLatest: Int?
    /// By how many minutes it alone may begin later than it could and everything can still be kept, whatever happens; nil: no
    /// limit, or not known because the roadmap as a whole cannot be kept.
    public var slack: Int?
    /// Whether ``slack`` was sought: it is not where the roadmap as a whole cannot be kept, nor for the later steps of a very large one.
    public var isSlackKnown: Bool
    /// Whether it is critical: it may not wait at all, or less than the finest time that is looked at.
    public var isCritical: Bool
}

extension Roadmap {
    /// The times of every step that is due if everything was kept; nil for the others.
    ///
    /// How long a step may wait is measured against the whole: so much later than it could begin, and the rest can still be
    /// executed whatever the uncontrolled durations turn out to be. It is counted in whole days, or in whole hours where the whole
    /// takes less than sixty days, rounded down. What waits for news begins a reaction after it, unless it must follow at once.
    ///
    /// - Returns: nil where no times keep all clauses.
    ///
    /// Complexity: about ten checks of dynamic controllability a step.
    public func times() -> [StepTimes?]? {
        let scenario = network.keptScenario
        let (part, places, _) = network.projection(on: scenario)
        var place = [Int](repeating: -1, count: network.points.count)
        var next = 0
        for point in network.points.indices where network.labels[point].holds(scenario) {
            place[point] = next
            next += 1
        }
        let news = Set(network.observations + network.contingentLinks.map(\.end)).map { place[$0] }
        var prompt = part
        for (index, constraint) in part.constraints.enumerated()
        where clauses[places[index]].isWait && !isMovable[places[index]] && news.contains(constraint.to) {
            prompt.constraints[index].atMost = min(constraint.atMost, -reaction)
        }
        guard let limits = try? SimpleTimes(part, origin: 0) else { return nil }
        // What must follow at once is done on a plan, not on the news.
        let kind = (try? SimpleTimes(prompt, origin: 0)) ?? limits
        let slow = slowTimes(prompt, places) ?? slowTimes(part, places) ?? kind
        let (reacting, origins, _) = networkInOrder.projection(on: scenario)
        let isSound = reacting.isDynamicallyControllable(reactionTime)
        let span =
            steps.compactMap { place[$0.verified] >= 0 ? slow.earliest(place[$0.verified]) : nil }.max() ?? 0
        let unit = span >= 60 * 1440 ? 1440 : 60
        let due = steps.indices.filter { place[steps[$0].begun] >= 0 && steps[$0].label.holds(scenario) }
        let soughtCount = Self.slackBudget / max(1, network.points.count)
        let sought = Set(
            due.sorted { slow.earliest(place[steps[$0].begun]) < slow.earliest(place[steps[$1].begun]) }
                .prefix(soughtCount))
        return steps.indices.map { number -> StepTimes? in
            let step = steps[number]
            let (begun, done, verified) = (place[step.begun], place[step.done], place[step.verified])
            guard begun >= 0, done >= 0, verified >= 0, step.label.holds(scenario) else { return nil }
            let isKnown = isSound && sought.contains(number)
            let waits = waits(of: step, network.points.indices.map { place[$0] }, reacting, origins)
            let slack =
                isKnown ? slack(of: begun, kind.earliest(begun), waits, reacting, unit: unit) : nil
            return StepTimes(
                begunEarliest: kind.earliest(begun), doneEarliest: kind.earliest(done),
                verifiedEarliest: kind.earliest(verified), begunSlow: slow.earliest(begun),
                doneSlow: slow.earliest(done), verifiedSlow: slow.earliest(verified),
                doneLatest: limits.latest(done),
                slack: slack, isSlackKnown: isKnown, isCritical: slack == 0)
        }
    }

    /// The earliest times if every uncontrolled duration is at its longest. Where that does not fit, what it would be without limits is what
    /// people must see.
    private func slowTimes(_ network: TemporalNetwork, _ places: [Int]) -> SimpleTimes? {
        var slow = network
        for link in slow.contingentLinks.indices {
            slow.contingentLinks[link].least = slow.contingentLinks[link].greatest
        }
        if let fits = try? SimpleTimes(slow, origin: 0) { return fits }
        slow.constraints = zip(slow.constraints, places).filter { $0.atMost <= 0 && !isMovable[$1] }.map(\.0)
        return try? SimpleTimes(slow, origin: 0)
    }

    /// For so many steps times points of the network slack is sought: some seconds' work.
    private static let slackBudget = 300_000

    /// The longest wait that is tried, in units: in hours, longer than any span.
    private static let longestWait = 1 << 22

    /// The constraints by which a step waits: its own, and those of what is done at the same moment.
    private func waits(
        of step: Step, _ place: [Int], _ network: TemporalNetwork, _ origins: [Int]
    ) -> [Int] {
        let instants = Set(steps.filter { $0.begun == $0.done }.map { place[$0.done] })
        var same: Set<Int> = [place[step.begun]]
        var hasChanged = step.begun == step.done
        while hasChanged {
            hasChanged = false
            for (index, constraint) in network.constraints.enumerated() where same.contains(constraint.from) {
                guard origins[index] < clauses.count, case .together = clauses[origins[index]],
                    instants.contains(constraint.to)
                else { continue }
                if same.insert(constraint.to).inserted { hasChanged = true }
            }
        }
        return network.constraints.indices.filter { index in
            guard same.contains(network.constraints[index].from) else { return false }
            // What the network adds are waits for news.
            guard origins[index] < clauses.count else { return true }
            return clauses[origins[index]].isWait && !isMovable[origins[index]]
        }
    }

    /// By how many minutes a point may come later than it could.
    private func slack(
        of point: Int, _ earliest: Int, _ waits: [Int], _ network: TemporalNetwork, unit: Int
    ) -> Int? {
        let ends = Set(network.contingentLinks.map(\.end))
        func isSound(_ late: Int) -> Bool {
            var network = network
            // Before the news of it, nothing could follow.
            for place in waits {
                let constraint = network.constraints[place]
                let known = ends.contains(constraint.to) ? -reaction : 0
                network.constraints[place].atMost = min(known, constraint.atMost) - late * unit
            }
            network.constraints.append(.init(from: point, to: 0, atMost: -earliest - late * unit))
            return network.isDynamicallyControllable(reactionTime)
        }
        guard !isSound(Self.longestWait) else { return nil }
        // The first wait that is too long, by doubling and then halving.
        var high = 1
        while isSound(high) { high *= 2 }
        var low = high / 2
        while high - low > 1 {
            let middle = (low + high) / 2
            if isSound(middle) { low = middle } else { high = middle }
        }
        return low * unit
    }
}

extension Roadmap {
    /// What is left of the network if everything that is verified was kept: without labels, points renumbered.
    public var keptNetwork: TemporalNetwork { network.projection(on: network.keptScenario).network }
}
