import Assessment
import Negotiation
import Sequencing

/// One reading of a network: what is known of it so far.
struct NetworkParsing {
    var parsing: Parsing
    var places: [String: Int] = [:]
    var names: [String] = []
    /// The place of each proposition among the observations.
    var propositions: [String: Int] = [:]
    /// How many more names nearest right ones are looked for: each costs a look at all points.
    private var nearestLeft = 20

    private static let weightForm =
        "a whole number from -\(NetworkReader.weightLimit) to \(NetworkReader.weightLimit)"
    private static let finer = "a whole number: count in a smaller unit"

    /// The network of a file; nil, with a report, where something is wrong.
    static func network(_ root: Node, net: Node, _ parsing: inout Parsing) -> ReadNetwork? {
        var reading = NetworkParsing(parsing: parsing)
        let network = reading.network(root, net)
        parsing = reading.parsing
        return network
    }

    private init(parsing: Parsing) { self.parsing = parsing }

    private mutating func network(_ root: Node, _ net: Node) -> ReadNetwork? {
        guard case .mapping = net.content else {
            parsing.report(
                net, "\(net.kind) stands where a network belongs",
                expected: "a mapping with `nodes` and `ordinary`")
            return nil
        }
        guard let nodes = Self.value("nodes", of: net) else {
            parsing.report(net, "a network without `nodes`", expected: "the key `nodes`, a list of names")
            return nil
        }
        readNodes(nodes)
        let observations = readObservations(Self.value("obs", of: net))
        // What else is wrong could be no more than a consequence.
        guard parsing.diagnostics.isEmpty else { return nil }
        let labels = readLabels(Self.value("nodeLabel", of: net), observations)
        var constraints: [TemporalNetwork.Constraint] = []
        var isFull = false
        for (key, count) in [("ordinary", 3), ("labelled", 4)] {
            guard let list = Self.value(key, of: net), !isFull else { continue }
            let left = NetworkReader.constraintLimit - constraints.count
            let items = parsing.list(list, of: "constraints", limit: left)
            isFull = parsing.diagnostics.count >= parsing.limits.diagnostics
            for item in items {
                if let constraint = constraint(item, count) { constraints.append(constraint) }
            }
        }
        let links = readLinks(Self.value("contingent", of: net))
        guard parsing.diagnostics.isEmpty else { return nil }
        let network = TemporalNetwork(
            points: names, constraints: constraints, contingentLinks: links, observations: observations,
            labels: labels, origin: places["Z"])
        checkSize(network, net)
        return ReadNetwork(
            id: id(Self.value("id", of: root)), kind: kind(Self.value("kind", of: root), network),
            propositions: propositions.sorted { $0.value < $1.value }.map(\.key),
            scale: scale(Self.value("scale", of: net)), network: network)
    }

    // MARK: Small things

    /// The value of a key; `null` is none.
    private static func value(_ key: String, of node: Node) -> Node? {
        guard let value = node.value(of: key) else { return nil }
        if case .scalar(let scalar) = value.content, scalar.isEmpty { return nil }
        return value
    }

    private mutating func nearest(to name: String, among names: some Collection<String>) -> String? {
        guard nearestLeft > 0 else { return nil }
        nearestLeft -= 1
        return parsing.nearest(to: name, among: Array(names))
    }

    private mutating func point(_ node: Node) -> Int? {
        guard let name = parsing.scalar(node, expected: "the name of a point")?.text else { return nil }
        if let place = places[name] { return place }
        reportUnknown(name, at: node.mark)
        return nil
    }

    private mutating func reportUnknown(_ name: String, at mark: Node.Mark) {
        let nearest = nearest(to: name, among: names)
        parsing.report(
            mark, "no point is named \(OneLine.quoting(name))",
            expected: nearest == nil ? "one of `nodes`" : nil, nearest: nearest)
    }

