import Assessment
import Negotiation
import Sequencing

extension RoadmapReport {
    /// The timetable as a drawing, in several where it is long; none where no times keep all clauses.
    ///
    /// They have no tables: the chapter's own says the same in full.
    package func ganttFigures(_ phrasing: Phrasing) -> [Figure] {
        RoadmapCharts(report: self, phrasing: phrasing).timetables()
    }

    /// What parties have at stake over time as drawings, a few parties in each; none where no sheet says it.
    package func exposureFigures(_ phrasing: Phrasing) -> [Figure] {
        RoadmapCharts(report: self, phrasing: phrasing).exposures()
    }
}

/// The drawings of a roadmap.
struct RoadmapCharts {
    let report: RoadmapReport
    let phrasing: Phrasing

    var roadmap: Roadmap { report.roadmap }
    var blocks: RoadmapBlocks { RoadmapBlocks(report: report, phrasing: phrasing) }

    func say(_ sentence: Sentence) -> Prose { phrasing.say(sentence) }

    private static var waitLimit: Int { 25 }
    private static var eventLimit: Int { 10 }

    // MARK: The timetable

    func timetables() -> [Figure] {
        guard report.times != nil else { return [] }
        let times = RoadmapStepTimes(report)
        let (lanes, rowOfStep) = lanes(times)
        guard !lanes.isEmpty else { return [] }
        let events = roadmap.events.compactMap { event, _ in
            times.event(event.id).map { window in
                GanttChart.Event(name(of: event), earliest: window.lowerBound, latest: window.upperBound)
            }
        }
        let shown = Array(events.filter { $0.earliest >= 0 }.prefix(Self.eventLimit))
        let hasWaits = roadmap.steps.count <= Self.waitLimit
        let chart = GanttChart(
            title: say("Who does what, and when").text, description: "",
            caption: caption(left: roadmap.events.count - shown.count), lanes: lanes, events: shown,
            waits: hasWaits ? waits(times, rowOfStep) : [], start: roadmap.start, words: ganttWords)
        let pages = chart.pages()
        return pages.enumerated().map { number, page in
            var page = page
            if pages.count > 1 {
                page.title =
                    say("Who does what, and when: \(String(number + 1)) of \(String(pages.count))").text
                if number > 0 { page.caption = "" }
            }
            page.description = description(page)
            let anchor = Self.anchor("roadmap-timetable", number)
            return Figure(page.drawing(id: anchor), table: nil, anchor: anchor)
        }
    }

    static func anchor(_ name: String, _ number: Int) -> Anchor {
        Anchor(number == 0 ? name : "\(name)-\(number + 1)")
    }

    private func name(of event: Event) -> String {
        if let title = event.title { return phrasing.text(title) }
        return event.id == Timetable.signature.id ? say("signature").capitalised.text : event.id.rawValue
    }

    /// Lanes in the neutral order, what several do together last; by step, its row.
    private func lanes(_ times: RoadmapStepTimes) -> ([GanttChart.Lane], [Int: Int]) {
        var steps: [CommitmentID: [Int]] = [:]
        var order: [CommitmentID] = []
        for place in roadmap.steps.indices where times.window(place) != nil {
            let id = roadmap.steps[place].commitment.id
            if steps[id] == nil { order.append(id) }
            steps[id, default: []].append(place)
        }
        var rows: [(who: [PartyID], begun: Int, row: GanttChart.Row)] = []
        var rowOfStep: [Int: Int] = [:]
        for (number, id) in order.enumerated() {
            let places = steps[id] ?? []
            let first = roadmap.steps[places[0]]
            let what = phrasing.text(first.commitment.name)
            let row = GanttChart.Row(
                number, title: first.responseTo == nil ? what : say("If not: \(what)").text,
                steps: places.compactMap { step($0, times) })
            for place in places { rowOfStep[place] = number }
            rows.append((phrasing.inOrder(first.commitment.who), row.steps.map(\.begun).min() ?? 0, row))
        }
        let single = phrasing.inOrder(Array(Set(rows.filter { $0.who.count == 1 }.map { $0.who[0] })))
        var joint: [[PartyID]] = []
        for row in rows where row.who.count != 1 && !joint.contains(row.who) { joint.append(row.who) }
        let lanes = (single.map { [$0] } + joint).map { who in
            GanttChart.Lane(
                phrasing.parties(who).text,
                rows: rows.filter { $0.who == who }.sorted {
                    ($0.begun, $0.row.number) < ($1.begun, $1.row.number)
                }.map(\.row))
        }
        return (lanes, rowOfStep)
    }

    private func step(_ place: Int, _ times: RoadmapStepTimes) -> GanttChart.Step? {
        let step = roadmap.steps[place]
        guard let window = times.window(place) else { return nil }
        var result = GanttChart.Step(
            begun: window.begun, doneEarliest: window.doneEarliest, doneSlow: window.doneSlow,
            verifiedSlow: window.verifiedSlow)
        guard let when = report.times?[place] else {
            result.isResponse = true
            return result
        }
        let isLast = step.tranche.map { $0 == step.commitment.tranches?.count } ?? true
        if isLast {
            result.deadline = times.deadline(place)
            result.sunset = blocks.sunset(step.commitment, doneAt: when.doneSlow)
            result.isOpenEnded =
                when.doneLatest == nil && roadmap.notes.contains(.openEnded(step.commitment.id))
        }
        result.isGate = step.gate != nil
        result.isCritical = when.isCritical
        result.answers = roadmap.answers.filter { $0.step == place }.map {
            when.verifiedSlow + (step.commitment.ifNot[$0.place].within?.minutes ?? 0)
        }
        return result
    }

