public import Negotiation

extension Phrasing {
    /// A kind of knowledge that changed, as a heading.
    public func cause(_ cause: Change.Cause) -> Prose {
        switch cause {
        case .process: say("The process as a whole")
        case .participation: say("Who takes part")
        case .agenda: say("The agenda and the answers on offer")
        case .positions: say("Stated positions")
        case .interests: say("Interests")
        case .rules: say("Rules and minimums")
        case .stages: say("Stages")
        case .packages: say("Drafted packages")
        case .sheets: say("Sheets")
        case .sources: say("Sources and readings")
        }
    }

    /// A change, as one sentence; what is gone is known by its identifier only.
    public func change(_ change: Change) -> Prose {
        let item = subjectOfChange(change)
        switch change.kind {
        case .added: return say("New: \(item).")
        case .removed: return say("No longer there: \(item).")
        case .changed([]): return say("Changed: \(item).")
        case .changed(let keys): return say("Changed: \(item) (\(wording.list(keys))).")
        }
    }

    private func subjectOfChange(_ change: Change) -> Prose {
        let parts = change.place.components
        guard let name = parts.last else { return say("the dossier") }
        if parts.first == "default-sheets" { return say("sheet used for \(party(PartyID(name)))") }
        switch change.subject {
        case .party?: return say("party “\(party(PartyID(name)))”")
        case .issue?: return say("issue “\(issue(IssueID(name)))”")
        case .option?:
            guard parts.count > 1 else { break }
            return say("option \(choice([OptionID(name)], of: IssueID(parts[1])))")
        case .interest?: return say("interest “\(interest(InterestID(name)))”")
        case .minimum?: return say("minimum “\(minimum(MinimumID(name)))”")
        case .rule?:
            if change.kind != .removed, let rule = dossier.rules.first(where: { $0.id == RuleID(name) }) {
                return say("rule \(code: name): \(demandWithoutStop(rule))")
            }
        case .stage?: return say("stage “\(stage(StageID(name)))”")
        case .table?: return say("table “\(table(TableID(name)))”")
        case .package?: return say("package “\(package(PackageID(name)))”")
        case .source?:
            let source = dossier.sources.first { $0.id == SourceID(name) }
            return say("source “\(source.map { text($0.title) } ?? name)”")
        case .reading?:
            let reading = dossier.readings.first { $0.id == ReadingID(name) }
            return say("rival readings of “\(reading.map { text($0.about) } ?? name)”")
        case .sheet?:
            if let sheet = dossier.sheet(SheetID(name)) {
                return say("sheet of \(party(sheet.party)) (\(code: name), \(basis(sheet.basis)))")
            }
        case .commitment?: break
        case nil:
            return position(change, at: name)
        }
        return say("\(change.subject.map(subject) ?? Prose(name)) \(code: name)")
    }

    private func demandWithoutStop(_ rule: Rule) -> Prose {
        var words = demand(rule)
        if let last = words.runs.indices.last, words.runs[last].text.hasSuffix(".") {
            words.runs[last].text.removeLast()
        }
        return words
    }

    /// A removed position is known by its place in a copy that is not here, so nothing is said of its content.
    private func position(_ change: Change, at name: String) -> Prose {
        guard change.kind != .removed, let place = Int(name), dossier.positions.indices.contains(place) else {
            return say("a stated position")
        }
        let position = dossier.positions[place]
        return say("\(party(position.of)) on \(choice(position.options, of: position.issue))")
    }
}
