import Negotiation
import Testing

/// What makes commitments, events and readings wrong.
@Suite struct CommitmentFaultTests {
    private typealias Talks = SmallTalks

    /// The faults of two commitments, `a` of the north, changed, and `b` of the south; both have two tranches.
    private func faults(
        _ timetable: Timetable = Timetable(), _ change: (inout Commitment) -> Void
    ) -> [String] {
        let a = Talks.commitment("a", "north") {
            $0.tranches = Tranches(2)
            change(&$0)
        }
        let b = Talks.commitment("b", "south") { $0.tranches = Tranches(2) }
        return Talks.dossier([a, b], timetable: timetable).faults().map { "\($0.reason) \($0.place)" }
    }

    private let place = "issues/line/options/zone/commitments/a"

    @Test func whatIsRightIsNoFault() {
        let events = Timetable(events: [Event(id: "start"), Event(id: "spring", on: Moment("2025-03-21"))])
        let right: [(inout Commitment) -> Void] = [
            { $0.who = ["north", "south"] },
            { $0.after = [Talks.done("b"), [Prerequisite(.event("spring"))]] },
            {
                $0.after = [
                    [Prerequisite(.commitment("b", .begun, tranche: 2), least: .zero, greatest: .zero)]
                ]
            },
            { $0.deadline = .within(.zero, of: .commitment("a", .begun)) },
            { $0.takes = DoingTime(from: .zero, to: nil) },
            {
                $0.takes = DoingTime(
                    from: TimeSpan(1, .months), to: TimeSpan(30, .days), decidedBy: .party("bank"))
            },
            { $0.ifNot = [Response(kind: .snapback), Response(begins: "b"), Response(suspends: ["b"])] },
            { $0.togetherWith = ["b"] }, { $0.tranches?.inStepWith = "b" }, { $0.fulfils = ["care"] },
        ]
        for change in right { #expect(faults(events, change) == []) }
        #expect(faults { $0.after = [[Prerequisite(.event("signature"))]] } == [])
    }

    @Test func namesMustBeThere() {
        func unknown(_ subject: Fault.Subject, _ name: String, _ nearest: String?, _ key: String) -> [String]
        {
            ["\(Fault.Reason.unknown(subject, name: name, nearest: nearest)) \(place)/\(key)"]
        }
        #expect(faults { $0.who = ["nort"] } == unknown(.party, "nort", "north", "who"))
        #expect(faults { $0.verifiedBy = ["wach"] } == unknown(.party, "wach", "watch", "verified-by"))
        #expect(
            faults { $0.after = [Talks.done("signatur")] }
                == unknown(.commitment, "signatur", "signature", "after"))
        #expect(
            faults { $0.after = [Talks.done("b") + [Prerequisite(.event("signatur"))]] }
                == unknown(.event, "signatur", "signature", "after"))
        #expect(
            faults { $0.deadline = .within(.zero, of: .commitment("bb", .verified)) }
                == unknown(.commitment, "bb", "b", "deadline"))
        #expect(
            faults { $0.takes = DoingTime(from: .zero, to: .zero, decidedBy: .party("natur")) }
                == unknown(.party, "natur", "nature", "takes/decided-by"))
        #expect(
            faults { $0.ifNot = [Response(who: ["x-y-z"], kind: .guarantee)] }
                == unknown(.party, "x-y-z", nil, "if-not"))
        #expect(
            faults { $0.ifNot = [Response(suspends: ["far-away"])] }
                == unknown(.commitment, "far-away", nil, "if-not"))
        #expect(
            faults { $0.ifNot = [Response(begins: "far-away")] }
                == unknown(.commitment, "far-away", nil, "if-not"))
        #expect(
            faults { $0.togetherWith = ["far-away"] }
                == unknown(.commitment, "far-away", nil, "together-with"))
        #expect(
            faults { $0.tranches?.inStepWith = "far-away" }
                == unknown(.commitment, "far-away", nil, "tranches"))
        #expect(
            faults { $0.after = [Talks.done("care")] } == [
                "\(Fault.Reason.minimumConditioned("care")) \(place)/after"
            ])
    }

    @Test func whatCannotBe() {
        func only(_ reason: Fault.Reason, _ key: String) -> [String] { ["\(reason) \(place)/\(key)"] }
        let (day, week) = (TimeSpan(1, .days), TimeSpan(1, .weeks))
        let reversed = Fault.Reason.spanReversed(least: week, greatest: day)
        #expect(faults { $0.who = [] } == only(.nothing(.party), "who"))
        #expect(faults { $0.after = [[]] } == only(.nothing(.commitment), "after"))
        #expect(
            faults { $0.after = [[Prerequisite(.event("signature"), least: week, greatest: day)]] }
                == only(reversed, "after"))
        #expect(faults { $0.takes = DoingTime(from: week, to: day) } == only(reversed, "takes"))
        #expect(faults { $0.verification = TimeRange(from: week, to: day) } == only(reversed, "verification"))
        #expect(
            faults { $0.tranches = Tranches(2, least: week, greatest: day) } == only(reversed, "tranches"))
        #expect(
            faults { $0.takes = DoingTime(from: day, to: nil, decidedBy: .nature) }
                == only(.openEnded("a"), "takes"))
        #expect(
            faults { $0.ifNot = [Response(who: ["south"], within: day)] } == only(.emptyResponse, "if-not"))
        #expect(faults { $0.tranches = Tranches(61) } == only(.trancheCount(61), "tranches"))
        #expect(faults { $0.tranches = Tranches(1) } == only(.trancheCount(1), "tranches"))
        #expect(
            faults { $0.tranches = Tranches(3, inStepWith: "b") }
                == only(.stepsDiffer("a", from: "b"), "tranches"))
        for number in [0, 3] {
            #expect(
                faults { $0.after = [[Prerequisite(.commitment("b", .done, tranche: number))]] }
                    == only(.noSuchTranche(number, of: "b", count: 2), "after"))
        }
        #expect(
            faults {
                $0.tranches = nil
                $0.deadline = .within(day, of: .commitment("a", .begun, tranche: 1))
            } == only(.noSuchTranche(1, of: "a", count: nil), "deadline"))
    }

    @Test func nothingIsTiedToItself() {
        func only(_ tie: Fault.Tie, _ key: String) -> [String] {
            ["\(Fault.Reason.tiedToItself("a", tie)) \(place)/\(key)"]
        }
        #expect(faults { $0.after = [Talks.done("b") + Talks.done("a")] } == only(.after, "after"))
        #expect(faults { $0.togetherWith = ["a"] } == only(.togetherWith, "together-with"))
        #expect(faults { $0.ifNot = [Response(begins: "a")] } == only(.begins, "if-not"))
        #expect(faults { $0.tranches?.inStepWith = "a" } == only(.inStepWith, "tranches"))
        #expect(
            faults { $0.deadline = .within(.zero, of: .commitment("a", .done)) }
                == only(.deadline, "deadline"))
    }

    @Test func namesAreUniqueOverOptionsAndPackages() {
        let a = Talks.commitment("a", "north")
        let list = "commitments/a"
        func places(_ dossier: Dossier) -> [String] { dossier.faults().map { "\($0.reason) \($0.place)" } }
        let duplicate = Fault.Reason.duplicate(.commitment, name: "a")
        #expect(places(Talks.dossier([a], other: [a])) == ["\(duplicate) issues/line/options/freeze/\(list)"])
        #expect(places(Talks.dossier([a], joint: [a])) == ["\(duplicate) packages/draft/\(list)"])
        func reading(_ commitments: [Commitment]) -> Timetable {
            Timetable(readings: [ClauseReading(id: "r", title: "R", commitments: commitments)])
        }
        #expect(places(Talks.dossier([a], timetable: reading([a, Talks.commitment("new", "south")]))) == [])
        #expect(
            places(Talks.dossier([a], timetable: reading([a, a]))) == [
                "\(duplicate) timetable/readings/r/\(list)"
            ])
        #expect(
            places(Talks.dossier([Talks.commitment("not", "north")]))
                == ["\(Fault.Reason.malformedName("not")) issues/line/options/zone/commitments/not"])
        let shared = Timetable(events: [Event(id: "a")])
        #expect(
            places(Talks.dossier([a], timetable: shared)) == [
                "\(Fault.Reason.sharedName("a")) timetable/events/a"
            ])
        // The event that nobody wrote gives way.
        #expect(places(Talks.dossier([Talks.commitment("signature", "north")])) == [])
    }

    // MARK: The timetable

    @Test func eventsHaveOneTime() {
        func faults(_ events: [Event]) -> [String] {
            Talks.dossier([], timetable: Timetable(events: events)).faults().map {
                "\($0.reason) \($0.place)"
            }
        }
        let first = Event(id: "first", on: Moment("2025-01-01"))
        let week = TimeSpan(1, .weeks)
        func after(_ id: EventID, _ greatest: TimeSpan?) -> Prerequisite {
            Prerequisite(.event(id), greatest: greatest)
        }
        func time(_ problem: Fault.EventProblem, _ id: EventID, _ key: String = "") -> String {
            "\(Fault.Reason.eventTime(id, problem)) timetable/events/\(id)\(key)"
        }
        #expect(faults([first, Event(id: "next", after: after("first", week))]) == [])
        #expect(faults([first, Event(id: "next")]) == [time(.untold, "next")])
        #expect(
            faults([first, Event(id: "next", on: Moment("2025-02-01"), after: after("first", week))])
                == [time(.twice, "next")])
        #expect(
            faults([first, Event(id: "next", after: after("first", nil))]) == [
                time(.openEnded, "next", "/after")
            ])
        #expect(
            faults([Event(id: "next", after: after("first", week)), first]) == [
                time(.firstFollows, "next", "/after")
            ])
        #expect(
            faults([first, Event(id: "x", after: after("y", week)), Event(id: "y", after: after("x", week))])
                == ["\(Fault.Reason.eventsFollow(["x", "y"])) timetable/events/x/after"])
        #expect(
            faults([first, Event(id: "x", after: after("x", week))])
                == ["\(Fault.Reason.eventsFollow(["x"])) timetable/events/x/after"])
        #expect(
            faults([first, first])
                == ["\(Fault.Reason.duplicate(.event, name: "first")) timetable/events/first"])
        #expect(
            faults([first, Event(id: "x", after: Prerequisite(.commitment("none", .done), greatest: week))])
                == [
                    "\(Fault.Reason.unknown(.commitment, name: "none", nearest: nil)) timetable/events/x/after"
                ])
    }

    @Test func readingsAreCheckedLikeTheDossier() {
        func faults(_ change: (inout ClauseReading) -> Void) -> [String] {
            var reading = ClauseReading(
                id: "r", title: "R",
                commitments: [Talks.commitment("new", "south") { $0.after = [Talks.done("a")] }])
            change(&reading)
            return Talks.dossier(
                [Talks.commitment("a", "north")], timetable: Timetable(readings: [reading])
            ).faults().map { "\($0.reason) \($0.place)" }
        }
        #expect(faults { _ in } == [])
        #expect(
            faults { $0.heldBy = ["nort"] }
                == [
                    "\(Fault.Reason.unknown(.party, name: "nort", nearest: "north")) timetable/readings/r/held-by"
                ])
        #expect(
            faults { $0.commitments = [] } == [
                "\(Fault.Reason.nothing(.commitment)) timetable/readings/r/commitments"
            ])
        #expect(
            faults { $0.commitments[0].togetherWith = ["neww"] } == [
                "\(Fault.Reason.unknown(.commitment, name: "neww", nearest: "new")) timetable/readings/r/commitments/new/together-with"
            ])
        // What a reading alone has, nobody else can name.
        var dossier = Talks.dossier([Talks.commitment("a", "north") { $0.after = [Talks.done("new")] }])
        dossier.timetable.readings = [
            ClauseReading(id: "r", title: "R", commitments: [Talks.commitment("new", "south")])
        ]
        #expect(dossier.faults().count == 1)
    }

    @Test func stakesAreHeldToTheirScales() {
        func faults(_ stake: Stake, _ id: CommitmentID = "a", _ discount: Amount? = nil) -> [String] {
            var sheet = Sheet(id: "s", party: "north", basis: .estimate, commitments: [id: stake])
            sheet.discountAYear = discount
            let reading = ClauseReading(id: "r", title: "R", commitments: [Talks.commitment("new", "south")])
            return Talks.dossier(
                [Talks.commitment("a", "north")], timetable: Timetable(readings: [reading]), sheets: [sheet]
            ).faults().map { "\($0.reason) \($0.place)" }
        }
        let (bad, half) = (Amount(from: -1, to: 2), Amount(Rational(1) / 2))
        let fine = Stake(
            cost: Flow(once: Amount(3)), recoverable: half, worth: Flow(aDay: Amount(from: 0, to: 2)),
            ifBroken: Amount(9), recovers: Amount(0),
            breaking: Breaking(gain: Amount(500), snapback: Amount(from: 0, to: 1), guarantor: Amount(1)))
        #expect(faults(fine) == [] && faults(fine, "new") == [] && faults(fine, "a", half) == [])
        #expect(
            faults(fine, "aa")
                == ["\(Fault.Reason.unknown(.commitment, name: "aa", nearest: "a")) sheets/s/commitments"])
        let negative: [(Stake, String)] = [
            (Stake(cost: Flow(once: bad)), "cost"), (Stake(worth: Flow(aDay: bad)), "worth"),
            (Stake(ifBroken: bad), "if-broken"), (Stake(recovers: bad), "recovers"),
            (Stake(breaking: Breaking(gain: bad)), "breaking/gain"),
            (Stake(breaking: Breaking(aDay: bad)), "breaking/a-day"),
            (Stake(breaking: Breaking(relief: bad)), "breaking/relief"),
            (Stake(breaking: Breaking(guarantorCosts: bad)), "breaking/guarantor-costs"),
            (Stake(breaking: Breaking(loses: bad)), "breaking/loses"),
        ]
        for (stake, key) in negative {
            #expect(faults(stake) == ["\(Fault.Reason.negative(-1)) sheets/s/commitments/a/\(key)"])
        }
        for share in [Amount(from: -1, to: 0), Amount(from: half.least, to: 2)] {
            let reason = Fault.Reason.notAShare(share)
            #expect(faults(Stake(recoverable: share)) == ["\(reason) sheets/s/commitments/a/recoverable"])
            #expect(
                faults(Stake(breaking: Breaking(snapback: share))) == [
                    "\(reason) sheets/s/commitments/a/breaking/snapback"
                ])
            #expect(
                faults(Stake(breaking: Breaking(guarantor: share)))
                    == ["\(reason) sheets/s/commitments/a/breaking/guarantor"])
            #expect(faults(fine, "a", share) == ["\(reason) sheets/s/discount-a-year"])
        }
    }
}
