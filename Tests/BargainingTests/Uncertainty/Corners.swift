import Bargaining
import Negotiation

/// Every corner of what a sheet allows, written out: the slow and obvious way to exact bounds.
struct Corners {
    let party: PartyKnowledge

    /// The corners of the set of weights.
    var weights: [[Rational]] {
        switch party.weights {
        case .ranges(let amounts, let total):
            let ends = amounts.map { $0.isExact ? [$0.least] : [$0.least, $0.greatest] }
            let box = Self.product(ends)
            guard let total else { return box }
            // On the plane of the total all but one weight stand at an end.
            var result: [[Rational]] = []
            for corner in box {
                for issue in amounts.indices {
                    var weights = corner
                    let others = corner.indices.reduce(Rational.zero) { $1 == issue ? $0 : $0 + corner[$1] }
                    weights[issue] = total - others
                    if weights[issue] >= amounts[issue].least, weights[issue] <= amounts[issue].greatest {
                        result.append(weights)
                    }
                }
            }
            return result.isEmpty ? box : result
        case .ordered(let groups, let total):
            var result: [[Rational]] = []
            for last in groups.indices {
                var weights = [Rational](repeating: .zero, count: party.values.count)
                let members = groups[...last].joined()
                for issue in members { weights[issue] = total / Rational(members.count) }
                result.append(weights)
            }
            return result.isEmpty ? [[Rational](repeating: .zero, count: party.values.count)] : result
        }
    }

    /// The corners of the shares of one issue's options.
    func shares(of issue: Int, options: Int) -> [[Rational]] {
        let known = party.values[issue]
        let inner = max(0, known.chain.count - 2)
        var result: [[Rational]] = []
        let free = known.free.sorted { $0.key < $1.key }
        for high in 0...inner {
            for ends in Self.product(free.map { [$0.value.least, $0.value.greatest] }) {
                var shares = [Rational](repeating: .zero, count: options)
                for (rank, group) in known.chain.enumerated() {
                    // The first is whole, the last nothing, and of those between some first ones are whole.
                    let isWhole = rank == 0 || rank < known.chain.count - 1 && rank <= high
                    for option in group { shares[option] = isWhole ? 1 : 0 }
                }
                for (place, entry) in free.enumerated() { shares[entry.key] = ends[place] }
                result.append(shares)
            }
        }
        return result
    }

    static func product<Value>(_ lists: [[Value]]) -> [[Value]] {
        lists.reduce([[]]) { rows, list in rows.flatMap { row in list.map { row + [$0] } } }
    }

    /// The least and greatest of `measure`, a function of weights and, an issue each, of that issue's shares alone.
    func range(_ counts: [Int], _ measure: (_ issue: Int, _ shares: [Rational]) -> Rational) -> Amount {
        var (least, greatest): (Rational?, Rational?) = (nil, nil)
        let ends = counts.indices.map { issue in
            let all = shares(of: issue, options: counts[issue]).map { measure(issue, $0) }
            return [all.min()!, all.max()!]
        }
        for weights in weights {
            for shares in Self.product(ends) {
                let sum = zip(weights, shares).reduce(Rational.zero) { $0 + $1.0 * $1.1 }
                least = least.map { min($0, sum) } ?? sum
                greatest = greatest.map { max($0, sum) } ?? sum
            }
        }
        return Amount(from: least!, to: greatest!)
    }
}
