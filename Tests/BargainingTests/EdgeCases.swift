import Bargaining
import BigInt
import Negotiation
import Testing

/// Small and degenerate problems, and problems far too large to enumerate.
@Suite struct EdgeCases {
    @Test func withoutIssuesThereIsOnePackage() throws {
        let party = PartyModel(values: [], withoutAgreement: 0)
        let space = try OutcomeSpace(BargainingProblem(optionCounts: [], parties: [party]))
        #expect(space.acceptableCount() == PackageCount(1))
        #expect(Array(space.frontier().packages(at: 0)) == [[]])
    }

    @Test func withoutPartiesEveryFeasiblePackageIsOnThePoint() throws {
        let space = try OutcomeSpace(
            BargainingProblem(
                optionCounts: [2, 3], prohibitions: [.chosen(issue: 0, options: [1])]))
        let frontier = space.frontier()
        #expect(frontier.count == 1 && frontier.packages == PackageCount(3))
        #expect(Array(frontier.packages(at: 0)) == [[0, 0], [0, 1], [0, 2]])
    }

    @Test func misfitsAreNamed() {
        #expect(throws: ProblemError.unknownIssue(3)) {
            try OutcomeSpace(
                BargainingProblem(optionCounts: [2], prohibitions: [.chosen(issue: 3, options: [0])]))
        }
        #expect(throws: ProblemError.valuesDoNotFit(party: 0, issue: 0)) {
            try OutcomeSpace(BargainingProblem(optionCounts: [2], parties: [PartyModel(values: [[1]])]))
        }
    }

    @Test func twoPartiesTwentyIssues() throws {
        let space = try OutcomeSpace(Large.problem(parties: 2, issues: 20, options: 10, opposed: true))
        let frontier = space.frontier()
        #expect(frontier.exact && frontier.count > 500)
        #expect(frontier.packages(at: frontier.count / 2).first { _ in true }?.count == 20)
        #expect(space.packageCount == BigInt(10).power(20))
    }

    @Test func fourPartiesHaveExactCounts() throws {
        var problem = Large.problem(parties: 4, issues: 8, options: 10, opposed: false)
        for party in problem.parties.indices {
            problem.parties[party].withoutAgreement = problem.parties[party].values
                .reduce(.zero) { $0 + $1.max()! * Rational(BigInt(1), over: 2) }
        }
        let space = try OutcomeSpace(problem)
        let all = space.acceptableCount()
        #expect(all.exact && all.lower > 0 && all.upper < space.acceptableCount(to: 0).lower)
        #expect(space.frontier().exact)
    }

    /// The conflict that rests on the earliest prohibitions, among many that are not needed.
    @Test func theConflictIsFoundAmongManyProhibitions() throws {
        let harmless = (0..<600).map {
            Formula.all([.chosen(issue: $0 % 20, options: [0]), .chosen(issue: 20, options: [1])])
        }
        var prohibitions = harmless
        prohibitions[100] = .chosen(issue: 3, options: [0, 1])
        prohibitions[400] = .chosen(issue: 3, options: [2])
        prohibitions[500] = .chosen(issue: 3, options: [2])
        let problem = BargainingProblem(
            optionCounts: [Int](repeating: 3, count: 21), prohibitions: prohibitions)
        let conflict = try OutcomeSpace(problem).conflictingProhibitions()
        #expect(conflict?.prohibitions == [100, 400] && conflict?.minimal == true)
    }

    @Test func spentBudgetsGiveBounds() throws {
        var problem = Large.problem(parties: 2, issues: 6, options: 6, opposed: true)
        for party in problem.parties.indices {
            problem.parties[party].withoutAgreement = problem.parties[party].values
                .reduce(.zero) { $0 + $1.max()! * Rational(BigInt(2), over: 5) }
        }
        let exact = try OutcomeSpace(problem).acceptableCount()
        let tight = try OutcomeSpace(problem, budget: Budget(vectors: 20, tableEntries: 60))
        let bounds = tight.acceptableCount()
        #expect(exact.exact && bounds.lower <= exact.lower && exact.upper <= bounds.upper)
        #expect(!tight.frontier().exact)
        // Where all conditions together are too many, each party's own still bound the count.
        var entangled = problem
        for party in entangled.parties.indices {
            entangled.parties[party].redLines = [
                .any(
                    (0..<5).map {
                        .all([.chosen(issue: $0, options: [party]), .chosen(issue: $0 + 1, options: [party])])
                    })
            ]
        }
        let space = try OutcomeSpace(entangled)
        let few = try OutcomeSpace(entangled, budget: Budget(contexts: 16))
        let count = few.acceptableCount()
        #expect(!count.exact && count.upper >= space.acceptableCount().upper)
        #expect(count.upper <= few.acceptableCount(to: 0).upper)
        let cancelled = try OutcomeSpace(problem, budget: Budget(isCancelled: { true }))
        #expect(!cancelled.frontier().exact && !cancelled.acceptableCount().exact)
    }
}

/// Seeded problems of the sizes that the engine is built for: values 0–1000, weights 1–99.
enum Large {
    static func problem(parties: Int, issues: Int, options: Int, opposed: Bool) -> BargainingProblem {
        var dice = Dice(seed: 4_711)
        let models = (0..<parties).map { party in
            PartyModel(
                values: (0..<issues).map { _ in
                    let weight = Rational(dice.number(1...99))
                    var values = (0..<options).map { _ in dice.number(0...1_000) }
                    if opposed && party == 0 { values.sort() }
                    if opposed && party == 1 { values.sort(by: >) }
                    return values.map { Rational($0) * weight }
                })
        }
        return BargainingProblem(optionCounts: Array(repeating: options, count: issues), parties: models)
    }
}
