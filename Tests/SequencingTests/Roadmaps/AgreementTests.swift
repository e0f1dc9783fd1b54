import Foundation
import Negotiation
import Sequencing
import TestSupport
import Testing

/// Published agreements with independently computed times.
@Suite("Reference agreements", .enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"))
struct AgreementTests {
    @Test(
        "Earliest and latest times of published agreements are the known ones",
        arguments: [
            ("minsk2", 16), ("korea_1953", 8), ("jcpoa", 12), ("gfa_1998", 6), ("bangsamoro_2014", 7),
            ("dayton_1a", 13), ("colombia_2016", 12),
        ])
    func times(name: String, count: Int) throws {
        let file = try AgreementFile.named(name)
        let plan = file.plan()
        let roadmap = Roadmap(plan)
        #expect(roadmap.steps.count == file.commitments.count)
        #expect(roadmap.steps.count == count)
        #expect(roadmap.conflicts().isEmpty == file.check.stn_consistent)
        #expect(roadmap.mending() == .notNeeded)
        let times = try #require(roadmap.times())
        for (step, time) in zip(roadmap.steps, times) {
            let id = step.commitment.id.rawValue
            let time = try #require(time)
            let earliest = try #require(file.check.earliest[id])
            #expect(time.doneEarliest == (earliest - file.first) * file.minutes, "\(id)")
            let latest = file.check.latest[id] ?? nil
            #expect(time.doneLatest == latest.map { ($0 - file.first) * file.minutes }, "\(id)")
        }
        if file.first < 0 {
            // The event from which the file counts is not the first.
            #expect(roadmap.events.count == 2)
        }
    }

    @Test("Rival readings of Minsk II each have their ring, and none without them")
    func minsk() throws {
        let file = try AgreementFile.named("minsk2")
        #expect(file.plan().deadlocks().isEmpty)
        let readings = try #require(file.rival_readings)
        // The text itself has border control after the vote, so a vote after border control alone makes the ring.
        let ukraine = file.plan(readings.UKR)
        let rings = ukraine.deadlocks()
        #expect(rings.contains { Set($0.waits.map(\.commitment)) == ["ELECT", "BORDER_END"] })
        #expect(rings.allSatisfy { $0.waits.contains { $0.commitment == "ELECT" } })
        let conflicts = Roadmap(ukraine).conflicts(limit: 20)
        #expect(
            conflicts.contains {
                Set($0.clauses.compactMap(\.commitment)).isSuperset(of: ["ELECT", "BORDER_END"])
            })
        // One day lies between the vote and the beginning of border control.
        #expect(conflicts.allSatisfy { $0.excess == 1440 })
        // Waits cannot be mended by more time.
        #expect(Roadmap(ukraine).mending() == .impossible)
        let russia = file.plan(readings.RUS)
        #expect(russia.deadlocks().isEmpty)
        #expect(Roadmap(russia).conflicts().isEmpty)
        let both = file.plan(readings.UKR + readings.RUS)
        let union = both.deadlocks(thirdParties: ["osce", "UKR"])
        #expect(union.contains { $0.waits.map(\.commitment) == ["ELECT", "BORDER_END"] })
        // Foreign forces leave after the reform, the reform follows the vote, and the vote waits for them to leave.
        #expect(union.contains { Set($0.waits.map(\.commitment)) == ["ELECT", "FOREIGN", "CONST"] })
        #expect(!Roadmap(both).conflicts().isEmpty)
        let short = try #require(union.first)
        #expect(short.waits.count == 2)
        #expect(short.remedies.contains { $0.way == .escrow(["osce"]) })
        #expect(!short.remedies.contains { $0.way == .escrow(["osce", "UKR"]) })
    }
}

/// A file of the reference folder, read in the plainest way.
struct AgreementFile: Decodable {
    struct Window: Decodable {
        var after: String
        var minDays: Int
        var maxDays: Int?
    }

    struct Item: Decodable {
        var id: String
        var party: String
        var window: Window
        var conditions: [String]
        var deadlineFromOrigin: Int?
    }

    struct Check: Decodable {
        var stn_consistent: Bool
        var latest: [String: Int?]
        var earliest: [String: Int]
    }

    struct Readings: Decodable {
        var UKR: [[String]]
        var RUS: [[String]]
    }

    var origin: String
    var unit: String
    var commitments: [Item]
    var rival_readings: Readings?
    var check: Check

    static func named(_ name: String) throws -> AgreementFile {
        let file = URL(filePath: try #require(ReferenceCases.folder)).appending(
            path: "roadmap/agreements/\(name).json")
        return try JSONDecoder().decode(AgreementFile.self, from: Data(contentsOf: file))
    }

    /// When the first thing is, counted from the file's origin: before it in one case.
    var first: Int { check.earliest.values.min() ?? 0 }
    /// Phases have no length; days do for them.
    var minutes: Int { unit == "hours" ? 60 : 1440 }

    private func span(_ count: Int) -> TimeSpan { TimeSpan(count, unit == "hours" ? .hours : .days) }

    private func milestone(_ name: String) -> Milestone {
        name == origin ? .event(EventID(name)) : .commitment(CommitmentID(name), .done)
    }

    /// The commitments as points in time, with more that waits.
    func plan(_ readings: [[String]] = []) -> Roadmap.Plan {
        var events = [Event(id: EventID(origin))]
        if first < 0 {
            let start = Event(id: "start")
            events = [
                start,
                Event(
                    id: EventID(origin),
                    after: Prerequisite(.event("start"), least: span(-first), greatest: span(-first))),
            ]
        }
        let all = commitments.map { item in
            var one = Commitment(id: CommitmentID(item.id), who: [PartyID(item.party)], what: "something")
            let window = item.window
            if window.minDays >= 0 {
                one.after.append([
                    Prerequisite(
                        milestone(window.after), least: span(window.minDays),
                        greatest: window.maxDays.map(span))
                ])
            } else {
                let wait = span(window.minDays - first)
                one.after.append([Prerequisite(.event("start"), least: wait, greatest: wait)])
            }
            for condition in item.conditions + readings.filter({ $0[0] == item.id }).map({ $0[2] }) {
                one.after.append([Prerequisite(milestone(condition))])
            }
            one.deadline = item.deadlineFromOrigin.map { .within(span($0), of: .event(EventID(origin))) }
            return one
        }
        return Roadmap.Plan(commitments: all, timetable: Timetable(events: events))
    }
}
