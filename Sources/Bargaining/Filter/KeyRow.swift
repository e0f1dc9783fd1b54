/// A row of small keys in one vector, filled up with zeros.
///
/// Keys are not negative and below 2 to the 30, so that a difference of two never overflows and its sign bit is the
/// comparison. Sign bits are looked at in whole words: what the standard library makes of masks takes several
/// times as many instructions on plain x86-64.
protocol KeyRow: SIMD, Sendable where Scalar == Int32 {
    /// Whether some number is negative.
    var hasNegative: Bool { get }

    /// The low halves of as many numbers as a row holds.
    init(lowHalvesOf numbers: UnsafePointer<Int64>)
}

extension KeyRow {
    /// Ones in the first coordinates, zeros in what fills the row up.
    static func mask(_ dimension: Int) -> Self {
        var result = Self.zero
        for part in 0..<dimension { result[part] = -1 }
        return result
    }

    /// Whether the other row is nowhere greater.
    @inline(__always)
    func covers(_ other: Self) -> Bool { !(self &- other).hasNegative }
}

/// Work that is done on rows wide enough for a dimension.
protocol KeyRowWork {
    associatedtype Outcome
    func run<Row: KeyRow>(_ type: Row.Type) -> Outcome
}

/// The most coordinates that a row has room for.
let mostKeys = 16

/// Runs work on the narrowest rows that have room.
///
/// - Precondition: the dimension is at most ``mostKeys``.
func onNarrowestRows<Work: KeyRowWork>(_ dimension: Int, _ work: Work) -> Work.Outcome {
    switch dimension {
    case ...4: work.run(SIMD4<Int32>.self)
    case ...8: work.run(SIMD8<Int32>.self)
    default: work.run(SIMD16<Int32>.self)
    }
}

extension SIMD4<Int32>: KeyRow {
    @inline(__always)
    init(lowHalvesOf numbers: UnsafePointer<Int64>) {
        self.init(
            truncatingIfNeeded: UnsafeRawPointer(numbers).loadUnaligned(as: SIMD4<Int64>.self))
    }

    @inline(__always)
    var hasNegative: Bool {
        let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (words.x | words.y) & 0x8000_0000_8000_0000 != 0
    }
}

extension SIMD8<Int32>: KeyRow {
    @inline(__always)
    init(lowHalvesOf numbers: UnsafePointer<Int64>) {
        self.init(
            truncatingIfNeeded: UnsafeRawPointer(numbers).loadUnaligned(as: SIMD8<Int64>.self))
    }

    @inline(__always)
    var hasNegative: Bool { (lowHalf | highHalf).hasNegative }
}

extension SIMD16<Int32>: KeyRow {
    @inline(__always)
    init(lowHalvesOf numbers: UnsafePointer<Int64>) {
        self.init(
            truncatingIfNeeded: UnsafeRawPointer(numbers).loadUnaligned(as: SIMD16<Int64>.self))
    }

    @inline(__always)
    var hasNegative: Bool { (lowHalf | highHalf).hasNegative }
}
