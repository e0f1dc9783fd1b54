import Negotiation

extension ChangeWording {
    /// What of a changed item became different, in the order of the file.
    func details(of change: Change) -> [Prose] {
        let parts = change.place.components
        let (old, new) = (before.dossier, now.dossier)
        guard let name = parts.last else { return details(old, new).compactMap { $0 } }
        let told: [Prose?]? =
            switch change.subject {
            case .party?: pair(old.parties, new.parties, PartyID(name)).map(details)
            case .table?: pair(old.tables, new.tables, TableID(name)).map(details)
            case .issue?: pair(old.issues, new.issues, IssueID(name)).map(details)
            case .option? where parts.count > 1:
                pair(old.issues, new.issues, IssueID(parts[1])).flatMap { old, new in
                    pair(old.options, new.options, OptionID(name)).map(details)
                }
            case .interest?: pair(old.interests, new.interests, InterestID(name)).map(details)
            case .minimum?: pair(old.minimums, new.minimums, MinimumID(name)).map(details)
            case .rule?: pair(old.rules, new.rules, RuleID(name)).map(details)
            case .stage?: pair(old.stages, new.stages, StageID(name)).map(details)
            case .package?: pair(old.packages, new.packages, PackageID(name)).map(details)
            case .source?: pair(old.sources, new.sources, SourceID(name)).map(details)
            case .reading?: pair(old.readings, new.readings, ReadingID(name)).map(details)
            case .event?: pair(old.timetable.events, new.timetable.events, EventID(name)).map(details)
            case .clauseReading?:
                pair(old.timetable.readings, new.timetable.readings, ClauseReadingID(name)).map(details)
            case nil where parts == ["timetable"]: [reaction(old.timetable, new.timetable)]
            case .sheet? where parts.first == "sheets":
                pair(old.sheets, new.sheets, SheetID(name)).map(details)
            case .sheet?, .option?, .commitment?, .conflictModel?, .decisionMaker?, .modelOption?, .state?,
                nil:
                nil
            }
        return (told ?? []).compactMap { $0 }
    }

    private func pair<Item: Identifiable>(_ old: [Item], _ new: [Item], _ id: Item.ID) -> (Item, Item)? {
        guard let one = old.first(where: { $0.id == id }), let two = new.first(where: { $0.id == id }) else {
            return nil
        }
        return (one, two)
    }

    private func details(_ old: Dossier, _ new: Dossier) -> [Prose?] {
        [
            rewritten(say("title"), old.title, new.title), rewritten(say("text"), old.text, new.text),
            listed(say("languages"), old.languages, new.languages) { _, tag in Prose(tag) },
            dates("as of", old.dated, new.dated),
            old.basis == new.basis
                ? nil : new.basis == nil ? say("no longer an illustration") : say("now an illustration"),
        ] + marks(([], old.seenBy), ([], new.seenBy))
    }

    private func details(_ old: Party, _ new: Party) -> [Prose?] {
        [
            rewritten(say("name"), old.name, new.name),
            listed(say("takes part as"), old.roles, new.roles) { $0.role($1) },
            rewritten(say("text"), old.text, new.text), parties("belongs to", old.of, new.of),
            listed(say("what it can do"), old.can, new.can) { $0.power($1) },
            issues("concerned by", old.concerns, new.concerns),
            listed(say("consulted"), old.consulted, new.consulted) { $0.consultation($1) },
        ] + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func details(_ old: Table, _ new: Table) -> [Prose?] {
        [
            rewritten(say("title"), old.title, new.title), parties("at it", old.parties, new.parties),
            issues("issues", old.issues, new.issues),
        ] + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func details(_ old: Issue, _ new: Issue) -> [Prose?] {
        [
            rewritten(say("title"), old.title, new.title), rewritten(say("text"), old.text, new.text),
            old.today == new.today
                ? nil
                : turned(
                    say("in force today"), old.today.map { Prose(before.option($0, of: old.id)) },
                    new.today.map { Prose(now.option($0, of: new.id)) }),
        ] + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func details(_ old: Interest, _ new: Interest) -> [Prose?] {
        [parties("whose", old.of, new.of), rewritten(say("text"), old.text, new.text)]
            + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func details(_ old: Minimum, _ new: Minimum) -> [Prose?] {
        [
            turned(say("kind"), now.minimumKind(old.kind), now.minimumKind(new.kind)),
            rewritten(say("text"), old.text, new.text), issues("bears on", old.concerns, new.concerns),
        ] + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func details(_ old: Rule, _ new: Rule) -> [Prose?] {
        let isSame = old.when == new.when && old.demand == new.demand
        return [
            turned(say("kind"), now.shortRuleKind(old.kind), now.shortRuleKind(new.kind)),
            isSame ? nil : say("before: \(before.withoutStop(before.demand(old)))"),
            rewritten(say("reason"), old.because, new.because),
        ] + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func details(_ old: Stage, _ new: Stage) -> [Prose?] {
        let settles: Prose? =
            switch (old.settles, new.settles) {
            case (let old?, let new?): issues("settles", old, new)
            case (nil, let new?):
                say("settles: no longer all that is left, but \(now.issuesInSentence(new))")
            case (_?, nil): say("settles: now all that is left")
            case (nil, nil): nil
            }
        return [
            rewritten(say("title"), old.title, new.title), settles,
            listed(say("leaves for later"), old.defers, new.defers) { $0.deferral($1) },
        ] + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func details(_ old: Package, _ new: Package) -> [Prose?] {
        let choices = each(old.choose, new.choose, order: now.dossier.issues.map(\.id)) { issue, old, new in
            let label = now.dossier.issue(issue) == nil ? before.issueInSentence(issue) : nil
            return turned(
                label ?? now.issueInSentence(issue),
                old.map { Prose(before.option($0, of: issue)) } ?? say("open"),
                new.map { Prose(now.option($0, of: issue)) } ?? say("open"))
        }
        return [rewritten(say("title"), old.title, new.title), rewritten(say("text"), old.text, new.text)]
            + choices + commitments(old.commitments, new.commitments)
            + [dates("dated", old.dated, new.dated), rewritten(say("by"), old.by, new.by)]
            + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    private func details(_ old: Source, _ new: Source) -> [Prose?] {
        [
            rewritten(say("title"), old.title, new.title), rewritten(say("by"), old.author, new.author),
            dates("dated", old.dated, new.dated),
            turned(say("where"), old.at.map { Prose($0) }, new.at.map { Prose($0) }),
            rewritten(say("text"), old.text, new.text),
        ] + marks(([], old.seenBy), ([], new.seenBy))
    }

    private func details(_ old: Reading, _ new: Reading) -> [Prose?] {
        [
            rewritten(say("about"), old.about, new.about),
            listed(say("what is said"), old.says, new.says) { phrasing, statement in
                phrasing.quoted(phrasing.text(statement.text))
            },
        ] + marks(([], old.seenBy), ([], new.seenBy))
    }
}
