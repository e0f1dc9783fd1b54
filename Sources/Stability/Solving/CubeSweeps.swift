/// The least value that the others can put a decision maker's state into by improvements of their own, for every state of a cube, by going
/// over all improvements again and again.
///
/// Each state keeps the least value that a legal sequence from it reaches, with whose move such a sequence begins, and the least value of
/// a sequence that begins with another's; whoever moves into the state takes the one that is not its own. A sweep goes through the
/// blocks of each mover, forwards and backwards by turns, until nothing changes. It touches memory in order, so that a sweep costs far less than
/// as many steps of ``CubeSearch``, and mostly half a dozen are enough. Where sequences have to be long it could take many: then
/// ``run(limit:)`` gives up, and the search, which is bounded, answers.
///
/// Two values are followed at once: a state's own level, and the best after one more move.
struct CubeSweeps<Place: FixedWidthInteger & UnsignedInteger & Sendable>: ~Copyable {
    typealias Pair = SIMD2<Int32>

    /// What is known of one pattern, of both values.
    struct Cell {
        /// Its own value.
        var value: Pair
        /// The least value that a sequence from it reaches.
        var least = Pair(repeating: .max)
        /// The least value of a sequence that does not begin as that one does.
        var other = Pair(repeating: .max)
        /// With whose move that one begins; -1 where there is none.
        var by = Pair(repeating: -1)

        /// The least value of what a mover brings about by moving here: the state itself, or where others go on to.
        @inline(__always)
        func outcome(after mover: Pair) -> Pair {
            pointwiseMin(value, least.replacing(with: other, where: by .== mover))
        }

        /// Notes a sequence that begins with a move of a mover; says whether that told anything.
        @inline(__always)
        mutating func note(_ reached: Pair, _ mover: Pair) -> Bool {
            let isLower = reached .< least
            let isOwn = by .== mover
            let isTold = isLower .| ((reached .< other) .& .!isOwn)
            guard any(isTold) else { return false }
            other.replace(with: least, where: isLower .& .!isOwn)
            other.replace(with: reached, where: isTold .& .!isLower)
            least.replace(with: reached, where: isLower)
            by.replace(with: mover, where: isLower)
            return true
        }
    }

    /// By pattern.
    let cells: UnsafeMutablePointer<Cell>
    private let orders: BlockOrders<Place>
    private let others: [Int]

    /// How many sweeps are made before the search is asked.
    private static var sweepLimit: Int { 48 }

    /// - Parameters:
    ///   - own: the value of each pattern.
    ///   - escaped: the other value of each pattern.
    init(
        _ orders: BlockOrders<Place>, others: [Int], own: UnsafePointer<Int32>, escaped: UnsafePointer<Int32>
    ) {
        self.orders = orders
        self.others = others
        cells = .allocate(capacity: orders.size)
        for pattern in 0..<orders.size {
            (cells + pattern).initialize(to: Cell(value: Pair(own[pattern], escaped[pattern])))
        }
    }

    deinit { cells.deallocate() }

    /// Sweeps until nothing changes; false where it did not come to that.
    mutating func run(limit: Int?) -> Bool {
        for sweep in 0..<(limit ?? Self.sweepLimit) {
            var hasChanged = false
            for place in others.indices {
                let mover = others[sweep % 2 == 0 ? place : others.count - 1 - place]
                let tables = orders.movers[mover]
                let isFree = tables.bits.forth | tables.bits.back == 0
                let name = Pair(repeating: Int32(mover))
                let changed = isFree ? improve(tables, name) : improveOneWay(tables, name)
                hasChanged = hasChanged || changed
            }
            if !hasChanged { return true }
        }
        return false
    }

    /// All improvements of one mover, block by block: from the top of the order down, whatever the higher states lead to is open to the lower.
    private func improve(_ tables: BlockOrders<Place>.Mover, _ mover: Pair) -> Bool {
        let bits = tables.bits
        let (low, size) = (UInt32(bits.low), 1 << Int(bits.free))
        let (cells, keys, order, counts) = (cells, tables.keys, tables.order, tables.counts)
        let none = Pair(repeating: .max)
        var hasChanged = false
        for block in 0..<tables.blocks {
            let start = block &* size
            let base = bits.pattern(block, 0)
            var place = start &+ Int(counts[block]) &- 1
            guard place > start else { continue }
            // What strictly higher states lead to, and that with the states of this level.
            var (above, so) = (none, none)
            var level = keys[place]
            while place >= start {
                if keys[place] != level {
                    above = so
                    level = keys[place]
                }
                let pattern = base | UInt32(truncatingIfNeeded: order[place]) &<< low
                let cell = cells + Int(pattern)
                if cell.pointee.note(above, mover) { hasChanged = true }
                so = pointwiseMin(so, cell.pointee.outcome(after: mover))
                place &-= 1
            }
        }
        return hasChanged
    }

    /// The same for a mover with options that go one way: what it leads to also lies in other blocks.
    private func improveOneWay(_ tables: BlockOrders<Place>.Mover, _ mover: Pair) -> Bool {
        let bits = tables.bits
        let low = UInt32(bits.low)
        var hasChanged = false
        for block in 0..<tables.blocks {
            let start = block << Int(bits.free)
            let count = Int(tables.counts[block])
            guard count > 0 else { continue }
            let base = bits.pattern(block, 0)
            let oneWay = bits.departing(base)
            var change = oneWay
            while true {
                let next = bits.block(of: base ^ change)
                let first = next << Int(bits.free)
                var upper = first + Int(tables.counts[next]) - 1
                var so = Pair(repeating: .max)
                var place = start + count - 1
                while place >= start {
                    while upper >= first, tables.keys[upper] > tables.keys[place] {
                        let pattern = base ^ change | UInt32(truncatingIfNeeded: tables.order[upper]) &<< low
                        so = pointwiseMin(so, cells[Int(pattern)].outcome(after: mover))
                        upper -= 1
                    }
                    let pattern = base | UInt32(truncatingIfNeeded: tables.order[place]) &<< low
                    if cells[Int(pattern)].note(so, mover) { hasChanged = true }
                    place -= 1
                }
                if change == 0 { break }
                change = (change - 1) & oneWay
            }
        }
        return hasChanged
    }
}
