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

    /// A package that crosses a red line may be better for all: the frontier is among the acceptable ones alone.
    @Test func theFrontierIsToldOfAcceptablePackagesAlone() {
        let options = ["shut", "open", "joint"].map { Option(id: OptionID($0), title: Text($0)) }
        var dossier = Dossier(
            parties: ["a", "b"].map { Party(id: PartyID($0), name: Text($0), roles: [.negotiator]) },
            issues: [Negotiation.Issue(id: "x", title: "Bridge", today: "shut", options: options)],
            packages: [Package(id: "p", title: "Draft", choose: ["x": "open"])])
        dossier.sheets = ["a", "b"].map { party in
            Sheet(
                id: SheetID(party), party: PartyID(party), basis: .estimate,
                weights: .numbers(["x": Amount(100)]),
                values: ["x": .numbers(["shut": Amount(0), "open": Amount(50), "joint": Amount(100)])],
                withoutAgreement: WithoutAgreement(worth: Amount(0)),
                redLines: party == "a"
                    ? [RedLine(choose: .choose("x", ["joint"]), firmness: .stated)] : [])
        }
        let situation = dossier.situation(for: .team)
        let all = text(situation.briefing()) + situation.drafted.map { $0.text(Phrasing(dossier)) }.joined()
        #expect(!all.contains("nobody in this model gains"))
        #expect(
            all.contains("no other acceptable package is as good for every negotiator and better for one"))
        #expect(all.contains("It is on the frontier: no other acceptable package gives a negotiator more"))
    }

    /// A draft that the team alone sees is not on the table.
    @Test func onlyWhatAllNegotiatorsSeeIsCalledTabled() throws {
        func key(_ visibility: Visibility) throws -> String {
            var dossier = try example("two-states")
            for place in dossier.packages.indices { dossier.packages[place].seenBy = visibility }
            return dossier.situation(for: .team).briefing().html()
        }
        let (tabled, drafted) = ("tabled: all negotiators see it", "drafted, not tabled")
        for visibility in [Visibility.table, .public] {
            #expect(try key(visibility).contains(tabled) && !key(visibility).contains(drafted))
        }
        for visibility in [Visibility.team, .floated(["norrast", "velune"])] {
            #expect(try !key(visibility).contains(tabled) && key(visibility).contains(drafted))
        }
        #expect(try key(.team).contains("stroke-dasharray=\"2.6 1.4\""))
    }

    /// What can be looked up is shown with the passage that it stands in.
    @Test func passagesAreShownWithWhatRestsOnThem() throws {
        for viewer in [Viewer.team, .table, .public] {
            let briefing = try example("ukraine").situation(for: viewer).briefing()
            let chapter = try #require(briefing.chapters.first { $0.anchor == "sources" })
            let told = chapter.blocks.map { $0.text(TextStyle(width: 10_000)) }.joined(separator: "\n")
            let row = told.split(separator: "\n").first {
                $0.contains("table 3, row 1") && $0.contains("issue")
            }
            #expect(row?.contains("“Scope of a ceasefire” and “Form of a ceasefire”") == true, "\(told)")
            #expect(told.contains("One article without a date, with three lists and three tables."))
            #expect(told.contains("Third Geneva Convention") && told.contains("Art. 118"))
            #expect(!briefing.markdown().contains("GC III"))
        }
        let title = try example("camp-david").situation(for: .team).briefing().chapters
            .first { $0.anchor == "sources" }?.title.text
        #expect(title == "What is stated here rests on one named source")
    }

    /// What an answer would commit whom to stands in the copy of everybody who may see it.
    @Test func commitmentsAreTold() throws {
        func told(_ viewer: Viewer) throws -> String {
            let briefing = try example("ukraine").situation(for: viewer).briefing()
            let chapter = try #require(briefing.chapters.first { $0.anchor == "commitments" })
            return chapter.blocks.map { $0.text(TextStyle(width: 10_000)) }.joined()
        }
        let all = try told(.team)
        #expect(all.contains("Stop all attacks (on land, at sea and in the air)"))
        #expect(
            all.contains("Pull forces back (its side of the zone)") && all.contains("The joint desk meets"))
        #expect(all.contains("after the verification of “Stop all attacks” (Russia and Ukraine)"))
        #expect(try !told(.public).contains("Pull forces back") && told(.table).contains("Pull forces back"))
        let none = try example("minimal").situation(for: .team).briefing()
        #expect(!none.chapters.contains { $0.anchor == "commitments" })
    }

    /// A delegation reads what a rule says; its name in the dossier tells it nothing.
    @Test func rulesAreToldInWords() throws {
        let dossier = try example("ukraine")
        for viewer in [Viewer.party("russia"), .party("ukraine"), .team] {
            let pages = text(dossier.situation(for: viewer).briefing())
            #expect(pages.contains("likeliest because of the rule: “Forces cannot leave positions"))
            for rule in dossier.rules { #expect(!pages.contains(rule.id.rawValue), "\(rule.id)") }
        }
    }

    @Test func conflictPartiesStandBeforeThirdParties() throws {
        let pages = text(try example("ukraine").situation(for: .public).briefing())
        let first = try #require(pages.firstRange(of: "Conflict parties"))
        let second = try #require(pages.firstRange(of: "Third parties"))
        #expect(first.lowerBound < second.lowerBound)
        let group = pages[first.upperBound..<second.lowerBound]
        #expect(group.contains("Russia") && group.contains("Ukraine") && !group.contains("European Union"))
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
        #expect(!text(briefing).contains("seen-by") && !text(briefing).contains("the team"))
        #expect(briefing.chapters.isEmpty, "a second page would say nothing more")
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
        for error in [AssessmentError.negotiatorsWithoutSheet(["q"]), .nobodyNegotiates] {
            #expect(!phrasing.remedy(error, for: .team).text.contains("seen-by"), "the team sees everything")
        }
        #expect(phrasing.problem(.nobodyNegotiates).text == "No negotiator is left to ask about.")
        #expect(Phrasing(Dossier()).problem(.nobodyNegotiates).text == "Nobody in this copy negotiates.")
    }
}
