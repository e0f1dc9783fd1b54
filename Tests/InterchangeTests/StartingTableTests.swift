import Interchange
import Testing

struct StartingTableTests {
    private func read(_ text: String) throws(ImportFailure) -> StartingTable {
        try StartingTable.read(Array(text.utf8), file: "t")
    }

    private func error(_ text: String) -> ImportError? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error.errors.first
        }
    }

    @Test func briefsWithLooseTablesAddUp() throws {
        let table = try read(
            """
            Some words about a meeting, with no table.
            Factor | Implications |
            ---|---|
            Trade sanctions | Review of the present lists. |
            Region | More talks. |
            More words.
            Area of Negotiation | Potential Compromise |
            ---|---|
            Trade Sanctions | Phase-out by dates |
            Key Topics | Proposed Actions |
            Column | Other |
            """)
        #expect(table.issues.map(\.title) == ["Trade sanctions", "Region", "Key Topics", "Column"])
        #expect(table.issues[0].options == ["Review of the present lists", "Phase-out by dates"])
        #expect(table.notes.contains { $0.kind == .sameIssue("Trade sanctions") && $0.line == 9 })
        #expect(table.notes.contains { $0.kind == .todayAdded(issue: "Region") && $0.line == 5 })
    }

    @Test func noRowIsLostUnseen() throws {
        let apart = try read("Issue | Today | Options\n\nRoad | Shut | Open\n\nMill | Ours | Yours; Shared\n")
        #expect(apart.issues.map(\.title) == ["Road", "Mill"])
        let last = try read("Issue | Today | Options\nRoad | Shut | Open\nMill | Ours | Yours\nTolls\n")
        #expect(last.issues.map(\.title) == ["Road", "Mill"])
        #expect(last.notes.contains { $0.line == 4 && $0.kind == .lineLeftOut("Tolls") })
        let middle = error("Issue | Today | Options\nRoad | Shut | Open\nWater\nMill | Ours | Yours\n")
        #expect(
            middle?.description == "t:3:1: error: this line stands in a table and has no |; "
                + "put | between its cells, or remove it if it is no row")
        let tables = try read("Issue | Options\nRoad | Open\n\nIssue | Options\nMill | Yours\n")
        #expect(tables.issues.map(\.title) == ["Road", "Mill"])
    }

    @Test func markdownCellsHoldSeveralOptions() throws {
        let table = try read(
            """
            | Issue | Options | Now | Notes |
            | :--- | ---: | --- | --- |
            | **Line** | 1. Freeze 2. Zone \\| belt<br/>- Withdrawal | Contested | near the river |
            | Line | freeze; Corridor | | |
            | Aid | Status quo; One desk | |
            """)
        #expect(table.issues[0].options == ["Contested", "Freeze", "Zone | belt", "Withdrawal", "Corridor"])
        #expect(table.issues[0].today == "Contested" && table.issues[0].text == "near the river")
        #expect(table.issues[1].today == "Status quo")
        #expect(table.notes.contains { $0.kind == .sameOption(issue: "Line", option: "freeze") })
    }

    @Test(arguments: [",", ";", "\t"])
    func separatedValues(separator: String) throws {
        let rows = [
            ["Topic", "Option A", "Option B"],
            ["\"Aid, \"\"how\"\"\"", "\"Corridors\nOne desk\"", "Passage"], ["Line", "Zone", ""],
        ]
        let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
        let table = try read(text)
        #expect(table.issues.map(\.title) == ["Aid, \"how\"", "Line"])
        #expect(table.issues[0].options == ["Corridors", "One desk", "Passage"])
    }

    /// A sign that may mean two things is asked about, and nothing is left out without a word.
    @Test func nothingIsLostOrMisread() throws {
        let comma = error("Issue;Today;Options\nWater;None;By day, By hour")
        #expect(comma?.line == 2 && comma?.column == 12 && comma?.remedy.contains("quotation marks") ?? false)
        let one = try read("Issue;Today;Options\nWater;None;\"By day, by hour\"")
        #expect(one.issues[0].options == ["None", "By day, by hour"])
        let two = try read("Issue;Today;Options\nWater;None;\"By day; By hour\"")
        #expect(two.issues[0].options == ["None", "By day", "By hour"])
        let kept = try read("Issue | Options\nWater | By day, then by hour; Never")
        #expect(kept.notes.contains { $0.kind == .commaKept("By day, then by hour") && $0.line == 2 })
        #expect(kept.issues[0].options.count == 2)

        for (text, column) in [
            ("Issue;Today;Options\nWater;None;By day; By hour", 20),
            ("Issue,Options\nWater,By day,By hour", 14), ("Issue | Options\nWater | By day | By hour", 18),
        ] {
            let extra = error(text)
            #expect(extra?.line == 2 && extra?.column == column, "\(text)")
            #expect(extra?.what.contains("more cells") ?? false)
        }
        #expect(try read("Issue,Options\nWater,By day,,\n").issues[0].options == ["By day"])
        let left = try read("Issue,Priority,Options\nWater,3,By day")
        #expect(left.notes.contains { $0.kind == .columnsLeftOut(["Priority"]) })

        for text in [
            "Issue | Today | Options\nAid | Some | One\nWater | None | ", "Issue,Options\nAid,x\n\nWater,",
        ] {
            let empty = error(text)
            #expect(
                (empty?.line ?? 0) > 2 && empty?.what.contains("`Water` has no option") ?? false, "\(text)")
        }
    }

    @Test func headingsAreKnownByManyWords() throws {
        let table = try read("Topic | Status quo | Alternatives\nWater | None | By day; By hour")
        #expect(table.issues[0].today == "None" && table.issues[0].options.count == 3)
        // A short word counts only as a whole: what is known is not what is now.
        let known = try read("Known options | Issue\nBy day; By hour | Water")
        #expect(known.issues[0].options == ["By day", "By hour"] && known.issues[0].today == nil)
        for text in ["Issue | Today | Options", "Issue | Today | Options\n---|---|---\n", "Issue;Options\n"] {
            #expect(error(text)?.what.contains("no row below") ?? false, "\(text)")
        }
    }

    @Test func errorsHavePlaces() {
        #expect(error("issue,option\nA,\"x")?.line == 2)
        #expect(error("issue,option\nA,\"x")?.column == 3)
        let noIssue = error("issue | option\nA | x\n | y |\n")
        #expect(noIssue?.line == 3 && noIssue?.what.contains("names no issue") ?? false)
        #expect(error("a | b\n1 | 2")?.what.contains("no heading") ?? false)
        #expect(error("issue,option\n")?.what.contains("no row") ?? false)
        #expect(error("issue,option\nA,x\u{202E}y")?.column == 3)
        #expect(error("issue,option\nA,\u{1}")?.line == 2)
        #expect(error("") != nil && error("\n \n") != nil && error("...") != nil)
        #expect(error("issue,option\nA,\(String(repeating: "x", count: 2_000))") != nil)
        let many = (0...500).map { "o\($0)" }.joined(separator: ";")
        #expect(error("issue | option\nA | \(many)")?.what.contains("500 options") ?? false)
        #expect(throws: ImportFailure.self) { try StartingTable.read([0xFF, 0x2C], file: "t") }
    }

    @Test func largeOddTablesEndInTime() {
        let clock = ContinuousClock()
        let time = clock.measure {
            let quotes = "Issue,Options\na" + String(repeating: "\"", count: 400_000) + ",b\n"
            #expect(error(quotes) != nil)
            let rows = "Issue,Options,Notes\n" + String(repeating: "line,zone,a remark\n", count: 40_000)
            #expect(error(rows)?.what == "the remark cannot be read")
        }
        #expect(time < .seconds(30))
    }

    @Test func anyBytesAreReadOrRefused() {
        var state: UInt64 = 7
        let alphabet = Array("issue option|;,\"\t\n-\\ <br>1.é".utf8)
        for _ in 0..<500 {
            var bytes = Array("issue|option\n".utf8)
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            _ = try? StartingTable.read(bytes, file: "t")
        }
    }
}
