import Briefing
import Testing

@Suite struct TextTests {
    @Test func widthsAreThoseOfATerminal() {
        #expect(displayWidth("abc") == 3)
        #expect(displayWidth("e\u{301}") == 1)
        #expect(displayWidth("和平") == 4)
        #expect(displayWidth("👍🏽") == 2)
        #expect(displayWidth("👩‍👩‍👧") == 2)
        #expect(displayWidth("●–“”") == 4)
        #expect(displayWidth("Україна") == 7)
        #expect(displayWidth("हिन्दी") <= 5)
    }

    @Test func columnsStandUnderEachOther() {
        let table = TextTable(
            [.init("Party"), .init("Gain", alignment: .end), .init("State")],
            rows: [["和平", "7", "é"], ["Arland", "-12.5", "ok"]])
        #expect(
            table.text() == """
                Party    Gain  State
                ──────  ─────  ─────
                和平        7  é
                Arland  -12.5  ok

                """)
    }

    @Test(arguments: [20, 32, 40, 80, 120])
    func linesKeepTheWidth(width: Int) {
        let style = TextStyle(width: width)
        let text = document(saying: "A long sentence with 和平 and verylongwordswithoutanyspaceinthem. ").text(
            style)
        for line in text.split(separator: "\n") { #expect(displayWidth(line) <= width, "\(line)") }
    }

    /// The widest column gives way, and no word is broken while there is room for whole ones.
    @Test func wordsStayWholeWhileThereIsRoom() {
        let table = TextTable(
            [.init("Sheet"), .init("Who says so")],
            rows: [["russia-illustration", "illustration: invented numbers"]])
        #expect(table.text(TextStyle(width: 36)).contains("russia-illustration"))
        let narrow = TextTable([.init("")], rows: [["water-release=daily"]]).lines(TextStyle(width: 20))
        #expect(narrow == ["water-release=daily"])
        #expect(lines("land=one-payment,aid=no", 20) == ["land=one-payment,", "aid=no"])
    }

    private func lines(_ text: String, _ width: Int) -> [String] {
        TextStyle(width: width).wrapped(text)
    }

    @Test func manyColumnsBecomeRecords() {
        let columns = (1...9).map { TextTable.Column("Column \($0)") }
        let table = TextTable(columns, rows: [(1...9).map { "value \($0)" }])
        #expect(table.text(TextStyle(width: 30)).hasPrefix("Column 1: value 1\nColumn 2: value 2\n"))
    }

    @Test func decorationOnlyWhereAsked() {
        let table = TextTable([.init("A")], rows: [["x\u{1B}[31m"]])
        #expect(!table.text().contains("\u{1B}"))
        #expect(table.text(TextStyle(isDecorated: true)).contains("\u{1B}[1mA\u{1B}[0m"))
        #expect(!table.text(TextStyle(isDecorated: true)).contains("\u{1B}[31m"))
    }

    @Test func raggedAndEmptyTables() {
        #expect(TextTable([]).text() == "")
        #expect(TextTable([.init("A"), .init("B")], rows: [["1"], ["1", "2", "3"]]).lines().count == 4)
        #expect(TextTable([.init(""), .init("")], rows: [["", ""]]).lines() == [""])
    }

    @Test func notesOfTables() {
        #expect(DataTable.mark(ofNote: 0) == "a")
        #expect(DataTable.mark(ofNote: 26) == "aa")
        #expect(ordinary.text().contains("▲ 8 (a)"))
        #expect(ordinary.text().contains("a) Central."))
    }
}
