import Negotiation
import Stability
import Testing

/// The engines against the definitions.
struct VerdictTests {
    @Test func verdictsAreTheDefinitions() throws {
        for seed in 0..<4_000 as Range<UInt64> {
            let random = RandomModel(seed: seed)
            let plain = random.plain
            var graphs = [("lists", try plain.graph)]
            if let options = random.options {
                graphs.append(
                    ("flips", try StateGraph(options: options, states: random.states, asFlips: true)))
                graphs.append(
                    ("option lists", try StateGraph(options: options, states: random.states, asFlips: false)))
            }
            let expected = Concept.allCases.map { concept in
                plain.movers.map { plain.stable(for: $0, concept) }
            }
            for (kind, graph) in graphs {
                // By sweeps to the end, by two sweeps and then the search where that is not enough, and by the search alone.
                for limit in kind == "flips" ? [nil, 2, 0] : [nil] {
                    let verdicts = try GraphModel(graph, plain.preferences).verdicts(sweepLimit: limit)
                    for (concept, stable) in zip(Concept.allCases, expected) {
                        #expect(
                            verdicts.stable[concept]?.map(Array.init) == stable,
                            "seed \(seed), \(kind), \(concept), \(limit ?? -1)")
                    }
                }
            }
            // The same, asked state by state and compared pair by pair.
            let pairs = try plain.preferences.map {
                StatePreference.pairs(try PairwisePreference($0, count: plain.count))
            }
            let pairwise = try GraphModel(try plain.graph, pairs).verdicts()
            for (concept, stable) in zip(Concept.allCases, expected) {
                #expect(
                    pairwise.stable[concept]?.map(Array.init) == stable, "seed \(seed), pairs, \(concept)")
            }
        }
    }

    @Test func equilibriaAreStableForAll() throws {
        for seed in 0..<200 as Range<UInt64> {
            let plain = RandomModel(seed: seed).plain
            let verdicts = try GraphModel(try plain.graph, plain.preferences).verdicts()
            for concept in Concept.allCases {
                let expected = (0..<plain.count).filter { state in
                    plain.movers.allSatisfy { plain.isStable(state, for: $0, concept) }
                }
                #expect(Array(verdicts.equilibria(concept)) == expected)
            }
        }
    }

    @Test func verdictsDoNotDependOnCores() throws {
        let layout = OptionLayout(
            decisionMakers: 4, owners: (0..<16).map { $0 % 4 },
            directions: (0..<16).map { $0 == 3 ? .forth : $0 == 9 ? .back : .both })
        let infeasible = [StatePattern("YY"), StatePattern("--YN")].compactMap { $0 }
        let graph = try StateGraph(options: layout, infeasible: infeasible)
        var random = SplitMix64(seed: 1)
        let preferences = (0..<4).map { _ in
            StatePreference.levels((0..<graph.count).map { _ in Int32.random(in: 0..<5_000, using: &random) })
        }
        let model = GraphModel(graph, preferences)
        #expect(try model.verdicts(cores: 1) == model.verdicts(cores: 4))
        let lists = try StateGraph(options: layout, states: graph.patterns, asFlips: false)
        #expect(try model.verdicts() == GraphModel(lists, preferences).verdicts())
    }

    /// Cubes of up to thousands of states, also with one decision maker alone and with one that has most of the options, against lists.
    @Test func cubesAgreeWithLists() throws {
        for seed in 0..<60 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let movers = Int.random(in: 1...5, using: &random)
            let bits = Int.random(in: max(movers, 6)...12, using: &random)
            let isOneSided = seed % 3 == 0
            let layout = OptionLayout(
                decisionMakers: movers,
                owners: (0..<bits).map {
                    $0 < movers ? $0 : isOneSided ? 0 : Int.random(in: 0..<movers, using: &random)
                }
                .shuffled(using: &random),
                directions: (0..<bits).map { _ in
                    seed % 2 == 0 || Int.random(in: 0..<4, using: &random) > 0
                        ? .both : random.next() % 2 == 0 ? .forth : .back
                })
            // Many holes, so that what is connected winds.
            let infeasible = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                StatePattern(
                    taken: random.next(),
                    stated: (0..<4).reduce(0) { mask, _ in mask | 1 << (random.next() % UInt64(bits)) })
            }
            let states = (0..<(UInt64(1) << UInt64(bits))).filter { state in
                !infeasible.contains { $0.fits(state) }
            }
            guard !states.isEmpty else { continue }
            let spread = [Int32(states.count * 2), 40][Int(seed / 2 % 2)]
            let preferences = (0..<movers).map { _ in
                StatePreference.levels(states.map { _ in Int32.random(in: 0..<spread, using: &random) })
            }
            let lists = try GraphModel(
                StateGraph(options: layout, states: states, asFlips: false), preferences
            ).verdicts()
            let cube = try GraphModel(StateGraph(options: layout, states: states, asFlips: true), preferences)
            for limit in [nil, 3, 0] {
                #expect(try cube.verdicts(sweepLimit: limit) == lists, "seed \(seed), \(limit ?? -1)")
            }
        }
    }
}
