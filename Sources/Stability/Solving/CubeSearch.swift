/// One reverse search where moves are changes of bits: the least value that the others can put a decision maker's state into, for every
/// state, by legal sequences of at least one move.
///
/// Goes through the states by value, least first, and from each backwards along moves that have not been gone. A state needs at most two
/// labels: with whose move a sequence can begin, and that some sequence begins with another's. Whoever is to move into the state must not
/// be the only one who can go on. So a state is entered at most once by each mover.
///
/// A state can be entered from all states of its block (or, by improvements, from those of lower level, which are the first in the
/// block's order), so each block remembers how far it has been labelled, and an entry costs what it labels anew.
struct CubeSearch<Place: FixedWidthInteger & UnsignedInteger & Sendable>: ~Copyable {
    /// Nothing is known of a state.
    private static var fresh: UInt8 { 0 }
    /// Everybody may move into it, as it is a target; no sequence leads on from it.
    private static var target: UInt8 { 1 }
    /// Everybody may move into it, and a sequence leads on from it.
    private static var open: UInt8 { 2 }
    /// It is no state.
    private static var absent: UInt8 { 3 }
    /// Sequences lead on from it, and all begin with the mover of the number above this.
    private static var only: UInt8 { 4 }

    private let orders: BlockOrders<Place>
    private let movers: UnsafeMutablePointer<BlockOrders<Place>.Mover>
    private let moverCount: Int
    private let below: UnsafeMutablePointer<Place>
    private let others: UnsafeMutableBufferPointer<Int32>
    private let state: UnsafeMutablePointer<UInt8>
    /// By pattern: the least value that is reached; the greatest number where none is.
    let worst: UnsafeMutablePointer<Int32>
    /// By mover and block: how far it is done.
    private let progress: UnsafeMutablePointer<UnsafeMutablePointer<Place>?>
    /// What is still to be entered: a pattern, and by whom.
    private let waiting: UnsafeMutablePointer<Entry>
    private var waitingCount = 0
    private var reached = 0
    private var value: Int32 = 0

    /// A pattern that is to be entered by one mover, or by all others but one.
    private struct Entry {
        var pattern: UInt32
        /// `mover`, or `-mover - 1` for all but the mover.
        var by: Int32
    }

    /// - Parameter improving: whether the others only move where it is better for them.
    init(_ orders: BlockOrders<Place>, others: [Int], improving: Bool) {
        self.orders = orders
        let size = orders.size
        moverCount = orders.movers.count
        below = orders.below
        movers = .allocate(capacity: orders.movers.count)
        movers.initialize(from: orders.movers, count: orders.movers.count)
        self.others = .allocate(capacity: others.count)
        _ = self.others.initialize(from: others.map { Int32($0) })
        state = .allocate(capacity: size)
        worst = .allocate(capacity: size)
        worst.initialize(repeating: .max, count: size)
        for (pattern, place) in orders.places.enumerated() {
            (state + pattern).initialize(to: place < 0 ? Self.absent : Self.fresh)
        }
        progress = .allocate(capacity: orders.movers.count)
        progress.initialize(repeating: nil, count: orders.movers.count)
        for mover in others {
            let blocks = orders.movers[mover].blocks
            let memory = UnsafeMutablePointer<Place>.allocate(capacity: blocks)
            memory.initialize(repeating: improving ? 0 : Self.untouched, count: blocks)
            progress[mover] = memory
        }
        // A state is put down at most twice: with its first label and with its second.
        waiting = .allocate(capacity: 2 * size)
    }

    deinit {
        for mover in 0..<orders.movers.count { progress[mover]?.deallocate() }
        progress.deallocate()
        waiting.deallocate()
        state.deallocate()
        worst.deallocate()
        others.deallocate()
        movers.deallocate()
    }

    /// Runs the search.
    ///
    /// - Parameters:
    ///   - targets: all states, by value, least first.
    ///   - values: the value of each pattern.
    ///   - total: from how many states a sequence of at least one move exists; once all have a value, nothing is left to find.
    mutating func run(targets: [Int32], values: UnsafePointer<Int32>, improving: Bool, total: Int) {
        for target in targets {
            let pattern = UInt32(bitPattern: target)
            value = values[Int(pattern)]
            let old = state[Int(pattern)]
            switch old {
            case Self.fresh:
                state[Int(pattern)] = Self.target
                for other in others { enter(pattern, by: Int(other), improving) }
            case Self.target, Self.open: continue
            default:
                state[Int(pattern)] = Self.open
                enter(pattern, by: Int(old - Self.only), improving)
            }
            while waitingCount > 0, reached < total {
                waitingCount -= 1
                let entry = waiting[waitingCount]
                if entry.by >= 0 {
                    enter(entry.pattern, by: Int(entry.by), improving)
                } else {
                    let except = -entry.by - 1
                    for other in others where other != except {
                        enter(entry.pattern, by: Int(other), improving)
                    }
                }
            }
            if reached == total { break }
        }
    }

