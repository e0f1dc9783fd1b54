import Testing
import Interchange
@Suite struct ScratchRoadmaps {
    @Test func show() throws {
        for files in [RoadmapSamples.exchange, RoadmapSamples.conflicting, RoadmapSamples.uncontrollable, RoadmapSamples.ring] {
            let (dossier, report) = try RoadmapSamples.roadmap(files)
            print(report.json().text())
            print(report.csv())
            print((try? report.calendar(dossier)) ?? "none")
        }
    }
}
