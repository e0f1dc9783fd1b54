public import Sequencing

/// What a temporal network is made of, and so which questions can be asked about it.
public enum NetworkKind: String, Hashable, Sendable, CaseIterable {
    /// Points and constraints: a simple temporal network.
    case simple = "STN"
    /// With durations that nobody in the room decides.
    case uncertain = "STNU"
    /// With observations.
    case conditional = "CSTN"
    /// With both.
    case conditionalUncertain = "CSTNU"

    /// Whether durations that nobody decides belong to it.
    public var hasDurations: Bool { self == .uncertain || self == .conditionalUncertain }
    /// Whether observations belong to it.
    public var hasObservations: Bool { self == .conditional || self == .conditionalUncertain }

    /// The kind with these parts.
    public init(hasDurations: Bool, hasObservations: Bool) {
        switch (hasDurations, hasObservations) {
        case (false, false): self = .simple
        case (true, false): self = .uncertain
        case (false, true): self = .conditional
        case (true, true): self = .conditionalUncertain
        }
    }
}

/// Whether a temporal network of whatever origin can be executed: the answer of the front desk.
///
/// A question that a budget left open is nil, as is one that makes no sense for the kind; ``isExact`` tells the two apart.
public struct NetworkReport: Sendable {
    /// The outcome of one observation.
    public struct Outcome: Hashable, Sendable {
        /// The proposition.
        public var proposition: String
        /// Whether it holds.
        public var holds: Bool

        /// An outcome.
        public init(_ proposition: String, holds: Bool) {
            self.proposition = proposition
            self.holds = holds
        }
    }

    /// Constraints that cannot all hold: each point is at most so long after the one before that the ring, taken together,
    /// is too short.
    public struct Ring: Hashable, Sendable {
        /// The points, by place, in the order of the ring; the last leads to the first.
        public var points: [Int]
        /// The length of the ring, less than 0.
        public var length: Int
    }

    /// The network.
    public var network: TemporalNetwork
    /// What it is made of.
    public var kind: NetworkKind
    /// By observation: the name of what is observed.
    public var propositions: [String]
    /// Whether times exist that keep everything if nature is kind, in every scenario by itself.
    public var isConsistent: Bool?
    /// Whether times exist for all durations known beforehand, in every scenario by itself; nil also without durations or
    /// observations.
    public var isWeaklyControllable: Bool?
    /// Whether one plan made beforehand holds whatever the durations; nil also with observations or without durations.
    public var isStronglyControllable: Bool?
    /// Whether somebody who decides as things become known, and can act a moment later, can keep everything; nil also without
    /// durations or observations.
    public var isControllable: Bool?
    /// The same for somebody who can act at once.
    public var isControllableAtOnce: Bool?
    /// Where it is not consistent: constraints that cannot all hold.
    public var ring: Ring?
    /// A scenario that fails even for somebody who knows it; nil where there is none, and without observations.
    public var failingScenario: [Outcome]?
    /// Where every scenario can be executed by itself: what leads to the contradiction when what is observed becomes known
    /// too late, with reaction at once or else a moment later.
    public var obstacle: Controllability.Obstacle?
    /// By point, of a consistent simple network with an origin: its earliest time, counted from the origin.
    public var earliest: [Int]?
    /// By point, likewise: its latest time; nil: it may wait for ever.
    public var latest: [Int?]?

    /// Whether no budget cut short what was asked for.
    public var isExact: Bool {
        var answers = [isConsistent]
        if kind != .simple { answers += [isWeaklyControllable, isControllable, isControllableAtOnce] }
        if kind == .uncertain { answers.append(isStronglyControllable) }
        return !answers.contains(nil)
    }
}

extension TemporalNetwork {
    /// What can be said of the network.
    ///
    /// - Parameters:
    ///   - kind: what it is called; nil: by what it is made of. A kind without the network's durations or observations is
    ///     passed over.
    ///   - propositions: the names of what is observed; where they are missing, the names of the points at which it is.
    ///   - budget: how many bounds are followed until controllability counts as undecided, as in
    ///     `controllability(_:budget:)` of the network. Weak controllability takes its share of searches from it.
    ///
    /// Complexity: as that of the answers; each scenario is looked at by itself, up to 4,096 of them.
    public func report(
        as kind: NetworkKind? = nil, propositions: [String] = [], budget: Int = 200_000
    ) -> NetworkReport {
        let made = NetworkKind(hasDurations: isUncertain, hasObservations: isConditional)
        let called = kind ?? made
        let fits =
            (called.hasDurations || !made.hasDurations) && (called.hasObservations || !made.hasObservations)
        let names = observations.indices.map {
            propositions.indices.contains($0) ? propositions[$0] : points[observations[$0]]
        }
        var desk = NetworkDesk(
            network: self, budget: budget,
            report: NetworkReport(network: self, kind: fits ? called : made, propositions: names))
        desk.answer()
        return desk.report
    }
}

