/// What a party's sheet says of problems that no single commitment shows: power that shifts, a guarantee that is needed, an exchange that
/// can go step by step. Shares of what is fought over run from 0 to 1.
public struct IncentiveTerms: Hashable, Sendable {
    /// A shift of power, such as a disarmament.
    public struct Power: Hashable, Sendable {
        /// How likely the party that grows stronger would win a war now, 0 to 1.
        public var winning: Rational
        /// The share of what is fought over that a war destroys.
        public var destroyed: Rational
        /// What a round later is worth of one now, above 0 and at most 1.
        public var patience: Rational
        /// How likely it would win in the end, once the shift is complete.
        public var to: Rational

        /// A shift.
        public init(winning: Rational, destroyed: Rational, patience: Rational, to: Rational = .one) {
            self.winning = winning
            self.destroyed = destroyed
            self.patience = patience
            self.to = to
        }
    }

    /// A guarantee for a party that is to lay down its means.
    public struct Guarantee: Hashable, Sendable {
        /// How likely the party would win a war, 0 to 1.
        public var winning: Rational
        /// What fighting would cost it, as a share.
        public var costOfFighting: Rational
        /// Its share if the agreement is kept.
        public var share: Rational
        /// Its share if it is exploited once it has laid down its means.
        public var ifExploited: Rational

        /// A guarantee.
        public init(
            winning: Rational, costOfFighting: Rational, share: Rational, ifExploited: Rational = .zero
        ) {
            self.winning = winning
            self.costOfFighting = costOfFighting
            self.share = share
            self.ifExploited = ifExploited
        }
    }

    /// An exchange of concessions in rounds.
    public struct Exchange: Hashable, Sendable {
        /// What a unit of the other side's concessions brings a round.
        public var brings: Rational
        /// What a unit of one's own costs a round.
        public var costs: Rational
        /// What a round later is worth of one now, above 0 and below 1.
        public var patience: Rational
        /// The whole of the concessions, in units.
        public var level: Rational

        /// An exchange.
        public init(brings: Rational, costs: Rational, patience: Rational, level: Rational) {
            self.brings = brings
            self.costs = costs
            self.patience = patience
            self.level = level
        }
    }

    /// A shift of power.
    public var power: Power?
    /// A guarantee.
    public var guarantee: Guarantee?
    /// An exchange.
    public var exchange: Exchange?

    /// What is said of such problems.
    public init(power: Power? = nil, guarantee: Guarantee? = nil, exchange: Exchange? = nil) {
        self.power = power
        self.guarantee = guarantee
        self.exchange = exchange
    }
}
