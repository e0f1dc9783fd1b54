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

    /// What would take minutes and gigabytes if every vector that a cap may turn into a tie were kept.
    @Test func twoPartiesWithCapsAmongManyPackages() throws {
        var problem = Large.problem(parties: 2, issues: 20, options: 10, opposed: true)
        for party in problem.parties.indices {
            let best = problem.parties[party].values.reduce(Rational.zero) { $0 + $1.max()! }
            problem.parties[party].cap = best * Rational(BigInt(7), over: 10)
        }
        let frontier = try OutcomeSpace(problem).frontier()
        #expect(frontier.exact && frontier.packages.exact)
        var uncapped = problem
        for party in uncapped.parties.indices { uncapped.parties[party].cap = nil }
        let plain = try OutcomeSpace(uncapped).frontier()
        // Under the caps a point is the best of those that become it.
        let caps = problem.parties.map { $0.cap! }
        let capped = Set((0..<plain.count).map { zip(plain.utilities(at: $0), caps).map(min) })
        let expected = capped.filter { point in
            !capped.contains { other in other != point && zip(other, point).allSatisfy { $0 >= $1 } }
        }
        #expect(Set((0..<frontier.count).map { frontier.utilities(at: $0) }) == expected)
        for point in [0, frontier.count - 1] {
            let packages = Array(frontier.packages(at: point))
            #expect(BigInt(packages.count) == frontier.packageCount(at: point))
            for package in packages {
                let sums = problem.parties.map { party in
                    package.indices.reduce(Rational.zero) { $0 + party.values[$1][package[$1]] }
                }
                #expect(zip(sums, caps).map(min) == frontier.utilities(at: point))
            }
        }
    }

    /// Where the packages under the caps are too many to be told apart, the points are still all there.
    @Test func littleRoomLeavesThePoints() throws {
        var random = RandomProblems(seed: 815)
        var partial = 0
        for _ in 0..<200 {
            let problem = random.problem()
            let plain = Enumeration(problem)
            let expected = plain.frontier(plain.acceptableIndices)
            let frontier = try OutcomeSpace(problem, budget: Budget(tableEntries: 8)).frontier()
            guard frontier.exact else { continue }
            #expect((0..<frontier.count).map { frontier.utilities(at: $0) } == expected.map(\.utilities))
            let packages = BigInt(expected.reduce(0) { $0 + $1.packages.count })
            #expect(frontier.packages.lower <= packages && packages <= frontier.packages.upper)
            for point in expected.indices {
                let found = frontier.packages(at: point).reduce(0) { count, _ in count + 1 }
                #expect(BigInt(found) == frontier.packageCount(at: point) && found > 0)
            }
            if !frontier.packages.exact { partial += 1 }
        }
        #expect(partial > 10)
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
