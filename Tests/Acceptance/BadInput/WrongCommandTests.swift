import Foundation
import Testing

/// Commands that ask for what cannot be, and dossiers that lack what a question needs.
@Suite struct WrongCommandTests {
    private func dossier(
        _ changes: [String: String?] = [:], _ body: (URL) throws -> Void
    ) throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files(changes))
            try body(folder)
        }
    }

    @Test func wrongWordsAreRefusedWithTheRightOnes() throws {
        try dossier { folder in
            let wrong: [([String], [String])] = [
                (["explain", ".", "drat"], ["mean draft?"]), (["explain", ".", "lime=zone"], ["mean line?"]),
                (["explain", ".", "line=zoen"], ["mean zone?"]), (["explain", ".", "="], []),
                (["explain", ".", ""], []), (["explain", ".", ",,,"], []), (["explain", ".", "line="], []),
                (
                    ["explain", ".", "nothing-like-it"],
                    ["draft, unwatched or half", "today", "issue=option"]
                ),
                (["explain", ".", "line=courts"], ["issue line", "withdrawal, zone or stays"]),
                (["explain", ".", "Dam height=Removed"], ["Dam height"]),
                (["help", "nosuch"], ["packages"]), (["help", "pakages"], ["'packages'"]),
                (["explain", ".", "line=zone=stays"], []), (["compare", ".", "draft"], ["two packages"]),
                (["compare", ".", "draft", "nothing-like-it"], []),
                (["packages", ".", "--frontier-limit", "-1"], ["whole number of 0 or more"]),
                (["packages", ".", "--frontier-limit=-1"], ["0 or more"]),
                (["packages", ".", "--package-limit", "many"], ["whole number of 0 or more"]),
                (["packages", ".", "--frontier-limit", "99999999999999999999"], []),
                (["packages", ".", "--ideal", "perfect"], ["acceptable", "all"]),
                (["packages", ".", "--json", "--csv"], []), (["packages", ".", "."], []),
                (["packages", ".", "--sheet", "south"], ["PARTY=SHEET"]),
                (["packages", ".", "--sheet", "south=souht-team"], ["mean south-team?"]),
                (["packages", ".", "--sheet", "south=north-team"], ["North"]),
                (["packages", ".", "--sheet", "souht=north-team"], ["mean south?"]),
                (["packages", ".", "--without", "norht"], ["mean north?"]),
                (["packages", ".", "--csv", "--no-frontier"], ["--csv", "--no-frontier"]),
                (["packages", ".", "--nash-weight", "north"], ["PARTY=NUMBER", "north=1/3"]),
                (["packages", ".", "--nash-weight", "north=two"], ["'--nash-weight north=two'", "above 0"]),
                (["packages", ".", "--nash-weight", "north=0"], ["above 0"]),
                (["packages", ".", "--nash-weight", "north=-1/2"], ["above 0"]),
                (["packages", ".", "--nash-weight", "north=1/0"], ["above 0"]),
                (
                    ["packages", ".", "--nash-weight", "north=2", "--nash-weight", "north=2"],
                    ["'north' twice"]
                ),
                (["packages", ".", "--nash-weight", "norht=2"], ["mean north?"]),
                (
                    ["packages", ".", "--nash-weight", "host-state=2"],
                    ["A host is no negotiator", "north or south"]
                ),
                (
                    ["packages", ".", "--nash-weight", "south=2", "--without", "south"],
                    ["left out", "--without south"]
                ),
                (["packages", ".", "--nash-weight", "south=0.33333"], ["1,000", "1/3"]),
                (
                    ["explain", ".", "draft", "--without", "host-state"],
                    ["A host is no negotiator", "north or south"]
                ),
                (["packages", ".", "--as", "publik"], ["'public'"]),
                (["brief", ".", "--for", "tabel", "-o", "b.html"], ["'table'"]),
                (["brief", ".", "-o", "b.pdf"], [".html", ".md"]), (["brief", ".", "--show", "fairest"], []),
                (["export", ".", "-o", "e", "--form", "xml"], []), (["export", "."], []),
                (["import", "genius"], []), (["new"], []), (["new", "n", "--issue", "ceasfire-scope"], []),
                (["new", "n", "--table", "nowhere.csv"], []), (["unknown-verb", "."], ["packages"]),
                (["pakages", "."], ["'packages'"]),
                (["packages", ""], []), (["explain", ".", "\u{7}\u{202E}x"], []),
                (["brief", ".", "--sheet", "south=nowhere", "-o", "b.html"], ["nowhere"]),
                (["brief", ".", "--without", "norht", "-o", "b.html"], ["north"]),
                (["brief", ".", "--own-first", "-o", "b.html"], ["--own-first", "a party's own copy"]),
                (["brief", ".", "--own-first", "--for", "public", "-o", "b.html"], ["'public'"]),
                (["improve", "."], ["--from", "--ladder", "--trades"]),
                (["improve", ".", "--from", "drat"], ["mean draft?"]),
                (["improve", ".", "--from", "draft", "--stage", "nowhere"], ["stage"]),
                (["improve", ".", "--from", "draft", "--trades"], ["--from"]),
                (["improve", ".", "--ladder", "--trades"], ["--ladder"]),
                (["improve", ".", "--ladder", "--stage", "one"], ["--stage"]),
                (["improve", ".", "--from", "draft", "--limit", "-1"], ["0 or more"]),
            ]
            for (words, hints) in wrong {
                let run = try Program.run(words, in: folder)
                run.expectCivil("\(words)")
                #expect(
                    run.status == 2 || words.contains("--table"), "\(words): \(run)")
                #expect(!run.errors.contains("\u{202E}") && !run.errors.contains("\u{7}"), "\(words)")
                #expect(
                    run.errors.lowercased().contains("error: ") && !run.errors.contains("Error: "), "\(words)"
                )
                for hint in hints { #expect(run.errors.contains(hint), "\(words): \(run.errors)") }
            }
            #expect(try folder.files().count == HandWorked.files.count)
        }
    }

    @Test func theProgramTellsItsVersion() throws {
        try Scratch.with { folder in
            let run = try Program.run(["--version"], in: folder)
            #expect(run.status == 0 && run.errors.isEmpty && run.output.contains("0.1.0"), "\(run)")
            #expect(try Program.run(["help", "packages"], in: folder).status == 0)
        }
    }

    /// What cannot be written is told in the words of people, and what is to be typed can be typed.
    @Test func placesThatCannotBeAreToldInPlainWords() throws {
        try dossier { folder in
            try folder.write(["a.csv": "mine"])
            for words in [
                ["new", "a.csv", "--party", "A", "--issue", "line"],
                ["new", "a.csv/b", "--party", "A", "--issue", "line"], ["brief", ".", "-o", "/proc/x.html"],
            ] {
                let run = try Program.run(words, in: folder)
                run.expectRefusal(2)
                for raw in ["NSCocoa", "error 512", "could not be completed"] {
                    #expect(!run.errors.contains(raw), "\(run.errors)")
                }
            }
            let run = try Program.run(
                ["new", "it's new", "--party", "A", "--party", "B", "--issue", "line"], in: folder)
            #expect(run.output.contains("parley check 'it'\\''s new'"), "\(run.output)")
            try Program.run(["new", "n", "--party", "A", "--party", "a", "--issue", "line"], in: folder)
                .expectRefusal(2, saying: ["`a` is named twice"])
        }
    }

    @Test func anotherDossierIsNoEarlierCopy() throws {
        try dossier { folder in
            try folder.write([
                "other/dossier.yaml":
                    "parley: 1\ntitle: Other\nparties: [{id: a, roles: [negotiator]}]\nissues: [{id: i, options: [x, y]}]\n",
                "bad/dossier.yaml":
                    "parley: 1\nparties: [{id: a}]\nissues: [{id: i, options: [x], titel: y}]\n",
            ])
            func brief(_ earlier: String, _ audience: String = "team") throws -> Program.Outcome {
                try Program.run(
                    ["brief", ".", "--since", earlier, "--for", audience, "-o", "b.md"], in: folder)
            }
            // One issue of the same name does not make it the same process.
            let shared =
                "parley: 1\ntitle: Other\nparties: [{id: a}, {id: b}]\nissues: [{id: line, options: [x]}, {id: j, options: [x]}]\n"
            try folder.write(["shared/dossier.yaml": shared])
            try brief("shared").expectRefusal(2, saying: ["'shared'", "no earlier copy"])
            try brief("other").expectRefusal(2, saying: ["'other'", "no earlier copy"])
            try brief("bad").expectRefusal(1, saying: ["bad/dossier.yaml:3", "in the earlier copy: "])
            try brief("bad", "public").expectRefusal(1, saying: ["the earlier copy cannot be read"])
            #expect(try brief(".").status == 0)
        }
    }

    /// A mistyped name is answered from what the public may see, whoever else takes part.
    @Test func aMistypedViewerBetraysNobody() throws {
        let text = try #require(HandWorked.files["dossier.yaml"])
        let shown = text.replacing("name: North,", with: "name: North, seen-by: public,")
        try dossier(["dossier.yaml": shown]) { folder in
            for words in [["packages", ".", "--as"], ["brief", ".", "-o", "b.md", "--for"]] {
                try Program.run(words + ["noth"], in: folder).expectRefusal(2, saying: ["'north'"])
                let hidden = try Program.run(words + ["suoth"], in: folder)
                hidden.expectRefusal(2, saying: ["stand in the dossier"])
                #expect(!hidden.errors.contains("south") && !hidden.errors.contains("host"), "\(words)")
            }
        }
    }

    @Test func outputsAreNotReplacedUnasked() throws {
        try dossier { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "b-for-team.html"), withIntermediateDirectories: true)
            try folder.write(["kept-for-team.md": "mine", "kept/dossier.yaml": "mine"])
            try folder.write(HandWorked.files.reduce(into: [:]) { $0["d/" + $1.key] = $1.value })
            let wrong: [([String], String)] = [
                (["brief", ".", "-o", "nowhere/b.html"], "nowhere"),
                (["brief", ".", "-o", "b.html"], "b-for-team.html"),
                (["brief", ".", "-o", "kept.md"], "--force"),
                (["brief", ".", "-o", "/proc/nothing/b.md"], "/proc/nothing"),
                (["export", "d", "-o", "kept"], "--force"),
                (["export", "d", "-o", "kept-for-team.md"], "kept-for-team.md"),
                (["export", "d", "-o", "/proc/nothing"], "/proc/nothing"),
                (["new", "kept", "--party", "A", "--issue", "monitoring"], "kept"),
                (["new", "kept-for-team.md/x", "--party", "A", "--issue", "monitoring"], "kept-for-team.md"),
            ]
            for (words, hint) in wrong {
                let run = try Program.run(words, in: folder)
                run.expectRefusal(2, saying: [hint])
            }
            #expect(try folder.files()["kept-for-team.md"] == Data("mine".utf8))
            #expect(try folder.files()["kept/dossier.yaml"] == Data("mine".utf8))
            let forced = try Program.run(["brief", ".", "-o", "kept.md", "--force"], in: folder)
            #expect(forced.status == 0 && forced.output == "kept-for-team.md\n")
        }
    }

    @Test func aNegotiatorWithoutASheetIsNamed() throws {
        try dossier(["sheets/north-team.yaml": nil]) { folder in
            for words in [["packages", "."], ["packages", ".", "--json"], ["packages", ".", "--csv"]] {
                try Program.run(words, in: folder).expectRefusal(1, saying: ["North", "--without north"])
                #expect(try Program.run(words + ["--without", "north"], in: folder).status == 0)
            }
            // Words need no sheets.
            #expect(try Program.run(["check", "."], in: folder).status == 0)
            let brief = try Program.run(["brief", ".", "-o", "b.md"], in: folder)
            #expect(brief.status == 0 && brief.errors.isEmpty, "\(brief)")
        }
    }

    @Test func severalSheetsWithoutADefaultMustBeChosenFrom() throws {
        let dossier = try #require(HandWorked.files["dossier.yaml"])
        try self.dossier(["dossier.yaml": dossier.replacing("default-sheets: {south: south-team}", with: "")])
        {
            folder in
            let run = try Program.run(["packages", "."], in: folder)
            run.expectRefusal(1, saying: ["South", "south-team", "south-other", "--sheet"])
            let chosen = try Program.run(
                ["packages", ".", "--json", "--sheet", "south=south-team"], in: folder)
            #expect(try chosen.json["acceptable"] == PackagesContractTests.count("8"))
        }
    }

    /// Dossiers at the edge of what can be asked: each verb answers or says why not.
    @Test(arguments: [
        "parties: [{id: a, roles: [negotiator]}]", "parties: [{id: a}, {id: b}]",
        "parties: [{id: a, roles: [host]}]",
        "parties: [{id: a, roles: [negotiator]}, {id: b, roles: [negotiator]}]",
    ])
    func smallDossiersAreAnswered(parties: String) throws {
        for sheet in [
            nil, "party: a\nbasis: estimate\n",
            "party: a\nbasis: declared\nweights: {i: 1}\nvalues: {i: {x: 3}}\n",
        ] {
            try Scratch.with { folder in
                try folder.write([
                    "d/dossier.yaml": "parley: 1\n\(parties)\nissues: [{id: i, options: [x, y]}]\n"
                ])
                if let sheet { try folder.write(["d/sheets/s.yaml": sheet]) }
                for verb in UnreadableTests.verbs where !verb.contains("--since") {
                    let run = try Program.run(verb.map { $0 == "D" ? "d" : $0 }, in: folder)
                    run.expectCivil("\(parties), \(verb)")
                    let needsNoSheets = ["check", "brief", "export"].contains(verb[0])
                    #expect(!needsNoSheets || run.status == 0, "\(parties), \(verb): \(run.errors)")
                }
            }
        }
    }

    /// 5^30 packages, more than any list could hold.
    @Test func thirtyIssuesAreAnswered() throws {
        try Scratch.with { folder in
            let issues = (0..<30).map { "  - {id: i\($0), options: [a, b, c, d, e]}" }.joined(separator: "\n")
            func sheet(_ party: String, _ factor: Int) -> String {
                let weights = (0..<30).map { "i\($0): \(1 + ($0 * factor) % 7)" }.joined(separator: ", ")
                let values = (0..<30).map { issue in
                    let order = ["a", "b", "c", "d", "e"].enumerated().sorted {
                        ($0.offset * factor + issue) % 5 < ($1.offset * factor + issue) % 5
                    }.map(\.element)
                    return "  i\(issue): {order: [\(order.joined(separator: ", "))]}"
                }.joined(separator: "\n")
                return "party: \(party)\nbasis: illustration\nweights: {\(weights)}\nvalues:\n\(values)\n"
                    + "without-agreement: {worth: 10}\n"
            }
            try folder.write([
                "dossier.yaml": """
                parley: 1
                parties: [{id: n, roles: [negotiator]}, {id: s, roles: [negotiator]}]
                issues:
                \(issues)
                """,
                "sheets/n.yaml": sheet("n", 1), "sheets/s.yaml": sheet("s", 3),
            ])
            let run = try Program.run(["packages", ".", "--json"], in: folder)
            run.expectCivil()
            #expect(run.status == 0)
            #expect(try run.json["packages"] == PackagesContractTests.count("931322574615478515625"))
            for words in [["check", "."], ["packages", "."], ["brief", ".", "-o", "b.html"]] {
                let run = try Program.run(words, in: folder)
                run.expectCivil("\(words)")
                #expect(run.status == 0, "\(words): \(run.errors)")
            }
        }
    }
}
