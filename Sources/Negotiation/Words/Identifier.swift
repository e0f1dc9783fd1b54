/// A stable name of one thing in a dossier, typed by what it names, so that a party's identifier can
/// never stand where an issue's belongs.
///
/// Identifiers survive renamed titles and reordered lists. They are ASCII letters, digits, `-`, `_` and
/// `.`, begin with a letter or digit, and have at most ``IdentifierGrammar/lengthLimit`` characters.
public struct Identifier<Subject>: Hashable, Sendable {
    /// The text as it stands in the file.
    public let rawValue: String

    /// Wraps a text that is known to be an identifier.
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Wraps a literal.
    public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: CustomStringConvertible {
    /// The text as it stands in the file.
    public var description: String { rawValue }
}

extension Identifier: Comparable {
    /// Order of the texts, byte by byte, so that it is the same everywhere.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

/// What an identifier may look like.
public enum IdentifierGrammar {
    /// The most characters of an identifier.
    public static let lengthLimit = 80

    /// Words with a meaning of their own in conditions, sheets or visibility; no identifier may be one.
    public static let reserved: Set<String> = [
        "all", "any", "not", "order", "levels", "total", "team", "table", "public", "floated",
    ]

    /// Whether `text` has the form of an identifier, reserved or not.
    public static func hasForm(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, isLetterOrDigit(first) else { return false }
        return bytes.count <= lengthLimit
            && bytes.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
    }

    /// Whether `text` may name something.
    public static func accepts(_ text: some StringProtocol) -> Bool {
        hasForm(text) && !reserved.contains(String(text))
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    }
}

/// Names a ``Party``.
public typealias PartyID = Identifier<Party>
/// Names a ``Table``.
public typealias TableID = Identifier<Table>
/// Names an ``Issue``.
public typealias IssueID = Identifier<Issue>
/// Names an ``Option`` within its issue.
public typealias OptionID = Identifier<Option>
/// Names an ``Interest``.
public typealias InterestID = Identifier<Interest>
/// Names a ``Minimum``.
public typealias MinimumID = Identifier<Minimum>
/// Names a ``Rule``.
public typealias RuleID = Identifier<Rule>
/// Names a ``Stage``.
public typealias StageID = Identifier<Stage>
/// Names a ``Package``.
public typealias PackageID = Identifier<Package>
/// Names a ``Source``.
public typealias SourceID = Identifier<Source>
/// Names a ``Reading``.
public typealias ReadingID = Identifier<Reading>
/// Names a ``Commitment``.
public typealias CommitmentID = Identifier<Commitment>
/// Names an ``Event``.
public typealias EventID = Identifier<Event>
/// Names a ``ClauseReading``.
public typealias ClauseReadingID = Identifier<ClauseReading>
/// Names a ``Sheet``: the stem of its file.
public typealias SheetID = Identifier<Sheet>
