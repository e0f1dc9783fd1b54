import Assessment
import Foundation
import Interchange
import Negotiation
import Stability
import Testing

/// The invented model of a truce in the example on Ukraine: what its page promises, and that it takes no side.
@Suite struct TruceExampleTests {
    /// The proposed options that are added, and who then gains by leaving the truce, by which steps.
    static let cases: [(added: Set<ModelOptionID>, leave: [String])] = [
        ([], ["advanced", "stopped"]), (["arrangement"], ["stopped"]), (["snapback"], ["advanced"]),
        (["arrangement", "snapback"], []),
    ]

    static func report(_ added: Set<ModelOptionID> = [], kept: [StateID] = []) throws -> StabilityReport {
        try ExamplesTests.dossier("ukraine").stability(
            StabilityRequest(scope: .init(added: added), kept: kept))
    }

    @Test(arguments: cases.indices) func bothWouldLeaveUntilBothStepsAreAnswered(_ index: Int) throws {
        let (added, leave) = Self.cases[index]
        let report = try Self.report(added)
        let leavers = leave.isEmpty ? [] : ["russia", "ukraine"]
        #expect(try report.leavers("truce") == leavers)
        #expect(try report.leavers("truce", .sseq) == leavers)
        // The other side could always answer, by a step that is not better for it.
        #expect(try report.leavers("truce", .gmr).isEmpty)
        #expect(try report.leavers("truce", .smr).isEmpty)
        #expect(try report.leavers("truce", .nash) == ["russia", "ukraine"])
        let account = try #require(report.accounts.first)
        for (place, side) in ["russia", "ukraine"].enumerated() {
            let open = try #require(account.standings[.seq])[place].improvements.filter { $0.sanction == nil }
            #expect(open.map { report.label($0.to) } == leave.map { "\(side)-\($0)" })
        }
    }

