import Assessment
import Interchange
import Negotiation
import Stability
import Testing

/// The front desk of the graph model: whose preferences count, what is refused, and what is asked in whose game.
struct StabilityDeskTests {
    private static let parties = "parties: [{id: north}, {id: south}, {id: guarantor}]"
    private static let files = [
        "dossier.yaml": "parley: 1\n\(parties)\nissues: [{id: line, options: [here, there]}]\n",
        "stability.yaml": """
        decision-makers:
          - {party: north, options: [attack]}
          - {party: south, options: [answer]}
          - {party: guarantor, options: [{id: respond, proposed: true}]}
        states: [{id: truce, pattern: NNN}, {id: attacked, pattern: YNN}, {id: met, pattern: YNY}]
        status-quo: truce
        in-question: [truce, met]
        """,
        "sheets/north.yaml":
            "party: north\nbasis: estimate\nstates: {statements: [NOT respond IF attack, attack, NOT answer]}\n",
        "sheets/south.yaml":
            "party: south\nbasis: estimate\nstates: {statements: [NOT attack, NOT answer]}\n",
        "sheets/guarantor.yaml":
            "party: guarantor\nbasis: estimate\nstates: {statements: [respond IFF attack]}\n",
    ]

    private func dossier(_ changes: [String: String] = [:]) throws -> Dossier {
        let files = Self.files.merging(changes) { $1 }.filter { !$0.value.isEmpty }
        return try DossierReader().read(files: files.mapValues { Array($0.utf8) }).dossier
    }

    private func refusal(_ dossier: Dossier, _ request: StabilityRequest = StabilityRequest())
        -> AssessmentError?
    {
        do throws(AssessmentError) {
            _ = try dossier.stability(request)
            return nil
        } catch {
            return error
        }
    }

    @Test func proposedOptionsCountOnlyWhereTheyAreAdded() throws {
        let dossier = try dossier()
        let report = try dossier.stability(StabilityRequest(keepsInQuestion: true))
        let truce = try #require(report.states.place(of: "truce"))
        #expect(report.states.graph.count == 4)
        #expect(!report.verdicts.equilibria(.seq).contains(truce))
        // A state with a proposed option is in question only once the option is there.
        #expect(report.keeping.map(\.state) == [truce])
        #expect(report.keeping[0].structure.found.contains([.add("respond")]))
        let added = try dossier.stability(
            StabilityRequest(scope: .init(added: ["respond"]), keepsInQuestion: true))
        #expect(added.states.graph.count == 8)
        #expect(added.verdicts.equilibria(.seq).contains(try #require(added.states.place(of: "truce"))))
        #expect(added.keeping.count == 2 && added.keeping[0].structure.isKeptAlready)
    }

    @Test func eachDecisionMakerIsJudgedInItsOwnGame() throws {
        // North thinks that the guarantor never responds, so nothing deters it in its own game.
        let view =
            "party: guarantor\nbasis: estimate\nstates: {statements: [NOT respond], held-by: [north]}\n"
        let request = StabilityRequest(scope: .init(added: ["respond"]), kept: ["truce"])
        let seen = try dossier(["sheets/as-north-sees-it.yaml": view]).stability(request)
        let truce = try #require(seen.states.place(of: "truce"))
        #expect(!seen.verdicts.isStable(truce, for: 0, .seq))
        #expect(seen.makers[0].views["guarantor"]?.sheet == "as-north-sees-it")
        // What would keep it is asked in the same game: the option is there, and keeps nothing.
        #expect(!seen.keeping[0].structure.isKeptAlready)
        #expect(try dossier().stability(request).keeping[0].structure.isKeptAlready)
        // The same view as a ranking of all states says the same.
        let ranking =
            "party: guarantor\nbasis: estimate\nstates: {rankings: [[[NNN, YNN, NYN, YYN], [NNY, YNY, NYY, YYY]]], held-by: [north]}\n"
        let ranked = try dossier(["sheets/as-north-sees-it.yaml": ranking]).stability(request)
        #expect(ranked.verdicts == seen.verdicts)
        #expect(ranked.makers.allSatisfy { $0.knowledge == .whole })
    }

