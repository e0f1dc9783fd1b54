/// The text as it stands between tags or in a quoted attribute, of HTML and of SVG.
package func markupEscaped(_ text: String) -> String {
    let text = visible(text)
    guard text.utf8.contains(where: { isMarkup($0) }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
}

/// The text as a quoted string of a style sheet; whatever is not a letter, a digit or a space is given by its
/// code point, so that it can end neither the string nor the style element around it.
package func styleString(_ text: String) -> String {
    var result = "\""
    for scalar in visible(text).unicodeScalars {
        let isPlain =
            scalar.value < 0x80
            ? (scalar == " " || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            : true
        if isPlain {
            result.unicodeScalars.append(scalar)
        } else {
            result += "\\" + String(scalar.value, radix: 16) + " "
        }
    }
    return result + "\""
}

/// The text as words of Markdown (CommonMark and its tables): every sign that could mean something is escaped.
///
/// - Parameter opensLine: Whether the text stands where a line begins, where some signs mean a list, a heading
///   or a rule.
package func markdownEscaped(_ text: String, opensLine: Bool = false) -> String {
    let text = visible(text)
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "|", "~", "&", "$", "#", "!":
            result += "\\"
        default: break
        }
        result.unicodeScalars.append(scalar)
    }
    guard opensLine, let first = result.unicodeScalars.first else { return result }
    if "+-=:".unicodeScalars.contains(first) { return "\\" + result }
    if first == " " { return "&#32;" + result.dropFirst() }
    let digits = result.prefix { $0 >= "0" && $0 <= "9" }
    if !digits.isEmpty, let next = result.dropFirst(digits.count).first, next == "." || next == ")" {
        return digits + "\\" + result.dropFirst(digits.count)
    }
    return result
}

/// The text as a code span of Markdown, fenced by more backticks than it holds in a row.
package func markdownCode(_ text: String, inTable: Bool = false) -> String {
    let text = visible(text)
    var longest = 0
    var current = 0
    for character in text {
        current = character == "`" ? current + 1 : 0
        longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = longest > 0 ? " " : ""
    let body = inTable ? replacing("|", by: "\\|", in: text) : text
    return fence + padding + body + padding + fence
}

/// The text with every occurrence of a character replaced.
package func replacing(_ character: Character, by replacement: String, in text: String) -> String {
    guard text.contains(character) else { return text }
    return text.split(separator: character, omittingEmptySubsequences: false).joined(separator: replacement)
}
