import Assessment
import Negotiation
import Sequencing

/// When the steps and events of a roadmap are, responses and what is not fixed included, as a drawing needs it.
struct RoadmapStepTimes {
    /// From when to when a step is done.
    struct Window {
        let begun: Int
        let doneEarliest: Int
        let doneSlow: Int
        let verifiedSlow: Int
    }

    private let report: RoadmapReport
    private var windows: [Window?] = []
    /// By point of the network: from when to when it is reached.
    private var reached: [Int: ClosedRange<Int>] = [0: 0...0]

    init(_ report: RoadmapReport) {
        self.report = report
        // A response stands behind what it responds to.
        for (place, step) in report.roadmap.steps.enumerated() {
            windows.append(Self.window(place, step, report, windows))
        }
        for (step, when) in zip(report.roadmap.steps, report.times ?? []) {
            guard let when else { continue }
            reached[step.begun] = Self.range(when.begunEarliest, when.begunSlow)
            reached[step.done] = Self.range(when.doneEarliest, when.doneSlow)
            reached[step.verified] = Self.range(when.verifiedEarliest, when.verifiedSlow)
        }
        settleEvents()
    }

    /// Events follow what they are tied to, perhaps each other, by the minutes of the network: it counts months as the timetable does.
    private mutating func settleEvents() {
        let (roadmap, network) = (report.roadmap, report.roadmap.network)
        for (event, point) in roadmap.events.dropFirst() {
            // What lies before the start has no constraints.
            guard let on = event.on, let start = roadmap.start else { continue }
            let time = on.minutes - start.minutes
            reached[point] = time...time
        }
        for _ in roadmap.events {
            for (event, point) in roadmap.events where reached[point] == nil {
                for (place, constraint) in network.constraints.enumerated()
                where constraint.to == point && roadmap.clauses[place] == .event(event.id) {
                    reached[point] = reached[constraint.from].map {
                        ($0.lowerBound + constraint.atMost)...($0.upperBound + constraint.atMost)
                    }
                }
                for link in network.contingentLinks where link.end == point {
                    reached[point] = reached[link.start].map {
                        ($0.lowerBound + link.least)...($0.upperBound + link.greatest)
                    }
                }
            }
        }
    }

    private static func window(
        _ place: Int, _ step: Roadmap.Step, _ report: RoadmapReport, _ windows: [Window?]
    ) -> Window? {
        if let when = report.times?[place] {
            return Window(
                begun: when.begunEarliest, doneEarliest: when.doneEarliest, doneSlow: when.doneSlow,
                verifiedSlow: when.verifiedSlow)
        }
        guard let failed = step.responseTo, windows.indices.contains(failed), let known = windows[failed]
        else { return nil }
        let response = report.roadmap.steps[failed].commitment.ifNot.first {
            $0.begins == step.commitment.id
        }
        let takes = step.commitment.takes
        let begun = known.verifiedSlow
        let done =
            begun + (response?.within?.minutes ?? 0) + (takes?.greatest ?? takes?.least ?? .zero).minutes
        return Window(
            begun: begun, doneEarliest: begun + (takes?.least.minutes ?? 0), doneSlow: done,
            verifiedSlow: done + (step.commitment.verification?.greatest.minutes ?? 0))
    }

    /// When a step is done; nil where it is neither due nor a response.
    func window(_ place: Int) -> Window? { windows[place] }

    /// The step that a milestone is one of; nil for an event, and for what is not there.
    func step(of milestone: Milestone) -> Int? {
        guard case .commitment(let id, let progress, let tranche) = milestone else { return nil }
        let places = report.roadmap.steps.indices.filter { place in
            let step = report.roadmap.steps[place]
            return step.commitment.id == id && step.responseTo == nil
        }
        if let tranche { return places.first { report.roadmap.steps[$0].tranche == tranche } ?? places.last }
        return progress == .begun ? places.first : places.last
    }

    /// From the earliest to the latest time at which a milestone is reached.
    func milestone(_ milestone: Milestone) -> ClosedRange<Int>? {
        if case .event(let id) = milestone { return event(id) }
        guard case .commitment(_, let progress, _) = milestone, let place = step(of: milestone),
            let when = report.times?[place]
        else { return nil }
        return switch progress {
        case .begun: Self.range(when.begunEarliest, when.begunSlow)
        case .done: Self.range(when.doneEarliest, when.doneSlow)
        case .verified: Self.range(when.verifiedEarliest, when.verifiedSlow)
        }
    }

    private static func range(_ least: Int, _ greatest: Int) -> ClosedRange<Int> {
        least...max(least, greatest)
    }

    /// From the earliest to the latest time of an event; nil where it has no place on the timetable.
    func event(_ id: EventID) -> ClosedRange<Int>? {
        report.roadmap.events.first { $0.event.id == id }.flatMap { reached[$0.point] }
    }

    /// By when a step must be done, where that is counted from an event that does not move; else when it is done at the latest.
    func deadline(_ place: Int) -> Int? {
        let roadmap = report.roadmap
        let step = roadmap.steps[place]
        guard step.commitment.deadline != nil else { return nil }
        let events = Set(roadmap.events.map(\.point))
        for (index, constraint) in roadmap.network.constraints.enumerated()
        where constraint.to == step.done && roadmap.clauses[index] == .deadline(step.commitment.id)
            && events.contains(constraint.from)
        {
            if let from = reached[constraint.from], from.count == 1 {
                return from.lowerBound + constraint.atMost
            }
        }
        return report.times?[place]?.doneLatest
    }
}
