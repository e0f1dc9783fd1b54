import Assessment
import BigInt
import Negotiation
import Stability

extension StabilityBlocks {
    /// What would keep states.
    func keeping() -> [Block] {
        report.keeping.flatMap { keeping in
            [.heading(say("What would keep \(state(keeping.state)) (\(keeping.concept.rawValue))"))]
                + blocks(keeping)
        }
    }

    func blocks(_ keeping: StabilityReport.Keeping) -> [Block] {
        if keeping.structure.isKeptAlready {
            return [.paragraph(say("Nothing needs to change: nobody in this model gains by leaving it."))]
        }
        return [.bullets(report.makers.indices.map { preference(keeping, $0) })] + structure(keeping)
    }

    private func preference(_ keeping: StabilityReport.Keeping, _ maker: Int) -> Prose {
        let name = party(maker)
        guard let changes = keeping.preferences[maker] else {
            return say("\(name): what it prefers is not known well enough to say what would have to change.")
        }
        if changes.sets == [[]] { return say("\(name): nothing needs to change.") }
        guard !changes.sets.isEmpty else { return say("\(name): nothing was found within the budget.") }
        let shown = changes.sets.prefix(Self.setLimit).map { list($0) }
        let sentence = say(
            "\(name) would stay if to it \(phrasing.wording.list(shown.map(\.self), .or)) were no better than \(state(keeping.state))."
        )
        var parts = [sentence]
        if changes.sets.count > shown.count {
            parts.append(
                say(
                    "\(phrasing.wording.grouped(BigInt(changes.sets.count - shown.count))) more such sets are not listed; \(code: "--json") lists all."
                ))
        }
        if !changes.isComplete { parts.append(say("The budget ran out: there may be others.")) }
        return parts.joined(separator: Prose(" "))
    }

    private static var setLimit: Int { 6 }

    private func structure(_ keeping: StabilityReport.Keeping) -> [Block] {
        let found = keeping.structure.found
        var blocks: [Block] = []
        let singles = found.filter { $0.count == 1 }
        let pairs = found.filter { $0.count == 2 }
        if singles.isEmpty, pairs.isEmpty {
            blocks.append(
                .paragraph(
                    keeping.structure.isComplete
                        ? say(
                            "No change of one or two steps, and no state or two states less, would do by itself."
                        )
                        : say("Of the changes in what can be done that were tried, none would do by itself."))
            )
        }
        if !singles.isEmpty {
            blocks.append(
                .paragraph(
                    say("One change in what can be done would do by itself, with rankings as they are:")))
            blocks.append(.bullets(singles.prefix(limit).map { change($0[0]).capitalised }))
            if singles.count > limit {
                blocks.append(
                    .paragraph(
                        say("\(phrasing.wording.number(singles.count - limit)) more are not listed.")
                            .capitalised))
            }
        }
        if !pairs.isEmpty {
            blocks.append(.paragraph(say("Two changes together would do, where neither does by itself:")))
            blocks.append(
                .bullets(
                    pairs.prefix(Self.pairLimit).map {
                        say("\(change($0[0])), and \(change($0[1]))").capitalised
                    }))
            if pairs.count > Self.pairLimit {
                blocks.append(
                    .paragraph(
                        say(
                            "\(phrasing.wording.number(pairs.count - Self.pairLimit)) more pairs are not listed."
                        ).capitalised))
            }
        }
        if !keeping.structure.isComplete {
            let tried = keeping.structure
            blocks.append(
                .note(
                    .caution,
                    say(
                        "The budget ran out: \(String(tried.singles.tried)) of \(String(tried.singles.total)) single changes and \(String(tried.pairs.tried)) of \(String(tried.pairs.total)) pairs were tried."
                    )))
        }
        return blocks
    }

    private static var pairLimit: Int { 8 }

    private func change(_ change: StructureChange) -> Prose {
        switch change {
        case .add(let id): say("this is possible too: \(labelled(id))")
        case .oneWay(let id, .forth): say("this cannot be ended once it is begun: \(labelled(id))")
        case .oneWay(let id, _): say("this cannot be begun: \(labelled(id))")
        case .noReturn(let by, let from, let to):
            say("\(maker(by)) has no way from \(named(from)) to \(named(to))")
        case .forbid(let id): say("\(named(id)) cannot come about")
        }
    }

    /// A step with who can take it, unless its title begins with the name.
    private func labelled(_ id: ModelOptionID) -> Prose {
        let (title, name) = (option(id), owner(of: id))
        return title.hasPrefix(name) ? Prose(title) : say("\(title) (\(name))")
    }

    private func maker(_ id: PartyID) -> String {
        report.makers.firstIndex { $0.party == id }.map(party) ?? id.rawValue
    }

    private func named(_ id: StateID) -> Prose {
        report.states.place(of: id).map(state) ?? say("state \(code: id.rawValue)")
    }
}
