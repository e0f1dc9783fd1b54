import Negotiation

extension Parsing {
    /// A condition: issues with options, and `all`, `any`, `not`, all of which must hold together.
    mutating func condition(_ node: Node) -> Condition {
        let expected = "`issue: option`, `issue: [options]`, `all`, `any` or `not`"
        guard case .mapping(let entries) = node.content else {
            report(node, "\(node.kind) stands where a condition belongs", expected: expected)
            return .all([])
        }
        guard !entries.isEmpty else {
            report(node, "a condition that says nothing", expected: expected)
            return .all([])
        }
        let parts = entries.map { part($0) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func part(_ entry: Node.Entry) -> Condition {
        switch entry.key {
        case "all": return .all(list(entry.value, of: "conditions").map { condition($0) })
        case "any": return .any(list(entry.value, of: "conditions").map { condition($0) })
        case "not": return .not(condition(entry.value))
        default:
            let issue: IssueID = reference(key: entry)
            let options: [OptionID] = references(entry.value, of: "options")
            if options.isEmpty, case .list = entry.value.content {
                report(entry.value, "no option stands here", expected: "at least one option")
            }
            return .choose(issue, options)
        }
    }
}
