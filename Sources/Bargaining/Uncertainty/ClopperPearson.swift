import Foundation

/// The share of completions in which something holds, estimated from a sample.
public struct SampledShare: Hashable, Sendable {
    /// In how many of the drawn completions it holds.
    public let count: Int
    /// How many completions were drawn.
    public let draws: Int
    /// Whether it is known without drawing that it holds in every completion, or in none.
    public let isExact: Bool

    /// A share found by drawing, or one that is known (all or none).
    public init(count: Int, of draws: Int, isExact: Bool = false) {
        self.count = count
        self.draws = draws
        self.isExact = isExact
    }

    /// The share itself, from 0 to 1.
    public var value: Double { draws == 0 ? 0 : Double(count) / Double(draws) }

    /// The 95 % interval of Clopper and Pearson (Biometrika 26, 1934), from 0 to 1: whatever the true share, the interval
    /// misses it in at most one of twenty samples. One point where the share is exact.
    public var interval: ClosedRange<Double> {
        if isExact { return value...value }
        guard draws > 0 else { return 0...1 }
        let (k, n) = (Double(count), Double(draws))
        let low = count == 0 ? 0 : BetaDistribution(k, n - k + 1).quantile(0.025)
        let high = count == draws ? 1 : BetaDistribution(k + 1, n - k).quantile(0.975)
        return low...max(low, high)
    }
}

/// The beta distribution, as far as intervals for shares need it.
struct BetaDistribution {
    let a: Double
    let b: Double

    /// - Precondition: both are positive.
    init(_ a: Double, _ b: Double) {
        self.a = a
        self.b = b
    }

    /// The probability of a value of at most `x`: the regularised incomplete beta function, by its continued fraction
    /// (NIST Digital Library of Mathematical Functions, 8.17.22), to about twelve digits.
    func cumulative(_ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
        // The fraction converges fast on the near side of the mean; the other side is its mirror image.
        return x < (a + 1) / (a + b + 2)
            ? front * Self.fraction(a, b, x) / a : 1 - front * Self.fraction(b, a, 1 - x) / b
    }

    /// The value below which the given part of the distribution lies, by halving.
    func quantile(_ part: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        // Sixty halvings leave less than the last place of any share.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if cumulative(middle) < part { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The continued fraction, evaluated by the method of Lentz as modified by Thompson and Barnett.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var result = d
        // Terms needed grow with the root of the larger parameter.
        let most = 200 + Int(10 * max(a, b).squareRoot())
        for index in 1...most {
            let m = Double(index)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d)
            c = away(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d)
            c = away(1 + odd / c)
            let step = d * c
            result *= step
            if abs(step - 1) < 1e-15 { break }
        }
        return result
    }
}
