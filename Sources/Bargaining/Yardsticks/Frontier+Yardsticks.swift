import BigInt
public import Negotiation

/// The Kalai–Smorodinsky reference.
public struct RatioReference: Hashable, Sendable {
    /// The points found: all ties, ascending.
    public let points: [Int]
    /// The parties whose ideal is no better than no agreement, and which were therefore left out.
    public let leftOut: [Int]
    /// The utilities that stood as ideals, one a party.
    public let ideals: [Rational]
}

extension Frontier {
    /// Nash (Econometrica 18, 1950): the greatest product of gains, with all ties.
    ///
    /// Where no package in question gives every negotiator a gain: every set of negotiators, as many as
    /// possible, that can gain together, each with the greatest product within it. With weights, each gain is
    /// raised to its negotiator's weight (Kalai, International Journal of Game Theory 6, 1977).
    ///
    /// - Parameter weights: positive, one a party; `nil`: all alike.
    public func nash(weights: [Rational]? = nil) -> [NashSet] {
        core.nash(exponents: Self.exponents(weights ?? Array(repeating: .one, count: dimension)))
    }

    /// Egalitarian: the gains are best from the least up (leximin), with all ties.
    ///
    /// Compares points of one party with points of another as if one scale held for all.
    public func egalitarian() -> [Int] {
        core.leximin(factors: unitFactors, parties: Array(0..<dimension))
    }

    /// Utilitarian: the greatest sum of utilities, with all ties.
    ///
    /// Compares points of one party with points of another as if one scale held for all.
    public func utilitarian() -> [Int] { core.greatestSum(factors: unitFactors) }

    /// Kalai and Smorodinsky (Econometrica 43, 1975), from the least up (Imai, Econometrica 51, 1983): the
    /// shares of each party's greatest possible gain are best from the least up, with all ties.
    ///
    /// - Parameter given: each party's ideal utility; `nil`: its greatest on this frontier.
    public func kalaiSmorodinsky(ideals given: [Rational]? = nil) -> RatioReference {
        guard count > 0, let ideals = given ?? ideals else {
            return RatioReference(points: [], leftOut: [], ideals: given ?? [])
        }
        let floors = (0..<dimension).map { core.utility(at: 0, of: $0) - core.gain(at: 0, of: $0) }
        let parties = (0..<dimension).filter { ideals[$0] > floors[$0] }
        let factors = parties.map { unitFactors[$0] / (ideals[$0] - floors[$0]) }
        return RatioReference(
            points: core.leximin(factors: factors, parties: parties),
            leftOut: (0..<dimension).filter { ideals[$0] <= floors[$0] }, ideals: ideals)
    }

    /// The geometric mean of some parties' gains at a point, each counted with its weight: rounded down, to a millionth of
    /// itself or better.
    ///
    /// - Parameters:
    ///   - point: a point at which nobody loses.
    ///   - parties: whose gains count.
    ///   - weights: positive, one a party of the problem; `nil`: all alike.
    public func geometricMean(at point: Int, of parties: [Int], weights: [Rational]? = nil) -> Rational {
        let exponents = Self.exponents(weights ?? Array(repeating: .one, count: dimension))
        let units = unitFactors
        let product = parties.reduce(BigInt(1)) { product, party in
            product * (core.gain(at: point, of: party) / units[party]).numerator.power(exponents[party])
        }
        return GeometricMean(of: parties, exponents: exponents, scales: units.map(\.denominator))
            .value(of: product, roundingUp: false)
    }

    /// What brings each party's whole-number gains back to its own scale.
    private var unitFactors: [Rational] { core.units }

    /// Whole exponents in the proportions of the weights.
    static func exponents(_ weights: [Rational]) -> [Int] {
        var common = weights.reduce(Rational.one.denominator) { common, weight in
            common * (weight.denominator / common.greatestCommonDivisor(with: weight.denominator))
        }
        let whole = weights.map { $0.numerator * (common / $0.denominator) }
        common = whole.reduce(0) { $0.greatestCommonDivisor(with: $1) }
        return whole.map { Int($0 / common) }
    }
}
