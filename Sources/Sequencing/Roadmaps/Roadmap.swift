public import Negotiation

/// The commitments of a package as a temporal network, with what each part of it comes from.
///
/// Each commitment, or each of its tranches, has a point at which its doing begins, one at which it is done and one at which it is
/// verified; these are one point where nothing lies between them. A commitment with a response that is a branch of the
/// timetable is a *gate*: whether it is kept is observed at its verification, or, without a verifier, when it is done. What
/// waits for it to be verified is done only if it is; its responses only if it is not. The network counts minutes.
public struct Roadmap: Sendable {
    /// One commitment, or one of its tranches, or the response that consists in one.
    public struct Step: Hashable, Sendable {
        /// The commitment.
        public var commitment: Commitment
        /// Which tranche, from 1; nil where it has none.
        public var tranche: Int?
        /// The step whose failure it responds to, where it is done in that case alone.
        public var responseTo: Int?
        /// Who decides how long the doing takes; nil where it takes no time.
        public var decider: DoingTime.Decider?
        /// The point at which its doing begins.
        public var begun: Int
        /// The point at which it is done.
        public var done: Int
        /// The point at which it is verified; ``done`` without verification or where that takes no time.
        public var verified: Int
        /// The proposition that it was kept; nil where nothing follows if not.
        public var gate: Int?
        /// In which scenarios it is due.
        public var label: Label
    }

    /// A response to a step that was not kept, where the dossier names no commitment for it.
    public struct Answer: Hashable, Sendable {
        /// The step.
        public var step: Int
        /// Which of the commitment's responses.
        public var place: Int
        /// The point at which it is given.
        public var point: Int
    }

    /// A choice between things of which one must come first.
    public struct Alternative: Hashable, Sendable {
        /// The commitment that waits.
        public var commitment: CommitmentID
        /// Those of its group that are in the package.
        public var members: [Prerequisite]
        /// Which one the network waits for.
        public var chosen: Int
    }

    /// The steps: commitments in the order given, tranches in order, responses last.
    public internal(set) var steps: [Step] = []
    /// The responses that are no commitments.
    public internal(set) var answers: [Answer] = []
    /// The events, the one from which all is counted first, each with its point.
    public internal(set) var events: [(event: Event, point: Int)] = []
    /// The network.
    public internal(set) var network = TemporalNetwork(points: [], origin: 0)
    /// By constraint of the network: what it comes from.
    public internal(set) var clauses: [Clause] = []
    /// By constraint: whether it says *at most* in a way that a table could move.
    public internal(set) var isMovable: [Bool] = []
    /// By uncontrolled duration: what it comes from.
    public internal(set) var linkClauses: [Clause] = []
    /// By uncontrolled duration: who decides; nil: a verifier or the world.
    public internal(set) var linkDeciders: [DoingTime.Decider?] = []
    /// The choices between things of which one must come first.
    public internal(set) var alternatives: [Alternative] = []
    /// What the timetable cannot show.
    public package(set) var notes: [RoadmapNote] = []
    /// When the event is from which all is counted; nil: nobody has said.
    public internal(set) var start: Moment?
    /// How soon the parties can act on what has become known; a delay is in minutes.
    public internal(set) var reactionTime = Reaction.instantaneous

    /// The gates: the steps with two outcomes, by proposition.
    public var gates: [Int] {
        var result = [Int](repeating: -1, count: network.observations.count)
        for (place, step) in steps.enumerated() {
            if let gate = step.gate { result[gate] = place }
        }
        return result
    }

    /// Whether there are more verifications with two outcomes than can be looked at, so that some count as passed.
    public var leavesGatesOut: Bool {
        notes.contains { if case .tooManyGates = $0 { true } else { false } }
    }

    /// The reaction in whole minutes; a moment, however short, has none.
    public var reaction: Int {
        if case .delay(let minutes) = reactionTime { minutes } else { 0 }
    }

    /// The date and time of so many minutes after the start; nil where that has none.
    public func moment(_ minutes: Int) -> Moment? {
        start.map { Moment(minutes: $0.minutes + minutes) }
    }

    /// The commitments that it is made of, without repetition, in order.
    public var commitments: [Commitment] {
        var seen: Set<CommitmentID> = []
        return steps.map(\.commitment).filter { seen.insert($0.id).inserted }
    }
}
