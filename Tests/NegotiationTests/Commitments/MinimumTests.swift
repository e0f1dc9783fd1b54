import Negotiation
import Testing

/// No minimum comes after somebody else's performance or verdict, is a response, or is suspended by one.
@Suite struct MinimumTests {
    private typealias Talks = SmallTalks

    /// Why the commitment `care` of the north depends on others; `own` is of the north too, `b` of the south, `joint` of both.
    private func dependence(
        _ change: (inout Commitment) -> Void, own: (inout Commitment) -> Void = { _ in },
        b: (inout Commitment) -> Void = { _ in }, events: [Event] = []
    ) -> [Fault.Dependence] {
        let commitments = [
            Talks.commitment("care-for-all", "north") {
                $0.fulfils = ["care"]
                change(&$0)
            },
            Talks.commitment("own", "north", change: own), Talks.commitment("b", "south", change: b),
            Talks.commitment("joint", "north", "south"),
        ]
        return causes(Talks.dossier(commitments, timetable: Timetable(events: events)))
    }

    private func causes(_ dossier: Dossier) -> [Fault.Dependence] {
        dossier.faults().map { fault in
            guard case .minimumWaits("care", "care-for-all", let cause) = fault.reason else {
                Issue.record("\(fault)")
                return .hasResponse
            }
            return cause
        }
    }

