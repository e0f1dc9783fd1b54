import Interchange
import Negotiation
import Testing

/// What is wrong in commitments, events, readings and stakes, with its place and what belongs there.
@Suite struct CommitmentErrorTests {
    /// The only line with which a commitment with this key is refused, without the file's name. The key stands in line 14.
    private func refused(_ key: String, _ more: String = "") throws -> String {
        let lines = try refusal(CommitmentReadingTests.files("who: north\n" + key, more))
        #expect(lines.count == 1, "\(lines)")
        return lines[0].replacing("dossier.yaml:", with: "").replacing(" error:", with: "")
    }

    private let span =
        "expected a whole number with `min`, `h`, `d`, `w` or `mo` right behind it, such as `30d`, at most 200 years"

    @Test func spans() throws {
        let cases: [(String, String?)] = [
            ("30 days", "30d"), ("-3d", nil), ("1y", "12mo"), ("2 years", "24mo"), ("3m", nil), ("1.5d", nil),
            ("99999d", nil),
            ("2 hrs", "2h"), ("d", nil),
        ]
        for (text, meant) in cases {
            let line = try refused("lasts: \(text)")
            let hint = meant.map { "; did you mean `\($0)`?" } ?? ""
            #expect(line == "14:20: `\(text)` is not a length of time; \(span)\(hint)")
        }
        #expect(
            try refused("takes: [1d, 5 d]")
                == "14:25: `5 d` is not a length of time; \(span); did you mean `5d`?")
        #expect(
            try refused("takes: [1d]")
                == "14:20: a range of 1 lengths of time; expected two: `[least, greatest]`")
        #expect(
            try refused("takes: [2w, 5d]")
                == "14:13: the range begins above its end: `2w` is longer than `5d`; expected the shorter time first: `5d`, then `2w`"
        )
    }

    @Test func after() throws {
        let one = "expected one of `begun`, `done`, `verified`, `event`"
        #expect(try refused("after: {at-least: 3d}") == "14:20: this does not say what comes first; \(one)")
        #expect(
            try refused("after: {done: b, event: signature}")
                == "14:20: `done`, `event` in one; expected one of them; write several")
        #expect(try refused("after: {any: []}") == "14:26: no alternative stands here; expected at least one")
        #expect(
            try refused("after: {any: b}")
                == "14:26: the text `b` stands here; expected a list of things of which one comes first")
        #expect(
            try refused("after: {any: [{any: [b]}]}").hasPrefix(
                "14:28: one thing that comes first has no key `any`"))
        #expect(
            try refused("after: {any: [b], at-least: 3d}").hasPrefix(
                "14:31: what comes first has no key `at-least`"))
        #expect(
            try refused("after: {dune: b}")
                == "14:21: one thing that comes first has no key `dune`; did you mean `done`?")
        #expect(
            try refused("after: {event: signature, tranche: 1}")
                == "14:48: a tranche of an event; expected no `tranche`: only commitments have them")
        #expect(
            try refused("after: {done: b, tranche: 0}")
                == "14:39: `0` stands here; expected the number of a tranche, from 1")
        #expect(
            try refused("after: {done: b, tranche: 5}")
                == "14:27: tranche 5 of `b`, which has 4; expected 1 to 4")
        #expect(
            try refused("after: {done: c, tranche: 1}")
                == "14:27: tranche 1 of `c`, which is not done in tranches; expected no `tranche`, or `tranches` there"
        )
        #expect(
            try refused("after: [b, signatur]")
                == "14:24: no commitment is named `signatur`; did you mean `signature`?")
        #expect(
            try refused("after: {event: signatur}")
                == "14:28: no event is named `signatur`; did you mean `signature`?")
        #expect(
            try refused("after: {event: spring}")
                == "14:28: no event is named `spring`; expected an event that the dossier has")
        #expect(try refused("after: a") == "14:20: `a` waits for itself; expected something else")
        #expect(try refused("after: care").hasPrefix("14:20: `care` is a minimum: it holds in every package"))
    }

    @Test func times() throws {
        let expected =
            "expected a length of time such as `30d`, a day such as `2015-12-31`, or `{within: 30d, of: name}`"
        #expect(try refused("deadline: soon") == "14:23: `soon` is no deadline; \(expected)")
        #expect(try refused("deadline: 2015-02-30") == "14:23: `2015-02-30` is no deadline; \(expected)")
        let kind = "14:23: a deadline that is not of one kind; expected `within`, perhaps with `of`; or `on`"
        #expect(try refused("deadline: {soon: 5d}").hasPrefix("14:24: a deadline has no key `soon`"))
        for text in ["{of: b}", "{within: 5d, on: 2015-12-31}", "{on: 2015-12-31, of: b}", "{}"] {
            #expect(try refused("deadline: \(text)") == kind, "\(text)")
        }
        #expect(
            try refused("deadline: {on: 2015}")
                == "14:28: `2015` is not a point of time; expected a day that exists, perhaps with a time: `2015-02-12` or `2015-02-12T10:00`"
        )
        #expect(
            try refused("deadline: {within: 5d, of: a}")
                == "14:40: the deadline of `a` is counted from its own end; expected something else, or `{begun: a}`"
        )
        #expect(
            try refused("takes: {}")
                == "14:20: a time of doing that says nothing; expected `at-least` or `at-most`")
        #expect(
            try refused("takes: {at-least: 5d, decided-by: eu}")
                == "14:13: others decide how long `a` takes, and nobody says how long at most; expected the key `at-most`"
        )
        #expect(
            try refused("takes: {at-most: 5d, decided-by: natur}")
                == "14:46: no party is named `natur`; did you mean `nature`?")
        #expect(try refused("tranches: 1") == "14:13: 1 tranches; expected 2 to 60")
        #expect(
            try refused("tranches: many") == "14:23: `many` stands here; expected a whole number from 2 to 60"
        )
        #expect(
            try refused("tranches: {at-least: 5d}")
                == "14:23: tranches without `count`; expected the key `count`")
        #expect(
            try refused("tranches: {count: 3, in-step-with: b}")
                == "14:48: `a` goes in step with `b`, which has not as many tranches; expected the same `count` in both"
        )
        #expect(
            try refused("tranches: {count: 3, in-step-with: a}")
                == "14:48: `a` goes in step with itself; expected another commitment")
        #expect(
            try refused("together-with: a")
                == "14:28: `a` is done together with itself; expected another commitment")
    }

    @Test func theRest() throws {
        #expect(
            try refused("if-not: {who: eu, within: 5d}")
                == "14:13: a response that does not say what follows; expected `what`, `kind`, `suspends` or `begins`"
        )
        #expect(
            try refused("if-not: {who: eu, wat: It}").hasPrefix(
                "14:31: a response has no key `wat`; did you mean `what`?"))
        #expect(
            try refused("if-not: {begins: a}")
                == "14:30: `a` is the response to itself; expected another commitment")
        #expect(
            try refused("if-not: {kind: snapbak}")
                == "14:28: `snapbak` is none of the words that may stand here; expected one of `snapback`, `suspension`, `guarantee`; did you mean `snapback`?"
        )
        #expect(
            try refused("topics: {pax: CeProv}") == "14:22: topics has no key `pax`; did you mean `pa-x`?")
        #expect(
            try refused("article: {checked: yes}") == "14:22: an article without `at`; expected the key `at`")
        #expect(
            try refused("article: {at: 9, checked: maybe}").hasPrefix(
                "14:39: `maybe` is none of the words that may stand here"))
        let lines = try refusal(CommitmentReadingTests.files("who: []"))
        #expect(lines == ["dossier.yaml:13:13: error: no party; expected at least one"])
    }

    @Test func minimums() throws {
        let start = "the commitment `a` carries out the minimum `care`, and"
        func fulfils(_ key: String) throws -> String { try refused(key + "\nfulfils: care") }
        #expect(
            try fulfils("after: b")
                == "11:13: \(start) comes after `b`, in which others take part: a minimum waits for nobody else's performance; expected no tie to it; events, and what the same parties do, may come first"
        )
        #expect(
            try fulfils("if-not: It meets")
                == "11:13: \(start) a minimum is owed whatever follows; expected no `if-not`")
        let own = """
            packages:
              - {id: p, choose: {}, commitments: [{id: own, who: north, what: Own, verified-by: south, if-not: {suspends: a}},
                  {id: d, who: south, what: Does d, if-not: {begins: a}}]}
            """
        let lines = try refusal(
            CommitmentReadingTests.files("who: north\nafter: {verified: own}\nfulfils: care", own))
        #expect(
            lines.map { $0.replacing("dossier.yaml:11:13: error: \(start) ", with: "") } == [
                "comes after others have verified `own`: a minimum waits for nobody else's verdict; expected `{done: own}`, or no tie to it",
                "begins only if `d` is not kept: a minimum is no response; expected no `begins: a` there",
                "is suspended if `own` is not kept: a minimum is suspended by nothing; expected no `suspends: [a]` there",
            ])
    }

    @Test func timetables() throws {
        /// The files end with a timetable, which begins in line 14.
        func refused(_ lines: String...) throws -> String {
            let text = "timetable:\n  " + lines.joined(separator: "\n  ")
            let found = try refusal(CommitmentReadingTests.files("who: north", text))
            #expect(found.count == 1, "\(found)")
            return found[0].replacing("dossier.yaml:", with: "").replacing(" error:", with: "")
        }
        #expect(
            try refused("events: [{id: x}, {id: y}]")
                == "15:21: nobody says when the event `y` is; expected `on` or `after`: only the first event may have neither"
        )
        #expect(
            try refused("events: [{id: x}, {id: y, on: 2015-01-01, after: {event: x, at-most: 1d}}]")
                == "15:21: the event `y` has both `on` and `after`; expected one of the two")
        #expect(
            try refused("events: [{id: x}, {id: y, after: x}]")
                == "15:29: nobody says how long after at the latest the event `y` is; expected the key `at-most`"
        )
        #expect(
            try refused("events: [{id: x, after: {done: b, at-most: 1d}}]")
                == "15:20: the first event, `x`, follows something, and all is counted from it; expected another event first, or no `after`"
        )
        #expect(
            try refused(
                "events: [{id: x}, {id: y, after: {event: z, at-most: 1d}}, {id: z, after: {event: y, at-most: 1d}}]"
            )
                == "15:29: events follow each other in a ring, so that none has a time: `y` after `z` after `y`; expected one of them with a date, or after something else"
        )
        #expect(
            try refused("events: [{id: b}]")
                == "15:12: an event and a commitment are both named `b`; expected two names")
        #expect(
            try refused("events: [{id: x}, {id: x, on: 2015-01-01}]")
                == "15:26: a second event is named `x`; expected a name that no other event has")
        #expect(
            try refused("readings: [{id: r, title: R, commitments: []}]")
                == "15:32: no commitment; expected at least one")
        #expect(
            try refused("readings: [{id: r, title: R, commitments: [{id: b, who: soth, what: B}]}]")
                == "15:59: no party is named `soth`; did you mean `south`?")
        #expect(
            try refused(
                "readings: [{id: r, title: R, commitments: [{id: n, who: eu, what: N}, {id: n, who: eu, what: N}]}]"
            )
                == "15:78: a second commitment is named `n`; expected a name that no other commitment has")
        #expect(
            try refused("reaction: soon")
                == "15:13: `soon` is not a length of time; \(span), or `strict` or `instantaneous`")
        // Where events cannot be read, no name alone is held to be wrong.
        let lines = try refusal(
            CommitmentReadingTests.files("who: north\nafter: spring", "timetable: {events: [{id: \"?\"}]}"))
        #expect(lines.count == 1 && lines[0].hasPrefix("dossier.yaml:15:27: error: `?` cannot be a name"))
        for events in ["x", "{id: spring}"] {
            let lines = try refusal(
                CommitmentReadingTests.files(
                    "who: north\nafter: [spring, {event: spring}]", "timetable: {events: \(events)}"))
            #expect(lines.count == 1 && lines[0].hasSuffix("expected a list of events"), "\(lines)")
        }
    }

    @Test func stakes() throws {
        func refused(_ key: String) throws -> String {
            let sheet = "party: north\nbasis: estimate\n\(key)\n"
            let lines = try refusal(CommitmentReadingTests.files("who: north", sheet: sheet))
            #expect(lines.count == 1, "\(lines)")
            return lines[0].replacing("sheets/s.yaml:", with: "").replacing(" error:", with: "")
        }
        let share = "expected 0 to 1, such as `1/10` for 10 in 100"
        #expect(try refused("discount-a-year: 10") == "3:18: `10` is no share of a whole; \(share)")
        #expect(try refused("discount-a-year: 10%").hasPrefix("3:18: `10%` is not a number"))
        #expect(
            try refused("commitments: {a: {breaking: {snapback: [0.5, 2]}}}")
                == "3:40: `[0.5, 2]` is no share of a whole; \(share)")
        #expect(try refused("commitments: {a: {cost: -1}}") == "3:25: `-1` is below 0; expected 0 or more")
        #expect(
            try refused("commitments: {a: {worth: {a-day: [-1, 1]}}}")
                == "3:34: `-1` is below 0; expected 0 or more")
        #expect(
            try refused("commitments: {aa: {cost: 1}}")
                == "3:15: no commitment is named `aa`; did you mean `a`?")
        #expect(
            try refused("commitments: {a: {}}").hasPrefix(
                "3:18: a stake that says nothing; expected one of `cost`"))
        #expect(
            try refused("commitments: {a: {cost: {}}}")
                == "3:25: points that say nothing; expected `once` or `a-day`")
        #expect(
            try refused("commitments: {a: {cots: 1}}")
                == "3:19: a stake has no key `cots`; did you mean `cost`?")
    }

    @Test func readingsHaveALimit() throws {
        let readings = (0..<25).map { "{id: r\($0), title: R, commitments: [{id: b, who: eu, what: B}]}" }
        let text = "timetable: {readings: [\(readings.joined(separator: ", "))]}"
        let lines = try refusal(CommitmentReadingTests.files("who: north", text))
        #expect(lines.count == 1 && lines[0].contains("25 readings; expected at most 24"))
    }

    /// A finding about a commitment is shown where it stands, wherever that is.
    @Test func placesOfCommitments() throws {
        let read = try reading(
            CommitmentReadingTests.files(
                "who: north",
                """
                packages: [{id: p, choose: {}, commitments: [{id: j, who: north, what: J}]}]
                timetable: {events: [{id: start}], readings: [{id: r, title: R, commitments: [{id: n, who: eu, what: N}]}]}
                """))
        func place(_ path: String) -> String? {
            read.places.place(of: ItemPath(path.split(separator: "/").map(String.init)))?.description
        }
        #expect(
            place("commitments/b") == "dossier.yaml:9:13" && place("commitments/j") == "dossier.yaml:14:46")
        #expect(place("commitments/n") == "dossier.yaml:15:79")
        #expect(place("timetable/events/start") == "dossier.yaml:15:22")
        #expect(place("timetable/readings/r/commitments/n/who") == "dossier.yaml:15:87")
        #expect(place("packages/p/commitments/j/what") == "dossier.yaml:14:66")
    }

    @Test func whatBeginsOnlyIfAnotherFailsIsSeenWithIt() throws {
        func lines(_ seenBy: String) throws -> [String] {
            let text = """
                parley: 1
                parties: [{id: north, seen-by: public}, {id: south, seen-by: public}]
                issues:
                  - id: line
                    seen-by: public
                    options:
                      - id: zone
                        seen-by: public
                        commitments:
                          - {id: x, who: north, what: Leave, if-not: {who: south, begins: back}}
                          - {id: back, who: south, what: Come back\(seenBy)}
                """
            do throws(UnreadableDossier) {
                _ = try DossierReader().read(files: ["dossier.yaml": Array(text.utf8)])
                return []
            } catch {
                return error.description.split(separator: "\n").map(String.init)
            }
        }
        #expect(try lines("").isEmpty)
        let refused = try lines(", seen-by: public")
        #expect(
            refused.count == 1 && refused[0].contains("`back` begins only if another commitment is not kept"),
            "\(refused)")
    }
}
