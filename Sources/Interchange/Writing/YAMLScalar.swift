/// How a text stands in YAML.
enum YAMLScalar {
    /// The text on one line, in quotes only where it must be.
    static func line(_ text: String, inFlow: Bool) -> String {
        isPlain(text, inFlow: inFlow) ? text : quoted(text)
    }

    /// The lines of a text in literal style, without indentation, and its heading (`|` or `|-`); nil where
    /// only quotes keep the text exactly.
    static func literal(_ text: String) -> (heading: String, lines: [Substring])? {
        guard text.utf8.contains(0x0A), text.unicodeScalars.allSatisfy({ $0 == "\n" || isVisible($0) }) else {
            return nil
        }
        var body = text[...]
        let endsLine = body.utf8.last == 0x0A
        if endsLine { body.unicodeScalars.removeLast() }
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let last = lines.last, !last.isEmpty, let letter = first.utf8.first,
            letter != 0x20, !lines.contains(where: { $0.utf8.last == 0x20 })
        else { return nil }
        return (endsLine ? "|" : "|-", lines)
    }

    /// The text in double quotes, on one line, as YAML and JSON both read it.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where isVisible(scalar): quoted.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            }
        }
        return quoted + "\""
    }

    /// Whether a scalar may stand for itself between quotes in any parser of YAML.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202F...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        // Beyond the basic plane an escape would need more digits than JSON has.
        case 0x10000...: true
        default: false
        }
    }

    /// Whether the text is read as the same text without quotes, by Parley and by every other reader.
    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        guard isLetter(first) || ("0"..."9").contains(first), last != " ", last != ":" else { return false }
        var before: Unicode.Scalar = "x"
        for scalar in text.unicodeScalars {
            guard isVisible(scalar), scalar.value != 0xA0 else { return false }
            if scalar == " ", before == ":" { return false }
            if scalar == "#", before == " " { return false }
            if inFlow, "[]{},".unicodeScalars.contains(scalar) { return false }
            // In brackets some parsers take any colon for the end of a key.
            if inFlow, scalar == ":" { return false }
            before = scalar
        }
        return !looksLikeAnotherType(text)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
    }

    /// Whether other readers of YAML take the text for a number, date, truth value or nothing.
    private static func looksLikeAnotherType(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        if (0x30...0x39).contains(first) {
            return text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || "+-._:/xobTZ eEABCDFabcdf".utf8.contains(byte)
            }
        }
        return words.contains(text.lowercased())
    }

    private static let words: Set<String> = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"]
}
