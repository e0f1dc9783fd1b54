import Assessment
import Negotiation
import Sequencing

/// Readings of clauses, and what the timetable cannot show.
extension RoadmapJSON {
    func outcome(_ outcome: RoadmapReport.ReadingOutcome) -> JSON {
        [
            "reading": .name(outcome.reading?.id),
            "heldBy": .names(outcome.reading?.heldBy ?? []),
            "conflicts": .array(outcome.conflicts.map { conflict($0, hasScenario: false) }),
            "deadlocks": .array(outcome.deadlocks.map(deadlock)),
        ]
    }

    func pair(_ pair: RoadmapReport.ReadingPair) -> JSON {
        [
            "first": .name(report.readings[pair.first].reading?.id),
            "second": .name(report.readings[pair.second].reading?.id),
            "conflicts": .array(pair.conflicts.map { conflict($0, hasScenario: false) }),
            "deadlocks": .array(pair.deadlocks.map(deadlock)),
        ]
    }

    func note(_ note: RoadmapNote) -> JSON {
        func about(_ kind: String, _ id: CommitmentID, _ other: CommitmentID? = nil) -> JSON {
            .object(
                [("kind", .string(kind)), ("commitment", .name(id))]
                    + (other.map { [("other", .name($0))] } ?? []))
        }
        switch note {
        case .waitsForAbsent(let id, let other): return about("waits-for-absent", id, other)
        case .eventWaitsForAbsent(let id, let other):
            return [
                "kind": "event-waits-for-absent", "event": .name(id), "other": .name(other),
            ]
        case .tiedToAbsent(let id, let other): return about("tied-to-absent", id, other)
        case .deadlineUndated(let id): return about("deadline-undated", id)
        case .eventUndated(let id): return ["kind": "event-undated", "event": .name(id)]
        case .floatingMonth(let id): return about("floating-month", id)
        case .floatingMonthOfEvent(let id):
            return ["kind": "floating-month-of-event", "event": .name(id)]
        case .verificationTimeUnknown(let id): return about("verification-time-unknown", id)
        case .openEnded(let id): return about("open-ended", id)
        case .responseInWords(let id): return about("response-in-words", id)
        case .never(let id): return about("never-due", id)
        case .tooManyGates(let id): return about("too-many-gates", id)
        case .answersAbsent(let id): return about("answers-absent", id)
        case .responseInOneStep(let id): return about("response-in-one-step", id)
        case .suspension(let id, let other): return about("suspension", id, other)
        case .eventBeforeStart(let id): return ["kind": "event-before-start", "event": .name(id)]
        }
    }
}
