import Foundation
import Testing

/// `parley packages --json` on a dossier worked out by hand: every field by value.
@Suite struct PackagesContractTests {
    static func report(_ arguments: String..., files: [String: String] = HandWorked.files) throws -> Value {
        try Scratch.with { folder in
            try folder.write(files)
            let run = try Program.run(["packages", ".", "--json"] + arguments, in: folder)
            run.expectCivil()
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
            return try run.json
        }
    }

    /// Both packages of a point: they differ in the seat alone.
    static func both(_ line: String, _ aid: String, _ watch: String) -> Value {
        .list(
            ["capital", "village"].map { seat in
                ["line": .text(line), "aid": .text(aid), "watch": .text(watch), "seat": .text(seat)]
            })
    }

    static let capped: Value = [
        "utilities": ["north": 77, "south": .number(170.0 / 7)], "exact": ["south": "170/7"], "count": "2",
        "packages": both("withdrawal", "corridors", "joint"),
    ]
    static let unwatched: Value = [
        "utilities": ["north": 75, "south": .number(200.0 / 7)], "exact": ["south": "200/7"], "count": "2",
        "packages": both("withdrawal", "corridors", "none"),
    ]
    static let zone: Value = [
        "utilities": ["north": 50, "south": .number(345.0 / 7)], "exact": ["south": "345/7"], "count": "2",
        "packages": both("zone", "corridors", "joint"),
    ]

    static func count(_ text: String) -> Value { ["count": .text(text), "exact": true] }

