import Negotiation

/// The states of each decision maker's blocks, by their level for it, lowest first.
///
/// Kept in memory of its own rather than in arrays: many searches on several cores read it at once, and counting references to shared
/// arrays would cost more than the searches. `Place` counts the states of a block.
final class BlockOrders<Place: FixedWidthInteger & UnsignedInteger & Sendable>: @unchecked Sendable {
    /// How many patterns there are.
    let size: Int
    /// By pattern: the state; negative where there is none.
    let places: [Int32]
    let movers: [Mover]
    /// By pattern and then decision maker: how many states of its block are lower. All that is asked of one pattern stands together.
    let below: UnsafeMutablePointer<Place>

    /// What belongs to one decision maker.
    struct Mover: @unchecked Sendable {
        /// Which bits it controls.
        let bits: Cube.Mover
        /// By the block's first place and the place within it: the free bits of the pattern.
        let order: UnsafeMutablePointer<Place>
        /// The level of the pattern at that place.
        let keys: UnsafeMutablePointer<Int32>
        /// By block: how many states it has.
        let counts: UnsafeMutablePointer<Int32>
        /// By pattern: its level; only for a decision maker with options that go one way.
        let levels: UnsafeMutablePointer<Int32>?
        /// How many blocks there are.
        let blocks: Int
    }

    /// Complexity: the patterns times the decision makers, and sorting each block.
    init(_ cube: Cube, _ levels: [[Int32]], cores: Int) {
        let size = 1 << cube.bits
        let count = cube.movers.count
        self.size = size
        places = cube.places
        let below = UnsafeMutablePointer<Place>.allocate(capacity: size * count)
        below.initialize(repeating: 0, count: size * count)
        self.below = below
        // What each mover needs is made by itself; each writes its own places of the common table.
        nonisolated(unsafe) let table = below
        movers = Cores.map(Array(levels.indices), cores: cores) { mover in
            Mover(cube, cube.movers[mover], levels[mover], below: table + mover, stride: count)
        }
    }

    deinit {
        for mover in movers {
            mover.order.deallocate()
            mover.keys.deallocate()
            mover.counts.deallocate()
            mover.levels?.deallocate()
        }
        below.deallocate()
    }
}

extension BlockOrders.Mover {
    fileprivate init(
        _ cube: Cube, _ own: Cube.Mover, _ values: [Int32], below: UnsafeMutablePointer<Place>, stride: Int
    ) {
        // Who has no option moves nowhere, and needs no tables.
        let size = own.hasOptions ? 1 << cube.bits : 0
        let free = Int(own.free)
        let blocks = size >> free
        let order = UnsafeMutablePointer<Place>.allocate(capacity: size)
        let keys = UnsafeMutablePointer<Int32>.allocate(capacity: size)
        let counts = UnsafeMutablePointer<Int32>.allocate(capacity: blocks)
        order.initialize(repeating: 0, count: size)
        keys.initialize(repeating: 0, count: size)
        for block in 0..<blocks {
            let start = block << free
            var end = start
            for choice in 0..<(UInt32(1) << own.free) {
                let state = cube.places[Int(own.pattern(block, choice))]
                if state < 0 { continue }
                order[end] = Place(truncatingIfNeeded: choice)
                keys[end] = values[Int(state)]
                end += 1
            }
            (counts + block).initialize(to: Int32(end - start))
            Self.sort(order + start, keys + start, end - start)
            var lower = start
            for place in start..<end {
                if keys[place] != keys[lower] { lower = place }
                let pattern = Int(own.pattern(block, UInt32(truncatingIfNeeded: order[place])))
                below[pattern * stride] = Place(truncatingIfNeeded: lower - start)
            }
        }
        var levels: UnsafeMutablePointer<Int32>?
        if own.forth | own.back != 0 {
            let table = UnsafeMutablePointer<Int32>.allocate(capacity: size)
            table.initialize(repeating: 0, count: size)
            for (state, pattern) in cube.inner.enumerated() { table[Int(pattern)] = values[state] }
            levels = table
        }
        self.init(bits: own, order: order, keys: keys, counts: counts, levels: levels, blocks: blocks)
    }

    /// Blocks are mostly small: sixteen states for four options.
    private static func sort(
        _ order: UnsafeMutablePointer<Place>, _ keys: UnsafeMutablePointer<Int32>, _ count: Int
    ) {
        guard count > 32 else {
            var place = 1
            while place < count {
                let (item, key) = (order[place], keys[place])
                var hole = place
                while hole > 0, keys[hole - 1] > key {
                    order[hole] = order[hole - 1]
                    keys[hole] = keys[hole - 1]
                    hole -= 1
                }
                order[hole] = item
                keys[hole] = key
                place += 1
            }
            return
        }
        let pairs = (0..<count).map { (keys[$0], order[$0]) }.sorted { $0 < $1 }
        for (place, pair) in pairs.enumerated() { (keys[place], order[place]) = pair }
    }
}