    private mutating func whole(_ node: Node, _ what: String) -> Int? {
        guard case .scalar(let scalar) = node.content, scalar.isPlain, !scalar.isEmpty else {
            parsing.report(node, "\(node.kind) stands where \(what) belongs", expected: Self.weightForm)
            return nil
        }
        if let number = Int(scalar.text), abs(number) <= NetworkReader.weightLimit { return number }
        guard let number = Double(scalar.text), number.isFinite else {
            parsing.report(
                node, "\(OneLine.quoting(scalar.text)) stands where \(what) belongs",
                expected: Self.weightForm)
            return nil
        }
        guard number.magnitude <= Double(NetworkReader.weightLimit) else {
            parsing.report(
                node, "\(OneLine.quoting(scalar.text)) is too large for \(what)", expected: Self.weightForm)
            return nil
        }
        guard number == number.rounded() else {
            parsing.report(
                node, "\(OneLine.quoting(scalar.text)) is a fraction", expected: Self.finer)
            return nil
        }
        return Int(number)
    }

    private mutating func parts(_ node: Node, _ form: String, _ count: Int) -> [Node]? {
        if case .list(let parts) = node.content {
            if parts.count == count { return parts }
            parsing.report(node, "a list of \(parts.count)", expected: "`\(form)`")
        } else {
            parsing.report(node, "\(node.kind) stands here", expected: "`\(form)`")
        }
        return nil
    }

    // MARK: Points and observations

    private mutating func readNodes(_ node: Node) {
        for item in parsing.list(node, of: "points", limit: NetworkReader.pointLimit) {
            guard let name = parsing.scalar(item, expected: "the name of a point")?.text else { continue }
            _ = parsing.title(item)
            if places[name] != nil {
                parsing.report(
                    item, "a second point is named \(OneLine.quoting(name))", expected: "another name")
                continue
            }
            places[name] = names.count
            names.append(name)
        }
        if case .list(let items) = node.content, items.isEmpty {
            parsing.report(node, "a network without points", expected: "at least one")
        }
    }

