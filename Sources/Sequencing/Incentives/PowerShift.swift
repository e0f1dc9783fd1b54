/// How quickly power may shift between two sides before the one that loses it would rather fight now.
///
/// Two sides divide one pie a round. If they fight, a share d of all later pies is destroyed, and the rising side
/// wins the rest with probability p, for good; p is its power. Nobody can promise what it will not want later: next
/// round, when its power is p′, the rising side can have p′ (1 − d) / (1 − δ) by fighting and accepts nothing less.
/// So the declining side can get at most the whole pie now, and from next round on 1 / (1 − δ) − p′ (1 − d) / (1 −
/// δ). Fighting now brings it (1 − p) (1 − d) / (1 − δ). It does not fight exactly if
///
///     1 + δ (1 − p′ (1 − d)) / (1 − δ)  ≥  (1 − p) (1 − d) / (1 − δ)
///
/// and times (1 − δ), divided by δ (1 − d), that is
///
///     p′  ≤  (p + d / (1 − d)) / δ
///
/// It assumes that power shifts as known to both, that a fight ends the matter, and risk-neutral sides. Beyond the
/// bound there is no peaceful division at all, however the pie is cut; within it there is one for this round.
///
/// Powell, *War as a commitment problem*, International Organization 60 (2006), 169–203.
public struct PowerShift: Hashable, Sendable {
    /// p: the probability with which the rising side would win now, 0 to 1.
    public let power: Double
    /// d: the share of everything that fighting destroys, 0 to 1.
    public let destroyed: Double
    /// δ: what a point in the next round is worth now, above 0 and up to 1.
    public let patience: Double

    /// Two sides.
    ///
    /// - Returns: nil where the power or the share destroyed is outside 0 to 1, or δ is not above 0 and up to 1.
    public init?(power: Double, destroyed: Double, patience: Double) {
        guard (0...1).contains(power), (0...1).contains(destroyed), patience > 0, patience <= 1 else {
            return nil
        }
        self.power = power
        self.destroyed = destroyed
        self.patience = patience
    }

    /// The greatest power of the next round with which this round can be peaceful: (p + d / (1 − d)) / δ, at most 1.
    public var greatestNext: Double { next(after: power) }

    /// A peaceful shift as fast as can be.
    public struct Path: Hashable, Sendable {
        /// How a path ends.
        public enum End: String, Hashable, Sendable, CaseIterable {
            /// At its target.
            case reached
            /// Power cannot shift at all in peace, as where fighting destroys nothing and nobody is impatient.
            case stuck
            /// After as many rounds as were asked for.
            case cutOff
        }

        /// The power now, and after each round.
        public let powers: [Double]
        /// How it ends.
        public let end: End

        /// In how many rounds the target is reached; nil where it is not.
        public var rounds: Int? { end == .reached ? powers.count - 1 : nil }
    }

    /// The fastest peaceful shift to a target: in each round as far as ``greatestNext`` allows.
    ///
    /// As the bound rises with p, nothing is gained by going slower at first. What is within 10⁻¹³ of the target has
    /// reached it.
    ///
    /// - Parameters:
    ///   - target: the power at the end, at most 1; one that is not above the power now is reached at once.
    ///   - limit: the most rounds.
    /// - Complexity: O(rounds).
    public func path(to target: Double, limit: Int = 10_000) -> Path {
        var powers = [power]
        var now = power
        while now < target {
            if powers.count > limit { return Path(powers: powers, end: .cutOff) }
            var next = next(after: now)
            if next >= target * (1 - 1e-13) { next = target }
            guard next > now else { return Path(powers: powers, end: .stuck) }
            powers.append(next)
            now = next
        }
        return Path(powers: powers, end: .reached)
    }

    private func next(after power: Double) -> Double {
        destroyed == 1 ? 1 : min(1, (power + destroyed / (1 - destroyed)) / patience)
    }
}
