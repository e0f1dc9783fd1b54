public import Bargaining
public import Negotiation

/// What the rules and minimums of a dossier leave, whatever anybody wants. Needs no sheet.
public struct RuleSpace: Sendable {
    let model: OutcomeModel
    let space: OutcomeSpace?

    /// Prepares the questions.
    ///
    /// - Parameters:
    ///   - dossier: a dossier without faults, as its viewer sees it.
    ///   - budget: limits on the work of each question.
    public init(_ dossier: Dossier, budget: Budget = Budget()) {
        model = OutcomeModel(dossier)
        // Only a dossier with faults can fail here; every answer is then "not known".
        space = try? OutcomeSpace(model.problem([]), budget: budget)
    }

    /// The issues that can be settled: those with at least one option.
    public var issues: [Issue] { model.issues }

    /// All ways to settle all issues.
    public var packages: PackageCount? { space.map { PackageCount($0.packageCount) } }

    /// Those that keep the rules and breach no minimum.
    public var feasible: PackageCount? { space?.feasibleCount() }

    /// How many feasible packages agree with `choose`; nil where it names what is not there.
    public func feasible(agreeingWith choose: [IssueID: OptionID]) -> PackageCount? {
        indices(choose).flatMap { space?.feasibleCount(given: $0) }
    }

    /// Whether some feasible package agrees with `choose`; nil where the budget ran out.
    public func canComplete(_ choose: [IssueID: OptionID]) -> Bool? {
        indices(choose).flatMap { space?.canBeCompleted($0) }
    }

    /// The options of each issue that occur in some feasible package together with `choose`; nil where `choose` names
    /// what is not there, or the budget ran out.
    public func openOptions(with choose: [IssueID: OptionID]) -> [IssueID: [OptionID]]? {
        guard indices(choose) != nil else { return nil }
        return openOptions(
            where: .all(choose.sorted { $0.key < $1.key }.map { .choose($0.key, [$0.value]) }))
    }

    /// The options of each issue that some feasible package has of which `condition` is true; an issue without any
    /// is absent. Nil where the budget ran out.
    func openOptions(where condition: Condition) -> [IssueID: [OptionID]]? {
        guard let open = try? space?.optionsInFeasiblePackages(where: model.formula(condition)) else {
            return nil
        }
        var result: [IssueID: [OptionID]] = [:]
        for index in open {
            let issue = model.issues[index.issue]
            result[issue.id, default: []].append(issue.options[index.option].id)
        }
        return result
    }

    private func indices(_ choose: [IssueID: OptionID]) -> [Int: Int]? {
        var result: [Int: Int] = [:]
        for (place, issue) in model.issues.enumerated() {
            guard let option = choose[issue.id] else { continue }
            guard let index = issue.options.firstIndex(where: { $0.id == option }) else { return nil }
            result[place] = index
        }
        return result
    }
}
