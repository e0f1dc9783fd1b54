public import Bargaining
public import Negotiation

extension Dossier {
    /// All findings: what reading tells, and what only the rules together tell (an option that no feasible package
    /// has, a rule that never matters, a drafted package that cannot be completed, positions that cannot meet).
    ///
    /// - Parameter budget: limits on the engine's work; where it runs out, `checkUnfinished`
    ///   says so.
    public func allFindings(budget: Budget = Budget()) -> [Finding] {
        findings() + RuleFindings(self, budget: budget).findings()
            + AnswerFindings(dossier: self, model: OutcomeModel(self)).findings()
    }
}

/// The findings that need the engine.
private struct RuleFindings {
    let dossier: Dossier
    let rules: RuleSpace
    let budget: Budget

    init(_ dossier: Dossier, budget: Budget) {
        self.dossier = dossier
        self.budget = budget
        rules = RuleSpace(dossier, budget: budget)
    }

    func findings() -> [Finding] {
        guard let space = rules.space, !rules.model.prohibitions.isEmpty else { return [] }
        switch space.isEverythingForbidden {
        case nil: return [Finding(.checkUnfinished, at: ItemPath(["rules"]))]
        case true?:
            // Where nothing is feasible, every option and package would be reported; the conflict says it all.
            return [conflict(in: space)]
        case false?: return impossibleOptions(space) + idleRules(space) + brokenPackages() + farPositions()
        }
    }

    private func conflict(in space: OutcomeSpace) -> Finding {
        let conflict = space.conflictingProhibitions()
        var names: [RuleID] = []
        var minimums: [MinimumID] = []
        for prohibition in (conflict?.prohibitions ?? []).map({ rules.model.prohibitions[$0] }) {
            switch prohibition {
            case .rule(let id): names.append(id)
            case .breach(let issue, let option):
                let breached = dossier.issue(issue)?.option(option)?.breaches ?? []
                minimums += breached.filter { !minimums.contains($0) }
            }
        }
        return Finding(
            .nothingFeasible(names, minimums: minimums, isMinimal: conflict?.minimal ?? false),
            at: ItemPath([names.isEmpty ? "issues" : "rules"]))
    }

    private func impossibleOptions(_ space: OutcomeSpace) -> [Finding] {
        guard let impossible = space.optionsInNoFeasiblePackage() else {
            return [Finding(.checkUnfinished, at: ItemPath(["issues"]))]
        }
        return impossible.compactMap { index in
            let issue = rules.issues[index.issue]
            let option = issue.options[index.option]
            // What breaches a minimum is excluded on purpose, and reported as such.
            guard option.breaches.isEmpty else { return nil }
            return Finding(
                .optionImpossible(issue.id, option.id),
                at: ItemPath(["issues"])[issue.id]["options"][option.id])
        }
    }

    private func idleRules(_ space: OutcomeSpace) -> [Finding] {
        guard let idle = space.prohibitionsThatNeverMatter() else {
            return [Finding(.checkUnfinished, at: ItemPath(["rules"]))]
        }
        return idle.compactMap { index in
            guard case .rule(let id) = rules.model.prohibitions[index] else { return nil }
            return Finding(.ruleNeverMatters(id), at: ItemPath(["rules"])[id])
        }
    }

    private func brokenPackages() -> [Finding] {
        dossier.packages.compactMap { package in
            let place = ItemPath(["packages"])[package.id]["choose"]
            // A rule that is surely broken, or a breach, is reported by name.
            guard !dossier.rules.contains(where: { $0.broken.truth(in: package.choose) == true }),
                !package.choose.contains(where: { issue, option in
                    !(dossier.issue(issue)?.option(option)?.breaches.isEmpty ?? true)
                })
            else { return nil }
            switch rules.canComplete(package.choose) {
            case true?: return nil
            case false?: return Finding(.packageCannotBeCompleted(package.id), at: place)
            case nil: return Finding(.checkUnfinished, at: place)
            }
        }
    }

    /// Pairs of answers to different issues, last stated by different parties, that no feasible package can both meet,
    /// though it can meet each; once each pair, whoever stated them.
    ///
    /// Complexity: one walk of the engine for each distinct answer, then a look at every pair.
    private func farPositions() -> [Finding] {
        var met: [(statement: Finding.Statement, place: Int, open: [IssueID: [OptionID]])] = []
        for (statement, place) in statements() {
            let condition = Condition.choose(statement.issue, statement.options)
            guard let open = rules.openOptions(where: condition) else {
                return [Finding(.checkUnfinished, at: ItemPath(["positions"]))]
            }
            if !open.isEmpty { met.append((statement, place, open)) }
        }
        var result: [Finding] = []
        for (index, two) in met.enumerated() {
            for one in met[..<index] where one.statement.issue != two.statement.issue {
                // One party alone may well want what cannot be had together.
                guard one.statement.of.count > 1 || one.statement.of != two.statement.of else { continue }
                let open = two.open[one.statement.issue] ?? []
                guard !open.contains(where: one.statement.options.contains) else { continue }
                result.append(
                    Finding(
                        .positionsCannotMeet(
                            one.statement, two.statement,
                            rulesBetween(one.statement.issue, two.statement.issue)),
                        at: ItemPath(["positions"])[two.place]))
            }
        }
        return result
    }

    /// Each answer that was stated, once, with everybody who stated it and the place where it first stands.
    private func statements() -> [(Finding.Statement, place: Int)] {
        var known: [Condition: Int] = [:]
        var result: [(Finding.Statement, place: Int)] = []
        for stance in dossier.stances {
            let key = Condition.choose(stance.issue, stance.options.sorted())
            if let index = known[key] {
                result[index].0.of.append(stance.of)
            } else {
                known[key] = result.count
                let statement = Finding.Statement(
                    of: [stance.of], issue: stance.issue, options: stance.options)
                result.append((statement, stance.positions[0]))
            }
        }
        return result
    }

    /// The rules that speak of both issues: the likeliest reasons to name.
    private func rulesBetween(_ one: IssueID, _ two: IssueID) -> [RuleID] {
        dossier.rules.filter { rule in
            let issues = Set(rule.broken.choices.map(\.issue))
            return issues.contains(one) && issues.contains(two)
        }.map(\.id)
    }
}

extension OutcomeSpace {
    /// Whether no package at all is feasible; nil where the budget ran out.
    var isEverythingForbidden: Bool? { canBeCompleted([:]).map { !$0 } }
}
