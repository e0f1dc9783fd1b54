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
        let links = readLinks(Self.value("contingent", of: net))
        guard parsing.diagnostics.isEmpty else { return nil }
        let labels = readLabels(Self.value("nodeLabel", of: net), observations, links)
        var constraints: [TemporalNetwork.Constraint] = []
        var isFull = false
        for (key, count) in [("ordinary", 3), ("labelled", 4)] {
            guard let list = Self.value(key, of: net), !isFull else { continue }
            let left = NetworkReader.constraintLimit - constraints.count
            let items = parsing.list(list, of: "constraints", limit: left)
            isFull = parsing.diagnostics.count >= parsing.limits.diagnostics
            for item in items {
                guard var constraint = constraint(item, count) else { continue }
                // What never holds binds nothing.
                guard let label = closed(constraint.label, observations, labels) else { continue }
                constraint.label = label
                constraints.append(constraint)
            }
        }
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

    mutating func nearest(to name: String, among names: some Collection<String>) -> String? {
        guard nearestLeft > 0 else { return nil }
        nearestLeft -= 1
        return parsing.nearest(to: name, among: Array(names))
    }

    mutating func point(_ node: Node) -> Int? {
        guard let name = parsing.scalar(node, expected: "the name of a point")?.text else { return nil }
        if let place = places[name] { return place }
        reportUnknown(name, at: node.mark)
        return nil
    }

    mutating func reportUnknown(_ name: String, at mark: Node.Mark) {
        let nearest = nearest(to: name, among: names)
        parsing.report(
            mark, "no point is named \(OneLine.quoting(name))",
            expected: nearest == nil ? "one of `nodes`" : nil, nearest: nearest)
    }

    mutating func whole(_ node: Node, _ what: String) -> Int? {
        guard case .scalar(let scalar) = node.content, scalar.isPlain, !scalar.isEmpty else {
            parsing.report(node, "\(node.kind) stands where \(what) belongs", expected: Self.weightForm)
            return nil
        }
        if let number = Int(scalar.text), number.magnitude <= UInt(NetworkReader.weightLimit) {
            return number
        }
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

    mutating func parts(_ node: Node, _ form: String, _ count: Int) -> [Node]? {
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

    // MARK: The whole

    /// The sums of numbers along any path must stay within what can be counted.
    private mutating func checkSize(_ network: TemporalNetwork, _ net: Node) {
        var greatest = 1
        for constraint in network.constraints { greatest = max(greatest, abs(constraint.atMost)) }
        for link in network.contingentLinks { greatest = max(greatest, link.greatest) }
        let factor =
            (network.points.count + network.observations.count) * network.momentsInUnit
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
