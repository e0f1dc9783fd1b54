import Interchange
import Negotiation
import Testing

/// No input crashes, hangs or exhausts memory; each is refused with a place and a reason.
@Suite struct HostileInputTests {
    private func lines(of text: String) throws -> [String] { try refusal(["dossier.yaml": text]) }
    private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[[", "{? ", "- - ", "!!x [", "\"a\": ["])
    func refusesDeepNesting(opening: String) throws {
        #expect(try lines(of: times(1_000_000, opening)).count == 1)
        #expect(try lines(of: times(900, opening)).count == 1)
        #expect(try lines(of: "a: " + times(100, "[") + times(100, "]")).count == 1)
    }

    @Test func refusesDeepBlocks() throws {
        let block = (0..<2_000).map { times($0, " ") + "a:" }.joined(separator: "\n")
        #expect(try lines(of: block).count == 1)
        let shallow = (0..<70).map { times($0, " ") + "a:" }.joined(separator: "\n") + " x"
        #expect(
            try lines(of: shallow) == [
                "dossier.yaml:65:65: error: lists and mappings stand too deep inside each other; expected at most 64 levels"
            ])
    }

    @Test func refusesAliases() throws {
        var bomb = "a: &a [x, x]\n"
        for level in 1..<40 { bomb += "b\(level): &b\(level) [*\(level == 1 ? "a" : "b\(level - 1)"), *a]\n" }
        #expect(try lines(of: bomb)[0].contains("alias"))
        #expect(try lines(of: "? &a [x]\n: *a\n")[0].contains("alias"))
        #expect(try lines(of: "x: &a {k: v}\ny:\n  <<: *a\n")[0].contains("alias"))
        #expect(try lines(of: "a: &only x\n")[0].contains("anchor"))
        #expect(try lines(of: "a: *nothing\n").count == 1)
    }

    @Test func refusesBytesThatAreNotText() throws {
        let good = Array("parley: 1\ntitle: \"".utf8)
        #expect(
            try refusal(["dossier.yaml": good + [0xFF, 0x22]]) == [
                "dossier.yaml:2:9: error: byte 18 of the file is not UTF-8; expected a text in UTF-8"
            ])
        #expect(try refusal(["dossier.yaml": [0xFF, 0xFE, 0x61, 0x00]])[0].contains("UTF-16"))
        #expect(try refusal(["dossier.yaml": good + [0, 0x22]])[0].contains("zero byte"))
        #expect(try refusal(["dossier.yaml": good + [7, 0x22]])[0].contains("<U+0007>"))
        #expect(try refusal(["dossier.yaml": [UInt8]()])[0].contains("empty"))
        #expect(try refusal(["dossier.yaml": [0xC0, 0x80]])[0].contains("UTF-8"))
        #expect(try refusal(["dossier.yaml": [0xED, 0xA0, 0x80]])[0].contains("UTF-8"))
        #expect(try lines(of: "\n\n# only a comment\n")[0].contains("empty"))
        #expect(try lines(of: "just a text")[0].contains("mapping"))
        #expect(try lines(of: "%YAML 1.2\n---\na: b\n")[0].contains("directive"))
        #expect(try lines(of: "a: b\n---\na: b\n").count == 1)
    }

    @Test func readsMarksAndLineEndsOfOtherSystems() throws {
        let text = ReaderTests.small.replacing("\n", with: "\r\n")
        let read = try DossierReader().read(files: ["dossier.yaml": [0xEF, 0xBB, 0xBF] + Array(text.utf8)])
        #expect(read.dossier == (try reading(["dossier.yaml": ReaderTests.small])).dossier)
    }

    @Test(arguments: ["\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{AD}", "\u{9F}"])
    func refusesInvisibleCharactersInNames(character: String) throws {
        let text =
            "parley: 1\nparties: [{id: a, name: \"A\(character)b\"}]\nissues: [{id: i, options: [x]}]\n"
        let lines = try lines(of: text)
        #expect(lines.count == 1)
        #expect(!lines[0].contains(character))
    }

