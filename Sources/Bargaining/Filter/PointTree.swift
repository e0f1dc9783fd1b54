/// A growing set of different rows that is asked whether some row in it is nowhere less than another.
///
/// Cells divide the space as a k-d tree does (Bentley, Communications of the ACM 18, 1975) and stand in its order.
/// Sixteen cells are a group, sixteen groups a group of the next level, and so on; each group knows the greatest key
/// of each coordinate in each of its sixteen, so that one pass of vector instructions says where an answer can be.
/// Groups and cells keep keys in seven bits, rounded down: what is less there is less; a row that may be an answer is
/// compared in full.
struct PointTree<Row: KeyRow>: ~Copyable {
    private typealias Lanes = PointTreeReader<Row>.Lanes
    private typealias Buffer<T> = UnsafeMutablePointer<T>

    /// Coordinates that count.
    private let dimension: Int
    /// About one over how far each coordinate reaches, to choose what to split.
    private let scales: [Float]
    private var coarse: CoarseKeys<Row>
    /// Where to turn for a row's cell.
    private var turns: [Turn] = []
    private var cells = 0
    private var rows = 0
    private var firstBlocks: [Int32] = []
    /// Level → group × coordinate, the level of cells first.
    private var groups: [Buffer<Lanes>] = []
    private var groupCounts: [Int] = []
    private var blocks = 0
    private var blockCapacity: Int
    /// Block × coordinate.
    private var points: Buffer<Lanes>
    /// Block × place.
    private var exact: Buffer<Row>
    private var links: Buffer<PointTreeLink>

    /// A step towards a cell.
    private struct Turn {
        var pivot: Int32
        var part: Int32
        /// The next turns for what is less than the pivot and for the rest; a cell's complement.
        var below: Int32 = 0
        var above: Int32 = 0
    }

    /// An empty tree.
    ///
    /// - Parameters:
    ///   - ranges: how far keys of each coordinate reach.
    ///   - capacity: about how many rows are expected; there is room for more.
    init(dimension: Int, ranges: [Int64], capacity: Int) {
        self.dimension = dimension
        scales = ranges.map { 1 / Float(max(1, $0)) }
        var greatest = Row.zero
        for part in 0..<dimension { greatest[part] = Int32(truncatingIfNeeded: min(ranges[part], 1 << 30)) }
        coarse = CoarseKeys(from: .zero, to: greatest, bits: 7)
        blockCapacity = max(8, min(capacity, 4_096) / 8)
        points = .allocate(capacity: blockCapacity * dimension)
        exact = .allocate(capacity: blockCapacity * 16)
        links = .allocate(capacity: blockCapacity)
        divide(for: [])
    }

    deinit {
        for group in groups { group.deallocate() }
        points.deallocate()
        exact.deallocate()
        links.deallocate()
    }

    /// Divides the empty tree where rows like these would divide it, a few of them to a cell.
    mutating func divide(for sample: [Row], each size: Int = 4) {
        turns.removeAll(keepingCapacity: true)
        cells = 0
        rows = 0
        blocks = 0
        if let first = sample.first {
            var (least, greatest) = (first, first)
            for row in sample {
                least.replace(with: row, where: row .< least)
                greatest.replace(with: row, where: row .> greatest)
            }
            coarse = CoarseKeys(from: least, to: greatest, bits: 7)
        }
        var sample = sample
        sample.withUnsafeMutableBufferPointer { _ = divide($0, size) }
        firstBlocks = [Int32](repeating: -1, count: cells)
        for group in groups { group.deallocate() }
        groups = []
        groupCounts = []
        var count = cells
        repeat {
            count = (count + 15) / 16
            let group = Buffer<Lanes>.allocate(capacity: count * dimension)
            // Less than any key: where there is nothing there is no answer.
            group.initialize(repeating: Lanes(repeating: -1), count: count * dimension)
            groups.append(group)
            groupCounts.append(count)
        } while count > 1
    }

    /// - Returns: the number of the first turn, or a cell's complement.
    private mutating func divide(_ sample: UnsafeMutableBufferPointer<Row>, _ size: Int) -> Int32 {
        if let (part, pivot) = sample.count > size ? split(sample) : nil {
            var upper = sample.count
            var index = 0
            while index < upper {
                if sample[index][part] >= pivot {
                    upper -= 1
                    sample.swapAt(index, upper)
                } else {
                    index += 1
                }
            }
            let turn = turns.count
            turns.append(Turn(pivot: pivot, part: Int32(part)))
            let below = divide(UnsafeMutableBufferPointer(rebasing: sample[..<upper]), size)
            let above = divide(UnsafeMutableBufferPointer(rebasing: sample[upper...]), size)
            turns[turn].below = below
            turns[turn].above = above
            return Int32(turn)
        }
        cells += 1
        return ~Int32(cells - 1)
    }

