import Negotiation

/// One party's knowledge laid out for drawing many completions side by side: rows of numbers, one number a completion.
///
/// Rows in order: a weight an issue, then what is unknown of shares, of interactions and of no agreement. A completion is
/// made of floating-point numbers; they lie in what the sheet allows but for the last place.
struct DrawPlan: Sendable {
    /// How the weights are drawn.
    enum Weights: Sendable {
        /// Each from its least with its width.
        case independent(least: [Double], width: [Double])
        /// The same, uniform over what sums to the total.
        case summing(least: [Double], width: [Double], total: Double)
        /// Uniforms in descending order scaled to the total; the size of each group, and each issue's group.
        case ordered(sizes: [Double], group: [Int?], total: Double)
    }

    /// Where a number comes from.
    enum Value: Sendable {
        case known(Double)
        case row(Int)
    }

    /// A number drawn between two ends.
    struct Range: Sendable {
        var row: Int
        var least: Double
        var width: Double
    }

    let issues: Int
    let weights: Weights
    /// Rows of one chain each, best first, to be drawn in descending order.
    private(set) var chains: [Swift.Range<Int>] = []
    private(set) var ranges: [Range] = []
    /// Issue × option: its share.
    private(set) var shares: [[Value]] = []
    private(set) var adds: [Value] = []
    /// The worth without agreement; `nil` where nobody has said.
    private(set) var floor: Value?
    let cap: Double?
    private(set) var rows: Int

    /// For each unknown entry of the party, in its order: its row and the ends between which it lies.
    private(set) var unknowns: [Range] = []

    init(_ party: PartyKnowledge, optionCounts: [Int]) {
        issues = optionCounts.count
        rows = optionCounts.count
        // A cap that is no less than any worth without agreement cannot make a package unacceptable.
        cap = party.cap.flatMap { cap in
            party.withoutAgreement.map { cap >= $0.greatest } ?? true ? nil : cap.doubleValue
        }
        let known = party.weights.simplified
        switch known {
        case .ranges(let amounts, let total):
            let least = amounts.map(\.least.doubleValue)
            let width = amounts.map { ($0.greatest - $0.least).doubleValue }
            weights =
                total.map { .summing(least: least, width: width, total: $0.doubleValue) }
                ?? .independent(least: least, width: width)
            for issue in amounts.indices where !amounts[issue].isExact {
                unknowns.append(Range(row: issue, least: least[issue], width: width[issue]))
            }
        case .ordered(let groups, let total):
            var group = [Int?](repeating: nil, count: optionCounts.count)
            var heavier = 0
            for (place, members) in groups.enumerated() {
                for issue in members { group[issue] = place }
                heavier += members.count
                guard groups.count > 1, let issue = members.first else { continue }
                // The first group weighs most where it has all, least where all weigh the same.
                let most = (total / Rational(heavier)).doubleValue
                let all = groups.reduce(0) { $0 + $1.count }
                let least = place == 0 ? (total / Rational(all)).doubleValue : 0
                unknowns.append(Range(row: issue, least: least, width: most - least))
            }
            weights = .ordered(
                sizes: groups.map { Double($0.count) }, group: group, total: total.doubleValue)
        }
        for (issue, known) in party.values.enumerated() { add(known, options: optionCounts[issue]) }
        for interaction in party.interactions { adds.append(value(of: interaction.add)) }
        floor = party.withoutAgreement.map { value(of: $0) }
    }

    private mutating func add(_ known: ValueKnowledge, options: Int) {
        var own = [Value](repeating: .known(1), count: options)
        let first = rows
        for (rank, group) in known.chain.enumerated() where rank > 0 {
            if rank == known.chain.count - 1 {
                for option in group { own[option] = .known(0) }
            } else {
                for option in group { own[option] = .row(rows) }
                unknowns.append(Range(row: rows, least: 0, width: 1))
                rows += 1
            }
        }
        if rows > first { chains.append(first..<rows) }
        for (option, amount) in known.free.sorted(by: { $0.key < $1.key }) { own[option] = value(of: amount) }
        shares.append(own)
    }

    private mutating func value(of amount: Amount) -> Value {
        if amount.isExact { return .known(amount.least.doubleValue) }
        let range = Range(
            row: rows, least: amount.least.doubleValue, width: (amount.greatest - amount.least).doubleValue)
        ranges.append(range)
        unknowns.append(range)
        rows += 1
        return .row(range.row)
    }
}
