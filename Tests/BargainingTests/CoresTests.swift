import Bargaining
import BigInt
import Negotiation
import Testing

/// The same answers, down to their order, on any number of cores.
@Suite struct CoresTests {
    @Test func frontiersDoNotDependOnCores() throws {
        for problem in problems() {
            let alone = try OutcomeSpace(problem, budget: Budget(cores: 1)).frontier()
            #expect(alone.exact && alone.count > 100)
            for cores in [2, 4] {
                let shared = try OutcomeSpace(problem, budget: Budget(cores: cores)).frontier()
                #expect(shared.exact && shared.count == alone.count && shared.packages == alone.packages)
                guard shared.count == alone.count else { continue }
                for point in 0..<alone.count {
                    #expect(shared.utilities(at: point) == alone.utilities(at: point))
                    #expect(shared.packageCount(at: point) == alone.packageCount(at: point))
                }
                for point in stride(from: 0, to: alone.count, by: 1 + alone.count / 20) {
                    #expect(
                        Array(shared.packages(at: point).prefix(5))
                            == Array(alone.packages(at: point).prefix(5)))
                }
            }
        }
    }

    /// Partial answers, too: a budget counts things, not time.
    @Test func partialFrontiersDoNotDependOnCores() throws {
        for problem in problems() {
            let points = try [1, 2, 4].map { cores in
                let space = try OutcomeSpace(problem, budget: Budget(vectors: 60, cores: cores))
                let frontier = space.frontier()
                #expect(!frontier.exact)
                return (0..<frontier.count).map { frontier.utilities(at: $0) }
            }
            #expect(points[1] == points[0] && points[2] == points[0])
        }
    }

    /// The counts of a frontier against adding up packages in a dictionary.
    @Test func countsOfManyPackagesAreExact() throws {
        var dice = Dice(seed: 99)
        let values = (0..<4).map { _ in (0..<5).map { _ in (0..<7).map { _ in dice.number(0...3) } } }
        var sums: [[Int]: Int] = [[0, 0, 0, 0]: 1]
        for issue in 0..<5 {
            var next: [[Int]: Int] = [:]
            for (sum, count) in sums {
                for option in 0..<7 {
                    next[(0..<4).map { sum[$0] + values[$0][issue][option] }, default: 0] += count
                }
            }
            sums = next
        }
        let expected = sums.filter { sum, _ in
            !sums.keys.contains { other in other != sum && zip(other, sum).allSatisfy { $0 >= $1 } }
        }
        let problem = BargainingProblem(
            optionCounts: [7, 7, 7, 7, 7],
            parties: values.map { PartyModel(values: $0.map { $0.map { Rational($0) } }) })
        let frontier = try OutcomeSpace(problem).frontier()
        #expect(frontier.count == expected.count)
        for point in 0..<frontier.count {
            let utilities = frontier.utilities(at: point).map { Int($0.numerator) }
            #expect(frontier.packageCount(at: point) == BigInt(expected[utilities] ?? 0))
            let packages = Array(frontier.packages(at: point))
            #expect(BigInt(packages.count) == frontier.packageCount(at: point))
        }
    }

    private func problems() -> [BargainingProblem] {
        var conditioned = Large.problem(parties: 4, issues: 6, options: 6, opposed: false)
        conditioned.prohibitions = [
            .all([.chosen(issue: 0, options: [1, 2]), .chosen(issue: 3, options: [0, 4])]),
            .all([.chosen(issue: 1, options: [5]), .chosen(issue: 5, options: [2, 3])]),
        ]
        conditioned.parties[1].interactions = [
            Interaction(
                when: .all([.chosen(issue: 2, options: [0, 1]), .chosen(issue: 4, options: [3])]), add: 9_000)
        ]
        return [
            Large.problem(parties: 2, issues: 8, options: 10, opposed: true),
            Large.problem(parties: 3, issues: 8, options: 8, opposed: true),
            Large.problem(parties: 4, issues: 6, options: 8, opposed: false), conditioned,
            Large.problem(parties: 6, issues: 5, options: 6, opposed: false),
        ]
    }
}