    @Test func everyFieldHasItsValue() throws {
        let json = try Self.report()
        #expect(json["parley"] == 1)
        #expect(json["negotiators"] == ["north", "south"])
        #expect(json["ideal"] == "acceptable")
        #expect(json["packages"] == Self.count("24"))
        #expect(json["feasible"] == Self.count("20"))
        #expect(json["acceptable"] == Self.count("8"))
        #expect(json["acceptableTo"] == ["north": Self.count("12"), "south": Self.count("16")])
        #expect(
            json["frontier"] == [
                "points": 3, "packages": Self.count("6"), "exact": true,
                "list": [Self.capped, Self.unwatched, Self.zone],
            ])
        #expect(json["obstacle"] == .null)
    }

    /// Products of gains 52 · 30/7, 50 · 60/7, 25 · 205/7; sums of utilities 709/7, 725/7, 695/7.
    @Test func referencesAreThoseWorkedByHand() throws {
        let references = try Self.report()["references"]
        #expect(references.keys == ["nash", "egalitarian", "kalai-smorodinsky", "utilitarian"])
        for kind in references.keys { #expect(references[kind]["exact"] == true) }
        #expect(references["nash"]["points"] == [Self.zone])
        #expect(
            references["nash"]["sets"]
                == [["gaining": ["north", "south"], "points": [Self.zone], "exact": true]])
        #expect(references["egalitarian"]["points"] == [Self.zone])
        #expect(references["utilitarian"]["points"] == [Self.unwatched])
        // Shares of the best gain: 1 and 30/205, 50/52 and 60/205, 25/52 and 1.
        #expect(references["kalai-smorodinsky"]["points"] == [Self.zone])
        #expect(references["kalai-smorodinsky"]["leftOut"] == [])
        let ideals = references["kalai-smorodinsky"]["ideals"]
        #expect(ideals == ["north": 77, "south": .number(345.0 / 7)])
    }

    @Test func idealsOverAllFeasiblePackages() throws {
        let json = try Self.report("--ideal", "all")
        #expect(json["ideal"] == "all")
        let reference = json["references"]["kalai-smorodinsky"]
        // South's best is the line that stays with aid and no monitoring: 50 + 20 + 60/7.
        #expect(reference["ideals"] == ["north": 77, "south": .number(550.0 / 7)])
        #expect(reference["points"] == [Self.zone])
    }

    @Test func sheetsSayWhatWasAssumed() throws {
        let sheets = try Self.report()["sheets"]
        #expect(sheets["north"]["sheet"] == "north-team" && sheets["south"]["sheet"] == "south-team")
        #expect(sheets["north"]["basis"] == "estimate" && sheets["north"]["central"] == true)
        #expect(sheets["north"]["withoutAgreement"] == 25 && sheets["south"]["withoutAgreement"] == 20)
        #expect(sheets["north"]["withoutAgreementAssumed"] == false)
        #expect(sheets["north"]["leastFeasible"] == 0 && sheets["north"]["greatestFeasible"] == 77)
        let kinds = { (party: String) in
            Set(sheets[party]["assumptions"].items.compactMap { $0["kind"].string })
        }
        #expect(
            kinds("north") == [
                "missing-weight", "weight-within-range", "values-from-order",
                "without-agreement-within-range",
            ])
        #expect(
            kinds("south") == ["missing-weight", "values-from-levels", "without-agreement-within-range"])
    }

    @Test(arguments: [(0, 0), (0, 5), (1, 0), (1, 1), (2, 1), (3, 2)])
    func limitsCutListsAndNotCounts(points: Int, packages: Int) throws {
        let whole = try Self.report()
        let json = try Self.report("--frontier-limit", "\(points)", "--package-limit", "\(packages)")
        #expect(json["frontier"]["points"] == 3)
        #expect(json["frontier"]["packages"] == Self.count("6"))
        let list = json["frontier"]["list"].items
        #expect(list.count == points)
        let nash = json["references"]["nash"]["points"].items
        #expect(nash.count == 1)
        for (cut, full) in zip(list + nash, whole["frontier"]["list"].items.prefix(points) + [Self.zone]) {
            #expect(cut["utilities"] == full["utilities"] && cut["count"] == "2")
            #expect(cut["packages"].items == Array(full["packages"].items.prefix(packages)))
        }
    }

    /// 30 options of equal worth to both: one point, thirty packages; and 30 points on a line.
    @Test func listsShowTwentyUnlessAsked() throws {
        let options = (0..<30).map { "o\($0)" }
        let level =
            "values: {line: {" + options.map { "\($0): 4" }.joined(separator: ", ") + "}}\n"
            + "without-agreement: {worth: 1}\n"
        let ties = try Self.report(files: HandWorked.oneIssue(north: level, south: level, options: options))
        #expect(ties["frontier"]["points"] == 1)
        #expect(ties["frontier"]["list"].items.first?["count"] == "30")
        #expect(ties["frontier"]["list"].items.first?["packages"].items.count == 20)
        for kind in ["nash", "egalitarian", "kalai-smorodinsky", "utilitarian"] {
            #expect(ties["references"][kind]["points"].items.first?["count"] == "30", "\(kind)")
        }

        let order = "values: {line: {order: [" + options.joined(separator: ", ") + "]}}\n"
        let reverse = "values: {line: {order: [" + options.reversed().joined(separator: ", ") + "]}}\n"
        let line = try Self.report(files: HandWorked.oneIssue(north: order, south: reverse, options: options))
        #expect(line["frontier"]["points"] == 30 && line["frontier"]["packages"] == Self.count("30"))
        #expect(line["frontier"]["list"].items.count == 20)
        // All are level by the sum; the two in the middle by the product and by the least.
        #expect(line["references"]["utilitarian"]["points"].items.count == 30)
        #expect(line["references"]["nash"]["points"].items.count == 2)
        #expect(line["references"]["egalitarian"]["points"].items.count == 2)
    }

    @Test func theFirstFieldIsTheVersion() throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files)
            let verbs = [
                ["packages", "."], ["check", "."], ["explain", ".", "today"],
                ["compare", ".", "draft", "half"],
            ]
            for verb in verbs {
                let run = try Program.run(verb + ["--json"], in: folder)
                run.expectCivil()
                #expect(run.status == 0, "\(verb): \(run.errors)")
                let head = run.output.filter { !$0.isWhitespace }
                #expect(head.hasPrefix("{\"parley\":1,"), "\(verb)")
                #expect(run.output.hasSuffix("\n"), "\(verb)")
            }
        }
    }

    @Test func anotherSheetGivesAnotherAnswer() throws {
        let json = try Self.report("--sheet", "south=south-other")
        #expect(json["sheets"]["south"]["basis"] == "declared")
        // The zone alone is worth more to South than no agreement, and is watched.
        #expect(json["acceptable"] == Self.count("4"))
        let alone = try Self.report("--without", "south")
        #expect(alone["negotiators"] == ["north"] && alone["without"] == ["south"])
        #expect(alone["acceptable"] == Self.count("12"))
        #expect(alone["frontier"]["list"].items.map { $0["utilities"] } == [["north": 77]])
    }

    @Test func aFrontierIsATableToo() throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files)
            let run = try Program.run(["packages", ".", "--csv"], in: folder)
            #expect(run.status == 0)
            #expect(
                run.output.split(separator: "\r\n") == [
                    "utility:north,utility:south,packages,line,aid,watch,seat",
                    "77,170/7,2,withdrawal,corridors,joint,capital",
                    "75,200/7,2,withdrawal,corridors,none,capital",
                    "50,345/7,2,zone,corridors,joint,capital",
                ])
        }
    }

    /// Floats would have lost it: the utilities are 1/3 + 1/7 and more digits than a double holds.
    @Test func utilitiesAreWrittenAtFullPrecision() throws {
        let json = try Self.report(
            files: HandWorked.oneIssue(
                north: "values: {line: {a: 10/21, b: 0}}\n",
                south: "values: {line: {a: 0.1234567890123456789, b: 0.1}}\n", options: ["a", "b"]))
        let point = try #require(json["frontier"]["list"].items.first)
        #expect(point["utilities"]["north"] == .number(10.0 / 21))
        #expect(point["exact"]["north"] == "10/21")
        #expect(point["exact"]["south"] == "1234567890123456789/10000000000000000000")
    }

    /// The same references and counts, and no frontier.
    @Test func yardsticksStandWithoutTheFrontier() throws {
        let whole = try Self.report()
        let json = try Self.report("--no-frontier")
        #expect(whole.keys.contains("frontier") && !json.keys.contains("frontier"))
        for key in json.keys.subtracting(["worthTesting"]) { #expect(json[key] == whole[key], "\(key)") }
        #expect(json["worthTesting"]["exact"] == true && !json["worthTesting"]["list"].items.isEmpty)
        #expect(try Self.report("--frontier") == whole)
    }

    /// North twice: products 52² · 30/7, 50² · 60/7, 25² · 205/7; twice over, by 0.1 and by 0.05.
    @Test(arguments: [["north=2"], ["north=0.1", "south=1/20"]])
    func weightsAreThoseAskedFor(weights: [String]) throws {
        let words = weights.flatMap { ["--nash-weight", $0] }
        for more in [[], ["--no-frontier"]] {
            try Scratch.with { folder in
                try folder.write(HandWorked.files)
                let run = try Program.run(["packages", ".", "--json"] + words + more, in: folder)
                run.expectCivil()
                #expect(run.status == 0, "\(run.errors)")
                let references = try run.json["references"]
                #expect(references["nash"]["points"] == [Self.zone])
                let weighted = references["weighted-nash"]
                #expect(weighted["points"] == [Self.unwatched])
                #expect(weighted["exact"] == true && weighted["found"] == .null)
                #expect(weighted["sets"].items.map { $0["gaining"] } == [["north", "south"]])
                #expect(
                    weighted["weights"]
                        == (weights.count == 1
                            ? ["north": 2, "south": 1] : ["north": .number(0.1), "south": .number(0.05)]))
            }
        }
    }

    /// What people read says that the weights were asked for, and of whom.
    @Test func weightsAreToldInWords() throws {
        try Scratch.with { folder in
            try folder.write(HandWorked.files)
            let run = try Program.run(["packages", ".", "--nash-weight", "north=1/3"], in: folder)
            run.expectCivil()
            #expect(run.status == 0)
            let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(text.contains("Nash, weighted"))
            #expect(text.contains("given with the command: North 0.33 (1/3) and South 1."), "\(text)")
            let usual = try Program.run(["packages", "."], in: folder)
            #expect(!usual.output.contains("weighted"))
            let brief = try Program.run(["brief", ".", "-o", "b.md", "--nash-weight", "north=2"], in: folder)
            brief.expectRefusal(2)
        }
    }

    /// Sixty issues and four negotiators: counts and yardsticks at once, without a list of millions.
    @Test func sixtyIssuesHaveTheirYardsticks() throws {
        try Scratch.with { folder in
            try folder.write(Sixty.files)
            let run = try Program.run(
                ["packages", ".", "--json", "--no-frontier"], in: folder, seconds: 300)
            run.expectCivil()
            #expect(run.status == 0 || run.status == 3, "\(run.errors)")
            let json = try run.json
            let kinds = json["references"].keys
            #expect(kinds.count == 4)
            for kind in kinds {
                let reference = json["references"][kind]
                #expect(!reference["points"].items.isEmpty, "\(kind)")
                if reference["exact"] != true { #expect(reference["bound"] != .null, "\(kind)") }
            }
            let areExact =
                kinds.allSatisfy { json["references"][$0]["exact"] == true }
                && ["packages", "feasible", "acceptable"].allSatisfy { json[$0]["exact"] == true }
                && json["acceptableTo"].keys.allSatisfy { json["acceptableTo"][$0]["exact"] == true }
            #expect((run.status == 0) == areExact)
        }
    }
}