    @Test func itMayWaitForEventsAndForWhatItsOwnDoersDo() {
        #expect(
            dependence { $0.after = [[Prerequisite(.event("signature"), least: TimeSpan(1, .days))]] } == [])
        #expect(dependence { $0.after = [Talks.done("own")] } == [])
        #expect(
            dependence(
                { $0.after = [Talks.done("own")] }, own: { $0.takes = DoingTime(from: .zero, to: .zero) })
                == [])
        #expect(dependence { $0.togetherWith = ["own"] } == [])
        // A deadline makes nobody wait, and neither does what comes after.
        #expect(dependence { $0.deadline = .within(.zero, of: .commitment("b", .verified)) } == [])
        #expect(dependence({ _ in }, b: { $0.after = [Talks.done("care-for-all")] }) == [])
        // Somebody may verify it, and verify what it does not wait for.
        #expect(
            dependence({ $0.after = [Talks.done("own")] }, own: { $0.verifiedBy = ["south"] }) == [])
        #expect(dependence { $0.after = [[Prerequisite(.commitment("own", .verified))]] } == [])
        #expect(
            dependence(
                { $0.after = [[Prerequisite(.commitment("own", .verified))]] },
                own: { $0.verifiedBy = ["north"] }) == [])
    }

    @Test func itWaitsForNobodyElse() {
        for progress in Milestone.Progress.allCases {
            #expect(
                dependence { $0.after = [[Prerequisite(.commitment("b", progress))]] } == [.performance("b")])
        }
        #expect(dependence { $0.after = [Talks.done("joint")] } == [.performance("joint")])
        // Not even as one of several alternatives.
        #expect(dependence { $0.after = [Talks.done("own") + Talks.done("b")] } == [.performance("b")])
        #expect(
            dependence({ $0.after = [Talks.done("own")] }, own: { $0.after = [Talks.done("b")] }) == [
                .performance("b")
            ])
        #expect(dependence { $0.togetherWith = ["b"] } == [.performance("b")])
        #expect(dependence({ _ in }, b: { $0.togetherWith = ["care-for-all"] }) == [.performance("b")])
        #expect(
            dependence({ $0.after = [Talks.done("own")] }, own: { $0.togetherWith = ["b"] }) == [
                .performance("b")
            ])
        func steps(_ id: CommitmentID?) -> Tranches { Tranches(2, inStepWith: id) }
        #expect(
            dependence({ $0.tranches = steps("b") }, b: { $0.tranches = steps(nil) }) == [.performance("b")])
        #expect(
            dependence({ $0.tranches = steps(nil) }, b: { $0.tranches = steps("care-for-all") }) == [
                .performance("b")
            ])
        #expect(
            dependence(
                { $0.after = [[Prerequisite(.commitment("own", .verified))]] },
                own: { $0.verifiedBy = ["north", "watch"] })
                == [.verification("own")])
    }

    @Test func anEventPassesOnWhatItFollows() {
        let first = Event(id: "signature")
        func follows(_ milestone: Milestone, _ id: EventID = "report") -> Event {
            Event(id: id, after: Prerequisite(milestone, greatest: TimeSpan(1, .weeks)))
        }
        func waits(_ events: [Event], _ id: EventID) -> [Fault.Dependence] {
            dependence({ $0.after = [[Prerequisite(.event(id))]] }, events: [first] + events)
        }
        #expect(waits([follows(.event("signature"))], "report") == [])
        #expect(waits([follows(.commitment("own", .done))], "report") == [])
        #expect(waits([follows(.commitment("b", .begun))], "report") == [.performance("b")])
        #expect(
            waits([follows(.event("report"), "next"), follows(.commitment("b", .begun))], "next") == [
                .performance("b")
            ])
    }

    @Test func itIsNoResponseAndSuspendedByNone() {
        #expect(dependence { $0.ifNot = [Response(what: "The table meets")] } == [.hasResponse])
        #expect(
            dependence({ _ in }, b: { $0.ifNot = [Response(begins: "care-for-all")] }) == [.begun(by: "b")])
        #expect(
            dependence({ _ in }, b: { $0.ifNot = [Response(suspends: ["own", "care-for-all"])] }) == [
                .suspended(by: "b")
            ])
        #expect(dependence({ _ in }, b: { $0.ifNot = [Response(suspends: ["own"], begins: "own")] }) == [])
    }

    /// What is owed by several is done by all of them: what one of them does first is another's performance to the others.
    @Test func aJointMinimumWaitsForJointDeedsAlone() {
        func causes(_ first: Commitment) -> [Fault.Dependence] {
            let care = Talks.commitment("care-for-all", "north", "south") {
                $0.fulfils = ["care"]
                $0.after = [Talks.done("first")]
            }
            return self.causes(Talks.dossier([care], joint: [first]))
        }
        #expect(causes(Talks.commitment("first", "south", "north")) == [])
        #expect(causes(Talks.commitment("first", "north")) == [.performance("first")])
    }

    @Test func readingsAreHeldToItToo() {
        let care = Talks.commitment("care-for-all", "north") {
            $0.fulfils = ["care"]
            $0.after = [Talks.done("own")]
        }
        func faults(_ commitment: Commitment) -> [String] {
            let reading = ClauseReading(id: "r", title: "R", commitments: [commitment])
            let dossier = Talks.dossier(
                [care, Talks.commitment("own", "north"), Talks.commitment("b", "south")],
                timetable: Timetable(readings: [reading]))
            return dossier.faults().map { "\($0.reason) \($0.place)" }
        }
        func reason(_ cause: Fault.Dependence) -> Fault.Reason {
            .minimumWaits("care", commitment: "care-for-all", because: cause)
        }
        #expect(faults(care) == [])
        // The reading of something else changes what the minimum waits for.
        #expect(
            faults(Talks.commitment("own", "north") { $0.after = [Talks.done("b")] })
                == ["\(reason(.performance("b"))) timetable/readings/r"])
        #expect(
            faults(Talks.commitment("own", "south")) == [
                "\(reason(.performance("own"))) timetable/readings/r"
            ])
        #expect(
            faults(Talks.commitment("new", "south") { $0.ifNot = [Response(suspends: ["care-for-all"])] })
                == ["\(reason(.suspended(by: "new"))) timetable/readings/r"])
        var read = care
        read.after = [Talks.done("b")]
        #expect(
            faults(read) == ["\(reason(.performance("b"))) timetable/readings/r/commitments/care-for-all"])
    }
}
