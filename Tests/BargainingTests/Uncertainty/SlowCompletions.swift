import Bargaining
import Negotiation

/// One way of filling in what a party's sheet leaves open, drawn step by step as the words say it.
struct SlowCompletion {
    var weights: [Double]
    var shares: [[Double]]
    var adds: [Double]
    var floor: Double
    /// By how much the heaviest group's weight could grow: one over the uniform behind it.
    var headroom = 1.0

    init(_ party: PartyKnowledge, _ counts: [Int], _ dice: inout Dice) {
        func uniform(_ amount: Amount) -> Double {
            // Whole numbers are quick; fractions as they are.
            let low = amount.least.doubleValue
            return amount.isExact ? low : Double.random(in: low...amount.greatest.doubleValue, using: &dice)
        }
        weights = [Double](repeating: 0, count: counts.count)
        switch party.weights {
        case .ranges(let amounts, let total):
            weights = amounts.map { uniform($0) }
            let low = amounts.reduce(Rational.zero) { $0 + $1.least }
            let high = amounts.reduce(Rational.zero) { $0 + $1.greatest }
            guard let total, low < total, total < high,
                let last = amounts.indices.last(where: { !amounts[$0].isExact })
            else {
                if let total, low == total { weights = amounts.map(\.least.doubleValue) }
                if let total, high == total { weights = amounts.map(\.greatest.doubleValue) }
                break
            }
            // Uniform on the plane: all but one freely, kept where the last can take the rest.
            repeat {
                weights = amounts.map { uniform($0) }
                weights[last] = total.doubleValue - (weights.reduce(0, +) - weights[last])
            } while weights[last] < amounts[last].least.doubleValue
                || weights[last] > amounts[last].greatest.doubleValue
        case .ordered(let groups, let total):
            let sorted = groups.map { _ in Double.random(in: 0..<1, using: &dice) }.sorted(by: >)
            headroom = 1 / (sorted.first ?? 1)
            let sum = zip(groups, sorted).reduce(0) { $0 + Double($1.0.count) * $1.1 }
            for (group, number) in zip(groups, sorted) {
                for issue in group { weights[issue] = total.doubleValue * number / sum }
            }
        }
        shares = counts.indices.map { issue in
            let known = party.values[issue]
            var own = [Double](repeating: 0, count: counts[issue])
            let inner = known.chain.dropFirst().dropLast().map { _ in Double.random(in: 0..<1, using: &dice) }
                .sorted(by: >)
            for (rank, group) in known.chain.enumerated() {
                for option in group {
                    own[option] = rank == 0 ? 1 : rank == known.chain.count - 1 ? 0 : inner[rank - 1]
                }
            }
            for (option, amount) in known.free.sorted(by: { $0.key < $1.key }) {
                own[option] = uniform(amount)
            }
            return own
        }
        adds = party.interactions.map { uniform($0.add) }
        floor = party.withoutAgreement.map { uniform($0) } ?? -.infinity
    }

    func accepts(_ package: [Int], _ party: PartyKnowledge) -> Bool {
        if party.redLines.contains(where: { $0.holds(for: package) }) { return false }
        var sum = 0.0
        for (issue, option) in package.enumerated() { sum += weights[issue] * shares[issue][option] }
        for (place, interaction) in party.interactions.enumerated() where interaction.when.holds(for: package)
        {
            sum += adds[place]
        }
        // Where everything is known, the last place must not decide.
        return min(sum, party.cap?.doubleValue ?? .infinity) >= floor - 1e-9
    }
}
