import Assessment
import Briefing
import Negotiation
import Testing

/// Every reason that other modules give as data has a whole sentence, with and without a dossier that knows its names.
@Suite struct SentenceTests {
    private let phrasings = [
        Phrasing(Dossier()),
        Phrasing(
            Dossier(
                parties: [Party(id: "p", name: "Party"), Party(id: "q", name: "Other party")],
                tables: [Table(id: "t", parties: ["p"], issues: ["i"])],
                issues: [
                    Negotiation.Issue(id: "i", title: "Issue", options: [Option(id: "o", title: "option")])
                ],
                positions: [
                    Position(of: "p", issue: "i", options: ["o"]), Position(of: "q", issue: "i", options: []),
                ])),
    ]

    private let findings: [Finding.Reason] = [
        .ruleWithoutKind("r"), .packageBreaksRule("k", "r"), .packageBreachesMinimum("k", "i", "o", ["m"]),
        .optionBreaches("i", "o", ["m"]), .consentAbsent("t", "i", "p", ["o"]),
        .consentNotAsked("i", "p", ["o"]), .consentRefused("i", "p", ["o"]), .optionServesNothing("i", "o"),
        .interestUnserved("n"), .unsourced(.rule, names: ["r", "s"]), .positionsUnsourced([0]),
        .positionsUnsourced([0, 1]), .rivalReadings("d", statements: 2), .negotiatorWithoutSheet("p"),
        .sheetUndecided("p", ["s"]), .valuesMissing("s", "i", ["o"]), .weightsMissing("s", ["i"]),
        .noNegotiator, .oneNegotiator("p"), .singleOption("i"), .unsourced(.rule, names: ["r"]),
        .worthMissing("s"), .worthInWords("s"),
        .worthContradicted("s", Amount(from: 1, to: 2), Amount(3)), .everythingTied("s", ["i"]),
        .valueOutside("s", "i", "o", Amount(from: 1, to: 200), outOf: 100),
        .valuesSmall("s", "i", greatest: 1, outOf: 100),
        .totalMissed("s", total: 100, least: 60, greatest: 80), .estimateShown("s"),
        .positionsExclude("i", "p", ["o"], "q", ["o"]), .todayUnknown("i"), .issueAtNoTable("i"),
        .issueInNoStage("i"), .shownWithout(.rule, name: "r"), .positionShownWithout(0),
        .sheetShownInPart("s", interactions: [0], redLines: [0, 1]),
        .sheetShownInPart("t", interactions: [], redLines: [2]), .optionImpossible("i", "o"),
        .ruleNeverMatters("r"),
        .nothingFeasible([], minimums: [], isMinimal: false),
        .nothingFeasible(["r", "s"], minimums: [], isMinimal: true),
        .nothingFeasible(["r", "s"], minimums: ["m"], isMinimal: false),
        .nothingFeasible([], minimums: ["m"], isMinimal: true),
        .packageCannotBeCompleted("k"),
        .positionsCannotMeet(
            Finding.Statement(of: ["p"], issue: "i", options: ["o"]),
            Finding.Statement(of: ["q"], issue: "j", options: ["o"]), ["r"]),
        .positionsCannotMeet(
            Finding.Statement(of: ["p", "q"], issue: "i", options: ["o"]),
            Finding.Statement(of: ["q"], issue: "j", options: []), []),
        .infeasibleWithoutKind([0]), .infeasibleWithoutKind([0, 2]), .statePreferencesMissing("p"),
        .statesUnranked("s", count: 1), .statesUnranked("s", count: 7),
        .shownWithout(.conflictModel, name: "stability"), .shownWithout(.event, name: "e"),
        .shownWithout(.clauseReading, name: "c"), .commitmentsWait(["c", "d"]),
        .waitsForAnotherAnswer("c", "d"), .monthsUndated(["c"], events: []),
        .monthsUndated([], events: ["e"]), .verificationUntimed(["c", "d"]),
        .verificationUntimed(["c", "d", "e", "f", "g"]), .verifierUnknown(["c"]), .responseInWords(["c"]),
        .breakingUnbound("s", ["c"]), .checkUnfinished,
    ]

