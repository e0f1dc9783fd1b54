import BigInt
import Negotiation

extension StatePreference {
    /// States by the points of the options taken in them: more is better. A state that stands for several lies between the worst and the
    /// best of them.
    ///
    /// Sums are exact: whole numbers of the points' common denominator where these fit a machine word, else fractions.
    ///
    /// Complexity: the options with points times the states, and sorting the distinct sums.
    static func points(_ points: [ModelOptionID: Amount], states: ModelStates) -> StatePreference {
        let known = points.compactMap { id, amount in states.options[id].map { (bit: $0, amount: amount) } }
        let members = states.names.members
        let patterns = members.map { Array(Set($0.joined())).sorted() } ?? states.graph.patterns
        let ends = known.flatMap { [$0.amount.least, $0.amount.greatest] }
        let scale = ends.reduce(BigInt(1)) {
            $0 / $0.greatestCommonDivisor(with: $1.denominator) * $1.denominator
        }
        let whole = ends.map { Int(exactly: $0.numerator * (scale / $0.denominator)) }
        let lows: [Int32]
        let highs: [Int32]
        if scale.bitWidth < 64, whole.allSatisfy({ $0.map { abs($0) < 1 << 54 } ?? false }) {
            let numbers = whole.map { $0! }
            (lows, highs) = levels(patterns, known.map(\.bit), numbers, zero: 0, adding: +)
        } else {
            (lows, highs) = levels(patterns, known.map(\.bit), ends, zero: .zero, adding: +)
        }
        guard let members else {
            return lows == highs ? .levels(lows) : .between(least: lows, greatest: highs)
        }
        let place = Dictionary(uniqueKeysWithValues: patterns.enumerated().map { ($1, $0) })
        let top = (highs.max() ?? 0) + 1
        let least = members.map { $0.compactMap { place[$0].map { lows[$0] } }.min() ?? -1 }
        let greatest = members.map { $0.compactMap { place[$0].map { highs[$0] } }.max() ?? top }
        return least == greatest ? .levels(least) : .between(least: least, greatest: greatest)
    }

    /// By pattern, the places of the least and greatest sum among all sums; `ends` holds least and greatest by turns.
    private static func levels<Number: Comparable & Hashable>(
        _ patterns: [UInt64], _ bits: [Int], _ ends: [Number], zero: Number,
        adding: (Number, Number) -> Number
    ) -> ([Int32], [Int32]) {
        func sums(_ end: Int) -> [Number] {
            patterns.map { pattern in
                var sum = zero
                for (place, bit) in bits.enumerated() where pattern >> UInt64(bit) & 1 == 1 {
                    sum = adding(sum, ends[2 * place + end])
                }
                return sum
            }
        }
        let (least, greatest) = (sums(0), sums(1))
        var level: [Number: Int32] = [:]
        for sum in Set(least).union(greatest).sorted() { level[sum] = Int32(level.count) }
        return (least.map { level[$0]! }, greatest.map { level[$0]! })
    }
}
