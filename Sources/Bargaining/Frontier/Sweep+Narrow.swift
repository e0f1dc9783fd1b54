import Negotiation

/// How sums of all levels become small keys, so that a step is a ``Contest``.
struct NarrowPlan {
    /// Level → the least that an edge can add to each objective.
    let least: [[Int64]]
    /// About how far each objective reaches over all packages.
    let ranges: [Int64]
    /// What vectors are sorted by; `nil`: their order is lexicographic.
    let weights: [Int64]?

    /// A plan, or `nil` where some objective could reach too far.
    init?<C: Tally>(_ sweep: Sweep<Int64, C>) {
        let objectives = sweep.objectives
        let dimension = objectives.dimension
        if dimension < 2 || dimension > mostKeys || sweep.clamps || !sweep.graph.isSatisfiable { return nil }
        func bounds(_ rows: [Int64]) -> KeyBounds { KeyBounds(rows, dimension: dimension) }
        let bonus = bounds(objectives.bonuses)
        var reach = [Int64](repeating: 0, count: dimension)
        var least: [[Int64]] = []
        for values in objectives.values {
            let level = bounds(values)
            least.append(zip(level.least, bonus.least).map { $0 + $1 })
            for part in 0..<dimension {
                reach[part] += level.greatest[part] - level.least[part]
                reach[part] += bonus.greatest[part] - bonus.least[part]
                if reach[part] >= 1 << 30 { return nil }
            }
        }
        self.least = least
        ranges = reach
        let isInOrder = dimension <= Contest<SIMD4<Int32>>.mostInOrder
        weights = isInOrder ? nil : NarrowRows<SIMD4<Int32>>.weights(reach)
    }
}

extension Sweep where S == Int64 {
    /// One step with small keys.
    func narrowStep(
        from table: VectorTable<S, C>, level: Int, _ plan: NarrowPlan, _ outcome: inout Outcome
    ) throws(Budget.Exhausted) -> VectorTable<S, C> {
        let work = NarrowStepWork(
            sweep: self, plan: plan, table: table, level: level, filteredBefore: outcome.filtered)
        let result = onNarrowestRows(objectives.dimension, work)
        let (next, filtered, exact) = try result.get()
        outcome.filtered += filtered
        if !exact { outcome.exact = false }
        return next
    }
}

private struct NarrowStepWork<C: Tally>: KeyRowWork {
    typealias Outcome = Result<
        (table: VectorTable<Int64, C>, filtered: Int, exact: Bool), Budget.Exhausted
    >

    let sweep: Sweep<Int64, C>
    let plan: NarrowPlan
    let table: VectorTable<Int64, C>
    let level: Int
    let filteredBefore: Int

    func run<Row: KeyRow>(_: Row.Type) -> Outcome {
        do throws(Budget.Exhausted) {
            let step = NarrowStep<Row, C>(
                sweep: sweep, plan: plan, table: table, level: level, filteredBefore: filteredBefore)
            return .success(try step.run())
        } catch {
            return .failure(error)
        }
    }
}

/// One step of a sweep on small keys.
private struct NarrowStep<Row: KeyRow, C: Tally> {
    let sweep: Sweep<Int64, C>
    let plan: NarrowPlan
    let table: VectorTable<Int64, C>
    let level: Int
    let filteredBefore: Int
    private let dimension: Int
    /// What stands for zero in the keys of the table, and of the next.
    private let base: [Int64]
    private let origin: [Int64]
    private let starts: [Int]
    private let edges: [Int32]

    typealias Winners = Contest<Row>.Winners

    init(
        sweep: Sweep<Int64, C>, plan: NarrowPlan, table: VectorTable<Int64, C>, level: Int,
        filteredBefore: Int
    ) {
        self.filteredBefore = filteredBefore
        self.sweep = sweep
        self.plan = plan
        self.table = table
        self.level = level
        dimension = sweep.objectives.dimension
        base =
            table.counts.isEmpty
            ? [Int64](repeating: 0, count: dimension)
            : KeyBounds(table.scalars, dimension: dimension).least
        origin = zip(base, plan.least[level]).map { $0 + $1 }
        (starts, edges) = sweep.graph.entering(after: level)
    }

    func run() throws(Budget.Exhausted) -> (table: VectorTable<Int64, C>, filtered: Int, exact: Bool) {
        var next = VectorTable<Int64, C>(dimension: dimension)
        next.weights = plan.weights
        // How much earlier levels have filtered counts towards a quick end, too.
        var outcome = Sweep<Int64, C>.Outcome(tables: [], filtered: filteredBefore)
        let rows = sourceRows()
        let scores = rows.map(score)
        // Each wave is shared among cores; its size bounds what waits to be put together.
        let nodes = starts.count - 1
        var first = 0
        while first < nodes {
            try sweep.budget.checkCancellation()
            var last = first
            var size = 0
            while last < nodes && (last == first || size < 1 << 20) {
                size += candidates(of: last)
                last += 1
            }
            for winners in try contests(first..<last, size, rows, scores) {
                append(winners, to: &next)
                if !winners.exact { outcome.exact = false }
            }
            outcome.filtered += size
            if next.counts.count / 2 > sweep.budget.vectors { sweep.thin(&next, &outcome) }
            first = last
        }
        sweep.thin(&next, &outcome)
        return (next, outcome.filtered - filteredBefore, outcome.exact)
    }

