/// A growing set of different rows that is asked whether some row in it is nowhere less than another.
///
/// A k-d tree (Bentley, Communications of the ACM 18, 1975) whose nodes know the greatest key of each coordinate
/// among their rows: where that is less than what is asked for, nothing below can be an answer. Leaves keep sixteen
/// rows, coordinate by coordinate.
final class PointTree<Row: KeyRow> {
    typealias Block = SIMD16<Int32>

    /// Coordinates that count.
    let dimension: Int
    /// About one over how far each coordinate reaches, to choose what to split.
    private let scales: [Float]
    private var nodes = 1
    private var nodeCapacity: Int
    private var leaves = 1
    private var leafCapacity: Int
    private var depth = 1
    /// Node → the greatest keys below it.
    private var corners: UnsafeMutablePointer<Row>
    /// Node → the first of its two neighbouring children, or the complement of a leaf's number.
    private var children: UnsafeMutablePointer<Int32>
    private var splits: UnsafeMutablePointer<Split>
    /// Leaf × coordinate.
    private var blocks: UnsafeMutablePointer<Block>
    /// Leaf → its rows.
    private var fill: UnsafeMutablePointer<Int32>

    /// What tells a node's children apart: rows of the second have at least `pivot` in coordinate `part`.
    private struct Split {
        var part: Int32
        var pivot: Int32
    }

    /// An empty tree.
    ///
    /// - Parameter ranges: about how far each coordinate reaches.
    init(dimension: Int, ranges: [Int64], capacity: Int = 1_024) {
        self.dimension = dimension
        scales = ranges.map { 1 / Float(max(1, $0)) }
        leafCapacity = max(4, capacity / 8)
        nodeCapacity = 2 * leafCapacity
        corners = .allocate(capacity: nodeCapacity)
        children = .allocate(capacity: nodeCapacity)
        splits = .allocate(capacity: nodeCapacity)
        blocks = .allocate(capacity: leafCapacity * dimension)
        fill = .allocate(capacity: leafCapacity)
        removeAll()
    }

    deinit {
        corners.deallocate()
        children.deallocate()
        splits.deallocate()
        blocks.deallocate()
        fill.deallocate()
    }

    /// Forgets the rows but keeps the memory.
    func removeAll() {
        nodes = 1
        leaves = 1
        depth = 1
        makeLeaf(0, at: 0)
    }

    private func makeLeaf(_ leaf: Int, at node: Int) {
        // Less than any key: an empty place answers no question.
        corners[node] = Row(repeating: -1)
        children[node] = ~Int32(leaf)
        fill[leaf] = 0
        for part in 0..<dimension { blocks[leaf * dimension + part] = Block(repeating: -1) }
    }

    /// What is needed to ask; valid until the tree changes.
    var reader: Reader {
        Reader(corners: corners, children: children, blocks: blocks, dimension: dimension, stackSize: depth + 2)
    }

    /// Adds a row that is not there yet.
    ///
    /// - Complexity: the depth of the tree: logarithmic where rows come in no particular order, or where
    ///   ``prepare(for:)`` was told what to expect.
    func insert(_ row: Row) {
        var node = 0
        var level = 1
        while true {
            corners[node].replace(with: row, where: row .> corners[node])
            let child = Int(children[node])
            if child >= 0 {
                let split = splits[node]
                node = child + (row[Int(split.part)] >= split.pivot ? 1 : 0)
                level += 1
                continue
            }
            let leaf = ~child
            let place = Int(fill[leaf])
            if place < Block.scalarCount {
                for part in 0..<dimension { blocks[leaf * dimension + part][place] = row[part] }
                fill[leaf] += 1
                return
            }
            divide(node, leaf)
            depth = max(depth, level + 1)
        }
    }

    /// Divides a full leaf at the median of the coordinate that is spread widest.
    private func divide(_ node: Int, _ leaf: Int) {
        let base = leaf * dimension
        let old = (0..<dimension).map { blocks[base + $0] }
        let (part, _) = widest { (old[$0].min(), old[$0].max()) }
        let sorted = (0..<Block.scalarCount).map { old[part][$0] }.sorted()
        var pivot = sorted[Block.scalarCount / 2]
        // Rows are different, so something lies above the least.
        if pivot == sorted[0] { pivot = sorted.first { $0 > pivot } ?? pivot }
        let first = fork(node, part: part, pivot: pivot)
        for place in 0..<Block.scalarCount {
            let side = first + (old[part][place] >= pivot ? 1 : 0)
            let target = Int(~children[side])
            let slot = Int(fill[target])
            fill[target] += 1
            var row = Row.zero
            for index in 0..<dimension {
                row[index] = old[index][place]
                blocks[target * dimension + index][slot] = row[index]
            }
            corners[side].replace(with: row, where: row .> corners[side])
        }
    }

