/// Writes a form as YAML for people: short things on one line, long things on several.
struct YAMLWriting {
    /// The most columns of something that is written on one line.
    static let width = 100

    private var lines: [String] = []

    /// The text of a file.
    static func text(of form: Form) -> String {
        var writing = YAMLWriting()
        guard case .mapping(let entries, _) = form else { return inFlow(form) + "\n" }
        for (index, entry) in entries.enumerated() {
            // An empty line before each of the great lists.
            if index > 0, case .list(_, isOpen: true) = entry.value { writing.lines.append("") }
            writing.write(entry.key, entry.value, indent: 0, lead: "")
        }
        return writing.lines.joined(separator: "\n") + "\n"
    }

    /// The form on one line, however long.
    static func inFlow(_ form: Form) -> String {
        switch form {
        case .text(let text): return YAMLScalar.line(text, inFlow: true)
        case .word(let word): return word
        case .number(let number): return number.description
        case .list(let items, _): return "[" + items.map { inFlow($0) }.joined(separator: ", ") + "]"
        case .mapping(let entries, _):
            let parts = entries.map { YAMLScalar.line($0.key, inFlow: true) + ": " + inFlow($0.value) }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    /// The lines of a form as the item of a list that is indented by `indent`.
    static func item(_ form: Form, indent: Int) -> [String] {
        var writing = YAMLWriting()
        writing.write(item: form, indent: indent)
        return writing.lines
    }

    /// The lines of a key and its value in a mapping that is indented by `indent`.
    static func entry(_ key: String, _ value: Form, indent: Int) -> [String] {
        var writing = YAMLWriting()
        writing.write(key, value, indent: indent, lead: String(repeating: " ", count: indent))
        return writing.lines
    }

    private mutating func write(_ key: String, _ value: Form, indent: Int, lead: String) {
        let head = lead + YAMLScalar.line(key, inFlow: false) + ":"
        if case .text(let text) = value {
            if let literal = YAMLScalar.literal(text) {
                lines.append(head + " " + literal.heading)
                lines += literal.lines.map { $0.isEmpty ? "" : Self.spaces(indent + 2) + $0 }
            } else {
                lines.append(head + " " + YAMLScalar.line(text, inFlow: false))
            }
            return
        }
        if let line = Self.short(value, room: Self.width - head.utf8.count - 1) {
            lines.append(head + " " + line)
            return
        }
        lines.append(head)
        writeBlock(value, indent: indent + 2)
    }

    private mutating func writeBlock(_ form: Form, indent: Int) {
        switch form {
        case .list(let items, _):
            for item in items { write(item: item, indent: indent) }
        case .mapping(let entries, _):
            for entry in entries { write(entry.key, entry.value, indent: indent, lead: Self.spaces(indent)) }
        case .text, .word, .number:
            lines.append(Self.spaces(indent) + Self.inFlow(form))
        }
    }

    private mutating func write(item: Form, indent: Int) {
        let lead = Self.spaces(indent) + "- "
        if let line = Self.short(item, room: Self.width - lead.utf8.count) {
            lines.append(lead + line)
            return
        }
        switch item {
        case .mapping(let entries, _) where !entries.isEmpty:
            for (index, entry) in entries.enumerated() {
                let lead = index == 0 ? lead : Self.spaces(indent + 2)
                write(entry.key, entry.value, indent: indent + 2, lead: lead)
            }
        // A list in a list stays in brackets: two hyphens in a row are hard to read.
        default: lines.append(lead + Self.inFlow(item))
        }
    }

    /// The form on one line if it is short and nothing in it wants lines of its own.
    private static func short(_ form: Form, room: Int) -> String? {
        guard !form.isEmpty else { return inFlow(form) }
        guard !wantsLines(form) else { return nil }
        let line: String
        switch form {
        case .text(let text): line = YAMLScalar.line(text, inFlow: false)
        default: line = inFlow(form)
        }
        if case .list = form { return line.utf8.count <= room ? line : nil }
        if case .mapping = form { return line.utf8.count <= room ? line : nil }
        return line
    }

    private static func wantsLines(_ form: Form) -> Bool {
        switch form {
        case .text, .word, .number: false
        case .list(let items, let isOpen): (isOpen && !items.isEmpty) || items.contains { holdsLines($0) }
        case .mapping(let entries, let isOpen):
            (isOpen && !entries.isEmpty) || entries.contains { holdsLines($0.value) }
        }
    }

    private static func holdsLines(_ form: Form) -> Bool {
        if case .text(let text) = form { return YAMLScalar.literal(text) != nil }
        return wantsLines(form)
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
