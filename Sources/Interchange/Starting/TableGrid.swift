/// The cells of one table, with their places.
struct TableGrid {
    struct Cell {
        var text: String
        var line: Int
        var column: Int
        /// Whether it stood in quotation marks.
        var isQuoted = false
    }

    /// What stands between cells.
    var separator: Character = "|"

    /// Rows with at least one cell; the first is the heading.
    var rows: [[Cell]]

    /// Text right below the last row, which may be a row that lost its separators.
    var unread: [Cell] = []

    /// The tables of a text: every run of lines with `|`, or the whole text as separated values.
    static func grids(in bytes: [UInt8], file: String, limits: ImportLimits) throws(ImportError)
        -> [TableGrid]
    {
        guard bytes.count <= limits.fileBytes else {
            throw ImportError(
                file: file, what: "the table has more than \(limits.fileBytes >> 20) MB",
                remedy: "paste a part of it")
        }
        if bytes.prefix(4).contains(0) {
            throw ImportError(file: file, what: "the text is not in UTF-8", remedy: "save it as UTF-8")
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        let text = String(decoding: try TextCheck.validated(body, file: file), as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let (piped, headings) = try pipedGrids(lines, file: file)
        if !piped.isEmpty {
            try check(piped, file: file, limits)
            return piped
        }
        // A heading with nothing below it is a table all the same: it is told what it lacks.
        if let heading = headings.first(where: { TableBuilder.heads($0.rows[0]) }) { return [heading] }
        guard let heading = lines.first(where: { !$0.trimmingSpace.isEmpty }) else {
            throw ImportError(
                file: file, what: "there is nothing here", remedy: "paste a table with headings")
        }
        let separator: Character =
            heading.contains("\t")
            ? "\t" : heading.count { $0 == ";" } > heading.count { $0 == "," } ? ";" : ","
        let grid = try separated(text, by: separator, file: file)
        try check([grid], file: file, limits)
        return [grid]
    }

    private static func check(_ grids: [TableGrid], file: String, _ limits: ImportLimits) throws(ImportError)
    {
        let cells = grids.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.count } }
        guard cells <= limits.elements else {
            throw ImportError(
                file: file, what: "more than \(limits.elements) cells", remedy: "paste a part of it")
        }
    }

    // MARK: Text with |

    /// A table is two or more lines with `|`, or a heading with a line of dashes under it.
    ///
    /// It goes on after empty lines until another heading comes, and other text ends it. Text right below a row is
    /// remembered; where rows without a heading go on after it, it stands in the middle of a table and is refused: a row
    /// that lost its `|` must not be lost unseen.
    private static func pipedGrids(
        _ lines: [String], file: String
    ) throws(ImportError) -> (grids: [TableGrid], single: [TableGrid]) {
        var grids: [TableGrid] = []
        var single: [TableGrid] = []
        var rows: [[Cell]] = []
        var unread: [Cell] = []
        func finish() {
            // Lines may begin with `|`, as the heading tells: what is before it is no cell.
            if let heading = rows.first, heading.count > 1, heading[0].text.isEmpty {
                rows = rows.map { $0[0].text.isEmpty ? Array($0.dropFirst()) : $0 }
            }
            if rows.count > 1 { grids.append(TableGrid(rows: rows, unread: unread)) }
            if rows.count == 1 { single.append(TableGrid(rows: rows)) }
            rows = []
            unread = []
        }
        var isAfterGap = false
        for (index, line) in lines.enumerated() {
            if line.trimmingSpace.isEmpty {
                isAfterGap = true
                continue
            }
            guard line.contains("|") else {
                if isAfterGap { finish() }
                if !rows.isEmpty { unread.append(cell(line, index + 1, 1)) }
                isAfterGap = false
                continue
            }
            let cells = piped(line, number: index + 1)
            if isRule(cells) { continue }
            if isAfterGap || !unread.isEmpty, TableBuilder.heads(cells) { finish() }
            if let lost = unread.first {
                throw ImportError(
                    file: file, line: lost.line, column: lost.column,
                    what: "this line stands in a table and has no |",
                    remedy: "put | between its cells, or remove it if it is no row")
            }
            isAfterGap = false
            if cells.contains(where: { !$0.text.isEmpty }) { rows.append(cells) }
        }
        finish()
        return (grids, single)
    }

    private static func piped(_ line: String, number: Int) -> [Cell] {
        var cells: [Cell] = []
        var text = ""
        var start = 1
        var isEscaped = false
        for (offset, character) in line.enumerated() {
            if character == "|", !isEscaped {
                cells.append(cell(text, number, start))
                text = ""
                start = offset + 2
            } else {
                if isEscaped, character != "|" { text.append("\\") }
                if character != "\\" || isEscaped { text.append(character) }
            }
            isEscaped = character == "\\" && !isEscaped
        }
        cells.append(cell(text, number, start))
        if cells.count > 1, cells[cells.count - 1].text.isEmpty { cells.removeLast() }
        return cells
    }

    private static func isRule(_ cells: [Cell]) -> Bool {
        let texts = cells.map(\.text).filter { !$0.isEmpty }
        return !texts.isEmpty && texts.allSatisfy { $0.contains("-") && $0.allSatisfy { "-: ".contains($0) } }
    }

    // MARK: Separated values

    /// Separated values as RFC 4180 has them: cells may stand in quotation marks, which double inside.
    private static func separated(
        _ text: String, by separator: Character, file: String
    ) throws(ImportError) -> TableGrid {
        var rows: [[Cell]] = []
        var row: [Cell] = []
        var value = ""
        var (line, column) = (1, 1)
        var start = (line: 1, column: 1)
        var isQuoted = false
        var wasQuoted = false
        func endCell() {
            var cell = cell(value, start.line, start.column)
            cell.isQuoted = wasQuoted
            row.append(cell)
            value = ""
            wasQuoted = false
        }
        func endRow() {
            endCell()
            if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
            row = []
        }
        for character in text {
            if isQuoted {
                if character == "\"" {
                    isQuoted = false
                    wasQuoted = true
                } else {
                    value.append(character)
                }
            } else if character == "\"", wasQuoted {
                value.append(character)
                isQuoted = true
            } else if character == "\"", value.allSatisfy(\.isWhitespace) {
                value = ""
                isQuoted = true
            } else if character == separator {
                endCell()
                start = (line, column + 1)
            } else if character.isNewline {
                endRow()
                start = (line + 1, 1)
            } else {
                value.append(character)
            }
            column += 1
            if character.isNewline { (line, column) = (line + 1, 1) }
        }
        guard !isQuoted else {
            throw ImportError(
                file: file, line: start.line, column: start.column, what: "a quotation mark is never closed",
                remedy: "close it, or remove it")
        }
        endRow()
        return TableGrid(separator: separator, rows: rows)
    }

    private static func cell(_ text: String, _ line: Int, _ column: Int) -> Cell {
        let leading = text.prefix { $0.isWhitespace }.count
        let isAll = leading == text.count
        return Cell(text: text.trimmingSpace, line: line, column: isAll ? column : column + leading)
    }
}
