import BigInt

/// The numbers in the cells of a grid, and the sum of their products.
protocol CellCount: Tally {
    /// A sum of products of two counts each.
    associatedtype Pairs: PairSum where Pairs.Count == Self
    /// Adds, the caller having proved that the sum fits.
    static func gather(_ sum: inout Self, _ count: Self)
}

/// Adds up products.
protocol PairSum: Sendable {
    associatedtype Count
    init()
    mutating func add(_ left: Count, _ right: Count)
    var total: BigInt { get }
}

extension UInt64: CellCount {
    init(fitting value: BigInt) { self.init(value) }
    var total: BigInt { BigInt(self) }
    @inline(__always) static func gather(_ sum: inout UInt64, _ count: UInt64) { sum &+= count }

    /// Counts below 2 to the 63 a side have fewer than 2 to the 126 pairs.
    struct Pairs: PairSum {
        private var sum: UInt128 = 0
        @inline(__always) mutating func add(_ left: UInt64, _ right: UInt64) {
            let (high, low) = left.multipliedFullWidth(by: right)
            sum &+= UInt128(high) << 64 | UInt128(low)
        }
        var total: BigInt { BigInt(sum) }
    }
}

extension UInt128: CellCount {
    @inline(__always) static func gather(_ sum: inout UInt128, _ count: UInt128) { sum &+= count }

    /// Two digits to the base 2 to the 128.
    struct Pairs: PairSum {
        private var high: UInt128 = 0
        private var low: UInt128 = 0
        mutating func add(_ left: UInt128, _ right: UInt128) {
            if left == 0 || right == 0 { return }
            let product = left.multipliedFullWidth(by: right)
            let carried = low.addingReportingOverflow(product.low)
            low = carried.partialValue
            high &+= product.high &+ (carried.overflow ? 1 : 0)
        }
        var total: BigInt { BigInt(high) << 128 + BigInt(low) }
    }
}

extension BigInt: CellCount {
    static func gather(_ sum: inout BigInt, _ count: BigInt) { if !count.isZero { sum += count } }

    struct Pairs: PairSum {
        private(set) var total: BigInt = 0
        mutating func add(_ left: BigInt, _ right: BigInt) {
            if !left.isZero && !right.isZero { total += left * right }
        }
    }
}
