/// Rows and columns of words and figures.
///
/// Cells beyond the columns are dropped and missing ones are empty, so a table is always rectangular.
public struct DataTable: Hashable, Sendable {
    /// Where the content of a column stands.
    public enum Alignment: Hashable, Sendable {
        /// Where reading starts: words.
        case start
        /// In the middle: symbols.
        case center
        /// Where reading ends: figures.
        case end
    }

    /// A column.
    public struct Column: Hashable, Sendable {
        /// What stands above the column.
        public var header: Prose
        /// Where its content stands.
        public var alignment: Alignment
        /// Whether its cells name their rows.
        public var namesRows: Bool

        /// A column with its header.
        public init(_ header: Prose, alignment: Alignment = .start, namesRows: Bool = false) {
            self.header = header
            self.alignment = alignment
            self.namesRows = namesRows
        }
    }

    /// A cell: words, before them perhaps a symbol, behind them perhaps a note under the table.
    public struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
        /// A sign before the words; never without words.
        public var symbol: Symbol?
        /// The words or figures.
        public var words: Prose
        /// A note that stands under the table; equal notes share one mark.
        public var note: Prose?

        /// A cell.
        public init(_ words: Prose, symbol: Symbol? = nil, note: Prose? = nil) {
            self.symbol = symbol
            self.words = words
            self.note = note
        }

        /// A cell of plain words.
        public init(stringLiteral text: String) { self.init(Prose(text)) }

        /// A cell from a literal with parts set in it.
        public init(stringInterpolation parts: Prose.StringInterpolation) {
            self.init(Prose(stringInterpolation: parts))
        }
    }

    /// What the table shows; read aloud before it.
    public var caption: Prose
    /// The columns, in reading order.
    public var columns: [Column]
    /// The cells, row after row, each row in the order of the columns.
    public let rows: [[Cell]]
    /// Whether it has many rows that are looked up rather than read, and may be set closely.
    public var isDense: Bool

    /// A table.
    public init(caption: Prose, columns: [Column], rows: [[Cell]], isDense: Bool = false) {
        self.caption = caption
        self.columns = columns
        self.isDense = isDense
        self.rows = rows.map { row in
            row.count == columns.count
                ? row : (0..<columns.count).map { $0 < row.count ? row[$0] : Cell("") }
        }
    }
}

extension DataTable {
    /// The notes of the cells in reading order, equal ones once.
    package var notes: [Prose] {
        var notes: [Prose] = []
        for note in rows.joined().compactMap(\.note) where !notes.contains(note) { notes.append(note) }
        return notes
    }

    /// The mark of a note: a, b, …, z, aa, ab, ….
    package static func mark(ofNote index: Int) -> String {
        var mark = ""
        var rest = index
        repeat {
            mark = String(UnicodeScalar(UInt8(97 + rest % 26))) + mark
            rest = rest / 26 - 1
        } while rest >= 0
        return mark
    }
}
