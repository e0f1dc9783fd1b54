import Assessment
import Negotiation
import Testing

/// Every reason for a finding, from the smallest change of a dossier that gives it.
@Suite struct FindingTests {
    private static let minimum = Minimum(
        id: "care", kind: .humanitarianLaw, text: "Care", sources: [.work("Work")])
    private static let interest = Interest(
        id: "safety", of: ["north"], text: "Safety", sources: [.work("Work")])

    private static func position(_ party: PartyID, _ issue: IssueID, _ option: OptionID) -> Position {
        Position(of: party, issue: issue, options: [option], sources: [.work("Work")])
    }

    private static let table:
        [(reason: Finding.Reason, place: String, change: @Sendable (inout Dossier) -> Void)] = [
            (
                .ruleWithoutKind("r"), "rules/r",
                {
                    $0.rules = [SmallDossiers.rule("r", forbid: .choose("line", ["a"]), kind: nil)]
                }
            ),
            (
                .packageBreaksRule("p", "r"), "packages/p/choose",
                {
                    $0.rules = [SmallDossiers.rule("r", forbid: .choose("line", ["a"]))]
                    $0.packages = [Package(id: "p", choose: ["line": "a"])]
                }
            ),
            (
                .packageBreachesMinimum("p", "line", "a", ["care"]), "packages/p/choose/line",
                {
                    $0.minimums = [minimum]
                    $0.issues[0].options[0].breaches = ["care"]
                    $0.packages = [Package(id: "p", choose: ["line": "a"])]
                }
            ),
            (
                .optionBreaches("line", "a", ["care"]), "issues/line/options/a/breaches",
                {
                    $0.minimums = [minimum]
                    $0.issues[0].options[0].breaches = ["care"]
                }
            ),
            (
                .consentAbsent("t", "line", "host", ["b"]), "tables/t/issues",
                {
                    $0.parties.append(Party(id: "host", name: "Host"))
                    $0.issues[0].options[1].consents = [Consent(of: "host", answer: .yes)]
                    $0.tables = [Table(id: "t", parties: ["north"], issues: ["line", "aid"])]
                }
            ),
            (
                .consentNotAsked("line", "host", ["b"]), "issues/line/options/b/consent",
                {
                    $0.parties.append(Party(id: "host", name: "Host"))
                    $0.issues[0].options[1].consents = [Consent(of: "host")]
                }
            ),
            (
                .consentRefused("line", "host", ["b"]), "issues/line/options/b/consent",
                {
                    $0.parties.append(Party(id: "host", name: "Host"))
                    $0.issues[0].options[1].consents = [Consent(of: "host", answer: .no)]
                }
            ),
            (
                .optionServesNothing("line", "b"), "issues/line/options/b",
                {
                    $0.interests = [interest]
                    $0.issues[0].options[2].serves = ["safety"]
                }
            ),
            (.interestUnserved("safety"), "interests/safety", { $0.interests = [interest] }),
            (.unsourced(.issue, names: ["aid"]), "issues/aid", { $0.issues[1].sources = [] }),
            (
                .positionsUnsourced([0]), "positions/0",
                {
                    $0.positions = [Position(of: "north", issue: "line", options: ["a"])]
                }
            ),
            (
                .rivalReadings("names", statements: 2), "readings/names",
                {
                    $0.readings = [
                        Reading(
                            id: "names", about: "The name",
                            says: [.init(text: "One", sources: []), .init(text: "Two", sources: [])])
                    ]
                }
            ),
            (.noNegotiator, "parties", { for place in 0..<2 { $0.parties[place].roles = [.host] } }),
            (.oneNegotiator("north"), "parties/north", { $0.parties[1].roles = [.observer] }),
            (
                .singleOption("line"), "issues/line/options",
                {
                    $0.issues[0].options.removeLast(2)
                    $0.sheets = []
                }
            ),
            (
                .worthInWords("north"), "sheets/north/without-agreement",
                {
                    $0.sheets[0].weights = .order([["line"], ["aid"]])
                    $0.sheets[0].values = [
                        "line": .order([["a"], ["b"], ["c"]]), "aid": .levels(["a": .useful]),
                    ]
                    $0.sheets[0].withoutAgreement = WithoutAgreement(text: "War")
                }
            ),
            (
                .worthMissing("south"), "sheets/south/without-agreement",
                { $0.sheets[1].withoutAgreement = WithoutAgreement(text: "A sheet with numbers") }
            ),
            (.negotiatorWithoutSheet("south"), "parties/south", { $0.sheets.removeLast() }),
            (
                .sheetUndecided("north", ["north", "second"]), "sheets/north/party",
                {
                    var second = $0.sheets[0]
                    second.id = "second"
                    $0.sheets.append(second)
                }
            ),
            (
                .valuesMissing("north", "line", ["c"]), "sheets/north/values/line",
                {
                    $0.sheets[0].values["line"] = .order([["a"], ["b"]])
                }
            ),
            (
                .weightsMissing("north", ["aid"]), "sheets/north/weights",
                {
                    $0.sheets[0].weights = .numbers(["line": Amount(1)])
                }
            ),
            (
                .everythingTied("north", ["line"]), "sheets/north/values",
                {
                    $0.sheets[0].values["line"] = .order([["a", "b", "c"]])
                }
            ),
            (
                .worthMissing("north"), "sheets/north/without-agreement",
                { $0.sheets[0].withoutAgreement = nil }
            ),
            (
                .worthContradicted("north", Amount(10), Amount(12)),
                "sheets/north/without-agreement/over-time/0mo",
                {
                    $0.sheets[0].withoutAgreement = WithoutAgreement(
                        worth: Amount(10), overTime: [0: Amount(12), 3: Amount(8)])
                }
            ),
            (
                .valueOutside("north", "line", "a", Amount(120), outOf: 100), "sheets/north/values/line/a",
                {
                    $0.sheets[0].values["line"] = .numbers([
                        "a": Amount(120), "b": Amount(50), "c": Amount(0),
                    ])
                }
            ),
            (
                .valuesSmall("north", "line", greatest: 1, outOf: 100), "sheets/north/values/line",
                {
                    $0.sheets[0].values["line"] = .numbers(["a": Amount(1), "b": Amount(0), "c": Amount(0)])
                }
            ),
            (
                .totalMissed("north", total: 100, least: 90, greatest: 90), "sheets/north/weights/total",
                {
                    $0.sheets[0].weights = .numbers(["line": Amount(60), "aid": Amount(30)], total: 100)
                }
            ),
            (
                .estimateShown("north"), "sheets/north/seen-by",
                {
                    $0.sheets[0].basis = .estimate
                    $0.sheets[0].seenBy = .public
                }
            ),
            (
                .positionsExclude("line", "north", ["a"], "south", ["c"]), "positions/1",
                {
                    $0.positions = [position("north", "line", "a"), position("south", "line", "c")]
                }
            ),
            (.todayUnknown("line"), "issues/line", { $0.issues[0].today = nil }),
            (
                .issueAtNoTable("aid"), "issues/aid",
                {
                    $0.tables = [Table(id: "t", parties: ["north"], issues: ["line"])]
                }
            ),
            (.issueInNoStage("aid"), "stages", { $0.stages = [Stage(id: "first", settles: ["line"])] }),
            (
                .shownWithout(.rule, name: "r"), "rules/r/seen-by",
                {
                    $0.rules = [SmallDossiers.rule("r", forbid: .choose("line", ["a"]))]
                    $0.rules[0].seenBy = .public
                }
            ),
            (
                .positionShownWithout(0), "positions/0/seen-by",
                {
                    $0.positions = [position("north", "line", "a")]
                    $0.positions[0].seenBy = .table
                }
            ),
            (
                .sheetShownInPart("north", interactions: [1], redLines: [0]), "sheets/north/seen-by",
                {
                    $0.issues[1].seenBy = .public
                    $0.issues[1].options[0].seenBy = .public
                    $0.sheets[0].basis = .declared
                    $0.sheets[0].interactions = [
                        Interaction(when: .choose("aid", ["a"]), add: Amount(1)),
                        Interaction(when: .choose("line", ["a"]), add: Amount(1)),
                    ]
                    $0.sheets[0].redLines = [RedLine(choose: .choose("aid", ["b"]), firmness: .stated)]
                }
            ),
            (
                .optionImpossible("line", "a"), "issues/line/options/a",
                {
                    $0.rules = [SmallDossiers.rule("r", forbid: .choose("line", ["a"]))]
                }
            ),
            (
                .ruleNeverMatters("second"), "rules/second",
                {
                    $0.rules = [
                        SmallDossiers.rule("first", forbid: .choose("line", ["a"])),
                        SmallDossiers.rule(
                            "second", forbid: .all([.choose("line", ["a"]), .choose("aid", ["a"])])),
                    ]
                }
            ),
            (
                .nothingFeasible(["r"], minimums: [], isMinimal: true), "rules",
                {
                    $0.rules = [SmallDossiers.rule("r", forbid: .choose("line", ["a", "b", "c"]))]
                }
            ),
            // Minimums alone can exclude everything, in a dossier without any rule.
            (
                .nothingFeasible([], minimums: ["care"], isMinimal: true), "issues",
                {
                    $0.minimums = [minimum]
                    for place in 0..<3 { $0.issues[0].options[place].breaches = ["care"] }
                }
            ),
            // What one rule leaves of an issue, a minimum excludes.
            (
                .nothingFeasible(["r"], minimums: ["care"], isMinimal: true), "rules",
                {
                    $0.minimums = [minimum]
                    $0.issues[0].options[0].breaches = ["care"]
                    $0.issues[1].options[0].breaches = ["care"]
                    $0.rules = [SmallDossiers.rule("r", forbid: .choose("line", ["b", "c"]))]
                }
            ),
            (
                .packageCannotBeCompleted("p"), "packages/p/choose",
                {
                    $0.rules = [
                        SmallDossiers.rule(
                            "one", forbid: .all([.choose("line", ["a"]), .choose("aid", ["a"])])),
                        SmallDossiers.rule(
                            "two", forbid: .all([.choose("line", ["a"]), .choose("aid", ["b", "c"])])),
                    ]
                    $0.packages = [Package(id: "p", choose: ["line": "a"])]
                }
            ),
            (
                .positionsCannotMeet(
                    Finding.Statement(of: ["north"], issue: "line", options: ["a"]),
                    Finding.Statement(of: ["south"], issue: "aid", options: ["c"]), ["r"]), "positions/1",
                {
                    $0.rules = [
                        SmallDossiers.rule(
                            "r", forbid: .all([.choose("line", ["a"]), .choose("aid", ["c"])]))
                    ]
                    $0.positions = [position("north", "line", "a"), position("south", "aid", "c")]
                }
            ),
        ]

