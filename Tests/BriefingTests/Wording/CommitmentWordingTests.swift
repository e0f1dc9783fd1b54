import Assessment
import Briefing
import Negotiation
import Testing

/// The chapter of commitments, its sources, what changed, and what is asked.
@Suite struct CommitmentWordingTests {
    private let dossier = Dossier(
        parties: ["north", "south", "watch"].map { Party(id: PartyID($0), name: Text($0.capitalized)) },
        issues: [
            Negotiation.Issue(
                id: "line", title: "Line",
                options: [
                    Option(
                        id: "zone", title: "Zone",
                        commitments: [
                            Commitment(
                                id: "posts", who: ["watch"], what: "Sets up posts", by: "soon",
                                sources: [.work("Brief")]),
                            Commitment(
                                id: "leave", who: ["north", "south"], what: "Leave the zone",
                                after: [
                                    [Prerequisite(.commitment("posts", .done))],
                                    [
                                        Prerequisite(
                                            .commitment("posts", .verified), least: TimeSpan(1, .days)),
                                        Prerequisite(.event("spring")),
                                    ],
                                ],
                                deadline: .within(TimeSpan(30, .days), of: nil),
                                takes: DoingTime(from: TimeSpan(5, .days), to: TimeSpan(20, .days)),
                                verifiedBy: ["watch"],
                                ifNot: [
                                    Response(what: "The table meets"),
                                    Response(who: ["watch"], what: "Reports", within: TimeSpan(5, .days)),
                                ]),
                        ])
                ])
        ],
        packages: [
            Package(
                id: "draft", title: "Draft", choose: [:],
                commitments: [Commitment(id: "flag", who: ["south"], what: "Lowers its flag")])
        ],
        timetable: Timetable(
            events: [
                Event(id: "start"),
                Event(id: "spring", title: "Spring", on: Moment("2025-03-21"), sources: [.work("Almanac")]),
            ],
            readings: [
                ClauseReading(
                    id: "ours", title: "The flag first",
                    commitments: [Commitment(id: "flag", who: ["south"], what: "Lowers its flag")],
                    sources: [.work("Letter")])
            ]))

    private func chapter(_ anchor: String, _ dossier: Dossier) throws -> String {
        let briefing = dossier.situation(for: .team).briefing()
        let chapter = try #require(briefing.chapters.first { $0.anchor == Anchor(anchor) })
        return chapter.title.text + "\n"
            + chapter.blocks.map { $0.text(TextStyle(width: 10_000)) }.joined(separator: "\n")
    }

