public import Negotiation

/// Who does what, when: bars in lanes, one lane a party, over a scale of time.
///
/// Kinds are told apart by shape, shade and outline, parties by their lanes alone. Times are minutes from the start.
public struct GanttChart: Hashable, Sendable {
    /// One step: a commitment, a tranche of one, or the response that consists in one.
    public struct Step: Hashable, Sendable {
        /// When its doing begins at the earliest.
        public var begun: Int
        /// When it is done at the earliest.
        public var doneEarliest: Int
        /// When it is done if everything takes its longest.
        public var doneSlow: Int
        /// When it is then verified; ``doneSlow`` without verification.
        public var verifiedSlow: Int
        /// By when it must be done.
        public var deadline: Int?
        /// Until when it then is in force.
        public var sunset: Int?
        /// Whether something follows if it is not kept.
        public var isGate = false
        /// By when each response is given that is no step of its own.
        public var answers: [Int] = []
        /// Whether it may not wait.
        public var isCritical = false
        /// Whether nothing says by when it must be done.
        public var isOpenEnded = false
        /// Whether it is done only if something else is not kept.
        public var isResponse = false

        /// A step between its times.
        public init(begun: Int, doneEarliest: Int, doneSlow: Int, verifiedSlow: Int) {
            self.begun = begun
            self.doneEarliest = doneEarliest
            self.doneSlow = doneSlow
            self.verifiedSlow = verifiedSlow
        }

        /// Everything of it that must be on the scale.
        var times: [Int] {
            [begun, doneEarliest, doneSlow, verifiedSlow] + answers + [deadline, sunset].compactMap(\.self)
        }
    }

    /// A commitment with its steps.
    public struct Row: Hashable, Sendable {
        /// Which one; no two rows of a chart have the same.
        public var number: Int
        /// What is done.
        public var title: String
        /// Its steps, by time.
        public var steps: [Step]

        /// A row.
        public init(_ number: Int, title: String, steps: [Step]) {
            self.number = number
            self.title = title
            self.steps = steps
        }
    }

    /// What the same parties do.
    public struct Lane: Hashable, Sendable {
        /// Who does it.
        public var name: String
        /// What, by time.
        public var rows: [Row]

        /// A lane.
        public init(_ name: String, rows: [Row]) {
            self.name = name
            self.rows = rows
        }
    }

    /// An event that things are counted from.
    public struct Event: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// When it is at the earliest.
        public var earliest: Int
        /// When it is at the latest.
        public var latest: Int

        /// An event.
        public init(_ name: String, earliest: Int, latest: Int) {
            self.name = name
            self.earliest = earliest
            self.latest = latest
        }
    }

    /// That a step waits for another.
    public struct Wait: Hashable, Sendable {
        /// The row of what it waits for.
        public var from: Int
        /// When that is reached at the earliest.
        public var reached: Int
        /// The row of what waits.
        public var to: Int
        /// When its doing begins at the earliest.
        public var begun: Int

        /// A wait.
        public init(from: Int, reached: Int, to: Int, begun: Int) {
            self.from = from
            self.reached = reached
            self.to = to
            self.begun = begun
        }
    }

    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// What a reader must know; empty if nothing.
    public var caption: String
    /// The lanes, from top to bottom.
    public var lanes: [Lane]
    /// The events.
    public var events: [Event]
    /// Who waits for what.
    public var waits: [Wait]
    /// When the start is, where it has a date.
    public var start: Moment?
    /// The words of the key.
    public var words: Words
    /// Times that the scale must show beside those of the rows.
    var shown: [Int] = []
    /// Whether it is one of several, which are to look the same.
    var isPart = false

    /// A chart of steps.
    public init(
        title: String, description: String, caption: String = "", lanes: [Lane], events: [Event] = [],
        waits: [Wait] = [], start: Moment? = nil, words: Words
    ) {
        self.title = title
        self.description = description
        self.caption = caption
        self.lanes = lanes
        self.events = events
        self.waits = waits
        self.start = start
        self.words = words
    }

    /// The words of the key.
    public struct Words: Hashable, Sendable {
        /// The doing of a step at its quickest.
        public var doing = ""
        /// Between done at the earliest and done at the slowest.
        public var window = ""
        /// Verification.
        public var verification = ""
        /// A step with a consequence.
        public var gate = ""
        /// A response.
        public var response = ""
        /// A deadline.
        public var deadline = ""
        /// A step that may not wait.
        public var critical = ""
        /// From when something is done to its sunset.
        public var inForce = ""
        /// Nothing says by when.
        public var openEnded = ""
        /// An event.
        public var event = ""
        /// The same where one of them has a latest time as well.
        public var eventLatest = ""
        /// A wait.
        public var wait = ""
        /// The break of the scale.
        public var scaleBreak = ""
        /// The name of a lane that goes on from another chart; `{name}` stands for it.
        public var continued = "{name}"
        /// The words of the scale.
        public var time: TimeWords

        /// Words, to be filled one by one.
        public init(time: TimeWords) { self.time = time }
    }

    /// The drawing; its identifiers begin with `id`, which must be unique on a page.
    public func drawing(id: Anchor) -> Drawing {
        canvas(id: id).drawing(title: title, description: description, caption: caption)
    }

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas {
        let plan = Plan(self)
        return plan.canvas(id: id)
    }

    /// Everything that must be on the scale.
    var times: [Int] {
        shown + lanes.flatMap(\.rows).flatMap(\.steps).flatMap(\.times)
            + events.flatMap { [$0.earliest, $0.latest] }
    }
}
