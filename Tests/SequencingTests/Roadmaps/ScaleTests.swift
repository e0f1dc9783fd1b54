import Negotiation
import Sequencing
import Testing

@Suite("Large roadmaps")
struct ScaleTests {
    private func gated(_ place: Int, after: [CommitmentID]) -> Commitment {
        Commitment(
            id: CommitmentID("G\(place)"), who: ["north"], what: "withdrawal",
            after: after.map { [Prerequisite(.commitment($0, .verified))] },
            takes: DoingTime(from: TimeSpan(2, .days), to: TimeSpan(5, .days)), verifiedBy: ["mission"],
            verification: TimeRange(from: TimeSpan(1, .days), to: TimeSpan(4, .days)),
            ifNot: [Response(who: ["south"], what: "snapback", within: TimeSpan(3, .days))])
    }

    private func plain(_ place: Int, after: CommitmentID?) -> Commitment {
        Commitment(
            id: CommitmentID("P\(place)"), who: ["south"], what: "something",
            after: after.map { [[Prerequisite(.commitment($0, .verified), greatest: TimeSpan(30, .days))]] }
                ?? [],
            takes: DoingTime(from: TimeSpan(1, .days), to: TimeSpan(3, .days), decidedBy: .nature))
    }

    @Test("Ten gates in sequence among sixty commitments can be executed")
    func sequence() {
        let gates = (0..<10).map { gated($0, after: $0 == 0 ? [] : ["G\($0 - 1)"].map { CommitmentID($0) }) }
        let rest = (0..<50).map { plain($0, after: CommitmentID("G\($0 % 10)")) }
        let roadmap = Roadmap(.init(commitments: gates + rest))
        #expect(roadmap.steps.count == 60 && roadmap.network.observations.count == 10)
        #expect(roadmap.conflicts().isEmpty)
        #expect(roadmap.execution().verdict == .controllable)
    }

    @Test("Six gates in parallel before one last step can be executed")
    func parallel() {
        let gates = (0..<6).map { gated($0, after: []) }
        var last = plain(0, after: nil)
        last.after = gates.map { [Prerequisite(.commitment($0.id, .verified))] }
        let rest = (1..<54).map { plain($0, after: CommitmentID("G\($0 % 6)")) }
        let roadmap = Roadmap(.init(commitments: gates + [last] + rest))
        #expect(roadmap.steps.count == 60 && roadmap.network.observations.count == 6)
        #expect(roadmap.conflicts().isEmpty)
        #expect(roadmap.execution().verdict == .controllable)
    }
}
