import BigInt

/// What a search makes great, over gains in each party's whole numbers.
struct SearchAim: Sendable {
    /// How gains are measured.
    enum Measure: Sendable {
        /// Any package will do.
        case any
        /// The least gain times factor of these parties; ties are decided from the least up.
        case least(of: [Int], factors: [BigInt])
        /// The product of these parties' gains, each to the power of its exponent.
        case product(of: [Int], exponents: [Int])
        /// The sum of gains times factors, one a party.
        case sum(factors: [BigInt])
    }

    var measure: Measure
    /// What every package must bring each party, at least.
    var demands: [BigInt]

    /// What is compared, greatest first: the first number is what the search bounds.
    func score(_ gains: [BigInt]) -> [BigInt] {
        switch measure {
        case .any: return []
        case .least(let parties, let factors):
            return parties.indices.map { gains[parties[$0]] * factors[$0] }.sorted()
        case .product(let parties, let exponents):
            return [parties.indices.reduce(BigInt(1)) { $0 * gains[parties[$1]].power(exponents[$1]) }]
        case .sum(let factors):
            return [gains.indices.reduce(BigInt(0)) { $0 + gains[$1] * factors[$1] }]
        }
    }

    /// About the first number of the score: itself, or the logarithm of a product; from coarse gains.
    func estimate(_ gains: [Double], _ scale: SearchScale) -> Double {
        switch measure {
        case .any: return 0
        case .least(let parties, _):
            var least = Double.infinity
            for (index, party) in parties.enumerated() {
                least = min(least, gains[party] * scale.factors[index])
            }
            return least
        case .product(let parties, let exponents):
            var sum = 0.0
            for (index, party) in parties.enumerated() {
                sum += Double(exponents[index]) * Elementary.log(max(gains[party], 1e-3))
            }
            return sum
        case .sum:
            var sum = 0.0
            for party in gains.indices { sum += gains[party] * scale.factors[party] }
            return sum
        }
    }
}

/// How whole-number scores are written in floating point.
struct SearchScale: Sendable {
    /// Factor × coarse unit over ``unit``, one for each factor of the measure.
    var factors: [Double] = []
    /// A score of this size is 1.
    var unit: BigInt = 1
    /// What a product's logarithm lacks where gains are coarse.
    var missing = 0.0

    init(_ aim: SearchAim, _ ground: SearchGround) {
        switch aim.measure {
        case .any: break
        case .least(let parties, let whole): set(parties, whole, ground)
        case .sum(let whole): set(Array(whole.indices), whole, ground)
        case .product(let parties, let exponents):
            for (index, party) in parties.enumerated() {
                missing += Double(ground.shifts[party] * exponents[index]) * 0.693147180559945309
            }
        }
    }

    private mutating func set(_ parties: [Int], _ whole: [BigInt], _ ground: SearchGround) {
        let coarse = parties.indices.map { whole[$0] << ground.shifts[parties[$0]] }
        unit = max(
            1, parties.indices.map { coarse[$0] * BigInt(ground.magnitudes[parties[$0]]) }.max() ?? 1)
        factors = coarse.map { Elementary.quotient($0, unit) }
    }
}
