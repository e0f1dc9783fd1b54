import BigInt
import Negotiation

extension Rational {
    /// The nearest number with which exponentials can be taken; models of incentives are read by their size, not by ties.
    var approximation: Double {
        // Beyond what a number holds, the common bits are shifted away first.
        let spare = max(0, max(numerator.bitWidth, denominator.bitWidth) - 960)
        let (top, bottom) = (numerator >> spare, denominator >> spare)
        return bottom.isZero ? .greatestFiniteMagnitude : Double(top) / Double(bottom)
    }
}