    /// The coordinate that is spread widest, and whether it is spread at all.
    private func widest(_ bounds: (Int) -> (Int32, Int32)) -> (part: Int, isSpread: Bool) {
        var part = 0
        var most: Float = 0
        for candidate in 0..<dimension {
            let (least, greatest) = bounds(candidate)
            let spread = Float(greatest - least) * scales[candidate]
            if spread > most { (most, part) = (spread, candidate) }
        }
        return (part, most > 0)
    }

    /// Gives a node two empty leaves as children, the first in the place of its own.
    private func fork(_ node: Int, part: Int, pivot: Int32) -> Int {
        if nodes + 2 > nodeCapacity || leaves + 1 > leafCapacity { grow() }
        let leaf = Int(~children[node])
        let first = nodes
        children[node] = Int32(first)
        splits[node] = Split(part: Int32(part), pivot: pivot)
        makeLeaf(leaf, at: first)
        makeLeaf(leaves, at: first + 1)
        nodes += 2
        leaves += 1
        return first
    }

    private func grow() {
        func move<T>(_ pointer: inout UnsafeMutablePointer<T>, _ count: Int, to capacity: Int) {
            let larger = UnsafeMutablePointer<T>.allocate(capacity: capacity)
            larger.moveInitialize(from: pointer, count: count)
            pointer.deallocate()
            pointer = larger
        }
        nodeCapacity *= 2
        leafCapacity *= 2
        move(&corners, nodes, to: nodeCapacity)
        move(&children, nodes, to: nodeCapacity)
        move(&splits, nodes, to: nodeCapacity)
        move(&blocks, leaves * dimension, to: leafCapacity * dimension)
        move(&fill, leaves, to: leafCapacity)
    }
}

extension PointTree {
    /// Divides the empty tree where rows like these would divide it, so that it stays in balance when they come.
    func prepare(for rows: [Row]) {
        removeAll()
        var rows = rows
        rows.withUnsafeMutableBufferPointer { prepare(0, for: $0, level: 1) }
    }

    private func prepare(_ node: Int, for rows: UnsafeMutableBufferPointer<Row>, level: Int) {
        depth = max(depth, level)
        if rows.count <= 6 { return }
        var least = rows[0]
        var greatest = rows[0]
        for row in rows {
            least.replace(with: row, where: row .< least)
            greatest.replace(with: row, where: row .> greatest)
        }
        let (part, isSpread) = widest { (least[$0], greatest[$0]) }
        if !isSpread { return }
        // The median of a sample will do.
        let step = max(1, rows.count / 31)
        var sample = stride(from: 0, to: rows.count, by: step).map { rows[$0][part] }
        sample.sort()
        var pivot = sample[sample.count / 2]
        if pivot == least[part] { pivot += 1 }
        var upper = rows.count
        var index = 0
        while index < upper {
            if rows[index][part] >= pivot {
                upper -= 1
                rows.swapAt(index, upper)
            } else {
                index += 1
            }
        }
        let first = fork(node, part: part, pivot: pivot)
        prepare(first, for: UnsafeMutableBufferPointer(rebasing: rows[..<upper]), level: level + 1)
        prepare(first + 1, for: UnsafeMutableBufferPointer(rebasing: rows[upper...]), level: level + 1)
    }

    /// Asks questions of a tree that does not change meanwhile.
    struct Reader {
        fileprivate let corners: UnsafeMutablePointer<Row>
        fileprivate let children: UnsafeMutablePointer<Int32>
        fileprivate let blocks: UnsafeMutablePointer<Block>
        fileprivate let dimension: Int
        /// How many nodes can wait while a question is answered.
        let stackSize: Int

        /// Whether some row of the tree is nowhere less than another.
        ///
        /// - Parameter stack: room for ``stackSize`` nodes.
        @inline(__always)
        func covers(_ row: Row, _ stack: UnsafeMutablePointer<Int32>) -> Bool {
            if (corners[0] &- row).hasNegative { return false }
            var waiting = 1
            stack[0] = children[0]
            return withUnsafePointer(to: row) { pointer in
                pointer.withMemoryRebound(to: Int32.self, capacity: Row.scalarCount) { keys in
                    while waiting > 0 {
                        waiting -= 1
                        let child = Int(stack[waiting])
                        if child < 0 {
                            let base = blocks + ~child * dimension
                            var below = base[0] &- Block(repeating: keys[0])
                            for part in 1..<dimension { below |= base[part] &- Block(repeating: keys[part]) }
                            if !below.isNegative { return true }
                        } else {
                            let first = (corners[child] &- row).hasNegative
                            let second = (corners[child + 1] &- row).hasNegative
                            stack[waiting] = children[child]
                            waiting += first ? 0 : 1
                            stack[waiting] = children[child + 1]
                            waiting += second ? 0 : 1
                        }
                    }
                    return false
                }
            }
        }
    }
}
