import Negotiation
import Sequencing
import Testing

@Suite("Months, choices and waits of a roadmap")
struct RoadmapCalendarTests {
    @Test("A month from a date is one of the calendar; from anything else, thirty days")
    func months() throws {
        var one = Commitment(id: "one", who: ["north"], what: "something")
        one.deadline = .within(TimeSpan(1, .months), of: nil)
        var two = Commitment(id: "two", who: ["north"], what: "something")
        two.after = [[Prerequisite(.commitment("one", .done), least: TimeSpan(1, .months))]]
        two.deadline = .within(TimeSpan(1, .months), of: .event("session"))
        var timetable = Timetable(events: [
            Event(id: "signature", on: Moment("2027-01-31")), Event(id: "session", on: Moment("2028-01-31")),
        ])
        let dated = Roadmap(.init(commitments: [one, two], timetable: timetable))
        let times = try #require(dated.times())
        #expect(dated.moment(try #require(times[0]?.doneLatest)) == Moment("2027-02-28T00:00"))
        #expect(times[0]?.doneLatest == 28 * 1440)
        // A leap year.
        #expect(times[1]?.doneLatest == (365 + 29) * 1440)
        #expect(times[1]?.doneEarliest == 30 * 1440)
        #expect(dated.notes == [.floatingMonth("two")])
        // Another start is tried.
        let moved = Roadmap(
            .init(commitments: [one, two], timetable: timetable, start: Moment("2027-02-28T12:00")))
        #expect(try #require(moved.times())[0]?.doneLatest == 28 * 1440)
        timetable.events[0].on = nil
        let floating = Roadmap(.init(commitments: [one], timetable: timetable))
        #expect(floating.times()?[0]?.doneLatest == 30 * 1440)
        #expect(Set(floating.notes) == [.floatingMonth("one"), .eventUndated("session")])
        #expect(floating.moment(0) == nil)
    }

    @Test("A deadline that is a day is met until the day ends")
    func day() {
        var one = Commitment(id: "one", who: ["north"], what: "something")
        one.deadline = .on(Moment("2027-02-01")!)
        var other = one
        other.id = "other"
        other.deadline = .on(Moment("2027-02-01T06:00")!)
        let roadmap = Roadmap(
            .init(
                commitments: [one, other],
                timetable: Timetable(events: [Event(id: "signature", on: Moment("2027-01-31T12:00"))])))
        #expect(roadmap.times()?.map { $0?.doneLatest } == [36 * 60 - 1, 18 * 60])
    }

    /// After a slow thing or a quick one.
    private func choosing(quick: Int, slow: Int) -> Roadmap.Plan {
        var slowly = Commitment(id: "slow", who: ["north"], what: "something")
        slowly.takes = DoingTime(from: TimeSpan(1, .days), to: TimeSpan(slow, .days), decidedBy: .nature)
        var quickly = slowly
        quickly.id = "quick"
        quickly.takes = DoingTime(
            from: TimeSpan(quick, .days), to: TimeSpan(quick + 1, .days), decidedBy: .nature)
        var vote = Commitment(id: "vote", who: ["south"], what: "something")
        vote.after = [[Prerequisite(.commitment("slow", .done)), Prerequisite(.commitment("quick", .done))]]
        vote.deadline = .within(TimeSpan(9, .days), of: nil)
        return .init(commitments: [slowly, quickly, vote])
    }

    @Test("Of alternatives the first that can be executed is chosen")
    func best() {
        let second = Roadmap.best(choosing(quick: 2, slow: 30))
        #expect(second.roadmap.alternatives.map(\.chosen) == [1])
        #expect(second.isComplete)
        #expect(second.roadmap.execution().verdict == .controllable)
        #expect(Roadmap(choosing(quick: 2, slow: 30)).execution().verdict != .controllable)
        let first = Roadmap.best(choosing(quick: 2, slow: 3))
        #expect(first.roadmap.alternatives.map(\.chosen) == [0])
        // Neither can: the one that is at least consistent.
        let neither = Roadmap.best(choosing(quick: 20, slow: 30))
        #expect(neither.roadmap.alternatives.map(\.chosen) == [0] && neither.isComplete)
        #expect(neither.roadmap.conflicts().isEmpty)
        #expect(!Roadmap.best(choosing(quick: 20, slow: 30), limit: 1).isComplete)
        #expect(Roadmap.best(choosing(quick: 2, slow: 30), limit: 1).roadmap.alternatives[0].chosen == 0)
    }

    @Test("What must follow at once does not make critical what it follows")
    func slack() throws {
        var gate = Commitment(id: "gate", who: ["north"], what: "something")
        gate.deadline = .within(TimeSpan(10, .days), of: nil)
        var next = Commitment(id: "next", who: ["north"], what: "something")
        next.after = [[Prerequisite(.commitment("gate", .done), greatest: .zero)]]
        var pair = Commitment(id: "pair", who: ["south"], what: "something")
        pair.togetherWith = ["next"]
        let times = try #require(Roadmap(.init(commitments: [gate, next, pair])).times())
        #expect(times[0]?.slack == 10 * 1440 && times[0]?.isCritical == false)
        // What must follow at once cannot wait by itself.
        #expect(times[1]?.slack == 0 && times[2]?.slack == 0)
        var far = gate
        far.deadline = .within(TimeSpan(1_000, .days), of: nil)
        #expect(try #require(Roadmap(.init(commitments: [far])).times())[0]?.slack == 1_000 * 1440)
    }

    @Test("Where the slowest does not fit, its times are those without limits")
    func slow() throws {
        var slow = Commitment(id: "slow", who: ["north"], what: "something")
        slow.takes = DoingTime(from: .zero, to: TimeSpan(5, .days), decidedBy: .nature)
        var next = Commitment(id: "next", who: ["north"], what: "something")
        next.after = [[Prerequisite(.commitment("slow", .done))]]
        next.deadline = .within(.zero, of: nil)
        let plan = Roadmap.Plan(commitments: [slow, next], timetable: Timetable(reaction: .instantaneous))
        let times = try #require(Roadmap(plan).times())
        #expect(times[1]?.doneEarliest == 0 && times[1]?.doneSlow == 5 * 1440 && times[1]?.slack == nil)
    }

    @Test("Of several reasons the one with fewer limits is told")
    func reason() throws {
        var quick = Commitment(id: "quick", who: ["north"], what: "something")
        quick.takes = DoingTime(from: TimeSpan(1, .days), to: TimeSpan(5, .days), decidedBy: .nature)
        quick.deadline = .within(TimeSpan(3, .days), of: .commitment("quick", .begun))
        var both = quick
        both.id = "both"
        both.deadline = nil
        // Two durations that are never equally long, beginning and ending together.
        var other = both
        other.id = "other"
        other.togetherWith = ["both"]
        let (_, found) = Roadmap(.init(commitments: [quick, both, other])).execution()
        let reason = try #require(found)
        #expect(reason.limits.isEmpty)
        // Nobody can react at the same moment, whoever decides on the other.
        #expect(Set(reason.clauses) == [.duration("both"), .together("other", "both")])
        #expect(reason.durations.map(\.bearable) == [nil])
        let (_, single) = Roadmap(.init(commitments: [quick])).execution()
        #expect(single?.limits.map(\.clause) == [.deadline("quick")])
        #expect(single?.limits.map(\.minutes) == [2 * 1440])
        #expect(single?.durations.map(\.clause) == [.duration("quick")])
        #expect(single?.durations.map(\.greatest) == [5 * 1440])
        #expect(single?.durations.map(\.bearable) == [3 * 1440])
    }
}
