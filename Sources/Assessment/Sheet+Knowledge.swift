import Bargaining
import Negotiation

extension OutcomeModel {
    /// All that a sheet allows, by the engine's indices.
    ///
    /// Values become shares of their issue's whole. An option without a value is unknown: from nothing to the whole. An
    /// issue without a weight weighs 0.
    ///
    /// - Parameter scoring: the sheet's central numbers, which hold its red lines.
    func knowledge(of sheet: Sheet, _ scoring: Scoring) -> PartyKnowledge {
        PartyKnowledge(
            weights: weights(of: sheet), values: issues.map { values(of: $0, in: sheet) },
            interactions: sheet.interactions.map {
                PartyKnowledge.Interaction(when: formula($0.when), add: $0.add)
            },
            cap: sheet.atMost, redLines: scoring.redLines.map { formula($0.choose) },
            withoutAgreement: sheet.withoutAgreement?.now)
    }

    private func weights(of sheet: Sheet) -> WeightKnowledge {
        let places = Dictionary(
            issues.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let groups: [[IssueID]]
        let total: Rational?
        switch sheet.weights {
        case .numbers(let amounts, let sum):
            return .ranges(issues.map { amounts[$0.id] ?? Amount(0) }, total: sum)
        case .order(let order, let sum):
            (groups, total) = (order, sum)
        case .levels(let levels, let sum):
            // What is indifferent weighs nothing, as on central values.
            let kept = levels.filter { $0.value < .indifferent }
            groups = Set(kept.values).sorted().map { level in kept.filter { $0.value == level }.keys.sorted()
            }
            total = sum
        }
        let known = groups.map { $0.compactMap { places[$0] } }.filter { !$0.isEmpty }
        return .ordered(known, total: total ?? Sheet.defaultTotal)
    }

    private func values(of issue: Issue, in sheet: Sheet) -> ValueKnowledge {
        let places = Dictionary(
            issue.options.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let whole = sheet.whole(of: issue.id)
        var result = ValueKnowledge()
        var groups: [[OptionID]] = []
        switch sheet.values[issue.id] {
        case .numbers(let amounts)?:
            for (option, amount) in amounts {
                guard let place = places[option] else { continue }
                result.free[place] = Amount(from: amount.least / whole, to: amount.greatest / whole)
            }
        case .order(let order)?: groups = order
        case .levels(let levels)?:
            groups = Set(levels.values).sorted().map { level in
                levels.filter { $0.value == level }.keys.sorted()
            }
        case nil: break
        }
        result.chain = groups.map { $0.compactMap { places[$0] } }.filter { !$0.isEmpty }
        let named = Set(result.chain.joined()).union(result.free.keys)
        for place in issue.options.indices where !named.contains(place) {
            result.free[place] = Amount(from: 0, to: 1)
        }
        return result
    }
}
