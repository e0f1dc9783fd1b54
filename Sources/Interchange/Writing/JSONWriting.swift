/// Writes a form as JSON: the same content for other programs.
enum JSONWriting {
    /// The text of a file.
    static func text(of form: Form) -> String {
        var text = ""
        write(form, indent: 0, to: &text)
        return text + "\n"
    }

    /// The form on one line.
    static func line(_ form: Form) -> String {
        switch form {
        case .list(let items, _): return "[" + items.map { line($0) }.joined(separator: ", ") + "]"
        case .mapping(let entries, _):
            let parts = entries.map { YAMLScalar.quoted($0.key) + ": " + line($0.value) }
            return "{" + parts.joined(separator: ", ") + "}"
        case .text, .word, .number:
            var text = ""
            write(form, indent: 0, to: &text)
            return text
        }
    }

    private static func write(_ form: Form, indent: Int, to text: inout String) {
        switch form {
        case .text(let content): text += YAMLScalar.quoted(content)
        case .word(let word): text += word == Parsing.version ? word : YAMLScalar.quoted(word)
        // JSON has no fractions; Parley reads them from texts.
        case .number(let number):
            let digits = number.description
            text += digits.utf8.contains(UInt8(ascii: "/")) ? YAMLScalar.quoted(digits) : digits
        case .list(let items, _):
            write("[", "]", items.count, indent: indent, to: &text) { index, text in
                write(items[index], indent: indent + 2, to: &text)
            }
        case .mapping(let entries, _):
            write("{", "}", entries.count, indent: indent, to: &text) { index, text in
                text += YAMLScalar.quoted(entries[index].key) + ": "
                write(entries[index].value, indent: indent + 2, to: &text)
            }
        }
    }

    private static func write(
        _ open: String, _ close: String, _ count: Int, indent: Int, to text: inout String,
        item: (Int, inout String) -> Void
    ) {
        guard count > 0 else {
            text += open + close
            return
        }
        let margin = "\n" + String(repeating: " ", count: indent)
        text += open
        for index in 0..<count {
            text += margin + "  "
            item(index, &text)
            if index < count - 1 { text += "," }
        }
        text += margin + close
    }
}
