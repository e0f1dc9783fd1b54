import Foundation
import Interchange
import Negotiation
import TestSupport
import Testing

/// The JSON in which published graph models are passed on.
@Suite struct ForeignModelTests {
    static let text = """
        {"id": "x", "title": "The valley", "expected": {"anything": [1, null]},
         "dms": [{"name": "The upper town", "options": [0, 2]}, {"name": "B", "options": [1]}],
         "options": [{"name": "Dam", "direction": "fwd"}, {"name": "Sue", "direction": "back"}, {"name": "Pay"}],
         "infeasible_patterns": ["Y-Y"],
         "states": [{"label": 1, "yn": "NNN"}, {"label": "two", "yn": "YNN"}, {"label": "3", "yn": "-YN"}],
         "ranking": {"The upper town": [["two"], 1, "3"], "B": [[1, "3"], ["two"]]},
         "status_quo": 1}
        """

    private func read(_ text: String) throws -> ConflictModel {
        try ConflictModelReader().read(Array(text.utf8), path: "m.json")
    }

    @Test func readsEveryKey() throws {
        let model = try read(Self.text)
        #expect(model.title == "The valley")
        #expect(
            model.decisionMakers == [
                DecisionMaker(
                    party: "The upper town",
                    options: [
                        ModelOption(id: "1", title: "Dam", direction: .forth),
                        ModelOption(id: "3", title: "Pay"),
                    ]),
                DecisionMaker(party: "B", options: [ModelOption(id: "2", title: "Sue", direction: .back)]),
            ])
        // The letters follow the options, which stand by decision maker.
        #expect(
            model.infeasible == [
                Infeasibility(.pattern(try #require(StatePattern("YY-")))), Infeasibility(.unlisted),
            ])
        #expect(model.states.map { "\($0.id) \($0.pattern!.letters(3))" } == ["1 NNN", "two YNN"])
        #expect(model.coalesced.map { "\($0.id) \($0.pattern!.letters(3))" } == ["3 -NY"])
        #expect(
            model.preferences == [
                "The upper town": StatePreferences(.ranking([["two"], ["1"], ["3"]])),
                "B": StatePreferences(.ranking([["1", "3"], ["two"]])),
            ])
        #expect(model.statusQuo == "1" && model.moves == nil)
    }

    @Test func aGraphKeepsItsStates() throws {
        let moves = #""moves": {"B": [[1, "two"], ["two", "3"]]}, "status_quo": null"#
        let model = try read(Self.text.replacingOccurrences(of: #""status_quo": 1"#, with: moves))
        #expect(model.states.map(\.id) == ["1", "two", "3"] && model.coalesced.isEmpty)
        #expect(
            model.moves == [
                StateMove(by: "B", from: "1", to: "two"), StateMove(by: "B", from: "two", to: "3"),
            ])
        #expect(model.statusQuo == nil)
    }

    @Test(arguments: [
        (#""dms""#, #""dm""#, "1:1: error: a graph model without `dms`; expected the key `dms`"),
        (#""states""#, #""state""#, "1:1: error: a graph model without `states`; expected the key `states`"),
        (#""ranking""#, #""rank""#, "a graph model without `ranking`"),
        (
            #""options": [1]"#, #""options": [3]"#,
            "2:83: error: the text `3` stands where the place of an option belongs; expected 0 to 2"
        ),
        (
            #""options": [1]"#, #""options": [1, 2]"#,
            "the option at place 2 belongs to `The upper town` already"
        ),
        (#""options": [1]"#, #""options": []"#, "the option at place 1 belongs to no decision maker"),
        (#""name": "B""#, #""name": "The upper town""#, "a second decision maker is named `The upper town`"),
        (#""name": "B""#, #""nam": "B""#, "a decision maker without `name`"),
        (#""fwd""#, #""forward""#, "expected `both`, `fwd` or `back`"),
        (#""Y-Y""#, #""Y-""#, "2 letters, and the model has 3 options"),
        (#""YNN""#, #""YN""#, "2 letters, and the model has 3 options"),
        (#""YNN""#, #""YNX""#, "`YNX` is no pattern"),
        (#""YNN""#, #""NNN""#, "`two` and `1` are one state"),
        (#", "yn": "YNN""#, "", "a state without `yn`"),
        (#""label": "two""#, #""label": "1""#, "a second state is labelled `1`"),
        (#""label": "two", "#, "", "a state without `label`"),
        (#"[["two"], 1, "3"]"#, #"[["twoo"], 1, "3"]"#, "no state is labelled `twoo`; did you mean `two`?"),
        (#"[["two"], 1, "3"]"#, #"[["two"], 1, "3", 1]"#, "the state `1` stands twice in one ranking"),
        (#"[["two"], 1, "3"]"#, #"[[], 1, "3"]"#, "a tie of nothing"),
        (#""B": [["#, #""C": [["#, "no decision maker is named `C`"),
        (#""status_quo": 1"#, #""status_quo": 9"#, "no state is labelled `9`"),
        (#""status_quo": 1"#, #""moves": {"B": [[1, 1]]}"#, "a move from a state to itself"),
        (#""status_quo": 1"#, #""moves": {"B": [[1]]}"#, "expected a move: `[from, to]`"),
        (#""status_quo": 1"#, #""moves": {"C": []}"#, "no decision maker is named `C`"),
    ])
    func saysWhatIsWrong(part: String, other: String, problem: String) throws {
        try #require(Self.text.components(separatedBy: part).count == 2, "\(part)")
        let error = try #require(throws: UnreadableDossier.self) {
            try read(Self.text.replacingOccurrences(of: part, with: other))
        }
        #expect(error.description.contains(problem), "\(error)")
    }

    static let files: [String] = {
        guard let folder = ReferenceCases.folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/stability")) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { folder + "/stability/" + $0 }
    }()

    @Test(.enabled(if: !files.isEmpty, Comment(rawValue: ReferenceCases.absence)), arguments: files)
    func everyReferenceCaseReads(path: String) throws {
        let model = try ConflictModelReader().read(at: path)
        let data = try Data(contentsOf: URL(filePath: path))
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(model.options.count == (file["options"] as? [Any])?.count)
        #expect(model.states.count + model.coalesced.count == (file["states"] as? [Any])?.count)
        #expect(model.preferences.count == model.decisionMakers.count)
        #expect((model.moves == nil) == (file["moves"] == nil))
        #expect(model.faults(namesAreRaw: true).isEmpty)
    }
}
