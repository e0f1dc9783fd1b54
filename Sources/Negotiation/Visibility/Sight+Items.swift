extension Sight {
    func shown(_ party: Party) -> Party? {
        guard parties.contains(party.id) else { return nil }
        guard sees(party.seenBy) else {
            // A party always knows that it takes part; what the team wrote about it stays with the team.
            return Party(
                id: party.id, name: party.name, roles: party.roles, seenBy: shown(party.seenBy))
        }
        var result = party
        result.of.removeAll { !parties.contains($0) }
        result.concerns.removeAll { options[$0] == nil }
        result.consulted = party.consulted.compactMap { consultation in
            var result = consultation
            result.issues.removeAll { options[$0] == nil }
            result.sources = shown(consultation.sources)
            return result.issues.isEmpty && !consultation.issues.isEmpty ? nil : result
        }
        result.sources = shown(party.sources)
        result.seenBy = shown(party.seenBy)
        return result
    }

    func shown(_ table: Table) -> Table? {
        guard sees(table.seenBy) else { return nil }
        var result = table
        result.parties.removeAll { !parties.contains($0) }
        result.issues.removeAll { options[$0] == nil }
        result.sources = shown(table.sources)
        result.seenBy = shown(table.seenBy)
        return result
    }

    func shown(_ issue: Issue) -> Issue? {
        guard let visible = options[issue.id] else { return nil }
        var result = issue
        result.options = issue.options.filter { visible.contains($0.id) }.map(shown)
        result.today = issue.today.flatMap { visible.contains($0) ? $0 : nil }
        result.sources = shown(issue.sources)
        result.seenBy = shown(issue.seenBy)
        return result
    }

    private func shown(_ option: Option) -> Option {
        var result = option
        result.consents = option.consents.filter { parties.contains($0.of) }.map { consent in
            var result = consent
            result.sources = shown(consent.sources)
            return result
        }
        result.serves.removeAll { !interests.contains($0) }
        result.harms.removeAll { !interests.contains($0) }
        result.breaches.removeAll { !minimums.contains($0) }
        result.commitments = option.commitments.compactMap(shown)
        result.sources = shown(option.sources)
        result.seenBy = shown(option.seenBy)
        return result
    }

    func shown(_ interest: Interest) -> Interest? {
        guard interests.contains(interest.id) else { return nil }
        var result = interest
        result.of.removeAll { !parties.contains($0) }
        result.sources = shown(interest.sources)
        result.seenBy = shown(interest.seenBy)
        return result
    }

    func shown(_ position: Position) -> Position? {
        guard sees(position.seenBy), parties.contains(position.of) else { return nil }
        guard let visible = options[position.issue], visible.isSuperset(of: position.options) else {
            return nil
        }
        var result = position
        if case .parties(let ids) = position.to {
            let known = ids.filter(parties.contains)
            result.to = known.isEmpty ? nil : .parties(known)
        }
        result.sources = shown(position.sources)
        result.seenBy = shown(position.seenBy)
        return result
    }

    func shown(_ minimum: Minimum) -> Minimum? {
        guard minimums.contains(minimum.id) else { return nil }
        var result = minimum
        result.concerns.removeAll { options[$0] == nil }
        result.sources = shown(minimum.sources)
        result.seenBy = shown(minimum.seenBy)
        return result
    }

    func shown(_ rule: Rule) -> Rule? {
        guard sees(rule.seenBy), seesAll(in: rule.broken) else { return nil }
        var result = rule
        result.sources = shown(rule.sources)
        result.seenBy = shown(rule.seenBy)
        return result
    }

    func shown(_ stage: Stage) -> Stage? {
        guard sees(stage.seenBy) else { return nil }
        var result = stage
        result.settles?.removeAll { options[$0] == nil }
        result.defers.removeAll { options[$0.issue] == nil }
        result.sources = shown(stage.sources)
        result.seenBy = shown(stage.seenBy)
        return result
    }

    func shown(_ package: Package) -> Package? {
        guard sees(package.seenBy), Self.seesAll(in: package, of: options) else { return nil }
        var result = package
        result.commitments = package.commitments.compactMap(shown)
        result.sources = shown(package.sources)
        result.seenBy = shown(package.seenBy)
        return result
    }

    func shown(_ source: Source) -> Source? {
        guard sources.contains(source.id) else { return nil }
        var result = source
        result.seenBy = shown(source.seenBy)
        return result
    }

    func shown(_ reading: Reading) -> Reading? {
        guard sees(reading.seenBy) else { return nil }
        var result = reading
        result.says = reading.says.map { Reading.Statement(text: $0.text, sources: shown($0.sources)) }
        result.seenBy = shown(reading.seenBy)
        return result
    }

    func shown(_ sheet: Sheet) -> Sheet? {
        guard parties.contains(sheet.party) else { return nil }
        let isOwn = viewer == .party(sheet.party) && sheet.basis == .declared
        guard isOwn || sees(sheet.seenBy) else { return nil }
        var result = sheet
        result.weights = shown(sheet.weights)
        result.values = Dictionary(
            uniqueKeysWithValues: sheet.values.compactMap { issue, values in
                options[issue].map { (issue, shown(values, among: $0)) }
            })
        result.outOf = sheet.outOf.filter { options[$0.key] != nil }
        result.interactions = sheet.interactions.filter { seesAll(in: $0.when) }.map { interaction in
            var result = interaction
            result.sources = shown(interaction.sources)
            return result
        }
        result.redLines = sheet.redLines.filter { seesAll(in: $0.choose) }.map { line in
            var result = line
            result.sources = shown(line.sources)
            return result
        }
        result.answers = sheet.answers.filter { seesAll(in: $0) }.map { answer in
            var result = answer
            result.sources = shown(answer.sources)
            return result
        }
        result.withoutAgreement?.sources = shown(sheet.withoutAgreement?.sources ?? [])
        result.states = sheet.states.flatMap(shown)
        result.commitments = sheet.commitments.filter { knows($0.key) }
        // Without its states such a sheet would be one about packages that says nothing.
        if sheet.states != nil, result.states == nil, sheet.saysNothingOfOptions,
            result.commitments.isEmpty, sheet.discountAYear == nil, sheet.incentives == nil
        {
            return nil
        }
        result.sources = shown(sheet.sources)
        result.seenBy = shown(sheet.seenBy)
        return result
    }

    /// An answer that speaks of what the viewer may not see is absent, whole.
    private func seesAll(in answer: SheetAnswer) -> Bool {
        answer.issues.allSatisfy { options[$0] != nil }
            && answer.choices.allSatisfy { options[$0.issue]?.contains($0.option) ?? false }
    }

    private func shown(_ weights: Weights) -> Weights {
        switch weights {
        case .numbers(let amounts, let total):
            // With the total, the weight of an issue that the viewer may not see could be worked out.
            .numbers(
                amounts.filter { options[$0.key] != nil }, total: viewer == .team ? total : nil)
        case .order(let groups, let total):
            .order(
                groups.map { $0.filter { options[$0] != nil } }.filter { !$0.isEmpty }, total: total)
        case .levels(let levels, let total):
            .levels(levels.filter { options[$0.key] != nil }, total: total)
        }
    }

    private func shown(_ values: OptionValues, among visible: Set<OptionID>) -> OptionValues {
        switch values {
        case .numbers(let amounts): .numbers(amounts.filter { visible.contains($0.key) })
        case .order(let groups):
            .order(groups.map { $0.filter(visible.contains) }.filter { !$0.isEmpty })
        case .levels(let levels): .levels(levels.filter { visible.contains($0.key) })
        }
    }
}
