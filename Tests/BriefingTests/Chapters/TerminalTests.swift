import Assessment
import Briefing
import Foundation
import Negotiation
import Testing

@Suite struct TerminalTests {
    private func analysis(_ name: String) throws -> Analysis { try Analysis(example(name).seen(by: .team)) }

    @Test(arguments: ["camp-david", "three-party", "two-states"])
    func packagesAreCountedAndLimited(name: String) throws {
        let analysis = try analysis(name)
        let report = analysis.packages()
        let phrasing = Phrasing(analysis.dossier)
        let text = report.text(phrasing, frontierLimit: 1, packageLimit: 1)
        #expect(text.contains(phrasing.wording.count(report.packages).text))
        #expect(text.contains("Kalai–Smorodinsky"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        if report.frontier.count > 1 {
            #expect(text.contains("the first 1 of \(report.frontier.count) points"))
        }
        #expect(report.text(phrasing, frontierLimit: 0, packageLimit: 0).contains("Packages"))
    }

    @Test func explanationOpensEveryVerdict() throws {
        let analysis = try analysis("two-states")
        let package = try analysis.dossier.namedPackage("today")
        let explanation = analysis.explanation(of: package)
        let text = explanation.text(Phrasing(analysis.dossier), style: TextStyle(width: 120))
        #expect(text.contains(" of "))
        #expect(text.contains("No agreement:"))
        #expect(text.contains("in all") || text.contains("for what is settled"))
    }

    /// A worth that is only a lower bound is shown as one.
    @Test func boundsOfNoAgreementAreTold() throws {
        let analysis = try analysis("two-states")
        var report = analysis.packages()
        var explanation = analysis.explanation(of: try analysis.dossier.namedPackage("today"))
        let phrasing = Phrasing(analysis.dossier)
        #expect(!report.text(phrasing).contains("or more"))
        #expect(!explanation.text(phrasing).contains("the budget ran out"))
        report.negotiators[0].withoutAgreementIsExact = false
        explanation.worths[0].withoutAgreementIsExact = false
        #expect(report.text(phrasing, style: TextStyle(width: 200)).contains("or more"))
        #expect(explanation.text(phrasing).contains("the budget ran out"))
    }

    @Test func whoWasLeftOutIsNamed() throws {
        let dossier = try example("three-party")
        let request = AnalysisRequest(without: ["line"])
        let analysis = try Analysis(dossier, request)
        let packages = try ["today", dossier.packages[0].id.rawValue].map { try dossier.namedPackage($0) }
        let phrasing = Phrasing(dossier)
        let left = request.leftOut(of: dossier)
        let note = "Left out on request: Shipping line."
        #expect(analysis.explanation(of: packages[0]).text(phrasing, without: left).contains(note))
        #expect(analysis.comparison(of: packages).text(phrasing, without: left).contains(note))
        #expect(!analysis.explanation(of: packages[0]).text(phrasing).contains("Left out"))
    }

    @Test func reasonsBringNoSecondStop() throws {
        let analysis = try analysis("minimal")
        let today = try analysis.dossier.namedPackage("today")
        let text = analysis.explanation(of: today).text(
            Phrasing(analysis.dossier), style: TextStyle(width: 200))
        #expect(text.contains("Its fields were dry for two summers.\n"))
        #expect(!text.contains(".."))
    }

    @Test func partialPackagesAreSummedOverWhatBothSettle() throws {
        let analysis = try analysis("two-states")
        let packages = [
            try analysis.dossier.namedPackage("truce=\(analysis.dossier.issues[0].options[1].id.rawValue)"),
            try analysis.dossier.namedPackage("today"),
        ]
        let phrasing = Phrasing(analysis.dossier)
        let text = analysis.comparison(of: packages).text(phrasing, style: TextStyle(width: 200))
        #expect(text.contains("on the issues that both settle") && !text.contains("in all"))
        let whole = analysis.comparison(of: [packages[1], try analysis.dossier.namedPackage("league-draft")])
        #expect(whole.text(phrasing, style: TextStyle(width: 200)).contains("in all"))
    }

    @Test func marksStandBesideWhatRestsOnThem() throws {
        var dossier = try example("two-states")
        for place in dossier.sheets.indices { dossier.sheets[place].withoutAgreement = nil }
        let analysis = try Analysis(dossier)
        let today = try dossier.namedPackage("today")
        let phrasing = Phrasing(dossier)
        let style = TextStyle(width: 200)
        #expect(analysis.explanation(of: today).text(phrasing, style: style).contains(", assumed"))
        let both = [today, try dossier.namedPackage("league-draft")]
        let compared = analysis.comparison(of: both).text(phrasing, style: style)
        #expect(compared.contains(", assumed (a)") && compared.contains("a) Assumed: nobody has said"))
        #expect(analysis.packages().text(phrasing, style: style).contains("also over those that the rules"))
    }

    /// Packages stand in words; the identifiers to type again stand apart.
    @Test func packagesOfTheYardsticksStandInWords() throws {
        let analysis = try analysis("two-states")
        let text = analysis.packages().text(Phrasing(analysis.dossier), style: TextStyle(width: 100))
        #expect(text.contains("Notice of exercises"))
        #expect(text.contains("parley explain DOSSIER") && text.contains("truce="))
    }

    @Test func manyTiesDoNotBuryTheOtherYardsticks() throws {
        let analysis = try analysis("two-states")
        var report = analysis.packages()
        report.references.utilitarian = Array(0..<9)
        let text = report.text(Phrasing(analysis.dossier), style: TextStyle(width: 100))
        #expect(text.components(separatedBy: "Utilitarian").count - 1 == 3)
        #expect(text.contains("and 6 more, level with these"))
    }

    @Test func breachedMinimumsAreMarked() throws {
        let dossier = try example("two-states")
        let bad = try dossier.explanation(of: dossier.namedPackage("captives=for-land"))
        let text = bad.text(Phrasing(dossier), style: TextStyle(width: 200))
        #expect(text.contains("It would be breached: Captives are treated humanely"))
        #expect(!text.contains("which hold in it"))
        let today = try dossier.explanation(of: dossier.namedPackage("today"))
        #expect(today.text(Phrasing(dossier)).contains("Minimums, which hold in it as in every package"))
    }

    @Test func brokenRulesComeWithReasonAndSource() throws {
        var dossier = try example("two-states")
        let issue = dossier.issues[0]
        let today = try #require(issue.today)
        dossier.rules.append(
            Rule(
                id: "not-so", kind: .legal, demand: .forbid(.choose(issue.id, [today])),
                because: "The treaty says no.", sources: [.work("Treaty Art. 1")]))
        let package = try dossier.namedPackage("today")
        let text = dossier.explanation(of: package).text(Phrasing(dossier), style: TextStyle(width: 200))
        #expect(text.contains("It breaks: Rule not-so"))
        #expect(text.contains("The treaty says no.") && text.contains("Treaty Art. 1"))
    }

    @Test func comparisonTellsWhoGainsWhere() throws {
        let analysis = try analysis("two-states")
        let packages = analysis.dossier.packages.prefix(2).map {
            NamedPackage(name: $0.id.rawValue, title: $0.title, choose: $0.choose)
        }
        let phrasing = Phrasing(analysis.dossier)
        let text = analysis.comparison(of: Array(packages)).text(phrasing, style: TextStyle(width: 160))
        #expect(text.contains("Who gains and loses where"))
        let same = analysis.comparison(of: [packages[0], packages[0]])
        #expect(same.text(phrasing) == "The packages choose the same on every issue.\n")
    }

    @Test func findingsStandOneALine() throws {
        let dossier = try example("minimal")
        let findings = dossier.allFindings()
        let lines = findings.text(Phrasing(dossier)) { _ in "dossier.yaml:1:1" }.split(separator: "\n")
        #expect(lines.count == findings.count)
        #expect(lines.allSatisfy { $0.hasPrefix("dossier.yaml:1:1: finding: ") })
    }
}
