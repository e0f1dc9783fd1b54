public import BigInt

/// An exact fraction, always in lowest terms with a positive denominator.
///
/// Scores are decimals or fractions that somebody typed; utilities, gains and limits derived from them
/// stay exact, so that a tie is a tie and an acceptable package is never lost to rounding.
public struct Rational: Hashable, Sendable {
    /// The numerator; carries the sign.
    public let numerator: BigInt
    /// The denominator; always positive.
    public let denominator: BigInt

    /// The fraction `numerator / denominator` in lowest terms.
    ///
    /// - Precondition: `denominator` is not zero.
    public init(_ numerator: BigInt, over denominator: BigInt) {
        precondition(!denominator.isZero, "a fraction's denominator is not zero")
        if numerator.isZero {
            self.numerator = 0
            self.denominator = 1
            return
        }
        if denominator == 1 {
            // Most scores are whole: no divisor need be looked for.
            self.numerator = numerator
            self.denominator = 1
            return
        }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = sign * denominator / divisor
    }

    /// A whole number.
    public init(_ whole: Int) {
        numerator = BigInt(whole)
        denominator = 1
    }

    /// A whole number of any size.
    public init(_ whole: BigInt) {
        numerator = whole
        denominator = 1
    }

    /// Zero.
    public static let zero = Rational(0)
    /// One.
    public static let one = Rational(1)

    /// Whether the value is a whole number.
    public var isWhole: Bool { denominator == 1 }
}

extension Rational: Comparable {
    /// Exact comparison by cross multiplication.
    public static func < (left: Rational, right: Rational) -> Bool {
        left.denominator == right.denominator
            ? left.numerator < right.numerator
            : left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Rational: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational {
    /// The exact sum.
    public static func + (left: Rational, right: Rational) -> Rational {
        left.denominator == right.denominator
            ? Rational(left.numerator + right.numerator, over: left.denominator)
            : Rational(
                left.numerator * right.denominator + right.numerator * left.denominator,
                over: left.denominator * right.denominator)
    }

    /// The exact difference.
    public static func - (left: Rational, right: Rational) -> Rational { left + (-right) }

    /// The negation.
    public static prefix func - (value: Rational) -> Rational {
        Rational(-value.numerator, over: value.denominator)
    }

    /// The exact product.
    public static func * (left: Rational, right: Rational) -> Rational {
        Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    /// The exact quotient.
    ///
    /// - Precondition: `right` is not zero.
    public static func / (left: Rational, right: Rational) -> Rational {
        Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    /// Adds in place.
    public static func += (left: inout Rational, right: Rational) { left = left + right }
}
