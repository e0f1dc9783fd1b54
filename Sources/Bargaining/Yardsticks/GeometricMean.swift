import BigInt
import Negotiation

/// The weighted geometric mean of gains from their product in whole numbers.
struct GeometricMean {
    /// The parties whose gains are multiplied.
    let parties: [Int]
    /// Exponents, one a party of the problem.
    let exponents: [Int]
    /// What gains were multiplied by, one a party of the problem.
    let scales: [BigInt]

    init(of parties: [Int], exponents: [Int], scales: [BigInt]) {
        self.parties = parties
        self.exponents = exponents
        self.scales = scales
    }

    /// The mean on the parties' own scales, to a millionth of itself or better, certainly not on the wrong side.
    func value(of product: BigInt, roundingUp: Bool) -> Rational {
        let degree = parties.reduce(0) { $0 + exponents[$1] }
        if degree == 0 || product <= 0 { return .zero }
        let divisor = parties.reduce(BigInt(1)) { $0 * scales[$1].power(exponents[$1]) }
        // Twenty bits behind the point, or so many that the root has them.
        let bits = 24 + max(0, divisor.bitWidth - product.bitWidth) / degree
        let scaled = (product << (bits * degree)) / divisor
        var root = Self.root(scaled, degree)
        if roundingUp && (root.power(degree) * divisor != product << (bits * degree)) { root += 1 }
        return Rational(root, over: BigInt(1) << bits)
    }

    /// The greatest whole number whose power is not above a number.
    private static func root(_ number: BigInt, _ degree: Int) -> BigInt {
        if number <= 1 || degree == 1 { return number }
        var low = BigInt(1) << ((number.bitWidth - 2) / degree)
        var high = BigInt(1) << ((number.bitWidth + degree) / degree + 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if middle.power(degree) <= number { low = middle } else { high = middle }
        }
        return low
    }
}
