import Foundation
import TestSupport
import Testing

/// `parley stability`: results on standard output, refusals with their status and the nearest right name.
@Suite struct StabilityContractTests {
    static let concepts = ["Nash", "GMR", "SMR", "SEQ", "SSEQ"]

    // MARK: Published models

    static let references: [String] = {
        let folder = (ReferenceCases.folder ?? "") + "/stability"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".json") }.sorted()
    }()

    @Test(.enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"), arguments: references)
    func publishedModelsGiveTheKnownAnswers(_ name: String) throws {
        let folder = URL(filePath: try #require(ReferenceCases.folder)).appending(path: "stability")
        let known = try Value(json: String(contentsOf: folder.appending(path: name), encoding: .utf8))
        let expected = known["expected"]["brute"]
        let run = try Program.run(["stability", name, "--json"], in: folder)
        run.expectCivil(name)
        #expect(run.status == 0 && run.errors.isEmpty)
        let json = try run.json
        #expect(json["parley"] == 1 && json["exact"] == true && json["complete"] == true)
        let labels = known["states"].items.map { $0["label"] }
        #expect(json["states"] == .list(labels))
        #expect(json["equilibria"].keys == Set(Self.concepts) && json["stable"].keys == Set(Self.concepts))
        for concept in Self.concepts {
            #expect(json["equilibria"][concept] == ordered(expected["equilibria"][concept], labels))
            let makers = expected["per_dm"][concept]
            #expect(json["stable"][concept].keys == makers.keys)
            for maker in makers.keys {
                #expect(
                    json["stable"][concept][maker] == ordered(makers[maker], labels), "\(concept), \(maker)")
            }
        }
        #expect(json["statusQuo"]["state"] == known["status_quo"])
    }

    /// The labels of a list in the order of the file.
    private func ordered(_ list: Value, _ labels: [Value]) -> Value {
        .list(labels.filter { list.items.contains($0) })
    }

    // MARK: A model worked out on paper

    /// Each would rather have the dam without the suit; the upper town builds and the lower town sues, or neither does.
    static let alone = """
        parley: 1
        decision-makers:
          - {party: upper, name: The upper town, options: [{id: dam, title: A dam}]}
          - {party: lower, name: The lower town, options: [{id: sue, title: A suit}]}
          - {party: province, name: The province, options: [{id: fine, title: A fine, proposed: true}]}
        states: [{id: peace, title: Peace, pattern: NNN}, {id: built, title: The dam stands, pattern: YNN}]
        status-quo: peace
        preferences:
          upper: {statements: [not fine if dam, dam]}
          lower: {statements: [not dam, not sue]}
          province: {statements: [fine iff dam]}
        """

    private func run(_ words: [String], _ files: [String: String] = ["dam.yaml": Self.alone]) throws
        -> Program.Outcome
    {
        try Scratch.with { folder in
            try folder.write(files)
            return try Program.run(["stability"] + words, in: folder)
        }
    }

    @Test func aProposedOptionCountsWhenItIsAdded() throws {
        let without = try run(["dam.yaml", "--json", "--keep", "peace"]).json
        #expect(without["states"] == ["peace", "built", "NYN", "YYN"])
        #expect(without["equilibria"]["SEQ"] == ["built"])
        #expect(without["stable"]["SEQ"]["upper"] == ["built", "YYN"])
        let found = without["keep"].items.first?["structure"].items ?? []
        #expect(found.contains([["change": "add", "option": "fine"]]))
        let with = try run(["dam.yaml", "--json", "--with", "fine"]).json
        #expect(with["equilibria"]["SEQ"].items.contains("peace"))
        #expect(!with["equilibria"]["Nash"].items.contains("peace"))
        let why = with["why"].items.first?["verdicts"].items.first {
            $0["concept"] == "SEQ" && $0["decisionMaker"] == "upper"
        }
        #expect(why?["stable"] == true)
        #expect(why?["improvements"] == [["to": "built", "sanction": [["by": "province", "to": "YNY"]]]])
    }

    /// A text without its line breaks.
    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func peopleReadWhoAndWhy() throws {
        let text = try run(["dam.yaml", "--keep", "peace"])
        text.expectCivil()
        #expect(text.status == 0 && text.errors.isEmpty)
        for sentence in [
            "In this model The upper town would gain by leaving “Peace”",
            "Only proposed, and not counted here: A fine",
            "What would keep “Peace” (SEQ)",
        ] { #expect(oneLine(text.output).contains(sentence), "\(sentence)") }
        #expect(
            try run(["dam.yaml", "--with", "fine"]).output.contains("Nobody in this model gains by leaving"))
    }

    @Test func theGraphIsForGraphviz() throws {
        let graph = try run(["dam.yaml", "--dot"])
        #expect(graph.status == 0 && graph.errors.isEmpty)
        #expect(graph.output.hasPrefix("digraph ") && graph.output.hasSuffix("}\n"))
        #expect(graph.output.contains("Peace") && graph.output.contains("->"))
    }

    // MARK: What is not known

    @Test func aModelWithoutPreferencesIsAnsweredAndSaysSo() throws {
        let cut = try #require(Self.alone.range(of: "preferences:"))
        let files = ["dam.yaml": String(Self.alone[..<cut.lowerBound])]
        let json = try run(["dam.yaml", "--json", "--keep", "peace"], files)
        #expect(json.status == 0 && json.errors.isEmpty)
        let value = try json.json
        #expect(value["complete"] == false && value["exact"] == true)
        #expect(value["decisionMakers"].items.allSatisfy { $0["knowledge"] == "none" })
        for concept in Self.concepts {
            #expect(value["equilibria"][concept] == [])
            #expect(value["possibly"]["equilibria"][concept] == value["states"])
        }
        #expect(value["sensitivity"] == .null)
        let text = try run(["dam.yaml", "--keep", "peace"], files)
        text.expectCivil()
        #expect(text.status == 0 && text.output.contains("not known") && text.output.contains("possibly"))
    }

    @Test func oneDecisionMakerIsAnswered() throws {
        let files = [
            "one.yaml": """
            parley: 1
            decision-makers: [{party: a, options: [x]}]
            status-quo: N
            preferences: {a: {ranking: [Y, N]}}
            """
        ]
        let json = try run(["one.yaml", "--json", "--why", "--keep", "N"], files)
        #expect(json.status == 0 && json.errors.isEmpty)
        for concept in Self.concepts {
            #expect(try json.json["equilibria"][concept] == ["Y"])
            #expect(try json.json["stable"][concept]["a"] == ["Y"])
        }
        for words in [["one.yaml", "--why", "--keep", "N"], ["one.yaml", "--dot"]] {
            let run = try run(words, files)
            run.expectCivil("\(words)")
            #expect(run.status == 0 && run.errors.isEmpty, "\(words)")
        }
        try run(["one.yaml", "--coalition", "a,a"], files).expectRefusal(2, saying: ["at least two"])
    }

    // MARK: Refusals

    /// The words of a command and what the refusal must say.
    static let refusals: [([String], [String])] = [
        (["dam.yaml", "--state", "pease"], ["named pease", "mean peace?"]),
        (["dam.yaml", "--keep", "buildt"], ["named buildt", "mean built?"]),
        (["dam.yaml", "--keep", "NNY"], ["NNY"]), (["dam.yaml", "--state", "NN"], ["named NN"]),
        (["dam.yaml", "--with", "fin"], ["named fin", "mean fine?"]),
        (["dam.yaml", "--without", "dan"], ["named dan", "mean dam?"]),
        (["dam.yaml", "--coalition", "upper,lowre"], ["named lowre", "mean lower?"]),
        (["dam.yaml", "--coalition", "upper"], ["at least two"]),
        (["dam.yaml", "--concept", "SQE"], ["SQE", "SSEQ"]), (["dam.yaml", "--kep", "peace"], ["--keep"]),
        (["dam.yaml", "--json", "--dot"], ["--json", "--dot"]),
        (["dam.yaml", "--limit", "-1"], ["0 or more"]),
        (["dam.yaml", "--as", "public"], ["--as"]), (["dam.yaml", "--sheet", "upper=x"], ["--sheet"]),
        (["dam.yaml", "dam.yaml"], []), ([], []),
    ]

    @Test(arguments: refusals.indices) func wrongCommandsAreRefused(_ index: Int) throws {
        let (words, hints) = Self.refusals[index]
        let outcome = try run(words)
        outcome.expectRefusal(2, saying: hints)
        #expect(outcome.errors.contains("error: "))
    }

    @Test func wrongFilesAreToldWithTheirPlaces() throws {
        let wrong = Self.alone.replacing("decision-makers:", with: "decision-maker:")
        let named = Self.alone.replacing("status-quo: peace", with: "status-quo: pease")
        let statement = Self.alone.replacing("[fine iff dam]", with: "[fine iff dan]")
        let cases: [([String: String], String, [String])] = [
            ([:], "dam.yaml", []), (["dam.yaml": "{"], "dam.yaml", []),
            (["dam.json": "{\"dms\": 1}"], "dam.json", []),
            (["dam.yaml": wrong], "dam.yaml", ["`decision-makers`"]),
            (["dam.yaml": named], "dam.yaml", ["peace"]),
            (["dam.yaml": statement], "dam.yaml", ["dam"]),
        ]
        for (files, file, hints) in cases {
            let outcome = try run([file], files)
            outcome.expectDiagnostics()
            for hint in hints { #expect(outcome.errors.contains(hint), "\(outcome.errors)") }
        }
    }

    @Test func aDossierWithoutAModelSaysWhatToDo() throws {
        for form in [[], ["--json"], ["--dot"]] {
            try run(["."] + form, HandWorked.files).expectRefusal(
                1, saying: ["stability.yaml", "dossier.yaml"])
        }
    }

    /// A dossier's model: names come from the dossier, preferences from the sheets, and a sheet may be chosen.
    @Test func aDossiersModelTakesItsPreferencesFromSheets() throws {
        let model = """
            decision-makers:
              - {party: north, options: [fire]}
              - {party: south, options: [fire-back]}
            states: [{id: quiet, pattern: NN}]
            status-quo: quiet
            """
        func sheet(_ party: String, _ states: String) -> String {
            "party: \(party)\nbasis: estimate\nstates: {\(states)}\n"
        }
        let files = HandWorked.files([
            "stability.yaml": model,
            "sheets/north-states.yaml": sheet("north", "statements: [not fire-back, fire]"),
            "sheets/north-calm.yaml": sheet("north", "statements: [not fire-back, not fire]"),
            "sheets/south-states.yaml": sheet("south", "statements: [fire-back iff fire]"),
        ])
        try run(["."], files).expectRefusal(1, saying: ["north-states", "north-calm", "--sheet"])
        let fierce = try run([".", "--json", "--sheet", "north=north-states"], files).json
        #expect(fierce["decisionMakers"].items.map { $0["sheet"] } == ["north-states", "south-states"])
        #expect(fierce["decisionMakers"].items.map { $0["basis"] } == ["estimate", "estimate"])
        #expect(fierce["equilibria"]["Nash"] == ["YY"] && fierce["equilibria"]["SEQ"].items.contains("quiet"))
        let calm = try run(["stability.yaml", "--json", "--sheet", "north=north-calm"], files).json
        #expect(calm["equilibria"]["Nash"].items.contains("quiet"))
        try run([".", "--sheet", "north=south-states"], files).expectRefusal(2, saying: ["South"])
        try run([".", "--sheet", "north=north-clam"], files).expectRefusal(2, saying: ["mean north-calm?"])
        try run([".", "--state", "quite", "--sheet", "north=north-calm"], files).expectRefusal(
            2, saying: ["mean quiet?"])
        // Packages are chosen from the sheets that speak of issues.
        try Scratch.with { folder in
            try folder.write(files)
            let packages = try Program.run(["packages", ".", "--json"], in: folder)
            #expect(packages.status == 0, "\(packages.errors)")
            #expect(try packages.json["acceptable"] == PackagesContractTests.count("8"))
        }
    }
}
