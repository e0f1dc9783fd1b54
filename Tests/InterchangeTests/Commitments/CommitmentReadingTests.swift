import Interchange
import Negotiation
import Testing

/// Every form in which commitments, times and stakes are written.
@Suite struct CommitmentReadingTests {
    /// A dossier whose commitment `a` has these keys, beside `b` and `c`, and with more keys at its end.
    static func files(_ keys: String, _ more: String = "", sheet: String? = nil) -> [String: String] {
        var files = [
            "dossier.yaml": """
            parley: 1
            parties: [{id: north, roles: [negotiator]}, {id: south, roles: [negotiator]}, {id: eu, roles: [owner]}]
            minimums: [{id: care, kind: mandate, text: Care}]
            issues:
              - id: line
                options:
                  - id: zone
                    commitments:
                      - {id: b, who: south, what: Does b, tranches: 4}
                      - {id: c, who: eu, what: Does c}
                      - id: a
                        what: Does a
            \(keys.split(separator: "\n", omittingEmptySubsequences: false).map { "            " + $0 }.joined(separator: "\n"))
            \(more)
            """
        ]
        files["sheets/s.yaml"] = sheet
        return files
    }

    private func read(_ keys: String, _ more: String = "") throws -> Commitment {
        let dossier = try reading(Self.files("who: north\n" + keys, more)).dossier
        return try #require(dossier.commitments.first { $0.id == "a" })
    }

    private func done(_ id: CommitmentID) -> Prerequisite { Prerequisite(.commitment(id, .done)) }
    private let one = TimeSpan(1, .days)
    private let five = TimeSpan(5, .days)

    @Test func who() throws {
        func who(_ text: String) throws -> [PartyID] {
            try reading(Self.files("who: \(text)")).dossier.commitments[2].who
        }
        #expect(try who("north") == ["north"] && who("[south, north]") == ["south", "north"])
    }