/// One report on a network in the making.
private struct NetworkDesk {
    let network: TemporalNetwork
    let budget: Int
    var report: NetworkReport

    mutating func answer() {
        if report.kind.hasObservations { answerByScenario() } else { answerAtOnce() }
        guard report.kind != .simple else { return }
        let atOnce = network.controllability(.instantaneous, budget: budget)
        // Who must wait a moment can do no more than who need not.
        var strict = atOnce
        if atOnce.isControllable != false { strict = network.controllability(.strict, budget: budget) }
        report.isControllableAtOnce = atOnce.isControllable
        report.isControllable = strict.isControllable
        // Who can keep everything without knowing it beforehand can with.
        if atOnce == .controllable {
            report.isConsistent = true
            report.isWeaklyControllable = true
        }
        for case .uncontrollable(let obstacle) in [atOnce, strict] {
            if let scenario = obstacle.scenario {
                if report.kind.hasObservations, report.failingScenario == nil {
                    report.failingScenario = outcomes(scenario)
                }
            } else {
                report.obstacle = report.obstacle ?? obstacle
            }
        }
    }

    private mutating func answerAtOnce() {
        report.isConsistent = network.isConsistent
        if report.isConsistent == false { report.ring = network.ring(origin: network.origin) }
        if report.kind == .uncertain {
            report.isStronglyControllable = network.isStronglyControllable
            report.isWeaklyControllable = network.isWeaklyControllable(budget: searches(1))
        } else if let origin = network.origin, let times = try? SimpleTimes(network, origin: origin) {
            report.earliest = network.points.indices.map(times.earliest)
            report.latest = network.points.indices.map(times.latest)
        }
    }

    private mutating func answerByScenario() {
        guard let scenarios = network.scenarios() else {
            // What keeps everything at once keeps every scenario.
            if network.isConsistent { report.isConsistent = true }
            return
        }
        var isWeak: Bool? = true
        for scenario in scenarios {
            let part = network.projection(on: scenario).network
            guard part.isConsistent else {
                report.isConsistent = false
                report.isWeaklyControllable = false
                report.failingScenario = outcomes(scenario)
                report.ring = network.ring(in: scenario)
                return
            }
            guard isWeak != false else { continue }
            switch part.isWeaklyControllable(budget: searches(scenarios.count)) {
            case true: break
            case false:
                isWeak = false
                report.failingScenario = outcomes(scenario)
            case nil: isWeak = nil
            }
        }
        report.isConsistent = true
        report.isWeaklyControllable = isWeak
    }

    /// How many searches of the network one of so many scenarios may take: a search costs about as much as following so many
    /// bounds as the network has parts.
    private func searches(_ scenarios: Int) -> Int {
        let parts = network.points.count + network.constraints.count + network.contingentLinks.count
        let share = budget.multipliedReportingOverflow(by: 10).partialValue / max(1, parts) / scenarios
        return max(16, min(share, 20_000))
    }

    private func outcomes(_ scenario: Label) -> [NetworkReport.Outcome] {
        scenario.literals.filter { report.propositions.indices.contains($0.proposition) }
            .map { .init(report.propositions[$0.proposition], holds: $0.value) }
    }
}

extension Controllability {
    /// Nil: the budget ran out.
    fileprivate var isControllable: Bool? {
        switch self {
        case .controllable: true
        case .uncontrollable: false
        case .undecided: nil
        }
    }
}

extension TemporalNetwork {
    fileprivate func ring(in scenario: Label) -> NetworkReport.Ring? {
        let places = points.indices.filter { labels[$0].holds(scenario) }
        let part = projection(on: scenario).network
        guard var ring = part.ring(origin: part.origin) else { return nil }
        ring.points = ring.points.map { places[$0] }
        return ring
    }

    /// Constraints that cannot all hold; nil: there are none, or labels would have to be looked at.
    fileprivate func ring(origin: Int?) -> NetworkReport.Ring? {
        var network = self
        var end = origin
        if end == nil {
            // Nothing leaves a point after all others, so that it makes no ring.
            end = points.count
            network.points.append("")
            network.labels.append(.always)
        }
        do throws(SimpleTimes.Conflict) {
            _ = try SimpleTimes(network, origin: end!)
            return nil
        } catch {
            var points: [Int] = []
            for place in error.constraints {
                if constraints.indices.contains(place) {
                    points.append(constraints[place].from)
                } else if place < constraints.count + 2 * contingentLinks.count {
                    let link = contingentLinks[(place - constraints.count) / 2]
                    points.append((place - constraints.count) % 2 == 0 ? link.start : link.end)
                } else {
                    // What follows are the other points, of which none comes before the origin.
                    let other = place - constraints.count - 2 * contingentLinks.count
                    points.append(other < end! ? other : other + 1)
                }
            }
            return .init(points: points, length: error.length)
        }
    }
}
