import Negotiation

/// Lengths of time, ranges of them, and points of the calendar.
extension Parsing {
    /// What a length of time looks like, for messages.
    static let spanForm =
        "a whole number with `min`, `h`, `d`, `w` or `mo` right behind it, such as `30d`, at most 200 years"

    /// A length of time.
    mutating func span(_ node: Node) -> TimeSpan? {
        span(node, expected: Self.spanForm) { TimeSpan($0) }
    }

    /// A length of time, or one of the words for a reaction that takes a moment or none.
    mutating func reaction(_ node: Node) -> ReactionTime? {
        span(node, expected: "\(Self.spanForm), or `strict` or `instantaneous`") { ReactionTime($0) }
    }

    private mutating func span<Span>(
        _ node: Node, expected: String, read: (String) -> Span?
    ) -> Span? {
        guard let scalar = scalar(node, expected: expected) else { return nil }
        if let span = read(scalar.text) { return span }
        report(
            node, "\(OneLine.quoting(scalar.text)) is not a length of time", expected: expected,
            nearest: Self.meant(by: scalar.text))
        return nil
    }

    /// The length of time that somebody meant who wrote `30 days` or `1y`.
    private static func meant(by text: String) -> String? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let count = Int(digits), count <= 100_000 else { return nil }
        let (factor, short) =
            switch unit {
            case "minute", "minutes", "mins": (1, "min")
            case "h", "hour", "hours", "hr", "hrs": (1, "h")
            case "d", "day", "days": (1, "d")
            case "w", "week", "weeks": (1, "w")
            case "mo", "month", "months": (1, "mo")
            case "y", "yr", "year", "years": (12, "mo")
            default: (0, "")
            }
        return factor == 0 ? nil : TimeSpan("\(count * factor)\(short)")?.description
    }

    /// One length of time, or `[least, greatest]`; the ends that could be read.
    mutating func spans(_ node: Node) -> (least: TimeSpan, greatest: TimeSpan?)? {
        guard case .list(let ends) = node.content else { return span(node).map { ($0, $0) } }
        guard ends.count == 2 else {
            report(node, "a range of \(ends.count) lengths of time", expected: "two: `[least, greatest]`")
            return nil
        }
        let least = span(ends[0])
        let greatest = span(ends[1])
        return (least ?? .zero, greatest)
    }

    /// A length of time, or a range.
    mutating func timeRange(_ node: Node) -> TimeRange? {
        spans(node).map { TimeRange(from: $0.least, to: $0.greatest ?? $0.least) }
    }

    /// A day, or a minute of it.
    mutating func moment(_ node: Node) -> Moment? {
        let expected = "a day that exists, perhaps with a time: `2015-02-12` or `2015-02-12T10:00`"
        guard let scalar = scalar(node, expected: expected) else { return nil }
        guard let moment = Moment(scalar.text) else {
            report(node, "\(OneLine.quoting(scalar.text)) is not a point of time", expected: expected)
            return nil
        }
        return moment
    }

    /// A whole number from 1.
    mutating func whole(_ node: Node, expected: String) -> Int? {
        guard let scalar = scalar(node, expected: expected) else { return nil }
        let isPlain = scalar.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isPlain, scalar.text.utf8.count <= 9, let number = Int(scalar.text), number > 0 else {
            report(node, "\(OneLine.quoting(scalar.text)) stands here", expected: expected)
            return nil
        }
        return number
    }
}
