import Negotiation
import Stability
import Testing

/// What would keep a state, and what equilibria rest on, against trying everything.
struct ChangingTests {
    @Test func smallestChangesAreAllThereAre() throws {
        var cases = 0
        for seed in 0..<1_500 as Range<UInt64> {
            let plain = RandomModel(seed: seed, largest: 4).plain
            let model = GraphModel(try plain.graph, plain.preferences)
            for mover in plain.movers {
                let game = LocalGame(model, seenBy: mover)
                let state = Int(seed) % plain.count
                for concept in Concept.allCases {
                    let better = (0..<plain.count).filter {
                        plain.levels[mover][$0] > plain.levels[mover][state]
                    }
                    guard better.count <= 8 else { continue }
                    let changes = try #require(game.changes(toKeep: state, concept, in: model))
                    var expected: [Set<Int>] = []
                    for mask in (0..<(1 << better.count)).sorted(by: {
                        ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
                    }) {
                        let set = Set(better.indices.filter { mask >> $0 & 1 == 1 }.map { better[$0] })
                        if expected.contains(where: { $0.isSubset(of: set) }) { continue }
                        if isKept(state, mover, concept, changing: set, plain) { expected.append(set) }
                    }
                    #expect(changes.isComplete)
                    #expect(
                        Set(changes.sets.map(Set.init)) == Set(expected), "seed \(seed), \(mover), \(concept)"
                    )
                    cases += expected.first?.isEmpty == false ? 1 : 0
                }
            }
        }
        #expect(cases > 500, "enough states that are left")
    }

    /// With the others' improvements as they were before the change.
    private func isKept(
        _ state: Int, _ mover: Int, _ concept: Concept, changing: Set<Int>, _ plain: PlainModel
    ) -> Bool {
        var changed = plain
        for other in changing { changed.levels[mover][other] = plain.levels[mover][state] }
        // Only the others sanction, and their levels did not change.
        return changed.isStable(state, for: mover, concept)
    }

    @Test func exchangesTurnWhatTheySayTheyTurn() throws {
        for seed in 0..<150 as Range<UInt64> {
            let plain = RandomModel(seed: seed, largest: 4).plain
            let model = GraphModel(try plain.graph, plain.preferences)
            let sensitivity = try model.rankSensitivity()
            #expect(sensitivity.isComplete)
            var turning: [Concept: [Int: Int]] = [:]
            var gaining: [Concept: [Int: Int]] = [:]
            func equilibria(_ plain: PlainModel, _ concept: Concept) -> Set<Int> {
                Set(
                    (0..<plain.count).filter { state in
                        plain.movers.allSatisfy { plain.isStable(state, for: $0, concept) }
                    })
            }
            var tried = 0
            for mover in plain.movers {
                let ranks = Set(plain.levels[mover]).sorted(by: >)
                for (upper, lower) in zip(ranks, ranks.dropFirst()) {
                    tried += 1
                    var changed = plain
                    changed.levels[mover] = plain.levels[mover].map {
                        $0 == upper ? lower : $0 == lower ? upper : $0
                    }
                    for concept in Concept.allCases {
                        let (old, new) = (equilibria(plain, concept), equilibria(changed, concept))
                        for state in old.subtracting(new) {
                            turning[concept, default: [:]][state, default: 0] += 1
                        }
                        for state in new.subtracting(old) {
                            gaining[concept, default: [:]][state, default: 0] += 1
                        }
                    }
                }
            }
            #expect(sensitivity.tried == tried)
            #expect(sensitivity.turning.mapValues { $0.mapValues(\.count) } == turning, "seed \(seed)")
            #expect(sensitivity.gaining.mapValues { $0.mapValues(\.count) } == gaining, "seed \(seed)")
        }
    }

    /// A truce that one side would break unless a guarantor answers; the guarantor's option is only proposed.
    @Test func proposedOptionsKeepATruce() throws {
        let model = ConflictModel(
            decisionMakers: [
                DecisionMaker(party: "north", options: [ModelOption(id: "attack")]),
                DecisionMaker(party: "guarantor", options: [ModelOption(id: "respond", isProposed: true)]),
            ],
            states: [NamedState(id: "truce", pattern: StatePattern("NN"))])
        let preferences: [PartyID: StatePreferences] = [
            "north": StatePreferences(.ranking([["YN"], ["truce"], ["NY"], ["YY"]])),
            "guarantor": StatePreferences(.ranking([["truce"], ["NY"], ["YY"], ["YN"]])),
        ]
        let states = try ModelStates(model)
        #expect(states.graph.count == 2)
        let changes = try states.changes(toKeep: "truce", .seq, preferences: preferences)
        #expect(changes.isComplete)
        #expect(changes.found.contains([.add("respond")]))
        #expect(changes.found.contains([.oneWay("attack", .back)]))
        #expect(changes.found.contains([.forbid("YN")]))
        #expect(!changes.found.contains([.oneWay("attack", .forth)]))
        #expect(changes.found.allSatisfy { $0.count == 1 })
    }

    @Test func changesInStructureAreTriedForward() throws {
        for seed in 0..<60 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let model = ConflictModel(
                decisionMakers: (0..<2).map { maker in
                    DecisionMaker(
                        party: PartyID("p\(maker)"),
                        options: (0..<2).map { option in
                            ModelOption(
                                id: ModelOptionID("o\(maker)\(option)"), isProposed: maker == 1 && option == 1
                            )
                        })
                })
            let all = (0..<16).map { StateID(StatePattern(taken: UInt64($0), stated: 15).letters(4)) }
            let preferences = Dictionary(
                uniqueKeysWithValues: (0..<2).map {
                    (PartyID("p\($0)"), StatePreferences(.ranking(all.shuffled(using: &random).map { [$0] })))
                })
            let states = try ModelStates(model)
            let state = all[Int(seed) % 8]
            let changes = try states.changes(toKeep: state, .seq, preferences: preferences)
            #expect(changes.isComplete)
            let place = try #require(states.place(of: state))
            let isKept = try states.game(preferences).verdicts().equilibria(.seq).contains(place)
            #expect(changes.isKeptAlready == isKept)
            if changes.isKeptAlready { continue }
            for set in changes.found {
                #expect(Set(set).count == set.count)
                if set.count == 2 {
                    #expect(!changes.found.contains([set[0]]) && !changes.found.contains([set[1]]))
                }
            }
            // Every single option made one-way, tried by hand.
            for maker in 0..<2 {
                for option in 0..<(2 - maker) {
                    for direction in [ModelOption.Direction.forth, .back] {
                        var changed = model
                        changed.decisionMakers[maker].options[option].direction = direction
                        let built = try ModelStates(changed)
                        let game = GraphModel(
                            built.graph,
                            try changed.decisionMakers.map { try built.preference(preferences[$0.party]) })
                        let isKept = try game.verdicts().equilibria(.seq).contains(
                            try #require(built.place(of: state)))
                        let id = ModelOptionID("o\(maker)\(option)")
                        #expect(changes.found.contains([.oneWay(id, direction)]) == isKept, "seed \(seed)")
                    }
                }
            }
        }
    }
}
