import Foundation
import TestSupport
import Testing

/// `parley roadmap`: published networks, results on standard output, refusals with their status and the nearest right name.
@Suite struct RoadmapContractTests {
    static let networks: [String] = {
        let folder = (ReferenceCases.folder ?? "") + "/roadmap/networks"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix("random") }.sorted()
    }()

    @Test(.enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"), arguments: networks)
    func publishedNetworksGiveTheKnownAnswers(_ name: String) throws {
        let folder = URL(filePath: try #require(ReferenceCases.folder)).appending(path: "roadmap/networks")
        let known = try Value(json: String(contentsOf: folder.appending(path: name), encoding: .utf8))
        let run = try Program.run(["roadmap", name, "--json"], in: folder)
        run.expectCivil(name)
        #expect(run.status == 0 && run.errors.isEmpty)
        let json = try run.json
        #expect(json["parley"] == 1 && json["kind"] == known["kind"])
        let answers = known["known"]
        if answers.keys.contains("dc") { #expect(json["dynamicInstantaneous"] == answers["dc"]) }
        if answers.keys.contains("consistent") { #expect(json["consistent"] == answers["consistent"]) }
        if answers.keys.contains("weak") { #expect(json["weak"] == answers["weak"]) }
        // A reaction that takes a moment can do no more than one that takes none.
        if json["dynamic"] == true { #expect(json["dynamicInstantaneous"] == true) }
        #expect(json.keys.contains("dynamic") == (known["kind"] != "STN"))
    }

    static let files = [
        "dossier.yaml": """
        parley: 1
        parties:
          - {id: north, name: North, roles: [negotiator], seen-by: public}
          - {id: south, name: South, roles: [negotiator], seen-by: public}
        issues:
          - id: line
            options:
              - none
              - id: zone
                seen-by: public
                commitments:
                  - {id: pull, who: south, what: Leave the zone, takes: [5d, 20d], deadline: 40d, seen-by: public}
                  - {id: secret, who: south, what: A secret step, after: [pull], deadline: 45d}
            seen-by: public
        packages: [{id: draft, choose: {line: zone}, seen-by: public}]
        """,
        "sheets/south.yaml": "party: south\nbasis: declared\ncommitments: {pull: {cost: 777}}\n",
    ]

    private func run(_ words: [String], _ changes: [String: String] = [:]) throws -> Program.Outcome {
        try Scratch.with { folder in
            try folder.write(Self.files.merging(changes) { $1 })
            return try Program.run(["roadmap", "."] + words, in: folder)
        }
    }

    @Test func aPackageIsToldForPeopleAndPrograms() throws {
        let text = try run([])
        #expect(text.status == 0 && text.errors.isEmpty)
        #expect(text.output.contains("The timetable of “draft” can be kept"))
        let json = try run(["--json"])
        let fields = try json.json
        #expect(json.status == 0 && fields["parley"] == 1)
        let csv = try run(["--csv"])
        #expect(csv.status == 0 && csv.output.split(whereSeparator: \.isNewline).count == 3)
        let calendar = try run(["--ics", "--start", "2026-01-05"])
        #expect(calendar.status == 0 && calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    }

    @Test func reactionIsAnInput() throws {
        for (words, kind, minutes) in [
            ("1d", "delay", 1440.0), ("0d", "instantaneous", 0), ("instantaneous", "instantaneous", 0),
            ("strict", "strict", 0),
        ] {
            let fields = try run(["--json", "--reaction", words]).json
            #expect(
                fields["reactionKind"] == .text(kind)
                    && fields["reaction"] == .number(minutes))
        }
    }

    @Test func choicesStandForAPackage() throws {
        let typed = try run(["--package", "line=zone"])
        #expect(typed.status == 0)
        let named = try run(["--package", "draft"]).output
        #expect(typed.output.replacing("“line=zone”", with: "“draft”") == named)
        let nothing = try run(["--package", "line=none"])
        #expect(nothing.status == 1 && nothing.errors.contains("no commitments"))
    }

    @Test func whatIsTriedIsTold() throws {
        let run = try run(["--what-if", "pull.deadline=3d"])
        #expect(run.status == 0)
        #expect(run.output.contains("contradicts itself") && run.output.contains("As it stands"))
    }

    @Test func wrongWordsAreRefusedWithTheRightOnes() throws {
        let wrong: [([String], [String])] = [
            (["--package", "drat"], ["mean draft?"]), (["--package", "line=zon"], ["mean zone?"]),
            (["--what-if", "pul.deadline=3d"], ["mean pull?"]),
            (["--what-if", "pull=3d"], ["commitment.deadline=45d"]),
            (["--start", "5 January"], ["2026-01-05"]),
            (["--reaction", "soon"], ["12h", "strict"]),
            (["--what-if", "pull.within=4d"], ["pull", "if-not"]),
            (["--json", "--csv"], ["one of"]),
            (["--ics"], ["--start"]),
            (["--reading", "north"], ["north"]), (["--sheet", "south=souht"], ["mean south?"]),
            (["--conflicts", "many"], ["whole number"]),
        ]
        for (words, needed) in wrong {
            let run = try run(words)
            run.expectCivil("\(words)")
            #expect(run.status == 2 && run.output.isEmpty, "\(words): \(run.errors)")
            for word in needed { #expect(run.errors.contains(word), "\(words): \(run.errors)") }
        }
    }

    @Test func dossiersWithoutWhatIsNeededAreWrong() throws {
        let none = try run(
            [],
            [
                "dossier.yaml":
                    "parley: 1\nparties: [{id: north}, {id: south}]\nissues: [{id: line, options: [here, there]}]\n",
                "sheets/south.yaml": "party: south\nbasis: declared\nweights: {line: 5}\n",
            ])
        #expect(none.status == 1 && none.errors.contains("no commitments"))
        try Scratch.with { folder in
            try folder.write([
                "network.json":
                    "{\"kind\": \"STN\", \"net\": {\"nodes\": [\"A\"], \"ordinary\": [[\"A\", \"B\", 1]]}}"
            ])
            let run = try Program.run(["roadmap", "network.json"], in: folder)
            run.expectCivil("a node that is not there")
            #expect(run.status == 1 && run.errors.contains("network.json"))
            let options = try Program.run(["roadmap", "network.json", "--package", "draft"], in: folder)
            #expect(options.status == 2)
        }
    }

    @Test(arguments: [[], ["--json"], ["--csv"], ["--ics", "--start", "2026-01-05"]])
    func whatAViewerMayNotSeeLeavesNoTrace(_ format: [String]) throws {
        // The other side sees neither the sheet nor the hidden step, whatever is asked.
        let whole = try run(["--as", "north"] + format)
        let bare = try run(
            ["--as", "north"] + format,
            [
                "dossier.yaml": Self.files["dossier.yaml"]!.split(separator: "\n").filter {
                    !$0.contains("secret")
                }
                .joined(separator: "\n"),
                "sheets/south.yaml": "party: south\nbasis: declared\nweights: {line: 5}\n",
            ])
        #expect(whole.status == 0 && whole.output == bare.output && whole.errors == bare.errors)
        #expect(!whole.output.contains("777") && !whole.output.contains("secret"))
        let own = try run(["--as", "south"])
        #expect(own.status == 0 && !own.output.contains("secret"))
    }
}
