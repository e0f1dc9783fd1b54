import Negotiation

/// Weights and values: numbers or ranges, an order, or levels.
extension Parsing {
    mutating func weights(_ node: Node) -> Weights {
        if let order = node.value(of: "order") {
            let total = total(node, .order)
            return .order(groups(order, of: "issues"), total: total)
        }
        if let levels = node.value(of: "levels") {
            let total = total(node, .levels)
            return .levels(self.levels(levels, isWeight: true), total: total)
        }
        var amounts: [IssueID: Amount] = [:]
        var total: Rational?
        for entry in entries(node, of: "`issue: number`, or `order`, or `levels`") {
            if entry.key == "total" {
                total = positive(total: entry.value)
            } else {
                amounts[reference(key: entry)] = weight(entry.value)
            }
        }
        return .numbers(amounts, total: total)
    }

    mutating func values(_ node: Node) -> [IssueID: OptionValues] {
        var values: [IssueID: OptionValues] = [:]
        for entry in entries(node, of: "`issue: {option: number}`") {
            values[reference(key: entry)] = optionValues(entry.value)
        }
        return values
    }

    private mutating func optionValues(_ node: Node) -> OptionValues {
        if let order = node.value(of: "order") {
            only("order", in: node)
            return .order(groups(order, of: "options"))
        }
        if let levels = node.value(of: "levels") {
            only("levels", in: node)
            return .levels(self.levels(levels, isWeight: false))
        }
        var amounts: [OptionID: Amount] = [:]
        for entry in entries(node, of: "`option: number`, or `order`, or `levels`") {
            amounts[reference(key: entry)] = amount(entry.value)
        }
        return .numbers(amounts)
    }

    private mutating func total(_ node: Node, _ shape: Shape) -> Rational? {
        fields(node, shape)?["total"].map { positive(total: $0) }
    }

    private mutating func positive(total node: Node) -> Rational {
        let total = number(node)
        if total <= .zero { report(node, "a total of `\(total)`", expected: "a number above 0") }
        return total
    }

    private mutating func weight(_ node: Node) -> Amount {
        let weight = amount(node)
        if weight.least < .zero {
            report(node, "a weight of `\(weight.least)`", expected: "0 or more")
        }
        return weight
    }

    private mutating func only(_ key: String, in node: Node) {
        guard case .mapping(let entries) = node.content else { return }
        for entry in entries where entry.key != key {
            report(
                entry.keyMark, "\(OneLine.quoting(entry.key)) stands beside `\(key)`",
                expected: "`\(key)` alone")
        }
    }

    /// Best first; things in inner brackets are tied.
    mutating func groups<Subject>(_ node: Node, of what: String) -> [[Identifier<Subject>]] {
        list(node, of: "\(what), best first").map { item in
            guard case .list(let tied) = item.content else { return [reference(item)] }
            if tied.isEmpty { report(item, "a tie of nothing", expected: "the tied \(what)") }
            return tied.map { reference($0) }
        }
    }

    private mutating func levels<Subject>(_ node: Node, isWeight: Bool) -> [Identifier<Subject>: Level] {
        var levels: [Identifier<Subject>: Level] = [:]
        for entry in entries(node, of: "names to levels") {
            guard let level = word(entry.value, Level.self) else { continue }
            if isWeight, level > .indifferent {
                report(
                    entry.value, "the level `\(level.rawValue)` cannot be said of an issue's weight",
                    expected: Self.listing(Level.allCases.filter { $0 <= .indifferent }.map(\.rawValue)))
            }
            levels[reference(key: entry)] = level
        }
        return levels
    }
}
