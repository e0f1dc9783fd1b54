import Negotiation

/// What every item may have: where it is known from, and who may see it.
extension Parsing {
    /// The citations of `source`: one, or a list.
    mutating func citations(_ fields: Fields, _ key: String = "source") -> [Citation] {
        guard let node = fields[key] else { return [] }
        return oneOrMore(node, of: "citations").compactMap { citation($0) }
    }

    private mutating func citation(_ node: Node) -> Citation? {
        guard case .mapping = node.content else {
            let expected = "the name of a source, or a work that can be looked up"
            guard let scalar = scalar(node, expected: expected) else { return nil }
            _ = plainText(node)
            return CitationForm.isSourceName(scalar.text)
                ? .source(Identifier(scalar.text), passage: nil) : .work(scalar.text)
        }
        guard let fields = fields(node, .citation) else { return nil }
        switch (fields["of"], fields["work"]) {
        case (let source?, nil):
            return .source(reference(source), passage: fields["at"].map { plainText($0) })
        case (nil, let work?):
            if let at = fields["at"] {
                report(at, "a passage of a work", expected: "the passage in the work's own text")
            }
            return .work(plainText(work))
        default:
            report(node, "a citation that does not say of what", expected: "`of` or `work`, one of the two")
            return nil
        }
    }

    /// Who may see an item; the team alone unless it says otherwise.
    mutating func visibility(_ fields: Fields) -> Visibility {
        guard let node = fields["seen-by"] else { return .team }
        if case .mapping = node.content {
            guard let floated = self.fields(node, .visibility)?["floated"] else { return .team }
            return .floated(references(floated, of: "parties"))
        }
        let words = ["team", "table", "public"]
        let expected = "`team`, `table`, `public` or `{floated: [parties]}`"
        guard let scalar = scalar(node, expected: expected) else { return .team }
        switch scalar.text {
        case "team": return .team
        case "table": return .table
        case "public": return .public
        default:
            report(
                node, "\(OneLine.quoting(scalar.text)) does not say who may see the item", expected: expected,
                nearest: nearest(to: scalar.text, among: words))
            return .team
        }
    }
}

/// How a citation without keys is understood.
enum CitationForm {
    /// Whether the text is the name of a source of the dossier; every other text is a work that can be
    /// looked up. Lower-case letters, digits, `-`, `_`, `.`, a letter first.
    static func isSourceName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.count <= IdentifierGrammar.lengthLimit
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
                    || $0 == 0x2E
            }
    }
}
