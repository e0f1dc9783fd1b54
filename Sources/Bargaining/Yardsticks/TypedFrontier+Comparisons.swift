import BigInt
import Negotiation

/// What follows runs once on each point, so that it must run on definite number types: behind a protocol, code for any types
/// would take ten times as long.
extension TypedFrontier {
    func nash(exponents: [Int]) -> [NashSet] {
        usual?.greatestProduct(exponents) ?? greatestProduct(exponents)
    }

    func leximin(factors: [Rational], parties: [Int]) -> [Int] {
        usual?.bestFromTheLeast(factors, parties) ?? bestFromTheLeast(factors, parties)
    }

    func greatestSum(factors: [Rational]) -> [Int] {
        usual?.bestInSum(factors) ?? bestInSum(factors)
    }

    /// The same, where it is on the usual number types.
    private var usual: TypedFrontier<Int64, UInt128>? { self as? TypedFrontier<Int64, UInt128> }
}

extension TypedFrontier {
    /// The points whose gains, each times its party's factor, are lexicographically greatest from the least up.
    ///
    /// - Parameters:
    ///   - factors: what makes parties' whole-number gains comparable; one for each of `parties`, positive.
    ///   - parties: who counts.
    private func bestFromTheLeast(_ factors: [Rational], _ parties: [Int]) -> [Int] {
        let whole = Self.wholeFactors(factors)
        let points = pointsWithoutLoss
        if fitsNarrow(whole, parties) {
            let narrow = whole.map { Int128(fitting: $0) }
            return leximin(points, parties.count) { point, index in
                scaledGain(at: point, of: parties[index]).narrow * narrow[index]
            }
        }
        return leximin(points, parties.count) { point, index in
            scaledGain(at: point, of: parties[index]).wide * whole[index]
        }
    }

    /// The points with the greatest sum of gains, each times its party's factor.
    private func bestInSum(_ factors: [Rational]) -> [Int] {
        let whole = Self.wholeFactors(factors)
        let points = pointsWithoutLoss
        if fitsNarrow(whole, Array(0..<dimension)) {
            let narrow = whole.map { Int128(fitting: $0) }
            return greatest(points) { point in
                (0..<dimension).reduce(Int128(0)) {
                    $0 + scaledGain(at: point, of: $1).narrow * narrow[$1]
                }
            }
        }
        return greatest(points) { point in
            (0..<dimension).reduce(BigInt(0)) { $0 + scaledGain(at: point, of: $1).wide * whole[$1] }
        }
    }

    private func leximin<Key: Comparable>(
        _ points: [Int], _ width: Int, key: (Int, Int) -> Key
    ) -> [Int] {
        var best: [Key] = []
        var found: [Int] = []
        var row: [Key] = []
        for point in points {
            row.removeAll(keepingCapacity: true)
            var hopeless = false
            for index in 0..<width {
                let value = key(point, index)
                // A gain below the best least gain settles it without sorting.
                if let least = best.first, value < least {
                    hopeless = true
                    break
                }
                row.append(value)
            }
            if hopeless { continue }
            row.sort()
            if found.isEmpty || best.lexicographicallyPrecedes(row) {
                best = row
                found = [point]
            } else if row == best {
                found.append(point)
            }
        }
        return found
    }

    /// The same factors times the least common multiple of their denominators.
    private static func wholeFactors(_ factors: [Rational]) -> [BigInt] {
        var common = BigInt(1)
        for factor in factors where common % factor.denominator != 0 {
            common *= factor.denominator / common.greatestCommonDivisor(with: factor.denominator)
        }
        return factors.map { $0.numerator * (common / $0.denominator) }
    }

    /// Whether every gain times its factor, and the sum over parties, fits `Int128`.
    private func fitsNarrow(_ factors: [BigInt], _ parties: [Int]) -> Bool {
        var sum = BigInt(0)
        for (factor, party) in zip(factors, parties) {
            var greatest: S = 0
            for point in 0..<count { greatest = max(greatest, scaledGain(at: point, of: party)) }
            // A factor may be too wide even where every gain is zero.
            if factor.bitWidth > 126 { return false }
            sum += greatest.wide * factor
        }
        return sum.bitWidth <= 126
    }
}
