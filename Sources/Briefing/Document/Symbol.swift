/// A sign that stands before words in a table cell or a chart, so that a pattern shows at a glance.
///
/// The names say the shape, not a meaning: the words beside a symbol carry the meaning, and shapes differ
/// without colour, so a page says the same in grey, in the dark and read aloud.
public enum Symbol: String, Hashable, Sendable, CaseIterable {
    /// A filled circle: all of it.
    case full
    /// A half-filled circle: part of it.
    case half
    /// An empty circle: none of it.
    case empty
    /// A cross.
    case cross
    /// A question mark.
    case question
    /// A plus sign.
    case plus
    /// A minus sign.
    case minus
    /// A triangle that points up.
    case up
    /// A triangle that points down.
    case down
    /// A filled diamond.
    case diamond
    /// A short dash: nothing to say.
    case dash

    /// The symbol as one character of text.
    public var character: Character {
        switch self {
        case .full: "●"
        case .half: "◐"
        case .empty: "○"
        case .cross: "×"
        case .question: "?"
        case .plus: "+"
        case .minus: "−"
        case .up: "▲"
        case .down: "▼"
        case .diamond: "◆"
        case .dash: "–"
        }
    }
}
