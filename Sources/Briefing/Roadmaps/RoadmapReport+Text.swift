public import Assessment
import Negotiation
import Sequencing

extension RoadmapReport {
    /// What `parley roadmap` prints for people.
    ///
    /// - Parameters:
    ///   - phrasing: the names of the dossier.
    ///   - limit: the most rows that one list shows.
    ///   - style: the terminal.
    public func text(_ phrasing: Phrasing, limit: Int = 60, style: TextStyle = TextStyle()) -> String {
        let parts = RoadmapBlocks(report: self, phrasing: phrasing, limit: max(1, limit))
        var blocks: [Block] = [.heading(parts.finding())]
        blocks += parts.verdict() + parts.weakest() + parts.premortem()
        blocks += parts.conflicts() + parts.failure() + parts.deadlocks(deadlocks)
        blocks += parts.table() + parts.dispatch()
        blocks += parts.incentives() + parts.commitmentProblems() + parts.readings() + parts.notes()
        return blocks.text(style, furniture: phrasing.wording.furniture)
    }

    /// What changes if something is tried otherwise.
    ///
    /// - Parameters:
    ///   - before: the same roadmap as it stands.
    ///   - phrasing: the names of the dossier.
    ///   - limit: the most rows that one list shows.
    ///   - style: the terminal.
    public func text(
        comparedWith before: RoadmapReport, _ phrasing: Phrasing, limit: Int = 60,
        style: TextStyle = TextStyle()
    ) -> String {
        let parts = RoadmapBlocks(report: self, phrasing: phrasing, limit: max(1, limit))
        let blocks =
            [.heading(parts.finding())] + parts.changes(from: before) + parts.notes(newSince: before)
            + parts.conflicts() + parts.failure()
        return blocks.text(style, furniture: phrasing.wording.furniture)
    }
}

extension RoadmapBlocks {
    /// What the timetable cannot show and could before: what is tried may be lost in it.
    func notes(newSince before: RoadmapReport) -> [Block] {
        var fresh = self
        fresh.report.roadmap.notes = roadmap.notes.filter { !before.roadmap.notes.contains($0) }
        return fresh.notes()
    }

    /// The verdict before and after, and every time that has changed.
    func changes(from before: RoadmapReport) -> [Block] {
        let old = RoadmapBlocks(report: before, phrasing: phrasing, limit: limit)
        var blocks: [Block] = [
            .paragraph(say("As it stands: \(old.finding()). With what is tried: \(finding())."))
        ]
        var rows: [[DataTable.Cell]] = []
        for (place, step) in roadmap.steps.enumerated() {
            guard
                let other = before.roadmap.steps.firstIndex(where: {
                    $0.commitment.id == step.commitment.id && $0.tranche == step.tranche
                        && $0.responseTo == step.responseTo
                })
            else { continue }
            let was = before.times?[other]
            let now = report.times?[place]
            guard was != now else { continue }
            func words(_ times: StepTimes?) -> [DataTable.Cell] {
                guard let times else { return ["–", "–", "–"] }
                return [
                    DataTable.Cell(window(times.doneEarliest, times.doneSlow)),
                    DataTable.Cell(latest(times)), DataTable.Cell(slack(roadmap.steps[place], times)),
                ]
            }
            let (left, right) = (words(was), words(now))
            // What changes only where no column tells it is no change to a reader.
            guard left != right else { continue }
            rows.append([DataTable.Cell(deed(ofStep: place))] + zip(left, right).flatMap { [$0, $1] })
        }
        // What breaking brings may change where no time does.
        blocks += report.keeping.compactMap { keeping -> Block? in
            let step = roadmap.steps[keeping.step]
            let old = before.keeping.first { other in
                other.party == keeping.party
                    && before.roadmap.steps[other.step].commitment.id == step.commitment.id
            }
            guard let old, old.model != keeping.model else { return nil }
            let was = say("T \(points(old.model.temptation)), L \(points(old.model.loss))")
            let now = say("T \(points(keeping.model.temptation)), L \(points(keeping.model.loss))")
            return .paragraph(
                say(
                    "\(deed(ofStep: keeping.step)): \(keepingVerdict(keeping)) (before: \(was); now: \(now))."
                ).capitalised)
        }
        guard before.times != nil, report.times != nil else {
            blocks.append(.paragraph(say("There are no times to compare.")))
            return blocks
        }
        guard !rows.isEmpty else {
            blocks.append(.paragraph(say("No time changes.")))
            return blocks
        }
        blocks.append(
            .table(
                DataTable(
                    caption: say("What changes"),
                    columns: [
                        DataTable.Column(say("Commitment"), namesRows: true),
                        DataTable.Column(say("Done, before")),
                        DataTable.Column(say("now")), DataTable.Column(say("Latest, before")),
                        DataTable.Column(say("now")),
                        DataTable.Column(say("May wait, before")), DataTable.Column(say("now")),
                    ], rows: Array(rows.prefix(limit)), isDense: rows.count > 12)))
        return blocks + notListed(of: rows.count)
    }
}
