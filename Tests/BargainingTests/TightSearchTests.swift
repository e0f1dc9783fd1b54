import Bargaining
import BigInt
import Negotiation
import Testing

/// Searches where having no agreement is worth so much that about one package in ten thousand is acceptable.
@Suite struct TightSearchTests {
    @Test(arguments: 0..<12) func agreesWithEnumeration(batch: Int) throws {
        var dice = Dice(seed: UInt64(31_000 + batch))
        var acceptable = 0
        var all = 0
        for number in 0..<20 {
            let problem = Self.problem(&dice)
            let plain = Enumeration(problem)
            acceptable += plain.acceptableIndices.count
            all += plain.packages.count
            try check(problem, plain, "batch \(batch), problem \(number)")
        }
        // Between one in a thousand and one in fifty thousand.
        #expect(acceptable * 1_000 < all && acceptable * 50_000 > all, "\(acceptable) of \(all)")
    }

    /// Six issues and 8,000 packages or so, rules and interactions, and worths just below those of some package.
    private static func problem(_ dice: inout Dice) -> BargainingProblem {
        let counts = [5, 5, 4, 4, 5, 4]
        let parties = dice.number(2...4)
        var prohibitions: [Formula] = []
        for _ in 0..<dice.number(0...3) {
            let first = dice.number(0...4)
            prohibitions.append(
                .all([
                    .chosen(issue: first, options: [dice.number(0...2), dice.number(0...3)]),
                    .chosen(issue: first + 1, options: [dice.number(0...3)]),
                ]))
        }
        var problem = BargainingProblem(
            optionCounts: counts, prohibitions: prohibitions,
            parties: (0..<parties).map { _ in
                PartyModel(
                    values: counts.map { count in (0..<count).map { _ in Rational(dice.number(0...60)) } },
                    withoutAgreement: 0)
            })
        for party in problem.parties.indices where !dice.oneIn(3) {
            problem.parties[party].interactions.append(
                Interaction(
                    when: .all([
                        .chosen(issue: dice.number(0...2), options: [dice.number(0...3)]),
                        .chosen(issue: dice.number(3...5), options: [dice.number(0...3), 1]),
                    ]), add: Rational(BigInt(dice.number(-60...60)), over: 2)))
        }
        let worths = anchors(problem, &dice)
        for party in problem.parties.indices { problem.parties[party].withoutAgreement = worths[party] }
        return problem
    }

    /// What a package that is good for all is worth to each, or a little less.
    private static func anchors(_ problem: BargainingProblem, _ dice: inout Dice) -> [Rational] {
        var best: [Rational] = []
        for _ in 0..<400 {
            let package = problem.optionCounts.map { dice.number(0...$0 - 1) }
            if problem.prohibitions.contains(where: { $0.holds(for: package) }) { continue }
            let utilities = problem.parties.map { party in
                let values = package.enumerated().map { party.values[$0][$1] }
                let added = party.interactions.filter { $0.when.holds(for: package) }.map(\.add)
                return (values + added).reduce(.zero, +)
            }
            if best.isEmpty || utilities.reduce(.zero, +) > best.reduce(.zero, +) { best = utilities }
        }
        return best.map { $0 - Rational(dice.number(0...4)) }
    }

    private func check(_ problem: BargainingProblem, _ plain: Enumeration, _ mark: String) throws {
        let expected = plain.frontier(plain.acceptableIndices)
        let gains = expected.map { plain.gains($0.utilities) }
        let space = try OutcomeSpace(problem)
        func agree(_ found: Reference, _ points: [Int]) {
            #expect(found.exact, "\(mark)")
            #expect(found.points.map(\.utilities) == points.map { expected[$0].utilities }, "\(mark)")
            #expect(
                found.points.map { Array($0.packages) } == points.map { expected[$0].packages }, "\(mark)")
        }
        let references = space.references(weights: problem.parties.indices.map { Rational(1 + $0) })
        #expect(references.exact, "\(mark)")
        agree(references.egalitarian, PlainYardsticks.leximin(gains))
        agree(references.utilitarian, PlainYardsticks.greatestSum(gains))
        let nash = PlainYardsticks.nash(gains, exponents: problem.parties.indices.map { 1 + $0 })
        #expect(Set(references.nash.sets.map(\.gaining)) == Set(nash.keys), "\(mark)")
        for set in references.nash.sets { agree(set.reference, nash[set.gaining] ?? []) }
        guard !expected.isEmpty else { return }
        let best = problem.parties.indices.map { party in gains.map { $0[party] }.max()! }
        agree(
            references.kalaiSmorodinsky.reference,
            PlainYardsticks.kalaiSmorodinsky(gains, best: best).points)
    }
}
