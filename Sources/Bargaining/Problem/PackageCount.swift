public import BigInt

/// A number of packages: exact, or certainly between two bounds.
public struct PackageCount: Hashable, Sendable {
    /// Certainly at least this many.
    public let lower: BigInt
    /// Certainly at most this many.
    public let upper: BigInt

    /// Whether the number is known exactly.
    public var exact: Bool { lower == upper }

    /// A number that is known.
    public init(_ exactly: BigInt) {
        lower = exactly
        upper = exactly
    }

    /// A number between two bounds.
    ///
    /// - Precondition: `lower` is not greater than `upper`.
    public init(lower: BigInt, upper: BigInt) {
        precondition(lower <= upper, "bounds are in order")
        self.lower = lower
        self.upper = upper
    }
}

/// A party's least and greatest utility over some packages.
public struct UtilityRange<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The least utility.
    public let least: Value
    /// The greatest utility.
    public let greatest: Value

    /// A range from its ends.
    public init(least: Value, greatest: Value) {
        self.least = least
        self.greatest = greatest
    }
}
