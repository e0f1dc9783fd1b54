import BigInt

/// Counts the packages whose every objective reaches its floor, in grids of sums from both ends of a context graph.
///
/// Exact where every whole sum has a cell of its own, else certain bounds: one pass gives both, since a sum is never
/// below its cell and at most the slack above.
struct GridCounter<S: Scalar> {
    private let front: CountingSide<S>
    private let back: CountingSide<S>
    private let floors: [S]
    /// Whether there is more than one objective.
    private let isJoint: Bool
    private let budget: Budget
    /// The level where the ends meet.
    private let middle: Int
    /// Cells that exact grids need at their largest level; an estimate.
    let cells: Double

    /// A count in preparation, of at least one issue; every objective has a floor.
    init(_ graph: ContextGraph, _ objectives: [Objective], budget: Budget) {
        // Grids are filled row by row: a single objective is a single row.
        isJoint = objectives.count > 1
        let single = objectives.count == 1 ? [objectives[0].idle] : []
        let laidOut = Objectives<S>(single + objectives, along: graph)
        let prefixes = PrefixExtremes(graph, laidOut)
        let completions = Extremes(graph, laidOut)
        front = CountingSide(
            graph: graph, objectives: laidOut, least: prefixes.least, greatest: prefixes.greatest, ahead: true
        )
        back = CountingSide(
            graph: graph, objectives: laidOut, least: completions.least, greatest: completions.greatest,
            ahead: false)
        floors = laidOut.floors.map { $0! }
        self.budget = budget
        (middle, cells) = Self.meeting(front, back)
    }

    /// Where the ends meet when the smaller one always goes on, and the most cells on the way.
    private static func meeting(_ front: CountingSide<S>, _ back: CountingSide<S>) -> (Int, Double) {
        var low = 0
        var high = front.graph.levels.count
        var largest = 1.0
        while low < high {
            let ahead = front.places(at: low + 1)
            let behind = back.places(at: high - 1)
            largest = max(largest, min(ahead, behind))
            if ahead <= behind { low += 1 } else { high -= 1 }
        }
        return (low, largest)
    }

    /// The number of packages, exactly or between bounds.
    ///
    /// - Parameter alone: for each objective, how many packages reach its floor whatever the others do. Bounds become
    ///   tighter by them: of the packages near one floor, only those near others too stay in doubt.
    func count(alone: (Int) throws(Budget.Exhausted) -> PackageCount) throws(Budget.Exhausted) -> PackageCount
    {
        if cells <= Double(limit(budget.cells)) { return try count(within: budget.cells, alone) }
        let coarse = try count(within: budget.tableEntries, alone)
        // Bounds within a hundredth tell a mediator what an exact number would; finer cells cost more than they show.
        if (coarse.upper - coarse.lower) * 100 <= coarse.upper { return coarse }
        let fine = try count(within: budget.cells / 2, alone)
        return PackageCount(lower: max(coarse.lower, fine.lower), upper: min(coarse.upper, fine.upper))
    }

    /// The bits of the most packages that one end may have in a cell.
    private var countBits: Int { max(paths(front), paths(back)).bitWidth }

    /// The cells that take as much memory and time as so many narrow ones in a case of everyday length.
    private func limit(_ cells: Int) -> Int {
        let bits = countBits
        let effort = bits <= 63 ? 1 : bits <= 127 ? 2 : 2 * bits
        // Every option adds up the cells of a level once.
        let options = front.graph.levels.reduce(0) { $0 + $1.width }
        return max(1, cells / (effort * max(1, options / Self.everydayOptions)))
    }

    /// The options of twenty issues with ten each.
    private static var everydayOptions: Int { 200 }

    private func count(
        within cells: Int, _ alone: (Int) throws(Budget.Exhausted) -> PackageCount
    ) throws(Budget.Exhausted) -> PackageCount {
        let bits = countBits
        if bits <= 63 { return try count(UInt64.self, limit(cells), alone) }
        if bits <= 127 { return try count(UInt128.self, limit(cells), alone) }
        return try count(BigInt.self, limit(cells), alone)
    }

    private func paths(_ side: CountingSide<S>) -> BigInt {
        let levels = side.ahead ? 0..<middle : middle..<side.graph.levels.count
        return levels.reduce(BigInt(1)) { $0 * BigInt(side.graph.levels[$1].width) }
    }

    private func count<C: CellCount>(
        _: C.Type, _ limit: Int, _ alone: (Int) throws(Budget.Exhausted) -> PackageCount
    ) throws(Budget.Exhausted) -> PackageCount {
        // Heights in these units fit an Int at either end; what is lost is far less than any grid could tell apart.
        let bits = floors.indices.map { max(0, back.span(at: 0, 0, $0).wide.bitWidth - 60) }
        let join = GridJoin(
            try GridSums<S, C>(front, upTo: middle, bits: bits, limit: limit, budget: budget),
            try GridSums<S, C>(back, upTo: middle, bits: bits, limit: limit, budget: budget), floors: floors)
        if join.isExact { return PackageCount(join.packages(floors.map { _ in .surely })) }
        var bounds = CertainBounds(join, dimension: floors.count)
        if isJoint {
            var counts: [PackageCount] = []
            for part in floors.indices { counts.append(try alone(part)) }
            bounds.narrow(by: counts)
        }
        return PackageCount(lower: bounds.lower, upper: bounds.upper)
    }
}
