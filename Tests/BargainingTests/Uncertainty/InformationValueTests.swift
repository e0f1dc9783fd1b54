import Bargaining
import Negotiation
import Testing

/// The value of information, held to nested sampling and to cases known by heart.
@Suite struct InformationValueTests {
    /// One party, two options that are good in opposite cases: knowing the worth of no agreement changes nothing, knowing
    /// an option's value does.
    @Test func knownByHeart() {
        // U(a) uniform, U(b) = 1/2 surely below no agreement of 3/4 … so b is out; a holds in a quarter of cases.
        let single = PartyKnowledge(
            weights: .ranges([Amount(1)]),
            values: [ValueKnowledge(free: [0: Amount(from: 0, to: 1), 1: Amount(from: 0, to: 1)])],
            withoutAgreement: Amount(Rational(3, over: 4)))
        // a and b are independent and each at least 3/4 in a quarter of cases. Knowing a: where it is, choose it (1),
        // else b (1/4): 1/4 + 3/4 · 1/4 = 7/16, which is 3/16 more than 1/4.
        let values = SheetCompletions([single], optionCounts: [2], draws: 400_000, seed: 9)
            .informationValues(among: [[0], [1]])
        #expect(values.count == 2)
        for value in values {
            #expect(abs(value.value - 3.0 / 16) < 0.004, "\(value)")
            #expect(value.interval.contains(3.0 / 16) || abs(value.value - 3.0 / 16) < 0.002)
        }
    }

    @Test func isNothingWhereNothingChangesTheChoice() {
        let party = PartyKnowledge(
            weights: .ranges([Amount(1)]),
            values: [ValueKnowledge(free: [0: Amount(from: 0, to: 1), 1: Amount(1)])],
            withoutAgreement: Amount(Rational(1, over: 2)))
        let completions = SheetCompletions([party], optionCounts: [2], draws: 5_000)
        // The second is surely acceptable: there is nothing to ask.
        #expect(completions.informationValues(among: [[0], [1]]).map(\.value) == [0])
        // Alone, the first cannot be exchanged for anything.
        #expect(completions.informationValues(among: [[0]]).map(\.value) == [0])
    }

    @Test(arguments: 0..<8) func agreesWithNestedSampling(batch: Int) {
        var random = RandomKnowledge(seed: UInt64(500 + batch))
        random.issues = 2...3
        random.options = 2...3
        var compared = 0
        while compared < 1 {
            let counts = random.counts()
            let parties = (0..<2).map { _ in random.party(counts) }
            let packages = Corners.product(counts.map { Array(0..<$0) }).shuffled(using: &random.dice).prefix(
                4)
            let completions = SheetCompletions(
                parties, optionCounts: counts, draws: 60_000, seed: UInt64(batch))
            guard packages.map({ completions.acceptance(of: $0) }).max() == .possibly else { continue }
            compared += 1
            for value in completions.informationValues(among: Array(packages)) {
                guard let nested = nested(value.unknown, parties, counts, Array(packages), &random.dice)
                else {
                    continue
                }
                #expect(
                    abs(nested - value.value) < 0.06, "\(value), nested \(nested), \(parties), \(packages)")
            }
        }
    }

    /// EVPPI by two loops: the entry is drawn 100 times; for each, 200 completions of the rest. Entries of weights that are
    /// tied to others by a total cannot be held while the others are drawn; those are compared by the parts of one sample.
    private func nested(
        _ unknown: Unknown, _ parties: [PartyKnowledge], _ counts: [Int], _ packages: [[Int]],
        _ dice: inout Dice
    ) -> Double? {
        var plain = [Double](repeating: 0, count: packages.count)
        var conditional = 0.0
        let (outer, inner) = (100, 200)
        for _ in 0..<outer {
            let held = SlowCompletion(parties[unknown.party], counts, &dice)
            guard let adjust = hold(unknown, held, parties[unknown.party]) else { return nil }
            var counted = [Int](repeating: 0, count: packages.count)
            for _ in 0..<inner {
                var drawn = parties.map { SlowCompletion($0, counts, &dice) }
                adjust(&drawn[unknown.party], &dice)
                for (place, package) in packages.enumerated()
                where zip(drawn, parties).allSatisfy({ $0.accepts(package, $1) }) { counted[place] += 1 }
            }
            let shares = counted.map { Double($0) / Double(inner) }
            for place in packages.indices { plain[place] += shares[place] / Double(outer) }
            // The greatest of four estimates leans upward; half of the inner draws choose in the engine, here all do.
            conditional += shares.max()! / Double(outer)
        }
        return conditional - plain.max()!
    }

    /// Sets an entry of a drawn completion to its value in another, and draws anew what depends on it.
    private func hold(
        _ unknown: Unknown, _ completion: SlowCompletion, _ party: PartyKnowledge
    ) -> ((inout SlowCompletion, inout Dice) -> Void)? {
        switch unknown.entry {
        case .withoutAgreement:
            return { drawn, _ in drawn.floor = completion.floor }
        case .interaction(let place):
            return { drawn, _ in drawn.adds[place] = completion.adds[place] }
        case .value(let issue, let options):
            guard party.values[issue].chain.contains(options) else {
                return { drawn, _ in drawn.shares[issue][options[0]] = completion.shares[issue][options[0]] }
            }
            let chain = party.values[issue].chain
            let rank = chain.firstIndex(of: options)!
            let value = completion.shares[issue][options[0]]
            return { drawn, dice in
                // Above the held one uniforms up to 1, below it from 0, each sorted.
                let above = (1..<max(rank, 1)).map { _ in Double.random(in: value...1, using: &dice) }.sorted(
                    by: >)
                let below = (rank + 1..<max(chain.count - 1, rank + 1)).map { _ in
                    Double.random(in: 0...value, using: &dice)
                }.sorted(by: >)
                for (number, shares) in (above + [value] + below).enumerated() {
                    for option in chain[number + 1] { drawn.shares[issue][option] = shares }
                }
            }
        case .weight(let issues):
            guard case .ranges(_, nil) = party.weights else { return nil }
            return { drawn, _ in drawn.weights[issues[0]] = completion.weights[issues[0]] }
        }
    }
}
