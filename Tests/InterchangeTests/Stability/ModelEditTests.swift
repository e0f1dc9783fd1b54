import Foundation
import Interchange
import Negotiation
import TestSupport
import Testing

/// Edits of the model's file touch what they must.
@Suite struct ModelEditTests {
    private func edited(
        _ files: [String: String], _ change: (inout Dossier) -> Void
    ) throws -> [String: String?] {
        let folder = try DossierFolder(files: files.mapValues { Array($0.utf8) })
        var dossier = try DossierReader().read(folder).dossier
        change(&dossier)
        let edit = try DossierEdit(to: dossier, in: folder)
        return Dictionary(
            uniqueKeysWithValues: edit.changes.map {
                ($0.path, $0.after.map { String(decoding: $0, as: UTF8.self) })
            })
    }

    @Test func aChangedStateKeepsTheRest() throws {
        let files = try ModelSamples.files(
            "stability.yaml", replacing: "title: Truce, ", with: "title: Truce, ")
        let after = try edited(files) { $0.stability?.statusQuo = "war" }
        #expect(
            after == [
                "stability.yaml": ModelSamples.model.replacingOccurrences(
                    of: "status-quo: truce", with: "status-quo: war")
            ])
    }

    @Test func aNewModelIsANewFileAndAnOldOneGoes() throws {
        var files = try ModelSamples.files()
        let model = try reading(files).dossier.stability
        let gone = try edited(files) {
            $0.stability = nil
            $0.sheets[0].states = nil
        }
        #expect(gone.keys.sorted() == ["sheets/north.yaml", "stability.yaml"])
        #expect(gone["stability.yaml"] == .some(nil))
        files["stability.yaml"] = nil
        files["sheets/north.yaml"] = "party: north\nbasis: estimate\n"
        let new = try edited(files) { $0.stability = model }
        #expect(new.keys.sorted() == ["stability.yaml"])
        files["stability.yaml"] = try #require(new["stability.yaml"] ?? nil)
        #expect(try reading(files).dossier.stability == model)
    }

    /// An option more makes every pattern of the file another.
    @Test func anOptionMoreIsWrittenEverywhere() throws {
        let after = try edited(ModelSamples.files()) { dossier in
            dossier.stability?.decisionMakers[1].options.append(ModelOption(id: "wait"))
            for place in dossier.stability!.states.indices {
                let pattern = dossier.stability!.states[place].pattern!
                dossier.stability?.states[place].pattern = StatePattern(taken: pattern.taken, stated: 31)
            }
            dossier.stability?.inQuestion = ["truce"]
        }
        #expect(after.keys.sorted() == ["stability.yaml"])
        #expect(after["stability.yaml"]??.contains("NYNNN") == true)
    }

    /// A copy that has no model leaves none behind in its folder.
    @Test func aReplacedFolderHoldsNoOldModel() throws {
        let path = FileManager.default.temporaryDirectory.path + "/parley-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let dossier = try reading(ModelSamples.files()).dossier
        try DossierWriter().write(dossier, to: path)
        #expect(try DossierReader().read(at: path).dossier == dossier)
        var plain = dossier
        plain.stability = nil
        plain.sheets = []
        try DossierWriter(format: .json).write(plain, to: path, replacing: true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["dossier.json"])
        try FileManager.default.removeItem(atPath: path + "/dossier.json")
        try "a: b".write(toFile: path + "/stability.yml", atomically: true, encoding: .utf8)
        #expect(throws: WritingError.self) { try DossierWriter().write(plain, to: path) }
        #expect(throws: WritingError.self) { try DossierWriter().write(plain, to: path, replacing: true) }
    }

    /// In JSON as in YAML, with whatever name the file has.
    @Test func aModelInJSONIsEdited() throws {
        let dossier = try reading(ModelSamples.files()).dossier
        let files = DossierWriter(format: .json).files(for: dossier)
        let after = try edited(files) { $0.stability?.statusQuo = "war" }
        #expect(after.keys.sorted() == ["stability.json"])
        #expect(after["stability.json"]??.contains(#""status-quo": "war""#) == true)
    }

    @Test func randomModelsAreEditedToWhatIsAsked() throws {
        for seed in 0..<60 as Range<UInt64> {
            var from = RandomDossier.make(seed: seed)
            let models = (200..<230).map { RandomDossier.make(seed: seed + $0) }.compactMap(\.stability)
            guard var model = models.first, let party = from.parties.first?.id else { continue }
            // The model of another dossier, given to parties and sources of this one.
            model.decisionMakers = [DecisionMaker(party: party, options: model.options)]
            model.moves = nil
            model.seenBy = .team
            model.sources = []
            for place in model.infeasible.indices { model.infeasible[place].sources = [] }
            from.sheets.sort { $0.id < $1.id }
            for place in from.sheets.indices { from.sheets[place].states = nil }
            var to = from
            to.stability = model
            guard to.faults().isEmpty, from.faults().isEmpty else { continue }
            let folder = try DossierFolder(
                files: DossierWriter().files(for: from).mapValues { Array($0.utf8) })
            _ = try DossierEdit(to: to, in: folder)
        }
    }
}
