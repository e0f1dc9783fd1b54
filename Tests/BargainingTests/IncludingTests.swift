import Bargaining
import BigInt
import Negotiation
import Testing

/// Points that a search found, taken into frontiers that a budget ended.
@Suite struct IncludingTests {
    @Test(arguments: 0..<5) func whatIsFoundIsTakenIn(batch: Int) throws {
        var partial = 0
        var dropped = 0
        for seed in [2 * batch, 2 * batch + 1] {
            var random = RandomProblems(seed: UInt64(66_000 + seed))
            for number in 0..<80 {
                let problem = random.problem()
                let mark = "seed \(seed), problem \(number)"
                let vectors = random.dice.number(1...6)
                let hurried = random.dice.oneIn(2)
                let budget =
                    hurried
                    ? Budget(vectors: vectors, searchStates: 4, searchSteps: random.dice.number(1...60))
                    : Budget(vectors: vectors)
                let space = try OutcomeSpace(problem, budget: budget)
                let found = Self.points(space.references())
                for listed in [space.frontier(), space.unlistedFrontier()] {
                    if !listed.exact { partial += 1 }
                    let joined = listed.including(found)
                    dropped += try Self.check(joined, listed, found, mark)
                    let again = joined.including(found)
                    #expect(Self.rows(again) == Self.rows(joined), "\(mark)")
                }
            }
        }
        // Of 320 lists; some lose points to what was found.
        #expect(partial > 160 && dropped > 0)
    }

    static func points(_ references: ReferenceSet) -> [ReferencePoint] {
        references.nash.sets.flatMap(\.reference.points) + references.egalitarian.points
            + references.kalaiSmorodinsky.reference.points + references.utilitarian.points
    }

    static func rows(_ frontier: Frontier) -> [[Rational]] {
        (0..<frontier.count).map { frontier.utilities(at: $0) }
    }

    static func beats(_ row: [Rational], _ other: [Rational]) -> Bool {
        row != other && zip(row, other).allSatisfy { $0 >= $1 }
    }

    /// - Returns: how many of the points listed are left out.
    private static func check(
        _ joined: Frontier, _ listed: Frontier, _ found: [ReferencePoint], _ mark: String
    ) throws -> Int {
        var counts: [[Rational]: BigInt] = [:]
        for point in 0..<listed.count {
            counts[listed.utilities(at: point)] = listed.packageCount(at: point)
        }
        for point in found {
            counts[point.utilities] = max(counts[point.utilities] ?? 0, point.packageCount)
        }
        let wanted = counts.keys.filter { row in !counts.keys.contains { beats($0, row) } }
            .sorted { $1.lexicographicallyPrecedes($0) }
        let rows = rows(joined)
        #expect(rows == wanted, "\(mark)")
        #expect(joined.exact == listed.exact, "\(mark)")
        for (point, row) in rows.enumerated() {
            #expect(joined.packageCount(at: point) == counts[row], "\(mark)")
            #expect(BigInt(Array(joined.packages(at: point)).count) == counts[row], "\(mark)")
            let gains = found.first { $0.utilities == row }?.gains
            #expect(gains == nil || joined.gains(at: point) == gains, "\(mark)")
        }
        if !rows.isEmpty {
            #expect(
                joined.ideals == joined.gains(at: 0).indices.map { party in rows.map { $0[party] }.max()! })
        }
        checkYardsticks(joined, mark)
        return listed.count + Set(found.map(\.utilities)).subtracting(Self.rows(listed)).count - rows.count
    }

    /// The yardsticks on a joined list are those of its points written out.
    private static func checkYardsticks(_ joined: Frontier, _ mark: String) {
        let gains = (0..<joined.count).map { joined.gains(at: $0) }
        guard let parties = gains.first?.count else { return }
        #expect(joined.egalitarian() == PlainYardsticks.leximin(gains), "\(mark)")
        #expect(joined.utilitarian() == PlainYardsticks.greatestSum(gains), "\(mark)")
        let exponents = (0..<parties).map { 1 + ($0 % 3) }
        let nash = PlainYardsticks.nash(gains, exponents: exponents)
        let sets = joined.nash(weights: exponents.map { Rational($0) })
        #expect(sets.map(\.gaining) == nash.keys.sorted { $0.lexicographicallyPrecedes($1) }, "\(mark)")
        for set in sets { #expect(set.points == nash[set.gaining], "\(mark)") }
        let best = (0..<parties).map { party in gains.map { $0[party] }.max()! }
        let ratios = joined.kalaiSmorodinsky()
        #expect(ratios.points == PlainYardsticks.kalaiSmorodinsky(gains, best: best).points, "\(mark)")
    }

    /// Where the searches are proven, a list that ended early has the yardsticks of the whole frontier.
    @Test(arguments: 0..<6) func yardsticksAreThoseOfTheWholeFrontier(batch: Int) throws {
        var random = RandomProblems(seed: UInt64(67_000 + batch))
        for number in 0..<60 {
            let problem = random.problem()
            let mark = "batch \(batch), problem \(number)"
            let whole = try OutcomeSpace(problem).frontier()
            let space = try OutcomeSpace(problem, budget: Budget(vectors: random.dice.number(1...4)))
            let joined = space.frontier().including(Self.points(space.references()))
            func agree(_ found: [Int], _ wanted: [Int]) {
                #expect(found.map(joined.utilities) == wanted.map(whole.utilities), "\(mark)")
                #expect(found.map(joined.packageCount) == wanted.map(whole.packageCount), "\(mark)")
                #expect(
                    found.map { Array(joined.packages(at: $0)) }
                        == wanted.map { Array(whole.packages(at: $0)) },
                    "\(mark)")
            }
            agree(joined.egalitarian(), whole.egalitarian())
            agree(joined.utilitarian(), whole.utilitarian())
            #expect(joined.nash().map(\.gaining) == whole.nash().map(\.gaining), "\(mark)")
            for (found, wanted) in zip(joined.nash(), whole.nash()) {
                agree(found.points, wanted.points)
                let means = [(joined, found), (whole, wanted)].map { frontier, set in
                    set.points.first.map { frontier.geometricMean(at: $0, of: set.gaining) }
                }
                #expect(means[0] == means[1], "\(mark)")
            }
            agree(
                joined.kalaiSmorodinsky(ideals: whole.ideals).points, whole.kalaiSmorodinsky().points)
        }
    }
}
