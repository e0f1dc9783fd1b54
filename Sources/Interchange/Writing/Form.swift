import Negotiation

/// What is to be written, before it is known in which format and on how many lines.
indirect enum Form {
    /// A text, quoted where it must be.
    case text(String)
    /// A word of the format, a date: never quoted in YAML.
    case word(String)
    /// A number.
    case number(Rational)
    /// A list; an open one has a line for each item, however short.
    case list([Form], isOpen: Bool = false)
    /// Keys and values; an open one has a line for each key.
    case mapping([(key: String, value: Form)], isOpen: Bool = false)

    /// Whether nothing is in it.
    var isEmpty: Bool {
        switch self {
        case .list(let items, _): items.isEmpty
        case .mapping(let entries, _): entries.isEmpty
        case .text, .word, .number: false
        }
    }
}

/// Gathers the keys of a mapping, leaving out those that say nothing.
struct FormBuilder {
    private(set) var entries: [(key: String, value: Form)] = []

    /// Adds a key if there is a value.
    mutating func add(_ key: String, _ value: Form?) {
        if let value { entries.append((key, value)) }
    }

    /// Adds a key if the list is not empty.
    mutating func add(_ key: String, list items: [Form], isOpen: Bool = false) {
        if !items.isEmpty { entries.append((key, .list(items, isOpen: isOpen))) }
    }

    /// Adds names if there are any.
    mutating func add<Subject>(_ key: String, names: [Identifier<Subject>]) {
        add(key, list: names.map { Form.name($0) })
    }

    /// The mapping.
    func mapping(isOpen: Bool = false) -> Form { .mapping(entries, isOpen: isOpen) }
}
