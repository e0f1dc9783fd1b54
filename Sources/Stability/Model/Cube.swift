import Negotiation

/// All patterns of a model in option form, feasible or not, so that a move is a change of bits.
///
/// Inside, the options are ordered by decision maker, and within one first those that change in one direction only, then the free
/// ones. So the free options of a decision maker are neighbouring bits, and the patterns that differ in them alone, a **block**,
/// are one in each decision maker's reach.
struct Cube: Sendable {
    /// Which bits a decision maker controls.
    struct Mover: Sendable {
        /// Bits that only go from not taken to taken.
        var forth: UInt32
        /// Bits that only go from taken to not taken.
        var back: UInt32
        /// The place of the lowest free bit.
        var low: UInt32
        /// How many bits are free.
        var free: UInt32

        /// Whether it controls any option.
        var hasOptions: Bool { forth | back != 0 || free > 0 }

        /// The number of the block in which a pattern lies.
        @inline(__always)
        func block(of pattern: UInt32) -> Int {
            Int(((pattern >> (low + free)) << low) | (pattern & ((1 << low) - 1)))
        }

        /// The pattern of that block whose free bits are `choice`.
        @inline(__always)
        func pattern(_ block: Int, _ choice: UInt32) -> UInt32 {
            let block = UInt32(truncatingIfNeeded: block)
            return ((block >> low) << (low + free)) | (choice << low) | (block & ((1 << low) - 1))
        }

        /// The free bits of a pattern.
        @inline(__always)
        func choice(in pattern: UInt32) -> UInt32 { (pattern >> low) & ((1 << free) - 1) }

        /// The one-way bits that a step into `pattern` can have changed.
        @inline(__always)
        func arrived(_ pattern: UInt32) -> UInt32 { pattern & forth | ~pattern & back }

        /// The one-way bits that a step from `pattern` can change.
        @inline(__always)
        func departing(_ pattern: UInt32) -> UInt32 { ~pattern & forth | pattern & back }
    }

    /// How many options there are.
    let bits: Int
    let movers: [Mover]
    /// The pattern of each state, bits in the inner order.
    let inner: [UInt32]
    /// The state of each pattern; negative where it is not feasible.
    let places: [Int32]

    init(_ options: OptionLayout, _ states: [UInt64]) {
        bits = options.owners.count
        var order: [Int] = []
        var movers: [Mover] = []
        for mover in 0..<options.decisionMakers {
            let own = options.owners.indices.filter { options.owners[$0] == mover }
            let first = UInt32(order.count)
            let oneWay = own.filter { options.directions[$0] != .both }
            let free = own.filter { options.directions[$0] == .both }
            var (forth, back) = (UInt32(0), UInt32(0))
            for (place, option) in oneWay.enumerated() {
                let bit = UInt32(1) << (first + UInt32(place))
                if options.directions[option] == .forth { forth |= bit } else { back |= bit }
            }
            order += oneWay + free
            movers.append(
                Mover(forth: forth, back: back, low: first + UInt32(oneWay.count), free: UInt32(free.count)))
        }
        self.movers = movers
        let isPlain = order == Array(order.indices)
        var places = [Int32](repeating: -1, count: 1 << bits)
        let bits = bits
        inner = states.map { state in
            if isPlain { return UInt32(state) }
            var pattern = UInt32(0)
            for place in 0..<bits { pattern |= UInt32(state >> UInt64(order[place]) & 1) << UInt32(place) }
            return pattern
        }
        for (state, pattern) in inner.enumerated() { places[Int(pattern)] = Int32(state) }
        self.places = places
    }

    /// The states to which a decision maker can go, ascending.
    func successors(of state: Int, by mover: Int) -> [Int] {
        let own = movers[mover]
        let pattern = inner[state]
        var found: [Int] = []
        let oneWay = own.departing(pattern)
        var change = oneWay
        while true {
            let block = own.block(of: pattern ^ change)
            for choice in 0..<(UInt32(1) << own.free) {
                // The one-way bits below the free ones are part of the block's number, so they are kept.
                let next = places[Int(own.pattern(block, choice))]
                if next >= 0, Int(next) != state { found.append(Int(next)) }
            }
            if change == 0 { break }
            change = (change - 1) & oneWay
        }
        return found.sorted()
    }
}
