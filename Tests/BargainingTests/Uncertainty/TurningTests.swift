import Bargaining
import Negotiation
import Testing

/// How often one entry alone turns a verdict, held to moving it step by step in slow completions.
@Suite struct TurningTests {
    @Test func knownByHeart() {
        // Worth 1·x with x from 0 to 1, no agreement y from 0 to 1: x alone always can turn it, and so can y.
        let party = PartyKnowledge(
            weights: .ranges([Amount(1)]), values: [ValueKnowledge(free: [0: Amount(from: 0, to: 1)])],
            withoutAgreement: Amount(from: 0, to: Rational(1, over: 2)))
        let turnings = SheetCompletions([party], optionCounts: [1], draws: 20_000).turnings(of: [0])
        #expect(turnings.map(\.unknown.entry) == [.value(issue: 0, options: [0]), .withoutAgreement])
        #expect(turnings[0].share.value > 0.999)
        // No agreement turns it only where x is below 1/2.
        #expect(abs(turnings[1].share.value - 0.5) < 0.02)
        #expect(turnings.map(\.greaterIsBetter) == [true, false])
    }

    @Test func agreesWithMovingStepByStep() {
        var random = RandomKnowledge(seed: 71)
        let slowDraws = 300
        for number in 0..<60 {
            let counts = random.counts()
            let parties = (0..<2).map { _ in random.party(counts) }
            let package = random.package(counts)
            let completions = SheetCompletions(
                parties, optionCounts: counts, draws: 4_000, seed: UInt64(number))
            let turnings = completions.turnings(of: package)
            for unknown in completions.unknowns {
                guard Self.canMove(unknown, parties[unknown.party]) else { continue }
                var turned = 0
                for _ in 0..<slowDraws {
                    var drawn = parties.map { SlowCompletion($0, counts, &random.dice) }
                    var verdicts: Set<Bool> = []
                    let middle = drawn[unknown.party]
                    for step in [0, 8] {
                        drawn[unknown.party] = middle
                        Self.move(unknown, Double(step) / 8, &drawn[unknown.party], parties[unknown.party])
                        verdicts.insert(zip(drawn, parties).allSatisfy { $0.accepts(package, $1) })
                    }
                    if verdicts.count == 2 { turned += 1 }
                }
                let slow = Double(turned) / Double(slowDraws)
                let fast = turnings.first { $0.unknown == unknown }?.share.value ?? 0
                let middle = (slow + fast) / 2
                let both = 1 / 4_000.0 + 1 / Double(slowDraws)
                let spread = (max(middle * (1 - middle), 2e-4) * both).squareRoot()
                #expect(
                    abs(slow - fast) < 5.5 * spread, "\(number): \(unknown): \(slow) and \(fast), \(parties)")
            }
        }
    }

    private static func canMove(_ unknown: Unknown, _ party: PartyKnowledge) -> Bool {
        guard case .weight = unknown.entry, case .ranges(_, .some) = party.weights else { return true }
        return false
    }

    /// Sets an entry to a place between the ends that the sheet and its neighbours allow.
    private static func move(
        _ unknown: Unknown, _ place: Double, _ drawn: inout SlowCompletion, _ party: PartyKnowledge
    ) {
        func between(_ amount: Amount) -> Double {
            amount.least.doubleValue + place * (amount.greatest - amount.least).doubleValue
        }
        switch unknown.entry {
        case .withoutAgreement: drawn.floor = between(party.withoutAgreement!)
        case .interaction(let number): drawn.adds[number] = between(party.interactions[number].add)
        case .value(let issue, let options):
            let chain = party.values[issue].chain
            guard let rank = chain.firstIndex(of: options) else {
                drawn.shares[issue][options[0]] = between(party.values[issue].free[options[0]]!)
                return
            }
            let high = drawn.shares[issue][chain[rank - 1][0]]
            let low = drawn.shares[issue][chain[rank + 1][0]]
            for option in options { drawn.shares[issue][option] = low + place * (high - low) }
        case .weight(let issues):
            switch party.weights {
            case .ranges(let amounts, _): drawn.weights[issues[0]] = between(amounts[issues[0]])
            case .ordered(let groups, let total):
                // Weights are in proportion to the uniforms behind them; the greatest of these is not known from
                // them, so the first group's upper end is where all others are worth nothing against it.
                let rank = groups.firstIndex(of: issues)!
                let low = rank + 1 < groups.count ? drawn.weights[groups[rank + 1][0]] : 0
                let high =
                    rank > 0
                    ? drawn.weights[groups[rank - 1][0]] : drawn.weights[issues[0]] * (drawn.headroom)
                for issue in issues { drawn.weights[issue] = low + place * (high - low) }
                let sum = drawn.weights.reduce(0, +)
                if sum > 0 { drawn.weights = drawn.weights.map { $0 * total.doubleValue / sum } }
            }
        }
    }
}
