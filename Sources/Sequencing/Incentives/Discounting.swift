/// What the future is worth now at a constant discount rate, in plain arithmetic, so that every machine rounds alike.
///
/// Each answer is off by a few units in the last place, also where the rate or the time is tiny: there the closed forms
/// are differences of nearly equal numbers, and a series stands in for them.
enum Discounting {
    /// e^−x for a number that is not negative: what a point after x discounted time units is worth now.
    static func decay(_ x: Double) -> Double {
        if x > 745 { return 0 }
        // e^−x = 2^whole · e^rest; ln 2 in two parts, so that nothing is lost in the difference (Cody and Waite, 1980).
        let whole = (-x * 1.4426950408889634).rounded()
        let rest = (-x - whole * 0.693147180369123816490) - whole * 1.90821492927058770002e-10
        var sum = 1.0
        for order in stride(from: 16.0, through: 1, by: -1) { sum = 1 + rest * sum / order }
        return Double(sign: .plus, exponent: Int(whole), significand: sum)
    }

    /// ∫₀ᵗ e^−rs ds = (1 − e^−rt) / r: what a point a day for t days is worth now; t where nothing is discounted.
    static func annuity(rate r: Double, days t: Double) -> Double {
        if t == 0 { return 0 }
        if r == 0 { return t }
        let x = r * t
        if x >= 0.5 { return (1 - decay(x)) / r }
        // t · Σ (−x)ⁿ / (n + 1)!
        var sum = 1.0
        for order in stride(from: 17.0, through: 2, by: -1) { sum = 1 - x * sum / order }
        return t * sum
    }

    /// ∫₀ᵗ s e^−rs ds = (1 − (1 + rt) e^−rt) / r²: how quickly ``annuity(rate:days:)`` falls as the rate rises.
    static func moment(rate r: Double, days t: Double) -> Double {
        if t == 0 { return 0 }
        if r == 0 { return t * t / 2 }
        if t == .infinity { return 1 / r / r }
        let x = r * t
        if x >= 0.5 { return (1 - (1 + x) * decay(x)) / r / r }
        // t² · Σ (−x)ⁿ / (n! (n + 2))
        var sum = 0.0
        var term = 1.0
        for order in 0..<18 {
            sum += term / Double(order + 2)
            term *= -x / Double(order + 1)
        }
        return t * t * sum
    }

    /// x^n for a whole number that is not negative, by squaring.
    static func power(_ x: Double, _ n: Int) -> Double {
        var (result, square, rest) = (1.0, x, n)
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }
}
