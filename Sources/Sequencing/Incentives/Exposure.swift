/// What one party would be worse off by, at each time, if all others then stopped keeping their commitments.
///
/// At the time t the exposure is
///
///     E(t) =  Σ own, done:         cost · (1 − recoverable) + cost a day · days in force so far
///           + Σ others', in force: what breaking it takes − what the response to its breach gives back
///           − Σ others', done:     worth + worth a day · days in force so far
///
/// in points on the party's scale. A commitment is in force from when it begins until just before its sunset; days
/// are counted from when it is done to t or its sunset. What has been handed over and cannot be taken back is
/// exposed, and so is what others could seize; what has been received counts against it. Nothing is discounted, and
/// amounts of different entries vary independently.
///
/// E jumps at events and runs straight between them, so that the points just before and just after each event say
/// everything.
///
/// The definition is Parley's own. What it measures, one's losses if the other side breaks off, is the hold-up of
/// Klein, Crawford and Alchian, *Vertical integration, appropriable rents, and the competitive contracting process*,
/// Journal of Law and Economics 21 (1978), netted against what has been received.
public struct Exposure: Hashable, Sendable {
    /// On which side of a time.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        /// Just before it: without what happens at it.
        case before
        /// At it and just after.
        case after
    }

    /// What happens to a commitment.
    public enum Milestone: String, Hashable, Sendable, CaseIterable {
        /// Its doing begins.
        case begun
        /// It is done.
        case done
        /// Its sunset ends it.
        case sunset
    }

    /// A commitment's milestone.
    public struct Event: Hashable, Sendable {
        /// Which commitment: its place in ``Exposure/entries``.
        public let entry: Int
        /// Its milestone; the latest, where several fall together.
        public let milestone: Milestone
        /// When, in minutes from the origin.
        public let time: Int
    }

    /// The exposure on both sides of a time.
    public struct Point: Hashable, Sendable {
        /// When, in minutes from the origin.
        public let time: Int
        /// Just before.
        public let before: Bounds
        /// At that time and just after.
        public let after: Bounds
    }

    /// The commitments.
    public let entries: [ExposureEntry]
    /// Until when the exposure is asked for, in minutes from the origin.
    public let horizon: Int
    /// The exposure at its beginning, at every event up to the horizon, and at the horizon, by time. Straight in
    /// between. It begins at the origin, or at the first event or the horizon where that is earlier.
    public let points: [Point]

    /// The exposure of a party to commitments, up to a horizon in minutes from the origin.
    ///
    /// - Complexity: O(*n*²) for *n* commitments.
    public init(_ entries: [ExposureEntry], until horizon: Int) {
        self.entries = entries
        self.horizon = horizon
        var times = Set(entries.flatMap { [$0.begun, $0.done, $0.until] }.compactMap(\.self))
        times = times.filter { $0 <= horizon }.union([min(0, horizon), horizon])
        points = times.sorted().map { time in
            Point(
                time: time, before: Self.sum(entries, at: time, .before),
                after: Self.sum(entries, at: time, .after))
        }
    }

    /// E just before a time or at it, in points.
    public func exposure(at time: Int, _ side: Side = .after) -> Bounds { Self.sum(entries, at: time, side) }

    /// What each commitment adds to it, in points, in the order of ``entries``.
    public func contributions(at time: Int, _ side: Side = .after) -> [Bounds] {
        entries.map { $0.contribution(at: time, side) }
    }

    private static func sum(_ entries: [ExposureEntry], at time: Int, _ side: Side) -> Bounds {
        entries.reduce(into: .zero) { $0 += $1.contribution(at: time, side) }
    }
}
