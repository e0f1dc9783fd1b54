import BigInt

extension Rational {
    /// Why a text is not a number that Parley accepts.
    public enum TextError: Error, Hashable, Sendable {
        /// Not a decimal such as `2.5`, `1e-3` or a fraction such as `17/30`.
        case notANumber
        /// Infinity or "not a number".
        case notFinite
        /// A fraction over zero.
        case zeroDenominator
        /// More than ``Rational/digitLimit`` digits, or an exponent beyond ±``Rational/exponentLimit``.
        case tooLong
    }

    /// The most digits that a numerator, denominator or decimal may have.
    public static let digitLimit = 400
    /// The greatest size of a decimal exponent.
    public static let exponentLimit = 300

    /// Reads a decimal (`2`, `-0.5`, `1.5e3`) or a fraction of two whole numbers (`17/30`), exactly.
    ///
    /// Complexity: quadratic in the number of digits, which ``digitLimit`` bounds.
    public init(text: some StringProtocol) throws(TextError) {
        let bytes = Array(text.utf8)
        if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
            let above = try Self.whole(bytes[..<slash], signed: true)
            let below = try Self.whole(bytes[(slash + 1)...], signed: false)
            guard !below.isZero else { throw .zeroDenominator }
            self.init(above, over: below)
        } else {
            self = try Self.decimal(bytes[...])
        }
    }

    private static func decimal(_ bytes: ArraySlice<UInt8>) throws(TextError) -> Rational {
        let lowered = String(decoding: bytes, as: UTF8.self).lowercased()
        let unsigned = lowered.drop { "+-.".contains($0) }
        if ["nan", "inf", "infinity"].contains(unsigned) { throw .notFinite }
        var mantissa = bytes
        var exponent = 0
        if let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
            mantissa = bytes[..<mark]
            exponent = try Self.exponent(bytes[(mark + 1)...])
        }
        var digits = mantissa
        if let point = mantissa.firstIndex(of: UInt8(ascii: ".")) {
            let decimals = mantissa[(point + 1)...]
            guard decimals.count <= digitLimit else { throw .tooLong }
            exponent -= decimals.count
            digits = mantissa[..<point] + decimals
            digits = Array(digits)[...]
            guard point > mantissa.startIndex, !decimals.isEmpty else { throw .notANumber }
            guard mantissa[point - 1] >= UInt8(ascii: "0") else { throw .notANumber }
        }
        let value = try whole(digits, signed: true)
        let power = BigInt(10).power(abs(exponent))
        return exponent < 0 ? Rational(value, over: power) : Rational(value * power)
    }

    private static func exponent(_ bytes: ArraySlice<UInt8>) throws(TextError) -> Int {
        let value = try whole(bytes, signed: true)
        guard abs(value) <= exponentLimit else { throw .tooLong }
        return Int(value)
    }

    private static func whole(_ bytes: ArraySlice<UInt8>, signed: Bool) throws(TextError) -> BigInt {
        var digits = bytes
        var negative = false
        if signed, let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            digits = digits.dropFirst()
        }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notANumber }
        guard digits.count <= digitLimit else { throw .tooLong }
        guard let value = BigInt(String(decoding: digits, as: UTF8.self), radix: 10) else {
            throw .notANumber
        }
        return negative ? -value : value
    }
}

extension Rational: CustomStringConvertible {
    /// The exact value: a decimal where one ends within twelve places (`2.5`), else a fraction (`5/9`).
    ///
    /// ``init(text:)`` reads either back to an equal value.
    public var description: String {
        if isWhole { return numerator.description }
        guard let decimal = shortDecimal else { return "\(numerator)/\(denominator)" }
        return decimal
    }

    private var shortDecimal: String? {
        var rest = denominator
        var twos = 0
        var fives = 0
        while rest % 2 == 0, twos <= 12 {
            rest /= 2
            twos += 1
        }
        while rest % 5 == 0, fives <= 12 {
            rest /= 5
            fives += 1
        }
        let places = max(twos, fives)
        guard rest == 1, places <= 12 else { return nil }
        let scaled = numerator * BigInt(10).power(places) / denominator
        var digits = scaled.magnitude.description
        if digits.count <= places {
            digits = String(repeating: "0", count: places + 1 - digits.count) + digits
        }
        let cut = digits.index(digits.endIndex, offsetBy: -places)
        return "\(numerator.sign == .minus ? "-" : "")\(digits[..<cut]).\(digits[cut...])"
    }

    /// The value rounded half away from zero to `places` decimals, for people to read.
    ///
    /// Complexity: one wide division.
    public func rounded(places: Int) -> String {
        let power = BigInt(10).power(places)
        let doubled = numerator.magnitude * power.magnitude * 2 + denominator.magnitude
        let scaled = doubled / (denominator.magnitude * 2)
        var digits = scaled.description
        if digits.count <= places {
            digits = String(repeating: "0", count: places + 1 - digits.count) + digits
        }
        let sign = numerator.sign == .minus && !scaled.isZero ? "-" : ""
        guard places > 0 else { return sign + digits }
        let cut = digits.index(digits.endIndex, offsetBy: -places)
        return "\(sign)\(digits[..<cut]).\(digits[cut...])"
    }

    /// The nearest double, correctly rounded to within one unit in the last place, for charts and JSON.
    public var doubleValue: Double {
        if let above = Int64(exactly: numerator), let below = Int64(exactly: denominator),
            above.magnitude < 1 << 53, below < 1 << 53
        {
            return Double(above) / Double(below)
        }
        // Scale so that the quotient has at least 64 significant bits, then undo the scale.
        let shift = 64 - (numerator.magnitude.bitWidth - denominator.magnitude.bitWidth)
        let scaled =
            shift >= 0
            ? (numerator.magnitude << shift) / denominator.magnitude
            : numerator.magnitude / (denominator.magnitude << -shift)
        let size = Double(sign: .plus, exponent: -shift, significand: Double(scaled))
        return numerator.sign == .minus ? -size : size
    }
}
