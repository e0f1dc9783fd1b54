import BigInt

/// The exact whole numbers that utilities are summed in, on a party's own scale.
///
/// Three conform: `Int64` where every sum provably fits, `Int128`, and `BigInt`.
protocol Scalar: Comparable, Hashable, Sendable, SignedNumeric {
    /// The same number; the caller has proved that it fits.
    init(fitting value: BigInt)
    /// The number as a wide integer.
    var wide: BigInt { get }
    /// The number as `Int128`; the caller has proved that it fits.
    var narrow: Int128 { get }
    /// The greatest multiple of 2 to the power of `bits` that is not above the number.
    func roundedDown(bits: Int) -> Self
    /// The number over 2 to the power of `bits`, rounded down; the caller has proved that it is not negative and that
    /// the result fits.
    func quotient(bits: Int) -> Int
    /// 2 to the power of `bits`; the caller has proved that it fits.
    static func power(bits: Int) -> Self
    /// Some of the number's bits, the same in every run: for tables whose order must not vary.
    var mixed: UInt64 { get }
}

extension Int64: Scalar {
    init(fitting value: BigInt) { self.init(value) }
    var wide: BigInt { BigInt(self) }
    var narrow: Int128 { Int128(self) }
    var mixed: UInt64 { UInt64(bitPattern: self) }
}

extension Int128: Scalar {
    // By way of the magnitude: the direct conversion of a negative wide integer is off by 2 to the 64.
    init(fitting value: BigInt) {
        let magnitude = Int128(UInt128(value.magnitude))
        self = value.sign == .minus ? -magnitude : magnitude
    }
    var wide: BigInt { BigInt(self) }
    var narrow: Int128 { self }
    var mixed: UInt64 { UInt64(truncatingIfNeeded: self) ^ UInt64(truncatingIfNeeded: self >> 64) }
}

extension BigInt: Scalar {
    init(fitting value: BigInt) { self = value }
    var wide: BigInt { self }
    var narrow: Int128 { Int128(fitting: self) }
    func roundedDown(bits: Int) -> BigInt { halved(times: bits) << bits }
    func quotient(bits: Int) -> Int { Int(self >> bits) }
    static func power(bits: Int) -> BigInt { BigInt(1) << bits }
    var mixed: UInt64 { words.reduce(0) { ($0 &* 0x100_0000_01B3) ^ UInt64($1) } }
}

extension Scalar where Self: FixedWidthInteger {
    func roundedDown(bits: Int) -> Self { (self >> bits) << bits }
    func quotient(bits: Int) -> Int { Int(truncatingIfNeeded: self >> bits) }
    static func power(bits: Int) -> Self { 1 << bits }
}

extension BigInt {
    /// The number over 2 to the power of `times`, rounded down.
    ///
    /// The package's own shift rounds negative numbers towards zero.
    func halved(times: Int) -> BigInt {
        if sign == .plus { return self >> times }
        return -BigInt((magnitude + (BigUInt(1) << times) - 1) >> times)
    }
}

/// The whole numbers that packages are counted in: `UInt128` where the number of all packages fits, else `BigInt`.
protocol Tally: Comparable, Sendable, Numeric {
    /// The same number; the caller has proved that it fits.
    init(fitting value: BigInt)
    /// The count as a wide integer.
    var total: BigInt { get }
}

extension UInt128: Tally {
    init(fitting value: BigInt) { self.init(value) }
    var total: BigInt { BigInt(self) }
}

extension BigInt: Tally {
    var total: BigInt { self }
}

/// Work that runs on whichever number types a problem needs.
protocol ScalarWork {
    associatedtype Outcome
    func run<S: Scalar, C: Tally>(_ scalar: S.Type, _ tally: C.Type) throws(Budget.Exhausted) -> Outcome
}

/// Runs `work` on the narrowest number types that provably hold every sum and every count.
///
/// - Parameters:
///   - bits: bits of the greatest magnitude of any sum.
///   - packages: the number of all packages.
func onNarrowestTypes<W: ScalarWork>(
    bits: Int, packages: BigInt, _ work: W
) throws(Budget.Exhausted) -> W.Outcome {
    // One bit is spared, so that adding up counts with multiplicities cannot overflow midway.
    let countsFit = packages.bitWidth <= 127
    if bits <= 61 {
        if countsFit { return try work.run(Int64.self, UInt128.self) }
        return try work.run(Int64.self, BigInt.self)
    }
    // Other pairs would be quicker where they fit, but are too rare for their share of every build.
    if bits <= 125 && countsFit { return try work.run(Int128.self, UInt128.self) }
    return try work.run(BigInt.self, BigInt.self)
}
