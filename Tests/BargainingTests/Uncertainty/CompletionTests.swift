import Bargaining
import Negotiation
import Testing

/// Drawn completions, held to a slow sampler with another source of numbers, and to shares known by heart.
@Suite struct CompletionTests {
    @Test func sharesAgreeWithASlowSampler() {
        var random = RandomKnowledge(seed: 41)
        let slowDraws = 1_500
        var differences: [Double] = []
        for number in 0..<100 {
            let counts = random.counts()
            let parties = (0..<random.dice.number(1...3)).map { _ in random.party(counts) }
            let packages = (0..<4).map { _ in random.package(counts) }
            let shares = SheetCompletions(parties, optionCounts: counts, draws: 6_000, seed: UInt64(number))
                .shares(of: packages)
            var slow = [Int](repeating: 0, count: packages.count)
            for _ in 0..<slowDraws {
                let drawn = parties.map { SlowCompletion($0, counts, &random.dice) }
                for (place, package) in packages.enumerated()
                where zip(drawn, parties).allSatisfy({ $0.accepts(package, $1) }) { slow[place] += 1 }
            }
            for (place, share) in shares.enumerated() {
                let other = Double(slow[place]) / Double(slowDraws)
                if share.isExact {
                    #expect(share.value == other, "\(number): \(parties), \(packages[place])")
                    continue
                }
                let middle = (share.value + other) / 2
                let spread = (max(middle * (1 - middle), 1e-4) * (1 / 6_000.0 + 1.0 / Double(slowDraws)))
                    .squareRoot()
                differences.append((share.value - other) / spread)
                #expect(abs(share.value - other) < 5 * spread, "\(number): \(share.value) and \(other)")
            }
        }
        // Not one by one only: no lean in either direction.
        let mean = differences.reduce(0, +) / Double(differences.count)
        #expect(differences.count > 50)
        #expect(abs(mean) < 4 / Double(differences.count).squareRoot(), "\(mean)")
    }

    /// P(U ≥ 1/3) for one uniform, for the second of three sorted uniforms, and for a weight that is the greater of two.
    @Test func sharesKnownByHeart() {
        func share(_ party: PartyKnowledge, _ counts: [Int], _ package: [Int]) -> SampledShare {
            SheetCompletions([party], optionCounts: counts, draws: 200_000, seed: 5).shares(of: [package])[0]
        }
        let third = Amount(Rational(1, over: 3))
        let one = WeightKnowledge.ranges([Amount(1)])
        let range = PartyKnowledge(
            weights: one, values: [ValueKnowledge(free: [0: Amount(from: 0, to: 1)])], withoutAgreement: third
        )
        expect(share(range, [1], [0]), 2.0 / 3)
        // At least two of three uniforms are above 1/3: 3·(2/3)²·(1/3) + (2/3)³ = 20/27.
        let order = PartyKnowledge(
            weights: one, values: [ValueKnowledge(chain: (0..<5).map { [$0] })], withoutAgreement: third)
        expect(share(order, [5], [2]), 20.0 / 27)
        // Of two sorted uniforms scaled to 1, the lesser is at least 1/3: the greater at most twice the lesser, 1/2.
        let weights = PartyKnowledge(
            weights: .ordered([[0], [1]], total: 1),
            values: [ValueKnowledge(chain: [[0], [1]]), ValueKnowledge(chain: [[0], [1]])],
            withoutAgreement: third)
        expect(share(weights, [2, 2], [1, 0]), 0.5)
        // Two weights of 0 to 1 that sum to 3/2: the first is uniform from 1/2 to 1, at least 2/3 in two of three.
        let sum = PartyKnowledge(
            weights: .ranges([Amount(from: 0, to: 1), Amount(from: 0, to: 1)], total: Rational(3, over: 2)),
            values: [ValueKnowledge(chain: [[0], [1]]), ValueKnowledge(chain: [[0], [1]])],
            withoutAgreement: Amount(Rational(2, over: 3)))
        expect(share(sum, [2, 2], [0, 1]), 2.0 / 3)
    }

    private func expect(_ share: SampledShare, _ value: Double) {
        #expect(
            abs(share.value - value) < 5 * (value * (1 - value) / Double(share.draws)).squareRoot(),
            "\(share.value)")
    }

    /// A total that hardly any free draw meets is reached all the same, evenly: the mean of each weight stays known.
    @Test func totalsAtTheEdgeAreReached() {
        let amounts = [Amount](repeating: Amount(from: 0, to: 1), count: 12)
        // The sum of twelve is 1: uniform on a simplex, each weight at least 1/12 with (11/12)^11.
        let party = PartyKnowledge(
            weights: .ranges(amounts, total: 1),
            values: [ValueKnowledge](repeating: ValueKnowledge(chain: [[0], [1]]), count: 12),
            withoutAgreement: Amount(Rational(1, over: 12)))
        let package = [0] + [Int](repeating: 1, count: 11)
        let share = SheetCompletions([party], optionCounts: [Int](repeating: 2, count: 12), draws: 40_000)
            .shares(of: [package])[0]
        let expected = 0.383_995_8
        #expect(abs(share.value - expected) < 0.013, "\(share.value)")
    }

    @Test func theSameSeedGivesTheSameWhateverElseIsAsked() {
        var random = RandomKnowledge(seed: 43)
        for number in 0..<40 {
            let counts = random.counts()
            let parties = (0..<3).map { _ in random.party(counts) }
            let packages = (0..<5).map { _ in random.package(counts) }
            let completions = SheetCompletions(
                parties, optionCounts: counts, draws: 777, seed: UInt64(number))
            let together = completions.shares(of: packages)
            #expect(completions.shares(of: packages) == together)
            for (package, share) in zip(packages, together) {
                #expect(completions.shares(of: [package]) == [share])
            }
            #expect(
                completions.informationValues(among: packages)
                    == completions.informationValues(among: packages))
            #expect(together.allSatisfy { $0.draws == 777 && $0.count <= 777 })
        }
    }

    @Test func nobodyAndNothingAreNoTrouble() {
        let completions = SheetCompletions([], optionCounts: [2], draws: 10)
        #expect(completions.shares(of: [[0], [1]]).map(\.value) == [1, 1])
        #expect(completions.unknowns.isEmpty)
        #expect(completions.informationValues(among: [[0]]).isEmpty)
        #expect(completions.turnings(of: [0]).isEmpty)
        #expect(SheetCompletions([], optionCounts: [], draws: 0).shares(of: []).isEmpty)
    }
}
