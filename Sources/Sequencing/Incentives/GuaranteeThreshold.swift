/// How likely a guarantee must be kept so that a side that gives up its means to fight does not do worse than by
/// fighting on.
///
/// Fighting on brings a side p, the probability with which it wins the whole, less the cost c. A settlement brings it
/// the share s if the guarantor sees to it, with probability q, and x if the other side exploits that it has
/// disarmed. It accepts if
///
///     q s + (1 − q) x  ≥  p − c,   that is, where s > x,   q  ≥  (p − c − x) / (s − x)
///
/// at least 0. Where s is not above x, a guarantee changes nothing or makes it worse: none is needed if x is at least
/// p − c, and none is enough otherwise. A threshold above 1 means that even a certain guarantee is not enough: the
/// share is below what fighting brings.
///
/// It assumes that all is on one scale, in shares of what is at stake, and a side that compares expectations. That a
/// guarantee from outside is what makes civil wars end at the table is the finding of Walter, *The critical barrier
/// to civil war settlement*, International Organization 51 (1997), 335–364; the formula puts her argument into its
/// simplest form.
public struct GuaranteeThreshold: Hashable, Sendable {
    /// p: the probability with which the side would win by fighting on, 0 to 1.
    public let winning: Double
    /// c: what fighting on costs it, as a share of what is at stake.
    public let costOfFighting: Double
    /// s: what the settlement brings it where it is kept, as a share of what is at stake.
    public let share: Double
    /// x: what is left to it where it is exploited, as a share of what is at stake.
    public let ifExploited: Double

    /// One side before a settlement.
    ///
    /// - Returns: nil where p is outside 0 to 1, or a number is not finite.
    public init?(winning: Double, costOfFighting: Double, share: Double, ifExploited: Double) {
        guard (0...1).contains(winning), costOfFighting.isFinite, share.isFinite, ifExploited.isFinite else {
            return nil
        }
        self.winning = winning
        self.costOfFighting = costOfFighting
        self.share = share
        self.ifExploited = ifExploited
    }

    /// p − c: what fighting on brings.
    public var fighting: Double { winning - costOfFighting }

    /// The least q that is enough, at least 0; above 1: not even a certain guarantee is. nil: the settlement kept
    /// brings no more than being exploited, and both less than fighting on.
    public var leastProbability: Double? {
        if ifExploited >= fighting { return 0 }
        return share > ifExploited ? (fighting - ifExploited) / (share - ifExploited) : nil
    }

    /// Whether some guarantee, at most a certain one, is enough; up to 10⁻¹³, as rounding may lift a 1.
    public var isReachable: Bool { leastProbability.map { $0 <= 1 + 1e-13 } ?? false }
}
