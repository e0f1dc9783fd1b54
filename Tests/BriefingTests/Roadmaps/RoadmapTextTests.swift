import Assessment
import Briefing
import Interchange
import Negotiation
import Testing

/// What people read of a roadmap, on agreements of a few clauses.
@Suite struct RoadmapTextTests {
    private struct Told {
        let dossier: Dossier
        let report: RoadmapReport

        /// The text with each run of spaces and line ends as one space, so that it does not matter where lines end.
        var text: String { Told.plain(report.text(Phrasing(dossier), style: TextStyle(width: 10_000))) }

        func compared(with before: Told) -> String {
            Told.plain(
                report.text(
                    comparedWith: before.report, Phrasing(dossier), style: TextStyle(width: 10_000)))
        }

        static func plain(_ text: String) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    private func told(
        _ commitments: [String], events: String = "{id: signature, on: 2026-01-05}", sheet: String? = nil,
        incentives: String? = nil, reaction: String = "1d", request: RoadmapRequest = RoadmapRequest()
    ) throws -> Told {
        var files = [
            "dossier.yaml": """
            parley: 1
            parties:
              - {id: a, name: Aland, roles: [negotiator]}
              - {id: b, name: Bland, roles: [negotiator]}
              - {id: m, name: Mission, roles: [observer]}
            issues:
              - id: i
                options:
                  - id: o
                    commitments:
            \(commitments.map { "          - {\($0)}" }.joined(separator: "\n"))
            timetable: {reaction: \(reaction), events: [\(events)]}
            """
        ]
        if let sheet { files["sheets/a.yaml"] = "party: a\nbasis: estimate\ncommitments: {\(sheet)}\n" }
        if let incentives {
            files["sheets/a.yaml"] = "party: a\nbasis: estimate\nincentives: {\(incentives)}\n"
        }
        let dossier = try DossierReader().read(files: files.mapValues { Array($0.utf8) }).dossier
        return Told(dossier: dossier, report: try dossier.roadmap(request))
    }

    // MARK: Times

    /// Dates reach the year 9999, spans of a file two hundred years.
    @Test func farDatesAreTold() throws {
        let late = try told(["id: x, who: a, what: Pay, deadline: 9999-12-31"]).text
        #expect(late.contains("end of 9999-12-31"))
        let far = try told(["id: x, who: a, what: Pay, deadline: 2300-01-01"]).text
        #expect(far.contains("100072 days later"))
        let early = try told(["id: x, who: a, what: Pay, deadline: 1000-01-01"]).text
        #expect(early.contains("by more than 374742 days"))
        // Beyond the calendar days are counted.
        let beyond = try told(
            ["id: x, who: a, what: Pay, deadline: 2400mo"], events: "{id: signature, on: 9990-01-01}"
        ).text
        #expect(beyond.contains("day 72000"))
    }

    @Test func datesAreBeginningsUnlessTheySayMore() throws {
        let text = try told([
            "id: x, who: a, what: Pay, deadline: 2026-01-10", "id: y, who: b, what: Leave, deadline: 5d",
            "id: z, who: b, what: Return, after: {done: y, at-least: 12h}, deadline: 9d",
        ]).text
        #expect(text.contains("Pay Aland 2026-01-05 2026-01-05 end of 2026-01-10"))
        #expect(text.contains("Leave Bland 2026-01-05 2026-01-05 2026-01-10"))
        #expect(text.contains("Return Bland 2026-01-05 12:00 2026-01-05 12:00 2026-01-14"))
        #expect(text.contains("A date alone is the moment at which that day begins"))
    }

    /// Rows stand by the date that they show, which is the earliest.
    @Test func rowsStandByTheDateThatIsPrinted() throws {
        let text = try told([
            "id: x, who: m, what: Report, takes: {at-least: 1d, at-most: 50d, decided-by: nature}",
            "id: y, who: a, what: Early but perhaps late, after: x, deadline: 300d",
            "id: z, who: b, what: Later for sure, after: {event: signature, at-least: 20d}, deadline: 300d",
        ]).text
        let table = try #require(text.firstRange(of: "Commitments by date")).upperBound
        let rest = text[table...]
        let first = try #require(rest.firstRange(of: "Early but perhaps late")).lowerBound
        #expect(try first < #require(rest.firstRange(of: "Later for sure")).lowerBound)
    }

