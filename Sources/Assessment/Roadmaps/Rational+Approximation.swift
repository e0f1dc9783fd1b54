import BigInt
import Negotiation

extension Rational {
    /// The nearest number with which exponentials can be taken; models of incentives are read by their size, not by ties. Nobody means
    /// more than 10¹⁰⁰ points: beyond, sums and products would leave the numbers that there are.
    var approximation: Double {
        // Beyond what a number holds, the common bits are shifted away first.
        let spare = max(0, max(numerator.bitWidth, denominator.bitWidth) - 960)
        let (top, bottom) = (numerator >> spare, denominator >> spare)
        guard !bottom.isZero else { return numerator < 0 ? -1e100 : 1e100 }
        return max(-1e100, min(1e100, Double(top) / Double(bottom)))
    }
}
