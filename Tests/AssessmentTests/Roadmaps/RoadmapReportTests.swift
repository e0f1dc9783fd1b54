import Assessment
import Interchange
import Negotiation
import Sequencing
import Stability
import Testing

/// The front desk of roadmaps: which commitments count, whose stakes, what is tried, and the graph model made of a package.
struct RoadmapReportTests {
    static let files = [
        "dossier.yaml": """
        parley: 1
        parties:
          - {id: north, name: North, roles: [negotiator]}
          - {id: south, name: South, roles: [negotiator]}
          - {id: observers, name: Observers, roles: [guarantor]}
        issues:
          - id: line
            options:
              - none
              - id: zone
                commitments:
                  - {id: pull, who: south, what: Leave the zone, takes: [5d, 20d], deadline: 40d, verified-by: [observers], verification: [2d, 10d], if-not: {who: [north], what: Suspends relief, within: 10d, kind: snapback, suspends: [relief]}}
                  - {id: demine, who: south, what: Clear the mines, after: [{verified: pull}], takes: {at-least: 10d, at-most: 30d, decided-by: nature}, deadline: 90d}
          - id: relief
            options:
              - none
              - {id: phased, commitments: [{id: relief, who: north, what: Lift the measures, after: [{verified: pull, at-most: 10d}], lasts: 24mo}]}
              - {id: first, commitments: [{id: early, who: north, what: Lift the measures, after: [pull]}]}
        packages:
          - {id: draft, choose: {line: zone, relief: phased}}
          - {id: empty, choose: {line: none}}
        """,
        "sheets/south.yaml": """
        party: south
        basis: illustration
        discount-a-year: 0.1
        commitments:
          pull: {cost: 30, recoverable: 0.25, breaking: {gain: [40, 120], a-day: 0.5, snapback: [0.5, 0.8], loses: 10}}
          relief: {worth: {a-day: [0.3, 0.4]}, recovers: 5}
        incentives:
          power: {winning: 0.5, destroyed: 0.2, patience: 0.95}
          guarantee: {winning: 0.4, cost-of-fighting: 0.1, share: 0.45}
          exchange: {brings: 2, costs: 1, patience: 0.9, level: 100}
        """,
        "sheets/north.yaml": """
        party: north
        basis: estimate
        commitments:
          relief: {cost: {a-day: 0.2}}
          pull: {worth: 40, if-broken: 20}
        """,
    ]

    func dossier(_ changes: [String: String] = [:]) throws -> Dossier {
        let files = Self.files.merging(changes) { $1 }.filter { !$0.value.isEmpty }
        return try DossierReader().read(files: files.mapValues { Array($0.utf8) }).dossier
    }

    func refusal(_ dossier: Dossier, _ request: RoadmapRequest = RoadmapRequest()) -> AssessmentError? {
        do throws(AssessmentError) {
            _ = try dossier.roadmap(request)
            return nil
        } catch {
            return error
        }
    }

    @Test func theOnlyPackageWithCommitmentsNeedsNoName() throws {
        let report = try dossier().roadmap()
        #expect(report.package?.name == "draft")
        #expect(report.roadmap.commitments.map(\.id) == ["pull", "demine", "relief"])
        #expect(report.isConsistent && report.controllability == .controllable && report.isExact)
    }

