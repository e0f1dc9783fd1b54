/// Rows against columns, a sign and a word in each cell: who cares about what, which table has which issue.
public struct GridChart: Hashable, Sendable {
    /// A cell; the word says what the sign means here.
    public struct Cell: Hashable, Sendable {
        /// The sign; nothing is drawn in an empty cell.
        public var symbol: Symbol?
        /// The word under it.
        public var word: String

        /// A cell.
        public init(_ symbol: Symbol? = nil, _ word: String = "") {
            self.symbol = symbol
            self.word = word
        }
    }

    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// The names of the rows.
    public var rows: [String]
    /// The names of the columns.
    public var columns: [String]
    /// The cells, row after row; missing ones are empty.
    public var cells: [[Cell]]

    /// A chart of rows against columns.
    public init(title: String, description: String, rows: [String], columns: [String], cells: [[Cell]]) {
        self.title = title
        self.description = description
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }

    /// The drawing; its identifiers begin with `id`, which must be unique on a page.
    public func drawing(id: Anchor) -> Drawing {
        canvas(id: id).drawing(title: title, description: description)
    }

    private static let nameWidth = 118.0
    private static let size = Lettering.small
    private static let pitch = Lettering.small * Lettering.leading

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas {
        let left = Self.nameWidth + 10
        let count = Double(max(1, columns.count))
        let wanted = max(longestWord, 50) + 10
        let column = min(max(wanted, (Canvas.standardWidth - left - 4) / count), 150)
        var canvas = Canvas(id: id, width: max(Canvas.standardWidth, left + column * count + 4))
        let headers = columns.map {
            Lettering.lines(of: $0, width: column - 8, size: Self.size, limit: 4, isBold: true)
        }
        let headLines = headers.map(\.count).max() ?? 0
        for (index, lines) in headers.enumerated() {
            // Headers stand on their line, whatever the number of their own lines.
            let first = 14 + Double(headLines - lines.count) * Self.pitch
            let x = left + (Double(index) + 0.5) * column
            canvas.text(
                lines: lines, at: Spot(x: x, y: first), size: Self.size, adjustment: .middle, isBold: true)
        }
        var y = 14 + Double(headLines) * Self.pitch
        for row in rows.indices {
            rule(at: y - 5, isStrong: row == 0, on: &canvas)
            y += draw(row, from: y, left: left, column: column, on: &canvas)
        }
        rule(at: y - 5, isStrong: false, on: &canvas)
        canvas.height = y + 2
        return canvas
    }

    private var longestWord: Double {
        let words = (columns + cells.joined().map(\.word)).flatMap { $0.split(separator: " ") }
        let widths = words.map { Lettering.width(of: $0, size: Self.size, isBold: true) }
        return min(widths.max() ?? 0, 110)
    }

    private func rule(at height: Double, isStrong: Bool, on canvas: inout Canvas) {
        canvas.line(
            from: Spot(x: 4, y: height), to: Spot(x: canvas.width - 4, y: height),
            stroke: isStrong ? Stroke(width: 1.4) : Stroke(width: 0.7, opacity: 0.35))
    }

    /// Draws a row and returns its height.
    private func draw(
        _ row: Int, from top: Double, left: Double, column: Double, on canvas: inout Canvas
    ) -> Double {
        let name = Lettering.lines(
            of: rows[row], width: Self.nameWidth, size: Self.size, limit: 4, isBold: true)
        canvas.text(lines: name, at: Spot(x: 8, y: top + 11), size: Self.size, isBold: true)
        var lineCount = name.count
        guard row < cells.count else { return Double(lineCount) * Self.pitch + 8 }
        for (index, cell) in cells[row].prefix(columns.count).enumerated() {
            let x = left + (Double(index) + 0.5) * column
            var used = 0
            if let symbol = cell.symbol {
                canvas.text(
                    String(symbol.character), at: Spot(x: x, y: top + 11), size: Lettering.label,
                    adjustment: .middle)
                used = 1
            }
            let words =
                cell.word.isEmpty
                ? [] : Lettering.lines(of: cell.word, width: column - 6, size: Self.size, limit: 3)
            let first = Spot(x: x, y: top + 11 + Double(used) * (Self.pitch + 2))
            canvas.text(lines: words, at: first, size: Self.size, adjustment: .middle)
            lineCount = max(lineCount, used + words.count)
        }
        return Double(lineCount) * Self.pitch + 12
    }
}
