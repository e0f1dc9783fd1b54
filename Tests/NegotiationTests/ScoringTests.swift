import Negotiation
import Testing

/// Central values as the documentation states them, worked by hand.
struct ScoringTests {
    let issues = [
        Issue(
            id: "line", title: "Line", options: ["a", "b", "c"].map { Option(id: OptionID($0), title: "") }),
        Issue(id: "aid", title: "Aid", options: ["x", "y"].map { Option(id: OptionID($0), title: "") }),
    ]

    @Test func numbersRangesAndFractionsGiveTheStatedPoints() {
        let sheet = Sheet(
            id: "s", party: "p", basis: .estimate,
            weights: .numbers(["line": Amount(20), "aid": Amount(from: 20, to: 40)]),
            values: [
                "line": .numbers(["a": Amount(Rational(5, over: 9)), "b": Amount(from: 50, to: 100)]),
                "aid": .numbers(["x": Amount(2), "y": Amount(1)]),
            ],
            outOf: ["aid": 2],
            interactions: [Interaction(when: .choose("line", ["a"]), add: Amount(from: -10, to: 0))],
            atMost: 40)
        let scoring = sheet.central(over: issues)
        #expect(scoring.points["line"]?["a"] == Rational(1, over: 9))
        #expect(scoring.points["line"]?["b"] == 15)
        #expect(scoring.points["line"]?["c"] == 10, "an unknown value stands in the middle")
        #expect(scoring.points["aid"]?["x"] == 30)
        #expect(scoring.utility(of: ["line": "a", "aid": "x"]) == Rational(1, over: 9) + 25)
        #expect(scoring.utility(of: ["line": "b", "aid": "x"]) == 40, "the cap holds")
        #expect(scoring.withoutAgreement == nil)
        #expect(
            scoring.assumptions == [
                .weightWithinRange("aid"), .valueWithinRange("line", "b"), .unknownValue("line", "c"),
                .interactionWithinRange(0), .withoutAgreementAssumed,
            ])
    }

    @Test func ordersAndLevelsAreEquallySpaced() {
        let sheet = Sheet(
            id: "s", party: "p", basis: .illustration, weights: .order([["aid"], ["line"]], total: 30),
            values: [
                "line": .order([["b"], ["a", "c"]]), "aid": .levels(["x": .unwelcome, "y": .essential]),
            ], withoutAgreement: WithoutAgreement(worth: Amount(from: 1, to: 2)))
        let scoring = sheet.central(over: issues)
        #expect(scoring.weights == ["aid": 20, "line": 10])
        #expect(scoring.points["line"] == ["b": 10, "a": 0, "c": 0])
        #expect(scoring.points["aid"] == ["x": 0, "y": 20])
        #expect(scoring.withoutAgreement == Rational(3, over: 2))
    }

    @Test func impossibleIsABelievedRedLineAndIndifferentWeighsNothing() {
        let sheet = Sheet(
            id: "s", party: "p", basis: .estimate,
            weights: .levels(["line": .important, "aid": .indifferent]),
            values: ["line": .levels(["a": .essential, "b": .useful, "c": .impossible])])
        let scoring = sheet.central(over: issues)
        #expect(scoring.weights == ["line": 100])
        #expect(scoring.points["line"] == ["a": 100, "b": 50, "c": 0])
        #expect(scoring.redLines == [RedLine(choose: .choose("line", ["c"]), firmness: .believed)])
        #expect(scoring.points["aid"] == ["x": 0, "y": 0])
    }

    @Test func rangesOfWeightsMeetAStatedTotal() {
        let sheet = Sheet(
            id: "s", party: "p", basis: .estimate,
            weights: .numbers(["line": Amount(from: 10, to: 30), "aid": Amount(from: 40, to: 50)], total: 65))
        let scoring = sheet.central(over: issues)
        #expect(scoring.weights["line"] == 20)
        #expect(scoring.weights["aid"] == 45)
    }

    @Test func anIssueWithoutAWeightWeighsNothingAndIsNamed() {
        let scoring = Sheet(id: "s", party: "p", basis: .declared).central(over: issues)
        #expect(scoring.assumptions.contains(.missingWeight("line")))
        #expect(scoring.points["line"] == ["a": 0, "b": 0, "c": 0])
    }
}
