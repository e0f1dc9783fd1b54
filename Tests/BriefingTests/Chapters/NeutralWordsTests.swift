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

    @Test func illustrationsAreStampedOnEveryPage() throws {
        let briefing = try example("ukraine").situation(for: .team).briefing()
        #expect(briefing.stamps.contains { $0.contains("invented numbers, describing no real party") })
    }
}