    @Test(arguments: table.indices) func eachReasonIsFound(_ row: Int) {
        let (reason, place, change) = Self.table[row]
        var dossier = SmallDossiers.two
        #expect(!dossier.allFindings().contains { $0.reason == reason })
        change(&dossier)
        #expect(dossier.faults().isEmpty)
        let found = dossier.allFindings().first { $0.reason == reason }
        #expect(found?.place.description == place)
    }

    private static func said(
        _ party: PartyID, _ options: [OptionID], _ date: String?
    ) -> Position {
        Position(
            of: party, issue: "line", options: options, said: date.flatMap { CalendarDate($0) },
            sources: [.work("Work")])
    }

    /// What was surely said later replaces what was said before; what may have been said at the same time adds to it.
    @Test func positionsThatWereReplacedExcludeNothing() {
        var dossier = SmallDossiers.two
        func excluded(_ positions: [Position]) -> [Finding.Reason] {
            dossier.positions = positions
            return dossier.findings().map(\.reason)
        }
        let south = Self.said("south", ["c"], nil)
        let first = Self.said("north", ["a"], "2025-03")
        let moved = Self.said("north", ["b", "c"], "2025-04-01")
        #expect(excluded([south, first]) == [.positionsExclude("line", "south", ["c"], "north", ["a"])])
        #expect(excluded([south, first, moved]) == [])
        #expect(excluded([south, moved, first]) == [])
        let back = Self.said("north", ["a"], "2025-05")
        #expect(
            excluded([south, moved, back]) == [.positionsExclude("line", "south", ["c"], "north", ["a"])])
        for other in [Self.said("north", ["c"], "2025-03-07"), Self.said("north", ["c"], nil)] {
            #expect(excluded([south, first, other]) == [])
        }
        // Each pair of parties once, however often they have said it.
        #expect(excluded([south, first, first, south]).count == 1)
        #expect(dossier.stances.map(\.positions) == [[0, 3], [1, 2]])
    }

    /// Two answers that the rules exclude together are one finding, whoever stated them.
    @Test func answersThatCannotMeetAreToldOnce() {
        var dossier = SmallDossiers.two
        dossier.parties += [SmallDossiers.party("east"), SmallDossiers.party("west")]
        dossier.rules = [
            SmallDossiers.rule("r", forbid: .all([.choose("line", ["a"]), .choose("aid", ["c"])]))
        ]
        dossier.positions = [
            Self.position("north", "line", "a"), Self.position("south", "aid", "c"),
            Self.position("east", "line", "a"), Self.position("west", "aid", "c"),
        ]
        let found = dossier.allFindings().filter {
            if case .positionsCannotMeet = $0.reason { true } else { false }
        }
        let one = Finding.Statement(of: ["north", "east"], issue: "line", options: ["a"])
        let two = Finding.Statement(of: ["south", "west"], issue: "aid", options: ["c"])
        #expect(found == [Finding(.positionsCannotMeet(one, two, ["r"]), at: ItemPath(["positions", "1"]))])
    }

    @Test func aRightDossierAsksNothing() {
        #expect(SmallDossiers.two.allFindings().isEmpty)
    }

    /// A budget that suffices to see that everything is excluded, but not that each rule is needed for it.
    @Test func aConflictThatWasNotShownMinimalSaysSo() {
        var dossier = SmallDossiers.two
        let options = ["a", "b", "c"] as [OptionID]
        dossier.rules =
            options.map { option in
                SmallDossiers.rule(
                    RuleID("not-\(option)-twice"),
                    forbid: .all([.choose("line", [option]), .choose("aid", [option])]))
            } + [SmallDossiers.rule("nothing", forbid: .choose("line", options))]
        let found = (1...20).compactMap { contexts in
            dossier.allFindings(budget: .init(contexts: contexts)).compactMap { finding -> Bool? in
                guard case .nothingFeasible(let rules, _, let isMinimal) = finding.reason else { return nil }
                #expect(rules.contains("nothing"))
                return isMinimal
            }.first
        }
        #expect(found.contains(true) && found.contains(false), "\(found)")
    }

    @Test func whatCouldNotBeCheckedIsSaid() {
        var dossier = SmallDossiers.two
        dossier.rules = [
            SmallDossiers.rule("r", forbid: .all([.choose("line", ["a"]), .choose("aid", ["c"])]))
        ]
        let findings = dossier.allFindings(budget: .init(diagramNodes: 1, contexts: 1))
        #expect(findings.contains { $0.reason == .checkUnfinished })
    }
}
