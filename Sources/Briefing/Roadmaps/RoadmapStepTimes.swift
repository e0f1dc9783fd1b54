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

    init(_ report: RoadmapReport) {
        self.report = report
        // A response stands behind what it responds to.
        for (place, step) in report.roadmap.steps.enumerated() {
            windows.append(Self.window(place, step, report, windows))
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
    func event(_ id: EventID) -> ClosedRange<Int>? { event(id, seen: []) }

    private func event(_ id: EventID, seen: Set<EventID>) -> ClosedRange<Int>? {
        let roadmap = report.roadmap
        guard let place = roadmap.events.firstIndex(where: { $0.event.id == id }), !seen.contains(id) else {
            return nil
        }
        if place == 0 { return 0...0 }
        let event = roadmap.events[place].event
        if let on = event.on {
            return roadmap.start.map { start in
                let time = on.minutes - start.minutes
                return time...time
            }
        }
        guard let after = event.after else { return nil }
        let base: ClosedRange<Int>?
        if case .event(let other) = after.of {
            base = self.event(other, seen: seen.union([id]))
        } else {
            base = milestone(after.of)
        }
        return base.map { base in
            let least = base.lowerBound + after.least.minutes
            return least...max(least, base.upperBound + (after.greatest ?? after.least).minutes)
        }
    }
}
