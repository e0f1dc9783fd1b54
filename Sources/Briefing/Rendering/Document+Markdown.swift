extension Document {
    /// The document as Markdown (CommonMark with tables); a chart becomes its description and its table.
    ///
    /// - Complexity: O(n) in the size of the document.
    public func markdown(_ options: RenderingOptions = RenderingOptions()) -> String {
        var writer = MarkdownWriter(furniture: furniture, numbering: Numbering(options))
        var parts = ["# " + markdownEscaped(title + " – " + audienceLine)]
        if !subtitle.isEmpty { parts.append("*" + markdownEscaped(subtitle) + "*") }
        parts.append("**" + markdownEscaped(audienceLine) + "**")
        parts += stamps.map { "> **" + markdownEscaped($0) + "**" }
        if options.lineNumbers { parts.append(markdownEscaped(furniture.numbering)) }
        parts += writer.blocks(firstPage)
        if !chapters.isEmpty {
            parts.append("## " + markdownEscaped(furniture.contents))
            let entries = chapters.enumerated().map { index, chapter in
                "\(index + 1). [" + markdownEscaped(chapter.title.text) + "](#\(chapter.anchor.text))"
            }
            parts.append(entries.joined(separator: "\n"))
        }
        for (index, chapter) in chapters.enumerated() {
            let title = "## \(index + 1) " + writer.prose(chapter.title)
            parts.append("<a id=\"\(chapter.anchor.text)\"></a>\n\n" + title)
            parts += writer.blocks(chapter.blocks)
        }
        return parts.joined(separator: "\n\n") + "\n"
    }
}

/// Turns blocks into Markdown; each block is one entry, to be parted by empty lines.
struct MarkdownWriter {
    let furniture: Furniture
    var numbering: Numbering

    init(furniture: Furniture, numbering: Numbering) {
        self.furniture = furniture
        self.numbering = numbering
    }

    func prose(_ prose: Prose, opensLine: Bool = false, inTable: Bool = false) -> String {
        var result = ""
        for run in prose.runs {
            let text = markdownEscaped(run.text, opensLine: opensLine && result.isEmpty)
            switch run.style {
            case .plain: result += text
            case .strong: result += wrapped(text, in: "**")
            case .emphasis: result += wrapped(text, in: "*")
            case .code: result += markdownCode(run.text, inTable: inTable)
            case .link(let anchor): result += "[\(text)](#\(anchor.text))"
            }
        }
        return result
    }

    /// Marks stand at the words themselves: beside a space they would be read as asterisks.
    private func wrapped(_ text: String, in mark: String) -> String {
        let lead = text.prefix { $0 == " " }
        let body = text.dropFirst(lead.count)
        let tail = body.reversed().prefix { $0 == " " }.count
        guard body.count > tail else { return text }
        return lead + mark + body.dropLast(tail) + mark + String(repeating: " ", count: tail)
    }

    private mutating func number() -> String { numbering.next().map { "\\[\($0)\\] " } ?? "" }

    mutating func blocks(_ blocks: [Block]) -> [String] {
        var parts: [String] = []
        for block in blocks {
            switch block {
            case .paragraph(let words): parts.append(paragraph(words))
            case .heading(let words, let anchor):
                let place = anchor.map { "<a id=\"\($0.text)\"></a>\n\n" } ?? ""
                parts.append(place + "### " + prose(words))
            case .list(let list):
                let lines = items(list.items, isNumbered: list.isNumbered, indent: "")
                if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
            case .table(let table): parts += self.table(table)
            case .figure(let figure): parts += self.figure(figure)
            case .note(let note): parts.append(self.note(note))
            case .definitions(let definitions):
                for definition in definitions {
                    parts.append(number() + strong(definition.term) + ": " + prose(definition.meaning))
                }
            }
        }
        return parts
    }

    private mutating func paragraph(_ words: Prose) -> String {
        let number = self.number()
        return number + prose(words, opensLine: number.isEmpty)
    }

    private func strong(_ prose: Prose) -> String { wrapped(markdownEscaped(prose.text), in: "**") }

    private mutating func items(_ items: [ItemList.Item], isNumbered: Bool, indent: String) -> [String] {
        var lines: [String] = []
        for (index, item) in items.enumerated() {
            let mark = isNumbered ? "\(index + 1). " : "- "
            let number = self.number()
            lines.append(indent + mark + number + prose(item.prose, opensLine: number.isEmpty))
            let deeper = indent + String(repeating: " ", count: mark.utf8.count)
            lines += self.items(item.nested, isNumbered: false, indent: deeper)
        }
        return lines
    }

    private mutating func note(_ note: Note) -> String {
        let kind = "**" + markdownEscaped(furniture.word(for: note.kind)) + "**"
        var paragraphs = [kind]
        for words in note.paragraphs { paragraphs.append(paragraph(words)) }
        return paragraphs.map { "> " + $0 }.joined(separator: "\n>\n")
    }

    private mutating func figure(_ figure: Figure) -> [String] {
        let place = figure.anchor.map { "<a id=\"\($0.text)\"></a>\n\n" } ?? ""
        let title = markdownEscaped(furniture.figure) + ": " + markdownEscaped(figure.drawing.title)
        var parts = [place + "**" + title + "**"]
        let description = figure.drawing.description
        if !description.isEmpty { parts.append(markdownEscaped(description, opensLine: true)) }
        return parts + (figure.table.map { table($0) } ?? [])
    }

    private mutating func table(_ table: DataTable) -> [String] {
        guard !table.columns.isEmpty else { return [] }
        var parts: [String] = []
        if !table.caption.isEmpty { parts.append(strong(table.caption)) }
        let notes = table.notes
        var lines = [line(table.columns.map { prose($0.header, inTable: true) })]
        lines.append(
            line(
                table.columns.map { column in
                    switch column.alignment {
                    case .start: "---"
                    case .center: ":-:"
                    case .end: "--:"
                    }
                }))
        for row in table.rows {
            var cells: [String] = []
            for (index, (column, cell)) in zip(table.columns, row).enumerated() {
                let number = index == 0 ? self.number() : ""
                cells.append(number + content(cell, isStrong: column.namesRows, notes: notes))
            }
            lines.append(line(cells))
        }
        parts.append(lines.joined(separator: "\n"))
        for (index, note) in notes.enumerated() {
            parts.append("\(DataTable.mark(ofNote: index))\\) " + prose(note))
        }
        return parts
    }

    private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func content(_ cell: DataTable.Cell, isStrong: Bool, notes: [Prose]) -> String {
        var text = cell.symbol.map { "\(markdownEscaped(String($0.character))) " } ?? ""
        text += isStrong ? strong(cell.words) : prose(cell.words, inTable: true)
        if let note = cell.note, let index = notes.firstIndex(of: note) {
            text += " (\(DataTable.mark(ofNote: index)))"
        }
        return text
    }
}
