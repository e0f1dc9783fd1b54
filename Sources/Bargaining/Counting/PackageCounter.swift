/// Counts the packages whose every objective reaches its floor, without listing them.
///
/// Works from both ends of a context graph towards the middle, adding up the counts of equal sums. A sum is
/// clamped where its floor is reached whatever comes, and dropped where it cannot be reached any more. In the
/// middle, pairs that reach the floors together are counted as in dominance counting (see ``DominancePairs``).
struct PackageCounter<S: Scalar, C: Tally> {
    let graph: ContextGraph
    let objectives: Objectives<S>
    let extremes: Extremes<S>
    let prefixes: PrefixExtremes<S>
    let completions: [[C]]
    let floors: [S]
    let budget: Budget
    /// Packages whose floors were all surely reached before the middle.
    var settled: C = 0

    /// A count in preparation; every objective has a floor.
    init(_ graph: ContextGraph, _ objectives: [Objective], budget: Budget) {
        self.graph = graph
        self.budget = budget
        let laidOut = Objectives<S>(objectives, along: graph)
        self.objectives = laidOut
        extremes = Extremes(graph, laidOut)
        prefixes = PrefixExtremes(graph, laidOut)
        completions = graph.completions(C.self)
        floors = laidOut.floors.map { $0! }
    }

    /// The number of packages.
    ///
    /// - Throws: where the sums of a level outgrow the budget.
    mutating func count() throws(Budget.Exhausted) -> C {
        guard graph.isSatisfiable else { return 0 }
        let dimension = objectives.dimension
        var forward = CountTable<S, C>(dimension: dimension)
        var collector = SumCollector<S, C>(dimension: dimension)
        keep(objectives.always, 1, level: 0, node: 0, in: &collector)
        collector.drain(into: &forward)
        var backward = CountTable<S, C>(dimension: dimension)
        for _ in 0..<graph.ends {
            backward.scalars += [S](repeating: 0, count: dimension)
            backward.counts.append(1)
            backward.starts.append(backward.counts.count)
        }
        var low = 0
        var high = graph.levels.count
        while low < high {
            try budget.checkCancellation()
            if forward.counts.isEmpty { return settled }
            // The smaller side grows.
            if forward.counts.count * graph.levels[low].width
                <= backward.counts.count * graph.levels[high - 1].width
            {
                forward = try extend(forward, level: low, ahead: true)
                low += 1
            } else {
                backward = try extend(backward, level: high - 1, ahead: false)
                high -= 1
            }
        }
        return settled + joined(forward, backward, level: low)
    }

    /// Adds one issue to a side.
    private mutating func extend(
        _ table: CountTable<S, C>, level: Int, ahead: Bool
    ) throws(Budget.Exhausted) -> CountTable<S, C> {
        let next = ahead ? stepForward(table, level: level) : stepBackward(table, level: level)
        try budget.checkCancellation()
        guard let next else { throw .tableEntries }
        return next
    }

    /// Keeps a prefix sum, unless it is settled one way or the other.
    private mutating func keep(
        _ row: [S], _ ways: C, level: Int, node: Int, in collector: inout SumCollector<S, C>
    ) {
        let dimension = objectives.dimension
        var row = row
        var undecided = false
        for part in 0..<dimension {
            let place = node * dimension + part
            if row[part] + extremes.greatest[level][place] < floors[part] { return }
            let enough = floors[part] - extremes.least[level][place]
            if row[part] < enough {
                undecided = true
            } else {
                // Never below what every prefix has: the other side's clamp counts on it.
                row[part] = min(row[part], max(enough, prefixes.least[level][place]))
            }
        }
        if undecided {
            collector.add(row, ways)
        } else {
            settled += ways * completions[level][node]
        }
    }

    /// One issue more from the front; `nil`: too many entries, or cancelled.
    private mutating func stepForward(
        _ table: CountTable<S, C>, level index: Int
    ) -> CountTable<S, C>? {
        let dimension = objectives.dimension
        let level = graph.levels[index]
        let (starts, edges) = graph.entering(after: index)
        var next = CountTable<S, C>(dimension: dimension)
        var collector = SumCollector<S, C>(dimension: dimension)
        var row = [S](repeating: 0, count: dimension)
        for node in 0..<(starts.count - 1) {
            for edge in edges[starts[node]..<starts[node + 1]] {
                let (parent, option) = Int(edge).quotientAndRemainder(dividingBy: level.width)
                let bonus = Int(level.bonus[Int(edge)])
                for entry in table.range(of: parent) {
                    for part in 0..<dimension {
                        row[part] =
                            table.scalars[entry * dimension + part]
                            + objectives.values[index][option * dimension + part]
                            + objectives.bonuses[bonus * dimension + part]
                    }
                    keep(row, table.counts[entry], level: index + 1, node: node, in: &collector)
                }
                if next.counts.count + collector.count > budget.tableEntries { return nil }
                if budget.isCancelled() { return nil }
            }
            collector.drain(into: &next)
        }
        return next
    }

    /// One issue more from the end; `nil`: too many entries, or cancelled.
    private func stepBackward(
        _ table: CountTable<S, C>, level index: Int
    ) -> CountTable<S, C>? {
        let dimension = objectives.dimension
        let level = graph.levels[index]
        var next = CountTable<S, C>(dimension: dimension)
        var collector = SumCollector<S, C>(dimension: dimension)
        var row = [S](repeating: 0, count: dimension)
        for node in 0..<level.nodes {
            for option in 0..<level.width {
                let edge = node * level.width + option
                let target = Int(level.targets[edge])
                if target < 0 { continue }
                let bonus = Int(level.bonus[edge])
                entries: for entry in table.range(of: target) {
                    for part in 0..<dimension {
                        row[part] =
                            table.scalars[entry * dimension + part]
                            + objectives.values[index][option * dimension + part]
                            + objectives.bonuses[bonus * dimension + part]
                        let place = node * dimension + part
                        if row[part] + prefixes.greatest[index][place] < floors[part] { continue entries }
                        row[part] = min(row[part], floors[part] - prefixes.least[index][place])
                    }
                    collector.add(row, table.counts[entry])
                }
                if next.counts.count + collector.count > budget.tableEntries { return nil }
                if budget.isCancelled() { return nil }
            }
            collector.drain(into: &next)
        }
        return next
    }

    private func joined(_ forward: CountTable<S, C>, _ backward: CountTable<S, C>, level: Int) -> C {
        var total: C = 0
        let dimension = objectives.dimension
        for node in 0..<(forward.starts.count - 1) {
            let prefixes = forward.range(of: node)
            let rests = backward.range(of: node)
            if prefixes.isEmpty || rests.isEmpty { continue }
            // A prefix and a rest reach the floors where the prefix is nowhere below what the rest leaves.
            var rows = Array(
                forward.scalars[prefixes.lowerBound * dimension..<prefixes.upperBound * dimension])
            for rest in rests {
                for part in 0..<dimension {
                    rows.append(floors[part] - backward.scalars[rest * dimension + part])
                }
            }
            total += DominancePairs<C>(
                keys: Ranks.keys(rows, dimension: dimension), dimension: dimension,
                weights: Array(forward.counts[prefixes]) + backward.counts[rests], upper: prefixes.count
            ).total()
        }
        return total
    }
}
