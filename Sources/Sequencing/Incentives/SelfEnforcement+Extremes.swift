extension SelfEnforcement {
    /// Which extreme of L − T is meant.
    enum Extreme {
        /// The least over all cases.
        case least
        /// The greatest over all cases.
        case greatest
    }

    /// The case with the least or the greatest L − T; see ``margin``.
    func extreme(_ extreme: Extreme) -> BreachCase {
        let times =
            responseAfter.isOneNumber ? [responseAfter.least] : [responseAfter.least, responseAfter.greatest]
        let cases = times.flatMap { time in
            let corner = corner(extreme, responseAfter: time)
            return rates(corner).map { corner.discounted(at: $0) }
        }
        return cases.dropFirst().reduce(cases[0]) { found, other in
            let isFurther =
                switch extreme {
                case .least: other.margin < found.margin
                case .greatest: other.margin > found.margin
                }
            return isFurther ? other : found
        }
    }

    /// The ends of the inputs at which L − T is least or greatest, whatever the rate, with the response at a time; at
    /// the least rate.
    private func corner(_ extreme: Extreme, responseAfter time: Double) -> BreachCase {
        let against = { (bounds: Bounds) in extreme == .least ? bounds.greatest : bounds.least }
        let along = { (bounds: Bounds) in extreme == .least ? bounds.least : bounds.greatest }
        let costs = along(guarantorCosts)
        // The product p_G G is least or greatest at an end of G, and there at the end of p_G that its sign asks for.
        let isLikely = (costs < 0) == (extreme == .least)
        return BreachCase(
            gain: against(gain), gainADay: against(gainADay), responseAfter: time, snapback: along(snapback),
            relief: along(relief), reliefLasts: along(reliefLasts),
            guarantor: isLikely ? guarantor.greatest : guarantor.least, guarantorCosts: costs,
            loses: along(loses), discountADay: discountADay.least)
    }

    /// The rates at which L − T can have an extreme, the other inputs being those of a case: the ends, and where its
    /// slope is 0.
    private func rates(_ corner: BreachCase) -> [Double] {
        let (low, high) = (discountADay.least, discountADay.greatest)
        if low == high { return [low] }
        let slope = { corner.discounted(at: $0).slopeInRate }
        guard corner.gainADay < 0 else { return [low, high] + root(of: slope, from: low, to: high) }
        let peak = peak(of: { corner.discounted(at: $0).scaledSlopeInRate }, from: low, to: high)
        return [low, high] + root(of: slope, from: low, to: peak) + root(of: slope, from: peak, to: high)
    }

    /// Where a function that changes its sign at most once does so, to the last place; nowhere, if its ends have the
    /// same sign.
    private func root(of function: (Double) -> Double, from low: Double, to high: Double) -> [Double] {
        let rises = function(low) < 0
        guard low < high, rises ? function(high) > 0 : function(low) > 0 && function(high) < 0 else {
            return []
        }
        var (low, high) = (low, high)
        while true {
            let middle = low + (high - low) / 2
            guard low < middle, middle < high else { return [middle] }
            if (function(middle) < 0) == rises { low = middle } else { high = middle }
        }
    }

    /// Where a concave function is greatest, by the golden section (Kiefer, *Sequential minimax search for a
    /// maximum*, Proceedings of the AMS 4, 1953). Beyond the range of numbers it falls.
    private func peak(of function: (Double) -> Double, from low: Double, to high: Double) -> Double {
        let share = 0.6180339887498949
        var (low, high) = (low, high)
        var (left, right) = (high - share * (high - low), low + share * (high - low))
        var (atLeft, atRight) = (function(left), function(right))
        for _ in 0..<80 where left < right {
            if atLeft >= atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - share * (high - low)
                atLeft = function(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + share * (high - low)
                atRight = function(right)
            }
        }
        return low + (high - low) / 2
    }
}

extension BreachCase {
    /// The same case at another rate.
    fileprivate func discounted(at rate: Double) -> BreachCase {
        BreachCase(
            gain: gain, gainADay: gainADay, responseAfter: responseAfter, snapback: snapback, relief: relief,
            reliefLasts: reliefLasts, guarantor: guarantor, guarantorCosts: guarantorCosts, loses: loses,
            discountADay: rate)
    }

    /// How quickly L − T rises with the rate: b ∫₀^τ s e^−rs ds − e^−rτ times ``laterSlope``.
    fileprivate var slopeInRate: Double {
        gainADay * Discounting.moment(rate: discountADay, days: responseAfter) - discountAtResponse
            * laterSlope
    }

    /// e^rτ times ``slopeInRate``: g in ``SelfEnforcement/margin``; minus infinity beyond the range of numbers, where
    /// b is negative.
    fileprivate var scaledSlopeInRate: Double {
        let untilResponse = Discounting.moment(rate: discountADay, days: responseAfter)
        return (untilResponse == 0 ? 0 : gainADay * untilResponse / discountAtResponse) - laterSlope
    }

    /// (p_G G + C) τ + q R ∫₀^T′ (τ + u) e^−ru du.
    private var laterSlope: Double {
        let once = (guarantor * guarantorCosts + loses) * responseAfter
        let flow = snapback * relief
        if flow == 0 { return once }
        return once
            + flow
            * (responseAfter * Discounting.annuity(rate: discountADay, days: reliefLasts)
                + Discounting.moment(rate: discountADay, days: reliefLasts))
    }
}
