/// One commitment as it bears on what one party has at stake: when it is reached, and what it costs, brings or risks.
///
/// Times are minutes from the timetable's origin and may be negative; amounts are points on the party's scale.
public struct ExposureEntry: Hashable, Sendable {
    /// Whether the party itself has to do it; otherwise another does.
    public let isOwn: Bool
    /// When its doing begins; nil: when it is done, and never where that is nil too.
    public let begun: Int?
    /// When it is done; nil: never.
    public let done: Int?
    /// When its sunset ends it; nil: never.
    public let until: Int?
    /// What doing it costs the party, once.
    public let cost: Bounds
    /// What doing it costs the party a day, from when it is done until its sunset.
    public let costADay: Bounds
    /// The share of ``cost`` that the party can take back if others do not keep theirs, 0 to 1.
    public let recoverable: Bounds
    /// What it is worth to the party that it is done, once.
    public let worth: Bounds
    /// What it is worth to the party a day, from when it is done until its sunset.
    public let worthADay: Bounds
    /// What the other can take from the party by breaking it, before any response.
    public let ifBroken: Bounds
    /// What the response to its breach gives back to the party.
    public let recovers: Bounds

    /// A commitment of the party's own.
    ///
    /// - Returns: nil where an amount is not finite, or the recoverable share is outside 0 to 1.
    public static func own(
        begun: Int? = nil, done: Int?, until: Int? = nil, cost: Bounds = 0, costADay: Bounds = 0,
        recoverable: Bounds = 0
    ) -> ExposureEntry? {
        guard cost.isFinite, costADay.isFinite, recoverable.least >= 0, recoverable.greatest <= 1 else {
            return nil
        }
        return ExposureEntry(
            isOwn: true, begun: begun ?? done, done: done, until: until, cost: cost, costADay: costADay,
            recoverable: recoverable, worth: 0, worthADay: 0, ifBroken: 0, recovers: 0)
    }

    /// A commitment of another's.
    ///
    /// - Returns: nil where an amount is not finite.
    public static func others(
        begun: Int? = nil, done: Int?, until: Int? = nil, worth: Bounds = 0, worthADay: Bounds = 0,
        ifBroken: Bounds = 0, recovers: Bounds = 0
    ) -> ExposureEntry? {
        guard worth.isFinite, worthADay.isFinite, ifBroken.isFinite, recovers.isFinite else { return nil }
        return ExposureEntry(
            isOwn: false, begun: begun ?? done, done: done, until: until, cost: 0, costADay: 0,
            recoverable: 0,
            worth: worth, worthADay: worthADay, ifBroken: ifBroken, recovers: recovers)
    }

    /// The minutes of a day, by which flows count.
    static let day = 1440.0

    /// What it adds to the party's exposure at a time or just before it; see ``Exposure``.
    func contribution(at time: Int, _ side: Exposure.Side) -> Bounds {
        let isReached = { (event: Int) in side == .after ? event <= time : event < time }
        let isInForce = begun.map(isReached) ?? false && !(until.map(isReached) ?? false)
        let isDone = done.map(isReached) ?? false
        if isOwn {
            return isDone ? cost * (Bounds(1) - recoverable) + costADay * days(at: time) : 0
        }
        let risk = isInForce ? ifBroken - recovers : 0
        return isDone ? risk - (worth + worthADay * days(at: time)) : risk
    }

    /// How quickly the greatest of what it adds rises just before a time, a day.
    func slope(before time: Int) -> Double {
        guard let done, done < time, time <= until ?? time else { return 0 }
        return isOwn ? costADay.greatest : -worthADay.least
    }

    /// For how many days it has run since it was done.
    private func days(at time: Int) -> Bounds {
        guard let done else { return 0 }
        let end = min(time, until ?? time)
        return Bounds(max(0, Double(end) - Double(done)) / Self.day)
    }
}
