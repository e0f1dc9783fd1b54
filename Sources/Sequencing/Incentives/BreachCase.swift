/// What breaking one commitment brings a party and what it costs that party, in plain numbers.
///
/// The party that breaks seizes D at once and b a day until the response comes after τ days. With probability q the
/// response takes the relief R a day from it for T′ more days; with probability p_G a guarantor responds, which costs
/// it G; and it loses C besides: reputation, later steps. At a discount rate of r a day,
///
///     temptation  T = D + b (1 − e^−rτ) / r
///     loss        L = e^−rτ [ q R (1 − e^−rT′) / r + p_G G + C ]
///
/// and keeping is at least as good as breaking where the margin L − T is not negative. Both are sums over time:
/// (1 − e^−rt) / r is the integral of e^−rs from 0 to t, and t itself where r is 0.
///
/// It assumes one breach that is not repeated, a response after a known time, a party that compares expected points,
/// and risks that do not depend on each other. A party that keeps receives what it receives in both cases; that is no
/// part of either side.
///
/// The comparison is that of self-enforcing agreements: Telser, *A theory of self-enforcing agreements*, Journal of
/// Business 53 (1980); for cease-fires, Fortna, *Scraps of Paper? Agreements and the Durability of Peace*,
/// International Organization 57 (2003).
public struct BreachCase: Hashable, Sendable {
    /// D: seized at once, in points.
    public let gain: Double
    /// b: gained a day until the response, in points.
    public let gainADay: Double
    /// τ: after how many days the response comes.
    public let responseAfter: Double
    /// q: how likely the response takes the relief back, 0 to 1.
    public let snapback: Double
    /// R: the relief a day that it would take, in points.
    public let relief: Double
    /// T′: for how many days from the response on the relief would have gone on; infinite: for good.
    public let reliefLasts: Double
    /// p_G: how likely a guarantor responds, 0 to 1.
    public let guarantor: Double
    /// G: what the guarantor's response costs, in points.
    public let guarantorCosts: Double
    /// C: what else is lost when the response comes, in points.
    public let loses: Double
    /// r: the discount rate a day.
    public let discountADay: Double

    /// T = D + b (1 − e^−rτ) / r, in points of today.
    public var temptation: Double { gain + gainADay * untilResponse }

    /// L = e^−rτ [q R (1 − e^−rT′) / r + p_G G + C], in points of today; infinite where relief without end is not
    /// discounted.
    public var loss: Double { discountAtResponse * (reliefAtRisk + guarantor * guarantorCosts + loses) }

    /// L − T, in points of today: by how much keeping is better.
    public var margin: Double { loss - temptation }

    /// Whether keeping is at least as good as breaking: L ≥ T.
    ///
    /// A margin within 10⁻¹³ of the sum of the sizes of all terms is a tie, and a tie keeps: that is a hundred times
    /// what rounding can do.
    public var isKept: Bool {
        let sizes =
            abs(gain) + abs(gainADay) * untilResponse
            + discountAtResponse * (reliefAtRisk + abs(guarantor * guarantorCosts) + abs(loses))
        return sizes == .infinity ? margin > 0 : margin >= -1e-13 * sizes
    }

    /// (1 − e^−rτ) / r: the days until the response, discounted.
    public var untilResponse: Double { Discounting.annuity(rate: discountADay, days: responseAfter) }

    /// e^−rτ: what a point at the time of the response is worth today.
    public var discountAtResponse: Double { Discounting.decay(discountADay * responseAfter) }

    /// q R (1 − e^−rT′) / r: the relief that the response is expected to take, in points of the day of the response.
    public var reliefAtRisk: Double {
        let flow = snapback * relief
        return flow == 0 ? 0 : flow * Discounting.annuity(rate: discountADay, days: reliefLasts)
    }
}
