import Negotiation
import Sequencing
import Testing

/// Gates, responses and labels of small roadmaps, by hand.
@Suite("Gates and labels")
struct RoadmapLabelTests {
    static func commitment(_ id: CommitmentID, after: Milestone...) -> Commitment {
        Commitment(id: id, who: ["north"], what: "something", after: after.map { [Prerequisite($0)] })
    }

    /// A withdrawal that a mission verifies within one to three days, or the south responds.
    static func withdrawal(within: TimeSpan = TimeSpan(2, .days)) -> Commitment {
        var one = commitment("withdraw")
        one.verifiedBy = ["mission"]
        one.verification = TimeRange(from: TimeSpan(1, .days), to: TimeSpan(3, .days))
        one.ifNot = [Response(who: ["south"], what: "snapback", kind: .snapback, within: within)]
        return one
    }

    static func label(_ roadmap: Roadmap, _ id: CommitmentID) -> [Label] {
        roadmap.steps.filter { $0.commitment.id == id }.map(\.label)
    }

    @Test("Relief is due only if the withdrawal was verified, the snapback only if not")
    func relief() throws {
        let relief = Self.commitment("relief", after: .commitment("withdraw", .verified))
        let early = Self.commitment("early", after: .commitment("withdraw", .done))
        let roadmap = Roadmap(.init(commitments: [Self.withdrawal(), relief, early]))
        #expect(roadmap.gates == [0])
        #expect(Self.label(roadmap, "relief") == [Label(0, is: true)])
        // What is done is not yet known to be done.
        #expect(Self.label(roadmap, "early") == [.always])
        let answer = try #require(roadmap.answers.first)
        #expect(roadmap.network.labels[answer.point] == Label(0, is: false))
        #expect(roadmap.execution().verdict == .controllable)
        #expect(roadmap.times()?.compactMap { $0 }.count == 3)
    }

