import Assessment
import Negotiation
import Testing

@Suite struct ExplanationTests {
    @Test func pointsAddUpAndTheFrontierIsTold() throws {
        var dossier = SmallDossiers.two
        dossier.sheets[0].interactions = [
            Interaction(when: .choose("line", ["b"]), add: Amount(7))
        ]
        dossier.sheets[0].atMost = 75
        let analysis = try Analysis(dossier)
        let worth = analysis.explanation(of: try dossier.namedPackage("line=b,aid=c")).worths[0]
        #expect(worth.points == [30, 40])
        #expect(worth.interactions == [0: 7])
        #expect(worth.sum == 77)
        #expect(worth.utility == 75)
        #expect(worth.gain == 75)
        #expect(worth.best == 75)
        let all = analysis.explanations(of: [
            try dossier.namedPackage("line=b,aid=c"), try dossier.namedPackage("line=b,aid=a"),
            try dossier.namedPackage("line=b"),
        ])
        #expect(all.map(\.isOnFrontier) == [true, false, nil])
        #expect(all[2].open == ["aid"])
        #expect(all[2].worths[0].isAcceptable == nil)
    }

    @Test func consentsInterestsAndWhatIsBrokenAreNamed() throws {
        var dossier = SmallDossiers.two
        dossier.interests = [Interest(id: "safety", of: ["north"], text: "Safety")]
        dossier.minimums = [Minimum(id: "care", kind: .mandate, text: "Care")]
        dossier.parties.append(Party(id: "host", name: "Host"))
        dossier.issues[0].options[1].serves = ["safety"]
        dossier.issues[1].options[2].harms = ["safety"]
        dossier.issues[1].options[2].breaches = ["care"]
        dossier.issues[1].options[2].consents = [Consent(of: "host")]
        dossier.rules = [SmallDossiers.rule("r", forbid: .choose("line", ["b"]))]
        let explanation = dossier.explanation(of: try dossier.namedPackage("line=b,aid=c"))
        #expect(explanation.broken == [.rule("r"), .breach("aid", "c")])
        #expect(explanation.isFeasible == false)
        #expect(explanation.consents.map(\.party) == ["host"])
        #expect(explanation.interests.map(\.servedBy) == [["line"]])
        #expect(explanation.interests.map(\.harmedBy) == [["aid"]])
        #expect(explanation.minimums == ["care"])
    }

    /// One package is opened up for whoever has a sheet; only what is asked of all together needs every sheet.
    @Test func aMissingSheetIsNamed() throws {
        var dossier = SmallDossiers.two
        let whole = try Analysis(dossier).explanation(of: try dossier.namedPackage("line=b,aid=c"))
        #expect(whole.withoutSheet.isEmpty && whole.isOnFrontier == true)
        dossier.sheets.removeLast()
        let package = try dossier.namedPackage("line=b,aid=c")
        let part = try #require(try Analysis.ofKnownSheets(dossier)).explanation(of: package)
        #expect(part.worths == [whole.worths[0]])
        #expect(part.withoutSheet == ["south"])
        #expect(part.isOnFrontier == nil)
        #expect(throws: AssessmentError.negotiatorsWithoutSheet(["south"])) { try Analysis(dossier) }
        let request = AnalysisRequest(without: ["south"])
        #expect(try Analysis.ofKnownSheets(dossier, request)?.explanation(of: package).isOnFrontier == false)
        #expect(throws: AssessmentError.self) {
            try Analysis.ofKnownSheets(dossier, AnalysisRequest(without: ["nobody"]))
        }
        dossier.sheets = []
        let none = try Analysis.ofKnownSheets(dossier)
        #expect(none?.negotiators == nil)
        #expect(dossier.explanation(of: package).withoutSheet == ["north", "south"])
    }

    @Test func packagesAreReadAsTyped() throws {
        var dossier = SmallDossiers.two
        dossier.packages = [Package(id: "draft", choose: ["line": "b", "aid": "b"])]
        #expect(try dossier.namedPackage("today").choose == ["line": "a", "aid": "a"])
        #expect(try dossier.namedPackage("draft, aid=c").choose == ["line": "b", "aid": "c"])
        #expect(throws: AssessmentError.unknown(.package, name: "draff", nearest: "draft")) {
            try dossier.namedPackage("draff")
        }
        #expect(throws: AssessmentError.unknownOption("d", of: "line", nearest: "a")) {
            try dossier.namedPackage("line=d")
        }
        for wrong in ["", "line=b,line=c", "line=b=c", "line=b,draft"] {
            #expect(throws: AssessmentError.self) { try dossier.namedPackage(wrong) }
        }
        // A message shows what was typed.
        #expect(throws: AssessmentError.unknown(.issue, name: "the  line", nearest: nil)) {
            try dossier.namedPackage(" the  line = a ")
        }
        #expect(try dossier.namedPackage(" line = a , aid=b ").choose == ["line": "a", "aid": "b"])
        #expect(try dossier.namedPackage(" today ").name == "today")
    }
}

@Suite struct ComparisonTests {
    @Test func shiftsTellWhoGainsWhere() throws {
        let dossier = SmallDossiers.two
        let comparison = try Analysis(dossier).comparison(of: [
            try dossier.namedPackage("today"), try dossier.namedPackage("line=c,aid=a"),
        ])
        #expect(comparison.differing == ["line"])
        #expect(comparison.shifts[0].map(\.total) == [-60, 60])
        #expect(comparison.shifts[0].map(\.byIssue) == [["line": -60], ["line": 60]])
        #expect(comparison.shifts[0].map(\.byInteractions) == [0, 0])
    }

    /// What an issue brings on which one package says nothing is not a gain of the other.
    @Test func onlyWhatBothSettleIsSummed() throws {
        let dossier = SmallDossiers.two
        let comparison = try Analysis(dossier).comparison(of: [
            try dossier.namedPackage("line=a"), try dossier.namedPackage("line=b,aid=c"),
        ])
        #expect(comparison.shifts[0].map(\.total) == [-30, 30])
        #expect(comparison.shifts[0].map(\.byIssue) == [["line": -30], ["line": 30]])
        #expect(comparison.shifts[0].map(\.byInteractions) == [nil, nil])
    }
}
