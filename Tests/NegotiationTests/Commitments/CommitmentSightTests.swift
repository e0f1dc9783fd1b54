import Negotiation
import TestSupport
import Testing

/// Who sees what of commitments, events, readings and stakes.
@Suite struct CommitmentSightTests {
    private typealias Talks = SmallTalks
    private let day = TimeSpan(1, .days)

    /// What the public sees of `a`, beside the public `b` and the hidden `h`.
    private func seen(
        _ timetable: Timetable = Timetable(), _ change: (inout Commitment) -> Void
    ) -> Commitment? {
        let hidden = Talks.commitment("h", "north") {
            $0.tranches = Tranches(2)
            $0.seenBy = .team
        }
        let b = Talks.commitment("b", "south") { $0.tranches = Tranches(2) }
        let dossier = Talks.dossier(
            [Talks.commitment("a", "north", change: change), b, hidden], timetable: timetable)
        #expect(dossier.faults() == [])
        let view = dossier.seen(by: .public)
        #expect(view.faults() == [] && view.issues[0].options[0].commitments.count <= 2)
        return view.commitments.first { $0.id == "a" }
    }

    private func isUnchanged(_ timetable: Timetable = Timetable(), _ change: (inout Commitment) -> Void)
        -> Bool
    {
        var whole = Talks.commitment("a", "north")
        change(&whole)
        return seen(timetable, change) == whole
    }

    @Test func allWhoDoItAreSeen() {
        #expect(seen { $0.who = ["north", "secret"] } == nil)
        #expect(seen { $0.who = ["secret"] } == nil)
        #expect(seen { $0.seenBy = .table } == nil)
        #expect(isUnchanged { $0.who = ["north", "south"] })
        var dossier = Talks.dossier(
            [], joint: [Talks.commitment("a", "north"), Talks.commitment("h", "secret")])
        #expect(dossier.seen(by: .public).packages[0].commitments.map(\.id) == ["a"])
        dossier.packages[0].seenBy = .team
        #expect(dossier.seen(by: .public).commitments.isEmpty)
    }

