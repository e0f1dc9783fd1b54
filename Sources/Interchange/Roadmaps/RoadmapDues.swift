import Assessment
import Negotiation
import Sequencing

/// By when commitments must be done, if all that their deadlines are counted from takes its longest.
struct RoadmapDues {
    private let roadmap: Roadmap
    /// By point: when it is reached then, in minutes.
    private var reached: [Int: Int] = [0: 0]

    init(_ report: RoadmapReport) {
        roadmap = report.roadmap
        for (step, times) in zip(roadmap.steps, report.times ?? []) {
            guard let times else { continue }
            reached[step.begun] = times.begunSlow
            reached[step.done] = times.doneSlow
            reached[step.verified] = times.verifiedSlow
        }
        settleEvents()
    }

    /// Events follow what they are tied to, perhaps each other.
    private mutating func settleEvents() {
        for _ in roadmap.events {
            for (event, point) in roadmap.events where reached[point] == nil {
                for (place, constraint) in roadmap.network.constraints.enumerated()
                where constraint.to == point && roadmap.clauses[place] == .event(event.id) {
                    reached[point] = reached[constraint.from].map { $0 + constraint.atMost } ?? reached[point]
                }
                for link in roadmap.network.contingentLinks where link.end == point {
                    reached[point] = reached[link.start].map { $0 + link.greatest }
                }
            }
        }
    }

    /// The minute by which a step must be done; nil where it has no deadline, or what that is counted from is never reached.
    func due(_ place: Int) -> Int? {
        let step = roadmap.steps[place]
        let clause = Clause.deadline(step.commitment.id)
        return roadmap.network.constraints.indices.lazy.filter { index in
            roadmap.clauses[index] == clause && roadmap.network.constraints[index].to == step.done
        }.compactMap { index in
            let constraint = roadmap.network.constraints[index]
            return reached[constraint.from].map { $0 + constraint.atMost }
        }.first
    }

    /// The same as a date, where the start has one: a deadline on a day is that day, not the midnight that ends it.
    func dueDate(_ place: Int, _ names: RoadmapNames) -> CalendarDate? {
        guard let due = due(place) else { return nil }
        if case .on(let moment)? = roadmap.steps[place].commitment.deadline { return moment.date }
        return names.moment(due)?.date
    }
}
