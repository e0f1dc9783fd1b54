import Negotiation

/// What a decision maker prefers among the states of the model.
extension Parsing {
    private static let forms = ["ranking", "rankings", "statements", "numbers", "points"]

    /// `party: preferences`, in a file that stands alone.
    mutating func preferences(_ node: Node) -> [PartyID: StatePreferences] {
        var result: [PartyID: StatePreferences] = [:]
        for entry in entries(node, of: "`decision maker: preferences`") {
            if let preferences = statePreferences(entry.value) { result[reference(key: entry)] = preferences }
        }
        return result
    }

    mutating func statePreferences(_ node: Node) -> StatePreferences? {
        guard let fields = fields(node, .statePreferences), let form = form(fields) else { return nil }
        return StatePreferences(
            form,
            unknown: fields["unknown"].map { node in
                list(node, of: "pairs of states").compactMap { pair($0, expected: "two states: `[a, b]`") }
            } ?? [],
            heldBy: fields["held-by"].map { references($0, of: "decision makers") } ?? [])
    }

    private mutating func form(_ fields: Fields) -> StatePreferences.Form? {
        let found = Self.forms.filter { fields[$0] != nil }
        guard found.count == 1, let key = found.first, let node = fields[key] else {
            // A slip in the key has been told where it stands.
            guard fields.lacking.isEmpty else { return nil }
            report(
                fields.node,
                found.isEmpty
                    ? "preferences that say nothing" : "\(Self.listing(found)) in one",
                expected: "one of \(Self.listing(Self.forms))")
            return nil
        }
        switch key {
        case "ranking": return .ranking(groups(node, of: "states"))
        case "rankings":
            return .rankings(list(node, of: "rankings").map { groups($0, of: "states") })
        case "statements":
            return .statements(list(node, of: "statements").compactMap { anyStatement($0) })
        case "points":
            var points: [ModelOptionID: Amount] = [:]
            for entry in entries(node, of: "`option: number`") {
                points[reference(key: entry)] = amount(entry.value)
            }
            return .points(points)
        default:
            var numbers: [StateID: Amount] = [:]
            for entry in entries(node, of: "`state: number`") {
                numbers[reference(key: entry)] = amount(entry.value)
            }
            return .numbers(numbers)
        }
    }

    /// A statement, or several of which one is to be true.
    private mutating func anyStatement(_ node: Node) -> StateStatement? {
        guard case .list = node.content else { return statement(node) }
        let items = list(node, of: "statements")
        if items.isEmpty { report(node, "no statement stands here", expected: "at least one") }
        let parts = items.compactMap { statement($0) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    mutating func statement(_ node: Node) -> StateStatement? {
        guard let scalar = scalar(node, expected: "a statement such as `not strike IF respond`") else {
            return nil
        }
        guard scalar.text.utf8.count <= limits.textLength else {
            report(
                node, "a statement of \(scalar.text.utf8.count) bytes",
                expected: "at most \(limits.textLength)")
            return nil
        }
        do throws(StatementParser.Failure) {
            return try StatementParser.statement(
                in: scalar.text, options: modelOptions, depth: limits.nesting)
        } catch {
            switch error.unknownOption {
            // Nothing is said about options where not all of them could be read.
            case _? where modelOptions == nil: break
            case let name?: reportUnknownOption(name, at: node.mark)
            case nil: report(node, error.problem, expected: error.expected)
            }
            return nil
        }
    }
}
