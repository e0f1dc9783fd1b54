import Negotiation

extension ChangeWording {
    func details(_ old: Sheet, _ new: Sheet) -> [Prose?] {
        let head: [Prose?] = [
            parties("whose", [old.party], [new.party]),
            turned(
                say("who says so"), before.basis(old.basis, of: [old.id]), now.basis(new.basis, of: [new.id])),
            rewritten(say("by"), old.by, new.by), dates("dated", old.dated, new.dated),
            rewritten(say("text"), old.text, new.text),
        ]
        let outOf = each(old.outOf, new.outOf, order: order) { issue, old, new in
            turned(say("\(title(issue)) is out of"), old.map(points), new.map(points))
        }
        let tail: [Prose?] = [
            listed(say("combinations"), old.interactions, new.interactions) { $0.interaction($1) },
            turned(say("at most"), old.atMost.map(points), new.atMost.map(points)),
            turned(
                say("worth of no agreement"), (old.withoutAgreement?.worth).map(before.amount),
                (new.withoutAgreement?.worth).map(now.amount)),
            rewritten(say("without agreement"), old.withoutAgreement?.text, new.withoutAgreement?.text),
            sources(old.withoutAgreement?.sources ?? [], new.withoutAgreement?.sources ?? []).map {
                say("without agreement, \($0)")
            },
            listed(say("red lines"), old.redLines, new.redLines) { $0.withoutStop($0.redLine($1)) },
            states(old.states, new.states),
        ]
        return head + weights(old.weights, new.weights) + values(old.values, new.values) + outOf + tail
            + stakes(old, new) + marks((old.sources, old.seenBy), (new.sources, new.seenBy))
    }

    /// Preferences among states are not told one by one: the chapter on them has them.
    private func states(_ old: StatePreferences?, _ new: StatePreferences?) -> Prose? {
        guard old != new else { return nil }
        let label = say("what it prefers among the states of the model")
        return switch (old, new) {
        case (nil, _): say("\(label): added")
        case (_, nil): say("\(label): taken out")
        default: say("\(label): changed")
        }
    }

    private var order: [IssueID] { now.dossier.issues.map(\.id) }

    private func points(_ number: Rational) -> Prose { Prose(now.wording.points(number)) }

    private func title(_ issue: IssueID) -> Prose {
        now.dossier.issue(issue) == nil ? before.issueInSentence(issue) : now.issueInSentence(issue)
    }

    private func weights(_ old: Weights, _ new: Weights) -> [Prose?] {
        let total = turned(say("total of the weights"), old.total.map(points), new.total.map(points))
        let parts: [Prose?] =
            switch (old, new) {
            case (.numbers(let old, _), .numbers(let new, _)):
                each(old, new, order: order) { issue, old, new in
                    turned(say("weight of \(title(issue))"), old.map(before.amount), new.map(now.amount))
                }
            case (.levels(let old, _), .levels(let new, _)):
                each(old, new, order: order) { issue, old, new in
                    turned(say("weight of \(title(issue))"), old.map(before.level), new.map(now.level))
                }
            default: [turned(say("weights"), before.words(old), now.words(new))]
            }
        return parts + [total]
    }

    private func values(_ old: [IssueID: OptionValues], _ new: [IssueID: OptionValues]) -> [Prose?] {
        Set(order).union(old.keys).union(new.keys).sorted { place($0) < place($1) }.flatMap {
            issue -> [Prose?] in
            guard old[issue] != new[issue] else { return [] }
            func choice(_ option: OptionID) -> Prose {
                now.dossier.issue(issue)?.option(option) == nil
                    ? before.choice([option], of: issue) : now.choice([option], of: issue)
            }
            let options = now.dossier.issue(issue)?.options.map(\.id) ?? []
            switch (old[issue], new[issue]) {
            case (.numbers(let old)?, .numbers(let new)?):
                return each(old, new, order: options) { option, old, new in
                    turned(say("value of \(choice(option))"), old.map(before.amount), new.map(now.amount))
                }
            case (.levels(let old)?, .levels(let new)?):
                return each(old, new, order: options) { option, old, new in
                    turned(choice(option), old.map(before.level), new.map(now.level))
                }
            case (let old, let new):
                return [
                    turned(
                        say("options of \(title(issue))"), old.map { before.words($0, of: issue) },
                        new.map { now.words($0, of: issue) })
                ]
            }
        }
    }

    /// Issues in the order of the dossier, those that are gone after them.
    private func place(_ issue: IssueID) -> (Int, String) {
        (order.firstIndex(of: issue) ?? order.count, issue.rawValue)
    }
}

extension Phrasing {
    /// Weights in words: `“Line”, then “Aid” and “Scope”`.
    fileprivate func words(_ weights: Weights) -> Prose {
        switch weights {
        case .order(let ranks, _): then(ranks.map { issuesInSentence($0) })
        case .numbers(let amounts, _):
            amounts.isEmpty
                ? say("none")
                : row(amounts.sorted { $0.key < $1.key }.map { say("\(issueInSentence($0)) \(amount($1))") })
        case .levels(let levels, _):
            row(levels.sorted { $0.key < $1.key }.map { say("\(issueInSentence($0)) \(level($1))") })
        }
    }

    /// The values of one issue's options in words: `“Zone”, then “Freeze”`.
    fileprivate func words(_ values: OptionValues, of issue: IssueID) -> Prose {
        switch values {
        case .order(let ranks): then(ranks.map { options($0, of: issue) })
        case .numbers(let amounts):
            row(amounts.sorted { $0.key < $1.key }.map { say("“\(option($0, of: issue))” \(amount($1))") })
        case .levels(let levels):
            row(levels.sorted { $0.key < $1.key }.map { say("“\(option($0, of: issue))” \(level($1))") })
        }
    }

    private func then(_ ranks: [Prose]) -> Prose { ranks.joined(separator: say(", then ")) }
    private func row(_ parts: [Prose]) -> Prose { parts.joined(separator: say(", ")) }

    /// What a combination adds or takes.
    fileprivate func interaction(_ interaction: Interaction) -> Prose {
        let points = amount(interaction.add)
        let result = say("\(condition(interaction.when)) (\(points))")
        return interaction.because.map { say("\(result), because \(quoted(text($0)))") } ?? result
    }
}

extension Weights {
    /// The stated sum.
    fileprivate var total: Rational? {
        switch self {
        case .numbers(_, let total), .order(_, let total), .levels(_, let total): total
        }
    }
}
