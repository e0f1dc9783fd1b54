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

    /// Searches, too, whole or ended early, and lists that take in what they found.
    @Test(arguments: [100_000_000, 3_000]) func yardsticksDoNotDependOnCores(steps: Int) throws {
        for problem in problems() {
            let told = try [1, 2, 4].map { cores in
                let budget = Budget(vectors: 60, searchSteps: steps, cores: cores)
                let space = try OutcomeSpace(problem, budget: budget)
                let references = space.references()
                let joined = space.frontier().including(IncludingTests.points(references))
                let points = IncludingTests.points(references).map {
                    "\($0.utilities) \($0.packageCount) \(Array($0.packages.prefix(3)))"
                }
                let bounds = [
                    references.egalitarian.bound, references.utilitarian.bound,
                    references.kalaiSmorodinsky.reference.bound, references.nash.sets.first?.reference.bound,
                ]
                return "\(points) \(bounds) \(IncludingTests.rows(joined)) \(references.exact)"
            }
            #expect(told[1] == told[0] && told[2] == told[0])
        }
    }

    /// What may wait to be put in order is bounded, and has no effect on what is found.
    @Test func waitingInPartsChangesNothing() throws {
        for parties in [2, 3] {
            let problem = Large.problem(parties: parties, issues: 9, options: 10, opposed: true)
            let whole = try OutcomeSpace(problem).frontier()
            let parts = try OutcomeSpace(problem, budget: Budget(vectors: 8 * whole.count)).frontier()
            #expect(parts.exact && parts.count == whole.count && parts.packages == whole.packages)
            guard parts.count == whole.count else { continue }
            for point in 0..<whole.count {
                #expect(parts.utilities(at: point) == whole.utilities(at: point))
                #expect(parts.packageCount(at: point) == whole.packageCount(at: point))
            }
        }
    }

    /// Frontiers of some hundred points, with floors, against adding up packages in a dictionary.
    @Test(arguments: 2...6, [3, 400]) func countsOfManyPackagesAreExact(parties: Int, most: Int) throws {
        var dice = Dice(seed: UInt64(99 + parties))
        let values = (0..<parties).map { _ in
            (0..<5).map { _ in (0..<7).map { _ in dice.number(0...most) } }
        }
        let floors = values.map { rows in
            dice.oneIn(3) ? 0 : rows.reduce(0) { $0 + $1.max()! } / dice.number(2...5)
        }
        var sums: [[Int]: Int] = [[Int](repeating: 0, count: parties): 1]
        for issue in 0..<5 {
            var next: [[Int]: Int] = [:]
            for (sum, count) in sums {
                for option in 0..<7 {
                    next[(0..<parties).map { sum[$0] + values[$0][issue][option] }, default: 0] += count
                }
            }
            sums = next
        }
        var expected: [[Int]: Int] = [:]
        for (sum, count) in sums.sorted(by: { $0.key.reduce(0, +) > $1.key.reduce(0, +) })
        where zip(sum, floors).allSatisfy({ $0 >= $1 }) {
            if !expected.keys.contains(where: { zip($0, sum).allSatisfy { $0 >= $1 } }) {
                expected[sum] = count
            }
        }
        let problem = BargainingProblem(
            optionCounts: [7, 7, 7, 7, 7],
            parties: zip(values, floors).map { rows, floor in
                PartyModel(
                    values: rows.map { $0.map { Rational($0) } }, withoutAgreement: Rational(floor))
            })
        let frontier = try OutcomeSpace(problem).frontier()
        #expect(frontier.count == expected.count)
        for point in 0..<frontier.count {
            let utilities = frontier.utilities(at: point).map { Int($0.numerator) }
            #expect(frontier.packageCount(at: point) == BigInt(expected[utilities] ?? 0))
            if point.isMultiple(of: 16) {
                let packages = Array(frontier.packages(at: point))
                #expect(BigInt(packages.count) == frontier.packageCount(at: point))
            }
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
