import Assessment
import Negotiation

extension Telling {
    /// Packages worth testing, each in words, then the other drafted ones.
    func candidatesChapter() -> Document.Chapter? {
        let candidates = space?.candidates ?? []
        let known = candidates.map(\.explanation.package.choose)
        let drafted = situation.drafted.filter { !known.contains($0.package.choose) }
        guard !candidates.isEmpty || !drafted.isEmpty else { return nil }
        var blocks: [Block] = []
        if !candidates.isEmpty {
            blocks.append(
                .paragraph(
                    say(
                        "These are starting points for questions. Each says why it is worth testing, and what speaks against it."
                    )))
        }
        if let table = differences(candidates.map(\.explanation)) { blocks.append(table) }
        for candidate in candidates {
            blocks += told(candidate.explanation, reasons: candidate.reasons)
        }
        if !candidates.isEmpty, !drafted.isEmpty {
            blocks.append(.heading(say("Other drafted packages")))
        }
        for explanation in drafted { blocks += told(explanation, reasons: []) }
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
    func packageName(_ package: Assessment.NamedPackage) -> String {
        if let title = package.title { return phrasing.text(title) }
        let made = "worth-testing-"
        guard package.name.hasPrefix(made), let place = Int(package.name.dropFirst(made.count)) else {
            return package.name
        }
        return say("Package \(number(place))").text
    }

    /// Why a package is worth testing, to follow the word *because*.
    func shortReason(_ candidate: Situation.Candidate) -> Prose {
        let kinds = candidate.reasons.compactMap { reason -> Prose? in
            if case .reference(let kind, _) = reason { phrasing.yardstick(kind) } else { nil }
        }
        switch kinds.count {
        case 0: return say("it is drafted and no negotiator would lose by it on these sheets")
        case 1: return say("the \(kinds[0]) yardstick points at it")
        default: return say("the yardsticks \(wording.list(kinds)) point at it")
        }
    }

    private func reason(_ reason: Situation.Candidate.Reason) -> Prose {
        switch reason {
        case .reference(let kind, let ties):
            let meaning = phrasing.yardstickMeaning(kind)
            let level =
                ties == "1"
                ? say("No other package is level with it.")
                : say("Of \(ties) packages level there, this is among those that change least from today.")
            return say("the \(phrasing.yardstick(kind)) yardstick points at it: \(meaning) \(level)")
        case .drafted(_, let isOnFrontier):
            return switch isOnFrontier {
            case true?:
                say(
                    "it is drafted, acceptable to every negotiator on these sheets, and from it nobody in this model gains unless somebody loses."
                )
            case false?:
                say(
                    "it is drafted and acceptable to every negotiator on these sheets; another package would give somebody more at nobody’s cost."
                )
            case nil: say("it is drafted and acceptable to every negotiator on these sheets.")
            }
        }
    }

    private func told(_ explanation: Explanation, reasons: [Situation.Candidate.Reason]) -> [Block] {
        var blocks: [Block] = [.heading(Prose(packageName(explanation.package)))]
        for (index, reason) in reasons.enumerated() {
            let words = self.reason(reason)
            blocks.append(
                .paragraph(
                    index == 0 ? say("Worth testing, because \(words)") : say("Also because \(words)")))
        }
        blocks += contents(of: explanation)
        let lines = [gains(of: explanation), consents(of: explanation), interests(of: explanation)]
        var items = lines.joined().map { ItemList.Item($0) }
        let objections = objections(to: explanation)
        if !objections.isEmpty {
            items.append(
                ItemList.Item(say("What speaks against it:"), nested: objections.map { ItemList.Item($0) }))
        }
        if !items.isEmpty { blocks.append(.list(ItemList(items: items))) }
        return blocks
    }

    /// What a package chooses, where it differs from today and where not.
    private func contents(of explanation: Explanation) -> [Block] {
        let changed = explanation.choices.filter { !$0.isToday && $0.option != nil }
        let kept = explanation.choices.filter(\.isToday).map { phrasing.issue($0.issue) }
        let rows = changed.map { choice -> [DataTable.Cell] in
            let today = dossier.issue(choice.issue)?.today
            return [
                "\(phrasing.issue(choice.issue))",
                DataTable.Cell(
                    today.map { Prose(phrasing.option($0, of: choice.issue)) } ?? say("not stated")),
                DataTable.Cell(Prose(choice.option.map { phrasing.option($0, of: choice.issue) } ?? "")),
            ]
        }
        var sentences: [Prose] = []
        if !kept.isEmpty { sentences.append(say("As today: \(wording.list(kept)).")) }
        if !explanation.open.isEmpty {
            sentences.append(say("Left open: \(phrasing.issues(explanation.open))."))
        }
        let rest = sentences.joined(separator: Prose(" "))
        guard
            let table = table(
                say("What it changes"),
                [column("Issue", namesRows: true), column("Today"), column("In this package")], rows)
        else { return [.paragraph(say("It changes nothing. \(rest)"))] }
        return rest.isEmpty ? [table] : [table, .paragraph(rest)]
    }

    /// Where the candidates part ways, side by side.
    private func differences(_ packages: [Explanation]) -> Block? {
        guard packages.count > 1 else { return nil }
        let rows = dossier.issues.compactMap { issue -> [DataTable.Cell]? in
            let options = packages.map { $0.package.choose[issue.id] }
            guard Set(options).count > 1 else { return nil }
            return ["\(phrasing.text(issue.title))"]
                + options.map { option in
                    DataTable.Cell(option.map { Prose(phrasing.option($0, of: issue.id)) } ?? say("open"))
                }
        }
        return table(
            say("Where they differ; on all other issues they agree"),
            [column("Issue", namesRows: true)]
                + packages.map { DataTable.Column(Prose(packageName($0.package))) }, rows)
    }
}
