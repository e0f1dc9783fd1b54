import Negotiation
import Testing

/// What a careful reader would ask about who does what and when.
@Suite struct CommitmentFindingTests {
    private typealias Talks = SmallTalks

    /// Findings about commitments alone.
    private func findings(_ dossier: Dossier) -> [String] {
        #expect(dossier.faults() == [])
        return dossier.findings().compactMap { finding in
            switch finding.reason {
            case .commitmentsWait, .waitsForAnotherAnswer, .monthsUndated, .verificationUntimed,
                .verifierUnknown,
                .responseInWords, .breakingUnbound:
                "\(finding.reason) \(finding.place)"
            default: nil
            }
        }
    }

    private let zone = "issues/line/options/zone/commitments"

    // MARK: Rings

    @Test func ringsAreFound() {
        func ring(_ ids: [CommitmentID], at place: String) -> String {
            "\(Finding.Reason.commitmentsWait(ids)) \(place)/after"
        }
        func waits(_ id: CommitmentID, _ groups: [[Prerequisite]]) -> Commitment {
            Talks.commitment(id, "north") { $0.after = groups }
        }
        #expect(findings(Talks.dossier([waits("a", [Talks.done("b")]), waits("b", [])])) == [])
        #expect(
            findings(Talks.dossier([waits("a", [Talks.done("b")]), waits("b", [Talks.done("a")])]))
                == [ring(["a", "b"], at: "\(zone)/a")])
        // Longer, entered from outside, over a package and an option, by verification and beginning.
        let long = [
            waits("outside", [Talks.done("c")]), waits("a", [[Prerequisite(.commitment("b", .verified))]]),
            waits("b", [[Prerequisite(.commitment("c", .begun), least: TimeSpan(3, .days))]]),
        ]
        // It begins with the first of the file, whoever was found first.
        #expect(
            findings(Talks.dossier(long, joint: [waits("c", [Talks.done("a")])])).filter {
                $0.contains("Wait")
            }
                == [ring(["a", "b", "c"], at: "\(zone)/a")])
        // Two rings are two findings.
        let two = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")].map { one, other in
            waits(CommitmentID(one), [Talks.done(CommitmentID(other))])
        }
        #expect(
            findings(Talks.dossier(two)) == [
                ring(["a", "b"], at: "\(zone)/a"), ring(["c", "d"], at: "\(zone)/c"),
            ])
        // Something else would do.
        #expect(
            findings(
                Talks.dossier([
                    waits("a", [Talks.done("b") + Talks.done("c")]), waits("b", [Talks.done("a")]),
                    waits("c", []),
                ])) == [])
    }

    @Test func ringsLeadThroughEvents() {
        let report = Event(
            id: "report", after: Prerequisite(.commitment("b", .done), greatest: TimeSpan(1, .weeks)))
        let dossier = Talks.dossier(
            [
                Talks.commitment("a", "north") { $0.after = [[Prerequisite(.event("report"))]] },
                Talks.commitment("b", "south") { $0.after = [Talks.done("a")] },
            ], timetable: Timetable(events: [Timetable.signature, report]))
        #expect(findings(dossier) == ["\(Finding.Reason.commitmentsWait(["a", "b"])) \(zone)/a/after"])
    }

    @Test func noPackageHasTwoAnswersToOneQuestion() {
        let a = Talks.commitment("a", "north") { $0.after = [Talks.done("b")] }
        let b = Talks.commitment("b", "south") { $0.after = [Talks.done("a")] }
        func never(_ one: CommitmentID, _ other: CommitmentID, _ place: String) -> String {
            "\(Finding.Reason.waitsForAnotherAnswer(one, other)) \(place)/\(one)/after"
        }
        // Both directions, and no ring that any package has.
        #expect(
            findings(Talks.dossier([a], other: [b]))
                == [never("a", "b", zone), never("b", "a", "issues/line/options/freeze/commitments")])
        // The package chooses the zone.
        #expect(
            findings(Talks.dossier([], other: [Talks.commitment("b", "south")], joint: [a]))
                == [never("a", "b", "packages/draft/commitments")])
        #expect(findings(Talks.dossier([Talks.commitment("b", "south")], joint: [a])) == [])
        // Another thing would do.
        let either = Talks.commitment("a", "north") { $0.after = [Talks.done("b") + Talks.done("c")] }
        #expect(
            findings(
                Talks.dossier(
                    [either, Talks.commitment("c", "north")], other: [Talks.commitment("b", "south")])) == [])
    }

    // MARK: Times left open

    /// Where everything is words, nothing is asked about times.
    @Test func wordsAloneAreWhole() {
        let words = Talks.commitment("a", "north") {
            $0.by = "In spring"
            $0.verifiedBy = ["watch"]
            $0.ifNot = [Response(what: "The table meets")]
        }
        let after = Talks.commitment("b", "south") { $0.after = [Talks.done("a")] }
        #expect(findings(Talks.dossier([words, after])) == [])
        let timed = Talks.commitment("b", "south") { $0.deadline = .within(TimeSpan(30, .days), of: nil) }
        #expect(
            findings(Talks.dossier([words, timed])) == [
                "\(Finding.Reason.verificationUntimed(["a"])) \(zone)/a/verification",
                "\(Finding.Reason.responseInWords(["a"])) \(zone)/a/if-not",
            ])
    }

    @Test func oneQuestionForEachIssueAndPackage() {
        func verified(_ id: CommitmentID) -> Commitment {
            Talks.commitment(id, "north") {
                $0.verifiedBy = ["watch"]
                $0.takes = DoingTime(from: .zero, to: TimeSpan(1, .days))
            }
        }
        #expect(
            findings(
                Talks.dossier([verified("a"), verified("b")], other: [verified("c")], joint: [verified("d")]))
                == [
                    "\(Finding.Reason.verificationUntimed(["a", "b", "c"])) \(zone)/a/verification",
                    "\(Finding.Reason.verificationUntimed(["d"])) packages/draft/commitments/d/verification",
                ])
        let unknown = Talks.commitment("a", "north") { $0.verification = TimeRange(from: .zero, to: .zero) }
        #expect(
            findings(Talks.dossier([unknown])) == [
                "\(Finding.Reason.verifierUnknown(["a"])) \(zone)/a/verification"
            ])
    }

    @Test func responsesThatNoTimetableShows() {
        func asked(_ response: Response) -> Bool {
            let a = Talks.commitment("a", "north") { $0.ifNot = [response] }
            let b = Talks.commitment("b", "south") { $0.deadline = .within(.zero, of: nil) }
            return !findings(Talks.dossier([a, b])).isEmpty
        }
        let day = TimeSpan(1, .days)
        #expect(asked(Response(what: "Words")) && asked(Response(who: ["south"], what: "Words")))
        #expect(asked(Response(what: "Words", within: day)))
        #expect(!asked(Response(who: ["south"], what: "Words", within: day)) && !asked(Response(begins: "b")))
    }

    @Test func monthsNeedADate() {
        let month = TimeSpan(1, .months)
        func asked(_ timetable: Timetable = Timetable(), _ change: (inout Commitment) -> Void) -> [String] {
            findings(
                Talks.dossier([Talks.commitment("a", "north", change: change)], timetable: timetable))
        }
        let found = ["\(Finding.Reason.monthsUndated(["a"], events: [])) \(zone)/a/id"]
        let dated = Timetable(events: [Event(id: "start", on: Moment("2025-01-31"))])
        let undated = Timetable(events: [Event(id: "start")])
        func after(_ id: EventID) -> (inout Commitment) -> Void {
            { $0.after = [[Prerequisite(.event(id), least: month)]] }
        }
        #expect(asked { $0.deadline = .within(month, of: nil) } == found)
        #expect(asked(undated) { $0.deadline = .within(month, of: nil) } == found)
        #expect(asked(dated) { $0.deadline = .within(month, of: nil) } == [])
        #expect(asked(dated) { $0.deadline = .within(month, of: .event("start")) } == [])
        #expect(asked(undated) { $0.deadline = .within(TimeSpan(30, .days), of: nil) } == [])
        #expect(asked(dated, after("start")) == [] && asked(undated, after("start")) == found)
        for change: (inout Commitment) -> Void in [
            { $0.takes = DoingTime(from: month, to: month) }, { $0.lasts = month },
            { $0.tranches = Tranches(2, greatest: month) },
            { $0.deadline = .within(month, of: .commitment("a", .begun)) },
        ] { #expect(asked(dated, change) == found) }
        let spring = Event(id: "spring", after: Prerequisite(.event("start"), greatest: month))
        #expect(asked(Timetable(events: dated.events + [spring])) { _ in } == [])
        #expect(
            asked(Timetable(events: undated.events + [spring])) { _ in }
                == ["\(Finding.Reason.monthsUndated([], events: ["spring"])) timetable/events/spring/after"])
    }

    @Test func breakingIsForWhoIsBound() {
        func asked(_ party: PartyID, _ readings: [ClauseReading] = []) -> [String] {
            let sheet = Sheet(
                id: "s", party: party, basis: .estimate,
                commitments: ["a": Stake(breaking: Breaking()), "b": Stake(worth: Flow(once: Amount(3)))])
            return findings(
                Talks.dossier(
                    [Talks.commitment("a", "north"), Talks.commitment("b", "watch")],
                    timetable: Timetable(readings: readings), sheets: [sheet]))
        }
        #expect(asked("north") == [])
        #expect(
            asked("south") == [
                "\(Finding.Reason.breakingUnbound("s", ["a"])) sheets/s/commitments/a/breaking"
            ])
        let reading = ClauseReading(id: "r", title: "R", commitments: [Talks.commitment("a", "south")])
        #expect(asked("south", [reading]) == [])
    }

    // MARK: Who decides

    @Test func whoDecidesHowLong() {
        func decider(_ who: [PartyID], _ takes: DoingTime?) -> DoingTime.Decider? {
            Commitment(id: "a", who: who, what: "", takes: takes).decider(in: Talks.dossier([]))
        }
        let range = DoingTime(from: .zero, to: TimeSpan(1, .weeks))
        func named(_ decider: DoingTime.Decider) -> DoingTime {
            DoingTime(from: .zero, to: TimeSpan(1, .weeks), decidedBy: decider)
        }
        #expect(decider(["parliament"], nil) == nil)
        #expect(decider(["north"], range) == .doer && decider(["watch"], range) == .doer)
        #expect(decider(["parliament"], range) == .party("parliament"))
        #expect(decider(["watch", "bank"], range) == .party("bank"))
        #expect(decider(["parliament", "north"], range) == .doer)
        // Nothing is left to decide, or nothing bounds it.
        #expect(decider(["parliament"], DoingTime(from: .zero, to: .zero)) == .doer)
        #expect(decider(["parliament"], DoingTime(from: .zero, to: nil)) == .doer)
        #expect(decider(["parliament"], named(.nature)) == .nature)
        #expect(decider(["north"], named(.party("south"))) == .party("south"))
        #expect(decider(["north"], named(.party("north"))) == .doer)
        #expect(decider(["bank"], named(.party("bank"))) == .party("bank"))
    }
}
