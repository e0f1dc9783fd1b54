import Bargaining
import BigInt
import Negotiation
import Testing

/// Caps that bind for many packages, where dominated vectors must be kept for their counts.
@Suite struct CapTests {
    /// Three parties, every cap at a share of the best.
    private func problem(issues: Int, options: Int, spread: Int, share: Int) -> BargainingProblem {
        var dice = Dice(seed: 4_711)
        let models = (0..<3).map { _ in
            let values = (0..<issues).map { _ in (0..<options).map { _ in Rational(dice.number(0...spread)) }
            }
            var model = PartyModel(values: values, withoutAgreement: 0)
            let best = values.reduce(Rational.zero) { $0 + $1.max()! }
            model.cap = best * Rational(BigInt(share), over: 100)
            return model
        }
        return BargainingProblem(
            optionCounts: [Int](repeating: options, count: issues), parties: models)
    }

    @Test(arguments: [5, 1_000]) func countsOnFourThousandPackagesAreExact(spread: Int) throws {
        for share in [55, 70, 90] {
            let problem = problem(issues: 6, options: 4, spread: spread, share: share)
            let space = try OutcomeSpace(problem)
            let frontier = space.frontier()
            let plain = Enumeration(problem)
            let expected = plain.frontier(plain.acceptableIndices)
            #expect(frontier.exact)
            #expect((0..<frontier.count).map { frontier.utilities(at: $0) } == expected.map(\.utilities))
            #expect(
                (0..<frontier.count).map { Array(frontier.packages(at: $0)) } == expected.map(\.packages))
        }
    }

    /// Comparing each dominated vector with each undominated one would take minutes here.
    @Test func manyVectorsAtTheirCapsEndInTime() throws {
        let space = try OutcomeSpace(problem(issues: 12, options: 6, spread: 20, share: 70))
        let clock = ContinuousClock()
        let time = clock.measure {
            let frontier = space.frontier()
            #expect(frontier.exact && frontier.count == 1)
            #expect(frontier.utilities(at: 0) == space.problem.parties.map { $0.cap! })
        }
        #expect(time < .seconds(30))
    }

    /// What has to be given up to reach an agreement needs points alone, not the packages behind them.
    @Test func concessionsOfManyPackagesEndInTime() throws {
        var problem = problem(issues: 12, options: 6, spread: 1_000, share: 100)
        for party in problem.parties.indices {
            problem.parties[party].withoutAgreement = problem.parties[party].cap! * Rational(9, over: 10)
        }
        let clock = ContinuousClock()
        let time = try clock.measure {
            let concessions = try OutcomeSpace(problem).concessions()
            #expect(concessions.exact && !concessions.vectors.isEmpty)
        }
        #expect(time < .seconds(60))
    }
}