    private func expectSentence(_ prose: Prose) {
        let text = prose.text
        let first = text.unicodeScalars.first { $0.properties.isAlphabetic }
        #expect(text.hasSuffix(".") || text.hasSuffix("?"), "\(text)")
        // What begins with a name in quotes keeps the name as it was typed.
        #expect(
            first?.properties.isLowercase == false || text.first?.isLowercase == true || text.first == "“",
            "\(text)")
        #expect(!text.contains("{") && !text.contains("  "), "\(text)")
    }

    @Test func everyFinding() {
        for phrasing in phrasings {
            var sentences: Set<String> = []
            for reason in findings {
                expectSentence(phrasing.finding(reason))
                expectSentence(phrasing.remedy(reason))
                sentences.insert(phrasing.finding(reason).text)
            }
            #expect(
                sentences.count >= findings.count - 1, "no two reasons read alike where their names are known"
            )
        }
        let budget = phrasings[0].finding(.checkUnfinished).text
        #expect(findings.dropLast().allSatisfy { phrasings[0].finding($0).text != budget })
    }

    @Test func everyAssumption() {
        let assumptions: [Assumption] = [
            .missingWeight("i"), .unknownValue("i", "o"), .weightWithinRange("i"),
            .valueWithinRange("i", "o"), .weightsFromOrder, .weightsFromLevels, .valuesFromOrder("i"),
            .valuesFromLevels("i"), .interactionWithinRange(0), .withoutAgreementWithinRange,
            .withoutAgreementAssumed,
        ]
        for phrasing in phrasings {
            assumptions.forEach { expectSentence(phrasing.assumption($0)) }
            phrasing.assumptions(assumptions + assumptions).forEach(expectSentence)
        }
    }

    @Test func everyErrorWithItsRemedy() {
        let errors: [AssessmentError] = [
            .unknown(.party, name: "x", nearest: "p"), .unknown(.sheet, name: "x", nearest: nil),
            .negotiatorsWithoutSheet(["p", "q"]), .sheetUndecided("p", ["s", "t"]),
            .sheetOfAnotherParty("s", "p"), .nothingToLeaveOut("p"), .nobodyNegotiates,
            .partialPackage(name: "k", open: ["i"]),
            .unknown(.package, name: "x", nearest: "k"), .unknown(.package, name: "x", nearest: nil),
            .unknown(.issue, name: "x", nearest: nil), .unknownOption("x", of: "i", nearest: "o"),
            .unknownOption("x", of: "i", nearest: nil), .notAPackage("x"), .unfit(.unknownIssue(1)),
            .nothingToWeigh("p"), .weightOfOneLeftOut("p"), .weightNotPositive("p"), .weightsTooFine,
            .todayUnknown(["i"]), .noStages, .unknown(.stage, name: "x", nearest: nil),
        ]
        for phrasing in phrasings {
            for error in errors {
                expectSentence(phrasing.problem(error))
                expectSentence(phrasing.remedy(error))
            }
        }
        let remedy = phrasings[1].remedy(AssessmentError.sheetUndecided("p", ["s"])).text
        #expect(remedy.contains("--sheet p=s"))
        #expect(
            phrasings[1].remedy(AssessmentError.negotiatorsWithoutSheet(["q"])).text.contains("--without q"))
    }

    /// One thing is told as one, several as several.
    @Test func sentencesAgreeWithTheirNumber() {
        let phrasing = phrasings[1]
        let sentences = [
            phrasing.finding(.unsourced(.rule, names: ["r"])),
            phrasing.finding(.unsourced(.rule, names: ["r", "s"])),
            phrasing.finding(.rivalReadings("d", statements: 1)),
            phrasing.finding(.rivalReadings("d", statements: 2)),
        ].map(\.text)
        #expect(
            sentences == [
                "No source is named for the rule r.", "No source is named for the rules r and s.",
                "One reading is given of “d”.", "Two readings differ on “d”.",
            ])
        let issue = Negotiation.Issue(id: "i", title: "Issue", options: [Option(id: "o", title: "Option")])
        let page = Dossier(issues: [issue]).situation(for: .team).briefing().text(TextStyle(width: 1_000))
        #expect(page.contains("What is in force today is not stated."))
        #expect(page.contains("Ways to settle every issue: 1. No rule is stated."))
    }

    @Test func everyKindHasAName() {
        let phrasing = phrasings[1]
        var names: [Prose] = Party.Role.allCases.map(phrasing.role)
        names += Party.Power.allCases.map(phrasing.power) + Level.allCases.map(phrasing.level)
        names += Sheet.Basis.allCases.map { phrasing.basis($0, of: []) }
        names += Minimum.Kind.allCases.map(phrasing.minimumKind)
        names += (Rule.Kind.allCases.map { $0 } + [nil]).map(phrasing.ruleKind)
        names += RedLine.Firmness.allCases.map(phrasing.firmness)
        names += Response.Kind.allCases.map(phrasing.responseKind)
        names += [.team, .floated(["p"]), .table, .public].map(phrasing.visibility)
        names += [.team, .party("p"), .table, .public].map(phrasing.viewer)
        names += (Consent.Answer.allCases.map { $0 } + [nil]).map {
            phrasing.answer(Consent(of: "p", answer: $0))
        }
        names += Change.Cause.allCases.map(phrasing.cause)
        names += References.Kind.allCases.flatMap {
            [phrasing.yardstick($0), phrasing.yardstickMeaning($0), phrasing.yardstickPaper($0)]
        }
        #expect(names.allSatisfy { !$0.isEmpty })
    }

    @Test func everyChange() {
        let subjects: [(Fault.Subject?, [String])] = [
            (.party, ["parties", "p"]), (.table, ["tables", "t"]), (.issue, ["issues", "i"]),
            (.option, ["issues", "i", "options", "o"]), (.interest, ["interests", "n"]),
            (.minimum, ["minimums", "m"]), (.rule, ["rules", "r"]), (.stage, ["stages", "s"]),
            (.package, ["packages", "k"]), (.sheet, ["sheets", "s"]), (.source, ["sources", "s"]),
            (.reading, ["readings", "r"]), (.conflictModel, ["stability"]), (nil, ["positions", "0"]),
            (nil, ["positions", "9"]), (.event, ["timetable", "events", "e"]), (nil, ["timetable"]),
            (.clauseReading, ["timetable", "readings", "c"]),
        ]
        for phrasing in phrasings {
            for (subject, path) in subjects {
                for kind in [Change.Kind.added, .removed, .changed(keys: ["title", "source"])] {
                    let change = Change(cause: .agenda, subject: subject, kind: kind, place: ItemPath(path))
                    for earlier in phrasings {
                        let item = ChangeWording(phrasing, since: earlier.dossier).item(change)
                        expectSentence(item.prose)
                    }
                }
            }
        }
    }
}

/// Titles and names set inside sentences.
@Suite struct InSentenceTests {
    private func firstPage(_ titles: [Text]) -> String {
        var dossier = Dossier(parties: [
            Party(id: "p", name: "Egypt", roles: [.negotiator]),
            Party(id: "q", name: "Israel", roles: [.negotiator]),
        ])
        dossier.issues = titles.enumerated().map { place, title in
            Negotiation.Issue(
                id: IssueID("i\(place)"), title: title,
                options: [Option(id: "a", title: "One of the rights"), Option(id: "b", title: "The other")])
        }
        dossier.positions = dossier.issues.flatMap {
            [
                Position(of: "p", issue: $0.id, options: ["a"]),
                Position(of: "q", issue: $0.id, options: ["b"]),
            ]
        }
        return dossier.situation(for: .team).briefing().firstPageText
    }

    /// A title stands in a sentence as it was typed, whole and in quotation marks.
    @Test func titlesStandAsTyped() {
        let page = firstPage(["Sinai", "Palestinian rights", "Rights of passage", "water (how)"])
        #expect(
            page.contains("on “Sinai”, “Palestinian rights”, “Rights of passage” and “water (how)”"),
            "\(page)")
    }
}
