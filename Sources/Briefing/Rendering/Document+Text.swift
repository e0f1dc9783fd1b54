extension Document {
    /// The document as text for a terminal or a plain file; a chart becomes its description and its table.
    ///
    /// - Complexity: O(n) in the size of the document.
    public func text(
        _ style: TextStyle = TextStyle(), options: RenderingOptions = RenderingOptions()
    ) -> String {
        var writer = TextWriter(style: style, furniture: furniture, numbering: Numbering(options))
        var parts = [writer.title(title, mark: "═")]
        if !subtitle.isEmpty { parts.append(style.wrapped(subtitle)) }
        parts.append(style.wrapped(audienceLine).map(style.strong))
        for stamp in stamps { parts.append(style.wrapped("[ " + stamp + " ]").map(style.strong)) }
        parts += writer.blocks(firstPage)
        for (index, chapter) in chapters.enumerated() {
            parts.append(writer.title("\(index + 1) " + chapter.title.text, mark: "─"))
            parts += writer.blocks(chapter.blocks)
        }
        return parts.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }
}

extension Block {
    /// The block alone as text, its lines each ended; for what the command line prints.
    public func text(_ style: TextStyle = TextStyle(), furniture: Furniture = .english) -> String {
        var writer = TextWriter(style: style, furniture: furniture, numbering: Numbering(RenderingOptions()))
        return writer.blocks([self]).map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }
}

extension DataTable {
    /// The table as columns of text, without its caption and the words of its notes.
    public var asText: TextTable {
        let notes = notes
        return TextTable(
            columns.map { TextTable.Column($0.header.text, alignment: $0.alignment) },
            rows: rows.map { row in
                row.map { cell in
                    var text = cell.symbol.map { "\($0.character) " } ?? ""
                    text += cell.words.text
                    if let note = cell.note, let index = notes.firstIndex(of: note) {
                        text += " (\(DataTable.mark(ofNote: index)))"
                    }
                    return text
                }
            })
    }
}

/// Turns blocks into lines of text; each block is one entry, to be parted by empty lines.
private struct TextWriter {
    let style: TextStyle
    let furniture: Furniture
    var numbering: Numbering

    func title(_ text: String, mark: String) -> [String] {
        let lines = style.wrapped(text)
        let width = lines.map { displayWidth($0) }.max() ?? 0
        return lines.map(style.strong) + [style.dim(String(repeating: mark, count: width))]
    }

    private mutating func number() -> String { numbering.next().map { "[\($0)] " } ?? "" }

    mutating func blocks(_ blocks: [Block]) -> [[String]] {
        var parts: [[String]] = []
        for block in blocks {
            switch block {
            case .paragraph(let words): parts.append(style.wrapped(number() + words.text))
            case .heading(let words, _): parts.append(style.wrapped(words.text).map(style.strong))
            case .list(let list): parts.append(items(list.items, isNumbered: list.isNumbered, indent: ""))
            case .table(let table): parts += self.table(table)
            case .figure(let figure):
                parts.append(style.wrapped(furniture.figure + ": " + figure.drawing.title).map(style.strong))
                if !figure.drawing.description.isEmpty {
                    parts.append(style.wrapped(figure.drawing.description))
                }
                parts += figure.table.map { table($0) } ?? []
            case .note(let note): parts.append(self.note(note))
            case .definitions(let definitions):
                for definition in definitions {
                    let term = style.wrapped(number() + definition.term.text).map(style.strong)
                    parts.append(term + style.wrapped(definition.meaning.text, first: "    "))
                }
            }
        }
        return parts.filter { !$0.isEmpty }
    }

    private mutating func items(_ items: [ItemList.Item], isNumbered: Bool, indent: String) -> [String] {
        var lines: [String] = []
        for (index, item) in items.enumerated() {
            let mark = indent + (isNumbered ? "\(index + 1). " : "• ")
            lines += style.wrapped(number() + item.prose.text, first: mark)
            lines += self.items(item.nested, isNumbered: false, indent: indent + "  ")
        }
        return lines
    }

    private mutating func note(_ note: Note) -> [String] {
        var lines: [String] = []
        for (index, words) in note.paragraphs.enumerated() {
            if index > 0 { lines.append("  │") }
            let kind = index == 0 ? furniture.word(for: note.kind) + ": " : ""
            lines += style.wrapped(kind + number() + words.text, first: "  │ ", rest: "  │ ")
        }
        return lines
    }

    private mutating func table(_ table: DataTable) -> [[String]] {
        var parts: [[String]] = []
        if !table.caption.isEmpty { parts.append(style.wrapped(table.caption.text).map(style.strong)) }
        var columns = table.asText
        for index in columns.rows.indices {
            let number = self.number()
            if !columns.columns.isEmpty { columns.rows[index][0] = number + columns.rows[index][0] }
        }
        parts.append(columns.lines(style))
        let notes = table.notes.enumerated().flatMap { index, note in
            style.wrapped(note.text, first: "\(DataTable.mark(ofNote: index))) ")
        }
        if !notes.isEmpty { parts.append(notes) }
        return parts
    }
}
