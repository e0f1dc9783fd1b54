import Negotiation
import Stability
import Testing

/// How what is said of preferences becomes an order, and what is not known.
struct PreferenceTests {
    @Test func statementsScoreByImportance() {
        let ids = (0..<8).map { ModelOptionID("o\($0)") }
        let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        for seed in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            func statement(_ depth: Int) -> StateStatement {
                switch Int.random(in: 0..<(depth > 0 ? 7 : 2), using: &random) {
                case 0: .option(ids.randomElement(using: &random)!)
                case 1: .pattern(StatePattern(taken: random.next() & 255, stated: random.next() & 255))
                case 2: .not(statement(depth - 1))
                case 3: .and([statement(depth - 1), statement(depth - 1)])
                case 4: .or([statement(depth - 1), statement(depth - 1)])
                case 5: .if(statement(depth - 1), statement(depth - 1))
                default: .iff(statement(depth - 1), statement(depth - 1))
                }
            }
            // Beyond 62 statements scores no longer fit a word.
            let statements = (0..<[3, 10, 70][Int(seed % 3)]).map { _ in statement(2) }
            let patterns = (0..<256 as Range<UInt64>).filter { _ in Int.random(in: 0..<4, using: &random) > 0
            }
            let preference = StatePreference.statements(statements, patterns: patterns, options: places)
            func truths(_ pattern: UInt64) -> [Int] {
                statements.map { $0.holds(in: pattern, places: places) ? 1 : 0 }
            }
            for _ in 0..<200 {
                let (first, second) = (
                    Int.random(in: 0..<patterns.count, using: &random),
                    Int.random(in: 0..<patterns.count, using: &random)
                )
                let isBetter = truths(patterns[second]).lexicographicallyPrecedes(truths(patterns[first]))
                #expect(preference.surelyPrefers(first, to: second) == isBetter, "seed \(seed)")
            }
        }
    }

    @Test func manyStatesAreJudgedAsFewAre() {
        let ids = (0..<13).map { ModelOptionID("o\($0)") }
        let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let statements: [StateStatement] = [
            .if(.option(ids[0]), .option(ids[12])), .iff(.option(ids[5]), .option(ids[6])),
            .or([.option(ids[7]), .not(.option(ids[3]))]), .pattern(StatePattern("Y-N-Y")!),
            .and([.option(ids[8]), .option(ids[2])]),
        ]
        let patterns = (0..<(1 << 13) as Range<UInt64>).filter { $0 % 3 != 0 }
        guard
            case .levels(let levels) = StatePreference.statements(
                statements, patterns: patterns, options: places)
        else { return }
        var scores: [Int32: Int] = [:]
        for (place, pattern) in patterns.enumerated() {
            let score = statements.reduce(0) { $0 * 2 + ($1.holds(in: pattern, places: places) ? 1 : 0) }
            #expect(scores[levels[place]] ?? score == score)
            scores[levels[place]] = score
        }
        let ascending = scores.sorted { $0.key < $1.key }.map(\.value)
        #expect(ascending == ascending.sorted() && Set(ascending).count == ascending.count)
    }

    @Test func severalRankingsSayWhatFollowsFromThem() throws {
        let preference = try PairwisePreference(
            rankings: [[[0], [1, 2]], [[2], [3]], [[4], [5]]], count: 6)
        #expect(preference.isBetter(0, than: 3))
        #expect(preference.isBetter(1, than: 3), "as good as 2")
        #expect(preference.isNotBetter(1, than: 2) && preference.isNotBetter(2, than: 1))
        #expect(!preference.isBetter(0, than: 5) && !preference.isNotBetter(0, than: 5))
        #expect(throws: ContradictoryRankings.self) {
            try PairwisePreference(rankings: [[[0], [1]], [[1], [0]]], count: 2)
        }
    }

    /// Surely and possibly by their definitions in pairs, and both against all completions of a ranking in which two states' order is unknown.
    @Test func surelyAndPossiblyAreTheEnds() throws {
        for seed in 0..<400 as Range<UInt64> {
            let plain = RandomModel(seed: seed, largest: 4).plain
            var random = SplitMix64(seed: seed &+ 9_000)
            let preferences = try plain.preferences.map { preference in
                var pairs = try PairwisePreference(preference, count: plain.count)
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    pairs.forget(
                        Int.random(in: 0..<plain.count, using: &random),
                        Int.random(in: 0..<plain.count, using: &random))
                }
                return StatePreference.pairs(pairs)
            }
            let model = GraphModel(try plain.graph, preferences)
            for certainty in Certainty.allCases {
                let verdicts = try model.verdicts(certainty)
                for mover in plain.movers {
                    let own = preferences[mover]
                    func leaves(_ state: Int, _ next: Int) -> Bool {
                        certainty == .surely
                            ? !own.surelyNotPrefers(next, to: state) : own.surelyPrefers(next, to: state)
                    }
                    func deters(_ end: Int, _ state: Int) -> Bool {
                        certainty == .surely
                            ? own.surelyNotPrefers(end, to: state) : !own.surelyPrefers(end, to: state)
                    }
                    for concept in Concept.allCases {
                        for state in 0..<plain.count {
                            let isStable = plain.moves[mover][state].filter { leaves(state, $0) }.allSatisfy {
                                next in
                                guard concept != .nash else { return false }
                                return reached(
                                    next, plain, plain.movers.filter { $0 != mover }, preferences,
                                    concept.isCredible
                                )
                                .contains { end in
                                    deters(end, state)
                                        && (!concept.isSymmetric
                                            || plain.moves[mover][end].allSatisfy { deters($0, state) })
                                }
                            }
                            #expect(
                                verdicts.isStable(state, for: mover, concept) == isStable,
                                "seed \(seed), \(concept), \(certainty)")
                        }
                    }
                }
            }
            let (surely, possibly) = (try model.verdicts(.surely), try model.verdicts(.possibly))
            for concept in Concept.allCases {
                #expect(Set(surely.equilibria(concept)).isSubset(of: Set(possibly.equilibria(concept))))
            }
        }
    }

    private func reached(
        _ start: Int, _ plain: PlainModel, _ group: [Int], _ preferences: [StatePreference], _ improving: Bool
    ) -> Set<Int> {
        var found: Set<[Int]> = []
        var waiting = [[start, -1]]
        while let node = waiting.popLast() {
            for mover in group where mover != node[1] {
                for next in plain.moves[mover][node[0]]
                where !improving || !preferences[mover].surelyNotPrefers(next, to: node[0]) {
                    if found.insert([next, mover]).inserted { waiting.append([next, mover]) }
                }
            }
        }
        return Set(found.map { $0[0] })
    }

    /// Each decision maker's stability is that of the game as it sees it.
    @Test func everybodyIsJudgedInItsOwnGame() throws {
        for seed in 0..<300 as Range<UInt64> {
            let random = RandomModel(seed: seed, largest: 5)
            let plain = random.plain
            let other = RandomModel(seed: seed &+ 77_000).plain
            // What the first thinks of the second.
            var seen = plain
            seen.levels[1] = (0..<plain.count).map { other.levels[0][$0 % other.count] }
            let model = GraphModel(
                try plain.graph, plain.preferences, views: [0: [1: .levels(seen.levels[1].map(Int32.init))]])
            let verdicts = try model.verdicts()
            for concept in Concept.allCases {
                #expect(
                    verdicts.stable[concept].map { Array($0[0]) } == seen.stable(for: 0, concept),
                    "seed \(seed)")
                #expect(
                    verdicts.stable[concept].map { Array($0[1]) } == plain.stable(for: 1, concept),
                    "seed \(seed)")
            }
        }
    }
}
