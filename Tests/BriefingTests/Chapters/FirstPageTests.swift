import Assessment
import Briefing
import Negotiation
import TestSupport
import Testing

@Suite struct FirstPageTests {
    private func words(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

    @Test(arguments: exampleNames) func canBeReadAloudInTwoMinutes(name: String) throws {
        let dossier = try example(name)
        for viewer in viewers(of: dossier) {
            let page = dossier.situation(for: viewer).briefing().firstPageText
            #expect(words(page) <= 270)
            #expect(words(page) >= 15)
        }
    }

    /// Packages that are counted are named too.
    @Test func packagesWorthTestingAreNamed() throws {
        var dossier = try example("two-states")
        let place = try #require(dossier.sheets.firstIndex { $0.party == "velune" })
        dossier.sheets[place].withoutAgreement = nil
        let page = dossier.situation(for: .team).briefing().firstPageText
        #expect(page.contains("Six packages are worth testing") && words(page) <= 270)
        for name in ["Package one changes", "Package two", "“Velune's paper”", "“A draft in the drawer”"] {
            #expect(page.contains(name), "\(name): \(page)")
        }
    }

    @Test func staysShortWhateverTheDossier() {
        for seed in 0..<60 as Range<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            #expect(words(dossier.situation(for: .team).briefing().firstPageText) <= 270)
        }
    }

    @Test func staysShortWithLongTitlesAndManyParties() {
        let long = Text(Array(repeating: "word", count: 60).joined(separator: " "))
        var dossier = Dossier()
        dossier.parties = (0..<40).map { index in
            Party(
                id: PartyID("p\(index)"), name: long,
                roles: index < 3 ? [.negotiator] : [.constituency])
        }
        dossier.issues = (0..<30).map { index in
            Negotiation.Issue(
                id: IssueID("i\(index)"), title: long,
                options: [
                    Option(id: "a", title: long, consents: [Consent(of: "p5"), Consent(of: "p6")]),
                    Option(id: "b", title: long),
                ])
        }
        dossier.positions = dossier.issues.flatMap { issue in
            [
                Position(of: "p0", issue: issue.id, options: ["a"]),
                Position(of: "p1", issue: issue.id, options: ["b"]),
            ]
        }
        dossier.interests = (0..<9).map {
            Interest(id: InterestID("n\($0)"), of: ["p0", "p1"], text: long)
        }
        #expect(words(dossier.situation(for: .team).briefing().firstPageText) <= 270)
    }

    @Test(arguments: exampleNames) func holdsNoFigure(name: String) throws {
        let dossier = try example(name)
        var page = dossier.situation(for: .team).briefing().firstPageText
        // Names and titles of the dossier may hold digits; nothing else does.
        var texts = dossier.parties.map(\.name) + dossier.issues.map(\.title)
        texts += dossier.issues.flatMap(\.options).map(\.title) + dossier.interests.map(\.text)
        texts += dossier.tables.compactMap(\.title)
        for text in texts {
            page = page.replacing(text.preferring(dossier.languages), with: "")
        }
        let digits = page.filter(\.isNumber)
        #expect(digits.isEmpty, "\(page)")
    }
}
