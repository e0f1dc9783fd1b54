import Interchange
import Negotiation
import TestSupport
import Testing

/// A model beside a dossier, and what sheets say of its states.
@Suite struct ModelReadingTests {
    @Test func readsEveryKey() throws {
        let read = try reading(ModelSamples.files())
        let model = try #require(read.dossier.stability)
        #expect(read.files == ["dossier.yaml", "stability.yaml", "sheets/north.yaml"])
        #expect(model.title == "A truce" && model.text == "What may become of it.")
        #expect(model.basis == .illustration && model.seenBy == .table)
        #expect(model.sources == [.source("brief", passage: nil)])
        #expect(model.decisionMakers.map(\.party) == ["north", "south"])
        #expect(
            model.options == [
                ModelOption(id: "strike", title: "Strikes", text: "Across the line", direction: .forth),
                ModelOption(id: "talk", direction: .back),
                ModelOption(
                    id: "respond", title: Text(byLanguage: ["en": "Responds", "fr": "Répond"]),
                    isProposed: true),
                ModelOption(id: "reserve"),
            ])
        #expect(
            model.infeasible.map(\.form) == [
                .pattern(try #require(StatePattern("YY--"))), .exclusive(["strike", "talk"]),
                .atLeastOne(["strike", "talk", "reserve"]),
                .onlyIf("respond", .or([.option("strike"), .not(.option("talk"))])),
                .neverTogether(["talk", "respond"]), .unlisted,
            ])
        #expect(model.infeasible[0].kind == .logic && model.infeasible[0].because == "One or the other.")
        #expect(model.infeasible[0].sources == [.source("brief", passage: nil)])
        #expect(model.states.map { $0.pattern?.letters(4) } == ["NYNN", "YNYN", "NYNY"])
        #expect(model.states[0].title == "Truce" && model.states[1].id == "war")
        #expect(model.coalesced == [NamedState(id: "calm", title: "Calm", pattern: StatePattern("NN--"))])
        #expect(model.moves == nil && model.statusQuo == "truce" && model.inQuestion == ["truce", "YNNN"])
        let sheet = try #require(read.dossier.sheet("north"))
        #expect(
            sheet.states
                == StatePreferences(
                    .ranking([["truce"], ["calm", "guarded"], ["war"]]),
                    unknown: [StatePair("truce", "calm")], heldBy: ["south"]))
    }

    @Test func readsTheOtherFormsOfPreferences() throws {
        func states(_ text: String) throws -> StatePreferences.Form? {
            let files = try ModelSamples.files(
                "sheets/north.yaml",
                replacing:
                    "{ranking: [truce, [calm, guarded], war], unknown: [[truce, calm]], held-by: [south]}",
                with: text)
            return try reading(files).dossier.sheet("north")?.states?.form
        }
        #expect(
            try states("{rankings: [[truce, war], [[calm, YNNN]]]}")
                == .rankings([[["truce"], ["war"]], [["calm", "YNNN"]]]))
        #expect(try states("{ranking: []}") == .ranking([]))
        #expect(
            try states("{numbers: {truce: 5, YNNN: [1, 2]}}")
                == .numbers(["truce": Amount(5), "YNNN": Amount(from: 1, to: 2)]))
        let pattern = try #require(StatePattern("-Y--"))
        #expect(
            try states("{statements: [not strike, [\"-Y--\", reserve], talk if respond]}")
                == .statements([
                    .not(.option("strike")), .or([.pattern(pattern), .option("reserve")]),
                    .if(.option("talk"), .option("respond")),
                ]))
    }

    @Test func readsMoves() throws {
        let files = try ModelSamples.files(
            "stability.yaml", replacing: "status-quo: truce",
            with: "moves: {south: [[truce, war]], north: [[war, NYNY]]}\nstatus-quo: truce")
        #expect(
            try reading(files).dossier.stability?.moves == [
                StateMove(by: "south", from: "truce", to: "war"),
                StateMove(by: "north", from: "war", to: "NYNY"),
            ])
        // A state of a graph that is given move by move need not have letters.
        let loose = try ModelSamples.files(
            "stability.yaml", replacing: "{id: war, taken: [strike, respond]}", with: "{id: war}\nmoves: {}")
        #expect(throws: UnreadableDossier.self) { try reading(loose) }
    }

    @Test func aFileOfEachEndingIsFoundAndOnlyOneMayBeThere() throws {
        var files = try ModelSamples.files()
        files["stability.yml"] = files.removeValue(forKey: "stability.yaml")
        #expect(try reading(files).dossier.stability != nil)
        files["stability.json"] = "{}"
        #expect(
            try refusal(files) == [
                ".:1:1: error: the folder holds `stability.yml`, `stability.json`; expected one of them only"
            ])
        files["stability.yml"] = nil
        #expect(
            try refusal(files).first
                == "stability.json:1:1: error: a model without `decision-makers`; expected the key `decision-makers`"
        )
    }

    @Test func aModelIsNoDossier() throws {
        #expect(
            try refusal(["dossier.yaml": ModelSamples.model]) == [
                "dossier.yaml:1:1: error: this is a model of who could do what; expected a dossier: "
                    + "name the folder that holds `dossier.yaml`; `parley stability` reads a model"
            ])
    }

    @Test(arguments: [DossierWriter.Format.yaml, .json])
    func isWrittenAsItWasRead(format: DossierWriter.Format) throws {
        let dossier = try reading(ModelSamples.files()).dossier
        let files = DossierWriter(format: format).files(for: dossier)
        #expect(try reading(files).dossier == dossier)
    }

    @Test func aDossierWithoutAModelHasNoFileOfOne() throws {
        var files = try ModelSamples.files()
        files["stability.yaml"] = nil
        files["sheets/north.yaml"] = "party: north\nbasis: estimate"
        let dossier = try reading(files).dossier
        #expect(dossier.stability == nil)
        #expect(Set(DossierWriter().files(for: dossier).keys) == ["dossier.yaml", "sheets/north.yaml"])
    }
}
