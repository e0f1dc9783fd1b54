/// Whether one commitment enforces itself for one party, with all that is not known about it.
///
/// Every input of ``BreachCase`` has bounds, and all combinations of numbers within them are possible: the *cases*. The
/// answers are exact over all cases up to rounding; ``SelfEnforcement/margin`` says why.
public struct SelfEnforcement: Hashable, Sendable {
    /// In how many of the cases keeping is at least as good as breaking.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// In all.
        case sure
        /// In some, but not in all.
        case possible
        /// In none.
        case never
    }

    /// D: seized at once, in points.
    public internal(set) var gain: Bounds
    /// b: gained a day until the response, in points.
    public internal(set) var gainADay: Bounds
    /// τ: after how many days the response comes.
    public internal(set) var responseAfter: Bounds
    /// q: how likely the response takes the relief back, 0 to 1.
    public internal(set) var snapback: Bounds
    /// R: the relief a day that it would take, in points.
    public internal(set) var relief: Bounds
    /// T′: for how many days from the response on the relief would have gone on; infinite: for good.
    public internal(set) var reliefLasts: Bounds
    /// p_G: how likely a guarantor responds, 0 to 1.
    public internal(set) var guarantor: Bounds
    /// G: what the guarantor's response costs, in points.
    public internal(set) var guarantorCosts: Bounds
    /// C: what else is lost when the response comes, in points.
    public internal(set) var loses: Bounds
    /// r: the discount rate a day.
    public internal(set) var discountADay: Bounds

    /// What is known about breaking one commitment.
    ///
    /// - Parameters:
    ///   - gain: D, in points.
    ///   - gainADay: b, in points a day.
    ///   - responseAfter: τ, in days.
    ///   - snapback: q, from 0 to 1.
    ///   - relief: R, in points a day, not negative.
    ///   - reliefLasts: T′, in days from the response to the sunset; nil: for good.
    ///   - guarantor: p_G, from 0 to 1.
    ///   - guarantorCosts: G, in points.
    ///   - loses: C, in points.
    ///   - discountADay: r, not negative. A rate of i a year is about i / 365.
    /// - Returns: nil where a probability lies outside 0 to 1, a time, the relief or the rate is negative, or an
    ///   amount is not finite. Gains, costs and losses may be negative: to break a commitment that is worth its cost
    ///   to its doer costs the doer something.
    public init?(
        gain: Bounds, gainADay: Bounds = 0, responseAfter: Bounds, snapback: Bounds = 0, relief: Bounds = 0,
        reliefLasts: Bounds? = nil, guarantor: Bounds = 0, guarantorCosts: Bounds = 0, loses: Bounds = 0,
        discountADay: Bounds = 0
    ) {
        let lasts = reliefLasts ?? Bounds(.infinity)
        let all = [
            gain, gainADay, responseAfter, snapback, relief, guarantor, guarantorCosts, loses, discountADay,
        ]
        guard all.allSatisfy(\.isFinite),
            [responseAfter, relief, lasts, discountADay, snapback, guarantor].allSatisfy({ $0.least >= 0 }),
            snapback.greatest <= 1, guarantor.greatest <= 1
        else { return nil }
        self.gain = gain
        self.gainADay = gainADay
        self.responseAfter = responseAfter
        self.snapback = snapback
        self.relief = relief
        self.reliefLasts = lasts
        self.guarantor = guarantor
        self.guarantorCosts = guarantorCosts
        self.loses = loses
        self.discountADay = discountADay
    }

    /// In how many of the cases keeping is at least as good as breaking, L ≥ T.
    public var verdict: Verdict {
        if worst.isKept { return .sure }
        return best.isKept ? .possible : .never
    }

    /// L − T in points of today, from its least to its greatest over all cases.
    ///
    /// The extremes are found so. With the rate r and the time τ fixed, L − T is a sum of products of different
    /// inputs with factors that are not negative, so its extremes lie at ends of the inputs: it falls in D and b, and
    /// rises in q, R, T′, C and the product p_G G.
    ///
    /// Let K be the bracket of L. As τ grows, L − T changes by −e^−rτ (b + rK), whose sign does not depend on τ; so
    /// the extremes lie at ends of τ. Where neither b nor K is negative, L − T falls: a later response tempts more.
    ///
    /// In r it may fall and rise again: discounting lessens the later losses, and also the gain until the response.
    /// With the other inputs at such ends, e^rτ times its slope in r is
    ///
    ///     g(r) = b ∫₀^τ s e^r(τ−s) ds − (p_G G + C) τ − q R ∫₀^T′ (τ + u) e^−ru du
    ///
    /// Its last term rises towards 0 in r and its middle term stands still. Where b is not negative, the first rises
    /// too: g has at most one root, and there L − T is at its minimum. Where b is negative, the slopes of the first
    /// and the last term both fall in r: g is concave and has at most one root on each side of its peak. The roots
    /// are bracketed and halved, and L − T there is compared with L − T at the ends of r.
    ///
    /// - Complexity: a few hundred evaluations; one where nothing is uncertain.
    public var margin: Bounds { Bounds(from: worst.margin, to: max(worst.margin, best.margin)) }

    /// The case in which keeping is worth the least, compared with breaking.
    public var worst: BreachCase { extreme(.least) }

    /// The case in which keeping is worth the most, compared with breaking.
    public var best: BreachCase { extreme(.greatest) }

    /// T in points of today, from its least to its greatest over all cases.
    public var temptation: Bounds {
        var alone = self
        (alone.snapback, alone.guarantor, alone.loses) = (0, 0, 0)
        return Bounds(0) - alone.margin
    }

    /// L in points of today, from its least to its greatest over all cases.
    public var loss: Bounds {
        var alone = self
        (alone.gain, alone.gainADay) = (0, 0)
        return alone.margin
    }
}
