import Assessment
import Negotiation

extension Telling {
    /// Packages worth testing: side by side, what they have in common, each in words; then the other drafted ones.
    func candidatesChapter() -> Document.Chapter? {
        let candidates = space?.candidates ?? []
        let known = candidates.map(\.explanation.package.choose)
        let drafted = situation.drafted.filter { !known.contains($0.package.choose) }
        guard !candidates.isEmpty || !drafted.isEmpty else { return nil }
        var blocks: [Block] = []
        let common = CommonGround(candidates.map(\.explanation), telling: self)
        if !candidates.isEmpty {
            blocks.append(
                .paragraph(
                    say(
                        "These are starting points for questions. Each says why it is worth testing, and what speaks against it."
                    )))
            if let assumed = space?.report.assumedWithoutAgreement, !assumed.isEmpty {
                blocks.append(
                    .note(
                        .assumption,
                        say(
                            "Nobody has said what having no agreement is worth to \(phrasing.parties(assumed)): the least utility over all packages stands in for it, so every package seems to gain over it."
                        )))
            }
            blocks += comparison(candidates.map(\.explanation))
            blocks += told(common)
        }
        for candidate in candidates { blocks += told(candidate, beyond: common) }
        if !drafted.isEmpty {
            if candidates.isEmpty {
                blocks += comparison(drafted)
            } else {
                blocks.append(.heading(say("Other drafted packages")))
            }
            blocks.append(.definitions(drafted.map { draft($0, isInTable: candidates.isEmpty) }))
        }
        return Document.Chapter(
            "packages", title: candidatesTitle(candidates.count, drafted.count), blocks: blocks)
    }

    private func candidatesTitle(_ candidates: Int, _ drafted: Int) -> Prose {
        switch (candidates, drafted) {
        case (0, 1): say("One package is drafted; none can be named as worth testing yet")
        case (0, let drafted):
            say("\(number(drafted)) packages are drafted; none can be named as worth testing yet").capitalised
        case (1, _): say("One package is worth testing")
        default: say("\(number(candidates)) packages are worth testing").capitalised
        }
    }

    /// The name of a package: its title, or a number where the program made it.
    func packageName(_ package: NamedPackage) -> String {
        if let title = package.title { return phrasing.text(title) }
        let made = "worth-testing-"
        guard package.name.hasPrefix(made), let place = Int(package.name.dropFirst(made.count)) else {
            return package.name
        }
        return say("Package \(number(place))").text
    }

    private func reason(_ reason: Situation.Candidate.Reason) -> Prose {
        switch reason {
        case .reference(let kind, let ties):
            let meaning = phrasing.yardstickMeaning(kind)
            let level =
                ties == "1"
                ? say("No other package is level with it.")
                : say("Of \(ties) packages level there, this is among those that change least from today.")
            let name = phrasing.yardstick(kind)
            if let standing = space?.report.references.standing(of: kind), !standing.isExact {
                let nearness = phrasing.unprovenShortly(standing)
                return say(
                    "of the packages found, the \(name) yardstick points at it: \(meaning) \(nearness)")
            }
            return say("the \(name) yardstick points at it: \(meaning) \(level)")
        case .drafted(_, let isOnFrontier):
            let all = phrasing.everyNegotiator(without: situation.without)
            return switch isOnFrontier {
            case true?:
                say(
                    "it is drafted, acceptable to \(all) on these sheets, and no other acceptable package gives one of them more at nobody’s cost."
                )
            case false?:
                say(
                    "it is drafted and acceptable to \(all) on these sheets; another acceptable package would give one of them more at nobody’s cost."
                )
            case nil: say("it is drafted and acceptable to \(all) on these sheets.")
            }
        }
    }

