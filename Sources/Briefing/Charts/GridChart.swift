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

    private static let nameWidth = 104.0
    private static let size = Lettering.small
    private static let pitch = Lettering.small * Lettering.leading

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas {
        let left = Self.nameWidth + 10
        let widths = columnWidths(room: Canvas.standardWidth - left - 4)
        var canvas = Canvas(id: id, width: max(Canvas.standardWidth, left + widths.reduce(0, +) + 4))
        var middles: [Double] = []
        var x = left
        for width in widths {
            middles.append(x + width / 2)
            x += width
        }
        let headers = zip(columns, widths).map {
            Lettering.lines(of: $0, width: $1 - 8, size: Self.size, limit: 6, isBold: true)
        }
        let headLines = headers.map(\.count).max() ?? 0
        for (lines, middle) in zip(headers, middles) {
            // Headers stand on their line, whatever the number of their own lines.
            let first = Spot(x: middle, y: 14 + Double(headLines - lines.count) * Self.pitch)
            canvas.text(lines: lines, at: first, size: Self.size, adjustment: .middle, isBold: true)
        }
        var y = 14 + Double(headLines) * Self.pitch
        for row in rows.indices {
            rule(at: y - 5, isStrong: row == 0, on: &canvas)
            y += draw(row, from: y, middles: middles, widths: widths, on: &canvas)
        }
        rule(at: y - 5, isStrong: false, on: &canvas)
        canvas.height = y + 2
        return canvas
    }

    /// Each column as wide as its longest word asks, up to a limit; what is left over is shared equally.
    private func columnWidths(room: Double) -> [Double] {
        let wanted = columns.indices.map { column in
            let texts = [columns[column]] + cells.compactMap { column < $0.count ? $0[column].word : nil }
            let words = texts.flatMap { visible($0).split(separator: " ") }
            let widest = words.map { Lettering.width(of: $0, size: Self.size, isBold: true) }.max() ?? 0
            return min(max(widest, 46), 110) + 10
        }
        let spare = max(0, room - wanted.reduce(0, +)) / Double(max(1, columns.count))
        return wanted.map { min($0 + spare, 150) }
    }

    private func rule(at height: Double, isStrong: Bool, on canvas: inout Canvas) {
        canvas.line(
            from: Spot(x: 4, y: height), to: Spot(x: canvas.width - 4, y: height),
            stroke: isStrong ? Stroke(width: 1.4) : Stroke(width: 0.7, opacity: 0.35))
    }

    /// Draws a row and returns its height.
    private func draw(
        _ row: Int, from top: Double, middles: [Double], widths: [Double], on canvas: inout Canvas
    ) -> Double {
        let name = Lettering.lines(
            of: rows[row], width: Self.nameWidth, size: Self.size, limit: 6, isBold: true)
        canvas.text(lines: name, at: Spot(x: 8, y: top + 11), size: Self.size, isBold: true)
        var lineCount = name.count
        guard row < cells.count else { return Double(lineCount) * Self.pitch + 8 }
        for (index, cell) in cells[row].prefix(columns.count).enumerated() {
            let x = middles[index]
            var used = 0
            if let symbol = cell.symbol {
                canvas.text(
                    String(symbol.character), at: Spot(x: x, y: top + 11), size: Lettering.label,
                    adjustment: .middle)
                used = 1
            }
            let words =
                cell.word.isEmpty
                ? [] : Lettering.lines(of: cell.word, width: widths[index] - 6, size: Self.size, limit: 3)
            let first = Spot(x: x, y: top + 11 + Double(used) * (Self.pitch + 2))
            canvas.text(lines: words, at: first, size: Self.size, adjustment: .middle)
            lineCount = max(lineCount, used + words.count)
        }
        return Double(lineCount) * Self.pitch + 12
    }
}
