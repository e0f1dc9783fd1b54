import Assessment
import Briefing
import Negotiation
import TestSupport
import Testing

@Suite struct NeutralWordsTests {
    private static let forbidden = [
        "fair", "unfair", "fairness", "optimal", "optimum", "recommend", "recommended", "recommendation",
        "opponent", "probability", "likelihood", "best deal", "enemy",
    ]

    @Test func noPageJudges() {
        for seed in 0..<40 as Range<UInt64> {
            let dossier = plainDossier(seed: seed)
            for viewer in [Viewer.team, .table, .public] {
                let words = Set(
                    output(dossier.situation(for: viewer)).lowercased()
                        .split(whereSeparator: { !$0.isLetter }).map(String.init))
                #expect(words.isDisjoint(with: Self.forbidden), "seed \(seed)")
            }
        }
    }

    @Test func yardsticksThatCompareStandOnlyOnRequest() throws {
        let situation = try example("two-states").situation(for: .team)
        let usual = situation.briefing().markdown()
        #expect(!usual.contains("Egalitarian") && !usual.contains("Utilitarian"))
        #expect(usual.contains("Nash"))
        let asked = situation.briefing(BriefingOptions(references: [.egalitarian])).markdown()
        #expect(asked.contains("Egalitarian"))
        #expect(asked.contains("compares points of one party"))
    }

    @Test func orderIsStatedAndADelegationMayStandFirst() throws {
        let dossier = try example("two-states")
        let last = try #require(
            dossier.negotiators.max { $0.name.preferring() < $1.name.preferring() })
        let usual = dossier.situation(for: .team).briefing()
        #expect(usual.subtitle.contains("alphabetical order"))
        let own = dossier.situation(for: .party(last.id)).briefing(BriefingOptions(firstParty: last.id))
        #expect(own.subtitle.contains("\(last.name.preferring()) first"))
        #expect(own.audience == last.name.preferring())
    }

    /// Whoever reads a copy of what was invented reads so: at its head, on every screen of it and every sheet of paper.
    @Test(arguments: ["minimal", "three-party", "two-states", "ukraine"])
    func illustrationsAreStampedOnEveryPage(name: String) throws {
        let dossier = try example(name)
        for viewer in viewers(of: dossier) {
            let briefing = dossier.situation(for: viewer).briefing()
            let stamp = "Illustration: invented in whole or in part"
            #expect(briefing.stamps.contains { $0.hasPrefix(stamp) }, "\(name), \(viewer)")
            let html = briefing.html()
            let running = html.split(separator: "\n").first { $0.contains("class=\"running\"") }
            #expect(running?.contains(stamp) == true, "\(name), \(viewer)")
            #expect(html.contains("<p class=\"stamp\">\(stamp)"), "\(name), \(viewer)")
            let margin = stamp.replacing(":", with: "\\3a ")
            #expect(html.contains("@top-right { content: \"\(margin)"), "\(name), \(viewer)")
            #expect(briefing.markdown().contains("> **\(stamp)"), "\(name), \(viewer)")
            #expect(briefing.text().contains(stamp), "\(name), \(viewer)")
        }
    }

    /// Numbers are called invented where there are numbers, orders where there are orders.
    @Test func stampsSayWhatIsInvented() throws {
        func stamps(_ name: String, _ change: (inout Dossier) -> Void = { _ in }) throws -> String {
            var dossier = try example(name)
            change(&dossier)
            return dossier.situation(for: .team).briefing().stamps.joined(separator: "; ")
        }
        let orders = try stamps("ukraine")
        #expect(orders.contains("its orders describe no real party") && !orders.contains("numbers"))
        #expect(try stamps("two-states").contains("its numbers describe no real party"))
        #expect(try stamps("ukraine") { $0.basis = nil }.contains("invented orders and words"))
        #expect(try stamps("two-states") { $0.basis = nil }.contains("invented numbers"))
        #expect(!(try stamps("camp-david")).contains("Illustration"))
        let pages = try example("ukraine").situation(for: .team).briefing().markdown()
        #expect(!pages.contains("invented numbers"))
    }

    /// A name inside a sentence stands as it was typed, so the examples have names without an article.
    @Test(arguments: exampleNames) func partiesHaveNamesWithoutAnArticle(name: String) throws {
        for party in try example(name).parties {
            let first = party.name.preferring(["en"]).split(separator: " ").first
            #expect(first.map { !["A", "An", "The"].contains($0) } == true, "\(party.id)")
        }
    }
}
