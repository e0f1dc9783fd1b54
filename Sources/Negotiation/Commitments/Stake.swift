/// What a commitment is to one party, on the scale of the party's sheet.
public struct Stake: Hashable, Sendable {
    /// What it costs the party to do it.
    public var cost: Flow?
    /// The share of what it has handed over that it can take back if others do not keep theirs, 0 to 1; nil: none.
    public var recoverable: Amount?
    /// What it is worth to the party that it is done.
    public var worth: Flow?
    /// What others can take from the party by breaking it, before any response.
    public var ifBroken: Amount?
    /// What the response to its breach gives back to the party.
    public var recovers: Amount?
    /// What breaking it brings and costs the party, for one who does it.
    public var breaking: Breaking?

    /// A stake.
    public init(
        cost: Flow? = nil, recoverable: Amount? = nil, worth: Flow? = nil, ifBroken: Amount? = nil,
        recovers: Amount? = nil, breaking: Breaking? = nil
    ) {
        self.cost = cost
        self.recoverable = recoverable
        self.worth = worth
        self.ifBroken = ifBroken
        self.recovers = recovers
        self.breaking = breaking
    }
}

/// Points once, and points a day.
public struct Flow: Hashable, Sendable {
    /// Once, when it is done.
    public var once: Amount?
    /// A day, from when it is done.
    public var aDay: Amount?

    /// A flow.
    public init(once: Amount? = nil, aDay: Amount? = nil) {
        self.once = once
        self.aDay = aDay
    }
}

/// What not keeping a commitment brings the party that is bound by it, and what it costs that party.
public struct Breaking: Hashable, Sendable {
    /// Seized at once; nil: what keeping it would cost once.
    public var gain: Amount?
    /// A day, until the response; nil: what keeping it would cost a day.
    public var aDay: Amount?
    /// How likely the response takes back what the party has received, 0 to 1; nil: not known, anything from 0 to 1.
    public var snapback: Amount?
    /// The relief a day that the response would take away, until the sunset; nil: what the commitments that the response
    /// suspends are worth to the party a day.
    public var relief: Amount?
    /// How likely a guarantor responds, 0 to 1; nil: nobody does.
    public var guarantor: Amount?
    /// What the guarantor's response costs the party.
    public var guarantorCosts: Amount?
    /// Other future value that it loses: reputation, later steps.
    public var loses: Amount?

    /// What breaking it brings and costs.
    public init(
        gain: Amount? = nil, aDay: Amount? = nil, snapback: Amount? = nil, relief: Amount? = nil,
        guarantor: Amount? = nil, guarantorCosts: Amount? = nil, loses: Amount? = nil
    ) {
        self.gain = gain
        self.aDay = aDay
        self.snapback = snapback
        self.relief = relief
        self.guarantor = guarantor
        self.guarantorCosts = guarantorCosts
        self.loses = loses
    }
}
