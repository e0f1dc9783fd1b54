/// A place inside a document that a link can point at.
///
/// An anchor stands in attributes, links and style sheets, so it holds only ASCII letters, digits, hyphens
/// and underscores. Any text can be turned into one, and different texts give different anchors: whatever is
/// not a lower-case letter, a digit or a hyphen becomes its code point between underscores.
public struct Anchor: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The text of the anchor, safe in HTML, Markdown and SVG without escaping.
    public let text: String

    /// The anchor of any text; an empty text gives `_`.
    public init(_ text: String) {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9", "-":
                safe.unicodeScalars.append(scalar)
            default:
                safe += "_" + String(scalar.value, radix: 16) + "_"
            }
        }
        self.text = safe.isEmpty ? "_" : safe
    }

    /// The anchor of a literal text.
    public init(stringLiteral text: String) { self.init(text) }
}