    @Test func theTableSaysWhoDoesWhatWhen() throws {
        #expect(dossier.faults() == [])
        let told = try chapter("commitments", dossier)
        let rows = told.split(separator: "\n").map { row in
            row.split(separator: "  ", omittingEmptySubsequences: true).map { $0.trimmingPrefix(" ") }
                .filter { !$0.isEmpty }.joined(separator: " | ")
        }
        #expect(told.hasPrefix("One answer on offer comes with commitments"))
        #expect(rows.contains { $0.hasSuffix("Watch | Sets up posts | soon") }, "\(rows)")
        #expect(
            rows.contains(
                "North and South | Leave the zone | within 30 days of start; after “Sets up posts” (Watch); "
                    + "at least 1 day after the verification of “Sets up posts” (Watch) or after “Spring”; takes 5 to 20 days"
                    + " | Watch | The table meets; Watch: Reports, within 5 days"), "\(rows)")
        #expect(rows.contains("Package “Draft” | South | Lowers its flag"), "\(rows)")
        var other = dossier
        other.issues[0].options[0].commitments = []
        #expect(try chapter("commitments", other).hasPrefix("One drafted package comes with commitments"))
    }

    @Test func whatRestsOnSourcesIsTold() throws {
        let told = try chapter("sources", dossier)
        #expect(told.contains("commitment Watch (“Sets up posts”)") && told.contains("event “Spring”"))
        #expect(told.contains("reading of clauses “The flag first”"))
    }

    @Test func changesAreToldInWords() throws {
        func told(_ change: (inout Dossier) -> Void) -> [String] {
            var later = dossier
            change(&later)
            let words = ChangeWording(Phrasing(later), since: dossier)
            return later.changes(since: dossier).map { change in
                let item = words.item(change)
                return ([item.prose.text] + item.nested.map(\.prose.text)).joined(separator: " / ")
            }
        }
        let leave = "commitment of North and South (“Leave the zone”)"
        func changed(_ words: String) -> [String] {
            ["Changed: option “Line: Zone”: \(leave), \(words)."]
        }
        func commitment(_ change: (inout Commitment) -> Void) -> [String] {
            told { change(&$0.issues[0].options[0].commitments[1]) }
        }
        #expect(
            commitment { $0.deadline = .within(TimeSpan(60, .days), of: nil) }
                == changed("deadline: from within 30 days of start to within 60 days of start"))
        #expect(commitment { $0.takes = nil } == changed("takes: no longer “5 to 20 days”"))
        #expect(
            commitment { $0.after.removeLast() }
                == changed(
                    "after: no longer at least 1 day after the verification of “Sets up posts” (Watch) or after “Spring”"
                ))
        #expect(
            commitment { $0.ifNot.removeFirst() } == changed("if not: no longer The table meets"))
        #expect(
            commitment { $0.verification = TimeRange(from: TimeSpan(2, .days), to: TimeSpan(2, .days)) }
                == changed("verification: now “2 days”"))
        #expect(
            commitment { $0.togetherWith = ["posts"] }
                == changed("done together with: now “Sets up posts” (Watch)"))
        #expect(
            commitment { $0.tranches = Tranches(4, least: TimeSpan(1, .weeks)) }
                == changed("tranches: now “4 tranches, at least 1 week apart”"))
        #expect(commitment { $0.lasts = TimeSpan(120, .months) } == changed("lasts: now “120 months”"))
        #expect(
            commitment { $0.article = Article("9", isChecked: true) } == changed("article: now “9, checked”"))
        #expect(
            commitment { $0.topics = [TopicCode(.pam, "Cease Fire")] } == changed("topics: now Cease Fire"))
        #expect(
            told { $0.packages[0].commitments = [] }
                == ["Changed: package “Draft”: no longer a commitment of South (“Lowers its flag”)."])
        func reaction(_ time: ReactionTime) -> [String] { told { $0.timetable.reaction = time } }
        let label = "Changed: timetable: time until somebody can act on what has become known: now"
        #expect(reaction(.after(TimeSpan(2, .days))) == ["\(label) “2 days”."])
        #expect(reaction(.strict) == ["\(label) “a moment”."])
        #expect(reaction(.instantaneous) == ["\(label) “no time”."])
        #expect(
            told { $0.timetable.events[1].on = Moment("2025-03-20") }
                == ["Changed: event “Spring”: when: from “21 March 2025” to “20 March 2025”."])
        #expect(
            told { $0.timetable.readings = [] } == ["No longer there: reading of clauses “The flag first”."])
        #expect(
            told { $0.timetable.readings[0].commitments[0].who = ["north"] } == [
                "Changed: reading of clauses “The flag first”: commitment of North (“Lowers its flag”), who: now also North; no longer South."
            ])
    }

    @Test func changesOfStakesAreToldInWords() {
        func sheet(_ change: (inout Sheet) -> Void) -> Dossier {
            var result = dossier
            result.sheets = [Sheet(id: "s", party: "north", basis: .estimate)]
            change(&result.sheets[0])
            return result
        }
        let earlier = sheet { $0.commitments = ["leave": Stake(cost: Flow(once: Amount(30)))] }
        func told(_ change: (inout Sheet) -> Void) -> String {
            let later = sheet(change)
            let words = ChangeWording(Phrasing(later), since: earlier)
            return later.changes(since: earlier).map { words.item($0).prose.text }.joined()
        }
        let label = "what is at stake in “Leave the zone” (North and South)"
        let start = "Changed: sheet of North (estimate by others):"
        #expect(told { _ in } == "\(start) \(label): no longer “cost 30”.")
        let breaking = Breaking(gain: Amount(100), snapback: Amount(from: 0, to: 1))
        let stake = Stake(
            cost: Flow(once: Amount(5), aDay: Amount(2)), recoverable: Amount(Rational(1) / 4),
            breaking: breaking)
        #expect(
            told { $0.commitments = ["leave": stake] }
                == "\(start) \(label): from “cost 30” to “cost 5 at once and 2 a day, share that can be taken back 0.25, breaking it, gain 100, chance of a snapback 0 to 1”."
        )
        #expect(
            told {
                $0.commitments = ["leave": Stake(cost: Flow(once: Amount(30)))]
                $0.discountAYear = Amount(Rational(1) / 10)
            } == "\(start) how much less a year later counts: now 0.1.")
    }

    /// What is asked is said with deeds, not with names of the dossier; many are counted.
    @Test func findingsNameDeeds() {
        let phrasing = Phrasing(dossier)
        #expect(
            phrasing.finding(.commitmentsWait(["posts", "leave"])).text
                == "These wait for each other in a ring, so that nobody can go first: Watch (“Sets up posts”), and North and South (“Leave the zone”)."
        )
        #expect(
            phrasing.finding(.verificationUntimed(["leave"])).text
                == "How long verification may take is not said, so it counts as done at once: “Leave the zone” (North and South)."
        )
        let many = phrasing.finding(.responseInWords(["posts", "leave", "flag", "x", "y", "z"])).text
        #expect(many.contains("six commitments, among them “Sets up posts” (Watch)") && !many.contains("z."))
        #expect(
            phrasing.finding(.monthsUndated([], events: ["spring"])).text.hasSuffix("30 days each: “Spring”.")
        )
    }
}
