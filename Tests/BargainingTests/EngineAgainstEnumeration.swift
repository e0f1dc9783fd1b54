import Bargaining
import BigInt
import Negotiation
import Testing

/// Everything the engine says, held to plain enumeration on random problems.
@Suite struct EngineAgainstEnumeration {
    @Test(arguments: 0..<20) func agrees(batch: Int) throws {
        var random = RandomProblems(seed: UInt64(1_000 + batch))
        for number in 0..<104 {
            let problem = random.problem(parties: number < 4 ? number % 2 : nil)
            let mark = "batch \(batch), problem \(number)"
            let reference = Enumeration(problem)
            let space = try OutcomeSpace(problem)
            checkCounts(space, reference, mark)
            checkRanges(space, reference, mark)
            checkRules(space, reference, &random.dice, mark)
            let found = checkFrontier(
                space.frontier(), reference.frontier(reference.acceptableIndices), mark)
            _ = checkFrontier(
                space.frontier(over: .feasible), reference.frontier(reference.feasibleIndices), mark)
            checkYardsticks(found, space, reference, &random.dice, mark)
            checkDiagnosis(space, reference, mark)
        }
    }

    private func checkCounts(_ space: OutcomeSpace, _ reference: Enumeration, _ mark: String) {
        #expect(space.withoutAgreement == reference.withoutAgreement, "\(mark)")
        #expect(space.packageCount == BigInt(reference.packages.count), "\(mark)")
        #expect(
            space.feasibleCount() == PackageCount(BigInt(reference.feasibleIndices.count)), "\(mark)")
        #expect(
            space.acceptableCount() == PackageCount(BigInt(reference.acceptableIndices.count)), "\(mark)")
        for party in space.problem.parties.indices {
            let count = reference.acceptableTo.count { $0[party] }
            #expect(space.acceptableCount(to: party) == PackageCount(BigInt(count)), "\(mark)")
        }
    }

    private func checkRanges(_ space: OutcomeSpace, _ reference: Enumeration, _ mark: String) {
        for party in space.problem.parties.indices {
            func range(_ among: [Int]) -> UtilityRange<Rational>? {
                let all = among.map { reference.utilities[$0][party] }
                guard let least = all.min(), let greatest = all.max() else { return nil }
                return UtilityRange(least: least, greatest: greatest)
            }
            let everything = Array(reference.packages.indices)
            #expect(space.utilityRangeOverAll(of: party) == range(everything), "\(mark)")
            #expect(
                space.utilityRangeOverFeasible(of: party) == range(reference.feasibleIndices), "\(mark)")
            #expect(
                space.utilityRangeOverAcceptable(of: party) == range(reference.acceptableIndices),
                "\(mark)")
        }
    }

    private func checkRules(
        _ space: OutcomeSpace, _ reference: Enumeration, _ dice: inout Dice, _ mark: String
    ) {
        let feasible = reference.feasibleIndices.map { reference.packages[$0] }
        var unused: [OptionIndex] = []
        for (issue, count) in space.problem.optionCounts.enumerated() {
            for option in 0..<count where !feasible.contains(where: { $0[issue] == option }) {
                unused.append(OptionIndex(issue: issue, option: option))
            }
        }
        #expect(space.optionsInNoFeasiblePackage() == unused, "\(mark)")
        let rules = Array(space.problem.prohibitions.indices)
        let idle = rules.filter { rule in
            !reference.packages.contains { package in
                rules.allSatisfy { space.problem.prohibitions[$0].holds(for: package) == ($0 == rule) }
            }
        }
        #expect(space.prohibitionsThatNeverMatter() == idle, "\(mark)")
        var given: [Int: Int] = [:]
        for (issue, count) in space.problem.optionCounts.enumerated() where dice.oneIn(3) {
            given[issue] = dice.number(0...count - 1)
        }
        let completions = feasible.count { package in given.allSatisfy { package[$0.key] == $0.value } }
        #expect(space.feasibleCount(given: given) == PackageCount(BigInt(completions)), "\(mark)")
        #expect(space.canBeCompleted(given) == (completions > 0), "\(mark)")
        let pick = dice.number(0...reference.packages.count - 1)
        let account = space.account(of: reference.packages[pick])
        #expect(account.parties.map(\.utility) == reference.utilities[pick], "\(mark)")
        #expect(account.isFeasible == reference.feasible[pick], "\(mark)")
        for party in space.problem.parties.indices {
            #expect(account.isAcceptable(to: party) == reference.acceptableTo[pick][party], "\(mark)")
        }
    }

    private func checkFrontier(
        _ found: Frontier, _ expected: [(utilities: [Rational], packages: [[Int]])], _ mark: String
    ) -> Frontier {
        #expect(found.exact, "\(mark)")
        #expect(found.count == expected.count, "\(mark)")
        guard found.count == expected.count else { return found }
        for (point, wanted) in expected.enumerated() {
            #expect(found.utilities(at: point) == wanted.utilities, "\(mark)")
            #expect(found.packageCount(at: point) == BigInt(wanted.packages.count), "\(mark)")
            #expect(Array(found.packages(at: point)) == wanted.packages, "\(mark)")
        }
        #expect(
            found.packages == PackageCount(BigInt(expected.reduce(0) { $0 + $1.packages.count })), "\(mark)")
        return found
    }

    private func checkYardsticks(
        _ found: Frontier, _ space: OutcomeSpace, _ reference: Enumeration, _ dice: inout Dice,
        _ mark: String
    ) {
        let gains = (0..<found.count).map { reference.gains(found.utilities(at: $0)) }
        #expect((0..<found.count).map { found.gains(at: $0) } == gains, "\(mark)")
        let parties = space.problem.parties.indices
        let alike = PlainYardsticks.nash(gains, exponents: parties.map { _ in 1 })
        #expect(
            Dictionary(uniqueKeysWithValues: found.nash().map { ($0.gaining, $0.points) }) == alike, "\(mark)"
        )
        let exponents = parties.map { _ in dice.number(1...4) }
        let weights = exponents.map { Rational(BigInt($0), over: 7) }
        #expect(
            Dictionary(
                uniqueKeysWithValues: found.nash(weights: weights).map { ($0.gaining, $0.points) })
                == PlainYardsticks.nash(gains, exponents: exponents), "\(mark)")
        #expect(found.egalitarian() == PlainYardsticks.leximin(gains), "\(mark)")
        #expect(found.utilitarian() == PlainYardsticks.greatestSum(gains), "\(mark)")
        guard found.count > 0 else { return }
        let acceptable = parties.map { party in gains.map { $0[party] }.max()! }
        let ratios = found.kalaiSmorodinsky()
        let wanted = PlainYardsticks.kalaiSmorodinsky(gains, best: acceptable)
        #expect(ratios.points == wanted.points && ratios.leftOut == wanted.leftOut, "\(mark)")
        let ideals = parties.map { space.utilityRangeOverFeasible(of: $0)!.greatest }
        let wide = found.kalaiSmorodinsky(ideals: ideals)
        let wantedWide = PlainYardsticks.kalaiSmorodinsky(gains, best: reference.gains(ideals))
        #expect(wide.points == wantedWide.points && wide.leftOut == wantedWide.leftOut, "\(mark)")
    }

    private func checkDiagnosis(_ space: OutcomeSpace, _ reference: Enumeration, _ mark: String) {
        let conflict = space.conflictingProhibitions()
        #expect((conflict == nil) == !reference.feasibleIndices.isEmpty, "\(mark)")
        if let conflict {
            #expect(conflict.minimal && !reference.satisfiable(conflict.prohibitions), "\(mark)")
            for rule in conflict.prohibitions {
                #expect(reference.satisfiable(conflict.prohibitions.filter { $0 != rule }), "\(mark)")
            }
        }
        let concessions = space.concessions()
        #expect(concessions.exact, "\(mark)")
        #expect(Set(concessions.vectors) == reference.concessions(), "\(mark)")
        #expect(Set(concessions.vectors).count == concessions.vectors.count, "\(mark)")
        let totals = concessions.vectors.map { $0.reduce(.zero, +) }
        #expect(
            concessions.leastTotal == totals.indices.filter { totals[$0] == totals.min() }, "\(mark)")
        let greatest = concessions.vectors.map { $0.max() ?? .zero }
        #expect(
            concessions.leastGreatest == greatest.indices.filter { greatest[$0] == greatest.min() },
            "\(mark)")
        let sets = space.smallestRedLineSets().sets
        #expect(Set(sets.map { Set($0) }) == reference.redLineSets(), "\(mark)")
        #expect(Set(sets).count == sets.count, "\(mark)")
    }
}
