import Assessment
import Briefing
import Negotiation
import Testing

@Suite struct OddDossierTests {
    private func issue(_ id: String, options: Int = 2, today: Bool = true) -> Negotiation.Issue {
        Negotiation.Issue(
            id: IssueID(id), title: Text("Issue \(id)"), today: today && options > 0 ? "o0" : nil,
            options: (0..<options).map { Option(id: OptionID("o\($0)"), title: Text("Answer \($0)")) })
    }

    private func sheet(of party: String, wants option: String, without: Int = 0) -> Sheet {
        Sheet(
            id: SheetID(party), party: PartyID(party), basis: .declared,
            weights: .numbers(["i": Amount(100)]),
            values: [
                "i": .numbers([
                    "o0": Amount(option == "o0" ? 100 : 0), "o1": Amount(option == "o1" ? 100 : 0),
                ])
            ],
            withoutAgreement: WithoutAgreement(worth: Amount(Rational(without))))
    }

    private func negotiators(_ ids: [String]) -> [Party] {
        ids.map { Party(id: PartyID($0), name: Text("Party \($0)"), roles: [.negotiator]) }
    }

    private func titles(_ dossier: Dossier) -> [String] {
        let situation = dossier.situation(for: .team)
        _ = output(situation)
        return situation.briefing().chapters.map(\.title.text)
    }

    @Test func partiesIssuesAndOptionsAlone() {
        let titles = titles(Dossier(parties: negotiators(["a", "b"]), issues: [issue("i"), issue("j")]))
        #expect(titles.contains("Two issues are on the agenda, each with a known answer in force today"))
        #expect(titles.contains("No rule excludes any of the 4 packages"))
        #expect(
            titles.contains(
                "No space of agreement can be shown: this copy has no sheet of Party a and Party b"))
    }

    @Test func onePartyOneIssueOneOption() {
        let titles = titles(
            Dossier(parties: negotiators(["a"]), issues: [issue("i", options: 1, today: false)]))
        #expect(titles.contains("One issue is on the agenda; what is in force today is not stated"))
        #expect(titles.contains("There is one package, and the rules allow it"))
    }

    @Test func nothingAtAll() {
        #expect(titles(Dossier()).first == "Nothing is on the agenda yet")
    }

    @Test func oneIssueIsNotCalledEach() {
        let titles = titles(Dossier(parties: negotiators(["a"]), issues: [issue("i")]))
        #expect(titles.contains("One issue is on the agenda, with a known answer in force today"))
    }

    @Test func everybodyLeftOutIsNotNobodyThere() {
        let dossier = Dossier(
            parties: negotiators(["a"]), issues: [issue("i")], sheets: [sheet(of: "a", wants: "o1")])
        let titles = dossier.situation(for: .team, AnalysisRequest(without: ["a"])).briefing().chapters
            .map(\.title.text)
        #expect(titles.contains("Every negotiator was left out, so no space of agreement can be shown"))
    }

    @Test func issueWithoutVisibleOptions() {
        _ = titles(Dossier(parties: negotiators(["a"]), issues: [issue("i"), issue("j", options: 0)]))
    }

    @Test func oneNegotiatorWithASheet() {
        let titles = titles(
            Dossier(
                parties: negotiators(["a"]), issues: [issue("i")], sheets: [sheet(of: "a", wants: "o1")]))
        #expect(titles.contains { $0.hasSuffix("packages are acceptable to Party a") })
    }

    @Test func nothingAcceptable() {
        let dossier = Dossier(
            parties: negotiators(["a", "b"]), issues: [issue("i")],
            sheets: [sheet(of: "a", wants: "o0", without: 50), sheet(of: "b", wants: "o1", without: 60)])
        #expect(
            titles(dossier).contains(
                "On the sheets used, no package is acceptable to all of Party a and Party b"))
        let text = dossier.situation(for: .team).briefing().text(TextStyle(width: 1_000))
        #expect(text.contains("no agreement were worth less to Party"))
    }

    @Test func nothingFeasible() {
        let dossier = Dossier(
            parties: negotiators(["a", "b"]), issues: [issue("i")],
            rules: [
                Rule(id: "r", kind: .legal, demand: .forbid(.choose("i", ["o0"]))),
                Rule(id: "s", kind: .legal, demand: .forbid(.choose("i", ["o1"]))),
            ], sheets: [sheet(of: "a", wants: "o0"), sheet(of: "b", wants: "o1")])
        let titles = titles(dossier)
        #expect(titles.contains("The rules leave no package at all"))
        #expect(titles.contains("There is no space of agreement, because the rules leave no package"))
    }

    @Test func thirtyIssuesAndThreeNegotiators() {
        let issues = (0..<30).map { issue("i\($0)", options: 4) }
        var dossier = Dossier(parties: negotiators(["a", "b", "c"]), issues: issues)
        dossier.sheets = ["a", "b", "c"].map { party in
            Sheet(
                id: SheetID(party), party: PartyID(party), basis: .illustration,
                weights: .order([[IssueID("i0")], [IssueID("i1")]]),
                values: ["i0": .order([["o0"], ["o1"]]), "i1": .order([["o1"], ["o0"]])])
        }
        #expect(titles(dossier).contains { $0.contains("1.2 × 10¹⁸") })
    }
}