    /// Near the median of the coordinate that is spread widest; `nil` where all rows are the same.
    private func split(_ sample: UnsafeMutableBufferPointer<Row>) -> (part: Int, pivot: Int32)? {
        var least = sample[0]
        var greatest = sample[0]
        for row in sample {
            least.replace(with: row, where: row .< least)
            greatest.replace(with: row, where: row .> greatest)
        }
        var part = 0
        var most: Float = 0
        for candidate in 0..<dimension {
            let spread = Float(greatest[candidate] - least[candidate]) * scales[candidate]
            if spread > most { (most, part) = (spread, candidate) }
        }
        if most == 0 { return nil }
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 32) { keys in
            let step = max(1, sample.count / 31)
            var count = 0
            var index = 0
            while index < sample.count && count < 32 {
                // Sorted as they come.
                let key = sample[index][part]
                var place = count
                while place > 0 && keys[place - 1] > key {
                    keys[place] = keys[place - 1]
                    place -= 1
                }
                keys[place] = key
                count += 1
                index += step
            }
            let middle = keys[count / 2]
            return (part, middle == least[part] ? middle + 1 : middle)
        }
    }

    /// Adds a row.
    ///
    /// - Precondition: the row is not there yet; cells of equal rows could not be divided.
    /// - Complexity: logarithmic in the cells.
    mutating func insert(_ row: Row) {
        // Where nobody said what to expect, cells are made for what came.
        if rows >= 32 * cells { divideAgain() }
        rows += 1
        var turn: Int32 = turns.isEmpty ? ~0 : 0
        while turn >= 0 {
            let step = turns[Int(turn)]
            turn = row[Int(step.part)] >= step.pivot ? step.above : step.below
        }
        let cell = Int(~turn)
        var block = Int(firstBlocks[cell])
        if block < 0 || links[block].fill == 16 {
            if blocks == blockCapacity { grow() }
            links[blocks] = PointTreeLink(fill: 0, next: Int32(block))
            block = blocks
            blocks += 1
            firstBlocks[cell] = Int32(block)
            for part in 0..<dimension { points[block * dimension + part] = Lanes(repeating: -1) }
        }
        let place = Int(links[block].fill)
        links[block].fill += 1
        exact[block * 16 + place] = row
        for part in 0..<dimension {
            let key = Int8(truncatingIfNeeded: coarse.key(row, part))
            // One lane is written where it stands: the vector would be read and written whole.
            let lanes = UnsafeMutableRawPointer(points + block * dimension + part)
            (lanes + place).storeBytes(of: key, as: Int8.self)
            var index = cell
            for group in groups {
                let lane = UnsafeMutableRawPointer(group + (index >> 4) * dimension + part) + index % 16
                if key > lane.load(as: Int8.self) { lane.storeBytes(of: key, as: Int8.self) }
                index >>= 4
            }
        }
    }

    private mutating func divideAgain() {
        var all: [Row] = []
        all.reserveCapacity(rows)
        for block in 0..<blocks {
            for place in 0..<Int(links[block].fill) { all.append(exact[block * 16 + place]) }
        }
        divide(for: all, each: 12)
        // Where rows cannot be divided, there are few of them to a cell all the same, for they are different.
        for row in all { insert(row) }
    }

    private mutating func grow() {
        func move<T>(_ pointer: inout Buffer<T>, _ count: Int, to capacity: Int) {
            let larger = Buffer<T>.allocate(capacity: capacity)
            larger.moveInitialize(from: pointer, count: count)
            pointer.deallocate()
            pointer = larger
        }
        blockCapacity *= 2
        move(&points, blocks * dimension, to: blockCapacity * dimension)
        move(&exact, blocks * 16, to: blockCapacity * 16)
        move(&links, blocks, to: blockCapacity)
    }

    /// Calls `body` with what is needed to ask.
    func withReader<Result>(_ body: (PointTreeReader<Row>) -> Result) -> Result {
        firstBlocks.withUnsafeBufferPointer { firstBlocks in
            groups.withUnsafeBufferPointer { groups in
                body(
                    PointTreeReader(
                        dimension: dimension, isEmpty: rows == 0, coarse: coarse, firstBlocks: firstBlocks,
                        groups: groups, points: points, exact: exact, links: links))
            }
        }
    }
}
