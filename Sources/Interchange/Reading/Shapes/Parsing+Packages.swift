import Negotiation

extension Parsing {
    mutating func rule(_ node: Node) -> Rule? {
        guard let fields = fields(node, .rule) else {
            doubtful.insert(.rule)
            return nil
        }
        return Rule(
            id: declaredName(fields["id"], of: .rule, Rule.self),
            kind: fields["kind"].flatMap { word($0, Rule.Kind.self) },
            when: fields["when"].map { condition($0) },
            demand: demand(fields),
            because: fields["because"].map { text($0) },
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    private mutating func demand(_ fields: Fields) -> Rule.Demand {
        switch (fields["require"], fields["forbid"]) {
        case (let required?, nil): return .require(condition(required))
        case (nil, let forbidden?): return .forbid(condition(forbidden))
        case (_?, let forbidden?):
            report(
                forbidden, "a rule with both `require` and `forbid`",
                expected: "one of the two; write two rules")
        case (nil, nil):
            report(fields.node, "a rule that demands nothing", expected: "`require` or `forbid`")
        }
        return .require(.all([]))
    }

    mutating func stage(_ node: Node) -> Stage? {
        guard let fields = fields(node, .stage) else {
            doubtful.insert(.stage)
            return nil
        }
        return Stage(
            id: declaredName(fields["id"], of: .stage, Stage.self),
            title: fields["title"].map { title($0) },
            settles: fields["settles"].map { references($0, of: "issues") },
            defers: fields["defers"].map { node in
                list(node, of: "deferrals").compactMap { deferral($0) }
            } ?? [],
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    private mutating func deferral(_ node: Node) -> Stage.Deferral? {
        guard let fields = fields(node, .deferral) else { return nil }
        return Stage.Deferral(
            issue: fields["issue"].map { reference($0) } ?? "",
            to: fields["to"].map { text($0) },
            by: fields["by"].map { text($0) })
    }

    mutating func package(_ node: Node) -> Package? {
        guard let fields = fields(node, .package) else {
            doubtful.insert(.package)
            return nil
        }
        return Package(
            id: declaredName(fields["id"], of: .package, Package.self),
            title: fields["title"].map { title($0) },
            text: fields["text"].map { text($0) },
            choose: fields["choose"].map { choices($0) } ?? [:],
            commitments: commitments(fields),
            dated: fields["dated"].flatMap { date($0) },
            by: fields["by"].map { text($0) },
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    mutating func choices(_ node: Node) -> [IssueID: OptionID] {
        var choices: [IssueID: OptionID] = [:]
        for entry in entries(node, of: "`issue: option`") {
            choices[reference(key: entry)] = reference(entry.value)
        }
        return choices
    }

    /// The keys and values of a mapping whose keys are names.
    mutating func entries(_ node: Node, of what: String) -> [Node.Entry] {
        guard case .mapping(let entries) = node.content else {
            report(node, "\(node.kind) stands here", expected: "a mapping of \(what)")
            return []
        }
        guard entries.count <= limits.items else {
            report(node, "a mapping of \(entries.count) keys", expected: "at most \(limits.items)")
            return []
        }
        return entries
    }
}
