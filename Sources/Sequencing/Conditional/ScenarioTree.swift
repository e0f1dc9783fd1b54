/// A conditional network as one without conditions: what comes after an outcome is there once for each outcome.
///
/// Points that certainly follow an observation are copied for each of its outcomes; what does not is the same in both, as if
/// nobody used the news. A strategy for the copies is a strategy for the network: whoever executes it imagines the branches that
/// did not come true, choosing their durations. So the network is controllable if the copies are; the converse holds only
/// where no use of news would help.
struct ScenarioTree {
    let network: TemporalNetwork

    /// The copies of a network in which what is done in some outcomes only follows them; nil where there are more than `limit`, or
    /// a point cannot be told apart.
    init?(_ network: TemporalNetwork, limit: Int) {
        let followed = Self.followed(network)
        var copies: [[(label: Label, point: Int)]] = []
        var points: [String] = []
        let starts = Dictionary(
            network.contingentLinks.map { ($0.end, $0.start) }, uniquingKeysWith: { first, _ in first })
        let order = network.namedObservations
        for point in network.points.indices {
            // The end of a duration has the copies of its start: nature decides once a copy.
            var root = point
            while let start = starts[root] { root = start }
            var labels = [network.labels[point].and(network.labels[root]) ?? network.labels[point]]
            for proposition in order where followed[root] >> proposition & 1 == 1 {
                let needed = network.labels[network.observations[proposition]]
                labels = labels.flatMap { label -> [Label] in
                    if label.propositions >> proposition & 1 == 1 { return [label] }
                    guard needed.holds(label) else { return [label] }
                    return [true, false].map { label.and(Label(proposition, is: $0))! }
                }
                if labels.count + points.count > limit { return nil }
            }
            copies.append(
                labels.map { label in
                    points.append(network.points[point])
                    return (label, points.count - 1)
                })
        }
        guard points.count <= limit else { return nil }
        var constraints: [TemporalNetwork.Constraint] = []
        for constraint in network.constraints {
            for from in copies[constraint.from] {
                guard let label = from.label.and(constraint.label) else { continue }
                for to in copies[constraint.to] where to.label.meets(label) {
                    constraints.append(.init(from: from.point, to: to.point, atMost: constraint.atMost))
                }
            }
        }
        var links: [TemporalNetwork.ContingentLink] = []
        for link in network.contingentLinks {
            for start in copies[link.start] {
                for end in copies[link.end] where end.label.meets(start.label) {
                    links.append(
                        .init(start: start.point, end: end.point, least: link.least, greatest: link.greatest))
                }
            }
        }
        guard Set(links.map(\.end)).count == links.count else { return nil }
        let origin = network.origin.map { copies[$0][0].point }
        self.network = TemporalNetwork(
            points: points, constraints: constraints, contingentLinks: links, origin: origin)
    }

    /// By point: the propositions whose outcome is certainly known by then, as bits, with instantaneous reaction.
    ///
    /// Only what binds in every scenario of a point is followed, so some may be missed; none is there wrongly.
    private static func followed(_ network: TemporalNetwork) -> [UInt64] {
        let count = network.points.count
        var arcs: [[(head: Int, length: Int, label: Label)]] = .init(repeating: [], count: count)
        for constraint in network.constraints {
            arcs[constraint.from].append((constraint.to, constraint.atMost, constraint.label))
        }
        for link in network.contingentLinks {
            arcs[link.end].append((link.start, -link.least, .always))
        }
        var result = [UInt64](repeating: 0, count: count)
        for (proposition, observed) in network.observations.enumerated() {
            result[observed] = 1 << proposition
        }
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for point in 0..<count {
                for arc in arcs[point] where arc.length <= 0 {
                    // The arc binds whenever the point is executed.
                    guard arc.label.holds(network.labels[point]),
                        network.labels[arc.head].holds(network.labels[point])
                    else { continue }
                    let known = result[point] | result[arc.head]
                    if known != result[point] {
                        result[point] = known
                        hasChanged = true
                    }
                }
            }
        }
        // An observation is not known before it is made.
        for (proposition, observed) in network.observations.enumerated() {
            result[observed] &= ~(1 << proposition)
        }
        return result
    }
}
