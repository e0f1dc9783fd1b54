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
                let verdicts = try GraphModel(graph, plain.preferences).verdicts()
                for (concept, stable) in zip(Concept.allCases, expected) {
                    #expect(
                        verdicts.stable[concept]?.map(Array.init) == stable,
                        "seed \(seed), \(kind), \(concept)")
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
}
