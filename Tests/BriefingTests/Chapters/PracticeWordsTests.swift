import Briefing
import Negotiation
import Testing

/// What the checklists say of a dossier, as people read it.
@Suite struct PracticeWordsTests {
    private let phrasing = Phrasing(
        Dossier(
            parties: [Party(id: "p", name: "The Assembly"), Party(id: "q", name: "River guild")],
            issues: [
                Negotiation.Issue(
                    id: "i", title: "Water",
                    options: [
                        Option(
                            id: "o", title: "By day",
                            commitments: [Commitment(id: "c", who: ["p"], what: "Opens the gate.")])
                    ])
            ]))

    private func words(_ evidence: PracticeFinding.Evidence) throws -> String {
        let item = try #require(PracticeItem.inclusion.first)
        let words = phrasing.practice(PracticeFinding(item, evidence, at: ItemPath(["parties"]))).text
        return String(words.dropFirst(item.question.count + 1))
    }

    @Test func itemsAreNamedAsPeopleCallThem() throws {
        #expect(try words(.items(.party, ["p"])) == "This is about the party The Assembly.")
        #expect(
            try words(.items(.party, ["p", "q"])) == "This is about the parties River guild and The Assembly."
        )
        #expect(try words(.items(.issue, ["i"])) == "This is about the issue “Water”.")
        #expect(try words(.items(.commitment, ["c"])) == "This is about the commitment “Opens the gate”.")
        #expect(try words(.items(.rule, ["r"])) == "This is about the rule r.")
        #expect(try words(.notAsked("p", ["i"])).contains("The Assembly, on “Water”"))
    }

    @Test func beginningsOfWordsAreCalledSo() throws {
        #expect(
            try words(.noneOf(["defin", "glossar"]))
                == "No words beginning with these letters were found: “defin” and “glossar”.")
    }

    @Test func oneItemIsOne() {
        #expect(
            phrasing.finding(.unsourced(.issue, names: ["i"])).text == "No source is named for the issue i.")
        #expect(
            phrasing.finding(.unsourced(.rule, names: ["r", "s"])).text
                == "No source is named for the rules r and s.")
    }

    /// Where nothing was left out, leaving fewer out is no help.
    @Test func withoutNegotiatorsTheRoleIsAskedFor() {
        let nobody = phrasing.problem(.nobodyNegotiates).text + phrasing.remedy(.nobodyNegotiates).text
        #expect(nobody.contains("roles: [negotiator]") && !nobody.contains("--without"), "\(nobody)")
        let some = Phrasing(Dossier(parties: [Party(id: "p", name: "P", roles: [.negotiator])]))
        #expect(some.remedy(.nobodyNegotiates).text.contains("--without"))
    }

    @Test func namesThatMayStandAreListed() {
        let nowhere = phrasing.remedy(.unknown(.package, name: "x", nearest: nil)).text
        #expect(nowhere.contains("today") && nowhere.contains("issue=option"))
        #expect(phrasing.problem(.unknownOption("x", of: "i", nearest: nil)).text.contains("issue i"))
        #expect(phrasing.remedy(.unknownOption("x", of: "i", nearest: nil)).text.hasSuffix(": o."))
        var many = Dossier()
        many.packages = (0..<40).map { Package(id: PackageID("p\($0)"), choose: [:]) }
        let long = Phrasing(many).remedy(.unknown(.package, name: "x", nearest: nil)).text
        #expect(long.contains("p0") && !long.contains("p30") && long.contains("today"))
    }
}