    @inline(__always)
    private mutating func enter(_ pattern: UInt32, by mover: Int, _ improving: Bool) {
        if improving { enterFromBelow(pattern, mover) } else { enterFromAll(pattern, mover) }
    }

    @inline(__always)
    private mutating func label(_ pattern: UInt32, _ mover: Int) {
        let place = Int(pattern)
        let old = state[place]
        let own = Self.only + UInt8(truncatingIfNeeded: mover)
        if old == own || old == Self.open || old == Self.absent { return }
        if old == Self.fresh {
            state[place] = own
            set(place)
            put(pattern, -Int32(truncatingIfNeeded: mover) - 1)
        } else if old == Self.target {
            state[place] = Self.open
            set(place)
        } else {
            state[place] = Self.open
            put(pattern, Int32(old - Self.only))
        }
    }

    @inline(__always)
    private mutating func set(_ place: Int) {
        worst[place] = value
        reached += 1
    }

    @inline(__always)
    private mutating func put(_ pattern: UInt32, _ by: Int32) {
        (waiting + waitingCount).initialize(to: Entry(pattern: pattern, by: by))
        waitingCount += 1
    }

    /// Nothing of a block is labelled.
    private static var untouched: Place { .max }
    /// All of a block is labelled.
    private static var done: Place { .max - 1 }

    /// Labels the states from which the mover can go to a pattern at all.
    ///
    /// The first entry of a block labels all its states but the one that is entered, and the second labels that one.
    @inline(__always)
    private mutating func enterFromAll(_ pattern: UInt32, _ mover: Int) {
        let own = movers[mover].bits
        let progress = progress[mover].unsafelyUnwrapped
        let oneWay = own.arrived(pattern)
        var change = oneWay
        while true {
            let block = own.block(of: pattern ^ change)
            let entered = progress[block]
            if entered == Self.untouched {
                for choice in 0..<(UInt32(1) << own.free) {
                    let source = own.pattern(block, choice)
                    if source != pattern { label(source, mover) }
                }
                // The pattern itself lies in the block only where no one-way bit was changed.
                progress[block] = change == 0 ? Place(truncatingIfNeeded: own.choice(in: pattern)) : Self.done
            } else if entered != Self.done {
                let left = own.pattern(block, UInt32(truncatingIfNeeded: entered))
                if left != pattern {
                    label(left, mover)
                    progress[block] = Self.done
                }
            }
            if change == 0 { break }
            change = (change - 1) & oneWay
        }
    }

    /// Labels the states from which a pattern is an improvement for the mover, but for those that have been labelled.
    @inline(__always)
    private mutating func enterFromBelow(_ pattern: UInt32, _ mover: Int) {
        let progress = progress[mover].unsafelyUnwrapped
        let own = movers[mover].bits
        let block = own.block(of: pattern)
        let count = below[Int(pattern) * moverCount + mover]
        if progress[block] < count {
            let order = movers[mover].order + (block << Int(own.free))
            for next in Int(progress[block])..<Int(count) {
                label(own.pattern(block, UInt32(truncatingIfNeeded: order[next])), mover)
            }
            progress[block] = count
        }
        if own.forth | own.back != 0 { enterFromBelowOneWay(pattern, mover) }
    }

    /// The same for the blocks from which one-way bits were changed.
    private mutating func enterFromBelowOneWay(_ pattern: UInt32, _ mover: Int) {
        let tables = movers[mover]
        let own = tables.bits
        let progress = progress[mover].unsafelyUnwrapped
        guard let levels = tables.levels else { return }
        let threshold = levels[Int(pattern)]
        let oneWay = own.arrived(pattern)
        var change = oneWay
        while change != 0 {
            let block = own.block(of: pattern ^ change)
            let start = block << Int(own.free)
            let end = Int(tables.counts[block])
            var next = Int(progress[block])
            while next < end, tables.keys[start + next] < threshold {
                label(own.pattern(block, UInt32(truncatingIfNeeded: tables.order[start + next])), mover)
                next += 1
            }
            progress[block] = Place(truncatingIfNeeded: next)
            change = (change - 1) & oneWay
        }
    }
}
