import Assessment
import Negotiation
import Testing

/// Answers are held to the sheet and to each other, and change neither.
@Suite struct AnswerTests {
    /// North: a, b, c in that order on the line, which weighs at least as much as aid, where c is best.
    private static func dossier(_ answers: SheetAnswer.Content...) -> Dossier {
        var dossier = SmallDossiers.two
        dossier.sheets[0].values = [
            "line": .order([["a"], ["b"], ["c"]]), "aid": .order([["c"], ["b"], ["a"]]),
        ]
        dossier.sheets[0].weights = .order([["line"], ["aid"]])
        dossier.sheets[0].answers = answers.map { SheetAnswer($0) }
        return dossier
    }

    private static func reasons(_ dossier: Dossier) -> [Finding.Reason] {
        dossier.allFindings().map(\.reason).filter { reason in
            switch reason {
            case .answerAgainstSheet, .answersExclude: true
            default: false
            }
        }
    }

    private static func swing(_ issue: IssueID, _ from: OptionID, _ to: OptionID) -> SheetAnswer.Swing {
        SheetAnswer.Swing(issue: issue, from: from, to: to)
    }

    @Test func whatTheSheetAllowsIsNoContradiction() {
        let dossier = Self.dossier(
            .ranking("line", [["a"], ["b"], ["c"]]), .priorities([["line"], ["aid"]]),
            .swing(Self.swing("line", "c", "a"), over: Self.swing("aid", "a", "c")),
            // The middle may be worth nearly nothing, so the whole of aid may be worth more than the step to it.
            .swing(Self.swing("aid", "a", "c"), over: Self.swing("line", "c", "b")),
            .rather(["line": "a"], than: ["line": "b"]),
            .swing(Self.swing("line", "c", "a"), over: Self.swing("line", "c", "b")))
        #expect(Self.reasons(dossier) == [])
    }

    @Test func whatNoWayOfFillingInAllowsIsShown() {
        let contents: [SheetAnswer.Content] = [
            .ranking("line", [["b"], ["a"]]), .ranking("line", [["a", "c"]]),
            .priorities([["aid"], ["line"]]),
            .swing(Self.swing("aid", "a", "c"), over: Self.swing("line", "c", "a")),
            .rather(["line": "c", "aid": "a"], than: ["line": "c", "aid": "b"]),
            .rather(["line": "b"], than: ["line": "b"]),
            .swing(Self.swing("line", "a", "b"), over: Self.swing("line", "c", "b")),
        ]
        for content in contents {
            #expect(Self.reasons(Self.dossier(content)) == [.answerAgainstSheet("north", 0)], "\(content)")
        }
    }

    @Test func answersThatCannotBothBeMeantAreShown() {
        let dossier = Self.dossier(
            .rather(["line": "a"], than: ["aid": "c"]), .rather(["aid": "c"], than: ["line": "a"]),
            .ranking("aid", [["c"], ["b"]]), .ranking("aid", [["c", "b"]]))
        #expect(Self.reasons(dossier).contains(.answersExclude("north", 0, 1)))
        #expect(Self.reasons(dossier).contains(.answersExclude("north", 2, 3)))
        // Neither the sheet nor the figures changed.
        var without = dossier
        without.sheets[0].answers = []
        #expect(
            try! Analysis(dossier).packages().frontier.count == Analysis(without).packages().frontier.count)
    }
}
