/// A table of text in aligned columns, for terminals and plain files.
///
/// Columns are as wide as their content asks, in terminal columns, not characters. Where they do not fit the
/// style's width, the widest give way and their cells are wrapped; where even narrow columns do not fit, each row
/// is written as a small list of headers and values. Nothing is ever cut off.
public struct TextTable: Hashable, Sendable {
    /// A column.
    public struct Column: Hashable, Sendable {
        /// What stands above it.
        public var header: String
        /// Where its content stands.
        public var alignment: DataTable.Alignment

        /// A column with its header.
        public init(_ header: String, alignment: DataTable.Alignment = .start) {
            self.header = header
            self.alignment = alignment
        }
    }

    /// The columns.
    public var columns: [Column]
    /// The cells, row after row; missing ones are empty, those beyond the columns are dropped.
    public var rows: [[String]]

    /// A table; rows may be appended afterwards.
    public init(_ columns: [Column], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    private static let gap = 2
    private static let narrowest = 6

    /// The lines of the table, the header first; empty without columns.
    ///
    /// - Complexity: O(cells · length).
    public func lines(_ style: TextStyle = TextStyle()) -> [String] {
        guard !columns.isEmpty else { return [] }
        let cells = rows.map { row in
            columns.indices.map { $0 < row.count ? visible(row[$0]) : "" }
        }
        let headers = columns.map { visible($0.header) }
        guard let widths = widths(headers: headers, cells: cells, room: style.width) else {
            return records(headers: headers, cells: cells, style: style)
        }
        var lines: [String] = []
        if headers.contains(where: { !$0.isEmpty }) {
            lines = row(headers, widths: widths).map(style.strong)
            let rule = widths.map { String(repeating: "─", count: $0) }
            lines.append(style.dim(rule.joined(separator: String(repeating: " ", count: Self.gap))))
        }
        for cell in cells { lines += row(cell, widths: widths) }
        return lines
    }

    /// The table as one text that ends with a line end; empty without columns.
    public func text(_ style: TextStyle = TextStyle()) -> String {
        lines(style).map { $0 + "\n" }.joined()
    }

    /// The width of each column, or nothing if narrow columns do not fit either.
    private func widths(headers: [String], cells: [[String]], room: Int) -> [Int]? {
        var widths = headers.map { max(1, displayWidth($0)) }
        for row in cells {
            for index in row.indices { widths[index] = max(widths[index], displayWidth(row[index])) }
        }
        let room = room - Self.gap * (columns.count - 1)
        var least = widths.map { min($0, Self.narrowest) }
        guard least.reduce(0, +) <= room else { return nil }
        // No word is broken while there is room for all of them whole.
        let words = widths.indices.map { index in
            ([headers[index]] + cells.map { $0[index] }).reduce(least[index]) { longest, text in
                text.split(separator: " ").reduce(longest) { max($0, displayWidth($1)) }
            }
        }
        if words.reduce(0, +) <= room { least = words }
        var excess = widths.reduce(0, +) - room
        while excess > 0 {
            // The widest gives way first, so that narrow columns stay whole.
            let open = widths.indices.filter { widths[$0] > least[$0] }
            guard let widest = open.map({ widths[$0] }).max() else { break }
            let holders = open.filter { widths[$0] == widest }
            let next = open.map { widths[$0] }.filter { $0 < widest }.max() ?? 0
            let step = max(1, min(widest - next, excess / holders.count))
            for index in holders where excess > 0 {
                let taken = min(step, widths[index] - least[index], excess)
                widths[index] -= taken
                excess -= taken
            }
        }
        return widths
    }

    private func row(_ cells: [String], widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { Briefing.lines(of: $0, width: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text = ""
            for index in columns.indices {
                let cell = line < wrapped[index].count ? wrapped[index][line] : ""
                let space = widths[index] - displayWidth(cell)
                let before =
                    switch columns[index].alignment {
                    case .start: 0
                    case .center: space / 2
                    case .end: space
                    }
                text += String(repeating: " ", count: before) + cell
                text += String(repeating: " ", count: space - before + Self.gap)
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    private func records(headers: [String], cells: [[String]], style: TextStyle) -> [String] {
        var lines: [String] = []
        for (index, row) in cells.enumerated() {
            if index > 0 { lines.append("") }
            for (header, cell) in zip(headers, row) where !cell.isEmpty {
                let label = header.isEmpty ? "" : header + ": "
                var entry = style.wrapped(label + cell, rest: "  ")
                if style.isDecorated, !label.isEmpty, entry[0].hasPrefix(label) {
                    entry[0] = style.strong(label) + entry[0].dropFirst(label.count)
                }
                lines += entry
            }
        }
        return lines
    }
}
