/// Turns blocks into HTML; keeps the count of numbered units and of tables.
struct HTMLWriter {
    let furniture: Furniture
    var numbering: Numbering
    private var tables = 0

    init(furniture: Furniture, numbering: Numbering) {
        self.furniture = furniture
        self.numbering = numbering
    }

    func prose(_ prose: Prose) -> String {
        prose.runs.map { run in
            let text = markupEscaped(run.text)
            return switch run.style {
            case .plain: text
            case .strong: "<strong>\(text)</strong>"
            case .emphasis: "<em>\(text)</em>"
            case .code: "<code>\(text)</code>"
            case .link(let anchor): "<a href=\"#\(anchor.text)\">\(text)</a>"
            }
        }.joined()
    }

    /// Blocks in their order. A heading stands in one box with what follows it, so that no page ends between
    /// them; a table or list that may need several pages follows outside, held by the style alone.
    mutating func blocks(_ blocks: [Block], under title: String = "") -> String {
        var html = ""
        var headings = title
        for block in blocks {
            if case .heading = block {
                headings += self.block(block)
                continue
            }
            let isHeld = !headings.isEmpty && block.isBrief
            html += isHeld ? "<div class=\"keep\">\n\(headings)" : headings
            html += self.block(block)
            if isHeld { html += "</div>\n" }
            headings = ""
        }
        return html + headings
    }

    private mutating func block(_ block: Block) -> String {
        switch block {
        case .paragraph(let words): paragraph(words)
        case .heading(let words, let anchor): "<h3\(id(anchor))>\(prose(words))</h3>\n"
        case .list(let list): self.list(list.items, isNumbered: list.isNumbered)
        case .table(let table): self.table(table)
        case .figure(let figure): self.figure(figure)
        case .note(let note): self.note(note)
        case .definitions(let definitions): self.definitions(definitions)
        }
    }

    private func id(_ anchor: Anchor?) -> String { anchor.map { " id=\"\($0.text)\"" } ?? "" }

    /// The attributes of a numbered unit: its number, shown in the margin, and the place to link to.
    private mutating func unit() -> String {
        numbering.next().map { " id=\"n\($0)\" data-n=\"\($0)\"" } ?? ""
    }

    private mutating func paragraph(_ words: Prose) -> String { "<p\(unit())>\(prose(words))</p>\n" }

    private mutating func list(_ items: [ItemList.Item], isNumbered: Bool) -> String {
        guard !items.isEmpty else { return "" }
        let tag = isNumbered ? "ol" : "ul"
        var html = "<\(tag)>\n"
        for item in items {
            html += "<li\(unit())>\(prose(item.prose))"
            if !item.nested.isEmpty { html += "\n" + list(item.nested, isNumbered: false) }
            html += "</li>\n"
        }
        return html + "</\(tag)>\n"
    }

    private mutating func definitions(_ definitions: [Definition]) -> String {
        guard !definitions.isEmpty else { return "" }
        var html = "<dl>\n"
        for definition in definitions {
            html += "<dt\(unit())>\(prose(definition.term))</dt>\n<dd>\(prose(definition.meaning))</dd>\n"
        }
        return html + "</dl>\n"
    }

    private mutating func note(_ note: Note) -> String {
        var html = "<aside class=\"note \(note.kind.rawValue)\">\n"
        html += "<p class=\"kind\">\(markupEscaped(furniture.word(for: note.kind)))</p>\n"
        for words in note.paragraphs { html += paragraph(words) }
        return html + "</aside>\n"
    }

    private mutating func figure(_ figure: Figure) -> String {
        let drawing = figure.drawing
        var html = "<figure\(id(figure.anchor))>\n<div class=\"plate\">\n"
        html += "<figcaption><strong>\(markupEscaped(drawing.title))</strong>"
        if !drawing.caption.isEmpty {
            html += " <span class=\"aside\">\(markupEscaped(drawing.caption))</span>"
        }
        html += "</figcaption>\n"
        if drawing.isWide { html += "<p class=\"sideways\">\(markupEscaped(furniture.sideways))</p>\n" }
        html += "<div class=\"chart-box\" tabindex=\"0\">\n\(drawing.svg)\n</div>\n</div>\n"
        return html + (figure.table.map { table($0) } ?? "") + "</figure>\n"
    }

