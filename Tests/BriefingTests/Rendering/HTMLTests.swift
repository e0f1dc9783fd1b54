import Briefing
import Foundation
import FoundationXML
import Testing

/// Collects what an XML reader sees.
private final class Reader: NSObject, XMLParserDelegate {
    var elements: [String: Int] = [:]
    var identifiers: [String] = []
    var links: [String] = []
    var attributes: Set<String> = []
    var text = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements[name, default: 0] += 1
        if let id = attributes["id"] { identifiers.append(id) }
        if let link = attributes["href"] { links.append(link) }
        self.attributes.formUnion(attributes.keys)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    static func read(_ html: String) throws -> Reader {
        let reader = Reader()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = reader
        if !parser.parse() {
            throw ParseFailure(line: parser.lineNumber, cause: String(describing: parser.parserError))
        }
        return reader
    }
}

private struct ParseFailure: Error {
    let line: Int
    let cause: String
}

@Suite struct HTMLTests {
    @Test(arguments: [false, true])
    func hostileTextStaysText(lineNumbers: Bool) throws {
        let html = document(saying: attack).html(RenderingOptions(lineNumbers: lineNumbers))
        let page = try Reader.read(html)
        #expect(page.elements["script"] == nil)
        #expect(page.elements["style"] == 1)
        #expect(page.elements["meta"] == 5)
        #expect(page.text.contains("<script>alert(1)</script>"))
        #expect(page.text.contains("⟨U+202E⟩"))
        #expect(!html.unicodeScalars.contains("\u{202E}"))
        #expect(!html.unicodeScalars.contains("\u{1B}"))
        #expect(html.components(separatedBy: "</style>").count == 2)
        #expect(!page.attributes.contains { $0.hasPrefix("on") })
    }

    @Test func structure() throws {
        let html = ordinary.html()
        let page = try Reader.read(html)
        for (element, count) in [
            "h1": 1, "header": 1, "nav": 1, "main": 1, "section": 2, "caption": 1, "table": 1, "aside": 1,
        ] { #expect(page.elements[element] == count, "\(element)") }
        #expect(html.contains("<html lang=\"en\" dir=\"ltr\">"))
        #expect(html.contains("<th scope=\"col\" class=\"end\">Gain</th>"))
        #expect(html.contains("<th scope=\"row\">Arland</th>"))
        #expect(html.contains("default-src 'none'; style-src 'unsafe-inline'"))
        #expect(html.contains("<title>Two lakes – For: Mediation team</title>"))
        #expect(html.contains("@top-left { content: \"For\\3a  Mediation team\""))
        #expect(html.contains("@top-right { content: \"Illustration\\3a  invented numbers\""))
    }

    @Test func nothingIsLoaded() {
        let html = document(saying: "x").html()
        #expect(!html.contains("src="))
        #expect(!html.contains("@import"))
        #expect(!html.contains("url(h"))
        #expect(!html.contains("<link"))
    }

    @Test func placesAreUniqueAndLinksLead() throws {
        let page = try Reader.read(ordinary.html(RenderingOptions(lineNumbers: true)))
        #expect(Set(page.identifiers).count == page.identifiers.count)
        for link in page.links { #expect(page.identifiers.contains(String(link.dropFirst()))) }
    }

    @Test func unitsAreNumberedInOneCount() {
        let html = ordinary.html(RenderingOptions(lineNumbers: true))
        for number in 1...6 { #expect(html.contains("data-n=\"\(number)\"")) }
        #expect(!html.contains("data-n=\"7\""))
        #expect(!ordinary.html().contains("data-n" + "=\""))
        let markdown = ordinary.markdown(RenderingOptions(lineNumbers: true))
        #expect(markdown.contains("| \\[4\\] **Arland** | 27 |"))
        let text = ordinary.text(options: RenderingOptions(lineNumbers: true))
        #expect(text.contains("[4] Arland"))
    }

    private func page(_ columns: [DataTable.Column], _ rows: [[DataTable.Cell]]) -> String {
        let table = DataTable(caption: "Said", columns: columns, rows: rows)
        return Document(
            title: "t", audience: "a", firstPage: [],
            chapters: [.init("c", title: "c", blocks: [.table(table)])]
        ).html()
    }

    /// Rows without a name of their own stand in one body with the row before them.
    @Test func rowsThatBelongTogetherAreOneGroup() throws {
        let columns: [DataTable.Column] = [.init("Issue", namesRows: true), .init("Who")]
        let grouped = page(columns, [["Aid", "Arland"], ["", "Bergland"], ["Line", "Arland"]])
        #expect(try Reader.read(grouped).elements["tbody"] == 2)
        #expect(grouped.contains("class=\"grouped\""))
        let single = page(columns, [["Aid", "Arland"], ["Line", "Arland"]])
        #expect(try Reader.read(single).elements["tbody"] == 1)
    }

    /// Where sentences stand in columns, each cell carries its header, so that a narrow screen can list them.
    @Test func cellsOfWordyTablesCarryTheirHeaders() {
        let columns: [DataTable.Column] = [.init("Issue", namesRows: true), .init("What \"was\" said")]
        let wordy = page(columns, [["Aid", "A sentence that needs room for itself on any page."]])
        #expect(wordy.contains("class=\"stacked\""))
        #expect(wordy.contains("<td data-label=\"What &quot;was&quot; said\">"))
        #expect(!page(columns, [["Aid", "Little"]]).contains("data-label=\""))
    }

    @Test func writingDirectionFollowsTheLanguage() {
        var document = ordinary
        document.language = "ar-EG"
        #expect(document.html().contains("dir=\"rtl\""))
        document.language = "uk"
        #expect(document.html().contains("lang=\"uk\" dir=\"ltr\""))
    }

    @Test func emptyDocument() throws {
        let empty = Document(title: "", audience: "", firstPage: [], chapters: [])
        _ = try Reader.read(empty.html())
        #expect(empty.markdown().hasPrefix("# "))
        #expect(!empty.text().isEmpty)
    }

    /// No line ends inside a date of a table.
    @Test func datesInTablesAreNotBroken() {
        let table = DataTable(
            caption: "Dates", columns: [DataTable.Column("What", namesRows: true), DataTable.Column("When")],
            rows: [["Vote", "2026-01-05 12:00 to 2026-02-03"], ["Leave", "days 10 to 21, day 21 + 12 h"]])
        let page = Document(title: "T", audience: "A", firstPage: [.table(table)], chapters: []).html()
        #expect(
            page.contains(
                "<span class=\"date\">2026-01-05 12:00</span> to <span class=\"date\">2026-02-03</span>"))
        #expect(
            page.contains(
                "<span class=\"date\">days 10</span> to 21, <span class=\"date\">day 21 + 12 h</span>"))
        #expect(page.contains(".date { white-space: nowrap; }"))
        // A table that is wider than the text uses the free room beside it, from where the text begins to the window's edge.
        #expect(
            page.contains(
                ".table-box { width: min-content; min-width: 100%; max-width: calc(50vw + 21rem); }"))
    }
}
