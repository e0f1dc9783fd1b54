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
        #expect(told.text.contains("New: rule: No package can have"))
        let gone = try #require(earlier.interests.last).text.preferring().dropLast()
        #expect(told.text.contains("No longer there: interest “\(gone)”."), "\(told.text)")
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
        #expect(told.text.contains("Title: from “Norrast and Velune” to “Another name”."), "\(told.text)")
        #expect(told.text.contains("As of: from “November 2026” to “3 February 2031”."), "\(told.text)")
        #expect(told.text.contains("to “3 February 2031”."), "\(told.text)")
        #expect(told.text.contains("sheet used for"), "\(told.text)")
    }

    /// Whose it is, which, and from what to what: no name of a key and none of an item.
    @Test func changesAreToldFromWhatToWhat() throws {
        let earlier = try example("ukraine")
        var later = earlier
        let monitoring = try #require(later.issues.firstIndex { $0.id == "monitoring" })
        let observers = try #require(
            later.issues[monitoring].options.firstIndex { $0.id == "observers" })
        later.issues[monitoring].options[observers].consents[0].answer = .yes
        later.issues[monitoring].options[observers].seenBy = .table
        later.positions.removeAll { $0.of == "russia" && $0.issue == "line" }
        later.packages[0].choose["aid"] = "corridors"
        later.packages.removeLast()
        let sheet = try #require(later.sheets.firstIndex { $0.party == "russia" })
        later.sheets[sheet].values["aid"] = .levels(["corridors": .essential, "one-desk": .useful])
        let told = try chapter(later, since: earlier).text
        for sentence in [
            "Consent of United Nations: from “asked, no answer yet” to “yes”.",
            "Seen by: from “public” to “tabled: all negotiators”.",
            "No longer there: position of Russia: “Line and separation of forces: Ukrainian forces leave",
            "(June 2024, in public, source: Public statements and decisions of the parties, 2022–2025).",
            "from “Coordinated relief with one desk for notices” to “Agreed routes and hours”",
            "No longer there: package “Comprehensive draft B”.",
            "“Access for aid (how, not whether): Agreed routes and hours”: from “important” to “essential”",
        ] { #expect(told.contains(sentence), "\(sentence) is not in \(told)") }
        for key in ["(consent", "(seen-by", "(choose", "(values", "draft-comprehensive-b"] {
            #expect(!told.contains(key), "\(key)")
        }
    }

    /// Whatever changed in whatever dossier is told in words; only a text in another language has nothing but its key.
    @Test func everyChangeHasWords() {
        var count = 0
        for seed in 0..<150 as Range<UInt64> {
            let (later, earlier) = (plainDossier(seed: seed), plainDossier(seed: seed + 1))
            let words = ChangeWording(Phrasing(later), since: earlier)
            for change in later.changes(since: earlier) {
                guard case .changed(let keys) = change.kind, !keys.isEmpty else { continue }
                let item = words.item(change)
                count += 1
                let isBare =
                    item.nested.isEmpty && item.prose.text.hasSuffix("(\(keys.joined(separator: ", "))).")
                #expect(!isBare, "seed \(seed): \(item.prose.text)")
            }
        }
        #expect(count > 100)
    }

    /// A viewer reads of what is gone as that viewer saw it, and nothing of what it never saw.
    @Test func whatIsGoneIsToldAsItWasSeen() throws {
        let earlier = try example("ukraine")
        var later = earlier
        later.packages = []
        later.positions = []
        let pages = later.situation(for: .public, since: earlier).briefing().markdown()
        #expect(pages.contains("No longer there: package “Humanitarian draft”"))
        #expect(!pages.contains("Comprehensive draft A") && !pages.contains("Early interim draft"))
    }

    /// The first page says that something changed, and which kind of knowledge.
    @Test func theFirstPageTellsOfChanges() throws {
        let earlier = try example("two-states")
        var later = earlier
        later.positions.removeLast()
        later.rules.removeLast()
        let page = later.situation(for: .team, since: earlier).briefing().firstPageText
        #expect(
            page.contains(
                "Two things since the earlier copy of November 2026: stated positions (one), and rules and minimums (one)."
            ), "\(page)")
        let same = earlier.situation(for: .team, since: earlier).briefing().firstPageText
        #expect(same.contains("Nothing since the earlier copy of November 2026."))
        #expect(!earlier.situation(for: .team).briefing().firstPageText.contains("What changed"))
    }

    /// Where sheets are missing, nothing but dashes could stand in some columns.
    @Test func stepsHaveNoColumnsOfDashes() throws {
        let earlier = try example("two-states")
        var later = earlier
        later.rules.removeLast()
        let pages = later.situation(for: .public, since: earlier).briefing().markdown()
        #expect(pages.contains("Packages the rules leave") && !pages.contains("Frontier points"))
        #expect(try chapter(later, since: earlier).text.contains("Frontier points"))
    }

    @Test func withoutAnEarlierCopyThereIsNoChapter() throws {
        let briefing = try example("minimal").situation(for: .team).briefing()
        #expect(!briefing.chapters.contains { $0.anchor == "changes" })
    }
}
