/// What a reader refuses because of its size, so that no file can exhaust memory or time.
///
/// The limits are far above any real process. Each is checked before the work that it bounds: a file's size
/// before its bytes are read, nesting and counts before a tree is built.
public struct ReadingLimits: Hashable, Sendable {
    /// The most bytes of one file.
    public var fileBytes = 16 << 20
    /// The most bytes of all files of one dossier.
    public var dossierBytes = 64 << 20
    /// How deep lists and mappings may stand inside each other.
    public var nesting = 64
    /// The most signs of structure in one file: `:` `,` `[` `{` `-` `?`, wherever they stand. They bound the
    /// texts, lists and mappings that a parser can make of the file.
    public var structure = 1_000_000
    /// The most signs of structure in all files of one dossier.
    public var dossierStructure = 4_000_000
    /// The most characters of one text.
    public var textLength = 100_000
    /// The most characters of a name or title.
    public var titleLength = 1_000
    /// The most parties.
    public var parties = 500
    /// The most issues.
    public var issues = 2_000
    /// The most options of one issue.
    public var options = 500
    /// The most sheets.
    public var sheets = 500
    /// The most readings of clauses: each is held against all commitments.
    public var readings = 24
    /// The most items of any other list.
    public var items = 10_000
    /// The most diagnostics that one reading lists; the rest are counted.
    public var diagnostics = 1_000

    /// The limits that Parley uses.
    public init() {}
}
