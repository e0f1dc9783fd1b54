public import Bargaining
public import Negotiation

extension Dossier {
    /// What can be said of a package without any sheet: choices, rules, consents, interests, minimums.
    ///
    /// - Parameters:
    ///   - package: the package, whole or partial.
    ///   - budget: limits on the search for a way to complete a partial package.
    ///
    /// Complexity: linear in the dossier for a whole package.
    public func explanation(of package: NamedPackage, budget: Budget = Budget()) -> Explanation {
        let choices = issues.map { issue in
            let option = package.choose[issue.id]
            return Explanation.Choice(
                issue: issue.id, option: option, isToday: option != nil && option == issue.today)
        }
        let chosen = issues.compactMap { issue in
            package.choose[issue.id].flatMap(issue.option).map { (issue, $0) }
        }
        let broken =
            rules.filter { $0.broken.truth(in: package.choose) == true }.map { Prohibition.rule($0.id) }
            + chosen.filter { !$0.1.breaches.isEmpty }.map { .breach($0.0.id, $0.1.id) }
        return Explanation(
            package: package, choices: choices,
            open: choices.filter { $0.option == nil }.map(\.issue),
            broken: broken,
            isFeasible: feasibility(of: package, broken: broken, budget),
            consents: consents(of: chosen), interests: touchedInterests(of: chosen),
            minimums: minimums.map(\.id), worths: [], withoutSheet: negotiatorsWithoutSheet, outlook: nil)
    }

    private var negotiatorsWithoutSheet: [PartyID] {
        let known = Set(sheets.map(\.party))
        return negotiators.map(\.id).filter { !known.contains($0) }
    }

    private func feasibility(of package: NamedPackage, broken: [Prohibition], _ budget: Budget) -> Bool? {
        if !broken.isEmpty { return false }
        if package.choose.count == issues.count { return true }
        return RuleSpace(self, budget: budget).canComplete(package.choose)
    }

    private func consents(of chosen: [(Issue, Option)]) -> [Explanation.NeededConsent] {
        let needed = chosen.flatMap { issue, option in
            option.consents.map { (issue: issue.id, option: option.id, consent: $0) }
        }
        return parties.map(\.id).compactMap { party in
            let own = needed.filter { $0.consent.of == party }
            return own.isEmpty ? nil : Explanation.NeededConsent(party: party, options: own)
        }
    }

    private func touchedInterests(of chosen: [(Issue, Option)]) -> [Explanation.TouchedInterest] {
        interests.compactMap { interest in
            let served = chosen.filter { $0.1.serves.contains(interest.id) }.map(\.0.id)
            let harmed = chosen.filter { $0.1.harms.contains(interest.id) }.map(\.0.id)
            guard !served.isEmpty || !harmed.isEmpty else { return nil }
            return Explanation.TouchedInterest(
                interest: interest.id, servedBy: served, harmedBy: harmed)
        }
    }
}
