extension Dossier {
    /// What differs from an earlier copy, by cause and in the order of the file. Reordered lists and renamed files
    /// are no change.
    ///
    /// Complexity: linear in both copies.
    public func changes(since earlier: Dossier) -> [Change] {
        var result = ownChanges(since: earlier)
        result += named(earlier.parties, parties, .participation, .party, "parties")
        result += named(earlier.tables, tables, .participation, .table, "tables")
        result += issueChanges(since: earlier)
        result += positionChanges(since: earlier)
        result += named(earlier.interests, interests, .interests, .interest, "interests")
        result += named(earlier.minimums, minimums, .rules, .minimum, "minimums")
        result += named(earlier.rules, rules, .rules, .rule, "rules")
        result += named(earlier.stages, stages, .stages, .stage, "stages")
        result += named(earlier.packages, packages, .packages, .package, "packages")
        result += timetableChanges(since: earlier.timetable)
        result += named(earlier.sheets, sheets, .sheets, .sheet, "sheets")
        result += defaultChanges(since: earlier)
        result += modelChanges(since: earlier)
        result += named(earlier.sources, sources, .sources, .source, "sources")
        result += named(earlier.readings, readings, .sources, .reading, "readings")
        return result
    }

    /// Whether both tell the same process: they have the same title, or share most parties and most issues of the
    /// shorter list. Of another process everything would seem new, and everything before it gone.
    public func isLikelyLater(than earlier: Dossier) -> Bool {
        if title != nil, title == earlier.title { return true }
        return sharesMost(parties.map(\.id), earlier.parties.map(\.id))
            && sharesMost(issues.map(\.id), earlier.issues.map(\.id))
    }

    private func sharesMost<ID: Hashable>(_ one: [ID], _ other: [ID]) -> Bool {
        2 * Set(one).intersection(other).count > min(Set(one).count, Set(other).count)
    }

    /// The keys of the dossier itself.
    private func ownChanges(since earlier: Dossier) -> [Change] {
        let keys = [
            ("title", title == earlier.title), ("text", text == earlier.text),
            ("languages", languages == earlier.languages), ("dated", dated == earlier.dated),
            ("basis", basis == earlier.basis),
            ("seen-by", seenBy == earlier.seenBy),
        ].filter { !$0.1 }.map(\.0)
        return keys.isEmpty
            ? []
            : [Change(cause: .process, subject: nil, kind: .changed(keys: keys), place: ItemPath())]
    }

    private func defaultChanges(since earlier: Dossier) -> [Change] {
        let before = earlier.defaultSheets
        return Set(before.keys).union(defaultSheets.keys).sorted().compactMap { party in
            guard before[party] != defaultSheets[party] else { return nil }
            let kind: Change.Kind =
                before[party] == nil
                ? .added : defaultSheets[party] == nil ? .removed : .changed(keys: [])
            return Change(
                cause: .sheets, subject: .sheet, kind: kind, place: ItemPath(["default-sheets"])[party])
        }
    }

    private func timetableChanges(since earlier: Timetable) -> [Change] {
        let place = ItemPath(["timetable"])
        let own = [
            Change(
                cause: .timetable, subject: nil, kind: .changed(keys: ["reaction"]), place: place)
        ]
        return (earlier.reaction == timetable.reaction ? [] : own)
            + named(earlier.events, timetable.events, .timetable, .event, at: place["events"])
            + named(earlier.readings, timetable.readings, .timetable, .clauseReading, at: place["readings"])
    }

    private func modelChanges(since earlier: Dossier) -> [Change] {
        let kind: Change.Kind
        switch (earlier.stability, stability) {
        case (nil, nil): return []
        case (nil, _?): kind = .added
        case (_?, nil): kind = .removed
        case (let before?, let after?):
            let keys = changedKeys(before, after)
            if keys.isEmpty { return [] }
            kind = .changed(keys: keys)
        }
        return [
            Change(
                cause: .stability, subject: .conflictModel, kind: kind, place: ItemPath(["stability"]))
        ]
    }

    private func issueChanges(since earlier: Dossier) -> [Change] {
        var result: [Change] = []
        let list = ItemPath(["issues"])
        for change in named(
            earlier.issues.map(\.withoutOptions), issues.map(\.withoutOptions), .agenda, .issue, "issues")
        {
            result.append(change)
        }
        for issue in issues {
            guard let before = earlier.issue(issue.id) else { continue }
            result += named(
                before.options, issue.options, .agenda, .option, at: list[issue.id]["options"])
        }
        return result
    }

    private func positionChanges(since earlier: Dossier) -> [Change] {
        var before = Dictionary(earlier.positions.map { ($0, 1) }, uniquingKeysWith: +)
        var result: [Change] = []
        for (index, position) in positions.enumerated() {
            if let count = before[position], count > 0 {
                before[position] = count - 1
            } else {
                let place = ItemPath(["positions"])[index]
                result.append(Change(cause: .positions, subject: nil, kind: .added, place: place))
            }
        }
        for (index, position) in earlier.positions.enumerated() {
            guard let count = before[position], count > 0 else { continue }
            before[position] = count - 1
            let place = ItemPath(["positions"])[index]
            result.append(Change(cause: .positions, subject: nil, kind: .removed, place: place))
        }
        return result
    }

    private func named<Item: Identifiable & Hashable, Subject>(
        _ before: [Item], _ after: [Item], _ cause: Change.Cause, _ subject: Fault.Subject, _ list: String
    ) -> [Change] where Item.ID == Identifier<Subject> {
        named(before, after, cause, subject, at: ItemPath([list]))
    }

    private func named<Item: Identifiable & Hashable, Subject>(
        _ before: [Item], _ after: [Item], _ cause: Change.Cause, _ subject: Fault.Subject,
        at list: ItemPath
    ) -> [Change] where Item.ID == Identifier<Subject> {
        let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Set(after.map(\.id))
        var result: [Change] = []
        for item in after {
            if let earlier = old[item.id] {
                let keys = changedKeys(earlier, item)
                if !keys.isEmpty {
                    result.append(
                        Change(
                            cause: cause, subject: subject, kind: .changed(keys: keys), place: list[item.id]))
                }
            } else {
                result.append(Change(cause: cause, subject: subject, kind: .added, place: list[item.id]))
            }
        }
        for item in before where !names.contains(item.id) {
            result.append(Change(cause: cause, subject: subject, kind: .removed, place: list[item.id]))
        }
        return result
    }

    /// The keys, in the file's spelling, whose values differ.
    private func changedKeys<Item: Hashable>(_ before: Item, _ after: Item) -> [String] {
        guard before != after else { return [] }
        return zip(Mirror(reflecting: before).children, Mirror(reflecting: after).children)
            .compactMap { old, new in
                let isSame = (old.value as? AnyHashable) == (new.value as? AnyHashable)
                return isSame ? nil : new.label.map(fileKey)
            }
    }

    /// `seenBy` is `seen-by` in a file; a few keys are singular there.
    private func fileKey(_ property: String) -> String {
        switch property {
        case "sources": return "source"
        case "consents": return "consent"
        default:
            return property.reduce(into: "") { key, letter in
                key += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
            }
        }
    }
}

extension Issue {
    /// The issue alone, so that a changed option is reported as such and not as a changed issue.
    fileprivate var withoutOptions: Issue {
        var result = self
        result.options = []
        return result
    }
}
