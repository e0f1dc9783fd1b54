import Negotiation
import Sequencing
import Testing

@Suite("Mending")
struct MendingTests {
    @Test("Mending moves as few limits as possible, by as little in all, on random plans", arguments: 0..<4)
    func mending(part: Int) {
        var random = SplitMix64(seed: UInt64(1_000 + part))
        var counts = (whole: 0, hopeless: 0, one: 0, more: 0, least: 0, quickest: 0)
        for round in 0..<250 {
            let roadmap = RandomPlan().roadmap(&random, gates: 3)
            let note = "part \(part), round \(round): \(roadmap.network) \(roadmap.clauses)"
            let scenarios = PlainScenario.all(roadmap)
            let found = roadmap.mending()
            let limits = Set(zip(roadmap.clauses, roadmap.isMovable).filter(\.1).map(\.0))
                .sorted { "\($0)" < "\($1)" }
            if scenarios.allSatisfy(\.isConsistent) {
                counts.whole += 1
                #expect(found == .notNeeded, "\(note)")
                continue
            }
            let size = fewest(limits, scenarios)
            #expect((found == .impossible) == (size == nil), "\(note)")
            guard case .found(let all) = found, let size else {
                counts.hopeless += 1
                continue
            }
            // Ties are level, and none is listed twice.
            #expect(
                Set(all.map(\.total)).count == 1 && Set(all.map { Set($0.moves) }).count == all.count,
                "\(note)")
            for mending in all {
                let moved = mending.moves.reduce(scenarios) { all, move in
                    all.map { $0.moving(move.clause, move.minutes) }
                }
                #expect(
                    moved.allSatisfy { $0.isConsistent } && mending.moves.count == size, "\(mending) \(note)")
            }
            check(roadmap.quickestMending(), all[0], limits, scenarios, note, &counts.quickest)
            let fewest = all[0]
            #expect(fewest.moves.count == size, "\(fewest), least \(size), \(note)")
            #expect(Set(fewest.moves.map(\.clause)).count == fewest.moves.count, "\(fewest) \(note)")
            #expect(fewest.moves.allSatisfy { $0.minutes > 0 }, "\(fewest) \(note)")
            let moved = fewest.moves.reduce(scenarios) { all, move in
                all.map { $0.moving(move.clause, move.minutes) }
            }
            #expect(moved.allSatisfy { $0.isConsistent }, "\(fewest) \(note)")
            if size == 1 {
                counts.one += 1
                #expect(fewest.total == leastTotal(limits, 1, scenarios, upTo: fewest.total), "\(note)")
                // All ties are there.
                let ties = limits.filter { limit in
                    scenarios.allSatisfy { $0.moving(limit, fewest.total).isConsistent }
                }
                #expect(Set(all.flatMap(\.moves).map(\.clause)) == Set(ties), "\(note)")
            } else {
                counts.more += 1
            }
            // Beyond, trying every amount takes too long.
            if fewest.isLeast, size == 1 || fewest.total <= 7, limits.count <= 9 || size <= 2 {
                counts.least += 1
                #expect(
                    leastTotal(limits, size, scenarios, upTo: fewest.total) == fewest.total,
                    "\(fewest) \(note)")
            }
        }
        #expect(counts.one > 30 && counts.more > 10 && counts.hopeless > 10 && counts.whole > 30, "\(counts)")
        #expect(counts.least * 10 > (counts.one + counts.more) * 6 && counts.quickest > 20, "\(counts)")
    }

    /// The quickest mending mends, needs no more time than the fewest moves, and, where it says so, than any number of them.
    private func check(
        _ quickest: Mending?, _ fewest: Mending, _ limits: [Clause], _ scenarios: [PlainScenario],
        _ note: String, _ count: inout Int
    ) {
        guard let quickest else {
            Issue.record("no quickest mending, \(note)")
            return
        }
        let moved = quickest.moves.reduce(scenarios) { all, move in
            all.map { $0.moving(move.clause, move.minutes) }
        }
        #expect(moved.allSatisfy { $0.isConsistent }, "\(quickest) \(note)")
        guard quickest.isLeast else { return }
        #expect(quickest.total <= fewest.total, "\(quickest) \(note)")
        guard quickest.total <= 6, limits.count <= 6 else { return }
        count += 1
        let broken = scenarios.filter { !$0.isConsistent }
        for size in 1...limits.count where size < quickest.total {
            #expect(
                (size..<quickest.total).allSatisfy { !canMend(limits[...], size, $0, broken) },
                "\(quickest) \(note)")
        }
    }

    /// How many limits must go at least; nil where all are not enough.
    private func fewest(_ limits: [Clause], _ scenarios: [PlainScenario]) -> Int? {
        func isEnough(_ set: Int) -> Bool {
            scenarios.allSatisfy { scenario in
                limits.indices.filter { set >> $0 & 1 == 1 }
                    .reduce(scenario) { $0.moving(limits[$1], 100_000) }.isConsistent
            }
        }
        guard isEnough(1 << limits.count - 1) else { return nil }
        for size in 1...limits.count {
            for set in 0..<(1 << limits.count) where set.nonzeroBitCount == size && isEnough(set) {
                return size
            }
        }
        return nil
    }

    /// The least total of so many moves of any limits, tried from the smallest on.
    private func leastTotal(_ limits: [Clause], _ size: Int, _ scenarios: [PlainScenario], upTo greatest: Int)
        -> Int?
    {
        for total in size...greatest
        where canMend(limits[...], size, total, scenarios.filter { !$0.isConsistent }) {
            return total
        }
        return nil
    }

    private func canMend(
        _ limits: ArraySlice<Clause>, _ size: Int, _ total: Int, _ scenarios: [PlainScenario]
    )
        -> Bool
    {
        if size == 0 { return total == 0 && scenarios.allSatisfy(\.isConsistent) }
        guard limits.count >= size, total >= size else { return false }
        let rest = limits.dropFirst()
        let amounts = size == 1 ? total...total : 1...(total - size + 1)
        return canMend(rest, size, total, scenarios)
            || amounts.contains { minutes in
                canMend(rest, size - 1, total - minutes, scenarios.map { $0.moving(limits.first!, minutes) })
            }
    }
}
