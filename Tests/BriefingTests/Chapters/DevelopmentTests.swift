import Assessment
import Briefing
import Negotiation
import Testing

@Suite struct DevelopmentTests {
    private func chapter(_ dossier: Dossier, since earlier: Dossier) throws -> (title: String, text: String) {
        let briefing = dossier.situation(for: .team, since: earlier).briefing()
        let chapter = try #require(briefing.chapters.first { $0.anchor == "changes" })
        let text = chapter.blocks.map { $0.text(TextStyle(width: 1_000)) }.joined()
        return (chapter.title.text, text)
    }

    @Test func nothingChanged() throws {
        let dossier = try example("two-states")
        #expect(try chapter(dossier, since: dossier).title == "Nothing changed since the earlier copy")
    }

    @Test func changesStandByCauseWithWhatTheyDid() throws {
        let earlier = try example("two-states")
        var later = earlier
        let issue = later.issues[0]
        later.rules.append(
            Rule(id: "new-rule", kind: .legal, demand: .forbid(.choose(issue.id, [issue.options[0].id]))))
        #expect(
            try chapter(later, since: earlier).title
                == "One thing changed since the earlier copy: rules and minimums")
        later.interests.removeLast()
        let told = try chapter(later, since: earlier)
        #expect(told.title == "Two things changed since the earlier copy: interests, and rules and minimums")
        #expect(told.text.contains("New: rule new-rule: No package can have"))
        #expect(told.text.contains("No longer there: interest"))
        #expect(told.text.contains("the earlier copy") && told.text.contains("then: rules and minimums"))
    }

    @Test func changesOfTheWholeAreTold() throws {
        let earlier = try example("two-states")
        var later = earlier
        later.title = "Another name"
        later.dated = CalendarDate("2031-02-03")
        later.packages[0].dated = CalendarDate("2031-02-03")
        let party = later.sheets[0].party
        later.defaultSheets[party] = earlier.defaultSheets[party] == nil ? later.sheets[0].id : nil
        let told = try chapter(later, since: earlier)
        #expect(told.title.hasPrefix("Three things changed since the earlier copy: the process as a whole"))
        #expect(told.text.contains("Changed: the dossier (title and dated)."), "\(told.text)")
        #expect(told.text.contains("(dated)."), "\(told.text)")
        #expect(told.text.contains("sheet used for"), "\(told.text)")
    }

    @Test func withoutAnEarlierCopyThereIsNoChapter() throws {
        let briefing = try example("minimal").situation(for: .team).briefing()
        #expect(!briefing.chapters.contains { $0.anchor == "changes" })
    }
}
