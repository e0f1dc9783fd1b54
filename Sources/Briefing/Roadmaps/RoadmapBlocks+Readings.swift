import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// Rival readings side by side: what each leads to, and what cannot be met in two of them at once.
    func readings() -> [Block] {
        guard report.readings.count > 1 else { return [] }
        let rows = report.readings.map { outcome -> [DataTable.Cell] in
            [
                DataTable.Cell(name(outcome.reading)), DataTable.Cell(held(outcome.reading)),
                DataTable.Cell(outcomeWords(outcome.conflicts, outcome.deadlocks)),
            ]
        }
        var blocks: [Block] = [
            .heading(say("Rival readings")),
            .table(
                DataTable(
                    caption: say("The clauses as they stand and as they are read"),
                    columns: [
                        DataTable.Column(say("Reading"), namesRows: true), DataTable.Column(say("Held by")),
                        DataTable.Column(say("By itself")),
                    ], rows: rows)),
        ]
        for pair in report.betweenReadings {
            let (first, second) = (
                name(report.readings[pair.first].reading), name(report.readings[pair.second].reading)
            )
            guard !pair.conflicts.isEmpty || !pair.deadlocks.isEmpty else {
                blocks.append(.paragraph(say("\(first) and \(second) can both be met.").capitalised))
                continue
            }
            blocks.append(.paragraph(say("\(first) and \(second) cannot both be met:").capitalised))
            var lines = pair.conflicts.map { conflict($0, isOfReading: true) }
            if lines.isEmpty {
                lines = pair.deadlocks.map { deadlock in
                    let waits = deadlock.waits.map { wait in
                        say(
                            "\(deed(wait.commitment)) waits for \(milestone(wait.of.of))\(article(wait.commitment))"
                        )
                    }
                    return say("\(waits.joined(separator: say("; "))).").capitalised
                }
            }
            blocks.append(.bullets(lines))
        }
        return blocks
    }

    private func name(_ reading: ClauseReading?) -> Prose {
        guard let reading else { return say("the clauses as they stand") }
        let title = say("“\(phrasing.text(reading.title))”")
        return reading.clause.map { say("\(title) (clause \(phrasing.text($0)))") } ?? title
    }

    private func held(_ reading: ClauseReading?) -> Prose {
        reading.map { phrasing.parties($0.heldBy) } ?? Prose("")
    }

    private func outcomeWords(_ conflicts: [ClauseConflict], _ deadlocks: [Deadlock]) -> Prose {
        if let first = conflicts.first { return conflict(first, isOfReading: true) }
        if !deadlocks.isEmpty { return say("All can hold only if nobody has to go first.") }
        return say("All clauses can hold together.")
    }
}
