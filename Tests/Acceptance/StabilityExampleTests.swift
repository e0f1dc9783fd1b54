import Assessment
import Foundation
import Interchange
import Negotiation
import Stability
import TestSupport
import Testing

/// The published graph models say what their page says they do.
@Suite struct GraphModelExampleTests {
    static let names = ["cuban-missile", "elmira"]
    static let folder = ExamplesTests.folder.appending(path: "graph-models")

    static func report(_ name: String, _ request: StabilityRequest = StabilityRequest()) throws
        -> StabilityReport
    {
        try ConflictModelReader().read(at: folder.appending(path: "\(name).yaml").path).stability(request)
    }

    @Test func everyFileIsTestedAndExplained() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.sorted() == ["README.md"] + Self.names.map { "\($0).yaml" })
        let page = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
        for name in Self.names {
            #expect(page.contains("parley stability Examples/graph-models/\(name).yaml"))
        }
    }

    @Test(arguments: names) func everyStateIsNamedAndEveryReasonGiven(_ name: String) throws {
        let report = try Self.report(name)
        #expect((0..<report.states.graph.count).allSatisfy { report.states.title(of: $0) != nil })
        #expect(report.model.infeasible.allSatisfy { $0.kind != nil && $0.because != nil })
        #expect(!report.model.sources.isEmpty)
        #expect(report.isExact && report.makers.allSatisfy { $0.knowledge == .whole })
    }

    @Test(arguments: names) func theProgramShowsIt(_ name: String) throws {
        let run = try Program.run(["stability", "\(name).yaml", "--why"], in: Self.folder)
        run.expectCivil()
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("States that are stable in at least one sense"))
    }

    /// The cases of the reference folder, by the example that restates them.
    @Test(
        .enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"),
        arguments: [("elmira", "07_elmira_xu_9"), ("cuban-missile", "02_cuban_missile_crisis")])
    func verdictsAreTheKnownOnes(_ name: String, _ reference: String) throws {
        let file = try #require(ReferenceCases.folder) + "/stability/\(reference).json"
        let known = try Value(json: String(contentsOfFile: file, encoding: .utf8))["expected"]["brute"]
        let report = try Self.report(name)
        let makers = name == "elmira" ? ["MoE", "Uniroyal", "Local Government"] : ["US", "USSR"]
        for concept in Concept.allCases {
            let verdicts = report.labels(report.verdicts.equilibria(concept))
            #expect(verdicts == Set(known["equilibria"][concept.rawValue].items.compactMap(\.string)))
            for (place, maker) in makers.enumerated() {
                let stable = report.labels(try #require(report.verdicts.stable[concept])[place])
                let wanted = known["per_dm"][concept.rawValue][maker].items.compactMap(\.string)
                #expect(stable == Set(wanted), "\(concept), \(maker)")
            }
        }
    }

    // MARK: Elmira

    @Test func elmiraHasItsThreeEquilibria() throws {
        let report = try Self.report("elmira")
        #expect(report.states.graph.count == 9)
        for concept in Concept.allCases {
            let others: Set = [Concept.gmr, .smr].contains(concept) ? ["1", "4"] : []
            #expect(report.labels(report.verdicts.equilibria(concept)) == others.union(["5", "8", "9"]))
        }
        // Who leaves: the Ministry nothing; Uniroyal the states of its lower half; the local government 1 to 4.
        let nash = try #require(report.verdicts.stable[.nash]).map(report.labels)
        let all = Set((1...9).map(String.init))
        #expect(nash == [all, ["1", "4", "5", "8", "9"], ["5", "6", "7", "8", "9"]])
        let seq = try #require(report.verdicts.stable[.seq]).map(report.labels)
        #expect(seq == [all, ["1", "4", "5", "8", "9"], all.subtracting(["1", "4"])])
    }

    @Test func elmiraIsOverturnedByTwoTogether() throws {
        let report = try Self.report("elmira", StabilityRequest(coalition: ["ministry", "uniroyal"]))
        func overturning(_ state: StateID) throws -> [[String]] {
            let place = try #require(report.states.place(of: state))
            return try #require(report.overturning[place]).map { $0.members.map { report.party($0) } }
        }
        #expect(try overturning("5") == [["ministry", "uniroyal"]])
        #expect(try overturning("8").isEmpty)
        #expect(try overturning("9").isEmpty)
        let jump = try #require(report.jumps.first)
        #expect(report.jumps.count == 1)
        #expect(report.labels([jump.from, jump.to]) == ["5", "8"])
        #expect(report.way(jump.sequence) == ["ministry 6", "uniroyal 8"])
        let merged = try #require(report.coalition?.merged)
        #expect(report.labels(merged.equilibria(.seq)) == ["1", "7", "8", "9"])
    }

    @Test func elmiraGoesFromOneToFive() throws {
        let fate = try #require(try Self.report("elmira").fate)
        let report = try Self.report("elmira", StabilityRequest(kept: ["1"]))
        #expect(report.labels([fate.state]) == ["1"])
        #expect(fate.improving.reached.map { report.way($0.sequence) } == [[], ["local-government 5"]])
        #expect(report.labels(fate.improving.ends) == ["5"])
        #expect(fate.moving.reached.count == 9)
        let far = fate.moving.reached.filter { $0.sequence.steps.count > 2 }
        #expect(report.labels(far.map(\.state)) == ["8"] && far[0].sequence.steps.count == 3)
        let changes = try #require(report.keeping.first).preferences.map { $0?.sets.map(report.labels) }
        #expect(changes == [[[]], [[]], [["5"]]])
    }

    /// Any of the four states that count as one may be named by its letters.
    @Test func elmiraKnowsAnAbandonedPlantByItsLetters() throws {
        let states = try Self.report("elmira").states
        for letters in ["NNNYN", "YNNYN", "NNNYY", "YNNYY"] {
            #expect(states.place(of: StateID(letters)) == states.place(of: "9"))
        }
    }

    // MARK: The Cuban missile crisis

    /// The statements are held to the rankings that they stand for.
    @Test func cubanStatementsGiveThePublishedOrder() throws {
        let report = try Self.report("cuban-missile")
        let rankings = [[5, 7, 6, 8, 3, 2, 4, 1, 12, 10, 11, 9], [1, 5, 7, 3, 6, 2, 8, 4, 12, 10, 11, 9]]
        for (place, ranking) in rankings.enumerated() {
            let groups = try #require(report.game.preferences[place].groups)
            #expect(
                groups.map { $0.map { report.states.label(of: $0).rawValue } } == ranking.map { ["\($0)"] })
        }
    }

    @Test func nobodyLeavesAWithdrawal() throws {
        let report = try Self.report("cuban-missile")
        #expect(report.states.graph.count == 12)
        let wanted: [Concept: Set<String>] = [
            .nash: ["6"], .seq: ["5", "6", "7"], .sseq: ["5", "6", "7"],
            .gmr: ["1", "2", "3", "5", "6", "7", "8"], .smr: ["1", "2", "3", "5", "6", "7", "8"],
        ]
        for (concept, states) in wanted {
            #expect(report.labels(report.verdicts.equilibria(concept)) == states, "\(concept)")
        }
        let far = try #require(report.limited?.nonMyopic)
        #expect(report.labels(far[0]).intersection(report.labels(far[1])) == ["5", "6"])
    }

    @Test func whatDetersFromLeavingAWithdrawal() throws {
        let report = try Self.report("cuban-missile", StabilityRequest(states: ["1", "5", "7"]))
        func better(_ place: Int, _ maker: Int) throws -> [String] {
            try #require(report.accounts[place].standings[.seq])[maker].improvements.map {
                report.label($0.to) + ": "
                    + ($0.sanction.map(report.way) ?? ["nobody"]).joined(separator: ", ")
            }
        }
        #expect(try better(0, 0) == ["2: nobody", "3: nobody", "4: nobody"])
        #expect(try better(0, 1).isEmpty)
        #expect(try better(1, 0).isEmpty)
        #expect(try better(1, 1) == ["1: us 2"])
        #expect(try better(2, 0) == ["5: ussr 1"])
        #expect(try better(2, 1).isEmpty)
        let five = try #require(report.states.place(of: "5"))
        let turning = try #require(report.sensitivity?.turning[.seq]?[five])
        #expect(turning.map { [[$0.mover], $0.upper, $0.lower] }.count == 1)
        #expect(report.labels(turning[0].upper) == ["5"] && report.labels(turning[0].lower) == ["7"])
    }
}

extension StabilityReport {
    func label(_ place: Int) -> String { states.label(of: place).rawValue }

    func labels(_ places: some Sequence<Int>) -> Set<String> { Set(places.map(label)) }

    func party(_ place: Int) -> String { makers[place].party.rawValue }

    /// Who steps where, in order.
    func way(_ sequence: MoveSequence) -> [String] {
        sequence.steps.map { "\(party($0.by)) \(label($0.to))" }
    }

    /// Who gains by leaving a state.
    func leavers(_ state: StateID, _ concept: Concept = .seq) throws -> [String] {
        let place = try #require(states.place(of: state))
        return makers.indices.filter { !verdicts.isStable(place, for: $0, concept) }.map(party)
    }
}
