import BigInt
import Negotiation

/// Ladders as questions to one context graph: all choices of the last rung, with every rung's conditions on them.
///
/// A rung's utility is a sum over the choices that are settled by then, and so is its difference from the rung below.
/// Issues are eliminated step by step, so that at any time the differences of one step alone are undecided.
struct LadderQuestion {
    let problem: CompiledProblem
    let steps: LadderSteps
    let floors: [BigInt]
    private(set) var diagrams: DecisionDiagrams
    /// Step → what must not hold for its rung: prohibitions.
    private(set) var prohibitions: [[Int32]] = []
    /// Step → what must not hold for its rung: red lines of anybody.
    private(set) var redLines: [[Int32]] = []
    /// What must not hold for the last rung, whatever the step: choices other than those that are kept.
    private(set) var kept: [Int32] = []
    /// Conditions of interactions, each once, as soft conditions.
    private(set) var soft: [Int32] = []
    /// Party → step → what its rung sums.
    private(set) var sums: [[RungSum]] = []

    /// What a party sums for one rung: points of what is settled, what today brings for the rest, and interactions.
    struct RungSum {
        /// Position × option; nothing where the issue is not settled yet.
        var values: [[BigInt]]
        /// Soft condition → what it adds.
        var adds: [Int: BigInt]
        /// What today brings.
        var constant: BigInt
    }

    /// Lays out the question.
    ///
    /// - Parameter space: the space whose packages are climbed to.
    init(_ space: OutcomeSpace, _ steps: LadderSteps) throws(Budget.Exhausted) {
        self.steps = steps
        floors = space.floors
        var stage = [Int](repeating: steps.settled.count, count: space.problem.optionCounts.count)
        for (number, issues) in steps.settled.enumerated() { for issue in issues { stage[issue] = number } }
        let known = space.compiled.order
        // Sorting is not promised to be stable; the place in the known order decides.
        let order = known.indices.sorted {
            (stage[known[$0]], $0) < (stage[known[$1]], $1)
        }.map { known[$0] }
        problem = CompiledProblem(space.problem, order: order, budget: space.budget)
        diagrams = try problem.compiledConditions().diagrams
        for step in steps.settled.indices { try layOut(step) }
        try keep()
    }

    private mutating func layOut(_ step: Int) throws(Budget.Exhausted) {
        let done = steps.done(after: step)
        let source = problem.problem
        var forbidden: [Int32] = []
        for rule in source.prohibitions {
            forbidden.append(try diagrams.node(for: rule.withToday(steps.today, except: done)))
        }
        prohibitions.append(forbidden)
        var crossed: [Int32] = []
        for line in source.parties.flatMap(\.redLines) {
            crossed.append(try diagrams.node(for: line.withToday(steps.today, except: done)))
        }
        redLines.append(crossed)
        if sums.isEmpty { sums = source.parties.map { _ in [] } }
        for (party, model) in source.parties.enumerated() {
            let scaled = problem.parties[party]
            var sum = RungSum(values: scaled.values, adds: [:], constant: 0)
            for (place, issue) in problem.order.enumerated() where !done.contains(issue) {
                sum.constant += scaled.values[place][steps.today[issue]!]
                sum.values[place] = scaled.values[place].map { _ in 0 }
            }
            for (interaction, add) in zip(model.interactions, scaled.adds) where !add.isZero {
                let when = interaction.when.withToday(steps.today, except: done)
                sum.adds[try softNumber(of: when), default: 0] += add
            }
            sums[party].append(sum)
        }
    }

    private mutating func softNumber(of formula: Formula) throws(Budget.Exhausted) -> Int {
        let node = try diagrams.node(for: formula)
        if let known = soft.firstIndex(of: node) { return known }
        soft.append(node)
        return soft.count - 1
    }

    private mutating func keep() throws(Budget.Exhausted) {
        var fixed = steps.kept
        let done = steps.done(after: steps.settled.count - 1)
        for (issue, option) in steps.today.enumerated() where !done.contains(issue) {
            // A choice that is kept on an issue that no step settles must be today's.
            if let kept = fixed[issue], kept != option { self.kept.append(DecisionDiagrams.always) }
            fixed[issue] = option
        }
        for (issue, option) in fixed.sorted(by: { $0.key < $1.key }) {
            kept.append(try diagrams.node(for: .not(.chosen(issue: issue, options: [option]))))
        }
    }
}

extension LadderQuestion {
    /// What must not hold where the first rungs are to be feasible, and cross no red line if that is asked.
    func conditions(upTo step: Int, redLines isCrossing: Bool) -> FollowedConditions {
        var followed = FollowedConditions()
        followed.soft = soft
        followed.hard = kept
        for rung in 0...step {
            followed.hard += prohibitions[rung]
            if isCrossing { followed.hard += redLines[rung] }
        }
        return followed
    }

