import Foundation
import Testing

/// Whatever stands where a dossier should: every verb refuses it at the door, with a place, and nothing crashes.
@Suite struct UnreadableTests {
    /// Every verb that reads a dossier at `D`.
    static let verbs: [[String]] = [
        ["check", "D"], ["check", "D", "--json"], ["packages", "D"], ["packages", "D", "--json"],
        ["explain", "D", "today"], ["compare", "D", "today", "today"], ["brief", "D", "-o", "b.html"],
        ["brief", ".good", "--since", "D", "-o", "b.md"], ["export", "D", "-o", "e"],
    ]

    /// What may stand in `dossier.yaml`.
    static let contents: [(name: String, bytes: Data)] = [
        ("empty", Data()), ("a comment", Data("# nothing\n".utf8)),
        ("binary", Data((0..<4_096).map { UInt8($0 & 255) })),
        ("not UTF-8", Data("parley: 1\ntitle: \"".utf8) + [0xFF, 0xC3, 0x28, 0x22]),
        ("UTF-16", Data([0xFF, 0xFE, 0x61, 0x00])),
        ("twenty megabytes", Data(repeating: 0x61, count: 20 << 20)),
        ("deep lists", Data(String(repeating: "[", count: 200_000).utf8)),
        ("deep mappings", Data(String(repeating: "{a: ", count: 50_000).utf8)),
        ("an alias bomb", Data(bomb.utf8)), ("a list", Data("- parley: 1\n".utf8)),
        ("a number", Data("1e400\n".utf8)), ("an open quote", Data("parley: 1\ntitle: \"x\n".utf8)),
        ("nothing in it", Data("parley: 1\nparties: []\nissues: []\n".utf8)),
        ("a later version", Data("parley: 2\nparties: [{id: a}]\nissues: [{id: i, options: [x]}]\n".utf8)),
    ]

    static var bomb: String {
        "parley: 1\na0: &a0 [x, x, x, x, x, x, x, x]\n"
            + (1..<30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }
            .joined()
    }

