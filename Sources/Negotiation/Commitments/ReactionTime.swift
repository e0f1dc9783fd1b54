/// How long it takes until somebody can act on what has become known.
public enum ReactionTime: Hashable, Sendable, CustomStringConvertible {
    /// So long. No time at all: what becomes known at a moment may be used at the same moment.
    case after(TimeSpan)
    /// A moment, however short: only what was known before may be used.
    case strict

    /// At once.
    public static let instantaneous = ReactionTime.after(.zero)

    /// Reads a length of time, `strict` or `instantaneous`, which is the same as `0d`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        switch text {
        case "strict": self = .strict
        case "instantaneous": self = .instantaneous
        default:
            guard let span = TimeSpan(text) else { return nil }
            self = span.minutes == 0 ? .instantaneous : .after(span)
        }
    }

    /// The time as it stands in a file.
    public var description: String {
        switch self {
        case .after(let span): span.description
        case .strict: "strict"
        }
    }
}
