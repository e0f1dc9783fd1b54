public import Negotiation

/// At which points of the frontier the published yardsticks point, with all ties; by place on the frontier.
public struct References: Hashable, Sendable {
    /// A yardstick.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The greatest product of gains.
        case nash
        /// The greatest least gain, then the next, …
        case egalitarian
        /// The greatest least share of the best gain, then the next, …
        case kalaiSmorodinsky = "kalai-smorodinsky"
        /// The greatest sum of utilities.
        case utilitarian

        /// What it makes as great as can be.
        public enum Measure: Hashable, Sendable {
            /// The geometric mean of gains, rounded down to a millionth of itself (a bound for it: rounded up).
            case geometricMean
            /// The least gain.
            case leastGain
            /// The least share that anybody gets of its own best gain.
            case leastShare
            /// The sum of utilities.
            case sum
        }

        /// What it makes as great as can be.
        public var measure: Measure {
            switch self {
            case .nash: .geometricMean
            case .egalitarian: .leastGain
            case .kalaiSmorodinsky: .leastShare
            case .utilitarian: .sum
            }
        }

        /// Whether it compares the points of one party with those of another.
        public var comparesParties: Bool { self == .egalitarian || self == .utilitarian }
    }

    /// A largest set of negotiators that can gain together, with the points of greatest product within it.
    public struct NashSet: Hashable, Sendable {
        /// Who gains; all negotiators where some package gives every one a gain.
        public var gaining: [PartyID]
        /// The points; none where a budget ran out before it was known whether these can gain together.
        public var points: [Int]
        /// How well they are known.
        public var standing: Standing
    }

    /// The Nash reference where gains count with weights that somebody asked for.
    public struct Weighted: Hashable, Sendable {
        /// The weights, a negotiator each.
        public var weights: [Rational]
        /// The reference, a set each.
        public var sets: [NashSet]
        /// How well it is known.
        public var standing: Standing

        /// The points, ascending.
        public var points: [Int] { Set(sets.flatMap(\.points)).sorted() }
    }

    /// How well a yardstick's points are known.
    public struct Standing: Hashable, Sendable {
        /// Whether no acceptable package is better, and these are all ties with all their packages.
        public var isExact: Bool
        /// Where that is not so, the measure at the points: see ``Kind/measure``. Nil where there is no point.
        public var found: Rational?
        /// No acceptable package has more of the measure; nil where nothing is known.
        public var bound: Rational?

        /// What is known.
        init(isExact: Bool, found: Rational? = nil, bound: Rational? = nil) {
            self.isExact = isExact
            self.found = found
            self.bound = bound
        }

        /// How far ``found`` may stay below the best, as a share of ``bound``; nil where nothing is known.
        public var gap: Rational? {
            guard let found, let bound else { return nil }
            // Of a bound that is not positive there are no shares.
            guard bound > .zero else { return found >= bound ? .zero : nil }
            return max(.zero, bound - found) / bound
        }

        /// What is proven.
        static var exact: Standing { Standing(isExact: true) }
    }

    /// The Nash reference, a set each.
    public var nash: [NashSet]
    /// The egalitarian points.
    public var egalitarian: [Int]
    /// The Kalai–Smorodinsky points.
    public var kalaiSmorodinsky: [Int]
    /// Negotiators whose best gain is 0, left out of the Kalai–Smorodinsky reference.
    public var leftOut: [PartyID]
    /// The ideals used for it, a negotiator each.
    public var ideals: [Rational]
    /// The utilitarian points.
    public var utilitarian: [Int]

    /// How well each yardstick's points are known.
    public var standings: [Kind: Standing]
    /// The Nash reference with weights, where some were asked for.
    public var weighted: Weighted?

    /// How well a yardstick's points are known.
    public func standing(of kind: Kind) -> Standing { standings[kind] ?? .exact }

    /// The points of a yardstick, ascending.
    public func points(of kind: Kind) -> [Int] {
        switch kind {
        case .nash: Set(nash.flatMap(\.points)).sorted()
        case .egalitarian: egalitarian
        case .kalaiSmorodinsky: kalaiSmorodinsky
        case .utilitarian: utilitarian
        }
    }
}
