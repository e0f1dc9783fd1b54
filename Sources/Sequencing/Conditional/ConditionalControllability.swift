/// Whether a network with observations can be executed whatever is observed and however long uncontrolled durations last.
public enum Controllability: Hashable, Sendable {
    /// Somebody who decides as things become known can keep everything.
    case controllable
    /// Nobody can; the reason.
    case uncontrollable(Obstacle)
    /// The budget ran out before it was known.
    case undecided

    /// Why a network cannot be executed whatever happens.
    public struct Obstacle: Hashable, Sendable {
        /// The scenario that fails even for somebody who knows it beforehand; nil where each can be executed by itself and
        /// what is observed becomes known too late.
        public var scenario: Label?
        /// Whether every scenario by itself was looked at, and can be executed.
        public var everyScenarioHolds = false
        /// The constraints, by place, that lead to the contradiction.
        public var constraints: Set<Int>
        /// The uncontrolled durations, by place.
        public var links: Set<Int>
    }
}

extension TemporalNetwork {
    /// The propositions of which the label of a point or a constraint speaks, as bits. The outcome of any other changes nothing.
    var namedPropositions: UInt64 {
        constraints.reduce(into: labels.reduce(into: UInt64(0)) { $0 |= $1.propositions }) {
            $0 |= $1.label.propositions
        }
    }

    /// By the order in which they can be made, the observations whose outcome changes something: those made in some outcomes
    /// only come after the observations of these.
    var namedObservations: [Int] {
        let named = namedPropositions
        return observations.indices.filter { named >> $0 & 1 == 1 }.sorted {
            labels[observations[$0]].literals.count < labels[observations[$1]].literals.count
        }
    }

    /// The scenarios that differ in what binds: every outcome of what is observed and changes something, and no word of anything
    /// else.
    ///
    /// - Returns: nil where there are more than `limit`.
    public func scenarios(limit: Int = 4_096) -> [Label]? {
        var result = [Label.always]
        for proposition in namedObservations {
            let needed = labels[observations[proposition]]
            result = result.flatMap { label -> [Label] in
                guard needed.holds(label) else { return [label] }
                return [true, false].compactMap { label.and(Label(proposition, is: $0)) }
            }
            if result.count > limit { return nil }
        }
        return result
    }

    /// The scenario in which everything that is observed holds.
    var keptScenario: Label {
        observations.indices.reduce(Label.always) { label, proposition in
            let needed = labels[observations[proposition]]
            guard needed.holds(label) || label.meets(needed) else { return label }
            return label.and(Label(proposition, is: true)) ?? label
        }
    }

    /// Where there are too many scenarios: the one in which everything holds, and those in which one thing alone fails.
    var mainScenarios: [Label] {
        let kept = keptScenario
        return [kept]
            + observations.indices.compactMap { failed in
                var label = kept.without(failed)
                // What is observed only if it holds is not observed then.
                for (proposition, observed) in observations.enumerated()
                where labels[observed].propositions >> failed & 1 == 1 { label = label.without(proposition) }
                return label.and(Label(failed, is: false))
            }
    }

    /// What is left of the network in one scenario, without labels, and by constraint and duration of it the place in this one.
    package func projection(on scenario: Label) -> (
        network: TemporalNetwork, constraints: [Int], links: [Int]
    ) {
        var place = [Int](repeating: -1, count: points.count)
        var result = TemporalNetwork(points: [])
        for point in points.indices where labels[point].holds(scenario) {
            place[point] = result.points.count
            result.points.append(points[point])
        }
        result.labels = .init(repeating: .always, count: result.points.count)
        var kept: [Int] = []
        for (index, constraint) in constraints.enumerated()
        where constraint.label.holds(scenario) && place[constraint.from] >= 0 && place[constraint.to] >= 0 {
            result.constraints.append(
                .init(from: place[constraint.from], to: place[constraint.to], atMost: constraint.atMost))
            kept.append(index)
        }
        var links: [Int] = []
        for (index, link) in contingentLinks.enumerated() where place[link.start] >= 0 && place[link.end] >= 0
        {
            result.contingentLinks.append(
                .init(
                    start: place[link.start], end: place[link.end], least: link.least, greatest: link.greatest
                ))
            links.append(index)
        }
        result.origin = origin.flatMap { place[$0] >= 0 ? place[$0] : nil }
        return (result, kept, links)
    }

