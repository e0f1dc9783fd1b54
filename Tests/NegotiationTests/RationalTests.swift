import BigInt
import Negotiation
import TestSupport
import Testing

struct RationalTests {
    @Test(arguments: [
        ("2", 2, 1), ("-0.5", -1, 2), ("17/30", 17, 30), ("1.5e3", 1_500, 1), ("1e-3", 1, 1_000),
        ("+4/6", 2, 3),
        ("0.10", 1, 10), ("-0", 0, 1), ("00.5", 1, 2),
    ])
    func readsDecimalsAndFractionsExactly(text: String, above: Int, below: Int) throws {
        #expect(try Rational(text: text) == Rational(BigInt(above), over: BigInt(below)))
    }

    @Test(arguments: [
        "", "x", "1.", ".5", "1e", "1/", "/2", "1/2/3", "1 2", "0x10", "1_000", "--1", "1/-2", "١", "1.-5",
        "-.5", "1e1.5",
        "1,5", "½",
    ])
    func refusesWhatIsNotANumber(text: String) {
        #expect(throws: Rational.TextError.notANumber) { try Rational(text: text) }
    }

    @Test func refusesTheInfiniteTheUndefinedAndTheEndless() {
        for text in ["nan", ".inf", "-.INF", "Infinity", "-inf", ".NaN"] {
            #expect(throws: Rational.TextError.notFinite, "\(text)") { try Rational(text: text) }
        }
        for text in ["1e400", "1e-400", "1e99999999999999999999", String(repeating: "9", count: 401)] {
            #expect(throws: Rational.TextError.tooLong, "\(text.prefix(9))") { try Rational(text: text) }
        }
        #expect(throws: Rational.TextError.zeroDenominator) { try Rational(text: "1/0") }
    }

    @Test func textAndBack() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<2_000 {
            let above = BigInt(Int.random(in: -1_000_000...1_000_000, using: &random))
            let below = BigInt(Int.random(in: 1...5_000, using: &random))
            let value = Rational(above, over: below)
            #expect(try Rational(text: value.description) == value)
            #expect(
                abs(value.doubleValue - Double(above) / Double(below)) <= abs(value.doubleValue) * 0x1p-52)
        }
    }

    @Test func doublesOfWideFractionsAreRight() {
        let tiny = Rational(1, over: BigInt(10).power(200))
        #expect(abs(tiny.doubleValue - 1e-200) < 1e-214)
        let wide = Rational(BigInt(10).power(250) + 1, over: BigInt(3) * BigInt(10).power(249))
        #expect(abs(wide.doubleValue - 10.0 / 3.0) < 1e-15)
        #expect(Rational(-BigInt(10).power(40), over: BigInt(7)).doubleValue < 0)
    }

    @Test(arguments: [
        (Rational(1, over: 3), 2, "0.33"), (Rational(-1, over: 3), 0, "0"), (Rational(5, over: 2), 0, "3"),
        (Rational(-5, over: 2), 1, "-2.5"), (Rational(1_999, over: 1_000), 2, "2.00"),
        (Rational(7), 1, "7.0"),
    ])
    func roundsForPeople(value: Rational, places: Int, text: String) {
        #expect(value.rounded(places: places) == text)
    }
}
