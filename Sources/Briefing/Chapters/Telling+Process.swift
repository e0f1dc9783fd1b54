import Assessment
import Negotiation

extension Telling {
    /// Where the process stands: parties, issues with today's answers, tables, stages.
    func processChapter() -> Document.Chapter? {
        let issues = dossier.issues
        let open = issues.count { $0.today == nil }
        let all = counted(
            issues.count, one: "One issue is on the agenda",
            many: "\(number(issues.count)) issues are on the agenda")
        let title: Prose =
            switch (issues.count, open) {
            case (0, _) where showsNothing: say("No issue is shown in this copy")
            case (0, _): say("Nothing is on the agenda yet")
            case (1, 0): say("\(all), with a known answer in force today")
            case (_, 0): say("\(all), each with a known answer in force today")
            case (1, _): say("One issue is on the agenda; what is in force today is not stated")
            case let (count, open) where count == open:
                say("\(all); what is in force today is not stated")
            default: say("\(all); what is in force today is not stated on \(number(open))")
            }
        let about: Block? = dossier.text.map { .paragraph(Prose(phrasing.text($0))) }
        let blocks: [Block?] = [about] + partiesTables() + [issuesTable(), tablesTable(), stagesFigure()]
        let shown = blocks.compactMap { $0 }
        // The first page says already that nothing is shown.
        guard !showsNothing || !shown.isEmpty else { return nil }
        return Document.Chapter("process", title: title.capitalised, blocks: shown)
    }

    /// Conflict parties, whose consent to the whole is needed, then third parties; each in the neutral order.
    private func partiesTables() -> [Block?] {
        let involved = parties.filter { !$0.isConstituency || $0.roles.count > 1 }
        return [
            partiesTable(say("Conflict parties"), involved.filter(\.isNegotiator)),
            partiesTable(say("Third parties"), involved.filter { !$0.isNegotiator }),
        ]
    }

    private func partiesTable(_ caption: Prose, _ parties: [Party]) -> Block? {
        table(
            caption, [column("Party", namesRows: true), column("Takes part as"), column("More")],
            parties.map { party in
                [
                    "\(phrasing.text(party.name))",
                    DataTable.Cell(
                        party.roles.isEmpty
                            ? say("no role stated") : wording.list(party.roles.map(phrasing.role))),
                    DataTable.Cell(Prose(party.text.map(phrasing.text) ?? "")),
                ]
            })
    }

    private func issuesTable() -> Block? {
        table(
            say("What is to be settled"),
            [column("Issue", namesRows: true), column("Today"), column("Other answers on offer")],
            dossier.issues.map { issue in
                let others = issue.options.filter { $0.id != issue.today }.map { phrasing.text($0.title) }
                return [
                    "\(phrasing.text(issue.title))",
                    DataTable.Cell(
                        issue.today.map { Prose(phrasing.option($0, of: issue.id)) } ?? say("not stated")),
                    DataTable.Cell(others.map { Prose($0) }.joined(separator: say("; "))),
                ]
            })
    }

    private func tablesTable() -> Block? {
        table(
            say("Who discusses what with whom"),
            [column("Table", namesRows: true), column("At it"), column("Issues")],
            dossier.tables.map { seat in
                [
                    "\(phrasing.table(seat.id))", DataTable.Cell(phrasing.parties(seat.parties)),
                    DataTable.Cell(
                        seat.issues.isEmpty
                            ? say("not stated") : phrasing.issues(seat.issues)),
                ]
            })
    }

    private func stagesFigure() -> Block? {
        guard !dossier.stages.isEmpty else { return nil }
        let count = dossier.stages.count
        let title = counted(
            count, one: "The process has one stage",
            many: "The process climbs through \(number(count)) stages")
        var rows: [[DataTable.Cell]] = []
        var rungs: [LadderChart.Rung] = []
        for stage in dossier.stages {
            let settled = stage.settles.map(phrasing.issues) ?? say("All that is left")
            let deferred = stage.defers.map(phrasing.deferral)
            let shown = stage.settles?.map(phrasing.issue) ?? [settled.text]
            rungs.append(
                LadderChart.Rung(
                    phrasing.stage(stage.id),
                    entries: shown.map { .init(.full, $0) }
                        + stage.defers.map { .init(.empty, phrasing.issue($0.issue)) }))
            rows.append([
                "\(phrasing.stage(stage.id))", DataTable.Cell(settled),
                DataTable.Cell(deferred.joined(separator: say("; "))),
            ])
        }
        let chart = LadderChart(
            title: title.text,
            description: say(
                "Each step is a stage, the first at the bottom. A filled circle is an issue that the stage settles, an empty one an issue that it leaves for later."
            ).text, rungs: rungs)
        let table = DataTable(
            caption: say("Stages"),
            columns: [column("Stage", namesRows: true), column("Settles"), column("Leaves for later")],
            rows: rows)
        return .figure(Figure(chart.drawing(id: "stages"), table: table))
    }
}