    private mutating func table(_ table: DataTable) -> String {
        tables += 1
        let number = tables
        let notes = table.notes
        var html = "<div class=\"table-box\(table.isShort ? " short" : "")\" tabindex=\"0\">\n"
        html += "<table\(table.setting)>\n"
        if !table.caption.isEmpty { html += "<caption><span>\(prose(table.caption))</span></caption>\n" }
        html += "<thead>\n<tr>"
        for (index, column) in table.columns.enumerated() {
            html +=
                "<th scope=\"col\"\(classes(column, isWordy: table.isWordy(index)))>\(prose(column.header))</th>"
        }
        html += "</tr>\n</thead>\n<tbody\(table.groupSetting(from: 0))>\n"
        for (place, row) in table.rows.enumerated() {
            if place > 0, table.isGrouped, !table.continues(place) {
                html += "</tbody>\n<tbody\(table.groupSetting(from: place))>\n"
            }
            html += "<tr>"
            for (index, (column, cell)) in zip(table.columns, row).enumerated() {
                // The number stands in the first cell: a row has no room for anything but cells.
                let unit = index == 0 ? self.unit() : ""
                let tag = column.namesRows ? "th scope=\"row\"" : "td"
                html +=
                    "<\(tag)\(classes(column, isWordy: false))\(label(of: column, in: table))\(unit)>"
                    + content(cell, notes: notes, table: number)
                html += column.namesRows ? "</th>" : "</td>"
            }
            html += "</tr>\n"
        }
        html += "</tbody>\n</table>\n"
        if !notes.isEmpty {
            html += "<ul class=\"table-notes\" aria-label=\"\(markupEscaped(furniture.tableNotes))\">\n"
            for (index, note) in notes.enumerated() {
                let mark = DataTable.mark(ofNote: index)
                html += "<li id=\"t\(number)-\(mark)\"><sup>\(mark)</sup> \(prose(note))</li>\n"
            }
            html += "</ul>\n"
        }
        return html + "</div>\n"
    }

    private func classes(_ column: DataTable.Column, isWordy: Bool) -> String {
        let alignment: [String] =
            switch column.alignment {
            case .start: []
            case .center: ["center"]
            case .end: ["end"]
            }
        let all = alignment + (isWordy ? ["words"] : [])
        return all.isEmpty ? "" : " class=\"\(all.joined(separator: " "))\""
    }

    /// The column's header, to stand before a cell where a telephone shows the row as a list.
    private func label(of column: DataTable.Column, in table: DataTable) -> String {
        guard table.isStacked, !column.namesRows, !column.header.isEmpty else { return "" }
        return " data-label=\"\(markupEscaped(column.header.text))\""
    }

    /// The same with dates, and days counted from a start, that no line breaks.
    private func unbroken(_ html: String) -> String {
        html.replacing(/\b(?:\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|days? \d+(?: \+ \d+ h)?)\b/) {
            "<span class=\"date\">\($0.output)</span>"
        }
    }

    private func content(_ cell: DataTable.Cell, notes: [Prose], table: Int) -> String {
        var html = ""
        if let symbol = cell.symbol {
            // Hidden from screen readers: the words beside it say the same.
            html += "<span class=\"symbol\" aria-hidden=\"true\">\(symbol.character)</span> "
        }
        html += unbroken(prose(cell.words))
        if let note = cell.note, let index = notes.firstIndex(of: note) {
            let mark = DataTable.mark(ofNote: index)
            html += "<sup><a href=\"#t\(table)-\(mark)\">\(mark)</a></sup>"
        }
        return html
    }
}

extension Block {
    /// Whether it takes little enough room on paper to stand on one page with its heading.
    fileprivate var isBrief: Bool {
        switch self {
        case .paragraph, .heading, .note: true
        case .table(let table): table.isShort
        case .list(let list): list.items.count <= 3 && list.items.allSatisfy { $0.nested.count <= 3 }
        case .definitions(let definitions): definitions.count <= 2
        case .figure: false
        }
    }
}

extension DataTable {
    /// Whether the table stays on one printed page: few rows with few words.
    fileprivate var isShort: Bool {
        rows.count <= 12 && rows.joined().reduce(0) { $0 + $1.words.text.utf8.count } <= 1_200
    }

    /// The attribute for tables that are set in their own way: many rows closely, mere figures narrowly.
    fileprivate var setting: String {
        let isFigures = columns.allSatisfy { $0.namesRows || $0.alignment == .end }
        let classes =
            (isDense ? ["dense"] : []) + (isFigures ? ["figures"] : []) + (isStacked ? ["stacked"] : [])
            + (isGrouped ? ["grouped"] : [])
        return classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    }

    /// Whether a row belongs to the one before it: the cell that would name it is empty.
    fileprivate func continues(_ row: Int) -> Bool {
        row > 0 && columns.first?.namesRows == true && rows[row][0].words.isEmpty
    }

    /// The attribute for a group of rows that may run over pages, because they are many.
    fileprivate func groupSetting(from first: Int) -> String {
        guard isGrouped else { return "" }
        let last = rows.indices.dropFirst(first + 1).first { !continues($0) } ?? rows.count
        return last - first > 8 ? " class=\"long\"" : ""
    }

    /// Whether some rows belong together, as the positions on one issue; a page should not end between them.
    fileprivate var isGrouped: Bool { rows.indices.contains(where: continues) }

    /// Whether a narrow screen shows each row as a list of its cells: so it is where sentences stand in columns.
    fileprivate var isStacked: Bool { columns.count > 1 && columns.indices.contains(where: isWordy) }

    /// Whether a column holds sentences rather than words; on a telephone it keeps room for a few words a line.
    fileprivate func isWordy(_ column: Int) -> Bool {
        !columns[column].namesRows && rows.contains { $0[column].words.text.utf8.count > 28 }
    }
}
