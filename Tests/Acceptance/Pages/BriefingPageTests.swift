import Foundation
import Testing

/// The examples' briefings as people meet them: in a browser on a telephone and a desk, and on A4 paper.
@Suite(.enabled(if: Browser.url != nil, Comment(rawValue: Browser.absence)), .serialized)
struct BriefingPageTests {
    static let names = ["camp-david", "harvest-hall", "minimal", "three-party", "two-states", "ukraine"]

    /// Writes the team's briefing of each example into the folder, as `NAME-for-team.html`.
    private static func writeBriefings(of names: [String], to folder: URL) throws -> [URL] {
        try names.map { name in
            let run = try Program.run(
                ["brief", Package.folder.appending(path: "Examples/\(name)").path, "-o", "\(name).html"],
                in: folder)
            #expect(run.status == 0, "\(name): \(run.errors)")
            return folder.appending(path: "\(name)-for-team.html")
        }
    }

    /// No element reaches beyond the window, unless it stands in a box of its own that scrolls.
    @Test func pagesFitTelephonesAndDesks() throws {
        try Scratch.with { folder in
            let pages = try Self.writeBriefings(of: Self.names, to: folder).map(\.lastPathComponent)
            try folder.write(["measure.html": Self.measuring(pages, widths: [360, 800])])
            let run = try Browser.run(
                [
                    "--allow-file-access-from-files", "--virtual-time-budget=20000", "--dump-dom",
                    folder.appending(path: "measure.html").absoluteString,
                ], in: folder)
            #expect(!run.isOverdue && run.status == 0, "\(run.errors.suffix(500))")
            for page in pages {
                for width in [360, 800] {
                    let line = run.output.split(separator: "\n").first { $0.contains("\(page) \(width):") }
                    #expect(line?.contains("\(width): fits") == true, "\(line ?? "not measured: \(page)")")
                }
            }
        }
    }

    /// A page that shows each of the others in a frame of each width and writes down what does not fit.
    private static func measuring(_ pages: [String], widths: [Int]) -> String {
        let frames = pages.flatMap { page in
            widths.map {
                "<iframe src=\"\(page)\" data-page=\"\(page)\" width=\"\($0)\" height=\"800\" style=\"border:0\"></iframe>"
            }
        }.joined(separator: "\n")
        return """
            <!DOCTYPE html><meta charset="utf-8"><body>\(frames)
            <pre id="found"></pre>
            <script>
            addEventListener("load", () => {
              for (const frame of document.querySelectorAll("iframe")) {
                const page = frame.contentDocument, width = frame.contentWindow.innerWidth;
                const scrolls = e => { for (; e; e = e.parentElement)
                  if (/auto|scroll|hidden/.test(frame.contentWindow.getComputedStyle(e).overflowX)) return true; return false; };
                const wide = [...page.body.querySelectorAll("*")].filter(e =>
                  e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement));
                const overflow = page.scrollingElement.scrollWidth > width || wide.length > 0;
                const words = overflow ? "overflows to " + page.scrollingElement.scrollWidth + " "
                  + wide.slice(0, 3).map(e => e.tagName + "." + e.getAttribute("class")).join(" ") : "fits";
                document.getElementById("found").textContent +=
                  frame.dataset.page + " " + frame.getAttribute("width") + ": "
                  + (width == frame.getAttribute("width") && page.body.innerText.length > 500 ? words : "not shown") + "\\n";
              }
            });
            </script>
            """
    }

    private static func words(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The headings of chapters and of what stands in them.
    private static func headings(of html: String) -> Set<String> {
        Set(
            html.matches(of: /<h[23][^>]*>(.*?)<\/h[23]>/).map {
                words($0.output.1.replacing(/<[^>]*>/, with: ""))
            })
    }

    static let paperTools = Child.find("pdftotext") != nil && Child.find("pdfinfo") != nil

    /// On paper every page is A4 and says for whom it is, that its numbers are invented, and its number of how many;
    /// none ends with a heading.
    @Test(
        .enabled(if: paperTools, "no poppler-utils is installed (make test-tools)"),
        arguments: ["ukraine", "two-states", "three-party"])
    func everyPrintedPageSaysForWhomItIs(name: String) throws {
        try Scratch.with { folder in
            let page = try Self.writeBriefings(of: [name], to: folder)[0]
            let file = folder.appending(path: "printed.pdf")
            let run = try Browser.run(
                ["--no-pdf-header-footer", "--print-to-pdf=\(file.path)", page.absoluteString], in: folder)
            #expect(!run.isOverdue && run.status == 0, "\(run.errors.suffix(500))")
            let info = try Child.run(
                try #require(Child.find("pdfinfo")), [file.path], in: folder, seconds: 20)
            #expect(info.output.contains("(A4)"), "\(info.output)")
            let text = try Child.run(
                try #require(Child.find("pdftotext")), ["-layout", file.path, "-"], in: folder, seconds: 20)
            let sheets = text.output.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast()
            #expect(sheets.count > 2)
            #expect(sheets.count <= 38, "a briefing that nobody reads to its end")
            let html = try String(contentsOf: page, encoding: .utf8)
            // A long stamp is broken over lines: its first word stands on one.
            let stamps = html.matches(of: /<p class="stamp">(.*?)<\/p>/).map {
                String($0.output.1.prefix { $0 != " " })
            }
            #expect(!stamps.isEmpty)
            for (place, sheet) in sheets.enumerated() {
                #expect(sheet.contains("For: "), "page \(place + 1)")
                for stamp in stamps { #expect(sheet.contains(stamp), "page \(place + 1): \(stamp)") }
                #expect(sheet.contains("\(place + 1) / \(sheets.count)"), "page \(place + 1)")
            }
            let headings = Self.headings(of: html)
            #expect(headings.count > 10)
            for (place, sheet) in sheets.enumerated() {
                // The last line of all is the foot of the page.
                let lines = sheet.split(separator: "\n").map(Self.words).filter { !$0.isEmpty }
                guard let last = lines.dropLast().last else { continue }
                #expect(!headings.contains(last), "page \(place + 1) ends with a heading: \(last)")
            }
        }
    }
}

/// What needs no browser to be seen.
@Suite struct BriefingFileTests {
    /// A briefing calls nobody: it works where there is no net, and tells nobody that it was opened.
    @Test(arguments: BriefingPageTests.names, ["team", "table", "public"])
    func nothingIsFetched(name: String, audience: String) throws {
        try Scratch.with { folder in
            let run = try Program.run(
                [
                    "brief", Package.folder.appending(path: "Examples/\(name)").path, "--for", audience, "-o",
                    "b.html",
                ], in: folder)
            run.expectCivil()
            #expect(run.status == 0 && run.output == "b-for-\(audience).html\n")
            let html = try String(
                contentsOf: folder.appending(path: "b-for-\(audience).html"), encoding: .utf8)
            for attribute in html.matches(
                of: /\s(?:src|srcset|href|xlink:href|action|data|poster)\s*=\s*"([^"]*)"/)
            {
                #expect(attribute.output.1.hasPrefix("#"), "\(attribute.output.0)")
            }
            #expect(
                html.firstMatch(of: /url\((?!#)|@import|<script|<link|<iframe|<object|<embed|\son[a-z]+=/)
                    == nil)
            #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
        }
    }
}
