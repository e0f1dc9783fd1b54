/// Multi-objective bucket elimination along a context graph: keeps what is not dominated in each context.
///
/// Rollón and Larrosa, Journal of Heuristics 12, 2006. Equal vectors are merged and their counts added. A
/// vector is dropped where even the best completion of its context, objective by objective, stays below a
/// floor. Caps are applied at the end; what they turn into ties is for ``CappedFrontier``.
struct Sweep<S: Scalar, C: Tally> {
    let graph: ContextGraph
    let objectives: Objectives<S>
    let extremes: Extremes<S>
    let budget: Budget
    /// Replaces what is surely at the cap by one value: fewer vectors, but points alone, with no counts and no way
    /// back to the packages.
    var clamps = false
    /// Keeps the vectors of every level, so that packages can be traced.
    var keepsLevels = false

    /// What a sweep leaves.
    struct Outcome {
        /// Every level's vectors, or the last level's alone.
        var tables: [VectorTable<S, C>]
        /// Whether nothing was thinned to stay within the budget.
        var exact = true
        /// Vectors that have gone through a filter.
        var filtered = 0

        /// The vectors at the ends, caps not yet applied.
        var last: VectorTable<S, C> { tables[tables.count - 1] }
    }

    init(_ graph: ContextGraph, _ objectives: [Objective], budget: Budget) {
        self.graph = graph
        self.budget = budget.shared(amongObjectives: objectives.count)
        var laidOut = Objectives<S>(objectives, along: graph)
        extremes = Extremes(graph, laidOut)
        if graph.isSatisfiable {
            for part in objectives.indices {
                guard let cap = laidOut.caps[part] else { continue }
                // A cap that no package exceeds changes nothing.
                if extremes.range(of: part, laidOut).greatest <= cap { laidOut.caps[part] = nil }
            }
        }
        self.objectives = laidOut
    }

    /// Sweeps from the root to the ends.
    func run() throws(Budget.Exhausted) -> Outcome {
        var table = VectorTable<S, C>(dimension: objectives.dimension)
        if graph.isSatisfiable && rootIsPromising {
            table.scalars = objectives.always
            table.counts = [1]
            table.starts = [0, 1]
        } else {
            table.starts = [0] + [Int](repeating: 0, count: graph.levels.first?.nodes ?? graph.ends)
        }
        let narrow = self as? Sweep<Int64, C>
        let plan = narrow.flatMap { NarrowPlan($0) }
        table.weights = plan?.weights
        var outcome = Outcome(tables: [table])
        for level in graph.levels.indices {
            try budget.checkCancellation()
            let next: VectorTable<S, C>
            if let narrow, let plan, var sums = outcome as? Sweep<Int64, C>.Outcome {
                let found = try narrow.narrowStep(from: sums.last, level: level, plan, &sums)
                (outcome.exact, outcome.filtered) = (sums.exact, sums.filtered)
                guard let found = found as? VectorTable<S, C> else { continue }
                next = found
            } else {
                next = try step(from: outcome.last, level: level, &outcome)
            }
            if keepsLevels { outcome.tables.append(next) } else { outcome.tables = [next] }
        }
        return outcome
    }

    private var rootIsPromising: Bool {
        // A floor above a cap cannot be reached, whatever the sums.
        for part in 0..<objectives.dimension {
            guard let floor = objectives.floors[part] else { continue }
            if let cap = objectives.caps[part], cap < floor { return false }
            if extremes.range(of: part, objectives).greatest < floor { return false }
        }
        return true
    }

    private func step(
        from table: VectorTable<S, C>, level: Int, _ outcome: inout Outcome
    ) throws(Budget.Exhausted) -> VectorTable<S, C> {
        let (starts, edges) = graph.entering(after: level)
        var next = VectorTable<S, C>(dimension: objectives.dimension)
        let merges = objectives.dimension == 2 && objectives.caps.allSatisfy { $0 == nil }
        var stairs = StairMerge<S, C>()
        var candidates = Candidates<S, C>()
        for node in 0..<(starts.count - 1) {
            try budget.checkCancellation()
            let entering = edges[starts[node]..<starts[node + 1]]
            if merges {
                mergeStairs(from: table, level: level, node: node, entering, &stairs)
                outcome.filtered += stairs.steps.count
                for step in stairs.steps {
                    next.scalars.append(step.x)
                    next.scalars.append(step.y)
                    next.counts.append(step.count)
                }
            } else {
                gather(
                    from: table, level: level, node: node, entering, &candidates, &outcome)
                filter(&candidates, into: &next, &outcome)
            }
            next.starts.append(next.counts.count)
            if next.counts.count / 2 > budget.vectors { thin(&next, &outcome) }
        }
        thin(&next, &outcome)
        return next
    }

    /// Where there are more vectors than the budget allows, keeps an even choice of each context's, the first and the
    /// last among them.
    func thin(_ table: inout VectorTable<S, C>, _ outcome: inout Outcome) {
        // Once so much has been filtered, the work ends soon with what can be found from few.
        let few = max(budget.vectors / 256, min(budget.vectors, 256))
        let most = outcome.filtered / 5 > budget.vectors ? few : budget.vectors
        guard table.counts.count > most else { return }
        outcome.exact = false
        let dimension = objectives.dimension
        let stride = (table.counts.count - 1) / max(1, most) + 1
        var thinned = VectorTable<S, C>(dimension: dimension)
        thinned.weights = table.weights
        for node in 0..<(table.starts.count - 1) {
            let range = table.range(of: node)
            for place in range
            where (place - range.lowerBound).isMultiple(of: stride) || place == range.upperBound - 1 {
                thinned.scalars += table.scalars[place * dimension..<(place + 1) * dimension]
                thinned.counts.append(table.counts[place])
            }
            thinned.starts.append(thinned.counts.count)
        }
        table = thinned
    }
}
