import Assessment
import Negotiation
import Sequencing

/// How limits are moved, in the units in which they count: nobody moves a deadline in days by three days and a minute.
extension RoadmapBlocks {
    private static let day = 1440

    /// A limit, how far it is moved, and what it then is: `the deadline of “Pull back” (A) by 4 days, to 14 January 2026`.
    func move(_ clause: Clause, by minutes: Int) -> Prose {
        let moved = moved(clause, by: minutes)
        let head = say("\(limit(clause)) by \(span(moved.minutes))")
        return moved.limit.map { say("\(head), to \($0)") } ?? head
    }

    /// A move that is no shorter, in whole days where the limit counts in days; and what the limit then is.
    func moved(_ clause: Clause, by minutes: Int) -> (minutes: Int, limit: Prose?) {
        switch clause {
        case .deadline(let id):
            switch commitment(id)?.deadline {
            case nil: return (minutes, nil)
            case .within(let span, _)?: return moved(span, by: minutes)
            case .on(let moment)?:
                let minutes = moment.minute == nil ? Self.roundedUp(minutes, to: Self.day) : minutes
                return (minutes, later(moment, by: minutes).map(phrasing.moment))
            }
        case .notAfter(_, let prerequisite): return moved(prerequisite.greatest, by: minutes)
        case .tranches(let id): return moved(commitment(id)?.tranches?.greatest, by: minutes)
        case .response(let id, let place):
            return moved(commitment(id)?.ifNot.dropFirst(place).first?.within, by: minutes)
        default: return (minutes, nil)
        }
    }

    private func moved(_ span: TimeSpan?, by minutes: Int) -> (minutes: Int, limit: Prose?) {
        guard let span else { return (minutes, nil) }
        switch span.unit {
        case .minutes: return (minutes, phrasing.length(span.count + minutes, .minutes))
        case .hours:
            let minutes = Self.roundedUp(minutes, to: 60)
            return (minutes, phrasing.length(span.count + minutes / 60, .hours))
        case .days, .weeks:
            let minutes = Self.roundedUp(minutes, to: Self.day)
            return (minutes, phrasing.length((span.minutes + minutes) / Self.day, .days))
        case .months:
            let minutes = Self.roundedUp(minutes, to: Self.day)
            return (minutes, say("\(phrasing.span(span)) and \(self.span(minutes))"))
        }
    }

    /// A moment so much later, with the hour if it has one; nil beyond the calendar.
    private func later(_ moment: Moment, by minutes: Int) -> Moment? {
        let later = moment.minutes + minutes
        guard later <= Self.lastMinute else { return nil }
        return moment.minute == nil ? Moment(Moment(minutes: later).date.description) : Moment(minutes: later)
    }

    private static func roundedUp(_ minutes: Int, to unit: Int) -> Int { (minutes + unit - 1) / unit * unit }

    /// How long an uncontrolled duration may be at most, in whole days where it counts in days.
    func bearable(_ minutes: Int, _ clause: Clause) -> Prose {
        let limit: TimeSpan?
        let least: TimeSpan?
        switch clause {
        case .duration(let id):
            (least, limit) = (commitment(id)?.takes?.least, commitment(id)?.takes?.greatest)
        case .verification(let id):
            (least, limit) = (commitment(id)?.verification?.least, commitment(id)?.verification?.greatest)
        case .event(let id):
            let after = roadmap.events.first { $0.event.id == id }?.event.after
            (least, limit) = (after?.least, after?.greatest)
        default: (least, limit) = (nil, nil)
        }
        let whole = minutes - minutes % Self.day
        let countsDays = limit.map { $0.unit != .hours && $0.unit != .minutes } ?? false
        return span(countsDays && whole > 0 && whole >= least?.minutes ?? 0 ? whole : minutes)
    }

    /// By how much clauses miss each other. A deadline on a date runs to the last minute of its day, which nobody counts.
    func excess(_ conflict: ClauseConflict) -> Prose {
        let isOfDay = conflict.clauses.contains { clause in
            guard case .deadline(let id) = clause, case .on(let moment)? = commitment(id)?.deadline else {
                return false
            }
            return moment.minute == nil
        }
        let whole = conflict.excess - conflict.excess % Self.day
        guard isOfDay, whole > 0, whole < conflict.excess else { return span(conflict.excess) }
        return say("more than \(span(whole))")
    }
}
