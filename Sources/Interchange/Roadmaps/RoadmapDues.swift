import Assessment
import Negotiation
import Sequencing

/// By when commitments must be done, and until when what is done is in force.
///
/// A deadline has a date only where it is one, or is counted from an event that does not move. One that is counted from
/// what may itself be early or late has none: it says what it is counted from.
struct RoadmapDues {
    private let roadmap: Roadmap
    /// By point of the network: when it is, where that does not move; in minutes.
    private var fixed: [Int: Int] = [0: 0]

    init(_ report: RoadmapReport) {
        roadmap = report.roadmap
        settleEvents()
    }

    /// Events on a date, and those that follow them, perhaps each other, after an exact time.
    private mutating func settleEvents() {
        for _ in roadmap.events {
            for (event, point) in roadmap.events where fixed[point] == nil {
                for (place, constraint) in roadmap.network.constraints.enumerated()
                where constraint.to == point && roadmap.clauses[place] == .event(event.id) {
                    fixed[point] = fixed[constraint.from].map { $0 + constraint.atMost }
                }
            }
        }
    }

    /// The minute by which a step must be done; nil where it has no deadline, and where that moves.
    func due(_ place: Int) -> Int? {
        let step = roadmap.steps[place]
        let clause = Clause.deadline(step.commitment.id)
        return roadmap.network.constraints.indices.lazy.filter { index in
            roadmap.clauses[index] == clause && roadmap.network.constraints[index].to == step.done
        }.compactMap { index in
            let constraint = roadmap.network.constraints[index]
            return fixed[constraint.from].map { $0 + constraint.atMost }
        }.first
    }

    /// The same as a moment, where the start has a date: a deadline on a day is that day, not the minute that ends it.
    func dueMoment(_ place: Int, _ names: RoadmapNames) -> Moment? {
        guard let due = due(place) else { return nil }
        if case .on(let moment)? = roadmap.steps[place].commitment.deadline { return moment }
        return names.moment(due)
    }

    /// How long after what a step must be done at the latest; nil where its deadline is a date, where it has none, and where
    /// another of its tranches has it.
    func counted(_ place: Int) -> (after: Milestone, within: TimeSpan)? {
        let step = roadmap.steps[place]
        guard case .within(let span, let of)? = step.commitment.deadline, isLast(step) else { return nil }
        return (of ?? .event(roadmap.events.first?.event.id ?? Timetable.signature.id), span)
    }

    private func isLast(_ step: Roadmap.Step) -> Bool {
        step.tranche.map { $0 == step.commitment.tranches?.count } ?? true
    }

    /// When what is done then is no longer in force; nil where it is done for good. Months go by the calendar where the start has a date.
    static func sunset(_ commitment: Commitment, doneAt done: Int, _ names: RoadmapNames) -> Int? {
        guard let lasts = commitment.lasts else { return nil }
        guard lasts.isOfCalendar, let moment = names.moment(done), moment.date.year + lasts.count / 12 < 9_990
        else { return done + lasts.minutes }
        return done + moment.adding(months: lasts.count).minutes - moment.minutes
    }
}
