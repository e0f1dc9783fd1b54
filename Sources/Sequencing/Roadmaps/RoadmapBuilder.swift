import Negotiation

extension Roadmap {
    /// What a roadmap is made of.
    public struct Plan: Sendable {
        /// The commitments, in the order in which they are shown.
        public var commitments: [Commitment]
        /// By commitment: who decides how long it takes, where it takes time.
        public var deciders: [CommitmentID: DoingTime.Decider]
        /// The events and the reaction.
        public var timetable: Timetable
        /// Commitments that only begin if another one is not kept, also where that one is not among these.
        public var responses: Set<CommitmentID> = []
        /// The date of the first event, where another is tried than the timetable's.
        public var start: Moment?

        /// Commitments with the events that they are counted from.
        public init(
            commitments: [Commitment], deciders: [CommitmentID: DoingTime.Decider] = [:],
            timetable: Timetable = Timetable(), start: Moment? = nil
        ) {
            self.commitments = commitments
            self.deciders = deciders
            self.timetable = timetable
            self.start = start
        }
    }

    /// The roadmap of a plan; where one of several must come first, the one chosen.
    ///
    /// - Parameters:
    ///   - plan: commitments whose names all lead somewhere or are absent from the package.
    ///   - choices: which member of each alternative is waited for, in order; the first where it is not said.
    public init(_ plan: Plan, choices: [Int] = []) {
        var builder = RoadmapBuilder(plan, choices: choices)
        builder.build()
        self = builder.roadmap
    }
}

/// One roadmap in the making.
struct RoadmapBuilder {
    let plan: Roadmap.Plan
    let choices: [Int]
    var roadmap = Roadmap()
    /// By commitment: its steps in order, the responses that consist in it left out.
    var stepsOf: [CommitmentID: [Int]] = [:]
    var eventPoints: [EventID: Int] = [:]
    /// By step: in which scenarios its limits bind.
    var limitsOf: [[Label]] = []
    /// By point: how long after the start it is, where that is fixed and the start has a date.
    private var offsets: [Int: Int] = [:]
    /// By point of an event before the start: how long before, as a number below 0. What is bound to it is bound to the start.
    private var early: [Int: Int] = [:]
    private var noted: Set<RoadmapNote> = []

    init(_ plan: Roadmap.Plan, choices: [Int]) {
        self.plan = plan
        self.choices = choices
    }

    mutating func build() {
        let origin = plan.timetable.origin
        roadmap.start = plan.start ?? origin.on
        roadmap.reactionTime = .init(plan.timetable.reaction ?? Timetable.defaultReaction)
        eventPoints[origin.id] = point(origin.id.rawValue)
        roadmap.events.append((origin, 0))
        if roadmap.start != nil { offsets[0] = 0 }
        for event in plan.timetable.events.dropFirst() {
            eventPoints[event.id] = point(event.id.rawValue)
            roadmap.events.append((event, eventPoints[event.id]!))
        }
        for event in plan.timetable.events.dropFirst() {
            if let on = event.on { fix(event, on) }
        }
        makeSteps()
        for event in plan.timetable.events.dropFirst() {
            if let after = event.after { tie(event, after) }
        }
        settleLabels()
        limitsOf = limitLabels()
        bindSteps()
    }

    mutating func note(_ note: RoadmapNote) {
        if noted.insert(note).inserted { roadmap.notes.append(note) }
    }

    // MARK: Points and constraints

    mutating func point(_ name: String) -> Int {
        roadmap.network.points.append(name)
        roadmap.network.labels.append(.always)
        return roadmap.network.points.count - 1
    }

    /// `to` is at most so long after `from`.
    ///
    /// A limit, which a table could move, binds in the scenarios of these labels.
    mutating func bind(
        _ from: Int, _ to: Int, atMost: Int, _ clause: Clause, movable: Bool = false,
        in labels: [Label] = [.always]
    ) {
        // to − (start + k) ≤ w is to − start ≤ w + k; (start + k) − from ≤ w is start − from ≤ w − k.
        let limit = atMost + (early[from] ?? 0) - (early[to] ?? 0)
        for label in labels {
            roadmap.network.constraints.append(
                .init(
                    from: early[from] == nil ? from : 0, to: early[to] == nil ? to : 0, atMost: limit,
                    label: label))
            roadmap.clauses.append(clause)
            roadmap.isMovable.append(movable)
        }
    }

