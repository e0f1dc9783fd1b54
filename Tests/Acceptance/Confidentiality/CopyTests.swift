import Foundation
import Testing

/// Copies that are handed over: each holds what its reader may see and nothing else, and none comes near its source.
@Suite struct CopyTests {
    /// The worked dossier with a party and an issue that the public sees, in `self`.
    private func withDossier(_ body: (URL) throws -> Void) throws {
        let text = try #require(HandWorked.files["dossier.yaml"]).replacing(
            "{id: line, today: stays,", with: "{id: line, seen-by: public, today: stays,"
        ).replacing(
            "options: [withdrawal, zone, stays]",
            with: "options: [{id: withdrawal, seen-by: public}, {id: zone, seen-by: public}, stays]")
        let shown = text.replacing("name: North,", with: "name: North, seen-by: public,")
        try Scratch.with { folder in
            for (path, text) in HandWorked.files(["dossier.yaml": shown]) {
                try folder.write([("self/" + path): text])
            }
            try body(folder)
        }
    }

    @Test func noCopyReplacesItsSource() throws {
        try withDossier { folder in
            let manager = FileManager.default
            let link = folder.appending(path: "link").path
            try manager.createSymbolicLink(atPath: link, withDestinationPath: "self")
            try manager.createDirectory(
                at: folder.appending(path: "self/inner"), withIntermediateDirectories: true)
            let before = try folder.files()
            let outputs = [
                "self", "self/", "./self/.", "link", "self/inner", "self/new/deep", "link/../self", ".", "..",
                "self/sheets", folder.path + "/self",
            ]
            for source in ["self", "self/dossier.yaml", "link/dossier.yaml"] {
                for output in outputs {
                    for more in [[], ["--force"], ["--force", "--form", "yaml"]] {
                        let words = ["export", source, "--as", "public", "-o", output] + more
                        try Program.run(words, in: folder)
                            .expectRefusal(2, saying: ["the folder of the dossier itself"])
                    }
                }
            }
            // Named from inside, too.
            try Program.run(
                ["export", ".", "--as", "public", "-o", ".", "--force"], in: folder.appending(path: "self")
            ).expectRefusal(2)
            #expect(try folder.files() == before)
        }
    }

    @Test func aReplacedCopyLeavesNothingOfTheOldOne() throws {
        try withDossier { folder in
            func export(_ words: String...) throws -> Program.Outcome {
                try Program.run(["export", "self", "-o", "copy"] + words, in: folder)
            }
            #expect(try export("--form", "yaml").status == 0)
            try folder.write(["copy/sheets/old.yml": "x", "copy/sheets/older.json": "x"])
            try export("--as", "public").expectRefusal(2, saying: ["--force"])
            #expect(try export("--as", "public", "--force").status == 0)
            let shared = try folder.files().keys.filter { $0.hasPrefix("copy/") }
            #expect(shared == ["copy/dossier.json"])
            #expect(
                !FileManager.default.fileExists(atPath: folder.appending(path: "copy/sheets").path),
                "an empty folder would tell that there were sheets")
            #expect(try export("--force").status == 0)
            let sheets = HandWorked.files.keys.filter { $0.hasPrefix("sheets/") }.map {
                "copy/" + $0.replacing(".yaml", with: ".json")
            }
            #expect(
                try Set(folder.files().keys.filter { $0.hasPrefix("copy/") })
                    == Set(sheets + ["copy/dossier.json"]))
        }
    }

    @Test func foldersThatHoldMoreAreNotReplaced() throws {
        try withDossier { folder in
            try folder.write([
                "notes/dossier.yaml": "x", "notes/minutes.txt": "x", "hidden/dossier.yaml": "x",
                "hidden/.git/config": "x", "example/dossier.yaml": "x", "example/sheets/a.yaml.example": "x",
                "none/sheets/a.yaml": "x", "linked/dossier.yaml": "x",
            ])
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "linked/sheets").path, withDestinationPath: "../self/sheets")
            let before = try folder.files()
            for (name, stranger) in [
                ("notes", "minutes.txt"), ("hidden", ".git"), ("example", "a.yaml.example"),
                ("none", "sheets/a.yaml"), ("linked", "sheets"),
            ] {
                try Program.run(["export", "self", "-o", name, "--force"], in: folder)
                    .expectRefusal(2, saying: [stranger, "name another folder"])
            }
            // A sheet alone would become a part of the copy.
            try Program.run(["export", "self", "--as", "public", "-o", "none"], in: folder).expectRefusal(2)
            #expect(try folder.files() == before)
        }
    }

    @Test func whereNothingIsShownNothingIsWritten() throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files.reduce(into: [:]) { $0["self/" + $1.key] = $1.value })
            let text = try #require(HandWorked.files["dossier.yaml"])
            let issue = text.replacing(
                "options: [none, corridors]",
                with: "seen-by: public, options: [none, {id: corridors, seen-by: public}]"
            ).replacing("today: none, ", with: "")
            for (path, text) in HandWorked.files(["dossier.yaml": issue]) {
                try folder.write([("nobody/" + path): text])
            }
            try Program.run(["export", "nobody", "--as", "public", "-o", "copy"], in: folder)
                .expectRefusal(1, saying: ["no party", "nothing to write"])
            try Program.run(["export", "self", "--as", "public", "-o", "copy"], in: folder)
                .expectRefusal(1, saying: ["'public'", "nothing to write"])
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "copy").path))
        }
    }

    @Test func aBriefingIsNotNamedAsAnothersCopy() throws {
        try withDossier { folder in
            for name in ["x-for-public.html", "x-for-Table.md", "x for south.html", "x_for_host-state.md"] {
                try Program.run(["brief", "self", "--for", "team", "-o", name], in: folder)
                    .expectRefusal(2, saying: [name, "'team'"])
            }
            for (name, audience, written) in [
                ("x-for-public.html", "public", "x-for-public.html"),
                ("x-for-south.md", "south", "x-for-south.md"),
                ("x-for-public-for-team.md", "team", "x-for-public-for-team.md"),
                ("for-publication.md", "team", "for-publication-for-team.md"),
                ("x.md", "host-state", "x-for-host-state.md"),
            ] {
                let run = try Program.run(["brief", "self", "--for", audience, "-o", name], in: folder)
                #expect(run.status == 0 && run.output == written + "\n", "\(run)")
            }
        }
    }
}
