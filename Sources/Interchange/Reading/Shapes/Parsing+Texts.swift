import Negotiation

extension Parsing {
    /// Words that people read, in one language or several.
    mutating func text(_ node: Node) -> Text { words(node, limit: limits.textLength, isTitle: false) }

    /// The name or title of something: on one line, and without characters that disguise what it says.
    mutating func title(_ node: Node) -> Text { words(node, limit: limits.titleLength, isTitle: true) }

    /// A text that has no translations, such as an address.
    mutating func plainText(_ node: Node) -> String {
        guard let scalar = scalar(node, expected: "a text") else { return "" }
        check(scalar.text, at: node, limit: limits.textLength, isTitle: false)
        return scalar.text
    }

    private mutating func words(_ node: Node, limit: Int, isTitle: Bool) -> Text {
        guard case .mapping(let entries) = node.content else {
            guard let scalar = scalar(node, expected: "a text, or one text a language") else { return "" }
            check(scalar.text, at: node, limit: limit, isTitle: isTitle)
            return Text(scalar.text)
        }
        if entries.isEmpty { report(node, "a text in no language", expected: "at least one language") }
        var byLanguage: [String: String] = [:]
        for entry in entries {
            // The empty key holds the text whose language nobody has stated.
            if !entry.key.isEmpty { language(entry.key, at: entry.keyMark) }
            guard let scalar = scalar(entry.value, expected: "a text") else { continue }
            check(scalar.text, at: entry.value, limit: limit, isTitle: isTitle)
            byLanguage[entry.key] = scalar.text
        }
        return Text(byLanguage: byLanguage)
    }

    /// The languages of a dossier's texts.
    mutating func languages(_ node: Node) -> [String] {
        oneOrMore(node, of: "languages").compactMap { item in
            guard let scalar = scalar(item, expected: "a language such as `en`") else { return nil }
            language(scalar.text, at: item.mark)
            return scalar.text
        }
    }

    private mutating func language(_ tag: String, at mark: Node.Mark) {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag =
            (2...3).contains(parts[0].count) && parts[0].allSatisfy { (0x61...0x7A).contains($0) }
            && parts.dropFirst().allSatisfy { part in
                (1...8).contains(part.count)
                    && part.allSatisfy {
                        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
                    }
            }
        guard !isTag else { return }
        report(
            mark, "\(OneLine.quoting(tag)) is not a language",
            expected: "a language tag such as `en`, `uk` or `pt-BR`")
    }

    private mutating func check(_ text: String, at node: Node, limit: Int, isTitle: Bool) {
        // A character has at least one byte, so that most texts are never counted.
        if text.utf8.count > limit, text.unicodeScalars.count > limit {
            report(
                node, "a text of \(text.unicodeScalars.count) characters", expected: "at most \(limit)")
            return
        }
        if isTitle, text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            report(node, "a name or title without letters", expected: "a text")
        }
        if let scalar = TextHygiene.firstRefused(in: text, isTitle: isTitle) {
            report(
                node, "the character \(CodePoint.name(of: scalar)) may not stand here",
                expected: isTitle
                    ? "a name or title without control, direction or invisible characters"
                    : "a text without control characters or direction overrides")
        }
    }
}
