import Negotiation

/// What a party answered: a ranking, a comparison of changes, or one package rather than another.
extension Parsing {
    mutating func answer(_ node: Node) -> SheetAnswer? {
        guard let fields = fields(node, .answer), let content = content(fields) else { return nil }
        return SheetAnswer(
            content, text: fields["text"].map { text($0) }, dated: fields["dated"].flatMap { date($0) },
            sources: citations(fields))
    }

    private mutating func content(_ fields: Fields) -> SheetAnswer.Content? {
        let kinds = ["rank", "swing", "rather"].filter { fields[$0] != nil }
        guard kinds.count == 1 else {
            report(
                fields.node, kinds.isEmpty ? "an answer that says nothing" : "several answers in one",
                expected: "one of `rank`, `swing` with `over`, or `rather` with `than`")
            return nil
        }
        if let rank = fields["rank"] {
            if without(["over", "than"], in: fields) { return ranking(rank) }
        } else if let swing = fields["swing"] {
            guard without(["than"], in: fields), let over = needed("over", beside: "swing", in: fields),
                let one = self.swing(swing), let other = self.swing(over)
            else { return nil }
            return .swing(one, over: other)
        } else if let rather = fields["rather"] {
            guard without(["over"], in: fields), let than = needed("than", beside: "rather", in: fields)
            else {
                return nil
            }
            return .rather(choices(rather), than: choices(than))
        }
        return nil
    }

    private mutating func without(_ keys: [String], in fields: Fields) -> Bool {
        for key in keys {
            guard let node = fields[key] else { continue }
            report(node, "`\(key)` does not belong to this kind of answer", expected: "no such key")
            return false
        }
        return true
    }

    private mutating func needed(_ key: String, beside other: String, in fields: Fields) -> Node? {
        if let node = fields[key] { return node }
        report(fields.node, "`\(other)` without `\(key)`", expected: "the key `\(key)`")
        return nil
    }

    /// A list ranks issues; a mapping ranks the options of one issue.
    private mutating func ranking(_ node: Node) -> SheetAnswer.Content? {
        if case .list = node.content { return .priorities(groups(node, of: "issues")) }
        let entries = entries(node, of: "`issue: [options]`, or a list of issues")
        guard let entry = entries.first, entries.count == 1 else {
            if entries.count > 1 {
                report(node, "rankings of several issues", expected: "one issue an answer")
            }
            return nil
        }
        return .ranking(reference(key: entry), groups(entry.value, of: "options"))
    }

    /// `issue: [from, to]`.
    private mutating func swing(_ node: Node) -> SheetAnswer.Swing? {
        let entries = entries(node, of: "`issue: [from, to]`")
        guard let entry = entries.first else { return nil }
        guard entries.count == 1, case .list(let ends) = entry.value.content, ends.count == 2 else {
            report(node, "a change that is not from one option to another", expected: "`issue: [from, to]`")
            return nil
        }
        return SheetAnswer.Swing(
            issue: reference(key: entry), from: reference(ends[0]), to: reference(ends[1]))
    }
}
