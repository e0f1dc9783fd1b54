/// The least value that the others can put a decision maker's state into by any moves, for every state of a cube in which all their moves
/// go both ways.
///
/// Then whoever can be reached can be returned from, and moves of one mover in a row are one move: the states that the others reach from one are
/// those connected with it, and all have the same least value. It counts the state itself in, which changes no verdict: an improvement is
/// better than the state that was left, so as a sanction it would deter nobody. Each sweep gives all states of a block the least value among
/// them; where everything is possible, one sweep reaches everywhere.
///
/// Two values are followed at once, as in ``CubeSweeps``.
struct CubeSpread<Place: FixedWidthInteger & UnsignedInteger & Sendable>: ~Copyable {
    typealias Pair = SIMD2<Int32>

    /// By pattern: the least of both values among the states connected with it so far.
    let least: UnsafeMutablePointer<Pair>
    private let orders: BlockOrders<Place>
    private let others: [Int]

    /// How many sweeps are made before the search is asked: paths through many infeasible states can wind.
    private static var sweepLimit: Int { 48 }

    /// - Parameters:
    ///   - own: the value of each pattern.
    ///   - escaped: the other value of each pattern.
    init(
        _ orders: BlockOrders<Place>, others: [Int], own: UnsafePointer<Int32>, escaped: UnsafePointer<Int32>
    ) {
        self.orders = orders
        self.others = others
        least = .allocate(capacity: orders.size)
        for (pattern, place) in orders.places.enumerated() {
            // What is no state is no way out.
            (least + pattern).initialize(
                to: place < 0 ? Pair(repeating: .max) : Pair(own[pattern], escaped[pattern]))
        }
    }

    deinit { least.deallocate() }

    /// Sweeps until nothing changes; false where it did not come to that, or where some move goes one way only.
    mutating func run(limit: Int?) -> Bool {
        guard others.allSatisfy({ orders.movers[$0].levels == nil }) else { return false }
        for sweep in 0..<(limit ?? Self.sweepLimit) {
            var hasChanged = false
            for place in others.indices {
                let tables = orders.movers[others[sweep % 2 == 0 ? place : others.count - 1 - place]]
                let changed = spread(tables)
                hasChanged = hasChanged || changed
            }
            if !hasChanged { return true }
        }
        return false
    }

    private func spread(_ tables: BlockOrders<Place>.Mover) -> Bool {
        let bits = tables.bits
        let (low, size) = (Int(bits.low), 1 << Int(bits.free))
        let (least, order, counts) = (least, tables.order, tables.counts)
        var hasChanged = false
        for block in 0..<tables.blocks {
            let count = Int(counts[block])
            guard count > 1 else { continue }
            let first = least + Int(bits.pattern(block, 0))
            let start = block &* size
            var lowest = Pair(repeating: .max)
            var highest = Pair(repeating: .min)
            for place in start..<(start &+ count) {
                let value = first[Int(truncatingIfNeeded: order[place]) &<< low]
                lowest = pointwiseMin(lowest, value)
                highest = pointwiseMax(highest, value)
            }
            guard lowest != highest else { continue }
            hasChanged = true
            for place in start..<(start &+ count) {
                first[Int(truncatingIfNeeded: order[place]) &<< low] = lowest
            }
        }
        return hasChanged
    }
}
