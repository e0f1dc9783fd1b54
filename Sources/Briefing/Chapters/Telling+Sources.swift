import Negotiation

extension Telling {
    /// Where statements come from, and what sources tell differently.
    func sourcesChapter() -> Document.Chapter? {
        guard !dossier.sources.isEmpty || !dossier.readings.isEmpty else { return nil }
        var blocks: [Block] = []
        for reading in dossier.readings {
            blocks.append(.heading(Prose(phrasing.text(reading.about))))
            blocks.append(.bullets(reading.says.map(statement)))
        }
        if dossier.sources.allSatisfy(isTitleAlone), !dossier.sources.isEmpty {
            blocks.append(.heading(say("Sources")))
            blocks.append(.bullets(dossier.sources.map { Prose(phrasing.text($0.title)) }))
        } else if let sources = table(
            say("Sources"),
            [column("Source", namesRows: true), column("By"), column("Dated"), column("Where")],
            dossier.sources.map { source in
                [
                    "\(phrasing.text(source.title))", "\(source.author.map(phrasing.text) ?? "")",
                    DataTable.Cell(source.dated.map(wording.date) ?? Prose(runs: [])),
                    "\(source.at ?? "")",
                ]
            })
        {
            blocks.append(sources)
        }
        let count = dossier.readings.count
        let title: Prose =
            switch count {
            case 0: say("No fact is told in rival readings")
            case 1: say("One fact is told in rival readings; both stand side by side")
            default:
                say("\(number(count)) facts are told in rival readings; they stand side by side").capitalised
            }
        return Document.Chapter("sources", title: title, blocks: blocks)
    }

    private func isTitleAlone(_ source: Source) -> Bool {
        source.author == nil && source.dated == nil && source.at == nil
    }

    private func statement(_ statement: Reading.Statement) -> Prose {
        let text = phrasing.text(statement.text)
        return statement.sources.isEmpty
            ? say("\(text) (no source named)") : say("\(text) (\(phrasing.citations(statement.sources)))")
    }
}
