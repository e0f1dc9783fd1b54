/// Two neighbouring ranks of one decision maker, exchanged.
public struct RankSwap: Hashable, Sendable {
    /// The decision maker.
    public var mover: Int
    /// The states of the higher rank.
    public var upper: [Int]
    /// The states of the rank below.
    public var lower: [Int]
}

/// What equilibria rest on: which of them survive every exchange of two neighbouring ranks, and which single exchange turns them.
public struct RankSensitivity: Hashable, Sendable {
    /// By concept and equilibrium: the exchanges after which it is none.
    public var turning: [Concept: [Int: [RankSwap]]]
    /// By concept: states that are no equilibria and become one, and by which exchange.
    public var gaining: [Concept: [Int: [RankSwap]]]
    /// How many exchanges were tried.
    public var tried: Int
    /// How many there are.
    public var total: Int

    /// Whether all were tried.
    public var isComplete: Bool { tried == total }
}

extension GraphModel {
    /// What the equilibria rest on.
    ///
    /// - Parameter budget: how many states may be judged in all; with each exchange all states are judged anew.
    /// - Throws: ``ModelTooLarge`` as ``verdicts(_:cores:)``.
    ///
    /// Exchanges are tried for decision makers whose preference is known by levels, from the top rank down. Where decision makers see
    /// each other's preferences differently, the exchange is made in the decision maker's own. Complexity: the ranks of all
    /// decision makers times that of the verdicts.
    public func rankSensitivity(budget: Int = 4_000_000) throws(ModelTooLarge) -> RankSensitivity {
        let base = try verdicts()
        let equilibria = Dictionary(uniqueKeysWithValues: Concept.allCases.map { ($0, base.equilibria($0)) })
        var swaps: [RankSwap] = []
        for (mover, preference) in preferences.enumerated() {
            guard let groups = preference.groups else { continue }
            for (upper, lower) in zip(groups, groups.dropFirst()) {
                swaps.append(RankSwap(mover: mover, upper: upper, lower: lower))
            }
        }
        var result = RankSensitivity(turning: [:], gaining: [:], tried: 0, total: swaps.count)
        for swap in swaps {
            guard (result.tried + 1) * graph.count <= budget,
                case .levels(var levels) = preferences[swap.mover]
            else { break }
            let (high, low) = (levels[swap.upper[0]], levels[swap.lower[0]])
            for state in swap.upper { levels[state] = low }
            for state in swap.lower { levels[state] = high }
            var changed = self
            changed.preferences[swap.mover] = .levels(levels)
            let verdicts = try changed.verdicts()
            for concept in Concept.allCases {
                guard let old = equilibria[concept] else { continue }
                let new = verdicts.equilibria(concept)
                if old == new { continue }
                for state in old where !new.contains(state) {
                    result.turning[concept, default: [:]][state, default: []].append(swap)
                }
                for state in new where !old.contains(state) {
                    result.gaining[concept, default: [:]][state, default: []].append(swap)
                }
            }
            result.tried += 1
        }
        return result
    }
}
