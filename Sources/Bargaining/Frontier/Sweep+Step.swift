/// Vectors that compete in one context.
struct Candidates<S: Scalar, C: Tally> {
    /// Vector × objective.
    var scalars: [S] = []
    var counts: [C] = []

    /// Forgets the vectors but keeps the memory.
    mutating func clear() {
        scalars.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
    }
}

extension Sweep {
    /// How many vectors of one context may wait to be filtered: a bound on memory, not on results.
    private static var gathered: Int { 1 << 20 }

    /// Two objectives without caps: every edge shifts a frontier that is in order; they are merged.
    func mergeStairs(
        from table: VectorTable<S, C>, level: Int, node: Int, _ entering: ArraySlice<Int32>,
        _ stairs: inout StairMerge<S, C>
    ) {
        let width = graph.levels[level].width
        let values = objectives.values[level]
        let leastX = objectives.floors[0].map { $0 - extremes.greatest[level + 1][node * 2] }
        let leastY = objectives.floors[1].map { $0 - extremes.greatest[level + 1][node * 2 + 1] }
        stairs.clear()
        var most = Self.gathered
        for edge in entering {
            let (parent, option) = Int(edge).quotientAndRemainder(dividingBy: width)
            let bonus = Int(graph.levels[level].bonus[Int(edge)])
            let shiftX = values[option * 2] + objectives.bonuses[bonus * 2]
            let shiftY = values[option * 2 + 1] + objectives.bonuses[bonus * 2 + 1]
            for place in table.range(of: parent) {
                let x = table.scalars[place * 2] + shiftX
                let y = table.scalars[place * 2 + 1] + shiftY
                if let leastX, x < leastX { break }
                if let leastY, y < leastY { continue }
                stairs.steps.append(Stair(x: x, y: y, count: table.counts[place]))
            }
            stairs.close()
            if stairs.steps.count > most {
                stairs.mergeAll()
                most = max(most, 2 * stairs.steps.count)
            }
        }
        stairs.mergeAll()
    }

    /// Shifts the vectors of every entering edge, leaving out what cannot reach a floor any more.
    ///
    /// Where many edges bring many vectors, those that have come are filtered before more do.
    func gather(
        from table: VectorTable<S, C>, level: Int, node: Int, _ entering: ArraySlice<Int32>,
        _ candidates: inout Candidates<S, C>, _ outcome: inout Outcome
    ) {
        let dimension = objectives.dimension
        let width = graph.levels[level].width
        let values = objectives.values[level]
        var shift = [S](repeating: 0, count: dimension)
        // What a vector must have at least, and what is as good as any more, in this context.
        let least = (0..<dimension).map { part in
            objectives.floors[part].map { $0 - extremes.greatest[level + 1][node * dimension + part] }
        }
        let enough = (0..<dimension).map { part in
            clamps
                ? objectives.caps[part].map { $0 - extremes.least[level + 1][node * dimension + part] } : nil
        }
        let hasFloors = least.contains { $0 != nil }
        let hasEnough = enough.contains { $0 != nil }
        candidates.clear()
        var most = Self.gathered
        for edge in entering {
            let (parent, option) = Int(edge).quotientAndRemainder(dividingBy: width)
            let bonus = Int(graph.levels[level].bonus[Int(edge)])
            for part in 0..<dimension {
                shift[part] =
                    values[option * dimension + part] + objectives.bonuses[bonus * dimension + part]
            }
            vectors: for place in table.range(of: parent) {
                let base = place * dimension
                if hasFloors {
                    for part in 0..<dimension {
                        if let floor = least[part], table.scalars[base + part] + shift[part] < floor {
                            continue vectors
                        }
                    }
                }
                for part in 0..<dimension {
                    var value = table.scalars[base + part] + shift[part]
                    if hasEnough, let limit = enough[part], value > limit { value = limit }
                    candidates.scalars.append(value)
                }
                candidates.counts.append(table.counts[place])
            }
            if candidates.counts.count > most {
                var kept = VectorTable<S, C>(dimension: dimension)
                filter(&candidates, into: &kept, &outcome)
                kept.starts.append(kept.counts.count)
                thin(&kept, &outcome)
                candidates = Candidates(scalars: kept.scalars, counts: kept.counts)
                most = max(most, 2 * candidates.counts.count)
            }
        }
    }

    /// Appends the undominated candidates of a context to a table, in order, equal ones merged.
    func filter(
        _ candidates: inout Candidates<S, C>, into table: inout VectorTable<S, C>, _ outcome: inout Outcome
    ) {
        outcome.filtered += candidates.counts.count
        let dimension = objectives.dimension
        if candidates.counts.isEmpty { return }
        if dimension == 0 {
            table.counts.append(candidates.counts.reduce(0, +))
            return
        }
        let keys = Ranks.keys(candidates.scalars, dimension: dimension)
        let selection = Undominated.select(keys, dimension: dimension)
        for group in 0..<selection.count {
            let rows = selection.group(group)
            append(rows, of: candidates, to: &table)
        }
    }

    func append(
        _ rows: ArraySlice<Int32>, of candidates: Candidates<S, C>, to table: inout VectorTable<S, C>
    ) {
        let dimension = objectives.dimension
        let base = Int(rows[rows.startIndex]) * dimension
        for part in 0..<dimension { table.scalars.append(candidates.scalars[base + part]) }
        var count: C = 0
        for row in rows { count += candidates.counts[Int(row)] }
        table.counts.append(count)
    }
}
