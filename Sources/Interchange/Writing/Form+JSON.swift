extension Form {
    /// The form as JSON: the same content for other programs.
    var json: JSON {
        switch self {
        case .text(let content): .string(content)
        case .word("true"): .bool(true)
        case .word(let word): word == Parsing.version ? .number(word) : .string(word)
        // JSON has no fractions; Parley reads them from texts.
        case .number(let number):
            number.description.utf8.contains(UInt8(ascii: "/"))
                ? .string(number.description) : .number(number.description)
        case .list(let items, _): .array(items.map(\.json))
        case .mapping(let entries, _): .object(entries.map { ($0.key, $0.value.json) })
        }
    }
}
