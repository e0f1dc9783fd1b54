import Sequencing

/// Dynamic controllability decided by playing every game on whole numbers: slow, and plainly what the words say.
///
/// At each instant nature first says which waiting durations end, and must end those at their longest. Then the executor
/// may execute points one after another; after each, nature says the outcome of an observation and whether a duration that just
/// began ends at once. Then time moves on. The executor wins if every point of the scenario is executed and every constraint between
/// executed points holds. This is the instantaneous semantics; with a delay, nature says so much later what happened.
struct ControllabilityGame {
    let network: TemporalNetwork
    let horizon: Int
    let delay: Int
    private let ends: Set<Int>
    private var known: [State: Bool] = [:]

    struct State: Hashable {
        var now: Int
        /// By point, when it was executed; -1: not yet.
        var times: [Int]
        var outcomes: Label
    }

    init(_ network: TemporalNetwork, horizon: Int, delay: Int = 0) {
        self.network = network
        self.horizon = horizon
        self.delay = delay
        ends = Set(network.contingentLinks.map(\.end))
    }

    mutating func isWon() -> Bool {
        var start = State(now: 0, times: Array(repeating: -1, count: network.points.count), outcomes: .always)
        guard let origin = network.origin else { return false }
        start.times[origin] = 0
        return afterExecuting([origin], start)
    }

    private func isBroken(_ state: State) -> Bool {
        network.constraints.contains { constraint in
            let (from, to) = (state.times[constraint.from], state.times[constraint.to])
            guard constraint.label.meets(state.outcomes) else { return false }
            // A constraint of an open scenario may still not bind; it is looked at again when its label is certain.
            guard constraint.label.holds(state.outcomes) else { return false }
            if from >= 0, to >= 0 { return to - from > constraint.atMost }
            // What is not executed yet will be later than now.
            if from >= 0, to < 0 {
                let soonest = ends.contains(constraint.to) ? state.now - delay : state.now
                return network.labels[constraint.to].holds(state.outcomes)
                    && soonest - from > constraint.atMost
            }
            return false
        }
    }

    private func isOver(_ state: State) -> Bool {
        network.points.indices.allSatisfy { point in
            state.times[point] >= 0 || !network.labels[point].meets(state.outcomes)
        }
    }

    /// Nature's moves at the beginning of an instant: every set of durations that can end now, with those that must.
    private mutating func instantBegins(_ state: State) -> Bool {
        if isBroken(state) { return false }
        var may: [Int] = []
        var must: [Int] = []
        for link in network.contingentLinks where state.times[link.start] >= 0 && state.times[link.end] < 0 {
            let age = state.now - delay - state.times[link.start]
            if age == link.greatest {
                must.append(link.end)
            } else if age >= link.least {
                may.append(link.end)
            }
        }
        for set in 0..<(1 << may.count) {
            let ended = must + may.indices.filter { set >> $0 & 1 == 1 }.map { may[$0] }
            var next = state
            for point in ended { next.times[point] = state.now - delay }
            let news = network.observations.filter {
                delay > 0 && !ends.contains($0) && state.times[$0] >= 0
                    && state.times[$0] == state.now - delay
            }
            if !afterExecuting(ended + news, next) { return false }
        }
        return true
    }

    /// Nature says what was observed at points just executed, and what ends at once, one point after another.
    private mutating func afterExecuting(_ points: [Int], _ state: State) -> Bool {
        guard let point = points.first else { return executorActs(state) }
        let rest = Array(points.dropFirst())
        if let proposition = network.observations.firstIndex(of: point),
            state.outcomes.propositions >> proposition & 1 == 0,
            ends.contains(point) || state.times[point] == state.now - delay
        {
            return [true, false].allSatisfy { value in
                var next = state
                next.outcomes = state.outcomes.and(Label(proposition, is: value))!
                return afterExecuting(points, next)
            }
        }
        // Each duration that begins here may end at once if its shortest time is none.
        var states = [(points: rest, state: state)]
        for link in network.contingentLinks
        where link.start == point && link.least == 0 && state.times[point] == state.now - delay
            && state.times[link.end] < 0
        {
            states = states.flatMap { points, state in
                var ended = state
                ended.times[link.end] = state.now - delay
                return (link.greatest == 0 ? [] : [(points, state)]) + [(points + [link.end], ended)]
            }
        }
        return states.allSatisfy { afterExecuting($0.points, $0.state) }
    }

    /// By point: the latest time at which it is executed in any play in which the executor never gives away the win. To be asked of a
    /// game that is won.
    mutating func latestTimes() -> [Int] {
        var latest = [Int](repeating: -1, count: network.points.count)
        var seen: Set<State> = []
        var start = State(now: 0, times: Array(repeating: -1, count: network.points.count), outcomes: .always)
        start.times[network.origin!] = 0
        var pending: [State] = replies { $0.afterExecuting([$0.network.origin!], start) } ?? []
        while let state = pending.popLast() {
            guard seen.insert(state).inserted else { continue }
            for (point, time) in state.times.enumerated() { latest[point] = max(latest[point], time) }
            guard !isOver(state) else { continue }
            for point in network.points.indices
            where state.times[point] < 0 && !ends.contains(point)
                && network.labels[point].holds(state.outcomes)
            {
                var next = state
                next.times[point] = state.now
                pending += replies { $0.afterExecuting([point], next) } ?? []
            }
            guard state.now < horizon else { continue }
            var next = state
            next.now += 1
            pending += replies { $0.instantBegins(next) } ?? []
        }
        return latest
    }

    /// Where a move leads, by all that nature can answer; nil where some answer loses.
    private mutating func replies(to move: (inout Self) -> Bool) -> [State]? {
        met = []
        defer { met = nil }
        return move(&self) ? met : nil
    }

    /// While replies are gathered: those so far.
    private var met: [State]?

    private mutating func executorActs(_ state: State) -> Bool {
        if met != nil {
            let gathered = met!
            met = nil
            let isWon = executorActs(state)
            met = gathered + [state]
            return isWon
        }
        if let answer = known[state] { return answer }
        let answer = acts(state)
        known[state] = answer
        return answer
    }

    private mutating func acts(_ state: State) -> Bool {
        if isBroken(state) { return false }
        if isOver(state) {
            // News that is still on its way decides which constraints bind; what is never observed binds nothing.
            return network.constraints.allSatisfy { constraint in
                let (from, to) = (state.times[constraint.from], state.times[constraint.to])
                let isPossible = constraint.label.literals.allSatisfy { literal in
                    state.times[network.observations[literal.proposition]] >= 0
                }
                return !isPossible || !constraint.label.meets(state.outcomes) || from < 0 || to < 0
                    || to - from <= constraint.atMost
            }
        }
        for point in network.points.indices
        where state.times[point] < 0 && !ends.contains(point) && network.labels[point].holds(state.outcomes) {
            var next = state
            next.times[point] = state.now
            if afterExecuting([point], next) { return true }
        }
        guard state.now < horizon else { return false }
        var next = state
        next.now += 1
        return instantBegins(next)
    }
}
