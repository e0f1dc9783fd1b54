/// Issues and options from a table that somebody pasted: comma-, semicolon- or tab-separated, Markdown, or text with
/// `|` between columns. Text around tables is passed over; several tables add up.
///
/// Columns are known by words in their headings, in English. Rows about the same issue accumulate. A cell may hold
/// several options: separated by `;` or `<br>`, on lines of their own, or numbered.
public struct StartingTable: Hashable, Sendable {
    /// One issue of the table.
    public struct Entry: Hashable, Sendable {
        /// The issue's title.
        public var title: String
        /// What the table says about it.
        public var text: String?
        /// The titles of the options, in the order of the table.
        public var options: [String]
        /// The option that is in force now; nil where the table does not say.
        public var today: String?
    }

    /// Something that was assumed.
    public struct Note: Hashable, Sendable, CustomStringConvertible {
        /// What was assumed.
        public enum Kind: Hashable, Sendable {
            /// These columns were taken for issues, options, today's option and remarks.
            case columns(issue: String, options: [String], today: String?, text: String?)
            /// The table does not say what is in force now: the option *As things stand* is added.
            case todayAdded(issue: String)
            /// Another row is about the same issue: its options are added.
            case sameIssue(String)
            /// A cell was taken for several options.
            case severalOptions(issue: String, count: Int)
            /// The option stands there already.
            case sameOption(issue: String, option: String)
            /// An option whose title holds a comma is kept as one.
            case commaKept(String)
            /// These columns are not read.
            case columnsLeftOut([String])
            /// A table without a column for issues or for options is left out.
            case tableLeftOut
            /// A line of text below a table, which may be a row that lost its `|`, is left out.
            case lineLeftOut(String)
        }

        /// The line, from 1.
        public var line: Int
        /// What was assumed.
        public var kind: Kind

        /// `line N: …`.
        public var description: String {
            let sentence =
                switch kind {
                case .columns(let issue, let options, let today, let text):
                    "issues from `\(issue)`, options from \(options.map { "`\($0)`" }.joined(separator: ", "))"
                        + (today.map { ", today's option from `\($0)`" } ?? "")
                        + (text.map { ", remarks from `\($0)`" } ?? "")
                case .todayAdded(let issue): "`\(issue)`: the option As things stand is added as today's"
                case .sameIssue(let issue): "`\(issue)` stands above: its options are added there"
                case .severalOptions(let issue, let count): "`\(issue)`: one cell holds \(count) options"
                case .sameOption(let issue, let option): "`\(issue)`: `\(option)` stands there already"
                case .commaKept(let option): "`\(option)` is one option; put ; between several"
                case .columnsLeftOut(let names):
                    "left out: \(names.map { "`\($0)`" }.joined(separator: ", "))"
                case .lineLeftOut(let text): "`\(text)` has no | and is left out"
                case .tableLeftOut: "a table without columns for issues and options is left out"
                }
            return OneLine.of("line \(line): \(sentence)")
        }
    }

    /// The issues, in the order of their first row.
    public var issues: [Entry] = []
    /// What was assumed.
    public var notes: [Note] = []

    /// Reads a table.
    ///
    /// Complexity: linear in the bytes, and issues × rows for rows that accumulate.
    public static func read(
        _ bytes: [UInt8], file: String, limits: ImportLimits = ImportLimits()
    ) throws(ImportFailure) -> StartingTable {
        do throws(ImportError) {
            var builder = TableBuilder(file: file, limits: limits)
            for grid in try TableGrid.grids(in: bytes, file: file, limits: limits) { try builder.add(grid) }
            return try builder.table()
        } catch {
            throw ImportFailure([error])
        }
    }

    /// Reads a table from a file.
    public static func read(at path: String, limits: ImportLimits = ImportLimits()) throws(ImportFailure)
        -> StartingTable
    {
        try read(try ImportFile.bytes(at: path, limits: limits), file: path, limits: limits)
    }
}