    @Test func sunsetsAreTold() throws {
        let text = try told(["id: x, who: a, what: Suspend measures, deadline: 5d, lasts: 12mo"]).text
        #expect(text.contains("In force until") && text.contains("2026-01-05 2026-01-05 2027-01-05"))
        #expect(try !told(["id: x, who: a, what: Suspend measures, deadline: 5d"]).text.contains("In force"))
    }

    /// Whoever has to decide what moves needs all clauses in one place.
    @Test func aContradictionStillHasItsTable() throws {
        let text = try told([
            "id: x, who: m, what: Register, takes: {at-least: 8d, at-most: 50d, decided-by: nature}",
            "id: y, who: b, what: Leave, after: x, deadline: 5d, verified-by: m, verification: [1d, 2d]",
        ]).text
        #expect(text.contains("Commitments as the clauses have them; no dates keep them all"))
        #expect(text.contains("Leave Bland after “Register” (Mission) Mission, 1 to 2 days within 5 days of"))
        #expect(try !told(["id: x, who: a, what: Pay"]).text.contains("as the clauses have them"))
    }

    /// What a terminal leaves out it counts, and a page leaves nothing out.
    @Test func whatIsNotListedIsCounted() throws {
        func clauses(_ deadline: String) -> [String] {
            (0..<70).map { "id: c\($0), who: a, what: Deed number \($0) of many, deadline: \(deadline)" }
                + ["id: last, who: b, what: Leave, takes: 9d, deadline: \(deadline)"]
        }
        let whole = try told(clauses("30d"))
        #expect(whole.text.ranges(of: "Eleven more are not listed").count == 2)
        let torn = try told(clauses("5d"))
        #expect(torn.text.ranges(of: "Eleven more are not listed").count == 1)
        for told in [whole, torn] {
            let page = Told.plain(told.dossier.situation(for: .team).briefing().markdown())
            #expect((0..<70).allSatisfy { page.contains("| **Deed number \($0) of many** | Aland |") })
            #expect(!page.contains("not listed"))
        }
    }

    // MARK: When to begin what

    @Test func whatIsNotKnownIsNotCalledOpen() throws {
        let text = try told([
            "id: x, who: m, what: Register, takes: {at-least: 5d, at-most: 50d, decided-by: nature}",
            "id: y, who: a, what: Vote, after: x, deadline: 2026-01-25",
            "id: z, who: b, what: Publish, after: x",
        ]).text
        #expect(
            text.contains(
                "“Vote” (Aland): once “Register” is done: then; to be done by 25 January 2026; how long it may wait is not known."
            ))
        #expect(text.contains("“Publish” (Bland): once “Register” is done: then; how long it may wait is"))
        #expect(text.contains("not known not known"))
    }

