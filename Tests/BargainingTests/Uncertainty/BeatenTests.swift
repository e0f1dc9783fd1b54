import Bargaining
import BigInt
import Negotiation
import Testing

/// Packages beaten for everyone whatever the numbers, held to comparing every pair.
@Suite struct BeatenTests {
    @Test func agreesWithComparingEveryPair() throws {
        var random = RandomKnowledge(seed: 91)
        var beatenOnes = 0
        for number in 0..<1_500 {
            let counts = random.counts()
            let parties = (0..<random.dice.number(1...3)).map { _ in
                random.party(counts, combinations: false)
            }
            var problem = BargainingProblem(
                optionCounts: counts,
                prohibitions: (0..<random.dice.number(0...3)).map { _ in
                    random.problems.formula(counts, depth: 2)
                })
            problem.parties = parties.map { party in
                PartyModel(
                    values: counts.map { [Rational](repeating: 0, count: $0) }, redLines: party.redLines)
            }
            let packages = Corners.product(counts.map { Array(0..<$0) }).filter { package in
                !(problem.prohibitions + parties.flatMap(\.redLines)).contains { $0.holds(for: package) }
            }
            let beaten = packages.count { package in
                packages.contains { Self.beats($0, package, parties) }
            }
            beatenOnes += beaten
            let found = try #require(try OutcomeSpace(problem).beatenPackages(parties))
            #expect(found.among == PackageCount(BigInt(packages.count)), "\(number)")
            #expect(found.beaten == PackageCount(BigInt(beaten)), "\(number): \(problem), \(parties)")
        }
        #expect(beatenOnes > 1_000)
    }

    private static func beats(_ one: [Int], _ other: [Int], _ parties: [PartyKnowledge]) -> Bool {
        var isBetter = false
        for party in parties {
            for issue in one.indices {
                var unit = [Rational](repeating: 0, count: one.count)
                unit[issue] = 1
                if party.weights.greatest(of: unit) == 0 { continue }
                let difference = party.values[issue].difference(of: one[issue], over: other[issue])
                if difference.least < 0 { return false }
                if difference.greatest > 0 { isBetter = true }
            }
        }
        return isBetter
    }

    @Test func aSmallBudgetGivesBounds() throws {
        // Opposed orders: nothing is ever beaten, and every state must be followed.
        let counts = [Int](repeating: 3, count: 8)
        let up = ValueKnowledge(chain: [[0], [1], [2]])
        let down = ValueKnowledge(chain: [[2], [1], [0]])
        let parties = [up, down].map { value in
            PartyKnowledge(
                weights: .ordered([Array(0..<8)], total: 100),
                values: [ValueKnowledge](repeating: value, count: 8))
        }
        let rules = (0..<7).map {
            Formula.all([.chosen(issue: $0, options: [0]), .chosen(issue: $0 + 1, options: [2])])
        }
        let model = PartyModel(values: counts.map { [Rational](repeating: 0, count: $0) })
        let problem = BargainingProblem(optionCounts: counts, prohibitions: rules, parties: [model, model])
        let found = try #require(try OutcomeSpace(problem).beatenPackages(parties))
        #expect(found.beaten == PackageCount(0))
        var other = parties
        other[1].interactions = [PartyKnowledge.Interaction(when: .constant(true), add: Amount(1))]
        #expect(try OutcomeSpace(problem).beatenPackages(other) == nil)
    }
}
