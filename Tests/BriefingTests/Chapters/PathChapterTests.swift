import Assessment
import Briefing
import Negotiation
import Testing

/// The chapters on how to get there, on the examples.
@Suite struct PathChapterTests {
    private func chapters(_ name: String, for viewer: Viewer = .team) throws -> [String: Document.Chapter] {
        let document = try example(name).situation(for: viewer).briefing()
        return Dictionary(uniqueKeysWithValues: document.chapters.map { ($0.anchor.text, $0) })
    }

    private func text(_ chapter: Document.Chapter?) -> String {
        let blocks = chapter?.blocks ?? []
        return blocks.map { $0.text(TextStyle(width: 10_000)) }.joined(separator: "\n")
    }

    @Test func twoStatesShowEverything() throws {
        let chapters = try chapters("two-states")
        #expect(
            chapters["over-time"]?.title.text
                == "Over twelve months, on central values, waiting makes no agreement worth more to Velune and less to Norrast"
                || chapters["over-time"]?.title.text
                    == "Over twelve months, waiting makes no agreement worth more to Velune and less to Norrast"
        )
        let improvements = try #require(chapters["improvements"])
        #expect(improvements.title.text.contains("can be made better for somebody at nobody’s cost"))
        #expect(text(improvements).contains("worse for nobody"))
        let ladder = try #require(chapters["ladder"])
        #expect(ladder.title.text.contains("three rungs lead from today"))
        #expect(text(ladder).contains("Could stop at") && text(ladder).contains("Coast Union to “"))
        let mutual = try #require(chapters["mutual"])
        #expect(text(mutual).contains("surely"))
    }

    /// What an order says needs no number, and the chapter invents none.
    @Test func ordersAloneBringNoNumber() throws {
        let chapters = try chapters("ukraine")
        let mutual = try #require(chapters["mutual"])
        let words = text(mutual)
        #expect(words.contains("more, by nobody knows how much"))
        #expect(!words.contains(" times"))
        #expect(chapters["over-time"] == nil)
    }

    @Test func whoSeesNoSheetReadsNothingOfThem() throws {
        let chapters = try chapters("two-states", for: .public)
        for anchor in ["mutual", "over-time", "improvements", "ladder"] { #expect(chapters[anchor] == nil) }
    }
}