    @Test func whatHasALimitStandsInTheListThoughItWaitsForNothing() throws {
        let text = try told([
            "id: x, who: a, what: Withdraw, deadline: 60d, tranches: {count: 2, at-least: 10d}, verified-by: m, verification: 1d",
            "id: y, who: b, what: Release, deadline: 80d, tranches: {count: 2, in-step-with: x}, verified-by: m, verification: 1d",
            "id: z, who: b, what: Pay, deadline: 30d", "id: w, who: b, what: Talk",
        ]).text
        #expect(text.contains("“Pay” (Bland): at once, or at most 30 days later."))
        #expect(
            text.contains(
                "“Release” (Bland): tranche by tranche, once the same one of “Withdraw” (Aland) is verified: then"
            ))
        #expect(!text.contains("“Talk” (Bland): "))
    }

    // MARK: Mending

    @Test func limitsMoveInTheirOwnUnits() throws {
        func mended(_ deadline: String) throws -> String {
            try told([
                "id: x, who: a, what: Pay, takes: 8d",
                "id: y, who: b, what: Leave, after: x, deadline: \(deadline)",
            ]).text
        }
        #expect(
            try mended("2026-01-09").contains(
                "move the deadline of “Leave” (Bland) by 4 days, to 13 January 2026."))
        #expect(try mended("2026-01-09").contains("They miss each other by more than 3 days."))
        #expect(try mended("5d").contains("by 3 days, to 8 days."))
        #expect(try mended("1w").contains("by 1 day, to 8 days."))
        #expect(try mended("100h").contains("by 92 hours, to 192 hours.") == false)
        #expect(try mended("100h").contains("by 3 days and 20 hours, to 192 hours."))
        #expect(try mended("2026-01-09T12:00").contains("by 3 days and 12 hours, to 00:00 on 13 January"))
        #expect(try mended("5d").contains("Then all clauses can hold."))
    }

    /// Mending makes the clauses fit; that is not yet that they can be kept whatever happens.
    @Test func mendingSaysWhatItDoesNotShow() throws {
        let text = try told([
            "id: x, who: m, what: Register, takes: {at-least: 8d, at-most: 50d, decided-by: nature}",
            "id: y, who: b, what: Leave, after: x, deadline: 5d",
        ]).text
        #expect(text.contains("Then all clauses can hold if everything goes as it should; whether they can"))
    }

    @Test func waysOutSayInWhichCase() throws {
        let plain = try told([
            "id: x, who: m, what: Register, takes: {at-least: 2d, at-most: 9d, decided-by: nature}",
            "id: y, who: b, what: Leave, after: x, deadline: 2026-01-11",
        ]).text
        #expect(plain.contains("Any one of these alone would be enough:"))
        #expect(plain.contains("by 3 days, to 14 January 2026"))
        #expect(plain.contains("takes at most 6 days: “Register”"))
        let gated = try told([
            "id: x, who: a, what: Pull back, takes: {at-least: 2d, at-most: 9d, decided-by: nature}, verified-by: m, verification: 1d, if-not: {who: b, within: 5d, what: Stops}",
            "id: y, who: b, what: Leave, after: {verified: x}, deadline: 6d",
        ]).text
        #expect(gated.contains("Any one of these alone would be enough:"))
        #expect(gated.contains("whether what comes out becomes known in time must be looked at again"))
        #expect(!gated.contains("enough here") && !plain.contains("enough here"))
    }

    // MARK: What is tried

    @Test func aContradictionHasNoTimesToCompare() throws {
        let clauses = [
            "id: x, who: a, what: Pay, takes: 8d, deadline: 30d",
            "id: y, who: b, what: Leave, after: x, deadline: 30d, if-not: {what: Talks, within: 2d}",
        ]
        let before = try told(clauses)
        func tried(_ change: String) throws -> String {
            let change = try #require(CommitmentChange(change))
            return try told(clauses, request: RoadmapRequest(changes: [change])).compared(with: before)
        }
        let text = try tried("y.deadline=3d")
        #expect(text.contains("There are no times to compare.") && !text.contains("– – –"))
        #expect(try tried("y.deadline=40d").contains("What changes"))
        // A change that no column shows is none.
        #expect(try tried("y.within=4d").contains("No time changes."))
    }

    // MARK: Exposure

    /// What is said of exposure holds in one course of things, and says so.
    @Test func exposureSaysWhatItStandsOn() throws {
        let clauses = [
            "id: x, who: a, what: Pay, deadline: 30d",
            "id: y, who: b, what: Leave, after: {done: x, at-least: 9d}, deadline: 60d",
        ]
        let exposed = try told(clauses, sheet: "x: {cost: 5}, y: {worth: 9}").text
        #expect(
            exposed.contains("Aland is most exposed, if everybody is prompt and everything slow, at this"))
        #expect(exposed.contains("everything that nobody here decides takes its longest, or its shortest;"))
        let safe = try told(clauses, sheet: "y: {worth: 9}").text
        #expect(safe.contains("Aland is at no moment exposed, if everybody is prompt and everything slow"))
        #expect(!safe.contains("never exposed"))
    }

    // MARK: What breaks first

    /// What nobody looked at is not claimed to be absent.
    @Test func whereNothingIsFoundItIsSaidWhatWasLookedFor() throws {
        let clauses = ["id: x, who: a, what: Pay, takes: [1d, 2d], deadline: 30d"]
        let bare = try told(clauses).text
        #expect(
            bare.contains(
                "Of what often breaks first, this is not there: no verification with less than a week to spare and nothing that takes as long as somebody else decides. What is at stake for whom, no sheet here says."
            ))
        let safe = try told(clauses, sheet: "x: {worth: 9}").text
        #expect(safe.contains("somebody else decides; and nobody exposed, as far as sheets say."))
        #expect(!safe.contains("no sheet here says"))
    }

    // MARK: Guarantees

    /// The quotient stands only where it is the answer.
    @Test func aGuaranteeThatIsNotNeededHasNoQuotient() throws {
        func guarantee(_ terms: String) throws -> String {
            try told(["id: x, who: a, what: Pay"], incentives: "guarantee: {\(terms)}").text
        }
        let free = try guarantee("winning: 0.1, cost-of-fighting: 0.5, share: 0.1, if-exploited: 0.3")
        #expect(free.contains("No guarantee is needed for Aland: even exploited it keeps x = 0.3"))
        #expect(free.contains("p − c = 0.1 − 0.5 = −0.4") && !free.contains("q ≥"))
        let needed = try guarantee("winning: 0.6, cost-of-fighting: 0.1, share: 0.7, if-exploited: 0.2")
        #expect(needed.contains("q ≥ (p − c − x)/(s − x) = (0.6 − 0.1 − 0.2)/(0.7 − 0.2), so 0.6"))
    }

    @Test func aShiftThatIsNoneTakesNoRounds() throws {
        func power(_ target: String) throws -> String {
            let terms = "power: {winning: 0.5, destroyed: 0.1, patience: 0.95, to: \(target)}"
            return try told(["id: x, who: a, what: Pay"], incentives: terms).text
        }
        #expect(try power("0.4").contains("0.4 is no more than its chance now, 0.5"))
        #expect(try power("0.6").contains("the shift to 0.6 can be made in one round"))
        #expect(try power("0.9").contains("the shift to 0.9 takes 3 rounds at least"))
    }

    // MARK: Reaction

    /// What has to be done before the news of what it waits for can be used says so.
    @Test func whatCannotWaitForTheNewsSaysSo() throws {
        func rule(_ reaction: String) throws -> Bool {
            try told(
                [
                    "id: x, who: m, what: Report, takes: {at-least: 1d, at-most: 9d, decided-by: nature}",
                    "id: y, who: b, what: Leave, after: x, deadline: 9d",
                ], reaction: reaction
            ).text.contains("2026-01-14 at the latest, without waiting to hear of it")
        }
        #expect(try rule("1d") && rule("1min") && rule("strict"))
        #expect(try !rule("0d"))
    }

    /// Whoever needs a moment cannot follow a report at the same moment, and can soon after.
    @Test func followingAtOnceNeedsAReactionThatTakesNoTime() throws {
        func told(_ reaction: String, within: String) throws -> Told {
            try self.told(
                [
                    "id: x, who: m, what: Report, takes: {at-least: 1d, at-most: 9d, decided-by: nature}",
                    "id: y, who: b, what: Leave, after: {done: x, at-most: \(within)}",
                ], reaction: reaction)
        }
        func holds(_ reaction: String, within: String) throws -> Bool {
            try told(reaction, within: within).report.controllability == .controllable
        }
        #expect(try holds("instantaneous", within: "0d") && holds("0d", within: "0d"))
        #expect(try !holds("strict", within: "0d") && holds("strict", within: "1min"))
        #expect(try holds("1min", within: "1min") && !holds("2min", within: "1min"))
        #expect(try told("0d", within: "0d").text.contains("Reaction: at once"))
        let strict = try told("strict", within: "0d")
        #expect(strict.text.contains("Reaction: a moment, however short, after"))
        // By a minute more the clause would do.
        #expect(strict.report.failure?.limits.map(\.minutes) == [1])
    }

    // MARK: Drawings

    /// An event that is counted in months of the calendar stands where the timetable has it.
    @Test func eventsAreDrawnWhereTheTimetableHasThem() throws {
        let events =
            "{id: signature, on: 2026-01-05}, {id: force, title: Force, after: {event: signature, at-least: 12mo, at-most: 12mo}}"
        let told = try told(
            ["id: x, who: a, what: Pay, after: force, deadline: {within: 1d, of: force}"], events: events)
        let svg = try #require(told.report.ganttFigures(Phrasing(told.dossier)).first).drawing.svg
        // The line of the event and the left edge of the bar that begins with it.
        let lines = svg.matches(
            of: /<line x1="([0-9.]+)" y1="[0-9.]+" x2="[0-9.]+" y2="[0-9.]+"[^>]*dasharray="1 2"/)
        let bars = svg.matches(of: /<rect x="([0-9.]+)"[^>]*fill-opacity="0.62"/)
        #expect(lines.contains { $0.output.1 == bars[0].output.1 })
    }
}
