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
        let issueIndex = Dictionary(uniqueKeysWithValues: issues.enumerated().map { ($1.id, $0) })
        let optionIndex = Dictionary(
            uniqueKeysWithValues: issues.map { issue in
                (
                    issue.id,
                    Dictionary(uniqueKeysWithValues: issue.options.enumerated().map { ($1.id, $0) })
                )
            })
        self.issueIndex = issueIndex
        self.optionIndex = optionIndex
        let breaches = issues.flatMap { issue in
            issue.options.filter { !$0.breaches.isEmpty }.map { (issue.id, $0.id) }
        }
        prohibitions = dossier.rules.map { .rule($0.id) } + breaches.map { .breach($0.0, $0.1) }
        let conditions = dossier.rules.map(\.broken) + breaches.map { .choose($0.0, [$0.1]) }
        formulas = conditions.map { Self.formula($0, issueIndex, optionIndex) }
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

    /// The condition that a package agrees with `choose`.
    func agreement(with choose: [IssueID: OptionID]) -> Formula {
        .all(
            choose.sorted { $0.key < $1.key }.map { formula(.choose($0.key, [$0.value])) })
    }

    func choices(_ package: [Int]) -> [IssueID: OptionID] {
        Dictionary(
            uniqueKeysWithValues: zip(issues, package).map { ($0.id, $0.options[$1].id) })
    }

    func indices(_ choose: [IssueID: OptionID]) -> [Int]? {
        var result: [Int] = []
        for issue in issues {
            guard let option = choose[issue.id], let index = optionIndex[issue.id]?[option] else {
                return nil
            }
            result.append(index)
        }
        return result
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

    func problem(_ scorings: [Scoring], extra: [Formula] = []) -> BargainingProblem {
        BargainingProblem(
            optionCounts: issues.map(\.options.count), prohibitions: formulas + extra,
            parties: scorings.map(party))
    }
}
