import Negotiation

extension ValueKnowledge {
    /// Where an option stands in the chain; `nil` for one of its own.
    func rank(of option: Int) -> Int? { chain.firstIndex { $0.contains(option) } }

    /// The least and greatest share of an option, each attained whatever other issues are worth.
    public func share(of option: Int) -> Amount {
        guard let rank = rank(of: option) else {
            return free[option] ?? Amount(from: 0, to: 1)
        }
        if rank == 0 { return Amount(1) }
        return rank == chain.count - 1 ? Amount(0) : Amount(from: 0, to: 1)
    }

    /// The least and greatest of the share of one option minus that of another, each attained.
    public func difference(of option: Int, over other: Int) -> Amount {
        if option == other { return Amount(0) }
        guard let upper = rank(of: option), let lower = rank(of: other) else {
            let (left, right) = (share(of: option), share(of: other))
            return Amount(from: left.least - right.greatest, to: left.greatest - right.least)
        }
        if upper == lower { return Amount(0) }
        let isWhole = min(upper, lower) == 0 && max(upper, lower) == chain.count - 1
        let size = Amount(from: isWhole ? 1 : 0, to: 1)
        return upper < lower ? size : Amount(from: -size.greatest, to: -size.least)
    }

    /// Whether the first option is worth at least as much as the second in every completion.
    public func isSurely(_ option: Int, atLeast other: Int) -> Bool {
        difference(of: option, over: other).least >= 0
    }
}