    @Test("What a failure suspends has limits only where that did not fail, nor what waits for it")
    func suspension() {
        var gate = Self.withdrawal()
        gate.ifNot[0].suspends = ["lift"]
        var lift = Self.commitment("lift")
        lift.deadline = .within(TimeSpan(10, .days), of: nil)
        var report = Self.commitment("report", after: .commitment("lift", .done))
        report.deadline = .within(TimeSpan(20, .days), of: nil)
        var other = Self.commitment("other")
        other.deadline = .within(TimeSpan(5, .days), of: nil)
        func labels(_ roadmap: Roadmap, _ id: CommitmentID) -> [Label] {
            roadmap.network.constraints.indices.filter { roadmap.clauses[$0] == .deadline(id) }
                .map { roadmap.network.constraints[$0].label }
        }
        let roadmap = Roadmap(.init(commitments: [gate, lift, report, other]))
        #expect(labels(roadmap, "lift") == [Label(0, is: true)])
        #expect(labels(roadmap, "report") == [Label(0, is: true)])
        #expect(labels(roadmap, "other") == [.always])
        #expect(!roadmap.notes.contains(.suspension("withdraw", "lift")))
        // Waiting for an event that follows it is waiting for it.
        var timetable = Timetable()
        timetable.events = [
            timetable.origin, Event(id: "spring", after: Prerequisite(.commitment("lift", .done))),
        ]
        var after = report
        after.after = [[Prerequisite(.event("spring"))]]
        let through = Roadmap(.init(commitments: [gate, lift, after], timetable: timetable))
        #expect(labels(through, "report") == [Label(0, is: true)])
        // A gate that is met only if another one failed binds, too, where it is never met.
        var first = Self.withdrawal()
        first.id = "first"
        first.ifNot[0].begins = "withdraw"
        let nested = Roadmap(.init(commitments: [first, gate, lift]))
        #expect(
            Set(labels(nested, "lift")) == [Label(0, is: false).and(Label(1, is: true))!, Label(0, is: true)])
    }

    @Test("An event that follows something outside the plan is noted")
    func eventsOfAbsent() {
        let spring = Event(id: "spring", after: Prerequisite(.commitment("gone", .done)))
        var timetable = Timetable()
        timetable.events = [timetable.origin, spring]
        let roadmap = Roadmap(
            .init(commitments: [Self.commitment("wait", after: .event("spring"))], timetable: timetable))
        #expect(roadmap.notes.contains(.eventWaitsForAbsent("spring", "gone")))
    }

    @Test("A commitment without a verifier is known to be kept when it is done")
    func unverified() {
        var gate = Self.withdrawal()
        gate.verification = nil
        gate.verifiedBy = []
        let after = Self.commitment("relief", after: .commitment("withdraw", .done))
        let begun = Self.commitment("early", after: .commitment("withdraw", .begun))
        let roadmap = Roadmap(.init(commitments: [gate, after, begun]))
        #expect(Self.label(roadmap, "relief") == [Label(0, is: true)])
        #expect(Self.label(roadmap, "early") == [.always])
    }

    @Test(
        "A response sooner than anybody can react fails in its branch, and the reason is its time",
        arguments: [true, false])
    func late(isVerified: Bool) throws {
        var gate = Self.withdrawal(within: TimeSpan(12, .hours))
        if !isVerified { gate.verification = nil }
        let roadmap = Roadmap(.init(commitments: [gate]))
        #expect(roadmap.conflicts().isEmpty)
        let (verdict, found) = roadmap.execution()
        #expect(verdict != .controllable)
        let reason = try #require(found)
        #expect(reason.scenario == Label(0, is: false))
        #expect(reason.clauses == [.response("withdraw", 0)])
        #expect(reason.limits.map(\.clause) == reason.clauses && reason.limits.map(\.minutes) == [720])
        #expect(reason.durations.isEmpty)
        gate.ifNot[0].within = TimeSpan(1, .days)
        #expect(Roadmap(.init(commitments: [gate])).execution().verdict == .controllable)
    }

    @Test("A commitment that a response begins is done in that case alone, once for each gate")
    func begins() throws {
        var first = Self.withdrawal()
        first.ifNot = [Response(within: TimeSpan(5, .days), begins: "seize")]
        var second = first
        second.id = "disarm"
        var seize = Self.commitment("seize")
        seize.deadline = .within(TimeSpan(60, .days), of: nil)
        let after = Self.commitment("return", after: .commitment("seize", .done))
        let roadmap = Roadmap(.init(commitments: [first, second, seize, after]))
        #expect(Self.label(roadmap, "seize") == [Label(0, is: false), Label(1, is: false)])
        #expect(roadmap.steps.compactMap(\.responseTo) == [0, 1])
        #expect(roadmap.answers.isEmpty)
        // What waits for it waits for the first of them.
        #expect(Self.label(roadmap, "return") == [Label(0, is: false)])
        #expect(roadmap.execution().verdict == .controllable)
        let times = try #require(roadmap.times())
        #expect(times.map { $0 != nil } == [true, true, false, false, false])
    }

    @Test("Responses that begin each other end")
    func mutual() {
        var start = Self.withdrawal()
        start.ifNot = [Response(begins: "one")]
        var one = Self.commitment("one")
        one.ifNot = [Response(begins: "two")]
        var two = Self.commitment("two")
        two.ifNot = [Response(begins: "one")]
        let roadmap = Roadmap(.init(commitments: [start, one, two]))
        #expect(roadmap.steps.map(\.commitment.id) == ["withdraw", "one", "two"])
        #expect(roadmap.answers.map(\.step) == [2])
        let both = Label(0, is: false).and(Label(1, is: false))
        #expect(Self.label(roadmap, "two") == [both])
        #expect(roadmap.execution().verdict == .controllable)
        // Without anything that begins the first, neither ever begins.
        let none = Roadmap(.init(commitments: [one, two]))
        #expect(none.steps.isEmpty && none.notes == [.never("one"), .never("two")])
    }

    @Test("What one outcome needs early and the other late fails because the outcome is known too late")
    func tooLate() throws {
        var gate = Self.withdrawal()
        gate.verification = TimeRange(from: TimeSpan(20, .days), to: TimeSpan(20, .days))
        gate.ifNot = [Response(begins: "seize")]
        // Without it, bounds rise for ever and the answer stays undecided.
        gate.deadline = .within(TimeSpan(30, .days), of: nil)
        let prepare = Self.commitment("prepare")
        var relief = Self.commitment("relief", after: .commitment("withdraw", .verified))
        let soon = Prerequisite(.commitment("prepare", .done), greatest: TimeSpan(1, .days))
        relief.after.append([soon])
        var seize = Self.commitment("seize")
        let long = Prerequisite(.commitment("prepare", .done), least: TimeSpan(10, .days))
        seize.after = [[long]]
        seize.deadline = .within(TimeSpan(4, .days), of: .commitment("withdraw", .verified))
        let roadmap = Roadmap(.init(commitments: [gate, prepare, relief, seize]))
        #expect(roadmap.conflicts().isEmpty)
        #expect(PlainScenario.all(roadmap).allSatisfy { $0.isControllable })
        let (verdict, found) = roadmap.execution()
        #expect(verdict != .controllable && verdict != .undecided)
        let reason = try #require(found)
        #expect(reason.scenario == nil)
        let needed: Set<Clause> = [
            .notAfter("relief", soon), .notBefore("seize", long), .deadline("seize"),
        ]
        #expect(needed.isSubset(of: reason.clauses), "\(reason.clauses)")
        #expect(
            Set(reason.limits.map(\.clause)).isSuperset(of: [.notAfter("relief", soon), .deadline("seize")]))
        #expect(reason.limits.allSatisfy { $0.minutes == nil })
    }

    @Test(
        "A tranche is due only if the one before was verified; what waits for the beginning, whatever happens"
    )
    func tranches() {
        var gate = Self.withdrawal()
        gate.tranches = Tranches(3)
        let begun = Self.commitment("observe", after: .commitment("withdraw", .begun))
        let first = Self.commitment("first", after: .commitment("withdraw", .verified, tranche: 1))
        let all = Self.commitment("all", after: .commitment("withdraw", .verified))
        let roadmap = Roadmap(.init(commitments: [gate, begun, first, all]))
        let one = Label(0, is: true)
        let two = one.and(Label(1, is: true))!
        #expect(Self.label(roadmap, "withdraw") == [.always, one, two])
        #expect(Self.label(roadmap, "observe") == [.always])
        #expect(Self.label(roadmap, "first") == [one])
        #expect(Self.label(roadmap, "all") == [two.and(Label(2, is: true))!])
        #expect(roadmap.answers.count == 3)
    }

    @Test("What waits for both outcomes is never due")
    func never() {
        var gate = Self.withdrawal()
        gate.ifNot = [Response(begins: "seize")]
        let both = Self.commitment(
            "both", after: .commitment("withdraw", .verified), .commitment("seize", .done))
        let roadmap = Roadmap(.init(commitments: [gate, Self.commitment("seize"), both]))
        #expect(roadmap.notes.contains(.never("both")))
        #expect(!roadmap.notes.contains(.never("seize")))
    }

    @Test("Gates that wait for each other are never due, and their times conflict")
    func ring() {
        var one = Self.withdrawal()
        one.after = [[Prerequisite(.commitment("disarm", .verified))]]
        var other = Self.withdrawal()
        other.id = "disarm"
        other.after = [[Prerequisite(.commitment("withdraw", .verified))]]
        let plan = Roadmap.Plan(commitments: [one, other])
        let roadmap = Roadmap(plan)
        #expect(roadmap.notes.contains(.never("withdraw")) && roadmap.notes.contains(.never("disarm")))
        let conflicts = roadmap.conflicts(limit: 9)
        #expect(conflicts.map(\.excess) == [2 * 1440])
        #expect(plan.deadlocks().count == 1)
        // A commitment that waits for the response to its own failure.
        var self1 = Self.withdrawal()
        self1.ifNot = [Response(begins: "seize")]
        self1.after = [[Prerequisite(.commitment("seize", .done))]]
        let selfish = Roadmap(.init(commitments: [self1, Self.commitment("seize")]))
        #expect(selfish.notes.contains(.never("withdraw")))
        #expect(!selfish.conflicts().isEmpty)
    }

    @Test("What waits for an event waits for the outcome that the event follows")
    func events() {
        let report = Event(id: "report", after: Prerequisite(.commitment("withdraw", .verified)))
        let session = Event(id: "session", after: Prerequisite(.event("report"), least: TimeSpan(2, .days)))
        let vote = Self.commitment("vote", after: .event("session"))
        let roadmap = Roadmap(
            .init(
                commitments: [Self.withdrawal(), vote],
                timetable: Timetable(events: [Timetable.signature, session, report])))
        #expect(Self.label(roadmap, "vote") == [Label(0, is: true)])
        for event in roadmap.events.dropFirst() {
            #expect(roadmap.network.labels[event.point] == Label(0, is: true))
        }
    }

    @Test("What is absent or unsaid is noted")
    func notes() {
        var wait = Self.commitment("wait", after: .commitment("gone", .done))
        wait.togetherWith = ["lost"]
        wait.deadline = .within(TimeSpan(3, .days), of: .commitment("away", .done))
        var dated = Self.commitment("dated")
        dated.deadline = .on(Moment("2026-03-01")!)
        dated.verifiedBy = ["mission"]
        dated.ifNot = [Response(what: "consequences")]
        let open = Self.commitment("open")
        let roadmap = Roadmap(.init(commitments: [wait, dated, open]))
        #expect(
            Set(roadmap.notes) == [
                .waitsForAbsent("wait", "gone"), .tiedToAbsent("wait", "lost"), .tiedToAbsent("wait", "away"),
                .deadlineUndated("dated"), .verificationTimeUnknown("dated"), .responseInWords("dated"),
                .openEnded("open"),
            ])
        #expect(roadmap.network.constraints.isEmpty)
    }
}
