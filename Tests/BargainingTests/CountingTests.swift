import Bargaining
import BigInt
import Negotiation
import Testing

/// Counts where tables are small, and the same answers whatever is asked before.
@Suite struct CountingTests {
    /// With little room, counts are bounds; they hold what enumeration finds.
    @Test(arguments: [1, 3, 12, 60, 400]) func boundsHoldTheCount(entries: Int) throws {
        var random = RandomProblems(seed: UInt64(9_000 + entries))
        for number in 0..<120 {
            let problem = random.problem(parties: number % 4)
            let reference = Enumeration(problem)
            let space = try OutcomeSpace(problem, budget: Budget(tableEntries: entries))
            let all = space.acceptableCount()
            let expected = BigInt(reference.acceptableIndices.count)
            #expect(all.lower <= expected && expected <= all.upper, "\(entries), problem \(number)")
            for party in problem.parties.indices {
                let count = space.acceptableCount(to: party)
                let expected = BigInt(reference.acceptableTo.count { $0[party] })
                #expect(count.lower <= expected && expected <= count.upper, "\(entries), problem \(number)")
            }
        }
    }

    /// Sums of 21 digits: as many are 95 or more as are 94 or less.
    @Test func onePartyIsCountedExactlyAmongManyPackages() throws {
        let counts = [Int](repeating: 10, count: 21)
        func count(from worth: Int) throws -> BigInt {
            let row = (0..<10).map { Rational($0) }
            let party = PartyModel(
                values: counts.map { _ in row }, withoutAgreement: Rational(worth))
            let count = try OutcomeSpace(BargainingProblem(optionCounts: counts, parties: [party]))
                .acceptableCount(to: 0)
            #expect(count.exact)
            return count.lower
        }
        #expect(try count(from: 95) * 2 == BigInt(10).power(21))
        #expect(try count(from: 0) == BigInt(10).power(21))
        #expect(try count(from: 188) == 22)
        #expect(try count(from: 190) == 0)
    }

    /// Against adding up every pair of sums, issue by issue, in a dictionary.
    @Test(arguments: [2, 3]) func jointCountsOfSmallWholeNumbersAreExact(parties: Int) throws {
        var dice = Dice(seed: 77)
        let issues = parties == 2 ? 20 : 7
        let worths = (0..<parties).map { _ in
            (0..<issues).map { _ in (0..<10).map { _ in dice.number(0...9) } }
        }
        let floors = worths.map { rows in rows.reduce(0) { $0 + $1.max()! } / 2 }
        var sums: [[Int]: UInt128] = [[Int](repeating: 0, count: parties): 1]
        for issue in 0..<issues {
            var next: [[Int]: UInt128] = [:]
            for (sum, count) in sums {
                for option in 0..<10 {
                    // Beyond the floor, how far does not matter.
                    let row = sum.indices.map { min(floors[$0], sum[$0] + worths[$0][issue][option]) }
                    next[row, default: 0] += count
                }
            }
            sums = next
        }
        let problem = BargainingProblem(
            optionCounts: [Int](repeating: 10, count: issues),
            parties: worths.indices.map { party in
                PartyModel(
                    values: worths[party].map { $0.map { Rational($0) } },
                    withoutAgreement: Rational(floors[party]))
            })
        let count = try OutcomeSpace(problem).acceptableCount()
        #expect(count == PackageCount(BigInt(sums[floors]!)))
    }

    @Test func jointBoundsAreNarrowAmongManyPackages() throws {
        var problem = Large.problem(parties: 2, issues: 20, options: 10, opposed: true)
        for party in problem.parties.indices {
            problem.parties[party].withoutAgreement = problem.parties[party].values
                .reduce(.zero) { $0 + $1.max()! * Rational(BigInt(2), over: 5) }
        }
        let space = try OutcomeSpace(problem)
        let all = space.acceptableCount()
        #expect((all.upper - all.lower) * 1_000 < all.lower)
        for party in problem.parties.indices {
            let one = space.acceptableCount(to: party)
            #expect(one.exact && all.upper < one.lower)
        }
    }

    /// Five times and in different orders, in one space and in new ones.
    @Test func answersDoNotDependOnWhatWasAskedBefore() throws {
        var random = RandomProblems(seed: 321)
        for _ in 0..<40 {
            let problem = random.problem()
            let first = try answers(problem, order: [0, 1, 2, 3, 4])
            for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [0, 1, 2, 3, 4], [1, 4, 0, 3, 2]] {
                #expect(try answers(problem, order: order) == first)
            }
        }
    }

    private struct Answers: Equatable {
        var counts: [Int: [PackageCount]] = [:]
        var utilities: [[Rational]] = []
        var packages: [[[Int]]] = []
        var concessions: [[Rational]] = []
        var references: [[Int]] = []
        var lines: [[RedLineIndex]] = []
    }

    private func answers(_ problem: BargainingProblem, order: [Int]) throws -> Answers {
        let space = try OutcomeSpace(problem, budget: Budget(tableEntries: 40))
        var result = Answers()
        for question in order {
            switch question {
            case 0: result.counts[0] = [space.acceptableCount(), space.feasibleCount()]
            case 1: result.counts[1] = problem.parties.indices.map { space.acceptableCount(to: $0) }
            case 2:
                let frontier = space.frontier()
                result.utilities = (0..<frontier.count).map { frontier.utilities(at: $0) }
                result.packages = (0..<frontier.count).map { Array(frontier.packages(at: $0)) }
                result.references =
                    frontier.nash().map(\.points) + [frontier.egalitarian(), frontier.utilitarian()]
            case 3: result.concessions = space.concessions().vectors
            default: result.lines = space.smallestRedLineSets().sets
            }
        }
        return result
    }
}
