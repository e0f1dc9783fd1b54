/// A point of the timetable to which others are tied: an event, or a milestone of a commitment.
public enum Milestone: Hashable, Sendable {
    /// How far a commitment has come.
    public enum Progress: String, Hashable, Sendable, CaseIterable {
        /// Its doing has begun.
        case begun
        /// It is done.
        case done
        /// Its verifier has found it done.
        case verified
    }

    /// An event.
    case event(EventID)
    /// A commitment has come so far; where it has tranches, the last of them or the one of this number, from 1.
    case commitment(CommitmentID, Progress, tranche: Int? = nil)
}

/// Something that must come first, and how long after it.
public struct Prerequisite: Hashable, Sendable {
    /// What must come first.
    public var of: Milestone
    /// How long after it at the earliest.
    public var least: TimeSpan
    /// How long after it at the latest; nil: whenever.
    public var greatest: TimeSpan?

    /// Something that must come first.
    public init(_ of: Milestone, least: TimeSpan = .zero, greatest: TimeSpan? = nil) {
        self.of = of
        self.least = least
        self.greatest = greatest
    }
}

/// By when something must be done.
public enum Deadline: Hashable, Sendable {
    /// So long after an event or milestone; nil: after the timetable's first event.
    case within(TimeSpan, of: Milestone?)
    /// At that minute, or by the end of that day.
    case on(Moment)
}

/// A named point in time on which an agreement counts: signature, entry into force, a season, somebody's report.
public struct Event: Hashable, Sendable, Identifiable {
    /// The stable name.
    public var id: EventID
    /// The title that people read.
    public var title: Text?
    /// When it is or was, where the date is fixed.
    public var on: Moment?
    /// What it follows. Nobody at the table decides when, between the least and the greatest delay.
    public var after: Prerequisite?
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// An event.
    public init(
        id: EventID, title: Text? = nil, on: Moment? = nil, after: Prerequisite? = nil,
        sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.title = title
        self.on = on
        self.after = after
        self.sources = sources
        self.seenBy = seenBy
    }
}

/// What holds for the time of every package: the events that are counted from, how quickly the parties can react,
/// and rival readings of clauses.
public struct Timetable: Hashable, Sendable {
    /// The events, the one from which all is counted first; none: an event `signature` without a date.
    public var events: [Event]
    /// How long it takes until somebody can act on what has become known; nil: ``defaultReaction``.
    public var reaction: ReactionTime?
    /// What somebody takes clauses to mean.
    public var readings: [ClauseReading]

    /// How long it takes to act on what has become known, unless the dossier says otherwise.
    public static let defaultReaction = ReactionTime.after(TimeSpan(1, .days))
    /// The event from which all is counted where no event is named.
    public static let signature = Event(id: "signature", seenBy: .public)

    /// A timetable.
    public init(events: [Event] = [], reaction: ReactionTime? = nil, readings: [ClauseReading] = []) {
        self.events = events
        self.reaction = reaction
        self.readings = readings
    }

    /// The event from which all is counted.
    public var origin: Event { events.first ?? Self.signature }
    /// Whether it says nothing.
    public var isEmpty: Bool { self == Timetable() }
}

/// One way to read clauses of an agreement: commitments as somebody understands them. Rival readings stay side by
/// side; none is chosen.
public struct ClauseReading: Hashable, Sendable, Identifiable {
    /// The stable name.
    public var id: ClauseReadingID
    /// The title that people read.
    public var title: Text
    /// Which clauses are read.
    public var clause: Text?
    /// Who reads them so, as far as the sources say.
    public var heldBy: [PartyID]
    /// The commitments in this reading, each whole: in place of the one of its name, or new.
    public var commitments: [Commitment]
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// A reading.
    public init(
        id: ClauseReadingID, title: Text, clause: Text? = nil, heldBy: [PartyID] = [],
        commitments: [Commitment], sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.title = title
        self.clause = clause
        self.heldBy = heldBy
        self.commitments = commitments
        self.sources = sources
        self.seenBy = seenBy
    }
}
