import Assessment
import BigInt
import Negotiation
import Testing

@Suite struct DevelopmentTests {
    @Test func stepsAddOneCauseAfterAnother() {
        let earlier = SmallDossiers.two
        var later = earlier
        later.issues[0].options.removeLast()
        later.rules = [SmallDossiers.rule("r", forbid: .choose("aid", ["a"]))]
        for place in later.sheets.indices { later.sheets[place].values["line"] = .order([["a", "b"]]) }
        let steps = later.situation(for: .team, since: earlier).development?.steps ?? []
        #expect(steps.map(\.cause) == [nil, .agenda, .rules, .sheets])
        #expect(steps.map { $0.feasible?.lower } == [9, 6, 4, 4])
        #expect(steps.map(\.frontier) == [3, 2, 2, 1])
    }

    @Test func aNewNegotiatorAndItsSheetAreInTheLastStep() {
        let later = SmallDossiers.two
        var earlier = later
        earlier.parties.removeLast()
        earlier.sheets.removeLast()
        let steps = later.situation(for: .team, since: earlier).development?.steps ?? []
        #expect(steps.map(\.cause) == [nil, .participation, .sheets])
        #expect(steps.map(\.frontier) == [1, nil, 3])
    }

    @Test func aNewMinimumExcludesWhatBreachesIt() {
        let earlier = SmallDossiers.two
        var later = earlier
        later.minimums = [Minimum(id: "care", kind: .mandate, text: "Care")]
        later.issues[0].options[0].breaches = ["care"]
        let steps = later.situation(for: .team, since: earlier).development?.steps ?? []
        #expect(steps.map { $0.feasible?.lower } == [9, 9, 6])
    }

    @Test func whatAViewerMayNotSeeIsNoChange() {
        let earlier = SmallDossiers.two
        var later = earlier
        later.rules = [SmallDossiers.rule("r", forbid: .choose("aid", ["a"]))]
        let situation = later.situation(for: .party("north"), since: earlier)
        #expect(situation.development?.changes.isEmpty == true)
        #expect(situation.development?.steps.count == 1)
    }
}

@Suite struct SituationTests {
    @Test func worthTestingAreReferencesAndDraftsThatAllAccept() throws {
        var dossier = SmallDossiers.two
        dossier.packages = [
            Package(id: "middle", choose: ["line": "b", "aid": "c"]),
            Package(id: "waste", choose: ["line": "b", "aid": "b"]),
            Package(id: "part", choose: ["line": "b"]),
        ]
        let space = try dossier.situation(for: .team).space.get()
        #expect(space.candidates.map(\.explanation.package.name) == ["middle", "waste"])
        #expect(space.candidates[0].reasons.count == 3)
        #expect(space.candidates[1].reasons == [.drafted("waste", isOnFrontier: false)])
    }

    @Test func aViewerWithoutSheetsStillLearnsWhatTheRulesLeave() {
        var dossier = SmallDossiers.two
        for place in dossier.issues.indices {
            dossier.issues[place].seenBy = .public
            for option in 0..<2 { dossier.issues[place].options[option].seenBy = .public }
        }
        let situation = dossier.situation(for: .public)
        #expect(situation.packages?.lower == 4)
        #expect(throws: AssessmentError.nobodyNegotiates) { try situation.space.get() }
    }
}
