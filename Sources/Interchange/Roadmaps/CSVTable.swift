/// A table as text (RFC 4180) that a spreadsheet may open.
struct CSVTable {
    /// The rows, the header first.
    var rows: [[String]]

    /// The text, each row on a line that ends with CR LF.
    ///
    /// Programs for tables run what begins like a formula. Such a cell gets an apostrophe in front, as OWASP advises (*CSV
    /// injection*): what people wrote of an agreement must not do anything.
    func text() -> String {
        rows.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        var text = text
        if isFormula(text) { text = "'" + text }
        // A CR LF is one character, so scalars are looked at.
        return text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
            ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// Whether a program may take a text for a formula. Some pass over white space and signs that are not seen before they look.
    private static func isFormula(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        if let first = scalars.first, "\t\r\n".unicodeScalars.contains(first) { return true }
        let seen = scalars.first { scalar in
            let category = scalar.properties.generalCategory
            return !scalar.properties.isWhitespace && category != .control && category != .format
        }
        return seen.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
    }
}
