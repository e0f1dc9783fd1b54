import Negotiation
import Sequencing

/// What binds points, and durations that nobody decides.
extension NetworkParsing {
    mutating func constraint(_ node: Node, _ count: Int) -> TemporalNetwork.Constraint? {
        let form = count == 3 ? "[X, Y, most time from X to Y]" : "[X, Y, most time from X to Y, \"p !q\"]"
        guard let parts = parts(node, form, count), let from = point(parts[0]), let to = point(parts[1]),
            let most = whole(parts[2], "the most time between two points")
        else { return nil }
        guard count == 4 else { return .init(from: from, to: to, atMost: most) }
        guard let label = label(parts[3]) else { return nil }
        return .init(from: from, to: to, atMost: most, label: label)
    }

    mutating func readLinks(_ node: Node?) -> [TemporalNetwork.ContingentLink] {
        guard let node else { return [] }
        var links: [TemporalNetwork.ContingentLink] = []
        var linkTo = [Int](repeating: -1, count: names.count)
        for item in parsing.list(node, of: "uncontrolled durations", limit: NetworkReader.constraintLimit) {
            guard let parts = parts(item, "[A, shortest, longest, C]", 4), let start = point(parts[0]),
                let least = whole(parts[1], "a shortest time"), let most = whole(parts[2], "a longest time"),
                let end = point(parts[3])
            else { continue }
            if least < 0 {
                parsing.report(parts[1], "the shortest time \(least) is below 0", expected: "0 or more")
            }
            if most < least {
                parsing.report(
                    parts[2], "the longest time \(most) is below the shortest, \(least)",
                    expected: "\(least) or more")
            }
            guard linkTo[end] < 0 else {
                parsing.report(
                    parts[3], "the point \(OneLine.quoting(names[end])) ends two uncontrolled durations",
                    expected: "a point of its own for each end")
                continue
            }
            guard names[end] != "Z" else {
                parsing.report(
                    parts[3], "the origin `Z` ends an uncontrolled duration",
                    expected: "an origin that nothing comes before")
                continue
            }
            linkTo[end] = links.count
            links.append(.init(start: start, end: end, least: least, greatest: most))
        }
        checkChains(links, linkTo, node)
        return links
    }

    /// A duration must not begin at its own end, by way of others.
    private mutating func checkChains(
        _ links: [TemporalNetwork.ContingentLink], _ linkTo: [Int], _ node: Node
    ) {
        // By point: from which start it was reached.
        var reached = [Int](repeating: -1, count: names.count)
        for start in names.indices where linkTo[start] >= 0 && reached[start] < 0 {
            var point = start
            while reached[point] < 0, linkTo[point] >= 0 {
                reached[point] = start
                point = links[linkTo[point]].start
            }
            guard reached[point] == start else { continue }
            parsing.report(
                node,
                "the uncontrolled durations that end at \(OneLine.quoting(names[point])) follow each other in a ring",
                expected: "a chain that begins at a point which ends none")
            return
        }
    }
}
