import Assessment
import Negotiation
import Testing

@Suite struct CentralTests {
    /// An explanation says of each figure whether it rests on a stated number.
    @Test func figuresTellWhatTheyRestOn() throws {
        var dossier = SmallDossiers.two
        dossier.sheets[0].values["line"] = .order([["a"], ["b"], ["c"]])
        dossier.sheets[0].withoutAgreement = nil
        let worths = try Analysis(dossier).explanation(of: dossier.namedPackage("today")).worths
        #expect(worths.map(\.pointsAreCentral) == [[true, false], [false, false]])
        #expect(worths.map(\.isCentral) == [true, false])
        #expect(worths.map(\.withoutAgreementBasis) == [.assumed, .stated])
        let aid = try Analysis(dossier).explanation(of: dossier.namedPackage("aid=b")).worths
        #expect(aid.map(\.isCentral) == [false, false])
    }

    @Test func sheetsThatTellNothingApartPointAtNoPackage() throws {
        var dossier = SmallDossiers.two
        #expect(try Analysis(dossier).packages().silence == nil)
        for place in dossier.sheets.indices {
            dossier.sheets[place].values = [
                "line": .order([["a", "b", "c"]]), "aid": .order([["a", "b", "c"]]),
            ]
        }
        dossier.packages = [Package(id: "draft", choose: ["line": "b", "aid": "b"])]
        let situation = dossier.situation(for: .team)
        let space = try situation.space.get()
        #expect(space.silence == .everythingTied)
        #expect(space.candidates.isEmpty)
    }

    @Test func oneNegotiatorHasNobodyToAgreeWith() throws {
        let situation = SmallDossiers.two.situation(for: .team, AnalysisRequest(without: ["south"]))
        let space = try situation.space.get()
        #expect(space.silence == .oneNegotiator)
        #expect(space.candidates.isEmpty)
        #expect(situation.without == ["south"])
    }
}
