/// A number that is known to lie between two others, the ends included; one number is both ends.
///
/// Sums, differences and products are the tightest bounds where the two numbers vary independently of each other
/// (Moore, *Interval Analysis*, 1966), up to the rounding of one floating-point operation.
public struct Bounds: Hashable, Sendable {
    /// The least that it can be.
    public let least: Double
    /// The greatest that it can be.
    public let greatest: Double

    /// No amount at all.
    public static let zero = Bounds(0)

    /// From the least to the greatest.
    ///
    /// - Precondition: `least` is not above `greatest`, and both are numbers.
    public init(from least: Double, to greatest: Double) {
        precondition(least <= greatest, "bounds run from the least to the greatest")
        self.least = least
        self.greatest = greatest
    }

    /// One number.
    ///
    /// - Precondition: it is a number.
    public init(_ number: Double) { self.init(from: number, to: number) }

    /// Whether it is one number.
    public var isOneNumber: Bool { least == greatest }
    /// Whether both ends are finite.
    public var isFinite: Bool { least.isFinite && greatest.isFinite }

    /// Whether a number lies between the ends or is one of them.
    public func contains(_ number: Double) -> Bool { least <= number && number <= greatest }

    /// The bounds of a sum.
    public static func + (left: Bounds, right: Bounds) -> Bounds {
        Bounds(from: left.least + right.least, to: left.greatest + right.greatest)
    }

    /// The bounds of a difference.
    public static func - (left: Bounds, right: Bounds) -> Bounds {
        Bounds(from: left.least - right.greatest, to: left.greatest - right.least)
    }

    /// The bounds of a product of finite numbers.
    public static func * (left: Bounds, right: Bounds) -> Bounds {
        let corners = [
            left.least * right.least, left.least * right.greatest,
            left.greatest * right.least, left.greatest * right.greatest,
        ]
        return Bounds(from: corners.min() ?? 0, to: corners.max() ?? 0)
    }

    /// Adds to both ends.
    public static func += (left: inout Bounds, right: Bounds) { left = left + right }
}

extension Bounds: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// One number.
    public init(floatLiteral number: Double) { self.init(number) }
    /// One number.
    public init(integerLiteral number: Int) { self.init(Double(number)) }
}
