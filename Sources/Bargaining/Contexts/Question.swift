import BigInt

/// What a context graph is built for: the conditions to follow and the objectives to sum.
struct Question {
    var followed = FollowedConditions()
    var objectives: [Objective] = []

    /// Which parts of a problem a question is about.
    struct Scope {
        /// Whose utilities are summed, in this order.
        var parties: [Int] = []
        /// Whose red lines must not be crossed.
        var redLinesOf: [Int] = []
        /// Whether infeasible packages are left out.
        var feasible = true
        /// Whether packages worth less than no agreement are left out.
        var gainful = false
    }

    /// A question about some parts of a problem.
    ///
    /// - Parameter floors: each party's worth without agreement, scaled; used where the scope is gainful.
    init(_ problem: CompiledProblem, _ scope: Scope, floors: [BigInt]) throws(Budget.Exhausted) {
        let conditions = try problem.compiledConditions()
        if scope.feasible { followed.hard += conditions.prohibitions }
        for party in scope.redLinesOf { followed.hard += conditions.redLines[party] }
        // Interactions with the same condition, of one party or of several, are one soft condition.
        var softNumbers: [Int32: Int] = [:]
        for party in scope.parties {
            for (node, add) in zip(conditions.interactions[party], problem.parties[party].adds)
            where !add.isZero && node != DecisionDiagrams.never && softNumbers[node] == nil {
                softNumbers[node] = followed.soft.count
                followed.soft.append(node)
            }
        }
        for party in scope.parties {
            let scaled = problem.parties[party]
            var adds = [BigInt](repeating: 0, count: followed.soft.count)
            for (node, add) in zip(conditions.interactions[party], scaled.adds) where !add.isZero {
                if let number = softNumbers[node] { adds[number] += add }
            }
            objectives.append(
                Objective(
                    values: scaled.values, adds: adds, cap: scaled.cap,
                    floor: scope.gainful ? floors[party] : nil))
        }
    }
}
