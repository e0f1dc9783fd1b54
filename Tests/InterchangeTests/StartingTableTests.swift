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
