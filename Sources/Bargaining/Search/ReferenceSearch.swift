import BigInt

/// Searches among the acceptable packages of one space.
struct ReferenceSearch {
    let ground: SearchGround
    let budget: Budget
    /// What may still be done.
    var steps: Int

    /// What a yardstick points at.
    struct Answer: Sendable {
        /// Points by gains, in descending order.
        var points: [Point] = []
        /// Whether these are all, with all their packages.
        var isExact = false
        /// The measure at these points, as a whole number.
        var found: BigInt?
        /// No acceptable package has more of the measure; `nil`: not known.
        var bound: BigInt?
    }

    /// Gains, the number of packages that bring them, and the way back to these.
    struct Point: Sendable {
        var gains: [BigInt]
        var traces: SearchTraces
        var pairs: [Int32]
        var packages: BigInt
    }

    /// The acceptable packages of a space; `nil`: no package satisfies rules and red lines.
    init?(_ space: OutcomeSpace) throws(Budget.Exhausted) {
        let everybody = Array(space.problem.parties.indices)
        let question = try Question(
            space.compiled, Question.Scope(parties: everybody, redLinesOf: everybody), floors: space.floors)
        let graph = try ContextGraph(
            space.compiled.compiledConditions().diagrams, following: question.followed, budget: space.budget)
        guard graph.isSatisfiable else { return nil }
        ground = SearchGround(graph, question.objectives, floors: space.floors)
        budget = space.budget
        steps = space.budget.searchSteps
    }

    var parties: Int { ground.parties }

    /// One search, out of the steps that are left.
    mutating func quest(_ aim: SearchAim, least: BigInt? = nil, wantsTies: Bool = true) -> SearchQuest.Finding
    {
        var quest = SearchQuest(ground, aim, budget: budget, steps: steps, least: least, wantsTies: wantsTies)
        let finding = quest.solve()
        steps = quest.steps
        return finding
    }

    /// Points as they were found.
    func points(_ finding: SearchQuest.Finding) -> [Point] {
        guard let traces = finding.traces else { return [] }
        return finding.points.map { point in
            Point(
                gains: point.gains, traces: traces, pairs: point.pairs,
                packages: traces.packages(point.pairs))
        }
    }

    /// The greatest sum of gains times factors.
    mutating func greatestSum(_ factors: [BigInt]) -> Answer {
        let finding = quest(
            SearchAim(measure: .sum(factors: factors), demands: [BigInt](repeating: 0, count: parties)))
        return Answer(
            points: points(finding), isExact: finding.isProven && finding.hasAllTies,
            found: finding.best?.first, bound: finding.bound)
    }

    /// A party's greatest gain over acceptable packages.
    ///
    /// - Returns: a gain some package brings, and a bound; `nil`: there is none.
    mutating func greatestGain(of party: Int) -> (found: BigInt?, bound: BigInt?) {
        // Often the party's best package, with a little for the others, is acceptable.
        for share in [1e-9, 1e-3] {
            let greatest = ground.greatestCoarse
            var multipliers = greatest.map { share / Double(max(1, $0)) }
            multipliers[party] = 1 / Double(max(1, greatest[party]))
            let row = ground.greatestRow(multipliers)
            let gains = ground.gains(row[...])
            let isGreatest =
                row[party] == greatest[party] && ground.digits[party].isEmpty
                || ground.caps[party] == gains[party]
            if isGreatest && gains.allSatisfy({ $0 >= 0 }) { return (gains[party], gains[party]) }
        }
        let finding = quest(
            SearchAim(
                measure: .least(of: [party], factors: [1]), demands: [BigInt](repeating: 0, count: parties)),
            wantsTies: false)
        if finding.isProven, finding.best == nil { return (nil, nil) }
        return (finding.best?.first, finding.bound)
    }
}
