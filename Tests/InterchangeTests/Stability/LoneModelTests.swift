import Foundation
import Interchange
import Negotiation
import TestSupport
import Testing

/// A model in a file without a dossier, in our format.
@Suite struct LoneModelTests {
    static let text = """
        parley: 1
        title: The valley
        decision-makers:
          - {party: a, name: The upper town, options: [dam]}
          - {party: b, options: [sue]}
        states: [{id: peace, pattern: NN}]
        status-quo: peace
        preferences:
          a: {ranking: [YN, peace, YY, NY]}
          b: {statements: [not dam, sue IF dam], held-by: [a]}
        """

    private func refusal(_ part: String, _ other: String) throws -> String {
        try #require(Self.text.contains(part))
        let text = Self.text.replacingOccurrences(of: part, with: other)
        let error = try #require(throws: UnreadableDossier.self) {
            try ConflictModelReader().read(Array(text.utf8), path: "m.yaml")
        }
        return error.description
    }

    @Test func readsNamesAndPreferences() throws {
        let model = try ConflictModelReader().read(Array(Self.text.utf8), path: "m.yaml")
        #expect(model.decisionMakers.map(\.name) == ["The upper town", nil])
        #expect(
            model.preferences == [
                "a": StatePreferences(.ranking([["YN"], ["peace"], ["YY"], ["NY"]])),
                "b": StatePreferences(
                    .statements([.not(.option("dam")), .if(.option("sue"), .option("dam"))]), heldBy: ["a"]),
            ])
        #expect(model.statusQuo == "peace" && model.title == "The valley")
    }

    @Test func saysWhatIsWrong() throws {
        #expect(
            try refusal("parley: 1\n", "")
                == "m.yaml:1:1: error: a file without `parley`; expected the key `parley`, with the version `1`"
        )
        #expect(try refusal("party: b", "party: a").contains("4:6: error") == false)
        #expect(try refusal("party: b", "party: a").contains("a second decision maker is named `a`"))
        #expect(try refusal("party: b", "party: the lower town").contains("cannot be a name"))
        #expect(try refusal("party: b", "party: all").contains("`all` cannot be a name"))
        let maker = try refusal("  b: {", "  bb: {")
        #expect(maker == "m.yaml:10:3: error: no decision maker is named `bb`; did you mean `b`?")
        let state = try refusal("YY, NY]", "YY, NX]")
        #expect(state.hasPrefix("m.yaml:9:32: error: no state is named `NX`"))
        #expect(try refusal("status-quo: peace", "source: survey").contains("no source is named `survey`"))
        #expect(try refusal("title", "titel").contains("a model has no key `titel`; did you mean `title`?"))
    }

    @Test func tellsAFileFromADossier() throws {
        let path = FileManager.default.temporaryDirectory.path + "/parley-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Self.text.write(toFile: path + "/valley.yaml", atomically: true, encoding: .utf8)
        try ModelSamples.dossier.write(toFile: path + "/dossier.yaml", atomically: true, encoding: .utf8)
        #expect(ConflictModelReader.standsAlone(at: path + "/valley.yaml"))
        #expect(!ConflictModelReader.standsAlone(at: path + "/dossier.yaml"))
        #expect(!ConflictModelReader.standsAlone(at: path))
        #expect(!ConflictModelReader.standsAlone(at: path + "/nowhere.yaml"))
        #expect(try ConflictModelReader().read(at: path + "/valley.yaml").options.count == 2)
        #expect(throws: UnreadableDossier.self) { try ConflictModelReader().read(at: path) }
        #expect(throws: UnreadableDossier.self) { try ConflictModelReader().read(at: path + "/nowhere.yaml") }
    }

    /// Whatever the bytes, the reader says what is wrong.
    @Test func isNotUpsetByBrokenFiles() {
        var random = SplitMix64(seed: 11)
        let bytes = Array(Self.text.utf8)
        for _ in 0..<2000 {
            var broken = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<broken.count, using: &random)
                broken[place] =
                    Bool.random(using: &random)
                    ? broken.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
            }
            do throws(UnreadableDossier) {
                _ = try ConflictModelReader().read(broken, path: "m.yaml")
            } catch {
                #expect(!error.diagnostics.isEmpty)
            }
        }
    }
}
