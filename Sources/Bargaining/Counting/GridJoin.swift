import BigInt

/// Counts pairs of sums from both ends that together reach the floors.
struct GridJoin<S: Scalar, C: CellCount>: Sendable {
    /// What is asked of the sums in one objective.
    enum Reach: Hashable, Sendable {
        /// Anything.
        case any
        /// To reach the floor however the slack falls out.
        case surely
        /// Not to miss the floor for certain.
        case perhaps
    }

    private let front: GridSums<S, C>
    /// Every cell holds what stands in it or higher in each objective.
    private let back: [Grid<S, C>]
    private let backBits: [Int]
    /// Context × objective: what two heights must add up to.
    private let heights: [S]
    private let dimension: Int

    /// Prepares for joins of two ends that stand at the same level.
    init(_ front: GridSums<S, C>, _ back: GridSums<S, C>, floors: [S]) {
        self.front = front
        self.back = back.grids.map { $0.addedFromAbove() }
        backBits = back.bits
        dimension = floors.count
        let below = front.side.least[front.level]
        let above = back.side.least[back.level]
        heights = below.indices.map { floors[$0 % floors.count] - below[$0] - above[$0] }
    }

    /// Whether no sum was put in a cell that it does not fill alone.
    var isExact: Bool { (front.grids + back).allSatisfy { $0.slack.allSatisfy { $0 == 0 } } }

    /// The number of packages whose sums do what is asked, one demand an objective.
    ///
    /// - Complexity: linear in the cells.
    func packages(_ demands: [Reach]) -> BigInt {
        var sum = C.Pairs()
        for context in front.grids.indices {
            let partners = (0..<dimension).map { self.partners(context, $0, demands[$0]) }
            let walk = JoinWalk(from: front.grids[context], to: back[context], partners: partners)
            front.grids[context].cells.withUnsafeBufferPointer { from in
                back[context].cells.withUnsafeBufferPointer { to in
                    walk.add(0, from, 0, to, 0, &sum)
                }
            }
        }
        return sum.total
    }

    /// For each place of a front grid along one objective, the lowest place of the back grid that will do.
    private func partners(_ context: Int, _ part: Int, _ demand: Reach) -> [Int] {
        let grid = front.grids[context]
        let other = back[context]
        if demand == .any { return [Int](repeating: 0, count: grid.extents[part]) }
        var needed = heights[context * dimension + part]
        if demand == .perhaps { needed -= grid.slack[part] + other.slack[part] }
        if needed <= 0 { return [Int](repeating: 0, count: grid.extents[part]) }
        // Both ends stand on multiples of the narrower cells: in units of these, everything fits an Int.
        let common = min(front.bits[part], backBits[part])
        let (unit, otherUnit) = (front.bits[part] - common, backBits[part] - common)
        let places = other.extents[part]
        let most = (grid.extents[part] - 1) << unit + (places - 1) << otherUnit
        let whole = needed + S.power(bits: common) - 1
        if whole.wide.halved(times: common) > most {
            return [Int](repeating: places, count: grid.extents[part])
        }
        let units = whole.quotient(bits: common)
        return (0..<grid.extents[part]).map { place in
            let rest = units - place << unit
            return rest <= 0 ? 0 : min(places, (rest + (1 << otherUnit) - 1) >> otherUnit)
        }
    }
}

/// The way of a loop through the cells of one grid and their partners in another.
private struct JoinWalk<C: CellCount> {
    let extents: [Int]
    let strides: [Int]
    let others: [Int]
    let otherStrides: [Int]
    let partners: [[Int]]

    init<S: Scalar>(from: Grid<S, C>, to: Grid<S, C>, partners: [[Int]]) {
        extents = from.extents
        strides = from.strides
        others = to.extents
        otherStrides = to.strides
        self.partners = partners
    }

    func add(
        _ part: Int, _ from: UnsafeBufferPointer<C>, _ start: Int, _ to: UnsafeBufferPointer<C>,
        _ otherStart: Int, _ sum: inout C.Pairs
    ) {
        let isLast = part == extents.count - 1
        let end = others[part]
        partners[part].withUnsafeBufferPointer { partners in
            for place in 0..<extents[part] where partners[place] < end {
                if isLast {
                    sum.add(from[start + place], to[otherStart + partners[place]])
                } else {
                    add(
                        part + 1, from, start + place * strides[part], to,
                        otherStart + partners[place] * otherStrides[part], &sum)
                }
            }
        }
    }
}

extension Grid {
    /// The same grid with each cell holding what stands there or higher in every objective.
    func addedFromAbove() -> Grid {
        var result = self
        let strides = self.strides
        for part in extents.indices {
            let stride = strides[part]
            let block = stride * extents[part]
            result.cells.withUnsafeMutableBufferPointer { cells in
                for first in Swift.stride(from: 0, to: cells.count, by: block) {
                    for cell in (first..<(first + block - stride)).reversed() {
                        C.gather(&cells[cell], cells[cell + stride])
                    }
                }
            }
        }
        return result
    }
}