    private mutating func readObservations(_ node: Node?) -> [Int] {
        guard let node else { return [] }
        var observations: [Int] = []
        let entries = parsing.entries(node, of: "`point: proposition`")
        guard entries.count <= Label.limit else {
            parsing.report(
                node, "\(entries.count) observations", expected: "at most \(Label.limit) propositions")
            return []
        }
        for entry in entries {
            guard let place = places[entry.key] else {
                reportUnknown(entry.key, at: entry.keyMark)
                continue
            }
            guard let name = parsing.scalar(entry.value, expected: "the name of a proposition")?.text else {
                continue
            }
            _ = parsing.title(entry.value)
            guard name.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "!") }) else {
                parsing.report(
                    entry.value, "\(OneLine.quoting(name)) cannot be a proposition",
                    expected: "a name without spaces and `!`")
                continue
            }
            guard propositions[name] == nil else {
                parsing.report(
                    entry.value, "a second point observes \(OneLine.quoting(name))",
                    expected: "one point for each proposition")
                continue
            }
            propositions[name] = observations.count
            observations.append(place)
        }
        return observations
    }

    private mutating func label(_ node: Node) -> Label? {
        guard case .scalar(let scalar) = node.content else {
            parsing.report(
                node, "\(node.kind) stands where a label belongs", expected: "a text such as `p !q`")
            return nil
        }
        guard !scalar.isEmpty else { return .always }
        var label = Label.always
        for literal in scalar.text.split(whereSeparator: { " \t".contains($0) }) {
            let isFalse = literal.hasPrefix("!")
            let name = String(isFalse ? literal.dropFirst() : literal)
            guard let place = propositions[name] else {
                let nearest = nearest(to: name, among: propositions.keys.sorted())
                parsing.report(
                    node, "no point observes \(OneLine.quoting(name))",
                    expected: nearest == nil ? "one of the propositions of `obs`" : nil, nearest: nearest)
                return nil
            }
            guard let both = label.and(Label(place, is: !isFalse)) else {
                parsing.report(
                    node, "the label \(OneLine.quoting(scalar.text)) contradicts itself",
                    expected: "\(OneLine.quoting(name)) or \(OneLine.quoting("!" + name)), not both")
                return nil
            }
            label = both
        }
        return label
    }

    private mutating func readLabels(_ node: Node?, _ observations: [Int]) -> [Label] {
        var labels = [Label](repeating: .always, count: names.count)
        guard let node else { return labels }
        guard case .mapping(let entries) = node.content else {
            parsing.report(node, "\(node.kind) stands here", expected: "a mapping of `point: label`")
            return labels
        }
        for entry in entries {
            guard let place = places[entry.key] else {
                reportUnknown(entry.key, at: entry.keyMark)
                continue
            }
            guard let label = label(entry.value) else { continue }
            if entry.key == "Z", label != .always {
                parsing.report(
                    entry.value, "the origin `Z` stands in some scenarios only", expected: "no label")
                continue
            }
            labels[place] = label
        }
        checkObservations(observations, labels, node)
        return labels
    }

    /// Each outcome must be known without knowing itself first.
    private mutating func checkObservations(_ observations: [Int], _ labels: [Label], _ node: Node) {
        var left = Set(observations.indices)
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for proposition in left.sorted() {
                let needed = labels[observations[proposition]].literals.map(\.proposition)
                if left.isDisjoint(with: needed) {
                    left.remove(proposition)
                    hasChanged = true
                }
            }
        }
        guard let first = left.min() else { return }
        parsing.report(
            node,
            "the point \(OneLine.quoting(names[observations[first]])) is executed only after its own observation",
            expected: "labels of observation points that name earlier observations")
    }

    // MARK: What binds

    private mutating func constraint(_ node: Node, _ count: Int) -> TemporalNetwork.Constraint? {
        let form = count == 3 ? "[X, Y, most time from X to Y]" : "[X, Y, most time from X to Y, \"p !q\"]"
        guard let parts = parts(node, form, count), let from = point(parts[0]), let to = point(parts[1]),
            let most = whole(parts[2], "the most time between two points")
        else { return nil }
        guard count == 4 else { return .init(from: from, to: to, atMost: most) }
        guard let label = label(parts[3]) else { return nil }
        return .init(from: from, to: to, atMost: most, label: label)
    }

    private mutating func readLinks(_ node: Node?) -> [TemporalNetwork.ContingentLink] {
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

    // MARK: The whole

    /// The sums of numbers along any path must stay within what can be counted.
    private mutating func checkSize(_ network: TemporalNetwork, _ net: Node) {
        var greatest = 1
        for constraint in network.constraints { greatest = max(greatest, abs(constraint.atMost)) }
        for link in network.contingentLinks { greatest = max(greatest, link.greatest) }
        let factor =
            (network.points.count + network.observations.count) * (2 * network.observations.count + 2)
        guard greatest > (1 << 58) / factor else { return }
        parsing.report(
            net, "the number \(greatest) is too large in a network of \(network.points.count) points",
            expected: "at most \((1 << 58) / factor): count in a larger unit")
    }

    private mutating func kind(_ node: Node?, _ network: TemporalNetwork) -> NetworkKind? {
        guard let node else { return nil }
        guard let kind = node.text.flatMap({ NetworkKind(rawValue: $0) }) else {
            let all = NetworkKind.allCases.map(\.rawValue)
            parsing.report(
                node, "\(node.kind) is no kind of network", expected: "one of \(Parsing.listing(all))",
                nearest: node.text.flatMap { nearest(to: $0, among: all) })
            return nil
        }
        let made = NetworkKind(
            hasDurations: network.isUncertain, hasObservations: network.isConditional)
        let whole = NetworkKind(
            hasDurations: kind.hasDurations || made.hasDurations,
            hasObservations: kind.hasObservations || made.hasObservations)
        if whole != kind {
            parsing.report(
                node,
                "a network of the kind `\(kind.rawValue)` has no \(whole.hasDurations == kind.hasDurations ? "observations" : "uncontrolled durations")",
                expected: "`\(whole.rawValue)`")
        }
        return kind
    }

    private mutating func id(_ node: Node?) -> String? {
        guard let node, let id = parsing.scalar(node, expected: "a name")?.text else { return nil }
        _ = parsing.title(node)
        return id
    }

    private mutating func scale(_ node: Node?) -> Int? {
        guard let node, let scale = whole(node, "a scale") else { return nil }
        if scale < 1 { parsing.report(node, "the scale \(scale) is below 1", expected: "1 or more") }
        return scale
    }
}
