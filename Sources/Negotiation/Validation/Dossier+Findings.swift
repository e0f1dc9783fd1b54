extension Dossier {
    /// What a careful reader would ask about, as far as reading alone can tell, in the order of the file. What
    /// needs an engine (options that no rule allows) is found in `Assessment`.
    ///
    /// Complexity: linear in the dossier, times the rules for each drafted package and the parties for each
    /// stated position.
    public func findings() -> [Finding] {
        partyFindings() + agendaFindings() + tableFindings() + interestFindings() + positionFindings()
            + ruleFindings()
            + stageFindings() + packageFindings() + sourceFindings() + sheetFindings()
            + stabilityFindings() + commitmentFindings()
            + visibilityFindings()
    }

    private func partyFindings() -> [Finding] {
        let place = ItemPath(["parties"])
        let negotiators = self.negotiators
        guard let only = negotiators.first else {
            // A dossier has parties: a copy without any shows none of them, whatever their roles.
            return parties.isEmpty ? [] : [Finding(.noNegotiator, at: place)]
        }
        return negotiators.count == 1 ? [Finding(.oneNegotiator(only.id), at: place[only.id])] : []
    }

    private func agendaFindings() -> [Finding] {
        issues.flatMap { issue -> [Finding] in
            let place = ItemPath(["issues"])[issue.id]
            var result: [Finding] = []
            if issue.today == nil { result.append(Finding(.todayUnknown(issue.id), at: place)) }
            if issue.options.count == 1 {
                result.append(Finding(.singleOption(issue.id), at: place["options"]))
            }
            for option in issue.options where !option.breaches.isEmpty {
                result.append(
                    Finding(
                        .optionBreaches(issue.id, option.id, option.breaches),
                        at: place["options"][option.id]["breaches"]))
            }
            let needed = Set(issue.options.flatMap(\.consents).map(\.of)).sorted()
            for party in needed {
                let consents = issue.options.compactMap { option in
                    option.consents.first { $0.of == party }.map { (option.id, $0) }
                }
                let open = consents.filter { !$0.1.isAsked }.map(\.0)
                let refused = consents.filter { $0.1.answer == .no }.map(\.0)
                if let first = open.first {
                    let place = place["options"][first]["consent"]
                    result.append(Finding(.consentNotAsked(issue.id, party, open), at: place))
                }
                if let first = refused.first {
                    let place = place["options"][first]["consent"]
                    result.append(Finding(.consentRefused(issue.id, party, refused), at: place))
                }
            }
            return result
        }
    }

    private func tableFindings() -> [Finding] {
        var result: [Finding] = []
        for table in tables {
            for issue in table.issues.compactMap(issue) {
                let needed = Set(issue.options.flatMap(\.consents).map(\.of)).subtracting(table.parties)
                for party in needed.sorted() {
                    let options = issue.options.filter { $0.consents.contains { $0.of == party } }
                    result.append(
                        Finding(
                            .consentAbsent(table.id, issue.id, party, options.map(\.id)),
                            at: ItemPath(["tables"])[table.id]["issues"]))
                }
            }
        }
        if !tables.isEmpty {
            let discussed = Set(tables.flatMap(\.issues))
            for issue in issues where !discussed.contains(issue.id) {
                result.append(
                    Finding(.issueAtNoTable(issue.id), at: ItemPath(["issues"])[issue.id]))
            }
        }
        return result
    }

    private func interestFindings() -> [Finding] {
        guard !interests.isEmpty else { return [] }
        var result: [Finding] = []
        for issue in issues {
            for option in issue.options where option.serves.isEmpty && option.id != issue.today {
                result.append(
                    Finding(
                        .optionServesNothing(issue.id, option.id),
                        at: ItemPath(["issues"])[issue.id]["options"][option.id]))
            }
        }
        let served = Set(issues.flatMap(\.options).flatMap(\.serves))
        for interest in interests where !served.contains(interest.id) {
            result.append(
                Finding(.interestUnserved(interest.id), at: ItemPath(["interests"])[interest.id]))
        }
        return result
    }

    private func positionFindings() -> [Finding] {
        var earlier: [IssueID: [Stance]] = [:]
        var result: [Finding] = []
        for stance in stances {
            for other in earlier[stance.issue] ?? []
            where Set(other.options).isDisjoint(with: stance.options) {
                result.append(
                    Finding(
                        .positionsExclude(
                            stance.issue, other.of, other.options, stance.of, stance.options),
                        at: ItemPath(["positions"])[stance.positions[0]]))
            }
            earlier[stance.issue, default: []].append(stance)
        }
        return result
    }

    private func ruleFindings() -> [Finding] {
        rules.filter { $0.kind == nil }.map {
            Finding(.ruleWithoutKind($0.id), at: ItemPath(["rules"])[$0.id])
        }
    }

    private func stageFindings() -> [Finding] {
        // A stage without a list settles all that is left.
        guard !stages.isEmpty, !stages.contains(where: { $0.settles == nil }) else { return [] }
        let settled = Set(stages.flatMap { $0.settles ?? [] })
        return issues.filter { !settled.contains($0.id) }.map {
            Finding(.issueInNoStage($0.id), at: ItemPath(["stages"]))
        }
    }

    private func packageFindings() -> [Finding] {
        var result: [Finding] = []
        for package in packages {
            let place = ItemPath(["packages"])[package.id]
            for rule in rules where rule.broken.truth(in: package.choose) == true {
                result.append(Finding(.packageBreaksRule(package.id, rule.id), at: place["choose"]))
            }
            for issue in issues {
                guard let id = package.choose[issue.id], let option = issue.option(id),
                    !option.breaches.isEmpty
                else { continue }
                result.append(
                    Finding(
                        .packageBreachesMinimum(package.id, issue.id, id, option.breaches),
                        at: place["choose"][issue.id]))
            }
        }
        return result
    }

    private func sourceFindings() -> [Finding] {
        var result: [Finding] = []
        func list(_ subject: Fault.Subject, _ key: String, _ names: [String]) {
            guard let first = names.first else { return }
            result.append(Finding(.unsourced(subject, names: names), at: ItemPath([key, first])))
        }
        list(.issue, "issues", issues.filter { $0.sources.isEmpty }.map(\.id.rawValue))
        list(.interest, "interests", interests.filter { $0.sources.isEmpty }.map(\.id.rawValue))
        list(.minimum, "minimums", minimums.filter { $0.sources.isEmpty }.map(\.id.rawValue))
        list(.rule, "rules", rules.filter { $0.sources.isEmpty }.map(\.id.rawValue))
        let positions = self.positions.indices.filter { self.positions[$0].sources.isEmpty }
        if let first = positions.first {
            result.append(
                Finding(.positionsUnsourced(Array(positions)), at: ItemPath(["positions"])[first]))
        }
        for reading in readings where Set(reading.says.map(\.text)).count > 1 {
            result.append(
                Finding(
                    .rivalReadings(reading.id, statements: reading.says.count),
                    at: ItemPath(["readings"])[reading.id]))
        }
        return result
    }
}

extension Condition {
    /// Whether the condition is surely true or surely false of every package that completes `choose`, as far as
    /// the open issues leave each part independent of the others; nil where it may be either.
    ///
    /// Complexity: linear in the size of the condition.
    public func truth(in choose: [IssueID: OptionID]) -> Bool? {
        switch self {
        case .choose(let issue, let options):
            return choose[issue].map(options.contains)
        case .all(let parts):
            let truths = parts.map { $0.truth(in: choose) }
            return truths.contains(false) ? false : truths.contains(nil) ? nil : true
        case .any(let parts):
            let truths = parts.map { $0.truth(in: choose) }
            return truths.contains(true) ? true : truths.contains(nil) ? nil : false
        case .not(let part):
            return part.truth(in: choose).map { !$0 }
        }
    }
}
