import Foundation
import Testing

/// `parley check`: errors on standard error, one a line, with status 1; findings on standard output with status 0.
@Suite struct CheckContractTests {
    private func check(_ files: [String: String], _ more: String...) throws -> Program.Outcome {
        try Scratch.with { folder in
            try folder.write(files)
            return try Program.run(["check", "."] + more, in: folder)
        }
    }

    @Test func errorsAreOneALineWithPlaces() throws {
        let wrong = HandWorked.files([
            "dossier.yaml": """
            parley: 1
            titel: Two valleys
            parties:
              - {id: north, roles: [negociator]}
              - {id: north, roles: [negotiator]}
            issues:
              - {id: line, today: stay, options: [withdrawal, zone, stays]}
            """,
            "sheets/north-team.yaml": "party: nort\nbasis: estimate\nweights: {lime: 60}\n",
            "sheets/south-team.yaml": nil, "sheets/south-other.yaml": nil,
        ])
        let run = try check(wrong)
        run.expectDiagnostics()
        let lines = run.errors.split(separator: "\n").map(String.init)
        let wanted = [
            ("./dossier.yaml:2:1: error: ", "`title`"), ("./dossier.yaml:4:25: error: ", "`negotiator`"),
            ("./dossier.yaml:5:", "north"), ("./dossier.yaml:7:23: error: ", "`stays`"),
            ("./sheets/north-team.yaml:1:8: error: ", "`north`"),
            ("./sheets/north-team.yaml:3:11: error: ", "`line`"),
        ]
        for (place, name) in wanted {
            #expect(lines.contains { $0.hasPrefix(place) && $0.contains(name) }, "\(place) \(name): \(lines)")
        }
    }

    @Test func findingsLeaveTheStatusZero() throws {
        let run = try check(HandWorked.files)
        run.expectCivil()
        #expect(run.status == 0 && run.errors.isEmpty)
        // The package that the rule forbids, with its place.
        #expect(run.output.contains("dossier.yaml:"), "\(run.output)")
        #expect(run.output.contains("unwatched"), "\(run.output)")
        let json = try check(HandWorked.files, "--json").json
        let finding = json["findings"].items.first { $0["kind"] == "packageBreaksRule" }
        #expect(
            finding?["line"] == 16 && finding?["place"] == "packages/unwatched/choose",
            "\(String(describing: finding))")
        #expect(finding?["sentence"].string?.isEmpty == false)
        let practice = try check(HandWorked.files, "--practice", "--json").json
        #expect(!practice["practice"].items.isEmpty)
    }

    /// A minimum under a condition or on a scale is an error and not a finding.
    @Test func minimumsAreOnNoScale() throws {
        let dossier =
            HandWorked.files["dossier.yaml"]! + """

                minimums: [{id: care, kind: humanitarian-law, text: The wounded are cared for., concerns: [aid]}]
                """
        let sheet = HandWorked.files["sheets/north-team.yaml"]!.replacing(
            "aid: 10,", with: "aid: 10, care: 5,")
        try check(HandWorked.files(["dossier.yaml": dossier, "sheets/north-team.yaml": sheet]))
            .expectDiagnostics()
    }

    @Test func statusesOfEveryVerb() throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files.reduce(into: [:]) { $0["right/" + $1.key] = $1.value })
            try folder.write(["wrong/dossier.yaml": "parley: 1\nparties: []\n"])
            let dossierVerbs: [[String]] = [
                ["check", "D"], ["packages", "D"], ["explain", "D", "today"],
                ["compare", "D", "today", "draft"],
                ["brief", "D", "-o", "out/b.md"], ["export", "D", "-o", "out/e"],
            ]
            try FileManager.default.createDirectory(
                at: folder.appending(path: "out"), withIntermediateDirectories: true)
            func run(_ verb: [String], on dossier: String, _ more: String...) throws -> Program.Outcome {
                try Program.run(verb.map { $0 == "D" ? dossier : $0 } + more, in: folder)
            }
            for verb in dossierVerbs {
                let right = try run(verb, on: "right")
                right.expectCivil("\(verb)")
                #expect(right.status == 0 && right.errors.isEmpty, "\(verb): \(right.errors)")
                try run(verb, on: "wrong").expectDiagnostics()
                try run(verb, on: "nowhere").expectDiagnostics(1)
                try run(verb, on: "right", "--colour").expectRefusal(2)
                if verb[0] != "brief" {
                    try run(verb, on: "right", "--as", "sout").expectRefusal(
                        2, saying: ["stand in the dossier"])
                }
            }
            for words in [[], ["chek", "."], ["packages"], ["explain", "."], ["export", "."]] {
                try Program.run(words, in: folder).expectCivil("\(words)")
            }
            try Program.run(["chek", "."], in: folder).expectRefusal(2)
            try Program.run(["packages"], in: folder).expectRefusal(2)
            let help = try Program.run(["packages", "--help"], in: folder)
            #expect(help.status == 0 && help.errors.isEmpty && help.output.contains("--frontier-limit"))
        }
    }
}
