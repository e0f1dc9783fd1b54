import BigInt
import Negotiation
import TestSupport
import Testing

/// The laws of fractions on wide random numbers, and the conversions of wide integers that exact sums lean on.
struct RationalLawsTests {
    @Test(arguments: 0..<4) func laws(batch: Int) {
        var random = SplitMix64(seed: UInt64(40 + batch))
        var last = Rational.one
        for _ in 0..<4_000 {
            let a = Self.fraction(&random)
            // Often related numbers, so that equal denominators and common divisors come up.
            let b = random.next() % 3 == 0 ? last : Self.fraction(&random)
            last = a
            let sum = a + b
            #expect(sum - b == a)
            #expect(sum == Self.plainSum(a, b))
            #expect((a - b) + b == a)
            #expect((a < b) == ((a - b).numerator.sign == .minus))
            #expect((a == b) == (a - b).numerator.isZero)
            #expect(b.numerator.isZero || (a / b) * b == a)
            #expect((a + b) * a == a * a + b * a)
            for value in [sum, a - b, a * b] {
                #expect(value.denominator > 0)
                #expect(Self.divisor(value.numerator.magnitude, value.denominator.magnitude) == 1)
            }
        }
    }

    @Test func conversionsKeepTheNumber() {
        var random = SplitMix64(seed: 44)
        for _ in 0..<20_000 {
            let bits = UInt128(random.next()) << 64 | UInt128(random.next())
            let number = Int128(truncatingIfNeeded: bits) >> Int128(random.next() % 128)
            let wide = BigInt(number)
            #expect(wide.description == number.description)
            #expect(wide == BigInt(number.description, radix: 10))
            #expect(wide - wide == 0 && (wide + 1) - wide == 1)
            #expect(wide.greatestCommonDivisor(with: wide) == BigInt(wide.magnitude))
        }
    }

    /// The sum by its definition, and Euclid's divisor instead of the library's.
    private static func plainSum(_ a: Rational, _ b: Rational) -> Rational {
        let above = a.numerator * b.denominator + b.numerator * a.denominator
        let below = a.denominator * b.denominator
        let common = BigInt(divisor(above.magnitude, below.magnitude))
        return Rational(above / common, over: below / common)
    }

    private static func divisor(_ a: BigUInt, _ b: BigUInt) -> BigUInt {
        var (a, b) = (a, b)
        while !b.isZero { (a, b) = (b, a % b) }
        return a
    }

    /// Up to some 300 bits above and below, with runs of zeros and ones, powers of 2 and small numbers among them.
    private static func fraction(_ random: inout SplitMix64) -> Rational {
        let above = integer(&random)
        let below = integer(&random)
        return Rational(random.next() % 2 == 0 ? above : -above, over: below.isZero ? 1 : below)
    }

    private static func integer(_ random: inout SplitMix64) -> BigInt {
        switch random.next() % 6 {
        case 0: return BigInt(random.next() % 10)
        case 1: return BigInt(1) << Int(random.next() % 260)
        case 2: return (BigInt(1) << Int(random.next() % 260)) - 1
        case 3: return BigInt(random.next() % 1_000) * BigInt(10).power(Int(random.next() % 60))
        default:
            var number = BigInt(0)
            for _ in 0...(random.next() % 5) { number = number << 64 + BigInt(random.next()) }
            return number
        }
    }
}