    @Test func whatCannotBeAnsweredIsRefusedByName() throws {
        let dossier = try dossier()
        #expect(
            refusal(
                try self.dossier([
                    "stability.yaml": "", "sheets/north.yaml": "", "sheets/south.yaml": "",
                    "sheets/guarantor.yaml": "",
                ])) == .noConflictModel)
        #expect(
            refusal(dossier, StabilityRequest(states: ["truces"]))
                == .unknown(.state, name: "truces", nearest: "truce"))
        #expect(refusal(dossier, StabilityRequest(kept: ["met"])) == .stateCannotBe("met"))
        #expect(refusal(dossier, StabilityRequest(scope: .init(added: ["attack"]))) == .notProposed("attack"))
        #expect(
            refusal(dossier, StabilityRequest(scope: .init(removed: ["atack"])))
                == .unknown(.modelOption, name: "atack", nearest: "attack"))
        #expect(refusal(dossier, StabilityRequest(coalition: ["north"])) == .coalitionOfOne)
        #expect(
            refusal(dossier, StabilityRequest(sheets: ["north": "south"]))
                == .sheetOfAnotherParty("south", "south"))
        let rival = "party: north\nbasis: declared\nstates: {ranking: [truce]}\n"
        #expect(
            refusal(try self.dossier(["sheets/rival.yaml": rival]))
                == .sheetUndecided("north", ["north", "rival"]))
        #expect(
            try self.dossier(["sheets/rival.yaml": rival]).stability(
                StabilityRequest(sheets: ["north": "rival"])
            ).makers[0].knowledge == .partial)
    }

    @Test func whoseSheetIsHiddenIsNotKnown() throws {
        let open = Self.files.mapValues { $0.replacing("basis: estimate", with: "basis: declared") }
            .merging([
                "dossier.yaml": Self.files["dossier.yaml"]!.replacing("}, {", with: ", seen-by: public}, {")
                    .replacing("{id: guarantor}", with: "{id: guarantor, seen-by: public}"),
                "stability.yaml": Self.files["stability.yaml"]! + "\nseen-by: public\n",
            ]) { $1 }
        let view = try dossier(open).seen(by: .party("north"))
        let report = try view.stability()
        #expect(report.makers.map(\.knowledge) == [.whole, .none, .none])
        #expect(report.possibly != nil)
        let hidden = try dossier(open.merging(["stability.yaml": Self.files["stability.yaml"]!]) { $1 }).seen(
            by: .party("north"))
        #expect(refusal(hidden) == .noConflictModel)
        // A sheet that speaks of states alone goes with the model.
        #expect(hidden.sheets.isEmpty)
    }

    /// Somebody may go where it wants alone, and with another where both want: the smaller coalition hides no jump of the larger.
    @Test func jumpsAreAllThatCoalitionsCanMake() throws {
        let text = """
            parley: 1
            decision-makers: [{party: a}, {party: b}]
            states: [{id: s}, {id: t}, {id: m}, {id: u}, {id: e}]
            moves: {a: [[s, t], [s, m]], b: [[t, u], [m, e]]}
            status-quo: s
            preferences: {a: {ranking: [t, e, s, u, m]}, b: {ranking: [e, u, t, s, m]}}
            """
        let report = try ConflictModelReader().read(Array(text.utf8), path: "m.yaml").stability()
        let names = report.jumps.map { jump in
            "\(report.states.label(of: jump.from))-\(report.states.label(of: jump.to))"
        }
        #expect(names == ["s-e"])
    }

    @Test func statesThatStandForSeveralAreKnownWhereTheyAgree() throws {
        let text = """
            parley: 1
            decision-makers: [{party: a, options: [x, y]}, {party: b, options: [z]}]
            coalesced: [{id: gone, pattern: "Y--"}]
            preferences: {a: {statements: [NOT x, y]}, b: {statements: [x, NOT z]}}
            """
        let report = try ConflictModelReader().read(Array(text.utf8), path: "m.yaml").stability()
        let gone = try #require(report.states.place(of: "gone"))
        let other = try #require(report.states.place(of: "NNN"))
        #expect(report.states.graph.count == 5)
        #expect(report.game.preferences[0].surelyPrefers(other, to: gone))
        #expect(report.game.preferences[1].surelyPrefers(gone, to: other))
        #expect(!report.game.preferences[1].surelyPrefers(gone, to: gone))
    }
}