    @Test func whatCannotBeChosenIsRefused() throws {
        let plain = try dossier()
        let two = Self.files["dossier.yaml"]!.replacing(
            "id: empty, choose: {line: none}", with: "id: other, choose: {line: zone}")
        let several = try dossier(["dossier.yaml": two])
        #expect(refusal(several) == .packageUndecided(["draft", "other"]))
        #expect(
            refusal(plain, RoadmapRequest(package: "drat"))
                == .unknown(.package, name: "drat", nearest: "draft"))
        #expect(refusal(plain, RoadmapRequest(package: "empty")) == .noCommitments("empty"))
        let none = String(Self.files["dossier.yaml"]!.prefix { _ in true }.split(separator: "packages:")[0])
        let bare = try dossier(["dossier.yaml": none])
        #expect(refusal(bare) == .answersUndecided("relief"))
        #expect(
            refusal(plain, RoadmapRequest(changes: [CommitmentChange("pul.deadline=3d")!]))
                == .unknown(.commitment, name: "pul", nearest: "pull"))
        #expect(
            refusal(plain, RoadmapRequest(reading: "kyiv"))
                == .unknown(.clauseReading, name: "kyiv", nearest: nil))
    }

    @Test func changesAreReadAsTheyAreTyped() {
        #expect(
            CommitmentChange("pull.deadline=45d")?.content == .deadline(.within(TimeSpan(45, .days), of: nil))
        )
        #expect(CommitmentChange("a.b.deadline=2026-01-05")?.commitment == "a.b")
        #expect(CommitmentChange("pull.deadline=none")?.content == .deadline(nil))
        #expect(
            CommitmentChange("pull.takes = 5d..20d")?.content
                == .takes(TimeRange(from: TimeSpan(5, .days), to: TimeSpan(20, .days))))
        #expect(CommitmentChange("pull.within=12h")?.content == .within(TimeSpan(12, .hours)))
        for wrong in [
            "", "pull", "pull.deadline", "pull.deadline=", "pull.colour=3d", "=3d", ".deadline=3d",
            "pull.takes=20d..5d",
            "pull.takes=1d..2d..3d", "pull.deadline=-3d", "pull.verification=..",
        ] { #expect(CommitmentChange(wrong) == nil, "\(wrong)") }
    }

    @Test func aTightDeadlineIsToldWithWhatWouldDo() throws {
        let report = try dossier().roadmap(
            RoadmapRequest(changes: [CommitmentChange("demine.deadline=40d")!]))
        #expect(report.isConsistent)
        guard case .uncontrollable = report.controllability else {
            Issue.record("the mines cannot always be cleared by then")
            return
        }
        let failure = try #require(report.failure)
        let limit = try #require(failure.limits.first { $0.clause == .deadline("demine") })
        let minutes = try #require(limit.minutes)
        // So much later it can be kept, and a minute less is too little.
        for (more, isEnough) in [(minutes, true), (minutes - 1, false)] {
            var changed = try dossier()
            let place = changed.issues[0].options[1].commitments.firstIndex { $0.id == "demine" }!
            changed.issues[0].options[1].commitments[place].deadline = .within(
                TimeSpan(40 * 1440 + more, .minutes), of: nil)
            let answer = try changed.roadmap().controllability
            #expect((answer == .controllable) == isEnough)
        }
    }

    @Test func stakesEnterTheModelsAsDocumented() throws {
        let report = try dossier().roadmap()
        let south = try #require(report.keeping.first { $0.party == "south" })
        let expected = try #require(
            SelfEnforcement(
                gain: Bounds(from: 40, to: 120), gainADay: 0.5, responseAfter: Bounds(from: 2, to: 20),
                snapback: Bounds(from: 0.5, to: 0.8), relief: Bounds(from: 0.3, to: 0.4), reliefLasts: 720,
                loses: 10, discountADay: Bounds(0.1 / 365)))
        #expect(abs(south.model.margin.least - expected.margin.least) < 1e-9)
        #expect(abs(south.model.margin.greatest - expected.margin.greatest) < 1e-9)
        #expect(south.basis == .illustration && !south.responseUnknown)
        // A quarter of what was handed over can be taken back.
        let exposure = try #require(report.exposures.first { $0.party == "south" })
        #expect(exposure.exposure.worst.exposure == Bounds(22.5))
        let north = try #require(report.exposures.first { $0.party == "north" })
        // At the sunset the relief has cost 144 points; the zone that was left is worth 40, and 20 could be taken by coming back.
        #expect(north.exposure.worst.exposure == Bounds(124))
    }

    @Test func termsOfPowerAndGuaranteesAreAnswered() throws {
        let problem = try #require(try dossier().roadmap().problems.first)
        #expect(problem.party == "south" && problem.basis == .illustration)
        let greatestNext = try #require(problem.power).shift.greatestNext
        let leastProbability = try #require(problem.guarantee?.leastProbability)
        let firstStep = try #require(problem.exchange?.firstStep)
        #expect(abs(greatestNext - 0.7895) < 1e-4)
        #expect(abs(leastProbability - 2.0 / 3) < 1e-9)
        #expect(abs(firstStep - 44.4444) < 1e-4)
    }

    @Test func aPackageBecomesAGraphModel() throws {
        let dossier = try dossier()
        let made = try #require(try dossier.roadmap().packageModel(dossier))
        #expect(
            made.model.options.map(\.id)
                == ["keep-pull", "keep-demine", "keep-relief", "answer-pull"].sorted { left, right in
                    made.model.options.firstIndex { $0.id == left }! < made.model.options.firstIndex {
                        $0.id == right
                    }!
                })
        #expect(made.sheets == ["south": "south", "north": "north"])
        let (report, _) = try dossier.stability(ofPackage: RoadmapRequest())
        let kept = try #require(report.states.place(of: "kept"))
        #expect(report.fate?.state == kept)
        // An answer needs a breach.
        for state in 0..<report.states.graph.count {
            let taken = Set((report.states.taken(in: state) ?? []).map(\.id))
            #expect(!(taken.contains("answer-pull") && taken.contains("keep-pull")))
        }
        // The file that is written reads back as the same model.
        #expect(
            try ConflictModelReader().read(Array(made.model.fileText().utf8), path: "kept.yaml") == made.model
        )
    }

    @Test func tooManyOptionsLeaveTheStrongestOut() throws {
        var dossier = try dossier()
        for number in 0..<30 {
            dossier.packages[0].commitments.append(
                Commitment(id: CommitmentID("more-\(number)"), who: ["north"], what: "More", seenBy: .public))
        }
        let made = try #require(try dossier.roadmap(RoadmapRequest(package: "draft")).packageModel(dossier))
        #expect(made.model.options.count == PackageModel.optionLimit)
        #expect(made.model.options.contains { $0.id == "keep-pull" })
        #expect(made.leftOut.count == 33 - made.model.options.count { $0.id.rawValue.hasPrefix("keep-") })
    }

    @Test func readingsStandSideBySide() throws {
        let readings = """

            timetable:
              readings:
                - {id: one, title: One, commitments: [{id: relief, who: north, what: Lift the measures, after: [{done: demine, at-least: 1d}]}]}
                - {id: two, title: Two, commitments: [{id: demine, who: south, what: Clear the mines, after: [{done: relief, at-least: 1d}]}]}
            """
        let report = try dossier(["dossier.yaml": Self.files["dossier.yaml"]! + readings]).roadmap()
        #expect(report.readings.map { $0.reading?.id } == [nil, "one", "two"])
        #expect(report.readings.allSatisfy { $0.conflicts.isEmpty && $0.deadlocks.isEmpty })
        let pair = try #require(report.betweenReadings.first)
        #expect(report.betweenReadings.count == 1 && pair.conflicts.count == 1 && pair.deadlocks.count == 1)
        #expect(Set(pair.deadlocks[0].waits.map(\.commitment)) == ["relief", "demine"])
        #expect(pair.conflicts[0].excess == 2 * 1440)
    }
}
