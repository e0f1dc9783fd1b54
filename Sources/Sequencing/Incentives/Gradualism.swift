/// How two sides can raise their cooperation step by step where neither can take back a step, and neither trusts the
/// other.
///
/// In every round each side is at a level of cooperation that never falls. A level c of the other brings a side a c a
/// round; its own costs k c. A side may stop: it then stays at the level of the round before, while the other, who
/// learns it a round later, stays at the level of this one, for good. With δ the worth of a round in the round
/// before, and both at c_t in round t, going on is worth V_t = (a − k) c_t + δ V_{t+1} and stopping (a c_t − k
/// c_{t−1}) / (1 − δ). On the fastest path both are equal in every round. Put into each other:
///
///     k (c_t − c_{t−1}) = δ a (c_{t+1} − c_t),   that is   Δ_{t+1} = ρ Δ_t   with   ρ = k / (δ a)
///
/// The steps shrink by ρ, and they add up to the level C if the first is Δ₁ = C (1 − ρ): c_t = C (1 − ρ^t). With ρ ≥
/// 1 the steps would have to grow without end, and there is no cooperation at all. The level C itself is approached,
/// not reached.
///
/// It assumes equal sides, linear gains and costs up to C, rounds of equal length without end, and breaches that are
/// seen a round later and cannot be punished except by stopping.
///
/// Lockwood and Thomas, *Gradualism and irreversibility*, Review of Economic Studies 69 (2002), 339–356: the linear
/// case.
public struct Gradualism: Hashable, Sendable {
    /// a: what one unit of the other's level brings a side a round, in points.
    public let brings: Double
    /// k: what one unit of its own level costs a side a round, in points.
    public let costs: Double
    /// δ: what a point in the next round is worth now, above 0 and below 1.
    public let patience: Double
    /// C: the level that is aimed at, in units.
    public let level: Double

    /// The most rounds that are counted.
    public static let limit = 1_000_000_000

    /// Two equal sides.
    ///
    /// - Returns: nil where a number is negative or not finite, nothing is brought, or δ does not lie between 0 and 1.
    public init?(brings: Double, costs: Double, patience: Double, level: Double) {
        guard brings > 0, brings.isFinite, costs >= 0, costs.isFinite, patience > 0, patience < 1, level >= 0,
            level.isFinite
        else { return nil }
        self.brings = brings
        self.costs = costs
        self.patience = patience
        self.level = level
    }

    /// ρ = k / (δ a): each step as a share of the one before.
    public var ratio: Double { costs / (patience * brings) }

    /// Whether any path exists: ρ < 1.
    public var isPossible: Bool { ratio < 1 }

    /// Δ₁ = C (1 − ρ), in units; nil where no path exists.
    public var firstStep: Double? { isPossible ? level * (1 - ratio) : nil }

    /// c_t = C (1 − ρ^t), the level after so many rounds, in units; nil where no path exists.
    ///
    /// - Precondition: `rounds` is not negative.
    public func level(after rounds: Int) -> Double? {
        precondition(rounds >= 0, "rounds are counted from the beginning")
        return isPossible ? level * (1 - Discounting.power(ratio, rounds)) : nil
    }

    /// The levels after 0, 1, … rounds; nil where no path exists.
    ///
    /// - Precondition: `rounds` is not negative.
    public func path(rounds: Int) -> [Double]? {
        isPossible ? (0...rounds).compactMap(level(after:)) : nil
    }

    /// After how many rounds at least a share of the level is reached: the least t with 1 − ρ^t ≥ share.
    ///
    /// - Returns: nil where no path exists, the share is never reached (as the whole), or not within ``limit`` rounds.
    public func rounds(toShare share: Double) -> Int? {
        guard isPossible, share <= 1 else { return nil }
        if share <= 0 { return 0 }
        if ratio == 0 { return 1 }
        // Rounding would have the whole be reached.
        guard share < 1 else { return nil }
        let reached = { Discounting.power(ratio, $0) <= (1 - share) * (1 + 1e-13) }
        guard reached(Self.limit) else { return nil }
        var (before, after) = (0, Self.limit)
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if reached(middle) { after = middle } else { before = middle }
        }
        return after
    }

    /// What a side gains by not moving, if both are to go to the level C at once: k C / (1 − δ), in points of the
    /// first round.
    ///
    /// It keeps a C a round for good if it stops, and (a − k) C if it goes on. Positive wherever cooperation costs
    /// something.
    public var gainFromBreachAtOnce: Double { costs * level / (1 - patience) }

    /// By how much going on is better than stopping in a round of the path, in points of that round: 0 up to
    /// rounding, as the path is the fastest.
    ///
    /// With c_t = C (1 − ρ^t), going on is worth V_t = (a − k) C [1 / (1 − δ) − ρ^t / (1 − δρ)].
    ///
    /// - Precondition: `round` is positive.
    /// - Returns: nil where no path exists.
    public func incentiveGap(inRound round: Int) -> Double? {
        precondition(round > 0, "the first round is 1")
        guard let now = level(after: round), let before = level(after: round - 1) else { return nil }
        let missing = Discounting.power(ratio, round) / (1 - patience * ratio)
        let goingOn = (brings - costs) * level * (1 / (1 - patience) - missing)
        return goingOn - (brings * now - costs * before) / (1 - patience)
    }
}
