import Negotiation
import Testing

struct PracticeTests {
    private func ids(_ dossier: Dossier) -> Set<String> { Set(dossier.practiceFindings().map(\.item.id)) }

    private func dossier(_ issues: [Negotiation.Issue], parties: [Party] = []) -> Dossier {
        Dossier(parties: [Party(id: "a", name: "A", roles: [.negotiator])] + parties, issues: issues)
    }

    private func issue(_ title: Text, text: Text? = nil, _ options: [Option] = []) -> Negotiation.Issue {
        Issue(
            id: "i", title: title, text: text, today: "now",
            options: [Option(id: "now", title: "Now")] + options)
    }

    @Test func everyQuestionHasItsOwnNameRemedyAndSource() {
        let all = PracticeItem.ceasefire + PracticeItem.inclusion + PracticeItem.doNoHarm
        #expect(Set(all.map(\.id)).count == all.count)
        for item in all {
            #expect(!item.sources.isEmpty && item.question.hasSuffix("?") && item.remedy.hasSuffix("."))
        }
    }

    @Test func ceasefireClausesAreAskedOnlyOfACeasefire() {
        #expect(!ids(dossier([issue("Water")])).contains { $0.hasPrefix("ceasefire-") })
        let bare = ids(dossier([issue("Ceasefire")]))
        for clause in [
            "definitions", "prohibited-acts", "geography", "timing", "separation", "monitoring",
            "attribution",
            "disputes",
        ] {
            #expect(bare.contains("ceasefire-\(clause)"))
        }
        let text: Text =
            "Definitions of violations; attacks that stop; the zone; from midnight until renewed; "
        let full = ids(dossier([issue("Ceasefire", text: text)]))
        #expect(
            full.isDisjoint(with: [
                "ceasefire-definitions", "ceasefire-prohibited-acts", "ceasefire-geography",
            ]))
        #expect(full.contains("ceasefire-disputes"))
    }

    @Test func wordsAreFoundByTheirBeginningsInEnglishOnly() {
        let other = Text(byLanguage: ["en": "Truce", "xx": "monitoring"])
        #expect(ids(dossier([issue(other)])).contains("ceasefire-monitoring"))
        #expect(!ids(dossier([issue("Truce, verified")])).contains("ceasefire-monitoring"))
    }

    @Test func constituenciesThatNobodyAskedAreNamed() throws {
        let people = Party(
            id: "displaced", name: "Displaced people", roles: [.constituency], can: [.spoil], concerns: ["i"])
        var asked = dossier([issue("Return")], parties: [people])
        #expect(ids(asked).isSuperset(of: ["inclusion-consulted", "inclusion-powers", "inclusion-women"]))
        #expect(!ids(asked).contains("inclusion-displaced"))
        asked.parties[1].consulted = [.init(issues: ["i"], how: "Meetings with women and men")]
        #expect(ids(asked).isDisjoint(with: ["inclusion-consulted", "inclusion-powers", "inclusion-women"]))
        asked.tables = [Table(id: "t", parties: ["a"], issues: ["i"])]
        let finding = try #require(asked.practiceFindings().first { $0.item.id == "inclusion-tables" })
        #expect(finding.evidence == .items(.party, ["displaced"]))
        #expect(ids(dossier([issue("Return")])).contains("inclusion-constituencies"))
    }

    @Test func harmsAndConditionsAreFoundAtTheirPlace() throws {
        let tied = Option(id: "tied", title: "Aid in exchange for recognition", harms: ["food"])
        var asked = dossier(
            [issue("Access for aid", [tied])],
            parties: [Party(id: "people", name: "People", roles: [.constituency])])
        asked.interests = [Interest(id: "food", of: ["people"], text: "Food")]
        let findings = asked.practiceFindings()
        let aid = try #require(findings.first { $0.item.id == "harm-aid" })
        #expect(aid.evidence == .found("in exchange"))
        #expect(aid.place.description == "issues/i/options/tied")
        let harm = try #require(findings.first { $0.item.id == "harm-absent" })
        #expect(harm.evidence == .harms("food", of: "people"))
        // An option that is known to breach a minimum is already in no package.
        asked.issues[0].options[1].breaches = ["relief"]
        #expect(!ids(asked).contains("harm-aid"))
    }

    @Test func returnsAndAmnestiesAreAskedForTheirLimits() {
        let options = [
            Option(id: "back", title: "All displaced people are relocated"),
            Option(id: "free", title: "Voluntary return of displaced people"),
            Option(id: "amnesty", title: "An amnesty"),
            Option(id: "limited", title: "An amnesty, except for the gravest crimes"),
        ]
        let places = dossier([issue("People", options)]).practiceFindings()
            .filter { ["harm-returns", "harm-amnesty"].contains($0.item.id) }.map(\.place.components.last)
        #expect(places == ["back", "amnesty"])
    }

    @Test func commitmentsAreTimedByADeadlineOrAWait() {
        func asked(_ change: (inout Commitment) -> Void) -> Set<String> {
            var commitment = Commitment(id: "c", who: ["a"], what: "Stops", verifiedBy: ["a"])
            change(&commitment)
            return ids(
                dossier([issue("Ceasefire", [Option(id: "yes", title: "Yes", commitments: [commitment])])])
            ).intersection(["ceasefire-dated", "ceasefire-verified"])
        }
        #expect(asked { _ in } == ["ceasefire-dated"])
        #expect(asked { $0.verifiedBy = [] } == ["ceasefire-dated", "ceasefire-verified"])
        #expect(asked { $0.by = "At once" } == [] && asked { $0.deadline = .within(.zero, of: nil) } == [])
        #expect(asked { $0.takes = DoingTime(from: .zero, to: nil) } == [])
        #expect(asked { $0.after = [[Prerequisite(.event("signature"))]] } == [])
    }

    /// What follows a breach is found in the words of a response; what a package adds counts as well.
    @Test func wordsOfResponsesAndPackagesAreFound() {
        let commitment = Commitment(
            id: "c", who: ["a"], what: "Stops",
            ifNot: [Response(kind: .snapback), Response(what: "Consequences follow")])
        let option = Option(id: "yes", title: "Yes", commitments: [commitment])
        #expect(ids(dossier([issue("Truce")])).contains("ceasefire-breaches"))
        #expect(!ids(dossier([issue("Truce", [option])])).contains("ceasefire-breaches"))
        var whole = dossier([issue("Truce")])
        whole.packages = [Package(id: "p", choose: [:], commitments: [commitment])]
        #expect(!ids(whole).contains("ceasefire-breaches"))
        let finding = whole.practiceFindings().first { $0.item.id == "ceasefire-dated" }
        #expect(finding?.place.description == "packages/p" && finding?.evidence == .items(.commitment, ["c"]))
    }

    @Test func toWaitForAnEventIsNoTrade() {
        func asked(_ prerequisite: Prerequisite) -> Bool {
            let commitment = Commitment(id: "c", who: ["a"], what: "Opens the road", after: [[prerequisite]])
            let option = Option(id: "yes", title: "Yes", commitments: [commitment])
            return ids(dossier([issue("Access for aid", [option])])).contains("harm-aid")
        }
        #expect(asked(Prerequisite(.commitment("d", .verified))) && !asked(Prerequisite(.event("signature"))))
    }
}