    @Test func refusesWrongNumbers() throws {
        let numbers = [".nan", "NaN", ".inf", "-inf", "1e400", "1/0", "0x10", "1_000", "1,5", "٣", "1e-400"]
        for number in numbers + [times(500, "9")] {
            let sheet = "party: north\nbasis: estimate\nat-most: \"\(number)\"\n"
            let lines = try refusal(["dossier.yaml": ReaderTests.small, "sheets/s.yaml": sheet])
            #expect(
                lines.count == 1 && lines[0].hasPrefix("sheets/s.yaml:3:10: error: "), "\(number): \(lines)")
        }
    }

    @Test(arguments: [
        ("out-of: -5", "4:9"), ("out-of: {line: 0}", "4:16"), ("weights: {line: -1}", "4:17"),
        ("weights: {line: [5, 2]}", "4:17"), ("weights: {levels: {line: impossible}}", "4:26"),
        ("weights: {line: [1, 2, 3]}", "4:17"), ("weights: {order: [line, [line, scope]]}", "4:19"),
        ("values: {line: {zon: 1}}", "4:17"), ("values: {lin: {zone: 1}}", "4:10"),
        ("values: {line: {order: [zone], zone: 1}}", "4:32"),
        ("red-lines: [{choose: {}, firmness: stated}]", "4:22"),
        ("interactions: [{when: {line: []}, add: 1}]", "4:30"),
        ("source: nowhere", "4:9"), ("seen-by: nobody", "4:10"), ("seen-by: {floated: west}", "4:20"),
        ("dated: 2025-13", "4:8"), ("basis2: x", "4:1"), ("text:", "4:1"), ("text: [a]", "4:7"),
        ("text: {english: a}", "4:8"),
    ])
    func refusesWrongSheets(line: String, place: String) throws {
        let sheet = "# a sheet\nparty: north\nbasis: estimate\n\(line)\n"
        let lines = try refusal(["dossier.yaml": ReaderTests.small, "sheets/s.yaml": sheet])
        #expect(lines.count == 1, "\(lines)")
        #expect(lines[0].hasPrefix("sheets/s.yaml:\(place): error: "), "\(lines)")
    }

    @Test func refusesKeysThatStandTwice() throws {
        let lines = try lines(of: ReaderTests.small + "\ntitle: a\ntitle: b\n\"title\": c\n")
        let last = ReaderTests.small.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(
            lines
                == (1...3).map {
                    "dossier.yaml:\(last + $0):1: error: the key `title` stands twice in one mapping, "
                        + "first in line 2, column 1; expected each key once"
                })
    }

    /// Keys that stand twice, and what else is wrong, all at once and in every file.
    @Test func tellsEveryKeyThatStandsTwice() throws {
        let dossier = """
            {"parley": 1, "parties": [{"id": "north", "id": "south", "x": 1}],
             "issues": [{"id": "line", "options": ["é"], "options": ["zone"]}]}
            """
        let sheet =
            "party: north\nbasis: estimate\nvalues: {line: {zone: 1, zone: 2}}\nvalues: {line: {zone: 3}}\n"
        let lines = try refusal(["dossier.json": dossier, "sheets/s.yaml": sheet])
        #expect(
            lines.map {
                $0.split(separator: ";")[0].replacing(" stands twice in one mapping, first in", with: "")
            }
                == [
                    "dossier.json:1:43: error: the key `id` line 1, column 28",
                    "dossier.json:1:58: error: a party has no key `x`",
                    "dossier.json:2:46: error: the key `options` line 2, column 28",
                    "sheets/s.yaml:3:26: error: the key `zone` line 3, column 17",
                    "sheets/s.yaml:4:1: error: the key `values` line 3, column 1",
                ], "\(lines)")
    }

    @Test func refusesMuchStructureInManyFiles() throws {
        var limits = ReadingLimits()
        limits.dossierStructure = 1_000
        let sheet = "party: north\nbasis: estimate\nvalues: {line: [" + times(300, "a, ") + "]}\n"
        let files = ["dossier.yaml": ReaderTests.small]
            .merging((1...4).map { ("sheets/s\($0).yaml", sheet) }) { first, _ in first }
        let lines = try refusal(files, limits: limits)
        #expect(
            lines.count == 1 && lines[0].contains("sheets/s3.yaml:1:1: error: with this file"), "\(lines)")
    }

    @Test func stopsListingAfterManyErrors() throws {
        let text =
            ReaderTests.small + "\npositions:\n" + times(5_000, "  - {of: x, issue: y, option: z, k: 1}\n")
        let lines = try lines(of: text)
        #expect(lines.count == ReadingLimits().diagnostics + 1)
        #expect(lines.last?.contains("more errors") == true)
    }

    /// Wrong names cost a bounded search each, however many there are.
    @Test func readsManyWrongNamesInTime() throws {
        let issues = (0..<2_000).map {
            "  - {id: a-rather-long-name-of-an-issue-number-\($0), options: [a]}\n"
        }.joined()
        let dossier = "parley: 1\nparties: [{id: north}]\nissues:\n" + issues
        let values = (0..<9_000).map { "  a-rather-long-name-of-another-thing-\($0): {a: 1}\n" }.joined()
        let sheet = "party: north\nbasis: estimate\nvalues:\n" + values
        let clock = ContinuousClock()
        let time = try clock.measure {
            let lines = try refusal(["dossier.yaml": dossier, "sheets/s.yaml": sheet])
            #expect(lines.count == ReadingLimits().diagnostics + 1)
        }
        #expect(time < .seconds(10))
    }

    /// Each reading of clauses is held against all commitments, in rings and chains too.
    @Test func readsManyReadingsInTime() throws {
        let commitments = (0..<4_000).map { place in
            "          - {id: c\(place), who: a, what: x, after: [c\((place + 1) % 4_000), c\((place + 7) % 4_000)]"
                + "\(place % 100 == 0 ? ", fulfils: m" : "")}\n"
        }.joined()
        let readings = (0..<24).map { place in
            "    - {id: r\(place), title: R, commitments: [{id: c\(place * 160), who: a, what: y, after: c\(place + 1)}]}\n"
        }.joined()
        let text = """
            parley: 1
            parties: [{id: a}]
            minimums: [{id: m, kind: mandate, text: M}]
            issues:
              - id: i
                options:
                  - id: x
                    commitments:
            \(commitments)timetable:
              readings:
            \(readings)
            """
        let clock = ContinuousClock()
        let time = try clock.measure {
            let dossier = try reading(["dossier.yaml": text]).dossier
            #expect(dossier.timetable.readings.count == 24)
            let rings = dossier.findings().count {
                if case .commitmentsWait = $0.reason { true } else { false }
            }
            #expect(rings == 1)
        }
        #expect(time < .seconds(60), "\(time)")
    }

    @Test func refusesWhatIsTooLarge() throws {
        var limits = ReadingLimits()
        limits.fileBytes = 100
        let line = try refusal(["dossier.yaml": ReaderTests.small], limits: limits)
        #expect(line[0].contains("at most 100"))
        #expect(try lines(of: times(600_000, "a, "))[0].contains("structure") == false)
        #expect(try lines(of: "[" + times(1_100_000, "a,") + "]")[0].contains("signs of structure"))
        let names = (0..<2_001).map { "  - {id: i\($0), options: [a]}\n" }.joined()
        #expect(try lines(of: "parley: 1\nparties: [{id: a}]\nissues:\n" + names)[0].contains("at most 2000"))
        let long =
            "parley: 1\ntitle: \(times(1_001, "x"))\nparties: [{id: a}]\nissues: [{id: i, options: [a]}]\n"
        #expect(try lines(of: long)[0].contains("1001 characters"))
    }
}
