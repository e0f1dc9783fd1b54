/// What a file says before it is understood: texts, lists and mappings, each with its place.
///
/// Parsers of formats end here, so that no parser shows further in.
struct Node: Sendable {
    /// A text as it stands in the file.
    struct Scalar: Sendable {
        /// The text, without quotes.
        var text: String
        /// Whether it stands without quotes, so that `null` and nothing at all mean an empty value.
        var isPlain: Bool

        /// Whether it is an empty value: nothing, `~` or `null` without quotes.
        var isEmpty: Bool {
            isPlain && (text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL")
        }
    }

    /// A key and its value.
    struct Entry: Sendable {
        /// The key.
        var key: String
        /// Where the key stands.
        var keyMark: Mark
        /// The value.
        var value: Node
    }

    /// What a node is.
    enum Content: Sendable {
        /// A text, number, date, name: the format tells them apart by what stands where.
        case scalar(Scalar)
        /// A list.
        case list([Node])
        /// Keys and values, in the order of the file.
        case mapping([Entry])
    }

    /// A line and a column, both from 1.
    struct Mark: Hashable, Sendable {
        /// The line.
        var line: Int32
        /// The column in Unicode scalars.
        var column: Int32
    }

    /// What it is.
    var content: Content
    /// Where it begins.
    var mark: Mark

    /// What it is, in a word for messages.
    var kind: String {
        switch content {
        case .scalar(let scalar) where scalar.isEmpty: "nothing"
        case .scalar(let scalar): "the text \(OneLine.quoting(scalar.text))"
        case .list: "a list"
        case .mapping: "a mapping of keys to values"
        }
    }

    /// The value of `key`, if this is a mapping that has it.
    func value(of key: String) -> Node? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The text, if this is one.
    var text: String? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar.text
    }
}
