import Negotiation
import Sequencing
import TestSupport

/// Small random networks, tight enough that both answers are common.
enum RandomNetwork {
    /// Uncontrolled durations and free points on a short horizon.
    static func uncertain(_ random: inout SplitMix64) -> TemporalNetwork {
        conditional(&random, observations: 0, links: 1 + random.below(3), free: random.below(3))
    }

    static func conditional(
        _ random: inout SplitMix64, observations count: Int, links linkCount: Int, free: Int, horizon: Int = 8
    ) -> TemporalNetwork {
        var points = ["Z"]
        var constraints: [TemporalNetwork.Constraint] = []
        var links: [TemporalNetwork.ContingentLink] = []
        var labels: [Label] = [.always]
        var observations: [Int] = []
        for _ in 0..<linkCount {
            let isChained = !links.isEmpty && random.below(4) == 0
            let start: Int
            if isChained {
                start = links[random.below(links.count)].end
            } else {
                start = points.count
                points.append("A\(links.count)")
                labels.append(.always)
            }
            let end = points.count
            points.append("C\(links.count)")
            labels.append(.always)
            let least = random.below(3)
            links.append(.init(start: start, end: end, least: least, greatest: least + random.below(4)))
        }
        for place in 0..<count {
            let isEnd = !links.isEmpty && random.below(3) == 0
            let end = isEnd ? links[random.below(links.count)].end : points.count
            if isEnd, !observations.contains(end) {
                observations.append(end)
            } else {
                observations.append(points.count)
                points.append("V\(place)")
                // Sometimes an observation is made in one outcome of another only.
                labels.append(
                    place > 0 && random.below(3) == 0 ? Label(0, is: random.below(2) == 0) : .always)
                if observations[0] == observations[place], place > 0 { labels[labels.count - 1] = .always }
            }
        }
        for place in 0..<free {
            points.append("X\(place)")
            labels.append(
                count > 0 && random.below(2) == 0
                    ? Label(random.below(count), is: random.below(2) == 0) : .always)
            // A point that is executed in an outcome only needs what its observation needs.
            let last = labels.count - 1
            for (proposition, _) in labels[last].literals {
                labels[last] = labels[last].and(labels[observations[proposition]]) ?? .always
            }
        }
        let ends = Set(links.map(\.end))
        for point in 1..<points.count {
            constraints.append(.init(from: point, to: 0, atMost: 0))
            if !ends.contains(point) {
                constraints.append(.init(from: 0, to: point, atMost: 1 + random.below(horizon)))
            }
        }
        for _ in 0..<(2 + random.below(points.count)) {
            let from = 1 + random.below(points.count - 1)
            let to = 1 + random.below(points.count - 1)
            guard from != to else { continue }
            var label = Label.always
            if count > 0, random.below(2) == 0 {
                label = Label(random.below(count), is: random.below(2) == 0)
            }
            constraints.append(.init(from: from, to: to, atMost: random.below(9) - 3, label: label))
        }
        return TemporalNetwork(
            points: points, constraints: constraints, contingentLinks: links, observations: observations,
            labels: labels, origin: 0)
    }
}

extension SplitMix64 {
    /// A whole number from 0, below `limit`.
    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
