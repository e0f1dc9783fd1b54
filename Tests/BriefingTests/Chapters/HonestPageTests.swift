import Assessment
import Briefing
import Foundation
import Negotiation
import Testing

/// A page promises no more than the dossier holds.
@Suite struct HonestPageTests {
    private func text(_ document: Document) -> String { document.text(TextStyle(width: 10_000)) }

    /// Where a worth is assumed to be the least, that everybody gains over it says nothing.
    @Test func nobodyGainsOverAnAssumedWorth() throws {
        var dossier = try example("two-states")
        #expect(dossier.situation(for: .team).briefing().firstPageText.contains("gains over no agreement"))
        for place in dossier.sheets.indices { dossier.sheets[place].withoutAgreement = nil }
        let page = dossier.situation(for: .team).briefing().firstPageText
        #expect(!page.contains("gains over no agreement") && !page.contains("loses against no agreement"))
        #expect(page.contains("Nobody has said what having no agreement is worth to Norrast and Velune"))
        let all = dossier.situation(for: .team).briefing().markdown()
        let row = all.split(separator: "\n").first { $0.hasPrefix("| **No agreement**") }
        #expect(row?.contains(", assumed") == true)
    }

    /// What holds of those who were included is not said of those who were left out.
    @Test func nothingIsSaidOfThoseLeftOut() throws {
        let situation = try example("three-party").situation(for: .team, AnalysisRequest(without: ["line"]))
        let briefing = situation.briefing()
        let chapter = try #require(briefing.chapters.first { $0.anchor == "packages" })
        let told = chapter.blocks.map { $0.text(TextStyle(width: 10_000)) }.joined()
        for text in [briefing.firstPageText, told] {
            #expect(text.contains("every negotiator included"))
            #expect(!text.replacing("every negotiator included", with: "").contains("every negotiator"))
            #expect(!text.contains("all negotiators"))
        }
        let space = try situation.space.get()
        let report = space.report.text(Phrasing(situation.dossier), style: TextStyle(width: 200))
        #expect(report.contains("Acceptable to all negotiators included "))
    }

    @Test func whoIsBelowTodayIsSaid() throws {
        var dossier = try example("ukraine")
        for place in dossier.issues.indices where dossier.issues[place].today == nil {
            dossier.issues[place].today = dossier.issues[place].options[0].id
        }
        dossier.sheets = dossier.negotiators.enumerated().map { place, party in
            let options = dossier.issues[0].options.map { [$0.id] }
            return Sheet(
                id: SheetID(party.id.rawValue), party: party.id, basis: .illustration,
                weights: .numbers([dossier.issues[0].id: Amount(100)]),
                values: [dossier.issues[0].id: .order(place == 0 ? options : options.reversed())],
                withoutAgreement: WithoutAgreement(worth: Amount(0)))
        }
        dossier.defaultSheets = [:]
        let all = text(dossier.situation(for: .team).briefing())
        #expect(all.contains("it is worth less than today to"))
    }

    @Test(arguments: ["camp-david", "three-party", "two-states", "ukraine"])
    func everyPackageWorthTestingSaysWhatSpeaksAgainstIt(name: String) throws {
        let briefing = try example(name).situation(for: .team).briefing()
        let chapter = try #require(briefing.chapters.first { $0.anchor == "packages" })
        let text = chapter.blocks.map { $0.text(TextStyle(width: 10_000)) }.joined()
        #expect(
            text.components(separatedBy: "Worth testing, because").count
                == text.components(separatedBy: "Against it: ").count)
    }

    @Test func whoWasLeftOutIsNamedOnEveryPage() throws {
        let briefing = try example("three-party")
            .situation(for: .team, AnalysisRequest(without: ["cooperative"])).briefing()
        let name = try #require(try example("three-party").party("cooperative")).name.preferring()
        #expect(briefing.stamps.contains("Left out on request: \(name)"))
        #expect(briefing.firstPageText.contains("On request: \(name)."))
        #expect(!text(try example("three-party").situation(for: .team).briefing()).contains("eft out on"))
    }

    @Test func aCopyThatShowsNothingSaysSo() throws {
        let situation = try example("minimal").situation(for: .public)
        let briefing = situation.briefing()
        #expect(briefing.firstPageText.contains("This copy shows no issue"))
        #expect(briefing.firstPageText.contains("seen-by"))
        #expect(!text(briefing).contains("see what is not known"))
        #expect(!text(briefing).contains("on the agenda yet"))
        let view = try example("minimal").seen(by: .public)
        let today = try view.explanation(of: view.namedPackage("today")).text(Phrasing(view))
        #expect(today.contains("This copy shows no issue"))
    }

    @Test func sheetsThatTellNothingApartRecommendNothing() throws {
        var dossier = try example("two-states")
        for place in dossier.sheets.indices {
            dossier.sheets[place].weights = .numbers([:])
            dossier.sheets[place].interactions = []
            dossier.sheets[place].redLines = []
            dossier.sheets[place].withoutAgreement = nil
        }
        let page = dossier.situation(for: .team).briefing().firstPageText
        #expect(page.contains("the sheets do not tell packages apart yet"))
        #expect(!page.contains("changes nothing against today"))
    }

    @Test func missingSheetsAreMetWithBothRemedies() {
        let phrasing = Phrasing(Dossier(parties: [Party(id: "q", name: "Q", roles: [.negotiator])]))
        let remedy = phrasing.remedy(AssessmentError.negotiatorsWithoutSheet(["q"])).text
        #expect(remedy.contains("sheets/") && remedy.contains("seen-by"))
        #expect(phrasing.problem(.nobodyNegotiates).text == "No negotiator is left to ask about.")
        #expect(Phrasing(Dossier()).problem(.nobodyNegotiates).text == "Nobody in this copy negotiates.")
    }
}
