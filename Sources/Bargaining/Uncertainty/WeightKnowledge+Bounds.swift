import Negotiation

extension WeightKnowledge {
    /// The same weights, with what the total settles settled: a total that the ranges cannot reach is gone, and one that
    /// leaves no choice makes numbers of the ranges.
    var simplified: WeightKnowledge {
        guard case .ranges(let amounts, let total?) = self else { return self }
        let least = amounts.reduce(Rational.zero) { $0 + $1.least }
        let greatest = amounts.reduce(Rational.zero) { $0 + $1.greatest }
        guard least <= total, total <= greatest else { return .ranges(amounts) }
        if total == least { return .ranges(amounts.map { Amount($0.least) }) }
        if total == greatest { return .ranges(amounts.map { Amount($0.greatest) }) }
        let open = amounts.indices.filter { !amounts[$0].isExact }
        guard open.count > 1 else {
            var settled = amounts
            // Strictly between least and greatest there is at least one range.
            settled[open[0]] = Amount(total - (least - amounts[open[0]].least))
            return .ranges(settled)
        }
        // No range reaches beyond what the others leave of the total.
        let tight = amounts.map { amount in
            Amount(
                from: max(amount.least, total - (greatest - amount.greatest)),
                to: min(amount.greatest, total - (least - amount.least)))
        }
        return .ranges(tight, total: total)
    }

    /// The least of Σ weight · factor over all weights allowed, exactly.
    ///
    /// Ranges: each at the end that its factor asks for; with a total, what is left of it goes to the least factors first
    /// (a continuous knapsack: Dantzig, Operations Research 5, 1957). An order: one of the corners of the set, in which
    /// some first groups weigh the same and the others nothing.
    ///
    /// - Parameter factors: one an issue.
    /// - Complexity: O(n log n).
    public func least(of factors: [Rational]) -> Rational {
        switch simplified {
        case .ranges(let amounts, nil):
            return zip(amounts, factors).reduce(Rational.zero) { sum, pair in
                sum + pair.1 * (pair.1 < 0 ? pair.0.greatest : pair.0.least)
            }
        case .ranges(let amounts, let total?):
            var sum = Rational.zero
            var rest = total
            for (amount, factor) in zip(amounts, factors) {
                sum += amount.least * factor
                rest = rest - amount.least
            }
            for issue in amounts.indices.sorted(by: { factors[$0] < factors[$1] }) where rest > 0 {
                let more = min(rest, amounts[issue].greatest - amounts[issue].least)
                sum += more * factors[issue]
                rest = rest - more
            }
            return sum
        case .ordered(let groups, let total):
            var best: Rational?
            var sum = Rational.zero
            var count = 0
            for group in groups where !group.isEmpty {
                for issue in group { sum += factors[issue] }
                count += group.count
                let corner = total * sum / Rational(count)
                best = best.map { min($0, corner) } ?? corner
            }
            return best ?? .zero
        }
    }

    /// The greatest of Σ weight · factor over all weights allowed, exactly.
    ///
    /// - Complexity: O(n log n).
    public func greatest(of factors: [Rational]) -> Rational { -least(of: factors.map { -$0 }) }
}
