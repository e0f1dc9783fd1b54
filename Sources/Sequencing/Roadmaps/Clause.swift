public import Negotiation

/// What a constraint of a roadmap's network comes from, in the words of the dossier.
public enum Clause: Hashable, Sendable {
    /// A commitment is done by its deadline.
    case deadline(CommitmentID)
    /// A commitment begins only after something, or so long after it.
    case notBefore(CommitmentID, Prerequisite)
    /// A commitment begins at most so long after something.
    case notAfter(CommitmentID, Prerequisite)
    /// How long the doing of a commitment takes.
    case duration(CommitmentID)
    /// How long verification of a commitment takes.
    case verification(CommitmentID)
    /// Two commitments are done at the same moment.
    case together(CommitmentID, CommitmentID)
    /// How long lies between the tranches of a commitment.
    case tranches(CommitmentID)
    /// The tranches of a commitment go in step with those of another.
    case inStep(CommitmentID, CommitmentID)
    /// The response of this place to a commitment that is not kept, and its time.
    case response(CommitmentID, Int)
    /// When an event is.
    case event(EventID)
    /// Nothing comes before the event from which all is counted, nor what follows an outcome before it is known.
    case order

    /// Whether it says what something waits for.
    var isWait: Bool {
        switch self {
        case .notBefore, .tranches, .inStep: true
        default: false
        }
    }

    /// The commitment whose clause it is.
    public var commitment: CommitmentID? {
        switch self {
        case .deadline(let id), .notBefore(let id, _), .notAfter(let id, _), .duration(let id),
            .verification(let id),
            .together(let id, _), .tranches(let id), .inStep(let id, _), .response(let id, _):
            id
        case .event, .order: nil
        }
    }
}

/// Something about a roadmap that a careful reader must know, because the timetable cannot show it.
public enum RoadmapNote: Hashable, Sendable {
    /// The commitment waits for one that is not part of the package; the timetable leaves the wait out.
    case waitsForAbsent(CommitmentID, CommitmentID)
    /// The event follows a commitment that is not part of the package; the timetable lets it come at any time.
    case eventWaitsForAbsent(EventID, CommitmentID)
    /// The commitment is tied to one that is not part of the package; the timetable leaves the tie out.
    case tiedToAbsent(CommitmentID, CommitmentID)
    /// The commitment's deadline is a date, and the event from which all is counted has none.
    case deadlineUndated(CommitmentID)
    /// The event has a date, and the one from which all is counted has none.
    case eventUndated(EventID)
    /// A month of the commitment is counted from something without a date: as thirty days.
    case floatingMonth(CommitmentID)
    /// The same of an event.
    case floatingMonthOfEvent(EventID)
    /// The commitment is verified, and nobody says how long that may take: counted as at once.
    case verificationTimeUnknown(CommitmentID)
    /// Nothing says by when the commitment must be done.
    case openEnded(CommitmentID)
    /// What follows if the commitment is not kept is said in words alone: no branch of the timetable.
    case responseInWords(CommitmentID)
    /// The commitment waits for outcomes that exclude each other: it is never due.
    case never(CommitmentID)
    /// The commitment only begins if another one is not kept, and that one is not part of the package: it is left out.
    case answersAbsent(CommitmentID)
    /// The commitment is a response and has tranches; the timetable takes it as one step.
    case responseInOneStep(CommitmentID)
    /// The event has a date before the start.
    case eventBeforeStart(EventID)
    /// If the first commitment is not kept, the second no longer binds; there are too many such ways for the timetable to show it.
    case suspension(CommitmentID, CommitmentID)
    /// There are more verifications with two outcomes than can be looked at; those of this commitment count as passed.
    case tooManyGates(CommitmentID)
}