    private func waits(_ times: RoadmapStepTimes, _ rowOfStep: [Int: Int]) -> [GanttChart.Wait] {
        var result: [GanttChart.Wait] = []
        for (place, step) in roadmap.steps.enumerated() where (step.tranche ?? 1) == 1 {
            guard let to = rowOfStep[place], let begun = times.window(place)?.begun else { continue }
            if let failed = step.responseTo {
                if let from = rowOfStep[failed], let known = times.window(failed)?.verifiedSlow {
                    result.append(.init(from: from, reached: known, to: to, begun: begun))
                }
                continue
            }
            for (number, group) in step.commitment.after.enumerated() {
                for prerequisite in waited(group, number, by: step.commitment.id) {
                    guard let other = times.step(of: prerequisite.of), let from = rowOfStep[other],
                        let reached = times.milestone(prerequisite.of)?.lowerBound
                    else { continue }
                    result.append(.init(from: from, reached: reached, to: to, begun: begun))
                }
            }
        }
        // Where several tranches are waited for, the first line says it.
        var seen: Set<[Int]> = []
        return result.filter { seen.insert([$0.from, $0.to]).inserted }
    }

    /// What of a group is waited for: the one chosen where one of several must come first.
    private func waited(
        _ group: [Prerequisite], _ number: Int, by id: CommitmentID
    ) -> [Prerequisite] {
        guard group.count > 1 else { return group }
        let alternative = roadmap.alternatives.first { choice in
            choice.commitment == id && choice.members.allSatisfy(group.contains)
        }
        return alternative.map { [$0.members[$0.chosen]] } ?? group
    }

    // MARK: Words

    private var ganttWords: GanttChart.Words {
        var words = GanttChart.Words(time: timeWords)
        words.doing = say("being done, if everything goes quickly").text
        words.window = say("done by then, if everything takes its longest").text
        words.verification = say("being verified, if everything takes its longest").text
        words.gate = say("by then it is known whether it was kept; if not, others respond").text
        words.response = say("response, only if something is not kept").text
        words.deadline =
            hasMovingDeadlines
            ? say("deadline; the latest there can be, where it is counted from what others do").text
            : say("deadline").text
        words.critical = say("critical, its name in bold: it may not wait").text
        words.inForce = say("in force until its sunset").text
        words.openEnded = say("nothing says by when it must be done").text
        words.event = say("event").text
        words.eventLatest = say("event; the paler line beside it, where there is one, is its latest").text
        words.wait = say("what is at its end waits for what is at its beginning").text
        words.scaleBreak = say("here the scale of time changes: what follows is drawn closer together").text
        words.continued = say("\("{name}"), continued").text
        return words
    }

    /// Whether a deadline is counted from what is done, which may be early or late.
    private var hasMovingDeadlines: Bool {
        roadmap.steps.contains { step in
            guard case .within(_, let milestone?)? = step.commitment.deadline else { return false }
            return milestone.commitment != nil
        }
    }

    var timeWords: TimeWords {
        let origin = roadmap.events.first.map { phrasing.event($0.event.id).text } ?? ""
        let dated = roadmap.start.map { say("from \(phrasing.moment($0)): \(origin)").text }
        return TimeWords(
            hours: say("hours after \(origin)").text, days: say("days after \(origin)").text,
            dates: dated ?? "", years: say("\("{count}") years").text, months: phrasing.wording.months)
    }

    private func caption(left: Int) -> String {
        var parts: [Prose] = []
        if roadmap.notes.contains(where: { if case .tooManyGates = $0 { true } else { false } }) {
            parts.append(say("Some verifications are drawn as if nothing followed from them."))
        }
        if left > 0 {
            parts.append(
                phrasing.counted(
                    left, one: "One event is not drawn.",
                    many: "\(phrasing.wording.number(left)) events are not drawn."
                ).capitalised)
        }
        return parts.map(\.text).joined(separator: " ")
    }

    /// The drawing in words: what each lane holds, from when to when, and what may not wait.
    private func description(_ chart: GanttChart) -> String {
        var parts = [say("Bars from left to right over time, in a lane for each party.")]
        for lane in chart.lanes {
            let steps = lane.rows.flatMap(\.steps)
            let begun = steps.map(\.begun).min() ?? 0
            let done = steps.map(\.verifiedSlow).max() ?? 0
            parts.append(
                phrasing.counted(
                    lane.rows.count,
                    one: "\(lane.name): 1 commitment, from \(day(begun)) to \(day(done)).",
                    many:
                        "\(lane.name): \(String(lane.rows.count)) commitments, from \(day(begun)) to \(day(done))."
                ))
        }
        let critical = chart.lanes.flatMap(\.rows).filter(\.isCritical).map { say("“\($0.title)”") }
        if !critical.isEmpty { parts.append(say("Critical: \(phrasing.wording.list(critical)).")) }
        return parts.map(\.text).joined(separator: " ")
    }

    /// A date, else so many days from the start.
    func day(_ minutes: Int) -> Prose {
        blocks.moment(minutes).map { phrasing.wording.date($0.date) } ?? blocks.time(minutes)
    }
}
