import Assessment
import Negotiation
import Sequencing

extension RoadmapCharts {
    /// The parties that share a drawing, so that it stays legible on a page.
    private static var panelLimit: Int { 2 }

    func exposures() -> [Figure] {
        let order = phrasing.inOrder(report.exposures.map(\.party))
        let panels = order.compactMap { party in report.exposures.first { $0.party == party } }.map(panel)
        guard !panels.isEmpty else { return [] }
        var words = ExposureChart.Words(time: timeWords)
        words.curve = say("what would be lost, at least").text
        words.band = say("what would be lost, at most").text
        words.worst = say("most at stake").text
        words.zero = say("nothing at stake; below it, more was received than could be lost").text
        words.scaleBreak = say("here the scale of time changes: what follows is drawn closer together").text
        if !panels.contains(where: \.isBand) { words.curve = say("what would be lost").text }
        let shown = panels.flatMap(\.points).map(\.time)
        let starts = stride(from: 0, to: panels.count, by: Self.panelLimit)
        return starts.enumerated().map { number, first in
            let part = Array(panels[first..<min(first + Self.panelLimit, panels.count)])
            let anchor = Self.anchor("roadmap-exposure", number)
            let title =
                starts.underestimatedCount > 1
                ? say(
                    "What each would lose if the others stopped: \(phrasing.wording.list(part.map(\.name)))")
                : say("What each would lose if the others stopped keeping their commitments")
            let chart = ExposureChart(
                title: title.text, description: exposureDescription(part),
                caption: exposureCaption(panels.count > 1), panels: part, start: roadmap.start, words: words,
                shown: shown)
            return Figure(chart.drawing(id: anchor), table: nil, anchor: anchor)
        }
    }

    private func exposureCaption(_ areSeveral: Bool) -> String {
        var parts = [
            say("In points, if everybody is prompt and what nobody decides takes its longest.")
        ]
        if areSeveral {
            parts.append(
                say("Each party has its own scale: heights of different parties must not be compared."))
        }
        return parts.map(\.text).joined(separator: " ")
    }

    private func panel(_ exposure: PartyExposure) -> ExposureChart.Panel {
        let worst = exposure.exposure.worst
        return ExposureChart.Panel(
            phrasing.party(exposure.party), basis: phrasing.basis(exposure.basis, of: [exposure.sheet]).text,
            points: exposure.exposure.points.map {
                .init($0.time, before: $0.before.range, after: $0.after.range)
            },
            worstTime: worst.time, worst: worst.exposure.greatest,
            worstLabel: worstLabel(exposure, worst).capitalised.text)
    }

    private typealias PartyExposure = RoadmapReport.PartyExposure

    private func worstLabel(_ exposure: PartyExposure, _ worst: Exposure.WorstMoment) -> Prose {
        guard worst.exposure.greatest > 0 else { return say("At no time would anything be lost.") }
        let head = say("\(day(worst.time)): \(blocks.points(worst.exposure)) points")
        guard let event = worst.event else { return head }
        let step = roadmap.steps[exposure.steps[event.entry]]
        let title = "“\(phrasing.text(step.commitment.name))”"
        let what = step.tranche.map { say("tranche \(String($0)) of \(title)") } ?? Prose(title)
        return switch (event.milestone, worst.side) {
        case (.begun, _): say("\(head), when \(what) has begun")
        case (.done, .before): say("\(head), risen since \(what) was done")
        case (.done, .after): say("\(head), when \(what) is done")
        case (.sunset, _): say("\(head), when \(what) ends")
        }
    }

    private func exposureDescription(_ panels: [ExposureChart.Panel]) -> String {
        let parts = panels.map { panel -> Prose in
            let least = panel.values.min() ?? 0
            return say(
                "\(panel.name) (\(panel.basis)): a curve between \(blocks.points(least)) and \(blocks.points(panel.values.max() ?? 0)) points; most at stake: \(panel.worstLabel)."
            )
        }
        return ([say("Curves over time, one party under the other.")] + parts).map(\.text).joined(
            separator: " ")
    }
}

extension Bounds {
    fileprivate var range: ClosedRange<Double> { least...greatest }
}
