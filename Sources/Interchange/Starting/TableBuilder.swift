/// Makes issues and options of the cells of tables.
struct TableBuilder {
    let file: String
    let limits: ImportLimits
    private var result = StartingTable()
    /// Position in the result and line of the first row, by title without case.
    private var places: [String: (index: Int, line: Int)] = [:]
    /// For each issue, its options without case.
    private var known: [Set<String>] = []
    private var firstHeading: TableGrid.Cell?
    private var columnsFound = false

    init(file: String, limits: ImportLimits) {
        self.file = file
        self.limits = limits
    }

    // MARK: Columns

    private struct Columns {
        var issue: Int
        var options: [Int]
        var today: Int?
        var text: Int?
    }

    private static let issueWords = [
        "issue", "area", "topic", "question", "factor", "subject", "matter", "item", "theme",
    ]
    private static let optionWords = [
        "option", "compromise", "action", "implication", "proposal", "proposed", "solution", "answer",
        "outcome",
        "position", "choice", "approach", "alternative", "possibilit", "idea", "suggestion",
    ]
    private static let todayWords = ["today", "current", "status quo", "now", "in force", "at present"]
    private static let textWords = ["note", "comment", "description", "remark", "detail"]

    /// Whether a row reads as the heading of a table of issues and options.
    static func heads(_ row: [TableGrid.Cell]) -> Bool { columns(row) != nil }

    /// Whether a heading holds a word; a short one only as a whole, so that *known* is not *now*.
    private static func holds(_ heading: String, _ words: [String]) -> Bool {
        words.contains { word in
            word.count > 3
                ? heading.contains(word) : heading.split { !$0.isLetter }.contains { $0 == word }
        }
    }

    private static func columns(_ heading: [TableGrid.Cell]) -> Columns? {
        let names = heading.map { $0.text.lowercased() }
        func first(_ words: [String], but taken: [Int]) -> Int? {
            names.indices.first { index in
                !taken.contains(index) && holds(names[index], words)
            }
        }
        // *Options on the issue* is a column of options: a column of issues says nothing of options.
        let issues = names.indices.filter { index in
            holds(names[index], issueWords) && !holds(names[index], optionWords)
        }
        guard let issue = issues.first else { return nil }
        let today = first(todayWords, but: [issue])
        let options = names.indices.filter { index in
            index != issue && index != today && holds(names[index], optionWords)
        }
        guard !options.isEmpty else { return nil }
        return Columns(
            issue: issue, options: options, today: today, text: first(textWords, but: [issue] + options))
    }

    mutating func add(_ grid: TableGrid) throws(ImportError) {
        guard let heading = grid.rows.first, let place = heading.first else { return }
        if firstHeading == nil { firstHeading = place }
        defer {
            for line in grid.unread {
                result.notes.append(.init(line: line.line, kind: .lineLeftOut(line.text)))
            }
        }
        guard let columns = Self.columns(heading) else {
            result.notes.append(.init(line: place.line, kind: .tableLeftOut))
            return
        }
        columnsFound = true
        func name(_ index: Int) -> String { plain(heading[index].text) }
        result.notes.append(
            .init(
                line: place.line,
                kind: .columns(
                    issue: name(columns.issue), options: columns.options.map(name),
                    today: columns.today.map(name), text: columns.text.map(name))))
        let used = [columns.issue] + columns.options + [columns.today, columns.text].compactMap(\.self)
        let left = heading.indices.filter { !used.contains($0) && !heading[$0].text.isEmpty }
        if !left.isEmpty {
            result.notes.append(.init(line: place.line, kind: .columnsLeftOut(left.map(name))))
        }
        for row in grid.rows.dropFirst() {
            try refuseExtraCells(row, heading: heading.count, grid.separator)
            for column in columns.options where row.indices.contains(column) {
                try lookAtCommas(row[column], grid.separator)
            }
            try add(row, columns)
        }
    }

    // MARK: Rows

    /// A cell beyond the headings belongs to no column: a sign inside some cell was taken for the end of it.
    private func refuseExtraCells(
        _ row: [TableGrid.Cell], heading: Int, _ separator: Character
    ) throws(ImportError) {
        guard let cell = row.dropFirst(heading).first(where: { !$0.text.isEmpty }) else { return }
        let remedy =
            switch separator {
            case "|": "write \\| for a stroke inside a cell, or add a heading"
            case "\t": "add a heading, or remove the tab"
            default: "put a cell that holds \(separator) in quotation marks, or add a heading"
            }
        throw error(
            cell, "the row has more cells than there are headings (\(row.count), not \(heading))",
            remedy: remedy)
    }

    /// A comma in a cell may part options or stand in the title of one. Where `;` cannot part them, for it ends the
    /// cell, nobody can tell.
    private mutating func lookAtCommas(_ cell: TableGrid.Cell, _ separator: Character) throws(ImportError) {
        guard cell.text.contains(","), !cell.isQuoted else { return }
        guard separator == ";" else {
            for part in Self.parts(of: cell.text) where part.contains(",") {
                result.notes.append(.init(line: cell.line, kind: .commaKept(plain(part))))
            }
            return
        }
        throw error(
            cell, "\(OneLine.quoting(cell.text)) may be one option or several",
            remedy:
                "put the cell in quotation marks, and in them ; in place of the comma if there are several")
    }

