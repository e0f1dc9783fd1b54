import Negotiation

/// Small things that every item is made of.
extension Form {
    static func name<Subject>(_ id: Identifier<Subject>) -> Form { .text(id.rawValue) }

    static func text(_ text: Text) -> Form {
        if text.byLanguage.count == 1, let only = text.byLanguage[""] { return .text(only) }
        let sorted = text.byLanguage.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return .mapping(sorted.map { ($0.key, .text($0.value)) })
    }

    static func date(_ date: CalendarDate) -> Form { .word(date.description) }

    static func amount(_ amount: Amount) -> Form {
        amount.isExact ? .number(amount.least) : .list([.number(amount.least), .number(amount.greatest)])
    }

    static func visibility(_ visibility: Visibility) -> Form? {
        switch visibility {
        case .team: nil
        case .table: .word("table")
        case .public: .word("public")
        case .floated(let parties): .mapping([("floated", .list(parties.map { name($0) }))])
        }
    }

    static func sources(_ citations: [Citation]) -> Form? {
        switch citations.count {
        case 0: nil
        case 1: citation(citations[0])
        default: .list(citations.map { citation($0) })
        }
    }

    private static func citation(_ citation: Citation) -> Form {
        switch citation {
        case .source(let id, nil):
            CitationForm.isSourceName(id.rawValue) ? name(id) : .mapping([("of", name(id))])
        case .source(let id, let passage?): .mapping([("of", name(id)), ("at", .text(passage))])
        case .work(let work):
            // A work that looks like the name of a source must say that it is none.
            CitationForm.isSourceName(work) ? .mapping([("work", .text(work))]) : .text(work)
        }
    }
}

/// Conditions, written so that they are read back with the same structure.
extension Form {
    static func condition(_ condition: Condition) -> Form {
        switch condition {
        case .choose(let issue, let options): .mapping([(issue.rawValue, oneOrMore(options))])
        case .all(let parts):
            if let together = choices(parts) {
                .mapping(together)
            } else {
                .mapping([("all", .list(parts.map { self.condition($0) }))])
            }
        case .any(let parts): .mapping([("any", .list(parts.map { self.condition($0) }))])
        case .not(let part): .mapping([("not", self.condition(part))])
        }
    }

    /// Choices on several issues may stand side by side, which means that all must hold.
    private static func choices(_ parts: [Condition]) -> [(key: String, value: Form)]? {
        guard parts.count > 1 else { return nil }
        var entries: [(key: String, value: Form)] = []
        for part in parts {
            guard case .choose(let issue, let options) = part,
                !entries.contains(where: { $0.key == issue.rawValue })
            else { return nil }
            entries.append((issue.rawValue, oneOrMore(options)))
        }
        return entries
    }

    private static func oneOrMore(_ options: [OptionID]) -> Form {
        options.count == 1 ? name(options[0]) : .list(options.map { name($0) })
    }
}

extension FormBuilder {
    /// Adds where the item is known from and who may see it.
    mutating func add(sources: [Citation], seenBy: Visibility? = nil) {
        add("source", Form.sources(sources))
        if let seenBy { add("seen-by", Form.visibility(seenBy)) }
    }

    /// Adds a text if there is one.
    mutating func add(_ key: String, text: Text?) { add(key, text.map { Form.text($0) }) }

    /// Adds a title that says more than the name, which stands for it otherwise.
    mutating func add(_ key: String, title: Text, unless id: String) {
        if title != Text(id) { add(key, text: title) }
    }

    /// Adds a date if there is one.
    mutating func add(_ key: String, date: CalendarDate?) { add(key, date.map { Form.date($0) }) }
}
