import Assessment
import Negotiation
import Sequencing

extension Telling {
    /// Whether packages can be carried out: a line for each, the latest of them in full, and what would break first in the others.
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
        let parts = blocks(chosen)
        var blocks = parts.verdict() + parts.weakest()
        let others = others(than: chosen)
        blocks += findings(others) + parts.premortem()
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
        blocks += parts.commitmentProblems() + parts.readings() + parts.notes() + details(others)
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

    private func others(than chosen: RoadmapReport) -> [RoadmapBlocks] {
        situation.roadmaps.compactMap { try? $0.report.get() }.filter { $0.package != chosen.package }.map(
            blocks)
    }

    /// A page leaves no row out.
    private func blocks(_ report: RoadmapReport) -> RoadmapBlocks {
        RoadmapBlocks(report: report, phrasing: phrasing, limit: .max)
    }

    /// The other packages, each in a line.
    private func findings(_ others: [RoadmapBlocks]) -> [Block] {
        guard !others.isEmpty else { return [] }
        return [.heading(say("Other packages")), .bullets(others.map { say("\($0.finding()).") })]
    }

    /// Of each other package what a table needs of a draft: who could not go first, or what cannot all hold, and what would break
    /// first.
    private func details(_ others: [RoadmapBlocks]) -> [Block] {
        others.flatMap { parts -> [Block] in
            let report = parts.report
            var blocks: [Block] = []
            if !report.deadlocks.isEmpty {
                blocks += parts.deadlocks(
                    report.deadlocks, heading: say("Who goes first in \(parts.subject)"))
            } else if !report.isConsistent {
                blocks += parts.conflicts(heading: say("What cannot all hold in \(parts.subject)"))
            }
            return blocks + parts.premortem(isNamed: true)
        }
    }
}
