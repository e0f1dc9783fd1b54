import BigInt

/// Elementary functions in plain arithmetic, so that every machine rounds alike.
///
/// They steer the search; nothing is proved by them.
enum Elementary {
    /// The natural logarithm of a positive, finite, normal number; off by some units in the last place.
    static func log(_ value: Double) -> Double {
        var significand = value.significand
        var exponent = Double(value.exponent)
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        // log m = 2 artanh((m - 1) / (m + 1)).
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var sum = 1.0 / 17
        for odd in [15.0, 13, 11, 9, 7, 5, 3, 1] { sum = sum * square + 1 / odd }
        return exponent * 0.693147180559945309 + 2 * ratio * sum
    }

    /// The natural logarithm of a positive whole number of any size.
    static func log(_ value: BigInt) -> Double {
        let shift = max(0, value.bitWidth - 60)
        return log(Double(Int64(value >> shift))) + Double(shift) * 0.693147180559945309
    }

    /// e to the power of a number below 700.
    @inline(__always)
    static func exp(_ power: Double) -> Double {
        if power < -700 { return 0 }
        let whole = (power * 1.4426950408889634).rounded()
        let rest = power - whole * 0.693147180559945309
        var sum = 1.0 / 3_628_800
        sum = sum * rest + 1.0 / 362_880
        sum = sum * rest + 1.0 / 40_320
        sum = sum * rest + 1.0 / 5_040
        sum = sum * rest + 1.0 / 720
        sum = sum * rest + 1.0 / 120
        sum = sum * rest + 1.0 / 24
        sum = sum * rest + 1.0 / 6
        sum = sum * rest + 0.5
        sum = sum * rest + 1
        sum = sum * rest + 1
        return sum * Double(bitPattern: UInt64(Int(whole) + 1_023) << 52)
    }

    /// A quotient of whole numbers of any size, the divisor positive; off by some units in the last place.
    static func quotient(_ dividend: BigInt, _ divisor: BigInt) -> Double {
        if dividend.isZero { return 0 }
        let above = max(0, dividend.magnitude.bitWidth - 60)
        let below = max(0, divisor.magnitude.bitWidth - 60)
        let ratio = Double(UInt64(dividend.magnitude >> above)) / Double(UInt64(divisor.magnitude >> below))
        let scaled =
            ratio * Double(sign: .plus, exponent: min(1_000, max(-1_000, above - below)), significand: 1)
        return dividend.sign == .minus ? -scaled : scaled
    }

    /// About a number times a whole number; the number is not negative and below 2 to the 200.
    static func product(_ factor: Double, _ whole: BigInt) -> BigInt {
        if factor <= 0 { return 0 }
        let exponent = Int(factor.exponent) - 52
        let scaled = BigInt(Int64(factor.significand * 0x1p52)) * whole
        return exponent < 0 ? scaled.halved(times: -exponent) : scaled << exponent
    }

    /// About e to the power of a number, as a whole number.
    static func wholeExp(_ power: Double) -> BigInt {
        if power < 0 { return 0 }
        let exponent = (power * 1.4426950408889634).rounded(.down)
        let rest = exp(power - exponent * 0.693147180559945309)
        let scaled = BigInt(Int64(rest * 0x1p52))
        return exponent < 52 ? scaled >> Int(52 - exponent) : scaled << Int(exponent - 52)
    }
}
