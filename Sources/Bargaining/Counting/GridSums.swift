/// Gathers the sums of one end of a context graph in grids, level by level.
///
/// The first levels are listed path by path, since few paths need no grid. Then cells of equal sums are added up; where
/// they would outgrow the limit, cells become twice as wide in the longest objective, which leaves slack.
struct GridSums<S: Scalar, C: CellCount>: Sendable {
    let side: CountingSide<S>
    /// The most cells of a level.
    let limit: Int
    /// Where the sums stand now.
    private(set) var level: Int
    /// A grid a context.
    private(set) var grids: [Grid<S, C>] = []
    /// The width of cells, as a power of 2, in each objective.
    private(set) var bits: [Int]

    /// More paths than this are not listed.
    private static var listed: Int { 32_768 }

    /// Sums at the end of the graph where `side` begins, followed up to a level.
    ///
    /// - Parameter bits: the least width of cells, such that heights in these units fit an Int.
    init(
        _ side: CountingSide<S>, upTo end: Int, bits: [Int], limit: Int, budget: Budget
    ) throws(Budget.Exhausted) {
        self.side = side
        self.limit = limit
        level = side.ahead ? 0 : side.graph.levels.count
        self.bits = bits
        list(upTo: end)
        while level != end {
            try budget.checkCancellation()
            step()
        }
    }

    private var next: Int { side.ahead ? level + 1 : level - 1 }
    private var crossed: Int { side.ahead ? level : level - 1 }

    /// Lists all paths as long as they are few, and pours them into grids.
    private mutating func list(upTo end: Int) {
        let dimension = side.objectives.dimension
        var heights = [[S]](repeating: [S](repeating: 0, count: dimension), count: side.contexts(at: level))
        while level != end {
            let ways = side.ways(over: crossed)
            let paths = ways.sources.reduce(0) { $0 + heights[$1].count / dimension }
            if paths > Self.listed { break }
            heights = (0..<ways.starts.count - 1).map { context in
                var rows: [S] = []
                for way in ways.starts[context]..<ways.starts[context + 1] {
                    let source = heights[ways.sources[way]]
                    for place in source.indices {
                        rows.append(source[place] + ways.shifts[way * dimension + place % dimension])
                    }
                }
                return rows
            }
            level = next
        }
        widen(at: level)
        grids = heights.indices.map { pour(heights[$0], context: $0) }
    }

    private func pour(_ heights: [S], context: Int) -> Grid<S, C> {
        var grid = emptyGrid(at: level, context)
        let strides = grid.strides
        let dimension = bits.count
        for row in stride(from: 0, to: heights.count, by: dimension) {
            var cell = 0
            for part in 0..<dimension {
                let height = heights[row + part]
                cell += height.quotient(bits: bits[part]) * strides[part]
                grid.slack[part] = max(grid.slack[part], height - height.roundedDown(bits: bits[part]))
            }
            grid.cells[cell] += 1
        }
        return grid
    }

    private func emptyGrid(at level: Int, _ context: Int) -> Grid<S, C> {
        Grid(spans: bits.indices.map { side.span(at: level, context, $0) }, bits: bits)
    }

    /// Chooses the width of cells at a level: as narrow as the limit allows, and never narrower than before.
    private mutating func widen(at level: Int) {
        while true {
            var cells = 0.0
            var longest = [Int](repeating: 1, count: bits.count)
            for context in 0..<side.contexts(at: level) {
                var size = 1.0
                for part in bits.indices {
                    let extent = side.span(at: level, context, part).quotient(bits: bits[part]) + 1
                    longest[part] = max(longest[part], extent)
                    size *= Double(extent)
                }
                cells += size
            }
            let widest = longest.indices.max { longest[$0] < longest[$1] }!
            if cells <= Double(limit) || longest[widest] == 1 { return }
            bits[widest] += 1
        }
    }

    /// One level more.
    private mutating func step() {
        let ways = side.ways(over: crossed)
        let before = bits
        widen(at: next)
        let merged = bits.indices.map { bits[$0] - before[$0] }
        // Cells of the level before become one after, the lowest giving the height.
        let lost = bits.indices.map { S.power(bits: bits[$0]) - S.power(bits: before[$0]) }
        let dimension = bits.count
        grids = (0..<ways.starts.count - 1).map { context in
            var grid = emptyGrid(at: next, context)
            let entering = ways.starts[context]..<ways.starts[context + 1]
            let moves = entering.map { way in
                (0..<dimension).map { ways.shifts[way * dimension + $0].quotient(bits: before[$0]) }
            }
            for way in entering {
                for part in 0..<dimension {
                    let shift = ways.shifts[way * dimension + part]
                    let slack =
                        grids[ways.sources[way]].slack[part] + lost[part]
                        + (shift - shift.roundedDown(bits: before[part]))
                    // Nothing is above the greatest sum.
                    let most = side.span(at: next, context, part)
                    grid.slack[part] = max(grid.slack[part], min(slack, most))
                }
            }
            // Row by row, so that what is written stays near.
            for row in 0..<grid.extents[0] {
                for (move, way) in zip(moves, entering) {
                    grid.add(grids[ways.sources[way]], moved: move, bits: merged, row: row)
                }
            }
            return grid
        }
        level = next
    }
}
