import Briefing
import Negotiation
import Testing

/// Lengths of time, deadlines and what comes first, in words.
@Suite struct TimeWordingTests {
    private let phrasing = Phrasing(
        Dossier(
            parties: [Party(id: "north", name: "North"), Party(id: "south", name: "South")],
            issues: [
                Negotiation.Issue(
                    id: "line", title: "Line",
                    options: [
                        Option(
                            id: "zone", title: "Zone",
                            commitments: [
                                Commitment(id: "leave", who: ["south", "north"], what: "Leaves the zone.")
                            ])
                    ])
            ],
            timetable: Timetable(events: [
                Event(id: "start", title: "Entry into force"), Event(id: "spring", on: Moment("2025-03-21")),
            ])))

    @Test func spans() throws {
        let known = [
            ("30min", "30 minutes"), ("1min", "1 minute"), ("12h", "12 hours"), ("1h", "1 hour"),
            ("30d", "30 days"),
            ("1d", "1 day"), ("6w", "6 weeks"), ("1w", "1 week"), ("3mo", "3 months"), ("1mo", "1 month"),
            ("0d", "0 days"),
        ]
        for (text, words) in known { #expect(try phrasing.span(#require(TimeSpan(text))).text == words) }
    }

    @Test func ranges() throws {
        func words(_ least: String, _ greatest: String?) throws -> String {
            try phrasing.range(#require(TimeSpan(least)), greatest.map { try #require(TimeSpan($0)) }).text
        }
        #expect(try words("5d", "20d") == "5 to 20 days")
        #expect(try words("12h", "3d") == "12 hours to 3 days")
        #expect(try words("5d", "5d") == "5 days" && words("0d", "5d") == "up to 5 days")
        #expect(try words("5d", nil) == "at least 5 days")
    }

    @Test func moments() throws {
        #expect(try phrasing.moment(#require(Moment("2015-12-31"))).text == "31 December 2015")
        #expect(try phrasing.moment(#require(Moment("2015-02-12T09:05"))).text == "09:05 on 12 February 2015")
    }

    @Test func deadlines() throws {
        let month = TimeSpan(30, .days)
        #expect(phrasing.deadline(.within(month, of: nil)).text == "within 30 days of “Entry into force”")
        #expect(phrasing.deadline(.within(month, of: .event("spring"))).text == "within 30 days of spring")
        #expect(
            phrasing.deadline(.within(month, of: .commitment("leave", .verified))).text
                == "within 30 days after the verification of “Leaves the zone” (North and South)")
        #expect(
            phrasing.deadline(.within(.zero, of: .event("start"))).text == "no later than “Entry into force”")
        #expect(try phrasing.deadline(.on(#require(Moment("2015-12-31")))).text == "by 31 December 2015")
        #expect(
            try phrasing.deadline(.on(#require(Moment("2015-12-31T12:00")))).text
                == "by 12:00 on 31 December 2015")
        // Where nobody wrote an event, there is one.
        #expect(Phrasing(Dossier()).deadline(.within(month, of: nil)).text == "within 30 days of signature")
    }

    @Test func prerequisites() {
        func words(_ milestone: Milestone, _ least: Int = 0, _ greatest: Int? = nil) -> String {
            phrasing.prerequisite(
                Prerequisite(
                    milestone, least: TimeSpan(least, .days), greatest: greatest.map { TimeSpan($0, .days) })
            ).text
        }
        let deed = "“Leaves the zone” (North and South)"
        #expect(words(.commitment("leave", .done)) == "after \(deed)")
        #expect(
            words(.commitment("leave", .verified), 1) == "at least 1 day after the verification of \(deed)")
        #expect(words(.commitment("leave", .begun), 0, 5) == "at most 5 days after the beginning of \(deed)")
        #expect(
            words(.commitment("leave", .done, tranche: 2), 1, 5) == "1 to 5 days after tranche 2 of \(deed)")
        #expect(words(.event("start"), 3, 3) == "3 days after “Entry into force”")
        #expect(words(.commitment("gone", .done)) == "after gone")
    }

    @Test func doingTimes() {
        func words(_ least: Int, _ greatest: Int?, _ decider: DoingTime.Decider?) -> String {
            phrasing.doingTime(
                DoingTime(from: TimeSpan(least, .days), to: greatest.map { TimeSpan($0, .days) }), decider
            ).text
        }
        #expect(words(5, 20, .doer) == "5 to 20 days" && words(5, 5, .nature) == "5 days")
        #expect(words(5, 20, .nature) == "5 to 20 days, which nobody decides")
        #expect(words(5, 20, .party("south")) == "5 to 20 days, which depends on South")
        #expect(
            words(5, nil, .doer) == "at least 5 days"
                && words(0, nil, nil) == "as long as the deadlines allow")
    }

    @Test func responses() {
        func words(_ response: Response) -> String { phrasing.response(response).text }
        #expect(words(Response(what: "The table meets")) == "The table meets")
        #expect(
            words(Response(who: ["north"], what: "Measures return", within: TimeSpan(5, .days)))
                == "North: Measures return, within 5 days")
        #expect(
            words(Response(who: ["north"], kind: .snapback, suspends: ["leave"]))
                == "North: what was suspended or lifted returns, suspended: “Leaves the zone” (North and South)"
        )
        #expect(words(Response(begins: "leave")) == "then begins “Leaves the zone” (North and South)")
    }
}
