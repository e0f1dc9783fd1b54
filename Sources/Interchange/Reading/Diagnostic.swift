/// A place in a file of a dossier.
public struct SourcePlace: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file's path, beginning as the caller gave the folder's.
    public var file: String
    /// The line, from 1; 1 where the file as a whole is meant.
    public var line: Int
    /// The column, from 1, counted in Unicode scalars.
    public var column: Int

    /// A place; the file as a whole unless a line is given.
    public init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }

    /// Order of files as texts, then of lines and columns.
    public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
        left.file == right.file
            ? (left.line, left.column) < (right.line, right.column)
            : left.file < right.file
    }
}

/// One thing that is wrong with a dossier's files.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// Where.
    public var place: SourcePlace
    /// What is wrong.
    public var problem: String
    /// What may stand there instead.
    public var expected: String?
    /// The right name that is nearest to the wrong one.
    public var nearest: String?

    /// One thing that is wrong.
    public init(at place: SourcePlace, _ problem: String, expected: String? = nil, nearest: String? = nil) {
        self.place = place
        self.problem = problem
        self.expected = expected
        self.nearest = nearest
    }

    /// What is wrong, what was expected and the nearest right name, without the place.
    public var message: String {
        var message = problem
        if let expected { message += "; expected \(expected)" }
        if let nearest { message += "; did you mean `\(nearest)`?" }
        return message
    }

    /// One line, `file:line:column: error: …`, whatever the dossier holds.
    public var description: String { OneLine.of("\(place): error: \(message)") }
}

/// Why a dossier was not read: everything that is wrong with it, at once.
public struct UnreadableDossier: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in the order of files and lines; never empty.
    public var diagnostics: [Diagnostic]

    /// An error of these diagnostics.
    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// One line for each diagnostic.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// Text from a dossier as it may stand in a message: on one line, without anything that a terminal obeys.
enum OneLine {
    /// `text` with every control, separator and formatting character spelled out as `<U+XXXX>`.
    static func of(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
                line.append(contentsOf: CodePoint.name(of: scalar).unicodeScalars)
            default: line.append(scalar)
            }
        }
        return String(line)
    }

    /// At most `limit` characters of `text`, in back quotes, for a message.
    static func quoting(_ text: String, limit: Int = 60) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return "`\(text)`" }
        return "`\(String(String.UnicodeScalarView(scalars.prefix(limit))))…`"
    }
}

/// How messages name a character that cannot be seen.
enum CodePoint {
    /// `<U+202E>`.
    static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
}
