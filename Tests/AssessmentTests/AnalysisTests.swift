import Assessment
import BigInt
import Negotiation
import Testing

@Suite struct AnalysisTests {
    @Test func countsFrontierAndReferencesAreThoseWorkedByHand() throws {
        let report = try Analysis(SmallDossiers.two).packages()
        #expect(report.packages.lower == 9)
        #expect(report.acceptable.lower == 9)
        #expect(report.isExact)
        let points = (0..<report.frontier.count).map { report.frontier[$0].utilities }
        #expect(points == [[100, 40], [70, 70], [40, 100]])
        #expect(report.references.points(of: .nash) == [1])
        #expect(report.references.points(of: .egalitarian) == [1])
        #expect(report.references.points(of: .kalaiSmorodinsky) == [1])
        #expect(report.references.points(of: .utilitarian) == [0, 1, 2])
    }

    @Test func idealsOverAllPackagesCountWhatNobodyElseAccepts() throws {
        var dossier = SmallDossiers.two
        dossier.sheets[1].withoutAgreement?.worth = Amount(60)
        let acceptable = try Analysis(dossier).packages()
        let all = try Analysis(dossier, AnalysisRequest(ideal: .all)).packages()
        #expect(acceptable.references.ideals == [70, 100])
        #expect(all.references.ideals == [100, 100])
    }

    @Test func whatIsNotSaidOfNoAgreementIsTheLeastUtility() throws {
        var dossier = SmallDossiers.two
        dossier.sheets[0] = SmallDossiers.sheet(
            "north", line: [100, 50, 20], aid: [10, 50, 100], without: nil)
        let analysis = try Analysis(dossier)
        #expect(analysis.withoutAgreement == [16, 0])
        #expect(analysis.scorings[0].assumptions.contains(.withoutAgreementAssumed))
    }

    @Test func sheetsAreChosenAndWhatIsMissingIsNamed() throws {
        var dossier = SmallDossiers.two
        dossier.sheets.removeLast()
        #expect(throws: AssessmentError.negotiatorsWithoutSheet(["south"])) { try Analysis(dossier) }
        let alone = try Analysis(dossier, AnalysisRequest(without: ["south"]))
        #expect(alone.negotiators == ["north"])
        var second = dossier.sheets[0]
        second.id = "north-2"
        dossier.sheets.append(second)
        #expect(throws: AssessmentError.sheetUndecided("north", ["north", "north-2"])) {
            try Analysis(dossier, AnalysisRequest(without: ["south"]))
        }
        dossier.defaultSheets = ["north": "north-2"]
        #expect(try Analysis(dossier, AnalysisRequest(without: ["south"])).scorings[0].sheet == "north-2")
        let asked = AnalysisRequest(sheets: ["north": "north"], without: ["south"])
        #expect(try Analysis(dossier, asked).scorings[0].sheet == "north")
        #expect(throws: AssessmentError.unknown(.party, name: "nort", nearest: "north")) {
            try Analysis(dossier, AnalysisRequest(without: ["nort"]))
        }
        #expect(throws: AssessmentError.nobodyNegotiates) {
            try Analysis(dossier, AnalysisRequest(without: ["north", "south"]))
        }
    }

    @Test func theSampleIsAllWhereAllAreFew() throws {
        var dossier = SmallDossiers.two
        dossier.rules = [SmallDossiers.rule("r", forbid: .choose("line", ["a"]))]
        let analysis = try Analysis(dossier)
        #expect(analysis.sample(limit: 9).members.count == 6)
        #expect(analysis.sample(limit: 9).isWhole)
        #expect(!analysis.sample(limit: 4).isWhole)
        #expect(analysis.sample(limit: 4) == analysis.sample(limit: 4))
    }
}

@Suite struct ObstacleTests {
    @Test func loweringsAreEveryUndominatedVector() throws {
        var dossier = SmallDossiers.two
        for place in dossier.sheets.indices { dossier.sheets[place].withoutAgreement?.worth = Amount(80) }
        let report = try Analysis(dossier).packages()
        guard case .nothingAcceptable(let openings)? = report.obstacle else {
            Testing.Issue.record("packages are feasible and none is acceptable")
            return
        }
        #expect(Set(openings.lowerings.map(\.by)) == [[0, 40], [10, 10], [40, 0]])
        #expect(openings.leastTotal.map { openings.lowerings[$0].by } == [[10, 10]])
        #expect(openings.leastGreatest.map { openings.lowerings[$0].by } == [[10, 10]])
        #expect(openings.lines.isEmpty)
        #expect(openings.isExact && report.isExact)
    }

    @Test func redLinesThatStandInTheWayAreNamed() throws {
        var dossier = SmallDossiers.two
        let line = RedLine(choose: .choose("line", ["a", "b", "c"]), firmness: .stated)
        dossier.sheets[0].redLines = [line]
        let report = try Analysis(dossier).packages()
        guard case .nothingAcceptable(let openings)? = report.obstacle else {
            Testing.Issue.record("packages are feasible and none is acceptable")
            return
        }
        #expect(openings.lowerings.isEmpty)
        #expect(openings.lines.map { $0.map(\.party) } == [["north"]])
        #expect(openings.lines.first?.first?.redLine == line)
    }

    @Test func conflictingRulesAreAMinimalSet() throws {
        var dossier = SmallDossiers.two
        dossier.rules = [
            SmallDossiers.rule("beside", forbid: .choose("aid", ["a"])),
            SmallDossiers.rule("one", forbid: .choose("line", ["a", "b"])),
            SmallDossiers.rule("two", forbid: .choose("line", ["c"])),
        ]
        let report = try Analysis(dossier).packages()
        #expect(
            report.obstacle
                == .nothingFeasible(Obstacle.Conflict([.rule("one"), .rule("two")], isMinimal: true)))
        #expect(report.obstacle?.isExact == true)
        #expect(!Obstacle.nothingFeasible(Obstacle.Conflict([.rule("one")], isMinimal: false)).isExact)
    }

    /// Where the least utility was not found, a lower bound stands in its place, and everything that shows it says so.
    @Test func anAssumedWorthThatWasNotFoundSaysSo() throws {
        var dossier = SmallDossiers.two
        dossier.sheets[0].withoutAgreement = nil
        dossier.sheets[0].interactions = [
            Interaction(when: .all([.choose("line", ["a"]), .choose("aid", ["a"])]), add: Amount(-5)),
            Interaction(when: .all([.choose("line", ["c"]), .choose("aid", ["c"])]), add: Amount(3)),
        ]
        #expect(try Analysis(dossier).packages().negotiators.allSatisfy(\.withoutAgreementIsExact))
        let request = AnalysisRequest(budget: .init(diagramNodes: 1, contexts: 1))
        let analysis = try Analysis(dossier, request)
        let report = analysis.packages()
        #expect(report.negotiators.map(\.withoutAgreementIsExact) == [false, true])
        #expect(!report.isExact)
        #expect(References.Kind.allCases.filter(report.isExact) == [])
        let explanation = analysis.explanation(of: try dossier.namedPackage("today"))
        #expect(explanation.worths.map(\.withoutAgreementIsExact) == [false, true])
        #expect(!explanation.isExact)
    }
}
