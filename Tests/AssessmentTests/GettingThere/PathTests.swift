import Assessment
import Bargaining
import Negotiation
import Testing

/// Improvements, ladders and time, worked out by hand on the small dossiers.
@Suite struct PathTests {
    /// North wants the line at a, south at c; both want aid at c, and today aid is at a.
    private static var climbing: Dossier {
        var dossier = SmallDossiers.two
        dossier.stages = [
            Stage(id: "first", settles: ["aid"]), Stage(id: "second", defers: [Stage.Deferral(issue: "aid")]),
        ]
        dossier.packages = [Package(id: "draft", choose: ["line": "a", "aid": "a"])]
        return dossier
    }

    @Test func improvementsStandByTheNumberOfChanges() throws {
        let dossier = Self.climbing
        let report = try Analysis(dossier).improvements(on: dossier.namedPackage("draft"))
        // North gets 60 + 0, south 0 + 0: aid at b or c is better for both; so are the line at b and aid at c together.
        #expect(report.search == .improvements && report.isExact)
        #expect(report.all.lower == 3 && report.count == 2)
        #expect(report[1].changes == 2 && report[1].utilities == [70, 70])
        #expect(report[0].changes == 1 && report[0].utilities == [100, 40] && report[0].more == [40, 40])
        let better = try #require(Array(report[0].packages).first)
        #expect(report.changes(in: better).map(\.issue) == ["aid"])
        let stage = try Analysis(dossier).improvements(on: dossier.namedPackage("draft"), within: "second")
        #expect(stage.changeable == ["line"] && stage.all.upper.isZero && stage.count == 0)
    }

