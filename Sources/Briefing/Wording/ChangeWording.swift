public import Negotiation

/// The changes between two copies of a dossier in words: whose and which, from what to what.
///
/// What is gone has its name in the earlier copy alone, so both are at hand, each as the same viewer sees it.
public struct ChangeWording: Sendable {
    /// How the newer copy is said.
    let now: Phrasing
    /// How the earlier copy is said.
    let before: Phrasing

    /// - Parameters:
    ///   - phrasing: how the newer copy is said.
    ///   - earlier: the earlier copy, as the reader of the newer one may see it.
    public init(_ phrasing: Phrasing, since earlier: Dossier) {
        now = phrasing
        before = Phrasing(
            earlier, wording: phrasing.wording, languages: phrasing.languages,
            firstParty: phrasing.firstParty)
    }

    /// A change, as one sentence; what of the item became different stands in it, or under it where that is much.
    public func item(_ change: Change) -> ItemList.Item {
        let item = subject(change)
        switch change.kind {
        case .added: return ItemList.Item(now.stopped(say("New: \(item)")))
        case .removed: return ItemList.Item(now.stopped(say("No longer there: \(item)")))
        case .changed(let keys):
            let details = details(of: change)
            switch details.count {
            // Only a text in another language, or an order, became different.
            case 0 where keys.isEmpty: return ItemList.Item(say("Changed: \(item)."))
            case 0: return ItemList.Item(say("Changed: \(item) (\(now.wording.list(keys)))."))
            case 1: return ItemList.Item(now.stopped(say("Changed: \(item): \(details[0])")))
            default:
                return ItemList.Item(
                    say("Changed: \(item):"),
                    nested: details.map { ItemList.Item(now.stopped($0.capitalised)) })
            }
        }
    }

    func say(_ sentence: Sentence) -> Prose { now.say(sentence) }

    /// The copy in which the item of a change stands.
    private func home(of change: Change) -> Phrasing { change.kind == .removed ? before : now }

    private func subject(_ change: Change) -> Prose {
        let parts = change.place.components
        guard let name = parts.last else { return say("the process") }
        let home = home(of: change)
        if parts.first == "default-sheets" { return defaultSheet(PartyID(name)) }
        if parts == ["timetable"] { return say("timetable") }
        switch change.subject {
        case .party?: return say("party “\(home.party(PartyID(name)))”")
        case .issue?: return say("issue “\(home.issue(IssueID(name)))”")
        case .option?:
            guard parts.count > 1 else { break }
            return say("option \(home.choice([OptionID(name)], of: IssueID(parts[1])))")
        case .interest?: return say("interest \(home.quoted(home.interest(InterestID(name))))")
        case .minimum?: return say("minimum \(home.quoted(home.minimum(MinimumID(name))))")
        case .rule?:
            let rule = home.dossier.rules.first { $0.id == RuleID(name) }
            return rule.map { say("rule: \(home.withoutStop(home.demand($0)))") } ?? say("rule \(code: name)")
        case .stage?: return say("stage “\(home.stage(StageID(name)))”")
        case .table?: return say("table “\(home.table(TableID(name)))”")
        case .package?: return say("package “\(home.package(PackageID(name)))”")
        case .source?:
            let source = home.dossier.sources.first { $0.id == SourceID(name) }
            return say("source “\(source.map { home.text($0.title) } ?? name)”")
        case .reading?:
            let reading = home.dossier.readings.first { $0.id == ReadingID(name) }
            return say("rival readings of “\(reading.map { home.text($0.about) } ?? name)”")
        case .sheet?: return sheet(SheetID(name), in: home)
        case .event?: return say("event \(home.event(EventID(name)))")
        case .clauseReading?:
            let reading = home.dossier.timetable.readings.first { $0.id == ClauseReadingID(name) }
            return say("reading of clauses “\(reading.map { home.text($0.title) } ?? name)”")
        case .conflictModel?: return say("model of who could do what")
        case .commitment?, .decisionMaker?, .modelOption?, .state?: break
        case nil: return position(change, at: name)
        }
        return say("\(change.subject.map(now.subject) ?? Prose(name)) \(code: name)")
    }

    /// The sheet by whose it is and who says it; by its name too where a party has several.
    private func sheet(_ id: SheetID, in home: Phrasing) -> Prose {
        guard let sheet = home.dossier.sheet(id) else { return say("sheet \(code: id.rawValue)") }
        let party = home.party(sheet.party)
        let basis = home.basis(sheet.basis, of: [id])
        return home.dossier.sheets.count { $0.party == sheet.party } > 1
            ? say("sheet \(code: id.rawValue) of \(party) (\(basis))") : say("sheet of \(party) (\(basis))")
    }

    private func defaultSheet(_ party: PartyID) -> Prose {
        let name = now.dossier.party(party) == nil ? before.party(party) : now.party(party)
        let old = before.dossier.defaultSheets[party].map { say("\(code: $0.rawValue)") }
        let new = now.dossier.defaultSheets[party].map { say("\(code: $0.rawValue)") }
        return turned(say("sheet used for \(name)"), old, new) ?? say("sheet used for \(name)")
    }

    private func position(_ change: Change, at name: String) -> Prose {
        let home = home(of: change)
        guard let place = Int(name), home.dossier.positions.indices.contains(place) else {
            return say("a stated position")
        }
        let position = home.dossier.positions[place]
        let result = home.statement(position)
        // Where the other copy has the same words, the mark tells the two apart.
        let other = change.kind == .removed ? now : before
        let isTwin = other.dossier.positions.contains { other.statement($0) == result }
        return isTwin ? say("\(result) (seen by: \(home.visibility(position.seenBy)))") : result
    }
}

extension Phrasing {
    /// A stated position with whose it is, and what is known of when, where and to whom it was said.
    fileprivate func statement(_ position: Position) -> Prose {
        var result = say("position of \(party(position.of)): \(choice(position.options, of: position.issue))")
        if let text = position.text { result += say(", \(quoted(self.text(text)))") }
        var circumstances: [Prose] = []
        if let date = position.said { circumstances.append(wording.date(date)) }
        if let place = position.where { circumstances.append(Prose(text(place))) }
        if let audience = position.to { circumstances.append(self.audience(audience)) }
        if !position.sources.isEmpty {
            circumstances.append(say("source: \(citations(position.sources))"))
        }
        return circumstances.isEmpty
            ? result : say("\(result) (\(circumstances.joined(separator: say(", "))))")
    }
}
