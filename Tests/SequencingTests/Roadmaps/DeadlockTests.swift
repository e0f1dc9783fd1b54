import Negotiation
import Sequencing
import Testing

@Suite("Deadlocks")
struct DeadlockTests {
    @Test("A shortest ring is found through everything that waits for itself, on random waits")
    func random() {
        var random = SplitMix64(seed: 1_100)
        var counts = [0, 0, 0, 0, 0, 0, 0]
        for round in 0..<600 {
            let count = 2 + random.below(5)
            let names = (0..<count).map { CommitmentID("C\($0)") }
            var waits = Array(repeating: Set<Int>(), count: count)
            var all: [Commitment] = []
            for place in 0..<count {
                var one = Commitment(id: names[place], who: ["north"], what: "something")
                for other in 0..<count where other != place && random.below(4) == 0 {
                    var group = [Prerequisite(.commitment(names[other], .done))]
                    switch random.below(4) {
                    case 0: group.append(Prerequisite(.commitment(names[random.below(count)], .begun)))
                    // What is absent does not replace it.
                    case 1: group.append(Prerequisite(.commitment("gone", .done)))
                    default: break
                    }
                    one.after.append(group)
                    if group.count == 1 || group[1].of.commitment == "gone" { waits[place].insert(other) }
                }
                all.append(one)
            }
            let found = Roadmap.Plan(commitments: all).deadlocks(limit: 100)
            let note = "round \(round): \(waits)"
            for (place, name) in names.enumerated() {
                let shortest = Self.shortest(place, waits)
                counts[shortest ?? 0] += 1
                let through = found.filter { $0.waits.contains { $0.commitment == name } }
                #expect(through.map(\.waits.count).min() == shortest, "\(name), \(note)")
            }
            #expect(found.map(\.waits.count) == found.map(\.waits.count).sorted(), "\(note)")
            #expect(Set(found.map { Set($0.waits.map(\.commitment)) }).count == found.count, "\(note)")
            for ring in found {
                for (place, wait) in ring.waits.enumerated() {
                    let next = ring.waits[(place + 1) % ring.waits.count].commitment
                    #expect(wait.of.of.commitment == next, "\(note)")
                    let from = names.firstIndex(of: wait.commitment)!
                    #expect(waits[from].contains(names.firstIndex(of: next)!), "\(note)")
                }
            }
        }
        #expect(counts[0] > 100 && counts[2] > 100 && counts[3] > 50 && counts[4] > 10, "\(counts)")
    }

    /// By trying every way without repetition.
    private static func shortest(_ start: Int, _ waits: [Set<Int>]) -> Int? {
        func walk(_ place: Int, _ met: Set<Int>) -> Int? {
            waits[place].compactMap { next in
                if next == start { return 1 }
                return met.contains(next) ? nil : walk(next, met.union([next])).map { $0 + 1 }
            }.min()
        }
        return walk(start, [start])
    }

    @Test("A law after the vote and a vote after the law: together, in escrow, in tranches, or one first")
    func formula() throws {
        var law = Commitment(id: "law", who: ["kyiv"], what: "special status")
        law.after = [[Prerequisite(.commitment("vote", .verified))]]
        law.deadline = .within(TimeSpan(300, .days), of: nil)
        var vote = Commitment(id: "vote", who: ["donetsk"], what: "local vote")
        vote.after = [[Prerequisite(.commitment("law", .done))]]
        vote.verifiedBy = ["odihr"]
        vote.verification = TimeRange(from: TimeSpan(2, .days), to: TimeSpan(2, .days))
        vote.ifNot = [Response(who: ["kyiv"], what: "the law ends", within: TimeSpan(7, .days))]
        let plan = Roadmap.Plan(commitments: [law, vote])
        let found = plan.deadlocks(thirdParties: ["kyiv", "osce"])
        #expect(found.count == 1)
        let ring = try #require(found.first)
        #expect(ring.waits.map(\.commitment) == ["law", "vote"])
        // If the vote fails, something follows; for whoever votes first, nothing does.
        #expect(
            ring.remedies.map(\.way) == [
                .together, .escrow(["osce"]), .tranches, .first("law", isProtected: true),
                .first("vote", isProtected: false),
            ])
        #expect(ring.remedies.allSatisfy { $0.isConsistent })
        // A vote not before day 301 makes everything too late but a law that goes first.
        let late = plan.changing("vote") {
            $0.after.append([Prerequisite(.event("signature"), least: TimeSpan(301, .days))])
        }
        #expect(
            try #require(late.deadlocks().first).remedies.map(\.isConsistent) == [false, false, true, false])
        #expect(plan.deadlocks(thirdParties: ["kyiv"])[0].remedies.count == 4)
        #expect(plan.deadlocks(limit: 0).isEmpty)
    }

    @Test("Whoever goes first waits for the other in no other way")
    func twice() throws {
        var one = Commitment(id: "one", who: ["north"], what: "something")
        one.takes = DoingTime(from: TimeSpan(2, .days), to: TimeSpan(3, .days))
        var other = one
        other.id = "other"
        one.after = [
            [Prerequisite(.commitment("other", .begun))], [Prerequisite(.commitment("other", .done))],
        ]
        other.after = [[Prerequisite(.commitment("one", .done))]]
        let ring = try #require(Roadmap.Plan(commitments: [one, other]).deadlocks().first)
        for remedy in ring.remedies { #expect(remedy.isConsistent, "\(remedy)") }
    }
}