    @Test func eachAnswerIsGivenByAThirdParty() throws {
        let standings = try #require(try Self.report(["arrangement"]).accounts.first?.standings[.seq])
        let arranged = try Self.report(["arrangement"])
        let snapped = try Self.report(["snapback"])
        let others = try #require(snapped.accounts.first?.standings[.seq])
        for (place, side) in ["russia", "ukraine"].enumerated() {
            #expect(
                standings[place].improvements.compactMap(\.sanction).map(arranged.way)
                    == [["us \(side)-advanced-arrangement"]])
            #expect(
                others[place].improvements.compactMap(\.sanction).map(snapped.way)
                    == [["eu \(side)-stopped-snapback"]])
        }
    }

    @Test func onlyBothAnswersTogetherWouldKeepIt() throws {
        let keeping = try #require(try Self.report(kept: ["truce"]).keeping.first)
        #expect(keeping.structure.isComplete && keeping.structure.pairs.total > 100)
        #expect(keeping.structure.found.map(Set.init) == [[.add("snapback"), .add("arrangement")]])
        let one = try #require(try Self.report(["snapback"], kept: ["truce"]).keeping.first)
        #expect(one.structure.found.filter { $0.count == 1 } == [[.add("arrangement")]])
        let both = try #require(try Self.report(["snapback", "arrangement"], kept: ["truce"]).keeping.first)
        #expect(both.preferences.allSatisfy { $0?.sets == [[]] })
    }

    /// The verdict rests on one preference of each of the four, and a way back is not promised.
    @Test func whatItRestsOnIsSaid() throws {
        let report = try Self.report(["arrangement", "snapback"])
        let truce = try #require(report.states.place(of: "truce"))
        let turning = try #require(report.sensitivity?.turning[.seq]?[truce])
        #expect(turning.map { report.party($0.mover) } == ["russia", "ukraine", "eu", "us"])
        let equilibria = report.labels(report.verdicts.equilibria(.seq))
        #expect(equilibria.isSuperset(of: ["russia-stopped-both", "ukraine-stopped-both"]))
    }

    @Test func theModelIsSmallAndEveryStateHasATitle() throws {
        #expect(try Self.cases.map { try Self.report($0.added).states.graph.count } == [9, 18, 18, 36])
        let report = try Self.report(["arrangement", "snapback"])
        #expect((0..<36).allSatisfy { report.states.title(of: $0) != nil })
        #expect(report.isExact && report.makers.allSatisfy { $0.knowledge == .whole })
        #expect(report.makers.allSatisfy { $0.basis == .illustration } && report.model.basis == .illustration)
    }

    // MARK: Neither side is another's opponent

    /// With the two names exchanged it is the same model, in every word.
    @Test func bothSidesMirrorEachOther() throws {
        let dossier = try ExamplesTests.dossier("ukraine")
        let model = try #require(dossier.stability)
        let (russia, ukraine) = (model.decisionMakers[0], model.decisionMakers[1])
        #expect([russia.party, ukraine.party] == ["russia", "ukraine"])
        for (left, right) in zip(russia.options, ukraine.options) {
            #expect(Self.mirrored(left.id.rawValue) == right.id.rawValue)
            #expect(
                left.title.map { Self.mirrored($0.preferring(["en"])) } == right.title?.preferring(["en"]))
            #expect(left.text.map { Self.mirrored($0.preferring(["en"])) } == right.text?.preferring(["en"]))
            #expect(left.direction == right.direction && !left.isProposed && !right.isProposed)
        }
        let titles = Dictionary(
            uniqueKeysWithValues: model.states.map { ($0.id.rawValue, $0.title?.preferring(["en"])) })
        for (name, title) in titles {
            guard !name.contains("-advanced-") || !name.contains("-stopped") else { continue }
            #expect(titles[Self.mirrored(name)] == title.map(Self.mirrored), "\(name)")
        }
        for (own, others) in [("russia", "ukraine"), ("ukraine", "russia")] {
            let mine = try Self.statements(of: PartyID(own), in: dossier)
            #expect(try mine.map(Self.mirrored) == Self.statements(of: PartyID(others), in: dossier))
        }
        // What third parties want depends on the step and not on the side: with the names exchanged, their statements
        // are true of the same states.
        let places = Dictionary(uniqueKeysWithValues: model.options.enumerated().map { ($1.id, $0) })
        for third in ["eu", "us"] as [PartyID] {
            for statement in try Self.statements(of: third, in: dossier) {
                let other = Self.mirrored(statement)
                #expect(
                    (0..<64).allSatisfy { state in
                        statement.holds(in: state, places: places) == other.holds(in: state, places: places)
                    })
            }
        }
    }

    /// And so are the verdicts: what is stable for one side is stable for the other with the names exchanged.
    @Test(arguments: cases.indices) func verdictsMirrorEachOther(_ index: Int) throws {
        let report = try Self.report(Self.cases[index].added)
        func exchanged(_ place: Int) throws -> Int {
            let old = report.states.graph.patterns[place]
            let new = old & ~15 | (old & 3) << 2 | (old >> 2) & 3
            return try #require(report.states.graph.patterns.firstIndex(of: new))
        }
        for concept in Concept.allCases {
            for place in 0..<report.states.graph.count {
                let other = try exchanged(place)
                #expect(
                    report.verdicts.isStable(place, for: 0, concept)
                        == report.verdicts.isStable(other, for: 1, concept))
                for third in [2, 3] {
                    #expect(
                        report.verdicts.isStable(place, for: third, concept)
                            == report.verdicts.isStable(other, for: third, concept))
                }
            }
        }
    }

    private static func mirrored(_ text: String) -> String {
        [("Russia", "Ukraine"), ("russia", "ukraine")].reduce(text) { text, names in
            text.replacing(names.0, with: "\u{0}").replacing(names.1, with: names.0)
                .replacing("\u{0}", with: names.1)
        }
    }

    private static func mirrored(_ statement: StateStatement) -> StateStatement {
        switch statement {
        case .option(let id): .option(ModelOptionID(mirrored(id.rawValue)))
        case .pattern: statement
        case .not(let part): .not(mirrored(part))
        case .and(let parts): .and(parts.map(mirrored))
        case .or(let parts): .or(parts.map(mirrored))
        case .if(let left, let right): .if(mirrored(left), mirrored(right))
        case .iff(let left, let right): .iff(mirrored(left), mirrored(right))
        }
    }

    private static func statements(of party: PartyID, in dossier: Dossier) throws -> [StateStatement] {
        let sheets = dossier.sheets.filter { $0.party == party && $0.states != nil }
        guard sheets.count == 1, case .statements(let statements)? = sheets[0].states?.form else {
            Issue.record("\(party) has no statements, or several sheets of them")
            return []
        }
        return statements
    }

    // MARK: Who sees it

    @Test(arguments: [Viewer.table, .public, .party("russia"), .party("ukraine"), .party("eu"), .party("us")])
    func nobodyButTheTeamSeesIt(_ viewer: Viewer) throws {
        var dossier = try ExamplesTests.dossier("ukraine")
        let view = dossier.seen(by: viewer)
        #expect(view.stability == nil && view.sheets.allSatisfy { $0.states == nil })
        #expect(throws: AssessmentError.noConflictModel) { try view.stability() }
        // Shown to everybody, it betrays nothing of what anybody prefers.
        dossier.stability?.seenBy = .public
        let shown = try dossier.seen(by: viewer).stability()
        #expect(shown.makers.allSatisfy { $0.knowledge == .none && $0.sheet == nil && $0.basis == nil })
        #expect(shown.verdicts.equilibria(.seq).isEmpty)
        #expect(try #require(shown.possibly).equilibria(.seq).count == shown.states.graph.count)
        #expect(shown.sensitivity == nil && shown.jumps.isEmpty)
    }

    @Test func aCopyWithoutItSaysTheSame() throws {
        try Scratch.with { folder in
            let example = ExamplesTests.folder.appending(path: "ukraine")
            for name in ["with", "without"] {
                try FileManager.default.copyItem(at: example, to: folder.appending(path: name))
            }
            try FileManager.default.removeItem(at: folder.appending(path: "without/stability.yaml"))
            for sheet in ["eu", "us"] {
                try FileManager.default.removeItem(
                    at: folder.appending(path: "without/sheets/\(sheet)-illustration.yaml"))
            }
            for sheet in ["russia", "ukraine"] {
                let file = folder.appending(path: "without/sheets/\(sheet)-illustration.yaml")
                let lines = try String(contentsOf: file, encoding: .utf8).split(
                    separator: "\n", omittingEmptySubsequences: false)
                try lines.prefix { $0 != "states:" }.joined(separator: "\n").write(
                    to: file, atomically: true, encoding: .utf8)
            }
            for viewer in ["table", "public", "russia", "ukraine"] {
                for words in [["stability", "."], ["stability", ".", "--json"], ["check", "."]] {
                    let runs = try ["with", "without"].map {
                        try Program.run(words + ["--as", viewer], in: folder.appending(path: $0))
                    }
                    #expect(runs[0] == runs[1], "\(viewer), \(words)")
                    if words[0] == "stability" { runs[0].expectRefusal(1, saying: ["stability.yaml"]) }
                }
            }
        }
    }

    /// The commands of the page, as they are typed.
    @Test func theProgramSaysWhoAndWhy() throws {
        let folder = ExamplesTests.folder.appending(path: "ukraine")
        func run(_ more: String...) throws -> String {
            let run = try Program.run(["stability", "."] + more, in: folder)
            run.expectCivil("\(more)")
            #expect(run.status == 0 && run.errors.isEmpty, "\(more): \(run.errors)")
            return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let bare = try run("--keep", "truce")
        #expect(bare.contains("Russia and Ukraine would gain by leaving “The truce is kept”"))
        #expect(bare.contains("Russia gains by stepping to “Russia has advanced”"))
        #expect(bare.contains("Ukraine gains by stepping to “Ukraine has advanced”"))
        #expect(
            bare.contains("European Union triggers the snapback, and this is possible too: United States"))
        let both = try run("--with", "arrangement", "--with", "snapback")
        #expect(both.contains("Nobody in this model gains by leaving “The truce is kept”"))
    }
}
