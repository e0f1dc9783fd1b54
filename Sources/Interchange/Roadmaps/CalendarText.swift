/// The lines of an iCalendar file (RFC 5545).
struct CalendarText {
    private(set) var text = ""

    /// Adds a property whose value is as it stands.
    mutating func add(_ name: String, _ value: String) { fold(name + ":" + value) }

    /// Adds a property whose value is a text.
    mutating func add(_ name: String, text value: String) { fold(name + ":" + Self.escaped(value)) }

    /// Line ends, commas, semicolons and backslashes as the format writes them in texts (§3.3.11). Other control
    /// characters, which it forbids, are left out.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
            case "\n" where before == "\r": break
            case "\n", "\r": result.append(contentsOf: ["\\", "n"])
            case "\t": result.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: result.append(scalar)
            }
            before = scalar
        }
        return String(result)
    }

    /// The most bytes of a line, its end left out (§3.1).
    private static let lineLimit = 75

    /// Lines that are too long go on in the next, after a space; no character is cut in two.
    private mutating func fold(_ line: String) {
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > Self.lineLimit {
                text += "\r\n "
                length = 1
            }
            text.unicodeScalars.append(scalar)
            length += size
        }
        text += "\r\n"
    }
}
