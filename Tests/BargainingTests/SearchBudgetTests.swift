import Bargaining
import BigInt
import Negotiation
import Synchronization
import Testing

/// Searches that end early, and searches beside frontiers too large to enumerate.
@Suite struct SearchBudgetTests {
    /// However little may be done, bounds hold what enumeration finds, and points are attained.
    @Test(arguments: 0..<10) func boundsHold(batch: Int) throws {
        var random = RandomProblems(seed: UInt64(88_000 + batch))
        var partial = 0
        for number in 0..<60 {
            let problem = random.problem()
            let mark = "batch \(batch), problem \(number)"
            let plain = Enumeration(problem)
            let acceptable = plain.acceptableIndices
            let gains = acceptable.map { plain.gains(plain.utilities[$0]) }
            let attained = Set(acceptable.map { plain.utilities[$0] })
            let budget = Budget(
                searchStates: random.dice.number(1...12), searchSteps: random.dice.number(1...400))
            let space = try OutcomeSpace(problem, budget: budget)
            func check(_ found: Reference, _ best: Rational?) {
                if !found.exact { partial += 1 }
                for point in found.points {
                    #expect(attained.contains(point.utilities), "\(mark)")
                    #expect(BigInt(Array(point.packages).count) == point.packageCount, "\(mark)")
                }
                #expect(best != nil || found.points.isEmpty, "\(mark)")
                guard let best else { return }
                if let bound = found.bound { #expect(bound >= best, "\(mark)") }
                if let value = found.found { #expect(value <= best, "\(mark)") }
                if found.exact { #expect(found.found == best && found.bound == best, "\(mark)") }
            }
            check(space.egalitarianReference(), gains.map { $0.min() ?? .zero }.max())
            let worth = plain.withoutAgreement.reduce(.zero, +)
            check(space.utilitarianReference(), gains.map { $0.reduce(worth, +) }.max())
            let ratios = space.kalaiSmorodinskyReference(ideals: .feasible)
            let parties = problem.parties.indices.filter {
                ratios.ideals.count > $0 && !ratios.leftOut.contains($0)
            }
            if !parties.isEmpty {
                check(
                    ratios.reference,
                    gains.map { row in
                        parties.map { row[$0] / (ratios.ideals[$0] - plain.withoutAgreement[$0]) }.min()
                            ?? .zero
                    }.max())
            }
            checkUncertainIdeals(space.kalaiSmorodinskyReference(), gains, mark)
            let nash = space.nashReferences()
            let product = gains.map { $0.reduce(.one, *) }.max() ?? .zero
            if nash.sets.first?.gaining.count == problem.parties.count, product > .zero,
                let bound = nash.sets.first?.reference.bound
            {
                let power = problem.parties.indices.reduce(Rational.one) { value, _ in value * bound }
                #expect(power >= product, "\(mark)")
            }
        }
        #expect(partial > 0)
    }

    /// Where ideals are bounds, what is found and its bound still hold the best share of the true ideals.
    private func checkUncertainIdeals(_ found: IdealReference, _ gains: [[Rational]], _ mark: String) {
        guard let parties = gains.first?.count, !found.ideals.isEmpty else { return }
        let ideals = (0..<parties).map { party in gains.map { $0[party] }.max()! }
        let counted = ideals.indices.filter { ideals[$0] > .zero }
        guard
            let best = gains.compactMap({ row in counted.map { row[$0] / ideals[$0] }.min() }).max()
        else { return }
        if let bound = found.reference.bound { #expect(bound >= best, "\(mark)") }
        if let value = found.reference.found { #expect(value <= best, "\(mark)") }
        if found.idealsAreExact && found.reference.exact {
            #expect(found.reference.found == best && found.reference.bound == best, "\(mark)")
        }
    }

    /// Cancelled sooner or later, a search either has the answer or says that it has not.
    /// Whole and partial answers, down to the order of ties, do not depend on how many cores work.
    @Test(arguments: [400_000, 6_000_000, 200_000_000]) func coresChangeNothing(steps: Int) throws {
        let problem = Large.problem(parties: 8, issues: 17, options: 10, opposed: false)
        func answers(cores: Int) throws -> [String] {
            let space = try OutcomeSpace(problem, budget: Budget(searchSteps: steps, cores: cores))
            let found = space.references()
            let all = [
                found.nash.sets.first?.reference, found.egalitarian, found.kalaiSmorodinsky.reference,
                found.utilitarian,
            ]
            return all.map { reference in
                guard let reference else { return "none" }
                let points = reference.points.map { point in
                    "\(point.utilities) \(point.packageCount) \(Array(point.packages.prefix(3)))"
                }
                let measure = "\(String(describing: reference.found)) \(String(describing: reference.bound))"
                return "\(reference.exact) \(measure) \(points)"
            }
        }
        let alone = try answers(cores: 1)
        if steps > 100_000_000 { #expect(alone.allSatisfy { $0.hasPrefix("true") }) }
        for cores in [2, 4] { #expect(try answers(cores: cores) == alone) }
    }

    @Test(arguments: [1, 2, 5, 20, 60, 200]) func cancelledSearchesSaySo(calls: Int) throws {
        var problem = Large.problem(parties: 6, issues: 8, options: 6, opposed: false)
        for party in problem.parties.indices { problem.parties[party].withoutAgreement = 0 }
        let whole = try OutcomeSpace(problem).egalitarianReference()
        #expect(whole.exact)
        let left = Calls()
        left.count.store(calls, ordering: .relaxed)
        let budget = Budget(isCancelled: {
            left.count.subtract(1, ordering: .relaxed).newValue < 0
        })
        let found = try OutcomeSpace(problem, budget: budget).egalitarianReference()
        if found.exact { #expect(found.points.map(\.utilities) == whole.points.map(\.utilities)) }
        if let bound = found.bound, let best = whole.found { #expect(bound >= best) }
        if calls < 3 { #expect(!found.exact) }
    }

    /// The same points as on the whole frontier: with rules, interactions, red lines, caps and tight worths.
    @Test(arguments: 0..<12) func agreesWithTheFrontier(seed: Int) throws {
        var dice = Dice(seed: UInt64(4_400 + seed))
        let parties = 2 + seed % 3
        var problem = Large.problem(parties: parties, issues: 7, options: 5, opposed: seed.isMultiple(of: 2))
        for _ in 0..<3 {
            let first = dice.number(0...5)
            problem.prohibitions.append(
                .all([
                    .chosen(issue: first, options: [dice.number(0...4), dice.number(0...4)]),
                    .chosen(issue: first + 1, options: [dice.number(0...4)]),
                ]))
        }
        for party in problem.parties.indices {
            let best = problem.parties[party].values.reduce(Rational.zero) { $0 + $1.max()! }
            problem.parties[party].withoutAgreement = best * Rational(BigInt(dice.number(30...55)), over: 100)
            problem.parties[party].interactions.append(
                Interaction(
                    when: .all([
                        .chosen(issue: dice.number(0...3), options: [dice.number(0...4)]),
                        .chosen(issue: dice.number(4...6), options: [0, 1, dice.number(2...4)]),
                    ]), add: best * Rational(BigInt(dice.number(-10...10)), over: 100)))
            problem.parties[party].redLines.append(
                .chosen(issue: dice.number(0...6), options: [dice.number(0...4)]))
            if seed % 4 == 3 { problem.parties[party].cap = best * Rational(BigInt(7), over: 10) }
        }
        let space = try OutcomeSpace(problem)
        let frontier = space.frontier()
        #expect(frontier.exact)
        func agree(_ found: Reference, _ points: [Int]) {
            #expect(found.exact)
            #expect(found.points.map(\.utilities) == points.map { frontier.utilities(at: $0) })
            guard frontier.packages.exact else { return }
            #expect(found.points.map(\.packageCount) == points.map { frontier.packageCount(at: $0) })
            #expect(
                found.points.map { Array($0.packages.prefix(20)) }
                    == points.map { Array(frontier.packages(at: $0).prefix(20)) })
        }
        let references = space.references()
        #expect(references.exact)
        let nash = frontier.nash()
        #expect(references.nash.sets.map(\.gaining) == nash.map(\.gaining))
        for (found, wanted) in zip(references.nash.sets, nash) { agree(found.reference, wanted.points) }
        agree(references.egalitarian, frontier.egalitarian())
        agree(references.utilitarian, frontier.utilitarian())
        let ratios = frontier.kalaiSmorodinsky()
        #expect(references.kalaiSmorodinsky.leftOut == ratios.leftOut || frontier.count == 0)
        agree(references.kalaiSmorodinsky.reference, ratios.points)
    }

    /// Nothing but the number of packages grows where issues do not matter to anybody.
    @Test func countsGoBeyondWhatCanBeListed() throws {
        let idle = [[Rational]](repeating: [Rational](repeating: 1, count: 10), count: 30)
        let problem = BargainingProblem(
            optionCounts: [3] + [Int](repeating: 10, count: 30),
            parties: [
                PartyModel(values: [[0, 2, 4]] + idle, withoutAgreement: 30),
                PartyModel(values: [[4, 2, 0]] + idle, withoutAgreement: 30),
            ])
        let references = try OutcomeSpace(problem).references()
        #expect(references.exact)
        #expect(references.egalitarian.points.map(\.packageCount) == [BigInt(10).power(30)])
        #expect(references.utilitarian.points.count == 3)
        #expect(
            references.egalitarian.points[0].packages.first { _ in true } == [1]
                + [Int](repeating: 0, count: 30))
    }
}

/// How many questions are left before the answer is yes.
private final class Calls: Sendable {
    let count = Atomic<Int>(0)
}
