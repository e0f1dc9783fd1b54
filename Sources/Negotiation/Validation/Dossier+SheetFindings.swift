extension Dossier {
    func sheetFindings() -> [Finding] {
        var result: [Finding] = []
        for party in parties {
            let own = sheets.filter { $0.party == party.id }
            let ofPackages = own.filter { !$0.saysStatesAlone }
            if ofPackages.isEmpty, party.isNegotiator {
                result.append(
                    Finding(.negotiatorWithoutSheet(party.id), at: ItemPath(["parties"])[party.id]))
            }
            // Either kind of question takes one sheet, so several that answer it need a default.
            let ofStates = own.filter { $0.states?.heldBy.isEmpty == true }
            for rivals in [ofPackages, ofStates] where rivals.count > 1 && defaultSheets[party.id] == nil {
                result.append(
                    Finding(
                        .sheetUndecided(party.id, rivals.map(\.id)),
                        at: ItemPath(["sheets"])[rivals[0].id]["party"]))
                break
            }
        }
        return result + sheets.flatMap(findings)
    }

    private func findings(of sheet: Sheet) -> [Finding] {
        let place = ItemPath(["sheets"])[sheet.id]
        var result: [Finding] = []
        if sheet.basis == .estimate, sheet.seenBy != .team {
            result.append(Finding(.estimateShown(sheet.id), at: place["seen-by"]))
        }
        return (sheet.saysStatesAlone ? [] : packageFindings(of: sheet)) + result
    }

    /// What is asked of a sheet that is to say how good packages are.
    private func packageFindings(of sheet: Sheet) -> [Finding] {
        let place = ItemPath(["sheets"])[sheet.id]
        var result: [Finding] = []
        let weighed = sheet.weights.issues
        let unweighed = issues.map(\.id).filter { !weighed.contains($0) }
        if !unweighed.isEmpty {
            result.append(Finding(.weightsMissing(sheet.id, unweighed), at: place["weights"]))
        }
        for issue in issues where weighed.contains(issue.id) {
            let known = sheet.values[issue.id]?.options ?? []
            let missing = issue.options.map(\.id).filter { !known.contains($0) }
            if !missing.isEmpty {
                result.append(
                    Finding(.valuesMissing(sheet.id, issue.id, missing), at: place["values"][issue.id]))
            }
            result += numberFindings(of: sheet, on: issue)
        }
        let tied = issues.filter { issue in
            guard case .order(let groups)? = sheet.values[issue.id] else { return false }
            return issue.options.count > 1 && groups.count == 1
        }
        if !tied.isEmpty {
            result.append(Finding(.everythingTied(sheet.id, tied.map(\.id)), at: place["values"]))
        }
        if let scenario = sheet.withoutAgreement, let worth = scenario.worth, let now = scenario.overTime[0],
            worth != now
        {
            result.append(
                Finding(
                    .worthContradicted(sheet.id, worth, now),
                    at: place["without-agreement"]["over-time"]["0mo"]))
        }
        if sheet.withoutAgreement?.now == nil {
            let isTold = sheet.withoutAgreement?.text != nil && !sheet.hasNumbers
            result.append(
                Finding(
                    isTold ? .worthInWords(sheet.id) : .worthMissing(sheet.id), at: place["without-agreement"]
                ))
        }
        if case .numbers(let amounts, let total?) = sheet.weights {
            let least = amounts.values.reduce(Rational.zero) { $0 + $1.least }
            let greatest = amounts.values.reduce(Rational.zero) { $0 + $1.greatest }
            if total < least || total > greatest {
                result.append(
                    Finding(
                        .totalMissed(sheet.id, total: total, least: least, greatest: greatest),
                        at: place["weights"]["total"]))
            }
        }
        return result
    }

    private func numberFindings(of sheet: Sheet, on issue: Issue) -> [Finding] {
        guard case .numbers(let amounts)? = sheet.values[issue.id] else { return [] }
        let place = ItemPath(["sheets"])[sheet.id]["values"][issue.id]
        let whole = sheet.whole(of: issue.id)
        var result: [Finding] = []
        let outside = amounts.filter { $0.value.least < 0 || $0.value.greatest > whole }
        for (option, amount) in outside.sorted(by: { $0.key < $1.key }) {
            result.append(
                Finding(
                    .valueOutside(sheet.id, issue.id, option, amount, outOf: whole),
                    at: place[option]))
        }
        // Values of 0 to 1 under the default out-of of 100 are the likeliest slip.
        let isSmall = amounts.values.allSatisfy { $0.greatest * 20 <= whole }
        if isSmall, let greatest = amounts.values.map(\.greatest).max(), greatest > 0 {
            result.append(
                Finding(
                    .valuesSmall(sheet.id, issue.id, greatest: greatest, outOf: whole), at: place))
        }
        return result
    }
}

extension Sheet {
    /// Whether a number or range says how much something counts or how good it is.
    fileprivate var hasNumbers: Bool {
        if case .numbers(let amounts, _) = weights, !amounts.isEmpty { return true }
        return values.values.contains {
            if case .numbers(let amounts) = $0 { !amounts.isEmpty } else { false }
        }
    }
}