    private func candidates(of node: Int) -> Int {
        let width = sweep.graph.levels[level].width
        return edges[starts[node]..<starts[node + 1]].reduce(0) {
            $0 + table.range(of: Int($1) / width).count
        }
    }

    private func sourceRows() -> [Row] {
        table.counts.indices.map { place in
            var row = Row.zero
            for part in 0..<dimension {
                row[part] = Int32(truncatingIfNeeded: table.scalars[place * dimension + part] - base[part])
            }
            return row
        }
    }

    private func score(_ row: Row) -> Int64 {
        guard let weights = plan.weights else { return 0 }
        var sum: Int64 = 0
        for part in 0..<dimension { sum += weights[part] * Int64(row[part]) }
        return sum
    }

    /// The winners of some contexts: of large ones one after another, each on all cores; of others side by side.
    private func contests(
        _ nodes: Range<Int>, _ size: Int, _ rows: [Row], _ scores: [Int64]
    ) throws(Budget.Exhausted) -> [Winners] {
        let result: Result<[Winners], Budget.Exhausted> = rows.withUnsafeBufferPointer { rows in
            scores.withUnsafeBufferPointer { scores in
                do throws(Budget.Exhausted) {
                    return .success(try contests(nodes, size, rows, scores))
                } catch {
                    return .failure(error)
                }
            }
        }
        return try result.get()
    }

    private func contests(
        _ nodes: Range<Int>, _ size: Int, _ rows: UnsafeBufferPointer<Row>,
        _ scores: UnsafeBufferPointer<Int64>
    ) throws(Budget.Exhausted) -> [Winners] {
        func winners(_ node: Int, cores: Int) -> Result<Winners, Budget.Exhausted> {
            guard let rows = rows.baseAddress, let scores = scores.baseAddress else {
                return .success(Winners())
            }
            var budget = sweep.budget
            budget.cores = cores
            let contest = Contest(
                rows: rows, scores: scores, edges: contestEdges(of: node), dimension: dimension,
                ranges: plan.ranges, floor: floor(of: node), budget: budget)
            do throws(Budget.Exhausted) { return .success(try contest.run()) } catch {
                return .failure(error)
            }
        }
        var parts: [Range<Int>] = []
        var partSize = 0
        for node in nodes {
            let own = candidates(of: node)
            if parts.isEmpty || partSize + own > max(1 << 11, size / 32) {
                parts.append(node..<node + 1)
                partSize = own
            } else {
                parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<node + 1
                partSize += own
            }
        }
        let cores = sweep.budget.cores
        // A context that is most of the work would leave the other cores idle; if it is large, it can use them itself.
        let shared =
            parts.count < 4 * cores
            && nodes.contains { Contest<Row>.usesCores(dimension: dimension, rows: candidates(of: $0)) }
        let found = Cores.map(parts, cores: shared || size < 1 << 12 ? 1 : cores) { part in
            part.map { winners($0, cores: shared ? cores : 1) }
        }
        var result: [Winners] = []
        for part in found { for winners in part { result.append(try winners.get()) } }
        return result
    }

    private func contestEdges(of node: Int) -> [Contest<Row>.Edge] {
        let levels = sweep.graph.levels[level]
        let objectives = sweep.objectives
        return edges[starts[node]..<starts[node + 1]].map { edge in
            let (parent, option) = Int(edge).quotientAndRemainder(dividingBy: levels.width)
            let bonus = Int(levels.bonus[Int(edge)])
            var shift = Row.zero
            for part in 0..<dimension {
                let added =
                    objectives.values[level][option * dimension + part]
                    + objectives.bonuses[bonus * dimension + part]
                shift[part] = Int32(truncatingIfNeeded: added - plan.least[level][part])
            }
            return Contest<Row>.Edge(range: table.range(of: parent), shift: shift, score: score(shift))
        }
    }

    /// What a vector must have at least, in keys; where nothing can reach it, more than any key.
    private func floor(of node: Int) -> Row {
        var floor = Row.zero
        for part in 0..<dimension {
            guard let least = sweep.objectives.floors[part] else { continue }
            let missing =
                least - sweep.extremes.greatest[level + 1][node * dimension + part] - origin[part]
            floor[part] = Int32(truncatingIfNeeded: min(max(0, missing), 1 << 30))
        }
        return floor
    }

    private func append(_ winners: Winners, to next: inout VectorTable<Int64, C>) {
        next.scalars.reserveCapacity(next.scalars.count + winners.rows.count * dimension)
        var start = 0
        for (index, row) in winners.rows.enumerated() {
            for part in 0..<dimension { next.scalars.append(Int64(row[part]) + origin[part]) }
            let end = Int(winners.ends[index])
            var count: C = 0
            for member in winners.members[start..<end] { count += table.counts[Int(member.place)] }
            next.counts.append(count)
            start = end
        }
        next.starts.append(next.counts.count)
    }
}
