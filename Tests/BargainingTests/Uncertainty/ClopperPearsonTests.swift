import Bargaining
import Foundation
import Testing

@Suite struct ClopperPearsonTests {
    /// Intervals as SciPy gives them (`scipy.stats.beta.ppf`).
    @Test(arguments: [
        (0, 10, 0.0, 0.30850), (5, 10, 0.18709, 0.81291), (10, 10, 0.69150, 1.0), (1, 20, 0.00127, 0.24873),
        (83, 100, 0.74182, 0.89773),
    ]) func agreesWithTables(_ count: Int, _ draws: Int, _ low: Double, _ high: Double) {
        let interval = SampledShare(count: count, of: draws).interval
        #expect(abs(interval.lowerBound - low) < 2e-5, "\(interval)")
        #expect(abs(interval.upperBound - high) < 2e-5, "\(interval)")
    }

    /// At each end of the interval, a result at least as far away has a chance of 2.5 %: binomial sums, term by term.
    @Test func endsCutOffTheTails() {
        for draws in [1, 2, 7, 40, 333, 5_000] {
            for count in Set([0, 1, draws / 3, draws / 2, draws - 1, draws]) {
                let interval = SampledShare(count: count, of: draws).interval
                if count > 0 {
                    let tail = (count...draws).reduce(0) { $0 + binomial($1, draws, interval.lowerBound) }
                    #expect(abs(tail - 0.025) < 1e-9, "\(count) of \(draws)")
                }
                if count < draws {
                    let tail = (0...count).reduce(0) { $0 + binomial($1, draws, interval.upperBound) }
                    #expect(abs(tail - 0.025) < 1e-9, "\(count) of \(draws)")
                }
            }
        }
    }

    private func binomial(_ k: Int, _ n: Int, _ p: Double) -> Double {
        if p <= 0 { return k == 0 ? 1 : 0 }
        if p >= 1 { return k == n ? 1 : 0 }
        let (k, n) = (Double(k), Double(n))
        let ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        let chance = k * log(p) + (n - k) * log1p(-p)
        return exp(ways + chance)
    }

    @Test func anExactShareHasNoInterval() {
        #expect(SampledShare(count: 50, of: 50, isExact: true).interval == 1...1)
        #expect(SampledShare(count: 0, of: 0).interval == 0...1)
    }
}