    @Test func after() throws {
        func after(_ text: String, _ more: String = "") throws -> [[Prerequisite]] {
            try read("after: \(text)", more).after
        }
        #expect(try after("b") == [[done("b")]])
        #expect(try after("[b, c]") == [[done("b")], [done("c")]])
        #expect(
            try after("[b, {verified: c, at-least: 1d, at-most: 5d}]")
                == [[done("b")], [Prerequisite(.commitment("c", .verified), least: one, greatest: five)]])
        #expect(try after("{begun: c}") == [[Prerequisite(.commitment("c", .begun))]])
        #expect(try after("{done: b, tranche: 2}") == [[Prerequisite(.commitment("b", .done, tranche: 2))]])
        #expect(
            try after("{event: signature, at-least: 5d}") == [
                [Prerequisite(.event("signature"), least: five)]
            ])
        #expect(
            try after("{any: [b, {verified: c}]}") == [
                [done("b"), Prerequisite(.commitment("c", .verified))]
            ])
        #expect(
            try after("{all: [b, {any: [c, signature]}]}") == [
                [done("b")], [done("c"), Prerequisite(.event("signature"))],
            ])
        #expect(
            try after("[{any: [b, c]}, {all: [b], any: [c]}]") == [
                [done("b"), done("c")], [done("b")], [done("c")],
            ])
        // As before there were any others.
        #expect(try after("signature") == [[Prerequisite(.event("signature"))]])
        let events = "timetable: {events: [{id: start}, {id: spring, on: 2025-03-21}]}"
        #expect(try after("[spring, b]", events) == [[Prerequisite(.event("spring"))], [done("b")]])
    }

    /// A name alone is what has it: an event, else a commitment; the event that nobody wrote gives way to a commitment.
    @Test func namesAlone() throws {
        let taken = "packages: [{id: p, choose: {}, commitments: [{id: signature, who: north, what: Signs}]}]"
        #expect(try read("after: signature", taken).after == [[done("signature")]])
        #expect(try read("after: {event: signature}", taken).after == [[Prerequisite(.event("signature"))]])
        #expect(
            try read("deadline: {within: 1d, of: b}").deadline == .within(one, of: .commitment("b", .done)))
        #expect(
            try read("deadline: {within: 1d, of: signature}").deadline
                == .within(one, of: .event("signature")))
        let lines = try refusal(Self.files("who: north\nafter: {done: signature}"))
        #expect(
            lines == [
                "dossier.yaml:14:27: error: no commitment is named `signature`; expected a commitment that the dossier has"
            ])
    }

    @Test func times() throws {
        let day = try #require(Moment("2015-12-31"))
        let noon = try #require(Moment("2015-12-31T12:00"))
        #expect(try read("deadline: 5d").deadline == .within(five, of: nil))
        for text in ["2015-12-31", "\"2015-12-31\"", "{on: 2015-12-31}", "{on: '2015-12-31'}"] {
            #expect(try read("deadline: \(text)").deadline == .on(day), "\(text)")
        }
        for text in [
            "2015-12-31T12:00", "\"2015-12-31T12:00\"", "{on: 2015-12-31T12:00}", "{on: '2015-12-31T12:00'}",
        ] {
            #expect(try read("deadline: \(text)").deadline == .on(noon), "\(text)")
        }
        #expect(
            try read("deadline: {within: 5d, of: {verified: b, tranche: 4}}").deadline
                == .within(five, of: .commitment("b", .verified, tranche: 4)))
        #expect(try read("deadline: {within: 5d}").deadline == .within(five, of: nil))
        #expect(try read("takes: 5d").takes == DoingTime(from: five, to: five))
        #expect(try read("takes: [1d, 5d]").takes == DoingTime(from: one, to: five))
        #expect(try read("takes: {at-least: 1d}").takes == DoingTime(from: one, to: nil))
        #expect(try read("takes: {at-most: 5d}").takes == DoingTime(from: .zero, to: five))
        #expect(
            try read("takes: {at-least: 1d, at-most: 5d, decided-by: nature}").takes
                == DoingTime(from: one, to: five, decidedBy: .nature))
        #expect(
            try read("takes: {at-least: 1d, at-most: 5d, decided-by: eu}").takes
                == DoingTime(from: one, to: five, decidedBy: .party("eu")))
        #expect(try read("verification: 5d").verification == TimeRange(from: five, to: five))
        #expect(try read("verification: [1d, 5d]").verification == TimeRange(from: one, to: five))
        #expect(try read("lasts: 120mo").lasts == TimeSpan(120, .months))
    }

    @Test func responses() throws {
        func ifNot(_ text: String) throws -> [Response] { try read("if-not: \(text)").ifNot }
        #expect(try ifNot("The table meets") == [Response(what: "The table meets")])
        #expect(
            try ifNot("{en: It meets, uk: Х}") == [
                Response(what: Text(byLanguage: ["en": "It meets", "uk": "Х"]))
            ])
        #expect(
            try ifNot(
                "{who: eu, what: Measures return, kind: snapback, within: 5d, suspends: [b], begins: c}")
                == [
                    Response(
                        who: ["eu"], what: "Measures return", kind: .snapback, within: five, suspends: ["b"],
                        begins: "c")
                ])
        #expect(
            try ifNot("[It meets, {who: [eu, north], what: {en: More}, kind: guarantee}]")
                == [
                    Response(what: "It meets"),
                    Response(who: ["eu", "north"], what: Text(byLanguage: ["en": "More"]), kind: .guarantee),
                ])
    }

    @Test func theRest() throws {
        #expect(try read("together-with: b").togetherWith == ["b"])
        #expect(try read("tranches: 4").tranches == Tranches(4))
        #expect(
            try read("tranches: {count: 4, at-least: 1d, at-most: 5d, in-step-with: b}").tranches
                == Tranches(4, least: one, greatest: five, inStepWith: "b"))
        for text in ["9", "\"9\"", "{at: 9}", "{at: \"9\", checked: no}", "{at: 9, checked: false}"] {
            #expect(try read("article: \(text)").article == Article("9"), "\(text)")
        }
        for text in ["yes", "true"] {
            #expect(
                try read("article: {at: 34(iii), checked: \(text)}").article
                    == Article("34(iii)", isChecked: true))
        }
        #expect(
            try read("topics: {pa-x: [CeProv, CeGen], pam: Cease Fire}").topics
                == [TopicCode(.paX, "CeProv"), TopicCode(.paX, "CeGen"), TopicCode(.pam, "Cease Fire")])
        let joint =
            "packages: [{id: p, choose: {line: zone}, commitments: [{id: j, who: [north, south], what: Joint, after: a}]}]"
        let package = try reading(Self.files("who: north", joint)).dossier.packages[0]
        #expect(package.commitments.map(\.after) == [[[done("a")]]])
    }

    @Test func theTimetable() throws {
        let timetable = try reading(
            Self.files(
                "who: north",
                """
                timetable:
                  reaction: 12h
                  events:
                    - {id: start, title: Signature, on: 2015-02-12T10:00, source: GC I, seen-by: public}
                    - {id: winter-ends, after: {event: start, at-least: 1d, at-most: 5d}}
                    - {id: report, after: {verified: b, at-most: 5d}}
                    - {id: spring, on: "2015-03-21"}
                  readings:
                    - {id: ours, title: Ours, clause: "9", held-by: north, seen-by: table, source: GC I, commitments: [
                        {id: a, who: south, what: Other, after: [start, new]}, {id: new, who: eu, what: New}]}
                """)
        ).dossier.timetable
        let a = Commitment(
            id: "a", who: ["south"], what: "Other", after: [[Prerequisite(.event("start"))], [done("new")]])
        #expect(
            timetable
                == Timetable(
                    events: [
                        Event(
                            id: "start", title: "Signature", on: Moment("2015-02-12T10:00"),
                            sources: [.work("GC I")],
                            seenBy: .public),
                        Event(
                            id: "winter-ends",
                            after: Prerequisite(.event("start"), least: one, greatest: five)),
                        Event(id: "report", after: Prerequisite(.commitment("b", .verified), greatest: five)),
                        Event(id: "spring", on: Moment("2015-03-21")),
                    ], reaction: .after(TimeSpan(12, .hours)),
                    readings: [
                        ClauseReading(
                            id: "ours", title: "Ours", clause: "9", heldBy: ["north"],
                            commitments: [a, Commitment(id: "new", who: ["eu"], what: "New")],
                            sources: [.work("GC I")],
                            seenBy: .table)
                    ]))
    }

    @Test func stakes() throws {
        let sheet = """
            party: north
            basis: estimate
            discount-a-year: 1/10
            commitments:
              a: {cost: 30, recoverable: 1/4, breaking: {gain: 100, a-day: 0.5, snapback: [0.6, 0.8], relief: 0.4,
                  guarantor: 0.5, guarantor-costs: 500, loses: 10}}
              b: {worth: {once: 5, a-day: [0.3, 0.4]}, if-broken: 20, recovers: 10}
              c: {cost: {a-day: 1}, breaking: {}}
            """
        let read = try reading(Self.files("who: north", sheet: sheet)).dossier.sheets[0]
        func amount(_ above: Int, _ below: Int = 1) -> Amount { Amount(Rational(above) / Rational(below)) }
        func range(_ least: Int, _ greatest: Int) -> Amount {
            Amount(from: Rational(least) / 10, to: Rational(greatest) / 10)
        }
        #expect(read.discountAYear == amount(1, 10))
        #expect(
            read.commitments == [
                "a": Stake(
                    cost: Flow(once: amount(30)), recoverable: amount(1, 4),
                    breaking: Breaking(
                        gain: amount(100), aDay: amount(1, 2), snapback: range(6, 8), relief: amount(2, 5),
                        guarantor: amount(1, 2), guarantorCosts: amount(500), loses: amount(10))),
                "b": Stake(
                    worth: Flow(once: amount(5), aDay: range(3, 4)), ifBroken: amount(20),
                    recovers: amount(10)),
                "c": Stake(cost: Flow(aDay: amount(1)), breaking: Breaking()),
            ])
    }

    /// What a person would write is what comes out.
    @Test func writtenShort() throws {
        let keys = """
            who: [north, eu]
            after: [b, {verified: c, at-least: 1d}, {any: [b, {begun: c}]}]
            deadline: {within: 30d, of: {event: signature}}
            takes: [1d, 5d]
            verified-by: [south]
            verification: 5d
            if-not: The table meets
            tranches: {count: 4, in-step-with: b}
            lasts: 120mo
            article: {at: "9", checked: yes}
            topics: {pam: Cease Fire, pa-x: [CeProv, CeGen]}
            """
        let dossier = try reading(Self.files(keys)).dossier
        let text = try #require(DossierWriter().files(for: dossier)["dossier.yaml"])
        for line in keys.split(separator: "\n") {
            #expect(text.contains(line + "\n"), "\(line) is not in \(text)")
        }
    }
}
