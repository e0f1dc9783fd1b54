/// How often sums come up at one context, in cells of a power of 2 in each objective.
///
/// A cell stands at a height above the context's least sum; what it holds is not below the cell's height and at most
/// ``slack`` above it.
struct Grid<S: Scalar, C: CellCount>: Sendable {
    /// Cells along each objective.
    var extents: [Int]
    /// The cells, the last objective side by side.
    var cells: [C]
    /// How far a sum may be above its cell, in each objective.
    var slack: [S]

    /// An empty grid that holds heights up to `spans`.
    init(spans: [S], bits: [Int]) {
        extents = spans.indices.map { spans[$0].quotient(bits: bits[$0]) + 1 }
        cells = [C](repeating: 0, count: extents.reduce(1, *))
        slack = spans.map { _ in 0 }
    }

    /// Cells to go from one to the next along each objective.
    var strides: [Int] {
        var strides = extents
        var stride = 1
        for part in extents.indices.reversed() {
            strides[part] = stride
            stride *= extents[part]
        }
        return strides
    }

    /// Adds everything of another grid, moved up.
    ///
    /// - Parameters:
    ///   - moves: cells of the other grid, for each objective.
    ///   - bits: how many times two cells of the other grid become one here, for each objective.
    ///   - row: the row of the first objective to be filled; the others are left alone.
    mutating func add(_ other: Grid, moved moves: [Int], bits: [Int], row: Int) {
        let first = (row << bits[0]) - moves[0]
        let start = max(0, first)
        let rows = start..<max(start, min(other.extents[0], first + 1 << bits[0]))
        if rows.isEmpty { return }
        let walk = GridWalk(from: other, to: self, moves: moves, bits: bits)
        other.cells.withUnsafeBufferPointer { source in
            cells.withUnsafeMutableBufferPointer { target in
                for place in rows {
                    walk.lay(1, source, place * walk.fromStrides[0], target, row * walk.toStrides[0])
                }
            }
        }
    }
}

/// The way of a loop through two grids at once.
private struct GridWalk<S: Scalar, C: CellCount> {
    let extents: [Int]
    let fromStrides: [Int]
    let toStrides: [Int]
    let moves: [Int]
    let bits: [Int]

    init(from: Grid<S, C>, to: Grid<S, C>, moves: [Int], bits: [Int]) {
        extents = from.extents
        fromStrides = from.strides
        toStrides = to.strides
        self.moves = moves
        self.bits = bits
    }

    func lay(
        _ part: Int, _ source: UnsafeBufferPointer<C>, _ from: Int,
        _ target: UnsafeMutableBufferPointer<C>, _ to: Int
    ) {
        guard part == extents.count - 1 else {
            for place in 0..<extents[part] {
                let moved = (place + moves[part]) >> bits[part]
                lay(
                    part + 1, source, from + place * fromStrides[part], target, to + moved * toStrides[part])
            }
            return
        }
        let count = extents[part]
        let move = moves[part]
        let shift = bits[part]
        if shift == 0 {
            let start = to + move
            for place in 0..<count { C.gather(&target[start + place], source[from + place]) }
        } else {
            for place in 0..<count {
                C.gather(&target[to + (place + move) >> shift], source[from + place])
            }
        }
    }
}
