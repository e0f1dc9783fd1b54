import Assessment
import Foundation
import Negotiation
import Sequencing
import TestSupport
import Testing

/// The agreements among the examples have the times, and the marks of what was read, of the reference cases.
@Suite(.enabled(if: ReferenceCases.folder != nil, Comment(rawValue: ReferenceCases.absence)))
struct RoadmapReferenceExamplesTests {
    @Test(arguments: [
        ("bangsamoro-2014", "bangsamoro_2014"), ("colombia-2016", "colombia_2016"),
        ("dayton-1a", "dayton_1a"),
        ("good-friday-1998", "gfa_1998"), ("jcpoa", "jcpoa"), ("korea-1953", "korea_1953"),
        ("minsk-2", "minsk2"),
    ])
    func agrees(_ name: String, _ file: String) throws {
        let folder = URL(filePath: try #require(ReferenceCases.folder))
        let data = try Data(contentsOf: folder.appending(path: "roadmap/agreements/\(file).json"))
        let reference = try JSONDecoder().decode(Agreement.self, from: data)
        let dossier = try RoadmapExamplesTests.agreement(name)
        let report = try dossier.roadmap()
        #expect(report.isConsistent == reference.check.stn_consistent)

        let unit = ["days": 1440, "hours": 60][reference.unit] ?? 1
        let start = try #require(report.roadmap.start)
        let times = try #require(report.times)
        func time(of event: Event) throws -> Int { try #require(event.on).minutes - start.minutes }
        let origin = try #require(
            dossier.timetable.events.first { $0.id.rawValue == Self.kebab(reference.origin) })
        // The reference may count from another event than the first.
        let zero = try time(of: origin)
        #expect(try #require(origin.on) == #require(Moment(reference.originDate)))

        let earliest = Set(reference.check.earliest.keys)
        #expect(earliest == Set(reference.check.latest.keys))
        for id in earliest {
            let least = try #require(reference.check.earliest[id]) * unit
            let most = try #require(reference.check.latest[id]).map { $0 * unit }
            if let event = dossier.timetable.events.first(where: { $0.id.rawValue == Self.kebab(id) }) {
                #expect(try time(of: event) - zero == least && least == most, "\(id)")
                continue
            }
            let place = try #require(
                report.roadmap.steps.firstIndex { $0.commitment.id.rawValue == Self.kebab(id) }, "\(id)")
            let step = try #require(times[place])
            #expect(step.doneEarliest - zero == least, "\(id)")
            #expect(step.doneLatest.map { $0 - zero } == most, "\(id)")
        }
        let named = Set(earliest.map(Self.kebab))
        #expect(dossier.commitments.allSatisfy { named.contains($0.id.rawValue) }, "one too many")

        for item in reference.commitments {
            guard let commitment = dossier.commitments.first(where: { $0.id.rawValue == Self.kebab(item.id) })
            else { continue }
            #expect(commitment.article?.isChecked == (item.basis == "read"), "\(item.id)")
        }
        for source in reference.sources {
            let address = source.prefix { $0 != " " }
            #expect(dossier.sources.contains { $0.at.map { address.hasPrefix($0) } ?? false }, "\(source)")
        }
    }

    private static func kebab(_ id: String) -> String {
        id.lowercased().replacing("_", with: "-")
    }

    private struct Agreement: Decodable {
        struct Item: Decodable {
            var id: String
            var basis: String
        }
        struct Check: Decodable {
            var stn_consistent: Bool
            var latest: [String: Int?]
            var earliest: [String: Int]
        }
        var origin: String
        var originDate: String
        var unit: String
        var sources: [String]
        var commitments: [Item]
        var check: Check
    }
}
