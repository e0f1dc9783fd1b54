/// All packages of a frontier whose objectives have caps that bind.
///
/// Under a cap, a package that another one dominates before the cap may tie with it after. The points need no such
/// package, for a cap never turns a worse vector into a better one; but their packages do. So the points come first,
/// by a sweep in which sums that surely end at a cap count as one. From the points come the demands on prefixes (see
/// ``Demands``), and with these a second pass from the root keeps the prefixes of the frontier's packages, all of
/// them and nothing else.
struct CappedFrontier<S: Scalar, C: Tally> {
    /// The frontier's packages as the ends of a sweep.
    let outcome: Sweep<S, C>.Outcome
    /// Level → context × objective: a sum from here on surely ends at the cap, and is kept as this.
    let limits: [[S?]]

    /// Finds the points, and what leads to them.
    ///
    /// - Throws: where the points, their demands or the prefixes outgrow the budget.
    init(_ sweep: Sweep<S, C>) throws(Budget.Exhausted) {
        var pointed = sweep
        pointed.clamps = true
        pointed.keepsLevels = false
        let points = try pointed.run()
        if !points.exact { throw .vectors }
        let graph = sweep.graph
        let objectives = sweep.objectives
        let limits = Self.limits(of: sweep)
        let demands = try Demands(
            of: points.last.scalars, along: graph, objectives, limits: limits, budget: sweep.budget)
        var root = VectorTable<S, C>(dimension: objectives.dimension)
        let isEmpty = points.last.counts.isEmpty
        if !isEmpty {
            root.scalars = objectives.always
            root.counts = [1]
        }
        root.starts =
            isEmpty ? [0] + [Int](repeating: 0, count: graph.levels.first?.nodes ?? graph.ends) : [0, 1]
        var tables = [root]
        for index in graph.levels.indices {
            tables.append(
                try Self.step(from: tables[index], level: index, sweep, limits[index + 1], demands))
        }
        outcome = Sweep<S, C>.Outcome(tables: tables)
        self.limits = limits
    }

    private static func limits(of sweep: Sweep<S, C>) -> [[S?]] {
        let caps = sweep.objectives.caps
        return sweep.extremes.least.map { level in
            level.indices.map { place in caps[place % caps.count].map { $0 - level[place] } }
        }
    }

    private static func step(
        from table: VectorTable<S, C>, level index: Int, _ sweep: Sweep<S, C>, _ limits: [S?],
        _ demands: Demands<S>
    ) throws(Budget.Exhausted) -> VectorTable<S, C> {
        let level = sweep.graph.levels[index]
        let dimension = sweep.objectives.dimension
        let (starts, edges) = sweep.graph.entering(after: index)
        var next = VectorTable<S, C>(dimension: dimension)
        for node in 0..<starts.count - 1 {
            var kept = Candidates<S, C>()
            // Few prefixes meet a demand: those of an edge are looked through before the next edge's come.
            for edge in edges[starts[node]..<starts[node + 1]] {
                try sweep.budget.checkCancellation()
                let shift = sweep.objectives.shift(at: index, edge: Int(edge), of: level)
                let source = table.range(of: Int(edge) / level.width)
                var rows: [S] = []
                rows.reserveCapacity(source.count * dimension)
                for place in source {
                    for part in 0..<dimension {
                        let sum = table.scalars[place * dimension + part] + shift[part]
                        rows.append(limits[node * dimension + part].map { min($0, sum) } ?? sum)
                    }
                }
                let isMet = demands.met(by: rows, at: index + 1, node: node)
                for (row, place) in source.enumerated() where isMet[row] {
                    kept.scalars += rows[row * dimension..<(row + 1) * dimension]
                    kept.counts.append(table.counts[place])
                }
            }
            merge(kept, into: &next)
            if next.counts.count > sweep.budget.tableEntries / 4 { throw .tableEntries }
        }
        return next
    }

    /// Appends a context's rows, equal ones as one.
    private static func merge(_ rows: Candidates<S, C>, into table: inout VectorTable<S, C>) {
        let dimension = table.dimension
        let sorted = SortedRows(Ranks.keys(rows.scalars, dimension: dimension), dimension: dimension)
        var from = 0
        for end in sorted.ends {
            let base = Int(sorted.order[from]) * dimension
            table.scalars += rows.scalars[base..<base + dimension]
            table.counts.append(sorted.order[from..<end].reduce(0) { $0 + rows.counts[Int($1)] })
            from = end
        }
        table.starts.append(table.counts.count)
    }
}
