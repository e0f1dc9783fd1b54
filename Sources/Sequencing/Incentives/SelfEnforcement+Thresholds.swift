extension SelfEnforcement {
    /// Which cases a threshold must hold in.
    public enum Certainty: String, Hashable, Sendable, CaseIterable {
        /// In all of them.
        case inAllCases
        /// In at least one of them.
        case inSomeCase
    }

    /// How late a response may come.
    public enum LongestResponse: Hashable, Sendable {
        /// Breaking is better even if the response comes at once.
        case none
        /// So many days.
        case days(Double)
        /// As late as anybody can plan: at least ``SelfEnforcement/latestResponse`` days.
        case any
    }

    /// The latest response that is asked about, in days: two hundred years, the longest span of a dossier.
    public static let latestResponse = 200.0 * 366

    /// q_min: the least probability of snapback with which keeping is at least as good as breaking, whatever q was
    /// given.
    ///
    /// In one case it is q_min = (T e^rτ − p_G G − C) r / (R (1 − e^−rT′)), at least 0: L = T solved for q. Over all
    /// or some cases it is found by halving, as the least and the greatest L − T rise with q.
    ///
    /// - Parameter certainty: whether it must hold in all cases or in one.
    /// - Returns: a number that may exceed 1, and then no probability is enough; nil: nor is any number below 2⁶⁰, as
    ///   where there is no relief to take.
    public func leastSnapback(_ certainty: Certainty) -> Double? {
        least(certainty) { $0.snapback = Bounds($1) }
    }

    /// The least p_G G, in points, with which keeping is at least as good as breaking, whatever p_G and G were given:
    /// what a guarantor must be expected to cost the party that breaks.
    ///
    /// In one case it is T e^rτ − q R (1 − e^−rT′) / r − C, at least 0: L = T solved for p_G G.
    ///
    /// - Parameter certainty: whether it must hold in all cases or in one.
    /// - Returns: nil: no number below 2⁶⁰ is enough.
    public func leastGuarantee(_ certainty: Certainty) -> Double? {
        least(certainty) { ($0.guarantor, $0.guarantorCosts) = (1, Bounds($1)) }
    }

    /// τ_max: how late the response may come so that keeping is at least as good as breaking, whatever τ was given.
    ///
    /// In all cases: the longest time such that keeping is better whenever the response comes no later. In some case:
    /// the longest time at which keeping is better in one. Each case's L − T rises or falls in τ throughout (see
    /// ``margin``). So in all cases, it is enough to look at times from 0 to τ, and whether that holds changes once,
    /// as τ grows. In some case: if it does not hold at the latest time, no case in which L − T rises ever holds, and
    /// what is left changes once. Both are found by halving.
    ///
    /// - Parameter certainty: whether it must hold in all cases or in one.
    public func longestResponse(_ certainty: Certainty) -> LongestResponse {
        func responding(after days: Double) -> BreachCase {
            var changed = self
            changed.responseAfter = certainty == .inAllCases ? Bounds(from: 0, to: days) : Bounds(days)
            return changed.deciding(certainty)
        }
        if responding(after: Self.latestResponse).isKept { return .any }
        guard responding(after: 0).isKept else { return .none }
        return .days(lastHolding(from: 0, to: Self.latestResponse) { responding(after: $0).margin >= 0 })
    }

    /// Whether keeping is at least as good as breaking in all cases, or in some.
    public func isKept(_ certainty: Certainty) -> Bool { deciding(certainty).isKept }

    /// The case that decides whether keeping is at least as good in all cases, or in some.
    private func deciding(_ certainty: Certainty) -> BreachCase {
        certainty == .inAllCases ? worst : best
    }

    /// The least number, not negative, that is enough when it is put in the place of an input in which L − T rises.
    private func least(
        _ certainty: Certainty, putting place: (inout SelfEnforcement, Double) -> Void
    ) -> Double? {
        func with(_ number: Double) -> BreachCase {
            var changed = self
            place(&changed, number)
            return changed.deciding(certainty)
        }
        if with(0).isKept { return 0 }
        func fails(_ number: Double) -> Bool { with(number).margin < 0 }
        var high = 1.0
        while fails(high) {
            if high >= 0x1p60 { return nil }
            high *= 2
        }
        let last = lastHolding(from: high == 1 ? 0 : high / 2, to: high, fails)
        return last.nextUp
    }

    /// The last number at which something holds that holds at `low`, not at `high`, and changes once.
    private func lastHolding(from low: Double, to high: Double, _ holds: (Double) -> Bool) -> Double {
        var (low, high) = (low, high)
        while true {
            let middle = low + (high - low) / 2
            guard low < middle, middle < high else { return low }
            if holds(middle) { low = middle } else { high = middle }
        }
    }
}