    @Test func anUnseenAlternativeTakesTheOthersAlong() {
        let (b, h) = (Talks.done("b"), Talks.done("h"))
        #expect(seen { $0.after = [h, b] }?.after == [b])
        #expect(seen { $0.after = [b + h, b] }?.after == [b])
        #expect(
            isUnchanged {
                $0.after = [b, [Prerequisite(.event("signature"), least: .zero, greatest: .zero)]]
            })
        let hidden = Timetable(events: [
            Event(id: "start", seenBy: .public), Event(id: "spring", on: Moment("2025-03-21")),
        ])
        #expect(
            seen(hidden) { $0.after = [[Prerequisite(.event("spring"))], [Prerequisite(.event("start"))]] }?
                .after.count == 1)
    }

    @Test func timesAreNotCountedFromWhatIsUnseen() {
        #expect(seen { $0.deadline = .within(day, of: .commitment("h", .done)) }?.deadline == nil)
        #expect(isUnchanged { $0.deadline = .within(day, of: .commitment("b", .verified, tranche: 2)) })
        #expect(isUnchanged { $0.deadline = .within(day, of: nil) })
        #expect(
            seen { $0.takes = DoingTime(from: day, to: day, decidedBy: .party("secret")) }?.takes
                == DoingTime(from: day, to: day, decidedBy: .nature))
        #expect(isUnchanged { $0.takes = DoingTime(from: day, to: day, decidedBy: .party("bank")) })
        #expect(seen { $0.verifiedBy = ["secret", "watch"] }?.verifiedBy == ["watch"])
        #expect(seen { $0.togetherWith = ["h", "b"] }?.togetherWith == ["b"])
        #expect(
            seen { $0.tranches = Tranches(2, least: day, inStepWith: "h") }?.tranches
                == Tranches(2, least: day))
        #expect(isUnchanged { $0.tranches = Tranches(2, inStepWith: "b") })
    }

    @Test func responsesAreWholeOrAbsent() {
        func shown(_ response: Response) -> [Response]? { seen { $0.ifNot = [response] }?.ifNot }
        #expect(shown(Response(who: ["south", "secret"], what: "Words")) == [])
        #expect(shown(Response(what: "Words", begins: "h")) == [])
        #expect(
            shown(Response(who: ["south"], what: "Words", suspends: ["h", "b"]))
                == [Response(who: ["south"], what: "Words", suspends: ["b"])])
        // Nothing would be left to read.
        #expect(shown(Response(who: ["south"], within: day, suspends: ["h"])) == [])
        #expect(
            isUnchanged { $0.ifNot = [Response(who: ["south"], kind: .snapback, within: day, begins: "b")] })
    }

    // MARK: Events

    private func events(_ events: [Event]) -> [Event] {
        let dossier = Talks.dossier(
            [Talks.commitment("h", "secret"), Talks.commitment("b", "south")],
            timetable: Timetable(events: events))
        #expect(dossier.faults() == [])
        let view = dossier.seen(by: .public)
        #expect(view.faults() == [] && view.seen(by: .public) == view)
        return view.timetable.events
    }

    @Test func eventsGoWithWhatTheyFollow() {
        let first = Event(id: "start", seenBy: .public)
        func after(_ milestone: Milestone, _ id: EventID, _ seenBy: Visibility = .public) -> Event {
            Event(id: id, after: Prerequisite(milestone, greatest: TimeSpan(1, .weeks)), seenBy: seenBy)
        }
        let seen = after(.commitment("b", .done), "seen")
        #expect(events([first, seen, after(.commitment("h", .done), "hidden")]) == [first, seen])
        // Also through several events, in any order of the file.
        let chain = [after(.event("y"), "x"), after(.event("z"), "y"), after(.commitment("h", .begun), "z")]
        #expect(events([first] + chain + [after(.event("x"), "w")]) == [first])
        #expect(
            events(
                [first]
                    + [after(.event("team"), "x"), Event(id: "tea", on: Moment("2025-01-01"))].dropFirst())
                == [first])
    }

    @Test func anEventStandsInForTheFirst() {
        let spring = Event(id: "spring", on: Moment("2025-03-21"), seenBy: .public)
        #expect(events([Event(id: "secret-talks"), spring]) == [Timetable.signature, spring])
        #expect(events([Event(id: "secret-talks")]) == [])
        // Its name is nobody else's.
        let signature = Event(id: "signature", on: Moment("2025-02-01"), seenBy: .public)
        var standIn = Timetable.signature
        standIn.id = "signature-2"
        #expect(events([Event(id: "secret-talks"), signature]) == [standIn, signature])
    }

    // MARK: Readings and stakes

    @Test func readingsAreWholeOrAbsent() {
        func isSeen(_ change: (inout ClauseReading) -> Void) -> Bool {
            var reading = ClauseReading(
                id: "r", title: "R", heldBy: ["north"],
                commitments: [Talks.commitment("b", "south"), Talks.commitment("new", "north")],
                seenBy: .public)
            change(&reading)
            let dossier = Talks.dossier(
                [Talks.commitment("b", "south"), Talks.commitment("h", "north") { $0.seenBy = .team }],
                timetable: Timetable(
                    events: [
                        Event(id: "start", seenBy: .public), Event(id: "dark", on: Moment("2025-01-01")),
                    ],
                    readings: [reading]))
            #expect(dossier.faults() == [])
            let view = dossier.seen(by: .public)
            #expect(
                view.faults() == []
                    && (view.timetable.readings.isEmpty || view.timetable.readings == [reading]))
            return !view.timetable.readings.isEmpty
        }
        #expect(isSeen { _ in })
        #expect(isSeen { $0.commitments[0].after = [Talks.done("new"), [Prerequisite(.event("start"))]] })
        let hiding: [(inout ClauseReading) -> Void] = [
            { $0.seenBy = .table }, { $0.heldBy = ["secret"] }, { $0.commitments[1].who = ["secret"] },
            { $0.commitments[1].seenBy = .team }, { $0.commitments[1].verifiedBy = ["secret"] },
            { $0.commitments[1].ifNot = [Response(who: ["secret"], what: "Words")] },
            { $0.commitments[1].takes = DoingTime(from: .zero, to: .zero, decidedBy: .party("secret")) },
            { $0.commitments[1].after = [Talks.done("h")] }, { $0.commitments[1].togetherWith = ["h"] },
            { $0.commitments[1].after = [[Prerequisite(.event("dark"))]] },
            { $0.commitments[1].deadline = .within(.zero, of: .event("dark")) },
            { $0.commitments[1].ifNot = [Response(suspends: ["h"])] }, { $0.commitments[1].id = "h" },
        ]
        for (place, hide) in hiding.enumerated() { #expect(!isSeen(hide), "\(place)") }
    }

    @Test func stakesAreThoseOfWhatIsSeen() {
        let stake = Stake(cost: Flow(once: Amount(3)))
        let sheet = Sheet(
            id: "own", party: "north", basis: .declared,
            commitments: ["b": stake, "h": stake, "new": stake, "dark": stake], discountAYear: Amount(0))
        func reading(_ id: CommitmentID, _ seenBy: Visibility) -> ClauseReading {
            ClauseReading(
                id: ClauseReadingID(id.rawValue), title: "R", commitments: [Talks.commitment(id, "south")],
                seenBy: seenBy)
        }
        let dossier = Talks.dossier(
            [Talks.commitment("b", "south"), Talks.commitment("h", "north") { $0.seenBy = .team }],
            timetable: Timetable(readings: [reading("new", .public), reading("dark", .team)]), sheets: [sheet]
        )
        let view = dossier.seen(by: .party("north"))
        #expect(view.sheets.first?.commitments.keys.sorted() == ["b", "new"])
        #expect(view.sheets.first?.discountAYear == Amount(0) && view.faults() == [])
    }

    @Test func looseEndsAreTakenOff() {
        let a = Talks.commitment("a", "north") {
            $0.after = [Talks.done("b"), [Prerequisite(.event("spring"))]]
            $0.deadline = .within(day, of: .commitment("b", .done, tranche: 2))
            $0.tranches = Tranches(2, inStepWith: "b")
            $0.ifNot = [Response(begins: "b")]
        }
        let b = Talks.commitment("b", "south") { $0.tranches = Tranches(2) }
        let whole = Talks.dossier(
            [a, b],
            timetable: Timetable(events: [Event(id: "start"), Event(id: "spring", on: Moment("2025-03-21"))]))
        #expect(whole.faults() == [] && whole.withoutLooseEnds == whole)
        var mixed = whole
        mixed.issues[0].options[0].commitments[1].tranches = nil
        mixed.timetable.events.removeLast()
        #expect(mixed.withoutLooseEnds.faults() == [])
        mixed.issues[0].options[0].commitments.removeLast()
        #expect(mixed.withoutLooseEnds.faults() == [])
        #expect(mixed.withoutLooseEnds.commitments[0].after == [])
    }

    /// What is shown to somebody who may not see what it speaks of is told to the team.
    @Test func whatIsWithheldIsAsked() {
        let reading = ClauseReading(
            id: "r", title: "R", heldBy: ["secret"], commitments: [Talks.commitment("b", "south")],
            seenBy: .public)
        let event = Event(
            id: "x", after: Prerequisite(.commitment("h", .done), greatest: day), seenBy: .public)
        let dossier = Talks.dossier(
            [Talks.commitment("b", "south"), Talks.commitment("h", "secret")],
            timetable: Timetable(events: [Event(id: "start", seenBy: .public), event], readings: [reading]))
        let withheld = dossier.findings().filter { if case .shownWithout = $0.reason { true } else { false } }
        #expect(
            withheld.map(\.place.description) == [
                "timetable/events/x/seen-by", "timetable/readings/r/seen-by",
            ])
    }

    /// Other suites hide things around commitments: some viewers must see each kind of tie, event, reading and stake.
    @Test func someViewsOfRandomDossiersHaveTimes() {
        var counts: [String: Int] = [:]
        for seed in 1...200 as ClosedRange<UInt64> {
            let dossier = RandomDossier.make(seed: seed)
            for party in dossier.parties {
                let view = dossier.seen(by: .party(party.id))
                func count(_ name: String, _ number: Int) { counts[name, default: 0] += number }
                for commitment in view.commitments {
                    count("group", commitment.after.count { $0.count > 1 })
                    count("event", commitment.after.joined().count { $0.of.event != nil })
                    count(
                        "verified",
                        commitment.after.joined().count {
                            $0.of.commitment != nil && $0 != Talks.done($0.of.commitment!)[0]
                        })
                    count("deadline", commitment.deadline == nil ? 0 : 1)
                    count("untimed", commitment.deadline == nil ? 1 : 0)
                    count("nature", commitment.takes?.decidedBy == .nature ? 1 : 0)
                    count("response", commitment.ifNot.count { $0.isBranch })
                    count("together", commitment.togetherWith.count)
                    count("step", commitment.tranches?.inStepWith == nil ? 0 : 1)
                    count(
                        "alone", commitment.tranches != nil && commitment.tranches?.inStepWith == nil ? 1 : 0)
                }
                count("joint", view.packages.flatMap(\.commitments).count)
                count("events", view.timetable.events.count)
                count("stand-in", view.timetable.events.first == Timetable.signature ? 1 : 0)
                count("reading", view.timetable.readings.count)
                count("stake", view.sheets.flatMap { Array($0.commitments.keys) }.count)
            }
        }
        #expect(counts.count == 15 && counts.values.allSatisfy { $0 >= 5 }, "\(counts)")
    }
}
