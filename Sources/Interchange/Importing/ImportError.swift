/// One thing that is wrong with a file that somebody else's program or a person's clipboard made.
public struct ImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as the caller named it.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, counted in Unicode scalars.
    public var column: Int
    /// What is wrong.
    public var what: String
    /// What may be done about it.
    public var remedy: String

    /// One thing that is wrong.
    public init(file: String, line: Int = 1, column: Int = 1, what: String, remedy: String) {
        self.file = file
        self.line = line
        self.column = column
        self.what = what
        self.remedy = remedy
    }

    /// One line, `file:line:column: error: what; remedy`.
    public var description: String {
        OneLine.of("\(file):\(line):\(column): error: \(what); \(remedy)")
    }
}

/// Why something was not imported: everything that is wrong, at once, in the order of the files.
public struct ImportFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong; never empty.
    public var errors: [ImportError]

    /// A failure for these reasons.
    public init(_ errors: [ImportError]) { self.errors = errors }

    /// One line for each error.
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// What an import refuses because of its size, so that no file can exhaust memory or time. The limits are those
/// of the dossier reader where a dossier has the same thing: what is imported can be written and read back.
public struct ImportLimits: Hashable, Sendable {
    /// The most bytes of one file.
    public var fileBytes = 16 << 20
    /// The most files of one import.
    public var files = 500
    /// How deep elements may stand inside each other.
    public var nesting = 64
    /// The most elements of an XML file, or cells of a table.
    public var elements = 500_000
    /// The most issues.
    public var issues = 2_000
    /// The most options of one issue.
    public var options = 500
    /// The most characters of a name or title.
    public var titleLength = 1_000
    /// The most characters of one text.
    public var textLength = 100_000
    /// The most errors that one import lists.
    public var errors = 100

    /// The limits that Parley uses.
    public init() {}
}
