import Negotiation
import Sequencing
import TestSupport
import Testing

@Suite("Bounds")
struct BoundsTests {
    @Test("Sums, differences and products hold what their numbers can be, and no more")
    func tight() {
        var random = SplitMix64(seed: 81)
        for _ in 0..<1_000 {
            let ends = (0..<4).map { _ in Double(Int.random(in: -9...9, using: &random)) }
            let left = Bounds(from: min(ends[0], ends[1]), to: max(ends[0], ends[1]))
            let right = Bounds(from: min(ends[2], ends[3]), to: max(ends[2], ends[3]))
            let pairs = [left.least, left.greatest].flatMap { a in
                [right.least, right.greatest].map { (a, $0) }
            }
            let results: [(Bounds, [Double])] = [
                (left + right, pairs.map { $0 + $1 }), (left - right, pairs.map { $0 - $1 }),
                (left * right, pairs.map { $0 * $1 }),
            ]
            for (bounds, numbers) in results {
                #expect(bounds.least == numbers.min() && bounds.greatest == numbers.max())
                #expect(numbers.allSatisfy(bounds.contains))
            }
        }
        #expect(Bounds(3).isOneNumber && !Bounds(from: 1, to: 2).isOneNumber)
        #expect(!Bounds(.infinity).isFinite)
    }
}
