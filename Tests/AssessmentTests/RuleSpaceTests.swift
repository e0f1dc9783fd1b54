import Assessment
import BigInt
import Negotiation
import TestSupport
import Testing

@Suite struct RuleSpaceTests {
    private var dossier: Dossier {
        var dossier = SmallDossiers.two
        dossier.sheets = []
        dossier.rules = [
            SmallDossiers.rule("r", forbid: .all([.choose("line", ["a"]), .choose("aid", ["b", "c"])]))
        ]
        dossier.minimums = [Minimum(id: "care", kind: .humanitarianLaw, text: "Care")]
        dossier.issues[1].options[1].breaches = ["care"]
        return dossier
    }

    @Test func countsNeedNoSheet() {
        let space = RuleSpace(dossier)
        #expect(space.packages?.lower == 9)
        #expect(space.feasible?.lower == 5)
        #expect(space.feasible(agreeingWith: ["line": "a"])?.lower == 1)
        #expect(space.canComplete(["line": "a", "aid": "c"]) == false)
        #expect(space.canComplete(["line": "nowhere"]) == nil)
    }

    @Test func openOptionsAreThoseOfSomeFeasiblePackage() {
        let space = RuleSpace(dossier)
        #expect(space.openOptions(with: [:]) == ["line": ["a", "b", "c"], "aid": ["a", "c"]])
        #expect(space.openOptions(with: ["aid": "c"]) == ["line": ["b", "c"], "aid": ["c"]])
        #expect(space.openOptions(with: ["aid": "b"]) == [:])
        #expect(space.openOptions(with: ["aid": "nowhere"]) == nil)
    }

    @Test func openOptionsAgreeWithOneQuestionAnOption() {
        for seed in 0..<60 as Range<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            let space = RuleSpace(dossier)
            let open = space.openOptions(with: [:])
            for issue in space.issues {
                let asked = issue.options.map(\.id).filter { space.canComplete([issue.id: $0]) == true }
                #expect(open?[issue.id] ?? [] == asked, "seed \(seed)")
            }
        }
    }

    @Test func manyIssuesAndOptionsAreTold() {
        let options = (0..<20).map { OptionID("o\($0)") }
        var dossier = Dossier(
            parties: [SmallDossiers.party("north"), SmallDossiers.party("south")],
            issues: (0..<200).map { SmallDossiers.issue(IssueID("i\($0)"), options) })
        dossier.rules = (0..<199).map { place in
            SmallDossiers.rule(
                RuleID("r\(place)"),
                forbid: .all([
                    .choose(IssueID("i\(place)"), ["o0"]), .choose(IssueID("i\(place + 1)"), ["o1"]),
                ]))
        }
        dossier.positions = (0..<200).map { place in
            Position(
                of: place % 2 == 0 ? "north" : "south", issue: IssueID("i\(place)"),
                options: [place % 2 == 0 ? "o0" : "o1"], sources: [.work("Work")])
        }
        let findings = dossier.allFindings()
        let far = findings.filter { if case .positionsCannotMeet = $0.reason { true } else { false } }
        #expect(far.count == 100)
        #expect(RuleSpace(dossier).openOptions(with: [:])?.values.allSatisfy { $0.count == 20 } == true)
    }
}
