import Assessment
import Negotiation
import Sequencing

extension Telling {
    /// Whether packages can be carried out: a line for each, and the latest of them in full.
    func roadmapChapter() -> Document.Chapter? {
        let told = situation.roadmaps
        guard let chosen = latestRoadmap else {
            guard case .failure(let error)? = told.first?.report, told.count == 1 else { return nil }
            // What a reader of this copy cannot settle is nothing to report to them.
            guard situation.viewer == .team else { return nil }
            return Document.Chapter(
                "roadmap", title: say("Whether an agreement can be carried out cannot be said"),
                blocks: [
                    .note(
                        .notKnown,
                        phrasing.problem(error) + Prose(" ") + phrasing.remedy(error, for: situation.viewer))
                ])
        }
        let parts = RoadmapBlocks(report: chosen, phrasing: phrasing)
        var blocks = parts.verdict() + parts.weakest()
        blocks += others(than: chosen)
        blocks += parts.premortem()
        blocks += parts.conflicts() + parts.failure() + parts.deadlocks(chosen.deadlocks)
        var figures = chosen.ganttFigures(phrasing)
        if let table = parts.timetable() {
            if figures.isEmpty {
                blocks.append(.table(table))
            } else {
                figures[figures.count - 1].table = table
            }
        }
        blocks += figures.map { .figure($0) }
        blocks.append(chosen.times == nil ? .table(parts.clauses()) : parts.tableNote())
        blocks += parts.incentives(with: chosen.exposureFigures(phrasing))
        blocks += parts.commitmentProblems() + parts.readings() + parts.notes()
        return Document.Chapter("roadmap", title: parts.finding(), blocks: blocks)
    }

    /// The latest draft of those that can be kept, else of all; the last in the dossier among equals.
    private var latestRoadmap: RoadmapReport? {
        func rank(_ report: RoadmapReport) -> (Int, String) {
            let canBeKept =
                report.isConsistent && report.controllability == .controllable && report.deadlocks.isEmpty
            return (
                canBeKept ? 1 : 0,
                report.package.flatMap { dossier.package(PackageID($0.name))?.dated?.description } ?? ""
            )
        }
        return situation.roadmaps.compactMap { try? $0.report.get() }.enumerated().max { left, right in
            let (one, other) = (rank(left.element), rank(right.element))
            return one == other ? left.offset < right.offset : one < other
        }?.element
    }

    /// The other packages, each in a line.
    private func others(than chosen: RoadmapReport) -> [Block] {
        let rest = situation.roadmaps.compactMap { try? $0.report.get() }.filter {
            $0.package != chosen.package
        }
        guard !rest.isEmpty else { return [] }
        let lines = rest.map { say("\(RoadmapBlocks(report: $0, phrasing: phrasing).finding()).") }
        var blocks: [Block] = [.heading(say("Other packages")), .bullets(lines)]
        // Who could not go first, and how that could be broken, is what a table needs of a draft that fails.
        for report in rest where !report.deadlocks.isEmpty || !report.isConsistent {
            let parts = RoadmapBlocks(report: report, phrasing: phrasing)
            blocks +=
                report.deadlocks.isEmpty
                ? parts.conflicts(heading: say("What cannot all hold in \(parts.subject)"))
                : parts.deadlocks(report.deadlocks, heading: say("Who goes first in \(parts.subject)"))
        }
        return blocks
    }
}