    mutating func link(
        _ start: Int, _ end: Int, _ least: Int, _ greatest: Int, _ clause: Clause,
        by decider: DoingTime.Decider?
    ) {
        // A duration from an event before the start has partly passed when all begins.
        if let before = early[start] {
            return link(0, end, max(0, least + before), max(0, greatest + before), clause, by: decider)
        }
        guard least < greatest else {
            bind(start, end, atMost: greatest, clause)
            bind(end, start, atMost: -least, clause)
            return
        }
        roadmap.network.contingentLinks.append(
            .init(start: start, end: end, least: least, greatest: greatest))
        roadmap.linkClauses.append(clause)
        roadmap.linkDeciders.append(decider)
    }

    /// The minutes of a span from a point; months by the calendar where the point has a date.
    mutating func minutes(_ span: TimeSpan, from point: Int, _ owner: RoadmapNote) -> Int {
        guard span.isOfCalendar else { return span.minutes }
        guard let start = roadmap.start, let offset = offsets[point] else {
            note(owner)
            return span.minutes
        }
        let from = Moment(minutes: start.minutes + offset)
        // Beyond the calendar that dates can be written in, thirty days must do.
        guard from.date.year + span.count / 12 < 9_990 else { return span.minutes }
        return from.adding(months: span.count).minutes - from.minutes
    }

    // MARK: Events

    private mutating func fix(_ event: Event, _ on: Moment) {
        guard let point = eventPoints[event.id] else { return }
        guard let start = roadmap.start else {
            note(.eventUndated(event.id))
            return
        }
        let offset = on.minutes - start.minutes
        offsets[point] = offset
        guard offset >= 0 else {
            early[point] = offset
            note(.eventBeforeStart(event.id))
            return
        }
        bind(0, point, atMost: offset, .event(event.id))
        bind(point, 0, atMost: -offset, .event(event.id))
    }

    private mutating func tie(_ event: Event, _ after: Prerequisite) {
        guard let point = eventPoints[event.id] else { return }
        guard let from = self.point(of: after.of) else {
            if let other = after.of.commitment { note(.eventWaitsForAbsent(event.id, other)) }
            return
        }
        let least = minutes(after.least, from: from, .floatingMonthOfEvent(event.id))
        let greatest = minutes(after.greatest ?? after.least, from: from, .floatingMonthOfEvent(event.id))
        if least >= greatest, let start = offsets[from] { offsets[point] = start + least }
        link(from, point, least, max(least, greatest), .event(event.id), by: .nature)
    }

    // MARK: Milestones

    /// The step that a milestone is one of; nil for an event, and for a commitment that is not there.
    func step(of milestone: Milestone) -> Int? {
        guard case .commitment(let id, _, let tranche) = milestone, let steps = stepsOf[id] else {
            return nil
        }
        guard let tranche else { return steps.last }
        return steps.indices.contains(tranche - 1) ? steps[tranche - 1] : steps.last
    }

    /// The point of a milestone; nil where the commitment is not there.
    func point(of milestone: Milestone) -> Int? {
        switch milestone {
        case .event(let id): return eventPoints[id]
        case .commitment(let id, let progress, let tranche):
            guard let place = step(of: milestone) else { return nil }
            switch progress {
            case .begun:
                // A commitment in tranches has begun with its first.
                return roadmap.steps[tranche == nil ? stepsOf[id]![0] : place].begun
            case .done: return roadmap.steps[place].done
            case .verified: return roadmap.steps[place].verified
            }
        }
    }

    /// The members of a group that are in the package.
    func present(_ group: [Prerequisite]) -> [Prerequisite] {
        group.filter { point(of: $0.of) != nil }
    }
}
