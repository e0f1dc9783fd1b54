import Assessment
import Bargaining
import Negotiation

extension Telling {
    /// What the rules leave: how many packages, answers that no package has, every rule with its reason.
    func rulesChapter() -> Document.Chapter? {
        guard let packages = situation.packages, !dossier.issues.isEmpty else { return nil }
        var blocks: [Block] = []
        let possible = wording.count(packages)
        let feasible = situation.feasible.map(wording.count)
        let isNothing = situation.feasible?.upper.isZero ?? false
        if let feasible {
            let left: Prose =
                switch (dossier.rules.isEmpty, situation.feasible == packages) {
                case (true, true): say("No rule is stated.")
                case (true, false): say("No rule is stated; the minimums leave \(feasible).")
                case (false, _): say("The rules and minimums leave \(feasible).")
                }
            blocks.append(.paragraph(say("Ways to settle every issue: \(possible). \(left)")))
        } else {
            blocks.append(
                .note(
                    .notKnown,
                    say("How many packages the rules leave could not be counted within the budget.")))
        }
        if isNothing { blocks += conflict() }
        let closed = isNothing ? [] : closedOptions()
        if !closed.isEmpty {
            blocks.append(.heading(say("Answers that no package can have")))
            blocks.append(.bullets(closed))
        }
        if let rules = table(
            say("Rules"), [column("What the rule says"), column("Because"), column("Kind")],
            dossier.rules.map { rule in
                [
                    DataTable.Cell(
                        phrasing.demand(rule),
                        note: rule.sources.isEmpty ? nil : say("Source: \(phrasing.citations(rule.sources)).")
                    ),
                    DataTable.Cell(Prose(rule.because.map(phrasing.text) ?? "")),
                    DataTable.Cell(phrasing.shortRuleKind(rule.kind)),
                ]
            })
        {
            blocks.append(rules)
            blocks.append(.paragraph(kindsOfRules()))
        }
        return Document.Chapter("rules", title: rulesTitle(packages), blocks: blocks)
    }

    private func rulesTitle(_ packages: PackageCount) -> Prose {
        let all = wording.brief(packages)
        guard let feasible = situation.feasible else {
            return say("What the rules leave of \(all) packages was not counted to the end")
        }
        if feasible.upper.isZero { return say("The rules leave no package at all") }
        if feasible == packages {
            return packages.exact && packages.lower == 1
                ? say("There is one package, and the rules allow it")
                : say("No rule excludes any of the \(all) packages")
        }
        if feasible.exact, feasible.lower == 1 { return say("The rules leave one of \(all) packages") }
        return say("The rules leave \(wording.brief(feasible)) of \(all) packages")
    }

    /// What the kinds in the table mean.
    private func kindsOfRules() -> Prose {
        let kinds = Rule.Kind.allCases.filter { kind in dossier.rules.contains { $0.kind == kind } }
        let meanings = kinds.map { phrasing.ruleKind($0) }.joined(separator: say("; "))
        return kinds.isEmpty
            ? say("A political judgement is never a rule.")
            : say("Kinds: \(meanings). A political judgement is never a rule.")
    }

    /// The rules that exclude everything together.
    private func conflict() -> [Block] {
        guard case .nothingFeasible(let conflict?)? = space?.report.obstacle else {
            let findings = situation.findings.compactMap { finding -> Finding.Reason? in
                if case .nothingFeasible = finding.reason { finding.reason } else { nil }
            }
            return findings.map { .paragraph(say("\(phrasing.finding($0)) \(phrasing.remedy($0))")) }
        }
        return [
            .paragraph(phrasing.lead(of: conflict)),
            .bullets(conflict.prohibitions.map(phrasing.prohibitionInWords)),
        ]
    }

    private func closedOptions() -> [Prose] {
        guard let open = situation.openOptions else { return [] }
        return dossier.issues.flatMap { issue in
            issue.options.filter { !(open[issue.id] ?? []).contains($0.id) }.map { option in
                let name = phrasing.heading([option.id], of: issue.id)
                return option.breaches.isEmpty ? name : say("\(name) (it would breach a minimum)")
            }
        }
    }
}