    private func told(_ candidate: Situation.Candidate, beyond common: CommonGround) -> [Block] {
        let explanation = candidate.explanation
        let because = candidate.reasons.enumerated().map { index, reason -> Prose in
            let words = self.reason(reason)
            return index == 0 ? say("Worth testing, because \(words)") : say("Also because \(words)")
        }
        var blocks: [Block] = [
            .heading(Prose(packageName(explanation.package))),
            .paragraph(because.joined(separator: Prose(" "))),
        ]
        let lines = [
            gains(of: explanation), consents(of: explanation, beyond: common),
            interests(of: explanation, beyond: common),
        ]
        var items = lines.joined().map { ItemList.Item($0) }
        if let outlook = explanation.outlook { items.insert(ItemList.Item(phrasing.share(outlook)), at: 0) }
        let objections = objections(to: explanation)
        items.append(
            ItemList.Item(
                objections.isEmpty
                    ? say("Against it: nothing that stands in this copy. Ask those whom it concerns.")
                    : say("Against it: \(objections.joined(separator: Prose(" ")))")))
        blocks.append(.list(ItemList(items: items)))
        return blocks
    }

    /// A drafted package that is not among those worth testing: what it changes, unless a table shows that, and why it is
    /// not.
    private func draft(_ explanation: Explanation, isInTable: Bool) -> Definition {
        let changed = explanation.choices.filter { !$0.isToday && $0.option != nil }
        var sentences: [Prose] = []
        if changed.isEmpty {
            sentences.append(say("It changes nothing."))
        } else if !isInTable {
            let choices = changed.compactMap { choice in
                choice.option.map { phrasing.choice([$0], of: choice.issue) }
            }
            sentences.append(say("It changes: \(choices.joined(separator: say("; ")))."))
        }
        let open = explanation.open.count
        if open > 0 {
            sentences.append(
                counted(
                    open, one: "It leaves one issue open: what it is worth depends on that.",
                    many: "It leaves \(number(open)) issues open: what it is worth depends on those."))
        }
        sentences += objections(to: explanation)
        return Definition(Prose(packageName(explanation.package)), sentences.joined(separator: Prose(" ")))
    }

    /// The candidates side by side with today, on the issues where one of them differs from it.
    private func comparison(_ packages: [Explanation]) -> [Block] {
        let changed = dossier.issues.filter { issue in
            packages.contains { package in package.package.choose[issue.id].map { $0 != issue.today } ?? false
            }
        }
        let kept = dossier.issues.filter { issue in
            issue.today != nil && packages.allSatisfy { $0.package.choose[issue.id] == issue.today }
        }.map(\.id)
        var blocks: [Block] = []
        for start in stride(from: 0, to: packages.count, by: Self.abreast) {
            let group = packages[start..<min(start + Self.abreast, packages.count)]
            let rows = changed.map { issue -> [DataTable.Cell] in
                let today = issue.today.map { Prose(phrasing.option($0, of: issue.id)) }
                return ["\(phrasing.text(issue.title))", DataTable.Cell(today ?? say("not stated"))]
                    + group.map { chosen($0, on: issue) }
            }
            let caption =
                packages.count == 1
                ? say("What it changes") : say("What they change against today, side by side")
            let columns =
                [column("Issue", namesRows: true), column("Today")]
                + group.map { DataTable.Column(Prose(packageName($0.package))) }
            if let table = table(caption, columns, rows) { blocks.append(table) }
        }
        if !kept.isEmpty {
            let names = phrasing.issuesInSentence(kept)
            blocks.append(.paragraph(say("As today in all that is shown: \(names).")))
        }
        return blocks
    }

    private func chosen(_ package: Explanation, on issue: Issue) -> DataTable.Cell {
        guard let option = package.package.choose[issue.id] else { return DataTable.Cell(say("open")) }
        return option == issue.today
            ? DataTable.Cell(say("as today")) : DataTable.Cell(Prose(phrasing.option(option, of: issue.id)))
    }

    /// So many packages fit beside each other on paper.
    private static let abreast = 4
}
