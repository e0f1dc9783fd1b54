import Negotiation

extension RandomDossier {
    private static let plain = [
        "Corridors", "Joint commission", "Sequenced relief", "A line, with posts", "Überwachung", "Мир",
    ]
    private static let nasty = [
        "yes", "no", "null", "~", "true", "Off", "12", "1e5", "0x1F", "2025-03-10", ".5", "17/30", "=", "<<",
        "a: b", "a:b", "a :b", "x #y", "# all", "- item", "-", "?", "? x", ": y", "key:", "'single'",
        "\"double\"", "it's", "back\\slash", "{brace", "}brace", "[bracket", "]bracket", "a, b", "&anchor",
        "*alias", "!tag", "|", ">", "%percent", "@at", "`tick`", "---", "... x", "--- x", " leading",
        "trailing ", "  both  ", "ü", "日本語 テキスト", "سلام", "می‌خواهم", "🕊️ dove", "a\u{301}", "x\u{A0}y",
        "\"", "'", "a\"b'c", "long " + String(repeating: "word ", count: 40) + "end", "all", "team", "public",
    ]
    private static let tall = [
        "two\nlines", "two\n\nparagraphs\n", "\nleading line", "trailing lines\n\n\n", "  indented\nfirst",
        "list:\n  - a\n  - b\n", "tab\there", "\ttab first", "a\n b\n  c", " \n ", "\n",
        "ends with space \nx",
        "# hash\n# hash", "x\n---\ny", "x: y\n\"z\": 'w'", "line\n\ttab line", "\u{2028}separator",
        "x\u{85}y".filter { $0 != "\u{85}" },
    ]

    /// A text on one line.
    mutating func words() -> String {
        size.nastyTexts && random.once(in: 2) ? random.pick(Self.nasty) : random.pick(Self.plain)
    }

    /// A name or title.
    mutating func title() -> Text {
        let text = words()
        guard random.once(in: 5) else { return Text(text) }
        return Text(byLanguage: ["en": text, "uk": words()])
    }

    /// A text of any length.
    mutating func text() -> Text {
        if size.nastyTexts, random.once(in: 3) { return Text(random.pick(Self.tall)) }
        if size.nastyTexts, random.once(in: 8) {
            return Text(byLanguage: ["": words(), "fr": random.pick(Self.tall)])
        }
        return title()
    }
}
