import Foundation

/// A JSON value, read by other means than the program's own.
enum Value: Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([Value])
    case object([String: Value])

    init(json: String) throws {
        self = try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Value].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: Value].self))
        }
    }

    /// The value of a key; null where there is none.
    subscript(_ key: String) -> Value {
        if case .object(let pairs) = self { pairs[key] ?? .null } else { .null }
    }

    /// The items of a list; none where it is none.
    var items: [Value] { if case .list(let items) = self { items } else { [] } }

    /// The keys of an object.
    var keys: Set<String> { if case .object(let pairs) = self { Set(pairs.keys) } else { [] } }

    /// The text, where it is one.
    var string: String? { if case .text(let text) = self { text } else { nil } }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: Value...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, Value)...) {
        self = .object(Dictionary(elements) { first, _ in first })
    }
}
