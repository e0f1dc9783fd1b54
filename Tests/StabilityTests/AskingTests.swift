import Negotiation
import Stability
import Testing

/// Questions about single states against enumeration.
struct AskingTests {
    @Test func reasonsAreTrue() throws {
        for seed in 0..<600 as Range<UInt64> {
            let plain = RandomModel(seed: seed, largest: 5).plain
            let model = GraphModel(try plain.graph, plain.preferences)
            for mover in plain.movers {
                let game = LocalGame(model, seenBy: mover)
                for state in 0..<plain.count {
                    for concept in Concept.allCases {
                        let standing = game.standing(of: state, concept)
                        #expect(
                            standing.isStable == plain.isStable(state, for: mover, concept), "seed \(seed)")
                        #expect(
                            Set(standing.improvements.map(\.to))
                                == Set(plain.improvements(mover, from: state)))
                        for improvement in standing.improvements {
                            guard let sanction = improvement.sanction else { continue }
                            try expectLegal(
                                sanction, from: improvement.to, in: plain,
                                by: plain.movers.filter { $0 != mover },
                                improving: concept.isCredible)
                            let end = try #require(sanction.end)
                            #expect(plain.levels[mover][end] <= plain.levels[mover][state])
                        }
                    }
                }
            }
        }
    }

    @Test func coalitionsOverturnWhatTheyCan() throws {
        for seed in 0..<400 as Range<UInt64> {
            let plain = RandomModel(seed: seed, largest: 5).plain
            let model = GraphModel(try plain.graph, plain.preferences)
            let movers = Array(plain.movers)
            for state in 0..<plain.count {
                var minimal: Set<Set<Int>> = []
                for mask in 1..<(1 << movers.count) {
                    let members = movers.filter { mask >> $0 & 1 == 1 }
                    let expected = plain.reached(from: state, by: members, improving: false).filter { end in
                        members.allSatisfy { plain.levels[$0][end] > plain.levels[$0][state] }
                    }
                    let found = model.coalitionImprovements(of: members, from: state)
                    #expect(Set(found.map(\.to)) == expected, "seed \(seed), state \(state), \(members)")
                    for improvement in found {
                        try expectLegal(
                            improvement.sequence, from: state, in: plain, by: members, improving: false)
                    }
                    if !expected.isEmpty { minimal.insert(Set(members)) }
                }
                minimal = minimal.filter { set in !minimal.contains { $0.isStrictSubset(of: set) } }
                let (coalitions, isComplete) = model.overturning(state)
                #expect(isComplete)
                #expect(Set(coalitions.map { Set($0.members) }) == minimal, "seed \(seed), state \(state)")
            }
        }
    }

    @Test func mergedDecisionMakersActAsOne() throws {
        for seed in 0..<200 as Range<UInt64> {
            let plain = RandomModel(seed: seed, largest: 5).plain
            guard plain.movers.count > 2 else { continue }
            let (merged, makers) = try GraphModel(try plain.graph, plain.preferences).merging([0, 2])
            #expect(makers[0] == [0, 2])
            let verdicts = try merged.verdicts()
            for state in 0..<plain.count {
                let isNash = plain.reached(from: state, by: [0, 2], improving: false).allSatisfy { end in
                    [0, 2].contains { plain.levels[$0][end] <= plain.levels[$0][state] }
                }
                #expect(verdicts.isStable(state, for: 0, .nash) == isNash, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [false, true]) func pathsFindWhatCanFollow(improving: Bool) throws {
        for seed in 0..<500 as Range<UInt64> {
            let plain = RandomModel(seed: seed, largest: 5).plain
            let model = GraphModel(try plain.graph, plain.preferences)
            let paths = model.paths(from: 0, improving: improving)
            let all = Array(plain.movers)
            #expect(
                Set(paths.reached.map(\.state))
                    == plain.reached(from: 0, by: all, improving: improving).union([0]), "seed \(seed)")
            for reached in paths.reached {
                try expectLegal(reached.sequence, from: 0, in: plain, by: all, improving: improving)
                // Nothing shorter leads there: lengths never fall along the list.
            }
            let lengths = paths.reached.map(\.sequence.steps.count)
            #expect(lengths == lengths.sorted())
            // From wherever it ends, and from nowhere else, no move that counts leads to another state that is reached; from a ring none leads out of it.
            let reached = Set(paths.reached.map(\.state))
            func next(_ state: Int) -> Set<Int> {
                plain.movers.reduce(into: Set<Int>()) { ends, mover in
                    ends.formUnion(
                        plain.moves[mover][state].filter {
                            !improving || plain.levels[mover][$0] > plain.levels[mover][state]
                        })
                }.intersection(reached)
            }
            #expect(Set(paths.ends) == reached.filter { next($0).isEmpty }, "seed \(seed)")
            for ring in paths.rings {
                #expect(
                    ring.count > 1 && ring.allSatisfy { next($0).isSubset(of: ring) && !next($0).isEmpty })
            }
            #expect(!paths.ends.isEmpty || !paths.rings.isEmpty, "it has to end somewhere, or never to end")
        }
    }

    @Test func farSightedMoversFollowBackwardInduction() throws {
        for seed in 0..<800 as Range<UInt64> {
            let plain = RandomModel(seed: seed, largest: 4).plain
            guard plain.movers.count == 2 else { continue }
            let model = GraphModel(try plain.graph, plain.preferences)
            let limited = try #require(model.limitedMoves(horizon: 4))
            func anticipated(_ state: Int, _ mover: Int, _ left: Int) -> Int {
                guard left > 0 else { return state }
                var best = state
                for next in plain.moves[mover][state].sorted() {
                    let end = anticipated(next, 1 - mover, left - 1)
                    if plain.levels[mover][end] > plain.levels[mover][best] { best = end }
                }
                return best
            }
            for horizon in 1...4 {
                for mover in 0..<2 {
                    let expected = (0..<plain.count).filter { anticipated($0, mover, horizon) == $0 }
                    #expect(
                        Array(limited.stable[horizon - 1][mover]) == expected,
                        "seed \(seed), horizon \(horizon)")
                }
            }
            let cycle = try #require(limited.cycle)
            let far = try #require(model.limitedMoves(horizon: cycle.start + 2 * cycle.length + 2))
            for mover in 0..<2 {
                let last = far.stable.indices.suffix(cycle.length).map { Set(far.stable[$0][mover]) }
                let always = last.dropFirst().reduce(last[0]) { $0.intersection($1) }
                #expect(limited.nonMyopic.map { Set($0[mover]) } == always, "seed \(seed)")
            }
        }
    }

    private func expectLegal(
        _ sequence: MoveSequence, from start: Int, in plain: PlainModel, by group: [Int], improving: Bool
    ) throws {
        var state = start
        var last = -1
        for step in sequence.steps {
            #expect(group.contains(step.by) && step.by != last)
            #expect(plain.moves[step.by][state].contains(step.to))
            if improving { #expect(plain.levels[step.by][step.to] > plain.levels[step.by][state]) }
            state = step.to
            last = step.by
        }
    }
}
