import Negotiation

/// Which states of the model cannot be.
extension Parsing {
    private static let forms = [
        "pattern", "exclusive", "at-least-one", "option", "never-together", "unlisted",
    ]

    mutating func infeasibility(_ node: Node) -> Infeasibility? {
        if node.text == "unlisted" { return Infeasibility(.unlisted) }
        guard let fields = fields(node, .infeasibility) else { return nil }
        guard let form = form(fields) else { return nil }
        return Infeasibility(
            form, kind: fields["kind"].flatMap { word($0, Rule.Kind.self) },
            because: fields["because"].map { text($0) }, sources: citations(fields))
    }

    private mutating func form(_ fields: Fields) -> Infeasibility.Form? {
        let found = Self.forms.filter { fields[$0] != nil }
        guard found.count == 1, let key = found.first, let node = fields[key] else {
            report(
                fields.node,
                found.isEmpty
                    ? "this does not say which states cannot be"
                    : "\(Self.listing(found)) in one",
                expected: found.isEmpty
                    ? "one of \(Self.listing(Self.forms))" : "one of them; write several items")
            return nil
        }
        if key != "option", let stray = fields["only-if"] {
            report(stray, "`only-if` without `option`", expected: "the key `option`")
        }
        switch key {
        case "pattern": return .pattern(pattern(node))
        case "exclusive": return .exclusive(optionList(node))
        case "at-least-one": return .atLeastOne(optionList(node))
        case "never-together": return .neverTogether(optionList(node))
        case "unlisted":
            if node.text != "true" {
                report(node, "\(node.kind) stands here", expected: "`true`, or no such key")
            }
            return .unlisted
        default:
            guard let condition = fields["only-if"] else {
                report(fields.node, "`option` without `only-if`", expected: "the key `only-if`")
                return nil
            }
            let option: ModelOptionID = reference(node)
            return statement(condition).map { .onlyIf(option, $0) }
        }
    }

    private mutating func optionList(_ node: Node) -> [ModelOptionID] {
        list(node, of: "options").map { reference($0) }
    }
}
