/// In how many equal steps something is exchanged, so that nobody gains by breaking off in the middle.
///
/// Two sides hand over a stake S each, in N equal steps. A side that breaks in step n keeps what the other hands over
/// in this step, which is worth t S / N to it. It loses, once the response comes after some rounds (`lag`), the
/// relationship's further worth W, the steps that are left, S (N − n) / N, and the share σ of what it has received so
/// far, S n / N, that can be taken back. At a worth of δ today for a point in the next round, it keeps in step n if
///
///     δ^lag [ W + S (N − n) / N + σ S n / N ]  ≥  t S / N
///
/// The left side is linear in n with the slope −(1 − σ) δ^lag S / N, which is not positive, so the last step n = N
/// binds: N δ^lag (W + σ S) ≥ t S. (Where σ = 1, every step binds alike.) So
///
///     N_min = ⌈ t S / (δ^lag (W + σ S)) ⌉, at least 1
///
/// and no number of steps is enough exactly where W + σ S is negative, or is 0 and t S is not: however small the last
/// step, nothing holds it.
///
/// It assumes that a step is worth to either side what it is to the other except for t, that one breach ends the
/// exchange, and that a round is as long as another. The argument for small steps is that of Schelling, *The Strategy
/// of Conflict* (1960), chapter 2, and Admati and Perry, *Joint projects without commitment*, Review of Economic
/// Studies 58 (1991).
public struct EqualTranches: Hashable, Sendable {
    /// S: what is exchanged in all, in points.
    public let stake: Double
    /// t: what a step is worth to one who seizes it, as a multiple of what it is worth in the exchange.
    public let temptation: Double
    /// σ: the share of what was handed over that can be taken back, 0 to 1.
    public let recoverable: Double
    /// W: what the relationship is worth beyond the exchange, in points.
    public let continuation: Double
    /// δ: what a point in the next round is worth now, above 0 and up to 1.
    public let patience: Double
    /// After how many rounds the response comes.
    public let lag: Int

    /// The most steps that are counted.
    public static let limit = 1_000_000_000

    /// An exchange.
    ///
    /// - Returns: nil where the stake, the temptation or the lag is negative, σ is outside 0 to 1, δ is not above 0
    ///   and up to 1, or a number is not finite.
    public init?(
        stake: Double, temptation: Double, recoverable: Double = 0, continuation: Double = 0,
        patience: Double, lag: Int = 1
    ) {
        guard stake >= 0, stake.isFinite, temptation >= 0, temptation.isFinite, continuation.isFinite,
            (0...1).contains(recoverable), patience > 0, patience <= 1, lag >= 0
        else { return nil }
        self.stake = stake
        self.temptation = temptation
        self.recoverable = recoverable
        self.continuation = continuation
        self.patience = patience
        self.lag = lag
    }

    /// N_min: the least number of steps with which nobody gains by breaking off; nil: no number is enough, or none up
    /// to ``limit``.
    public var leastCount: Int? {
        if isKept(inAllOf: 1) { return 1 }
        let held = discountAtResponse * (continuation + recoverable * stake)
        let count = temptation * stake / held
        guard held > 0, count <= Double(Self.limit) else { return nil }
        // Rounding moves the quotient by far less than one.
        return (max(1, Int(count) - 1)...Int(count) + 2).first(where: isKept(inAllOf:))
    }

    /// S / N: the size of each of so many steps, in points.
    ///
    /// - Precondition: there is at least one step.
    public func size(of count: Int) -> Double {
        precondition(count > 0, "an exchange has at least one step")
        return stake / Double(count)
    }

    /// The steps of so many that tempt the most: the last, or all where σ is 1.
    ///
    /// - Precondition: there is at least one step.
    public func bindingSteps(of count: Int) -> ClosedRange<Int> {
        precondition(count > 0, "an exchange has at least one step")
        return recoverable == 1 || stake == 0 ? 1...count : count...count
    }

    /// The left side minus the right side of the condition for one step of so many, in points: how much keeping is
    /// better there.
    ///
    /// - Precondition: `step` is one of 1 to `count`.
    public func margin(in step: Int, of count: Int) -> Double {
        let (loss, temptation) = sides(in: step, of: count)
        return loss - temptation
    }

    /// Whether nobody gains by breaking off in any of so many steps. Margins within 10⁻¹³ of the sizes of the terms
    /// are ties, and ties keep.
    public func isKept(inAllOf count: Int) -> Bool {
        let (loss, temptation) = sides(in: count, of: count)
        let sizes = discountAtResponse * (abs(continuation) + recoverable * stake) + temptation
        return loss - temptation >= -1e-13 * sizes
    }

    /// δ^lag: what a point at the time of the response is worth now.
    public var discountAtResponse: Double { Discounting.power(patience, lag) }

    /// The two sides of the condition for one step of so many, in points: what is lost by breaking off there, and what it brings.
    ///
    /// - Precondition: `step` is one of 1 to `count`.
    public func sides(in step: Int, of count: Int) -> (loss: Double, temptation: Double) {
        precondition(count > 0 && (1...count).contains(step), "a step is one of those of the exchange")
        let (n, all) = (Double(step), Double(count))
        let left = stake * (all - n) / all + recoverable * stake * n / all
        return (discountAtResponse * (continuation + left), temptation * stake / all)
    }
}
