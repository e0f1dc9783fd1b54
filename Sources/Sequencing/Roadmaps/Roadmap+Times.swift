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
    /// When it begins at the latest in any course of things in which everything can still be kept, whatever is yet to come; nil: no
    /// limit, or not known.
    public var begunLatest: Int?
    /// The same of when it is done.
    public var doneLatest: Int?
    /// By how many minutes it alone may begin later than it could and everything can still be kept, whatever happens; nil: no
    /// limit, or not known.
    public var slack: Int?
    /// Whether ``slack`` and the latest times were sought: they are not where the roadmap as a whole cannot be kept, nor for the
    /// later steps of a very large one.
    public var isSlackKnown: Bool
    /// Whether it is critical: it may not wait at all.
    public var isCritical: Bool
}

extension Roadmap {
    /// The times of every step that is due if everything was kept; nil for the others.
    ///
    /// How long a step may wait is measured against the whole: so much later than it could begin, and the rest can still be
    /// executed whatever the uncontrolled durations turn out to be. What waits for news begins a reaction after it, unless limits ask that it
    /// follows at once, or on a day fixed beforehand.
    ///
    /// - Returns: nil where no times keep all clauses.
    ///
    /// Complexity: some twenty checks of dynamic controllability a step; one where it may wait as long as if all else were kind.
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
        let slow = longest(prompt) ?? longest(part) ?? withoutLimits(prompt, places) ?? kind
        let (reacting, origins, _) = networkInOrder.projection(on: scenario)
        let sound = reacting.latestTimes(delay: delayInOrder)?.map { $0.map(wholeMinutes) }
        let latest = sound ?? []
        let due = steps.indices.filter { place[steps[$0].begun] >= 0 && steps[$0].label.holds(scenario) }
        let parts = reacting.points.count * (reacting.contingentLinks.count + 1)
        let soughtCount = max(1, Self.slackBudget / parts)
        let sought = Set(
            due.sorted { slow.earliest(place[steps[$0].begun]) < slow.earliest(place[steps[$1].begun]) }
                .prefix(soughtCount))
        return steps.indices.map { number -> StepTimes? in
            let step = steps[number]
            let (begun, done, verified) = (place[step.begun], place[step.done], place[step.verified])
            guard begun >= 0, done >= 0, verified >= 0, step.label.holds(scenario) else { return nil }
            let isKnown = sound != nil && sought.contains(number)
            var (slack, begunLatest, doneLatest): (Int?, Int?, Int?)
            if isKnown {
                let waits = waits(of: step, place, reacting, origins)
                begunLatest = latest[begun]
                doneLatest = latest[done]
                slack = self.slack(
                    of: begun, kind.earliest(begun), waits, reacting, upTo: begunLatest)
            }
            return StepTimes(
                begunEarliest: kind.earliest(begun), doneEarliest: kind.earliest(done),
                verifiedEarliest: kind.earliest(verified), begunSlow: slow.earliest(begun),
                doneSlow: slow.earliest(done), verifiedSlow: slow.earliest(verified),
                begunLatest: begunLatest, doneLatest: doneLatest, slack: slack, isSlackKnown: isKnown,
                isCritical: slack == 0)
        }
    }

    /// The earliest times if every uncontrolled duration is at its longest; nil where that does not fit.
    private func longest(_ network: TemporalNetwork) -> SimpleTimes? {
        var slow = network
        for link in slow.contingentLinks.indices {
            slow.contingentLinks[link].least = slow.contingentLinks[link].greatest
        }
        return try? SimpleTimes(slow, origin: 0)
    }

    /// The same without limits: where nothing fits, what it would be is what people must see.
    private func withoutLimits(_ network: TemporalNetwork, _ places: [Int]) -> SimpleTimes? {
        var free = network
        free.constraints = zip(network.constraints, places).filter { $0.atMost <= 0 && !isMovable[$1] }.map(
            \.0)
        return longest(free)
    }

    /// For so many steps, times points, times uncontrolled durations, slack is sought: some seconds' work.
    private static let slackBudget = 2_000_000

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

    /// By how many minutes a point may come later than it could; nil: for ever.
    private func slack(
        of point: Int, _ earliest: Int, _ waits: [Int], _ network: TemporalNetwork,
        upTo latest: Int?
    ) -> Int? {
        let ends = Set(network.contingentLinks.map(\.end))
        func isSound(_ late: Int) -> Bool {
            var network = network
            // Before the news of it, nothing could follow.
            for place in waits {
                let constraint = network.constraints[place]
                let known = ends.contains(constraint.to) ? -delayInOrder : 0
                network.constraints[place].atMost = min(known, constraint.atMost) - late * minute
            }
            network.constraints.append(.init(from: point, to: 0, atMost: -(earliest + late) * minute))
            return network.isDynamicallyControllable(.delay(delayInOrder))
        }
        // Nothing can wait longer than if all else is kind, nor longer for something than without it.
        guard let latest else {
            return isSound(Self.longestWait) ? nil : Self.greatest(upTo: Self.longestWait, where: isSound)
        }
        return Self.greatest(upTo: max(0, latest - earliest), where: isSound)
    }

    /// The minutes that have passed by a time of ``networkInOrder``.
    private func wholeMinutes(_ time: Int) -> Int {
        let (minutes, rest) = time.quotientAndRemainder(dividingBy: minute)
        return rest < 0 ? minutes - 1 : minutes
    }

    /// Longer than any time between two dates that can be written, in minutes.
    private static let longestWait = 1 << 33

    /// The greatest number up to a limit for which something holds that holds for all smaller ones, too, and for 0.
    private static func greatest(upTo limit: Int, where holds: (Int) -> Bool) -> Int {
        // Most waits are short, and the greatest often is the limit.
        if holds(limit) { return limit }
        var low = 0
        var high = min(limit, 1440)
        while high < limit, holds(high) { (low, high) = (high, min(limit, high * 4)) }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }
}
