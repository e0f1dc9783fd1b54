public import Negotiation

/// A JSON value whose objects keep their order, so that results read well and come out the same every time.
public enum JSON: Hashable, Sendable {
    /// null
    case null
    /// true or false
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// A decimal, already in JSON's spelling.
    case number(String)
    /// Text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Keys and values, in order.
    case object([(key: String, value: JSON)])

    /// A number in JSON's spelling: exact where its decimal ends within 17 significant digits, else the nearest
    /// double; beyond the doubles, rounded to a whole number, since JSON has no infinity.
    public static func number(_ value: Rational) -> JSON {
        if value.isJSONExact { return .number(value.description) }
        let nearest = value.doubleValue
        return .number(nearest.isFinite ? "\(nearest)" : value.rounded(places: 0))
    }

    /// A number under its key, and where it had to be rounded the exact fraction beside it, under `keyExact`.
    static func exactly(_ key: String, _ value: Rational) -> [(key: String, value: JSON)] {
        [(key, .number(value))]
            + (value.isJSONExact ? [] : [(key + "Exact", .string(value.description))])
    }

    /// Numbers by name under their key, and those that had to be rounded as exact fractions under `keyExact`.
    static func exactly(
        _ key: String, _ values: [(key: String, value: Rational?)]
    ) -> [(key: String, value: JSON)] {
        let rounded = values.filter { $0.value.map { !$0.isJSONExact } ?? false }
        return [(key, .object(values.map { ($0.key, $0.value.map { .number($0) } ?? .null) }))]
            + (rounded.isEmpty
                ? [] : [(key + "Exact", .object(rounded.map { ($0.key, .string($0.value!.description)) }))])
    }

    /// A floating-point number in JSON's spelling, with all its digits.
    public static func double(_ value: Double) -> JSON {
        value.isFinite ? .number("\(value)") : .null
    }

    /// Equal if both say the same in the same order.
    public static func == (left: JSON, right: JSON) -> Bool { left.text() == right.text() }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text()) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .int(value) }
    /// true or false
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// Keys and values, in order.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
}

extension JSON {
    /// The text of the value, indented by two spaces a level; short lists and objects stand on one line.
    ///
    /// Complexity: linear in the length of the text, times the depth.
    public func text() -> String {
        var result = ""
        write(to: &result, indent: 0)
        return result
    }

    private static let lineWidth = 100

    private func write(to result: inout String, indent: Int) {
        switch self {
        case .null, .bool, .int, .number, .string:
            result += inline
        case .array(let items):
            writeItems(items.map { ("", $0) }, open: "[", close: "]", to: &result, indent: indent)
        case .object(let pairs):
            let items = pairs.map { (YAMLScalar.quoted($0.key) + ": ", $0.value) }
            writeItems(items, open: "{", close: "}", to: &result, indent: indent)
        }
    }

    private func writeItems(
        _ items: [(String, JSON)], open: String, close: String, to result: inout String, indent: Int
    ) {
        let isShort = items.allSatisfy { $0.1.isScalar } || items.count <= 3
        if isShort, let line = shortLine, line.utf8.count + 2 * indent <= Self.lineWidth {
            result += line
            return
        }
        let inner = String(repeating: "  ", count: indent + 1)
        result += open
        for (place, item) in items.enumerated() {
            result += (place == 0 ? "\n" : ",\n") + inner + item.0
            item.1.write(to: &result, indent: indent + 1)
        }
        result += "\n" + String(repeating: "  ", count: indent) + close
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    /// The value on one line, unless it is plainly too long for one.
    private var shortLine: String? {
        switch self {
        case .array(let items) where items.count > Self.lineWidth / 3: nil
        case .object(let pairs) where pairs.count > Self.lineWidth / 5: nil
        default: inline
        }
    }

    /// The text of the value on one line.
    var inline: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .number(let text): text
        case .string(let text): YAMLScalar.quoted(text)
        case .array(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
        case .object(let pairs):
            "{" + pairs.map { YAMLScalar.quoted($0.key) + ": " + $0.value.inline }.joined(separator: ", ")
                + "}"
        }
    }
}

extension Rational {
    /// Whether ``description`` is a decimal that a reader of JSON takes up without rounding that shows: at most 17
    /// significant digits.
    var isJSONExact: Bool {
        let text = description
        return !text.contains("/") && text.utf8.count { (0x30...0x39).contains($0) } <= 17
    }
}
