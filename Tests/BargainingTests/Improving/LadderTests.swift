import Bargaining
import BigInt
import Negotiation
import Testing

/// Ladders, held to plain enumeration on random problems and steps.
@Suite struct LadderTests {
    @Test(arguments: 0..<15) func agrees(batch: Int) throws {
        var random = RandomProblems(seed: UInt64(8_000 + batch))
        var reached = 0
        for number in 0..<100 {
            var problem = random.problem(parties: number < 4 ? number % 2 : nil)
            // Rules and red lines that hold at every rung soon leave nothing; every third problem has none.
            if random.dice.oneIn(3) { problem.prohibitions = [] }
            if random.dice.oneIn(3) {
                for party in problem.parties.indices { problem.parties[party].redLines = [] }
            }
            let steps = Self.steps(problem, &random.dice)
            let reference = LadderReference(Enumeration(problem), steps)
            check(try OutcomeSpace(problem).ladders(steps), reference, "batch \(batch), problem \(number)")
            if !reference.whole.isEmpty { reached += 1 }
        }
        #expect(reached >= 5, "hardly any problem has a ladder")
    }

    private static func steps(_ problem: BargainingProblem, _ dice: inout Dice) -> LadderSteps {
        let count = dice.number(1...4)
        var settled = [[Int]](repeating: [], count: count)
        var today: [Int?] = []
        var kept: [Int: Int] = [:]
        for (issue, options) in problem.optionCounts.enumerated() {
            today.append(dice.number(0...options - 1))
            if dice.oneIn(8) { continue }
            let step = dice.number(0...count - 1)
            settled[step].append(issue)
            if step == 0, dice.oneIn(6) { today[issue] = nil }
            if dice.oneIn(8) { kept[issue] = dice.number(0...options - 1) }
        }
        return LadderSteps(today: today, settled: settled, kept: kept)
    }

    private func check(_ found: Ladders, _ reference: LadderReference, _ mark: String) {
        let expected = reference.enumeration.frontier(reference.whole)
        #expect(found.exact, "\(mark)")
        #expect(found.count == expected.count, "\(mark)")
        #expect(found.obstacle == reference.obstacle, "\(mark)")
        guard found.count == expected.count else { return }
        for (point, wanted) in expected.enumerated() {
            #expect(found.utilities(at: point) == wanted.utilities, "\(mark)")
            #expect(found.packageCount(at: point) == BigInt(wanted.packages.count), "\(mark)")
            #expect(Array(found.packages(at: point)) == wanted.packages, "\(mark)")
        }
        let listed = expected.reduce(0) { $0 + $1.packages.count }
        #expect(found.packages == PackageCount(BigInt(listed)), "\(mark)")
    }

    /// Ladders in which rungs are at their caps, which random problems seldom have for long.
    @Test func capsAgree() throws {
        var random = RandomProblems(seed: 9_000)
        var bound = 0
        for number in 0..<250 {
            var problem = random.problem(parties: number % 3 + 1)
            problem.prohibitions = []
            for party in problem.parties.indices {
                problem.parties[party].redLines = []
                let values = problem.parties[party].values
                let best = values.reduce(Rational.zero) { $0 + $1.max()! }
                let share = Rational(BigInt(random.dice.number(2...9)), over: 10)
                problem.parties[party].cap = best * share
                problem.parties[party].withoutAgreement = best * share * Rational(1, over: 3)
            }
            let steps = Self.steps(problem, &random.dice)
            let reference = LadderReference(Enumeration(problem), steps)
            check(try OutcomeSpace(problem).ladders(steps), reference, "problem \(number)")
            if reference.usesCaps { bound += 1 }
        }
        #expect(bound > 20)
    }
}

/// Every package judged as the last rung of a ladder.
struct LadderReference {
    let enumeration: Enumeration
    let steps: LadderSteps
    /// Indices of the last rungs of ladders.
    private(set) var whole: [Int] = []
    private(set) var obstacle: LadderObstacle?
    /// Whether some ladder has a rung with a lower sum than the rung below, which the cap hides.
    private(set) var usesCaps = false
    private var place: [[Int]: Int] = [:]

    init(_ enumeration: Enumeration, _ steps: LadderSteps) {
        self.enumeration = enumeration
        self.steps = steps
        for (index, package) in enumeration.packages.enumerated() { place[package] = index }
        let settled = Set(steps.settled.joined())
        let candidates = enumeration.packages.indices.filter { index in
            let package = enumeration.packages[index]
            return steps.kept.allSatisfy { package[$0.key] == $0.value }
                && package.indices.allSatisfy { settled.contains($0) || package[$0] == steps.today[$0] }
        }
        let rungs = candidates.map { index in
            steps.rungs(to: enumeration.packages[index]).map { place[$0]! }
        }
        func climbs(_ rungs: [Int], _ step: Int, lines: Bool, worth: Bool) -> Bool {
            let below = rungs[..<(step + 1)]
            return below.allSatisfy { enumeration.feasible[$0] }
                && (!lines || below.allSatisfy { !crosses($0) }) && (!worth || rises(Array(below)))
        }
        let last = steps.settled.count - 1
        whole = zip(candidates, rungs).filter { index, rungs in
            climbs(rungs, last, lines: true, worth: true)
                && enumeration.acceptableTo[index].allSatisfy { $0 }
        }.map(\.0)
        usesCaps = zip(candidates, rungs).contains { whole.contains($0) && sinksBeforeCaps($1) }
        guard whole.isEmpty else { return }
        for step in steps.settled.indices {
            if rungs.contains(where: { climbs($0, step, lines: true, worth: true) }) { continue }
            let cause: LadderObstacle.Cause =
                !rungs.contains { climbs($0, step, lines: false, worth: false) }
                ? .rules : rungs.contains { climbs($0, step, lines: true, worth: false) } ? .worth : .redLines
            obstacle = LadderObstacle(step: step, cause: cause)
            return
        }
        obstacle = LadderObstacle(step: last, cause: .withoutAgreement)
    }

    private func crosses(_ index: Int) -> Bool {
        enumeration.problem.parties.contains { party in
            party.redLines.contains { $0.holds(for: enumeration.packages[index]) }
        }
    }

    private func rises(_ rungs: [Int]) -> Bool {
        let ground = steps.ground.map { enumeration.utilities[place[$0]!] } ?? enumeration.withoutAgreement
        let worths = [ground] + rungs.map { enumeration.utilities[$0] }
        return zip(worths, worths.dropFirst()).allSatisfy { zip($0, $1).allSatisfy { $0 <= $1 } }
    }

    private func sinksBeforeCaps(_ rungs: [Int]) -> Bool {
        let sums = rungs.map { rung in
            enumeration.problem.parties.map { party -> Rational in
                let package = enumeration.packages[rung]
                var sum = Rational.zero
                for (issue, option) in package.enumerated() { sum += party.values[issue][option] }
                for interaction in party.interactions where interaction.when.holds(for: package) {
                    sum += interaction.add
                }
                return sum
            }
        }
        return zip(sums, sums.dropFirst()).contains { zip($0, $1).contains { $0 > $1 } }
    }
}