    @Test(arguments: contents.indices) func isRefusedByEveryVerb(_ index: Int) throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files.reduce(into: [:]) { $0[".good/" + $1.key] = $1.value })
            try folder.write(Self.contents[index].bytes, to: "bad/dossier.yaml")
            // The size alone is slow to read where it is not refused first: two verbs are enough.
            for verb in Self.verbs {
                let run = try Program.run(verb.map { $0 == "D" ? "bad" : $0 }, in: folder, seconds: 20)
                run.expectDiagnostics()
                #expect(run.errors.contains("bad/dossier.yaml:"), "\(Self.contents[index].name), \(verb)")
                #expect(run.errors.utf8.count < 10_000, "\(Self.contents[index].name)")
            }
            let files = try folder.files().keys.filter { !$0.hasPrefix(".good/") }
            #expect(files == ["bad/dossier.yaml"], "a refused dossier left files behind")
        }
    }

    @Test func placesWithoutADossierAreRefused() throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files.reduce(into: [:]) { $0[".good/" + $1.key] = $1.value })
            try folder.write([
                "empty/readme.txt": "x", "file.txt": "x", "two/dossier.yaml": "", "two/dossier.json": "",
            ])
            try FileManager.default.createDirectory(
                at: folder.appending(path: "folder/dossier.yaml"), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "loop").path, withDestinationPath: "loop")
            let places = [
                "nowhere", "empty", "file.txt", "two", "folder", "loop", "", "\u{7}\u{202E}x", "/dev/null",
            ]
            for place in places {
                for verb in Self.verbs {
                    let run = try Program.run(verb.map { $0 == "D" ? place : $0 }, in: folder, seconds: 20)
                    run.expectCivil("\(place), \(verb)")
                    #expect(run.status == 1 || run.status == 2, "\(place), \(verb)")
                    #expect(!run.errors.contains("\u{202E}") && !run.errors.contains("\u{7}"), "\(verb)")
                }
            }
        }
    }

    /// Wrong values in otherwise right files: the place, what was expected, and the nearest name.
    @Test(arguments: [
        ("weights: {line: 60,", "weights: {line: NaN,", "sheets/north-team.yaml:3:17: error: "),
        ("weights: {line: 60,", "weights: {line: 1e400,", "sheets/north-team.yaml:3:17: error: "),
        ("weights: {line: 60,", "weights: {line: .inf,", "sheets/north-team.yaml:3:17: error: "),
        ("weights: {line: 60,", "weights: {line: -1,", "sheets/north-team.yaml:3:17: error: "),
        ("out-of: {watch: 1}", "out-of: {watch: 0}", "sheets/north-team.yaml:9:17: error: "),
        ("out-of: {watch: 1}", "out-of: {watch: -5}", "sheets/north-team.yaml:9:17: error: "),
        ("at-most: 77", "at-mots: 77", "did you mean `at-most`?"),
        (
            "at-most: 77", "at-most: 77\nat-most: 78",
            "sheets/north-team.yaml:13:1: error: the key `at-most` stands twice in one mapping, first in line 12"
        ),
        ("basis: estimate", "basis: guess", "sheets/north-team.yaml:2:8: error: "),
        ("aid: {none: 0, corridors: 100}", "aid: {none: 0, coridors: 100}", "did you mean `corridors`?"),
        ("party: north", "party: nroth", "did you mean `north`?"),
    ])
    func wrongValuesHavePlaces(right: String, wrong: String, message: String) throws {
        try Scratch.with { folder in
            let sheet = try #require(HandWorked.files["sheets/north-team.yaml"])
            #expect(sheet.contains(right))
            try folder.write(
                HandWorked.files(["sheets/north-team.yaml": sheet.replacing(right, with: wrong)]))
            for verb in Self.verbs.filter({ $0[0] != "brief" }) {
                let run = try Program.run(verb.map { $0 == "D" ? "." : $0 }, in: folder)
                run.expectDiagnostics()
                #expect(run.errors.contains(message), "\(verb): \(run.errors)")
            }
        }
    }

    /// One slip is one error, whatever rests on it.
    @Test func aMisspeltListIsToldOnce() throws {
        let text = try #require(HandWorked.files["dossier.yaml"])
        for (right, wrong) in [("\nissues:", "\nisues:"), ("\nparties:", "\npartys:")] {
            try Scratch.with { folder in
                try folder.write(HandWorked.files(["dossier.yaml": text.replacing(right, with: wrong)]))
                let run = try Program.run(["check", "."], in: folder)
                run.expectDiagnostics(1)
                #expect(run.errors.contains("did you mean"), "\(run.errors)")
            }
        }
        try Scratch.with { folder in
            try folder.write(
                HandWorked.files(["dossier.yaml": text.replacing("when: {line:", with: "when: {x:")]))
            let run = try Program.run(["check", "."], in: folder)
            run.expectDiagnostics()
            #expect(run.errors.contains("an issue that the dossier has"), "\(run.errors)")
        }
    }

    @Test func aSheetIsNoDossier() throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files.reduce(into: [:]) { $0["d/" + $1.key] = $1.value })
            let run = try Program.run(["check", "d/sheets/north-team.yaml"], in: folder)
            run.expectDiagnostics(1)
            #expect(run.errors.contains("this is a sheet") && run.errors.contains("folder"), "\(run.errors)")
        }
    }

    /// Somebody who may not see a dossier learns nothing from what is wrong with it.
    @Test func errorsAreForTheTeam() throws {
        try Scratch.with { folder in
            try folder.write(["secret/dossier.yaml": "parley: 1\nhidden-thing: secret\n"])
            for verb in ["check", "packages"] {
                let run = try Program.run([verb, "secret", "--as", "public"], in: folder)
                run.expectRefusal(1)
                #expect(!run.errors.contains("hidden") && !run.errors.contains(":2:"))
            }
        }
    }
}