    @Test func whatIsOpenIsCompletedAndWhatIsChosenIsKept() throws {
        let dossier = Self.climbing
        let report = try Analysis(dossier).improvements(on: dossier.namedPackage("aid=a"))
        #expect(report.search == .completions && report.changeable == ["line"])
        #expect(report.all.lower == 3 && report.count == 3)
        let staged = try Analysis(dossier).improvements(on: dossier.namedPackage("line=b"), within: "second")
        // Aid is not settled by the second stage, so it stands as today; the line is chosen, so the package is whole.
        #expect(staged.search == .improvements && staged.start.package.choose["aid"] == "a")
        #expect(throws: AssessmentError.unknown(.stage, name: "frist", nearest: "first")) {
            try Analysis(dossier).improvements(on: dossier.namedPackage("line=b"), within: "frist")
        }
        var open = dossier
        open.issues[1].today = nil
        #expect(throws: AssessmentError.todayUnknown(["aid"])) {
            try Analysis(open).improvements(on: open.namedPackage("line=b"), within: "second")
        }
    }

    @Test func aLadderTellsWhereEachCouldStopAndWhatIsNeeded() throws {
        var dossier = Self.climbing
        dossier.parties.append(Party(id: "host", name: "Host", roles: [.host]))
        dossier.issues[1].options[2].consents = [
            Consent(of: "host"), Consent(of: "north", answer: .yes),
        ]
        dossier.sheets[1].withoutAgreement = WithoutAgreement(worth: Amount(30))
        dossier.rules = [
            Rule(
                id: "needs-aid", kind: .physical, when: .choose("aid", ["c"]),
                demand: .forbid(.choose("line", ["c"])))
        ]
        let report = try Analysis(dossier).ladders()
        // Today: north 60, south 0. The first rung is aid at c: north 100, south 40. The line cannot move without a
        // loss to one of them.
        #expect(report.isExact && report.count == 1 && report.today == [60, 0])
        #expect(report.stages.map(\.settles) == [["aid"], ["line"]])
        let ladder = try #require(report.opened)
        #expect(ladder.rungs.map(\.utilities) == [[100, 40], [100, 40]])
        #expect(ladder.rungs[0].consents.map(\.party) == ["host"] && ladder.rungs[1].consents.isEmpty)
        #expect(ladder.stops.map(\.noWorseFrom) == [-1, 0] && ladder.stops.map(\.nothingMoreFrom) == [0, 0])
        #expect(ladder.stops.map(\.stopsAt) == [0, 0])
        dossier.sheets[1].withoutAgreement = WithoutAgreement(worth: Amount(50))
        let none = try Analysis(dossier).ladders()
        #expect(none.count == 0 && none.obstacle?.cause == .withoutAgreement)
        dossier.rules = [SmallDossiers.rule("no", forbid: .choose("line", ["a"]))]
        let stuck = try Analysis(dossier).ladders()
        #expect(stuck.obstacle?.stage == "first" && stuck.obstacle?.cause == .rules)
        dossier.stages = []
        #expect(throws: AssessmentError.noStages) { try Analysis(dossier).ladders() }
    }

    @Test func rulesBindWhereAChangeCannotBeTakenBackAlone() throws {
        var dossier = Self.climbing
        dossier.stages = [Stage(id: "all")]
        dossier.sheets[1].values["line"] = .numbers(["a": Amount(0), "b": Amount(50), "c": Amount(40)])
        dossier.sheets[0].values["line"] = .numbers(["a": Amount(0), "b": Amount(50), "c": Amount(40)])
        dossier.rules = [
            Rule(
                id: "line-needs-aid", kind: .physical, when: .choose("line", ["b", "c"]),
                demand: .require(.choose("aid", ["c"])))
        ]
        let ladder = try #require(try Analysis(dossier).ladders().opened)
        #expect(ladder.rungs.map(\.binding) == [["line-needs-aid"]])
    }

    @Test func waitingIsToldWithItsDoubt() throws {
        var dossier = SmallDossiers.two
        #expect(try Analysis(dossier).packages().overTime == nil)
        dossier.sheets[0].withoutAgreement = WithoutAgreement(
            worth: Amount(from: 10, to: 20),
            overTime: [3: Amount(from: 15, to: 30), 6: Amount(25), 12: Amount(from: 12, to: 18)])
        dossier.sheets[1].withoutAgreement = WithoutAgreement(overTime: [0: Amount(10), 6: Amount(50)])
        let overTime = try #require(try Analysis(dossier).packages().overTime)
        #expect(overTime.months == [3, 6, 12])
        #expect(
            overTime.negotiators.map { $0.entries.map(\.waiting) } == [
                [.gainsOnCentral, .gains, .same], [.same, .gains, .gains],
            ])
        #expect(overTime.negotiators[1].entries.map(\.isStated) == [false, true, false])
        #expect(overTime.negotiators[1].now == Amount(10))
        // Worth by (line, aid): north 60, 30, 0 plus 0, 20, 40; south 0, 30, 60 plus the same.
        let today = try Analysis(dossier).packages().acceptable
        let acceptable = try #require(overTime.acceptable)
        func count(_ north: Rational, _ south: Rational) -> Int {
            [(60, 0), (30, 30), (0, 60)].flatMap { line in
                [0, 20, 40].filter { Rational(line.0 + $0) >= north && Rational(line.1 + $0) >= south }
            }.count
        }
        #expect(Int(today.lower) == count(15, 10))
        #expect(
            acceptable.map { Int($0.then.lower) } == [
                count(Rational(45) / 2, 10), count(25, 50), count(15, 50),
            ])
        #expect(
            acceptable.map { Int($0.still.lower) } == [
                count(Rational(45) / 2, 10), count(25, 50), count(15, 50),
            ])
        dossier.sheets[0].withoutAgreement = nil
        let assumed = try #require(try Analysis(dossier).packages().overTime)
        #expect(assumed.negotiators[0].entries.map(\.waiting) == [.notKnown])
    }

    @Test func stagesSettleEachIssueOnce() {
        var dossier = SmallDossiers.two
        dossier.stages = [
            Stage(id: "one", settles: ["aid"]), Stage(id: "two", settles: ["aid", "line"]),
            Stage(id: "three"),
        ]
        #expect(dossier.stagePlan.map(\.settles) == [["aid"], ["line"], []])
    }
}
