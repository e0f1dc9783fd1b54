import Negotiation

/// Who does what, by when, after what, verified by whom, and what follows if not.
extension Parsing {
    /// The commitments of an option, a package or a reading of clauses.
    mutating func commitments(_ fields: Fields) -> [Commitment] {
        fields["commitments"].map { list($0, of: "commitments").compactMap { commitment($0) } } ?? []
    }

    private mutating func commitment(_ node: Node) -> Commitment? {
        guard let fields = fields(node, .commitment) else {
            doubtful.insert(.commitment)
            return nil
        }
        return Commitment(
            id: declaredName(fields["id"], of: .commitment, Commitment.self),
            // Where nobody could be read, that has been reported: an empty name stands in.
            who: fields["who"].map { references($0, of: "parties") } ?? [""],
            title: fields["title"].map { text($0) }, what: fields["what"].map { text($0) } ?? "",
            where: fields["where"].map { text($0) },
            by: fields["by"].map { text($0) },
            after: fields["after"].map { prerequisites($0) } ?? [],
            deadline: fields["deadline"].flatMap { deadline($0) },
            takes: fields["takes"].flatMap { doingTime($0) },
            verifiedBy: fields["verified-by"].map { references($0, of: "parties") } ?? [],
            verification: fields["verification"].flatMap { timeRange($0) },
            ifNot: fields["if-not"].map { node in
                oneOrMore(node, of: "responses").compactMap { response($0) }
            } ?? [],
            togetherWith: fields["together-with"].map { references($0, of: "commitments") } ?? [],
            tranches: fields["tranches"].flatMap { tranches($0) },
            lasts: fields["lasts"].flatMap { span($0) },
            fulfils: fields["fulfils"].map { references($0, of: "minimums") } ?? [],
            article: fields["article"].flatMap { article($0) },
            topics: fields["topics"].map { topics($0) } ?? [],
            sources: citations(fields),
            seenBy: visibility(fields))
    }

    // MARK: Times

    private mutating func deadline(_ node: Node) -> Deadline? {
        guard case .mapping = node.content else {
            let expected =
                "a length of time such as `30d`, a day such as `2015-12-31`, or `{within: 30d, of: name}`"
            guard let scalar = scalar(node, expected: expected) else { return nil }
            if let span = TimeSpan(scalar.text) { return .within(span, of: nil) }
            if let moment = Moment(scalar.text) { return .on(moment) }
            report(node, "\(OneLine.quoting(scalar.text)) is no deadline", expected: expected)
            return nil
        }
        guard let fields = fields(node, .deadline) else { return nil }
        if fields["on"] == nil, let within = fields["within"] {
            let of = fields["of"].flatMap { milestone($0) }
            return span(within).map { .within($0, of: of) }
        }
        if let on = fields["on"], fields["within"] == nil, fields["of"] == nil {
            return moment(on).map { .on($0) }
        }
        if node.hasKeys(of: .deadline) {
            report(
                node, "a deadline that is not of one kind", expected: "`within`, perhaps with `of`; or `on`")
        }
        return nil
    }

    private mutating func doingTime(_ node: Node) -> DoingTime? {
        guard case .mapping(let entries) = node.content else {
            return spans(node).map { DoingTime(from: $0.least, to: $0.greatest) }
        }
        guard let fields = fields(node, .doingTime) else { return nil }
        if entries.isEmpty {
            report(node, "a time of doing that says nothing", expected: "`at-least` or `at-most`")
        }
        let decider = fields["decided-by"].map { node -> DoingTime.Decider in
            let id: PartyID = reference(node)
            return id == "nature" ? .nature : .party(id)
        }
        return DoingTime(
            from: fields["at-least"].flatMap { span($0) } ?? .zero,
            to: fields["at-most"].flatMap { span($0) }, decidedBy: decider ?? .doer)
    }

    private mutating func tranches(_ node: Node) -> Tranches? {
        let expected = "a whole number from 2 to \(Tranches.limit)"
        guard case .mapping = node.content else {
            return whole(node, expected: expected).map { Tranches($0) }
        }
        guard let fields = fields(node, .tranches) else { return nil }
        return Tranches(
            fields["count"].flatMap { whole($0, expected: expected) } ?? 2,
            least: fields["at-least"].flatMap { span($0) } ?? .zero,
            greatest: fields["at-most"].flatMap { span($0) },
            inStepWith: fields["in-step-with"].map { reference($0) })
    }

    // MARK: What follows

    /// Words alone, perhaps in several languages, or a mapping of the response's keys.
    private mutating func response(_ node: Node) -> Response? {
        guard case .mapping(let entries) = node.content, !Self.isText(entries) else {
            return Response(what: text(node))
        }
        guard let fields = fields(node, .response) else { return nil }
        return Response(
            who: fields["who"].map { references($0, of: "parties") } ?? [],
            what: fields["what"].map { text($0) },
            kind: fields["kind"].flatMap { word($0, Response.Kind.self) },
            within: fields["within"].flatMap { span($0) },
            suspends: fields["suspends"].map { references($0, of: "commitments") } ?? [],
            begins: fields["begins"].map { reference($0) })
    }

    /// Whether the keys can only be languages: none is one of a response, and all are as short as languages are.
    private static func isText(_ entries: [Node.Entry]) -> Bool {
        !entries.isEmpty
            && entries.allSatisfy { entry in
                let language = entry.key.prefix { $0 != "-" }
                return !Shape.response.keys.contains(entry.key) && language.utf8.count <= 3
            }
    }

    // MARK: Where it stands

    private enum Answer: String, CaseIterable { case yes, no, `true`, `false` }

    private mutating func article(_ node: Node) -> Article? {
        guard case .mapping = node.content else { return Article(plainText(node)) }
        guard let fields = fields(node, .article) else { return nil }
        let checked = fields["checked"].flatMap { word($0, Answer.self) }
        return Article(
            fields["at"].map { plainText($0) } ?? "", isChecked: checked == .yes || checked == .true)
    }

    private mutating func topics(_ node: Node) -> [TopicCode] {
        guard let fields = fields(node, .topics), case .mapping(let entries) = node.content else { return [] }
        // In the order of the file, which may begin with either collection.
        return entries.flatMap { entry -> [TopicCode] in
            guard let scheme = TopicCode.Scheme(rawValue: entry.key), let value = fields[entry.key] else {
                return []
            }
            return oneOrMore(value, of: "codes").map { TopicCode(scheme, plainText($0)) }
        }
    }
}
