/// A run of words on one line of thought: plain, strong, emphasised, code or a link inside the document.
///
/// Prose holds what somebody reads, never markup: renderers escape every character of it. Interpolate names
/// and values freely:
/// ```swift
/// let prose: Prose = "\(strong: party) would gain; see \("the annex", to: "annex")."
/// ```
public struct Prose: Hashable, Sendable {
    /// How a run of words is set.
    public enum Style: Hashable, Sendable {
        /// As the words around it.
        case plain
        /// Of weight: what a reader must not miss.
        case strong
        /// Stressed, or a term on its first use.
        case emphasis
        /// Something to type, or an identifier.
        case code
        /// A link to a place in the same document.
        case link(Anchor)
    }

    /// Words in one style.
    public struct Run: Hashable, Sendable {
        /// The words; may hold any character.
        public var text: String
        /// How they are set.
        public var style: Style

        /// Words in a style.
        public init(_ text: String, style: Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    /// The runs, in reading order.
    public var runs: [Run]

    /// Prose of runs.
    public init(runs: [Run]) { self.runs = runs }

    /// Plain words.
    public init(_ text: String) { runs = text.isEmpty ? [] : [Run(text)] }

    /// The words alone, without their styles.
    public var text: String { runs.map(\.text).joined() }

    /// Whether there is nothing to read.
    public var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

    /// One prose after the other.
    public static func + (left: Prose, right: Prose) -> Prose { Prose(runs: left.runs + right.runs) }

    /// Appends more prose.
    public static func += (left: inout Prose, right: Prose) { left.runs += right.runs }
}

extension Sequence where Element == Prose {
    /// All of it in one, with a separator between neighbours.
    public func joined(separator: Prose) -> Prose {
        var result = Prose(runs: [])
        for (index, prose) in enumerated() {
            if index > 0 { result += separator }
            result += prose
        }
        return result
    }
}
