import Negotiation

extension Form {
    /// A sheet's file; its keys stand in the order of the dossier's issues and options.
    static func sheet(_ sheet: Sheet, in dossier: Dossier) -> Form {
        let issues = NameOrder(dossier.issues.map(\.id))
        var keys = FormBuilder()
        keys.add("party", name(sheet.party))
        keys.add("basis", .word(sheet.basis.rawValue))
        keys.add("by", text: sheet.by)
        keys.add("dated", date: sheet.dated)
        keys.add("text", text: sheet.text)
        keys.add("source", sources(sheet.sources))
        keys.add("seen-by", visibility(sheet.seenBy))
        if sheet.weights != .numbers([:]) { keys.add("weights", weights(sheet.weights, issues)) }
        let values = issues.sorted(sheet.values).map { entry in
            let options = NameOrder((dossier.issue(entry.key)?.options ?? []).map(\.id))
            return (entry.key.rawValue, optionValues(entry.value, options))
        }
        if !values.isEmpty { keys.add("values", .mapping(values, isOpen: true)) }
        if !sheet.outOf.isEmpty {
            keys.add(
                "out-of", .mapping(issues.sorted(sheet.outOf).map { ($0.key.rawValue, .number($0.value)) }))
        }
        keys.add("interactions", list: sheet.interactions.map { interaction($0) }, isOpen: true)
        keys.add("at-most", sheet.atMost.map { .number($0) })
        keys.add("without-agreement", sheet.withoutAgreement.map { withoutAgreement($0) })
        keys.add("red-lines", list: sheet.redLines.map { redLine($0) }, isOpen: true)
        keys.add("answers", list: sheet.answers.map { answer($0, issues) }, isOpen: true)
        if let states = sheet.states {
            let model = dossier.stability
            let order = NameOrder(((model?.states ?? []) + (model?.coalesced ?? [])).map(\.id))
            keys.add("states", statePreferences(states, order, options: model?.options.count ?? 0))
        }
        let read = dossier.timetable.readings.flatMap(\.commitments)
        let order = NameOrder((dossier.commitments + read).map(\.id))
        let stakes = order.sorted(sheet.commitments).map { ($0.key.rawValue, stake($0.value)) }
        if !stakes.isEmpty { keys.add("commitments", .mapping(stakes, isOpen: true)) }
        keys.add("discount-a-year", sheet.discountAYear.map { amount($0) })
        keys.add("incentives", sheet.incentives.map { incentives($0) })
        return keys.mapping(isOpen: true)
    }

    private static func weights(_ weights: Weights, _ order: NameOrder<Issue>) -> Form {
        var keys = FormBuilder()
        let total: Rational?
        switch weights {
        case .numbers(let amounts, let sum):
            for (issue, amount) in order.sorted(amounts) { keys.add(issue.rawValue, self.amount(amount)) }
            total = sum
        case .order(let groups, let sum):
            keys.add("order", self.groups(groups))
            total = sum
        case .levels(let levels, let sum):
            keys.add("levels", self.levels(order.sorted(levels)))
            total = sum
        }
        keys.add("total", total.map { .number($0) })
        return keys.mapping()
    }

    private static func optionValues(_ values: OptionValues, _ order: NameOrder<Option>) -> Form {
        switch values {
        case .numbers(let amounts):
            .mapping(order.sorted(amounts).map { ($0.key.rawValue, amount($0.value)) })
        case .order(let groups): .mapping([("order", self.groups(groups))])
        case .levels(let levels): .mapping([("levels", self.levels(order.sorted(levels)))])
        }
    }

    static func groups<Subject>(_ groups: [[Identifier<Subject>]]) -> Form {
        .list(groups.map { $0.count == 1 ? name($0[0]) : .list($0.map { name($0) }) })
    }

    private static func levels<Subject>(_ levels: [(key: Identifier<Subject>, value: Level)]) -> Form {
        .mapping(levels.map { ($0.key.rawValue, .word($0.value.rawValue)) })
    }

    private static func interaction(_ interaction: Interaction) -> Form {
        var keys = FormBuilder()
        keys.add("when", condition(interaction.when))
        keys.add("add", amount(interaction.add))
        keys.add("because", text: interaction.because)
        keys.add(sources: interaction.sources)
        return keys.mapping()
    }

    private static func withoutAgreement(_ scenario: WithoutAgreement) -> Form {
        if let worth = scenario.worth, scenario == WithoutAgreement(worth: worth) { return amount(worth) }
        var keys = FormBuilder()
        keys.add("text", text: scenario.text)
        keys.add("worth", scenario.worth.map { amount($0) })
        let overTime = scenario.overTime.sorted { $0.key < $1.key }.map { ("\($0.key)mo", amount($0.value)) }
        if !overTime.isEmpty { keys.add("over-time", .mapping(overTime)) }
        keys.add(sources: scenario.sources)
        return keys.mapping()
    }

    private static func redLine(_ line: RedLine) -> Form {
        var keys = FormBuilder()
        keys.add("choose", condition(line.choose))
        keys.add("firmness", .word(line.firmness.rawValue))
        keys.add("because", text: line.because)
        keys.add(sources: line.sources)
        return keys.mapping()
    }
}