    private mutating func add(_ row: [TableGrid.Cell], _ columns: Columns) throws(ImportError) {
        guard row.indices.contains(columns.issue), !row[columns.issue].text.isEmpty else {
            guard let cell = row.first(where: { !$0.text.isEmpty }) else { return }
            throw error(cell, "the row names no issue", remedy: "write the issue in its column in every row")
        }
        let cell = row[columns.issue]
        let title = try self.title(cell.text, at: cell)
        let key = title.lowercased()
        let index: Int
        if let known = places[key] {
            index = known.index
            result.notes.append(.init(line: cell.line, kind: .sameIssue(result.issues[index].title)))
        } else {
            guard result.issues.count < limits.issues else {
                throw error(cell, "more than \(limits.issues) issues", remedy: "paste a part of the table")
            }
            index = result.issues.count
            places[key] = (index, cell.line)
            known.append([])
            result.issues.append(.init(title: title, text: nil, options: [], today: nil))
        }
        if let text = columns.text, row.indices.contains(text), !row[text].text.isEmpty {
            let more = plain(row[text].text)
            let length = (result.issues[index].text?.utf8.count ?? 0) + more.utf8.count + 1
            guard length <= limits.textLength, TextHygiene.firstRefused(in: more, isTitle: false) == nil
            else {
                throw error(
                    row[text], "the remark cannot be read", remedy: "shorten it, and write plain characters")
            }
            result.issues[index].text = [result.issues[index].text, more].compactMap(\.self).joined(
                separator: " ")
        }
        if let today = columns.today, row.indices.contains(today), !row[today].text.isEmpty {
            let option = try self.title(row[today].text, at: row[today])
            try add([option], to: index, at: row[today])
            result.issues[index].today = result.issues[index].options.first {
                $0.lowercased() == option.lowercased()
            }
        }
        for column in columns.options where row.indices.contains(column) {
            let cell = row[column]
            var titles: [String] = []
            for part in Self.parts(of: cell.text) { titles.append(try self.title(part, at: cell)) }
            if titles.count > 1 {
                result.notes.append(
                    .init(line: cell.line, kind: .severalOptions(issue: title, count: titles.count)))
            }
            try add(titles, to: index, at: cell)
        }
    }

    private mutating func add(_ titles: [String], to index: Int, at cell: TableGrid.Cell) throws(ImportError)
    {
        for title in titles {
            if known[index].contains(title.lowercased()) {
                result.notes.append(
                    .init(
                        line: cell.line, kind: .sameOption(issue: result.issues[index].title, option: title)))
                continue
            }
            guard result.issues[index].options.count < limits.options else {
                throw error(
                    cell, "more than \(limits.options) options of one issue", remedy: "divide the issue")
            }
            known[index].insert(title.lowercased())
            result.issues[index].options.append(title)
        }
    }

    /// The options that a cell holds.
    private static func parts(of text: String) -> [String] {
        let lines = text.replacing(/<br\s*\/?>/.ignoresCase(), with: "\n").replacing(";", with: "\n")
            .replacing(/(?:^|\s)\(?\d{1,2}[.)]\s+/, with: "\n")
        return lines.split(whereSeparator: \.isNewline).map { line in
            String(line).trimmingSpace.replacing(/^[-•*–]\s+/, with: "").trimmingSpace
        }.filter { !$0.isEmpty }
    }

    private func title(_ text: String, at cell: TableGrid.Cell) throws(ImportError) -> String {
        var title = plain(text)
        while title.hasSuffix(".") { title.removeLast() }
        title = title.trimmingSpace
        guard !title.isEmpty else { throw error(cell, "the cell has no words", remedy: "write a title") }
        guard title.count <= limits.titleLength else {
            throw error(cell, "the cell has more than \(limits.titleLength) characters", remedy: "shorten it")
        }
        guard TextHygiene.firstRefused(in: title, isTitle: true) == nil else {
            throw error(
                cell, "the cell holds characters that cannot be seen or that turn the writing direction",
                remedy: "remove them")
        }
        return title
    }

    /// Without Markdown's signs for emphasis, and on one line.
    private func plain(_ text: String) -> String {
        text.replacing("**", with: "").replacing("__", with: "").replacing("`", with: "")
            .split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ").trimmingSpace
    }

    private func error(_ cell: TableGrid.Cell, _ what: String, remedy: String) -> ImportError {
        ImportError(file: file, line: cell.line, column: cell.column, what: what, remedy: remedy)
    }

    // MARK: The whole

    private static let todayTitles: Set = ["as things stand", "status quo", "no change", "current situation"]

    /// Everything that was read.
    mutating func table() throws(ImportError) -> StartingTable {
        guard columnsFound else {
            throw ImportError(
                file: file, line: firstHeading?.line ?? 1, column: firstHeading?.column ?? 1,
                what: "no heading names issues and options",
                remedy:
                    "head one column `Issue` (or area, topic, question) and one `Options` (or alternatives, compromise, actions)"
            )
        }
        for index in result.issues.indices where result.issues[index].today == nil {
            let entry = result.issues[index]
            if let today = entry.options.first(where: { Self.todayTitles.contains($0.lowercased()) }) {
                result.issues[index].today = today
            } else {
                let line = places[entry.title.lowercased()]?.line ?? 1
                result.notes.append(.init(line: line, kind: .todayAdded(issue: entry.title)))
            }
        }
        for entry in result.issues where !entry.options.contains(where: { $0 != entry.today }) {
            throw ImportError(
                file: file, line: places[entry.title.lowercased()]?.line ?? 1,
                what: "\(OneLine.quoting(entry.title)) has no option besides what is in force today",
                remedy: "write what else could be answered in its column of options")
        }
        guard !result.issues.isEmpty else {
            throw ImportError(
                file: file, line: firstHeading?.line ?? 1, column: 1,
                what: "the table has no row below its heading",
                remedy: "add a row for each issue")
        }
        return result
    }
}
