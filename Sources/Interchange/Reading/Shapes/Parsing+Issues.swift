import Negotiation

extension Parsing {
    mutating func issue(_ node: Node) -> Issue? {
        guard let fields = fields(node, .issue) else {
            doubtful.insert(.issue)
            return nil
        }
        let id = declaredName(fields["id"], of: .issue, Issue.self)
        return Issue(
            id: id,
            title: fields["title"].map { title($0) } ?? Text(id.rawValue),
            text: fields["text"].map { text($0) },
            today: fields["today"].map { reference($0) },
            options: fields["options"].map { node in
                list(node, of: "options", limit: limits.options).compactMap { option($0) }
            } ?? [],
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    private mutating func option(_ node: Node) -> Option? {
        if case .scalar = node.content {
            let id = declaredName(node, of: .option, Option.self)
            return Option(id: id, title: Text(id.rawValue))
        }
        guard let fields = fields(node, .option) else {
            doubtful.insert(.option)
            return nil
        }
        let id = declaredName(fields["id"], of: .option, Option.self)
        return Option(
            id: id,
            title: fields["title"].map { title($0) } ?? Text(id.rawValue),
            text: fields["text"].map { text($0) },
            consents: fields["consent"].map { node in
                oneOrMore(node, of: "consents").compactMap { consent($0) }
            } ?? [],
            serves: fields["serves"].map { references($0, of: "interests") } ?? [],
            harms: fields["harms"].map { references($0, of: "interests") } ?? [],
            breaches: fields["breaches"].map { references($0, of: "minimums") } ?? [],
            commitments: commitments(fields),
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    private mutating func consent(_ node: Node) -> Consent? {
        if case .scalar = node.content { return Consent(of: reference(node)) }
        guard let fields = fields(node, .consent) else { return nil }
        return Consent(
            of: fields["of"].map { reference($0) } ?? "",
            asked: fields["asked"].flatMap { date($0) },
            answer: fields["answer"].flatMap { word($0, Consent.Answer.self) },
            sources: citations(fields))
    }
}
