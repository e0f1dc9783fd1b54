import Bargaining
import BigInt
import Negotiation
import Testing

/// The yardsticks' searches, held to plain enumeration on random problems.
@Suite struct SearchTests {
    @Test(arguments: 0..<20) func agrees(batch: Int) throws {
        var random = RandomProblems(seed: UInt64(77_000 + batch))
        for number in 0..<120 {
            let problem = random.problem(parties: number < 4 ? number % 2 : nil)
            try check(problem, &random.dice, "batch \(batch), problem \(number)")
        }
    }

    private func check(_ problem: BargainingProblem, _ dice: inout Dice, _ mark: String) throws {
        let plain = Enumeration(problem)
        let expected = plain.frontier(plain.acceptableIndices)
        let gains = expected.map { plain.gains($0.utilities) }
        let space = try OutcomeSpace(problem)
        func agree(_ found: Reference, _ points: [Int], _ measure: ([Rational]) -> Rational?) {
            #expect(found.exact, "\(mark)")
            #expect(found.points.map(\.utilities) == points.map { expected[$0].utilities }, "\(mark)")
            #expect(found.points.map(\.gains) == points.map { gains[$0] }, "\(mark)")
            #expect(
                found.points.map(\.packageCount) == points.map { BigInt(expected[$0].packages.count) },
                "\(mark)")
            #expect(
                found.points.map { Array($0.packages) } == points.map { expected[$0].packages }, "\(mark)")
            guard let first = points.first, let wanted = measure(gains[first]) else { return }
            #expect(found.found == wanted && found.bound == wanted && found.gap == .zero, "\(mark)")
        }
        let parties = problem.parties.indices
        let exponents = parties.map { _ in dice.number(1...4) }
        for powers in [parties.map { _ in 1 }, exponents] {
            let wanted = PlainYardsticks.nash(gains, exponents: powers)
            let found = space.nashReferences(weights: powers.map { Rational(BigInt($0), over: 7) })
            #expect(found.exact, "\(mark)")
            #expect(
                found.sets.map(\.gaining) == wanted.keys.sorted { $0.lexicographicallyPrecedes($1) },
                "\(mark)")
            for set in found.sets {
                agree(set.reference, wanted[set.gaining] ?? []) { _ in nil }
                let mean = set.reference.found ?? .zero
                let above = set.reference.bound ?? .zero
                #expect(mean <= above && (above - mean) * 1_000_000 <= above, "\(mark)")
            }
        }
        agree(space.egalitarianReference(), PlainYardsticks.leximin(gains)) { $0.min() ?? .zero }
        let worth = plain.withoutAgreement.reduce(.zero, +)
        agree(space.utilitarianReference(), PlainYardsticks.greatestSum(gains)) {
            $0.isEmpty ? nil : $0.reduce(worth, +)
        }
        guard !expected.isEmpty else {
            #expect(space.kalaiSmorodinskyReference().reference.points.isEmpty, "\(mark)")
            return
        }
        let acceptable = parties.map { party in gains.map { $0[party] }.max()! }
        let feasible = plain.gains(parties.map { space.utilityRangeOverFeasible(of: $0)!.greatest })
        let odd = parties.map { Rational(dice.number(-1...3)) * acceptable[$0] / 2 }
        for (ideals, best) in [
            (Ideals.acceptable, acceptable), (.feasible, feasible),
            (.given(zip(plain.withoutAgreement, odd).map { $0 + $1 }), odd),
        ] {
            let wanted = PlainYardsticks.kalaiSmorodinsky(gains, best: best)
            let found = space.kalaiSmorodinskyReference(ideals: ideals)
            #expect(found.idealsAreExact && found.leftOut == wanted.leftOut, "\(mark)")
            #expect(found.ideals == zip(plain.withoutAgreement, best).map { $0 + $1 }, "\(mark)")
            agree(found.reference, wanted.points) { row in
                parties.filter { best[$0] > .zero }.map { row[$0] / best[$0] }.min()
            }
        }
    }
}
