import Bargaining
import Negotiation

/// What makes packages infeasible, in the order in which the engine knows it.
public enum Prohibition: Hashable, Sendable {
    /// A rule of the dossier.
    case rule(RuleID)
    /// An option that would breach minimums.
    case breach(IssueID, OptionID)
}

/// A dossier translated into the engine's indices, and back.
struct OutcomeModel: Sendable {
    /// The issues with at least one visible option, in the order of the dossier.
    let issues: [Issue]
    let prohibitions: [Prohibition]
    let formulas: [Formula]
    private let issueIndex: [IssueID: Int]
    private let optionIndex: [IssueID: [OptionID: Int]]

    init(_ dossier: Dossier) {
        issues = dossier.issues.filter { !$0.options.isEmpty }
        let issueIndex = Self.places(issues.map(\.id))
        let optionIndex = Dictionary(
            issues.map { ($0.id, Self.places($0.options.map(\.id))) }, uniquingKeysWith: { first, _ in first }
        )
        self.issueIndex = issueIndex
        self.optionIndex = optionIndex
        let breaches = issues.flatMap { issue in
            issue.options.filter { !$0.breaches.isEmpty }.map { (issue.id, $0.id) }
        }
        prohibitions = dossier.rules.map { .rule($0.id) } + breaches.map { .breach($0.0, $0.1) }
        let conditions = dossier.rules.map(\.broken) + breaches.map { .choose($0.0, [$0.1]) }
        formulas = conditions.map { Self.formula($0, issueIndex, optionIndex) }
    }

    /// Where each name stands; of a name that stands twice, which is a fault, the first place.
    private static func places<Subject>(_ ids: [Identifier<Subject>]) -> [Identifier<Subject>: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func formula(_ condition: Condition) -> Formula { Self.formula(condition, issueIndex, optionIndex) }

    private static func formula(
        _ condition: Condition, _ issueIndex: [IssueID: Int], _ optionIndex: [IssueID: [OptionID: Int]]
    ) -> Formula {
        switch condition {
        case .choose(let issue, let options):
            guard let index = issueIndex[issue], let known = optionIndex[issue] else {
                return .constant(false)
            }
            return .chosen(issue: index, options: options.compactMap { known[$0] }.sorted())
        case .all(let parts): return .all(parts.map { formula($0, issueIndex, optionIndex) })
        case .any(let parts): return .any(parts.map { formula($0, issueIndex, optionIndex) })
        case .not(let part): return .not(formula(part, issueIndex, optionIndex))
        }
    }

    /// The places of issues and options that are chosen; names that lead nowhere are left out.
    func indices(_ choose: [IssueID: OptionID]) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for (issue, option) in choose {
            guard let place = issueIndex[issue], let index = optionIndex[issue]?[option] else { continue }
            result[place] = index
        }
        return result
    }

    func choices(_ package: [Int]) -> [IssueID: OptionID] {
        Dictionary(
            zip(issues, package).map { ($0.id, $0.options[$1].id) }, uniquingKeysWith: { first, _ in first })
    }

    func party(_ scoring: Scoring) -> PartyModel {
        PartyModel(
            values: issues.map { issue in
                issue.options.map { scoring.points[issue.id]?[$0.id] ?? 0 }
            },
            interactions: scoring.interactions.map {
                Bargaining.Interaction(when: formula($0.when), add: $0.add)
            },
            cap: scoring.atMost, redLines: scoring.redLines.map { formula($0.choose) },
            withoutAgreement: scoring.withoutAgreement)
    }

    func problem(_ scorings: [Scoring]) -> BargainingProblem {
        BargainingProblem(
            optionCounts: issues.map(\.options.count), prohibitions: formulas,
            parties: scorings.map(party))
    }
}
