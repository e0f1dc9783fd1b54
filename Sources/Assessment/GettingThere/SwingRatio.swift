import Negotiation

/// The bounds of a ratio of two swings: of what lies between the best and the worst option of two issues, to one
/// party. An end may be infinite, and may be out of reach.
struct SwingRatio: Hashable, Sendable {
    /// The least; never infinite.
    var least: Rational
    /// Whether it is above the least in any case.
    var isAboveLeast = false
    /// The greatest; nil where there is none.
    var greatest: Rational?
    /// Whether it is below the greatest in any case.
    var isBelowGreatest = false

    /// Whether every value of this ratio is above every value of another.
    func isSurelyAbove(_ other: SwingRatio) -> Bool {
        guard let top = other.greatest else { return false }
        return least > top || least == top && (isAboveLeast || other.isBelowGreatest)
    }

    /// Whether some value of this ratio is above some value of another.
    func mayBeAbove(_ other: SwingRatio) -> Bool { greatest.map { $0 > other.least } ?? true }

    /// The same of the issues the other way round.
    var inverse: SwingRatio {
        SwingRatio(
            least: greatest.map { $0 > 0 ? 1 / $0 : 0 } ?? 0,
            isAboveLeast: isBelowGreatest || greatest == nil,
            greatest: least > 0 ? 1 / least : nil, isBelowGreatest: isAboveLeast)
    }
}

extension Sheet {
    /// The exact bounds of the ratio of two issues' swings, weight × (best − worst) / out-of; nil where either swing is
    /// surely nothing.
    ///
    /// In an order of weights, an issue counts for more than one that stands behind it, by nobody knows how much.
    ///
    /// - Parameter sum: what all weights sum to, ``sumOfWeights``.
    func swingRatio(
        of one: IssueID, _ oneSpread: Amount, to other: IssueID, _ otherSpread: Amount, sum: Amount
    ) -> SwingRatio? {
        guard oneSpread.greatest > 0, otherSpread.greatest > 0,
            var ratio = weightRatio(of: one, to: other, sum)
        else { return nil }
        ratio.least = ratio.least * oneSpread.least / otherSpread.greatest
        ratio.greatest =
            otherSpread.least > 0 ? ratio.greatest.map { $0 * oneSpread.greatest / otherSpread.least } : nil
        return ratio
    }

    /// What all weights sum to, where they are numbers; else nothing.
    var sumOfWeights: Amount {
        guard case .numbers(let amounts, _) = weights else { return Amount(0) }
        return Amount(
            from: amounts.values.reduce(Rational.zero) { $0 + $1.least },
            to: amounts.values.reduce(Rational.zero) { $0 + $1.greatest })
    }

    private func weightRatio(of one: IssueID, to other: IssueID, _ sum: Amount) -> SwingRatio? {
        switch weights {
        case .numbers(let amounts, let total):
            guard let a = amounts[one], let b = amounts[other], a.greatest > 0, b.greatest > 0 else {
                return nil
            }
            return Self.ratio(
                a, b, restLeast: sum.least - a.least - b.least,
                restGreatest: sum.greatest - a.greatest - b.greatest, total)
        case .order(let groups, _):
            return Self.ratio(
                groups.firstIndex { $0.contains(one) }, groups.firstIndex { $0.contains(other) })
        case .levels(let levels, _):
            let used = Set(levels.values).filter { $0 < .indifferent }.sorted()
            return Self.ratio(
                levels[one].flatMap(used.firstIndex), levels[other].flatMap(used.firstIndex))
        }
    }

    private static func ratio(_ one: Int?, _ other: Int?) -> SwingRatio? {
        guard let one, let other else { return nil }
        if one == other { return SwingRatio(least: 1, greatest: 1) }
        return one < other
            ? SwingRatio(least: 1, isAboveLeast: true, greatest: nil)
            : SwingRatio(least: 0, greatest: 1, isBelowGreatest: true)
    }

    /// Over a rectangle of two weights, cut by the total where one is stated: a ratio is extreme at a corner.
    private static func ratio(
        _ a: Amount, _ b: Amount, restLeast: Rational, restGreatest: Rational, _ total: Rational?
    ) -> SwingRatio? {
        var corners = [a.least, a.greatest].flatMap { x in [b.least, b.greatest].map { (x, $0) } }
        if let total {
            let least = total - restGreatest
            let greatest = total - restLeast
            let cuts = [least, greatest].flatMap { sum in
                [a.least, a.greatest].map { ($0, sum - $0) } + [b.least, b.greatest].map { (sum - $0, $0) }
            }
            let inside = (corners + cuts).filter { x, y in
                x >= a.least && x <= a.greatest && y >= b.least && y <= b.greatest && x + y >= least
                    && x + y <= greatest
            }
            // Where the weights cannot sum to the total, which is a finding, the total is left aside.
            if !inside.isEmpty { corners = inside }
        }
        let ratios = corners.filter { $0.1 > 0 }.map { $0.0 / $0.1 }
        guard let least = ratios.min() else { return nil }
        return SwingRatio(least: least, greatest: corners.contains { $0.1 == 0 } ? nil : ratios.max())
    }
}