    /// The same with a point that comes before all others, where none is named.
    var withOrigin: TemporalNetwork {
        guard origin == nil else { return self }
        var result = self
        result.origin = points.count
        result.points.append("")
        result.labels.append(.always)
        return result
    }

    /// Whether it can be executed whatever is observed and however long uncontrolled durations last.
    ///
    /// Three answers, cheapest first. Where even somebody who knew the scenario could not execute it, nobody can. Where it
    /// works without news (`ScenarioTree`), it works. Between the two, bounds are followed until the end or a
    /// contradiction (`LabelledBounds`).
    ///
    /// - Parameters:
    ///   - reaction: how soon news can be used.
    ///   - budget: how many bounds are followed; beyond, the answer is ``Controllability/undecided``.
    ///
    /// Complexity: the first two by the number of scenarios and copies; the third is exponential at worst.
    public func controllability(_ reaction: Reaction, budget: Int = 200_000) -> Controllability {
        guard isConditional else {
            if isDynamicallyControllable(reaction) { return .controllable }
            return .uncontrollable(.init(scenario: .always, constraints: [], links: []))
        }
        let network = withInstantaneousReaction(reaction).withOrigin.withOutcomesFirst()
        let all = network.scenarios()
        for scenario in all ?? network.mainScenarios {
            let (part, _, _) = network.projection(on: scenario)
            if !part.isDynamicallyControllable(.instantaneous) {
                return .uncontrollable(.init(scenario: scenario, constraints: [], links: []))
            }
        }
        if let tree = ScenarioTree(network, limit: 20_000),
            tree.network.isDynamicallyControllable(.instantaneous)
        {
            return .controllable
        }
        let coarse = inFewUnits(reaction)
        let countable = coarse.countableBounds
        guard countable > 0 else { return .undecided }
        var search = LabelledBounds(coarse)
        switch search.search(budget: min(budget, countable)) {
        case .controllable: return .controllable
        case .undecided: return .undecided
        case .contradiction(let places, let links):
            return .uncontrollable(
                .init(
                    scenario: nil, everyScenarioHolds: all != nil,
                    constraints: places.filter { $0 < constraints.count }, links: links))
        }
    }

    /// The network with instantaneous reaction, counted so that bounds that climb step by step have as few steps as can be. Where a reaction
    /// takes a moment, a unit has as many moments as any one scenario needs.
    private func inFewUnits(_ reaction: Reaction) -> TemporalNetwork {
        (reaction == .strict ? inCoarsestUnit : self)
            .withInstantaneousReaction(reaction, moments: 2 * namedObservations.count + 2)
            .withOrigin.withOutcomesFirst().inCoarsestUnit
    }

    /// How many bounds can be followed before they could add up to more than can be counted: each may exceed another by the
    /// largest number, and the order within an instant takes sixteen bits of it.
    private var countableBounds: Int {
        var greatest = 1
        for constraint in constraints { greatest = max(greatest, abs(constraint.atMost)) }
        for link in contingentLinks { greatest = max(greatest, link.greatest) }
        return (1 << 45) / (greatest + 1)
    }

    /// The same with times counted in the greatest unit of which all are multiples: bounds that climb step by step then take
    /// larger steps.
    private var inCoarsestUnit: TemporalNetwork {
        func divisor(_ one: Int, _ other: Int) -> Int {
            var (one, other) = (abs(one), abs(other))
            while other != 0 { (one, other) = (other, one % other) }
            return one
        }
        var unit = constraints.reduce(0) { divisor($0, $1.atMost) }
        for link in contingentLinks { unit = divisor(divisor(unit, link.least), link.greatest) }
        return unit > 1 ? changingTimes { $0 / unit } : self
    }

    /// The same with what labels imply as constraints: what is done in some outcomes only follows the observation, so much later as it
    /// takes to react.
    func withOutcomesFirst(delay: Int = 0) -> TemporalNetwork {
        var ends = Set<Int>()
        for link in contingentLinks { ends.insert(link.end) }
        var result = self
        for point in points.indices where !ends.contains(point) {
            for (proposition, _) in labels[point].literals {
                result.constraints.append(.init(from: point, to: observations[proposition], atMost: -delay))
            }
        }
        return result
    }
}
