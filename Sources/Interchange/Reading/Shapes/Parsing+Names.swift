import Negotiation

extension Parsing {
    static let nameForm =
        "letters, digits, `-`, `_` and `.`, a letter or digit first, at most \(IdentifierGrammar.lengthLimit)"

    /// The name that something is given where it stands.
    ///
    /// A name that cannot be read makes every reference to its kind doubtful.
    mutating func declaredName<Subject>(
        _ node: Node?, of subject: Fault.Subject, _: Subject.Type
    ) -> Identifier<Subject> {
        guard let node, let name = checkedName(node) else {
            doubtful.insert(subject)
            return ""
        }
        guard !IdentifierGrammar.reserved.contains(name) else {
            report(
                node, "`\(name)` has a meaning of its own in the format", expected: "another name")
            return Identifier(name)
        }
        return Identifier(name)
    }

    /// A name that refers to something.
    mutating func reference<Subject>(_ node: Node, _: Subject.Type = Subject.self) -> Identifier<Subject> {
        Identifier(checkedName(node) ?? "")
    }

    /// A key that refers to something.
    mutating func reference<Subject>(
        key entry: Node.Entry, _: Subject.Type = Subject.self
    ) -> Identifier<Subject> {
        guard IdentifierGrammar.hasForm(entry.key) else {
            report(entry.keyMark, "\(OneLine.quoting(entry.key)) cannot be a name", expected: Self.nameForm)
            return ""
        }
        return Identifier(entry.key)
    }

    /// Names that refer to things, or one name without a list.
    mutating func references<Subject>(
        _ node: Node, of what: String, _: Subject.Type = Subject.self
    ) -> [Identifier<Subject>] {
        oneOrMore(node, of: what).map { reference($0, Subject.self) }
    }

    private mutating func checkedName(_ node: Node) -> String? {
        guard let scalar = scalar(node, expected: "a name") else { return nil }
        guard IdentifierGrammar.hasForm(scalar.text) else {
            report(node, "\(OneLine.quoting(scalar.text)) cannot be a name", expected: Self.nameForm)
            return nil
        }
        return scalar.text
    }
}
