import Negotiation

extension Telling {
    /// Where statements come from: rival readings, the sources, and which passage supports what.
    func sourcesChapter() -> Document.Chapter? {
        let supports = Supports(dossier, phrasing: phrasing)
        guard !dossier.sources.isEmpty || !dossier.readings.isEmpty || !supports.isEmpty else { return nil }
        var blocks: [Block] = []
        if let table = readingsTable() { blocks.append(table) }
        // A source of which nothing but its title is known stands in the table alone.
        let cited = supports.rows.compactMap(\.source)
        let told = dossier.sources.filter { !isTitleAlone($0) || !cited.contains($0.id) }
        if !told.isEmpty {
            blocks.append(.heading(say("Sources")))
            blocks.append(.bullets(told.map(source)))
        }
        if let table = supportTable(supports) { blocks.append(table) }
        return Document.Chapter("sources", title: sourcesTitle(supports), blocks: blocks)
    }

    private func sourcesTitle(_ supports: Supports) -> Prose {
        let works = supports.rows.filter { $0.source == nil }.count
        switch dossier.readings.count {
        case 0:
            return counted(
                dossier.sources.count + works, one: "What is stated here rests on one named source",
                many: "What is stated here rests on \(number(dossier.sources.count + works)) named sources")
        case 1: return say("One fact is told in rival readings; both stand side by side")
        case let count:
            return say("\(number(count)) facts are told in rival readings; they stand side by side")
                .capitalised
        }
    }

    private func isTitleAlone(_ source: Source) -> Bool {
        source.author == nil && source.dated == nil && source.at == nil && source.text == nil
    }

    /// A source with what is known of it.
    private func source(_ source: Source) -> Prose {
        var parts: [Prose] = []
        if let author = source.author { parts.append(Prose(phrasing.text(author))) }
        if let date = source.dated { parts.append(wording.date(date)) }
        if let place = source.at { parts.append(Prose(place)) }
        var result = say("\(strong: phrasing.text(source.title))")
        if !parts.isEmpty { result = say("\(result) (\(parts.joined(separator: say("; "))))") }
        return source.text.map { say("\(result): \(phrasing.text($0))") } ?? result
    }

    /// Source by source and passage by passage, what rests on it.
    private func supportTable(_ supports: Supports) -> Block? {
        var last: Prose?
        let rows = supports.rows.map { row -> [DataTable.Cell] in
            let title = row.source.map { Prose(phrasing.source($0)) } ?? Prose(row.passage ?? "")
            defer { last = title }
            return [
                title == last ? "" : DataTable.Cell(title),
                DataTable.Cell(row.source == nil ? Prose(runs: []) : passage(row)),
                DataTable.Cell(told(row.items)),
            ]
        }
        return table(
            say("What rests on which passage"),
            [column("Source", namesRows: true), column("Passage"), column("What rests on it")], rows,
            isDense: true)
    }

    private func passage(_ row: Supports.Row) -> Prose {
        row.passage.map { Prose($0) } ?? say("no passage named")
    }

    /// Items by kind: by name where they are few, else how many.
    private func told(_ items: [Supports.Item]) -> Prose {
        let kinds = Supports.Kind.allCases.filter { kind in items.contains { $0.kind == kind } }
        let isLong = items.count > Self.namedItems
        return kinds.map { kind -> Prose in
            let names = items.filter { $0.kind == kind }.map(\.name)
            let what = phrasing.kind(kind, count: names.count)
            return isLong ? say("\(number(names.count)) \(what)") : say("\(what) \(wording.list(names))")
        }.joined(separator: isLong ? say(", ") : say("; "))
    }

    /// More items than this on one passage are counted.
    private static let namedItems = 6

    /// What sources tell differently, side by side.
    private func readingsTable() -> Block? {
        let rows = dossier.readings.flatMap { reading in
            reading.says.enumerated().map { place, statement -> [DataTable.Cell] in
                [
                    place == 0 ? "\(phrasing.text(reading.about))" : "", "\(phrasing.text(statement.text))",
                    DataTable.Cell(
                        statement.sources.isEmpty
                            ? say("no source named") : phrasing.citations(statement.sources)),
                ]
            }
        }
        return table(
            say("Told differently"),
            [column("About", namesRows: true), column("What is said"), column("Where")], rows,
            isDense: true)
    }
}

extension Phrasing {
    /// A source's title.
    func source(_ id: SourceID) -> String {
        dossier.sources.first { $0.id == id }.map { text($0.title) } ?? id.rawValue
    }

    /// What rests on a source, as a noun.
    fileprivate func kind(_ kind: Supports.Kind, count: Int) -> Prose {
        switch kind {
        case .party: counted(count, one: "party", many: "parties")
        case .consultation: counted(count, one: "consultation", many: "consultations")
        case .table: counted(count, one: "table", many: "tables")
        case .issue: counted(count, one: "issue", many: "issues")
        case .option: counted(count, one: "answer", many: "answers")
        case .consent: counted(count, one: "consent", many: "consents")
        case .commitment: counted(count, one: "commitment", many: "commitments")
        case .interest: counted(count, one: "interest", many: "interests")
        case .position: counted(count, one: "position", many: "positions")
        case .minimum: counted(count, one: "minimum", many: "minimums")
        case .rule: counted(count, one: "rule", many: "rules")
        case .stage: counted(count, one: "stage", many: "stages")
        case .package: counted(count, one: "package", many: "packages")
        case .event: counted(count, one: "event", many: "events")
        case .clauseReading: counted(count, one: "reading of clauses", many: "readings of clauses")
        case .reading: counted(count, one: "reading", many: "readings")
        case .sheet: counted(count, one: "sheet", many: "sheets")
        }
    }
}
