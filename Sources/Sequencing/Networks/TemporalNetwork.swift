/// Points in time and what is known of the times between them.
///
/// Without contingent links and observations it is a simple temporal network (Dechter, Meiri and Pearl, *Temporal constraint
/// networks*, Artificial Intelligence 49, 1991); with contingent links one with uncertainty (Vidal and Fargier, JETAI 11,
/// 1999); with observations a conditional one (Tsamardinos, Vidal and Pollack, Constraints 8, 2003). Times are whole
/// numbers of one unit, minutes in a roadmap.
public struct TemporalNetwork: Hashable, Sendable {
    /// One point is at most so long after another: `to` − `from` ≤ `atMost`, in the scenarios of its label in which both are.
    public struct Constraint: Hashable, Sendable {
        /// The point that is counted from.
        public var from: Int
        /// The point that is counted to.
        public var to: Int
        /// The most time between them, negative where `to` comes first.
        public var atMost: Int
        /// In which scenarios it binds.
        public var label: Label

        /// A constraint.
        public init(from: Int, to: Int, atMost: Int, label: Label = .always) {
            self.from = from
            self.to = to
            self.atMost = atMost
            self.label = label
        }
    }

    /// A duration that nobody in the room decides: `end` follows `start` after some time from `least` to `greatest`.
    public struct ContingentLink: Hashable, Sendable {
        /// The point at which it begins.
        public var start: Int
        /// The point at which it ends: the end of no other link.
        public var end: Int
        /// The shortest time, 0 or more.
        public var least: Int
        /// The longest time.
        public var greatest: Int

        /// An uncontrolled duration.
        public init(start: Int, end: Int, least: Int, greatest: Int) {
            self.start = start
            self.end = end
            self.least = least
            self.greatest = greatest
        }
    }

    /// The names of the points, by which results speak of them.
    public var points: [String]
    /// What binds the points.
    public var constraints: [Constraint]
    /// The durations that nobody in the room decides.
    public var contingentLinks: [ContingentLink]
    /// By proposition: the point at which its value becomes known.
    public var observations: [Int]
    /// By point: the scenarios in which it is executed at all. A label, here or of a constraint, that names an outcome also names
    /// what the label of its observation does.
    public var labels: [Label]
    /// The point that everything follows or is simultaneous with, where there is one.
    public var origin: Int?

    /// A network.
    ///
    /// - Precondition: places are places of points, a link ends after it starts and no sooner than at once, and the
    ///   network has at most ``Label/limit`` observations.
    public init(
        points: [String], constraints: [Constraint] = [], contingentLinks: [ContingentLink] = [],
        observations: [Int] = [], labels: [Label]? = nil, origin: Int? = nil
    ) {
        precondition(observations.count <= Label.limit, "a network has at most \(Label.limit) observations")
        self.points = points
        self.constraints = constraints
        self.contingentLinks = contingentLinks
        self.observations = observations
        self.labels = labels ?? Array(repeating: .always, count: points.count)
        self.origin = origin
    }

    /// Whether some duration is decided by nobody in the room.
    public var isUncertain: Bool { !contingentLinks.isEmpty }
    /// Whether some point is executed in some scenarios only, or something is observed.
    public var isConditional: Bool {
        !observations.isEmpty || labels.contains { $0 != .always }
            || constraints.contains { $0.label != .always }
    }
}
