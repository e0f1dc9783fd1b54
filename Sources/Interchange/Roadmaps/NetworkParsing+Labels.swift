import Negotiation
import Sequencing

/// In which scenarios points are executed and constraints bind.
extension NetworkParsing {
    mutating func label(_ node: Node) -> Label? {
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

    mutating func readLabels(
        _ node: Node?, _ observations: [Int], _ links: [TemporalNetwork.ContingentLink]
    ) -> [Label] {
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
        guard checkObservations(observations, labels, node) else { return labels }
        // Observations first, each after those that it needs; what is closed once more stays as it is.
        var isClosed = false
        while !isClosed {
            isClosed = true
            for place in observations {
                guard let closed = closed(labels[place], observations, labels), closed != labels[place] else {
                    continue
                }
                labels[place] = closed
                isClosed = false
            }
        }
        for entry in entries {
            guard let place = places[entry.key] else { continue }
            guard let closed = closed(labels[place], observations, labels) else {
                parsing.report(
                    entry.value,
                    "the point \(OneLine.quoting(entry.key)) is never executed: its label excludes an outcome on which an observation that it names depends",
                    expected: "outcomes that occur together")
                continue
            }
            labels[place] = closed
        }
        for link in inOrder(links) where labels[link.end] != labels[link.start] {
            // An end of which nothing is said is executed when its duration is.
            guard labels[link.end].holds(labels[link.start]) else {
                parsing.report(
                    node,
                    "the uncontrolled duration from \(OneLine.quoting(names[link.start])) to \(OneLine.quoting(names[link.end])) ends in some only of the scenarios in which it begins",
                    expected: "the same label for both")
                return labels
            }
            labels[link.end] = labels[link.start]
        }
        return labels
    }

    /// Durations after those at whose end they begin.
    private func inOrder(_ links: [TemporalNetwork.ContingentLink]) -> [TemporalNetwork.ContingentLink] {
        var from: [Int: [TemporalNetwork.ContingentLink]] = [:]
        for link in links { from[link.start, default: []].append(link) }
        let ends = Set(links.map(\.end))
        var result = links.filter { !ends.contains($0.start) }
        var place = 0
        while place < result.count {
            result += from[result[place].end] ?? []
            place += 1
        }
        return result
    }

    /// A label with what the observations that it names need themselves: who knows an outcome knows that it was observed. nil: it
    /// never holds.
    func closed(_ label: Label, _ observations: [Int], _ labels: [Label]) -> Label? {
        var result = label
        var known: UInt64 = 0
        while result.propositions != known {
            known = result.propositions
            for literal in result.literals {
                guard let both = result.and(labels[observations[literal.proposition]]) else { return nil }
                result = both
            }
        }
        return result
    }

    /// Each outcome must be known without knowing itself first.
    private mutating func checkObservations(_ observations: [Int], _ labels: [Label], _ node: Node) -> Bool {
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
        guard let first = left.min() else { return true }
        parsing.report(
            node,
            "the point \(OneLine.quoting(names[observations[first]])) is executed only after its own observation",
            expected: "labels of observation points that name earlier observations")
        return false
    }
}