    /// What the last rung is worth to each party, acceptable to all.
    var objectives: [Objective] {
        problem.parties.indices.map { party in
            var objective = objective(sums[party][steps.settled.count - 1])
            // Where a party's issues are settled nowhere, today's points are what it has.
            objective.values = problem.parties[party].values
            objective.cap = problem.parties[party].cap
            objective.floor = floors[party]
            return objective
        }
    }

    private func objective(_ sum: RungSum, minus other: RungSum? = nil) -> Objective {
        var values = sum.values
        var adds = [BigInt](repeating: 0, count: soft.count)
        for (number, add) in sum.adds { adds[number] += add }
        if let other {
            values = zip(values, other.values).map { zip($0, $1).map { $0 - $1 } }
            for (number, add) in other.adds { adds[number] -= add }
        }
        return Objective(values: values, adds: adds)
    }

    /// The condition that an objective reaches a floor, and nothing more.
    private func condition(_ objective: Objective, atLeast floor: BigInt) -> Objective {
        var result = objective
        result.floor = floor
        result.cap = floor
        return result
    }

    /// The condition that a party's rung is worth no less, before the cap, than the rung below it.
    private func rises(_ party: Int, at step: Int) -> Objective {
        let sum = sums[party][step]
        if step > 0 {
            let below = sums[party][step - 1]
            return condition(objective(sum, minus: below), atLeast: below.constant - sum.constant)
        }
        return condition(objective(sum), atLeast: base(of: party) - sum.constant)
    }

    /// What the first rung stands on, before the cap.
    func base(of party: Int) -> BigInt {
        guard let ground = steps.ground else { return floors[party] }
        let scaled = problem.parties[party]
        var sum = BigInt(0)
        for (place, issue) in problem.order.enumerated() { sum += scaled.values[place][ground[issue]] }
        let interactions = problem.problem.parties[party].interactions
        for (interaction, add) in zip(interactions, scaled.adds) where interaction.when.holds(for: ground) {
            sum += add
        }
        return sum
    }

    /// The condition that a party's rung reaches its cap.
    private func reaches(_ cap: BigInt, _ party: Int, at step: Int) -> Objective {
        let sum = sums[party][step]
        return condition(objective(sum), atLeast: cap - sum.constant)
    }

    /// The condition that a party's rung stays below its cap.
    private func staysBelow(_ cap: BigInt, _ party: Int, at step: Int) -> Objective {
        let sum = sums[party][step]
        return condition(objective(sum).negated, atLeast: sum.constant - cap + 1)
    }

    /// The greatest that a party's rungs can be worth before the cap; not less than it, and quick to tell.
    private func most(_ party: Int) -> BigInt {
        let scaled = problem.parties[party]
        let points = scaled.values.reduce(BigInt(0)) { $0 + ($1.max() ?? 0) }
        return scaled.adds.reduce(points) { $0 + max($1, 0) }
    }

    /// The conditions under which no rung up to a step is worth less to a party than the one below: any one of the
    /// sets, of which no two hold together.
    ///
    /// Without a cap that can bind there is one set. With one, what counts is the first rung at the cap: before it
    /// every rung rises, from it on every rung stays at the cap.
    func rising(_ party: Int, upTo step: Int) -> [[Objective]] {
        let all = Array(0...step)
        guard let cap = problem.parties[party].cap, most(party) > cap else {
            return [all.map { rises(party, at: $0) }]
        }
        let isToday = steps.ground != nil
        if base(of: party) >= cap {
            // No agreement worth more than the cap is beyond every rung; today's points beyond it are worth the cap.
            let isBeyond = !isToday && base(of: party) > cap
            return isBeyond ? [] : [all.map { reaches(cap, party, at: $0) }]
        }
        return (0...all.count).map { first in
            all.flatMap { rung -> [Objective] in
                if rung < first { return [rises(party, at: rung), staysBelow(cap, party, at: rung)] }
                return [reaches(cap, party, at: rung)]
            }
        }
    }

    /// The same for all parties together.
    ///
    /// - Throws: where caps bind for so many parties over so many steps that the sets are too many.
    func rising(upTo step: Int) throws(Budget.Exhausted) -> [[Objective]] {
        var result: [[Objective]] = [[]]
        for party in problem.parties.indices {
            let own = rising(party, upTo: step)
            guard result.count * own.count <= Self.mostSets else { throw .contexts }
            result = result.flatMap { set in own.map { set + $0 } }
        }
        return result
    }

    private static let mostSets = 1_024
}
