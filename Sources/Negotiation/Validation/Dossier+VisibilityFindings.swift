extension Dossier {
    /// Items that are shown to somebody who may not see what they speak of, each once, whoever that is.
    ///
    /// Complexity: linear in the dossier for each party.
    func visibilityFindings() -> [Finding] {
        let viewers: [Viewer] = [.public, .table] + parties.map { .party($0.id) }
        var withheld: Set<Finding> = []
        var result: [Finding] = []
        for viewer in viewers {
            for finding in Sight(of: self, for: viewer).withheld()
            where withheld.insert(finding).inserted {
                result.append(finding)
            }
        }
        return result
    }
}

extension Sight {
    /// What the viewer would see if everything that it speaks of were shown too.
    fileprivate func withheld() -> [Finding] {
        var result: [Finding] = []
        func add(_ reason: Finding.Reason, _ item: ItemPath) {
            result.append(Finding(reason, at: item["seen-by"]))
        }
        for rule in dossier.rules where sees(rule.seenBy) && shown(rule) == nil {
            add(.shownWithout(.rule, name: rule.id.rawValue), ItemPath(["rules"])[rule.id])
        }
        for package in dossier.packages where sees(package.seenBy) && shown(package) == nil {
            add(.shownWithout(.package, name: package.id.rawValue), ItemPath(["packages"])[package.id])
        }
        for issue in dossier.issues where !sees(issue.seenBy) {
            if issue.options.contains(where: { sees($0.seenBy) }) {
                add(.shownWithout(.issue, name: issue.id.rawValue), ItemPath(["issues"])[issue.id])
            }
        }
        for (place, position) in dossier.positions.enumerated()
        where sees(position.seenBy) && shown(position) == nil {
            add(.positionShownWithout(place), ItemPath(["positions"])[place])
        }
        if let model = dossier.stability, sees(model.seenBy), !seesModel {
            add(.shownWithout(.conflictModel, name: "stability"), ItemPath(["stability"]))
        }
        for event in dossier.timetable.events where sees(event.seenBy) && !events.contains(event.id) {
            add(
                .shownWithout(.event, name: event.id.rawValue),
                ItemPath(["timetable", "events"])[event.id])
        }
        for reading in dossier.timetable.readings where sees(reading.seenBy) && shown(reading) == nil {
            add(
                .shownWithout(.clauseReading, name: reading.id.rawValue),
                ItemPath(["timetable", "readings"])[reading.id])
        }
        for sheet in dossier.sheets where shown(sheet) != nil {
            let interactions = sheet.interactions.indices.filter { !seesAll(in: sheet.interactions[$0].when) }
            let lines = sheet.redLines.indices.filter { !seesAll(in: sheet.redLines[$0].choose) }
            guard !interactions.isEmpty || !lines.isEmpty else { continue }
            add(
                .sheetShownInPart(sheet.id, interactions: interactions, redLines: lines),
                ItemPath(["sheets"])[sheet.id])
        }
        return result
    }
}
