import Negotiation
import Testing

/// What differs between two copies.
@Suite struct ChangeTests {
    private let dossier = Dossier(
        title: "Talks", dated: CalendarDate("2025-03"),
        parties: [Party(id: "north", name: "North", roles: [.negotiator])],
        issues: [Issue(id: "line", title: "Line", options: [Option(id: "zone", title: "Zone")])],
        packages: [Package(id: "draft", choose: ["line": "zone"])],
        sheets: ["first", "second"].map { Sheet(id: $0, party: "north", basis: .estimate) },
        defaultSheets: ["north": "first"])

    private func changes(_ change: (inout Dossier) -> Void) -> [String] {
        var later = dossier
        change(&later)
        return later.changes(since: dossier).map { "\($0.cause) \($0.kind) \($0.place)" }
    }

    @Test func theSameIsNoChange() { #expect(changes { _ in } == []) }

    @Test func theDossierItself() {
        #expect(changes { $0.title = nil } == [#"process changed(keys: ["title"]) "#])
        #expect(
            changes {
                $0.title = "Other talks"
                $0.text = "Text"
                $0.languages = ["en"]
                $0.dated = nil
                $0.basis = .illustration
                $0.seenBy = .public
            } == [#"process changed(keys: ["title", "text", "languages", "dated", "basis", "seen-by"]) "#])
    }

    /// A process is known again by its title, or by most of its parties and issues.
    @Test func anotherProcessIsNoLaterCopy() {
        func process(_ title: Text?, parties: [String], issues: [String]) -> Dossier {
            Dossier(
                title: title, parties: parties.map { Party(id: PartyID($0), name: Text($0)) },
                issues: issues.map { Issue(id: IssueID($0), title: Text($0), options: []) })
        }
        let earlier = process(
            "Talks", parties: ["north", "south", "host"], issues: ["line", "aid", "status"])
        let cases: [(Dossier, Bool)] = [
            (process("Talks", parties: ["a"], issues: ["b"]), true),
            (process("More talks", parties: ["north", "south"], issues: ["line", "aid"]), true),
            (
                process(nil, parties: ["north", "south", "us", "eu"], issues: ["line", "aid", "c", "d"]), true
            ),
            (process("Other", parties: ["a", "b"], issues: ["line", "aid"]), false),
            (process("Other", parties: ["north", "south"], issues: ["line", "c", "d"]), false),
            (process(nil, parties: [], issues: []), false),
        ]
        for (later, isLater) in cases { #expect(later.isLikelyLater(than: earlier) == isLater, "\(later)") }
    }

    @Test func datesOfPackages() {
        let changed = [#"packages changed(keys: ["dated"]) packages/draft"#]
        #expect(changes { $0.packages[0].dated = CalendarDate("2025-03-10") } == changed)
    }

    @Test func defaultSheets() {
        let place = "default-sheets/north"
        #expect(changes { $0.defaultSheets = ["north": "second"] } == ["sheets changed(keys: []) \(place)"])
        #expect(changes { $0.defaultSheets = [:] } == ["sheets removed \(place)"])
        #expect(
            changes { $0.defaultSheets["south"] = "third" } == ["sheets added default-sheets/south"])
    }

    @Test func commitmentsAndTheTimetable() {
        let commitment = Commitment(
            id: "a", who: ["north"], what: "Leaves", deadline: .within(.zero, of: nil))
        #expect(
            changes { $0.issues[0].options[0].commitments = [commitment] }
                == [#"agenda changed(keys: ["commitments"]) issues/line/options/zone"#])
        #expect(
            changes { $0.packages[0].commitments = [commitment] }
                == [#"packages changed(keys: ["commitments"]) packages/draft"#])
        #expect(
            changes {
                $0.timetable = Timetable(
                    events: [Event(id: "start")], reaction: .after(TimeSpan(2, .days)),
                    readings: [ClauseReading(id: "r", title: "R", commitments: [commitment])])
            } == [
                #"timetable changed(keys: ["reaction"]) timetable"#, "timetable added timetable/events/start",
                "timetable added timetable/readings/r",
            ])
        #expect(
            changes {
                $0.sheets[0].commitments = ["a": Stake(cost: Flow(once: Amount(3)))]
                $0.sheets[0].discountAYear = Amount(0)
            } == [#"sheets changed(keys: ["commitments", "discount-a-year"]) sheets/first"#])
        var earlier = dossier
        earlier.timetable.events = [Event(id: "start"), Event(id: "spring", on: Moment("2025-03-21"))]
        var later = earlier
        later.timetable.events[0].on = Moment("2025-01-01")
        later.timetable.events.removeLast()
        #expect(
            later.changes(since: earlier).map { "\($0.cause) \($0.kind) \($0.place)" } == [
                #"timetable changed(keys: ["on"]) timetable/events/start"#,
                "timetable removed timetable/events/spring",
            ])
    }
}
