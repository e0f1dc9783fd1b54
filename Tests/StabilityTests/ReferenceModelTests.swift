import Foundation
import Negotiation
import Stability
import TestSupport
import Testing

/// Published and independently computed models, read in the plainest way.
struct ReferenceModelTests {
    /// One file of `stability/`.
    struct Case: Decodable, Sendable, CustomStringConvertible {
        struct Maker: Decodable, Sendable {
            var name: String
            var options: [Int]
        }
        struct Option: Decodable, Sendable { var direction: String }
        struct State: Decodable, Sendable {
            var label: String
            var yn: String
        }
        struct Answer: Decodable, Sendable {
            var equilibria: [String: [String]]
            var per_dm: [String: [String: [String]]]
        }
        struct Limited: Decodable, Sendable {
            var per_dm: [String: [String: [String]]]
            var nonmyopic_per_dm: [String: [String]]
        }
        struct Merged: Decodable, Sendable { var brute_merged: Answer }
        struct Improvements: Decodable, Sendable { var value: [String: [String]] }
        struct Inverse: Decodable, Sendable { var brute: [String: Int] }
        struct Expected: Decodable, Sendable {
            var brute: Answer
            var limited_move: Limited?
            var coalition_MoE_Uniroyal: Merged?
            var coalition_improvements_from_SEQ_equilibria: Improvements?
            var status_quo_paths_UI: Improvements?
            var status_quo_paths_UM: Improvements?
            var inverse_counts: Inverse?
        }
        var id: String
        var dms: [Maker]
        var options: [Option]
        var states: [State]
        var ranking: [String: [[String]]]
        var moves: [String: [[String]]]?
        var status_quo: String?
        var expected: Expected
        var description: String { id }

        var labels: [String] { states.map(\.label) }

        func place(_ label: String) throws -> Int { try #require(labels.firstIndex(of: label)) }

        func model() throws -> GraphModel {
            let graph: StateGraph
            if let moves {
                graph = try StateGraph(
                    count: states.count,
                    moves: try dms.map { maker in
                        try (moves[maker.name] ?? []).map { (try place($0[0]), try place($0[1])) }
                    })
            } else {
                var owners = [Int](repeating: 0, count: options.count)
                for (maker, dm) in dms.enumerated() { for option in dm.options { owners[option] = maker } }
                let directions = options.map {
                    $0.direction == "fwd"
                        ? ModelOption.Direction.forth : $0.direction == "back" ? .back : .both
                }
                graph = try StateGraph(
                    options: OptionLayout(decisionMakers: dms.count, owners: owners, directions: directions),
                    states: states.map { StatePattern($0.yn)?.taken ?? 0 })
            }
            let preferences = try dms.map { maker in
                StatePreference.ranking(
                    try (ranking[maker.name] ?? []).map { try $0.map(place) }, count: states.count)
            }
            return GraphModel(graph, preferences)
        }
    }

    static let cases: [Case] = {
        guard let folder = ReferenceCases.folder.map({ $0 + "/stability" }),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return [] }
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
            do { return try JSONDecoder().decode(Case.self, from: data) } catch {
                Issue.record("\(name): \(error)")
                return nil
            }
        }
    }()

    @Test(.enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"), arguments: cases)
    func verdictsAreTheExpectedOnes(_ known: Case) throws {
        try expect(known.model().verdicts(), known.expected.brute, known.dms.map(\.name), known)
    }

    private func expect(_ verdicts: Verdicts, _ answer: Case.Answer, _ makers: [String], _ known: Case) throws
    {
        for concept in Concept.allCases {
            let expected = Set(try #require(answer.equilibria[concept.rawValue]))
            #expect(Set(verdicts.equilibria(concept).map { known.labels[$0] }) == expected, "\(concept)")
            for (place, maker) in makers.enumerated() {
                let stable = Set(try #require(answer.per_dm[concept.rawValue]?[maker]))
                #expect(
                    verdicts.stable[concept].map { Set($0[place].map { known.labels[$0] }) } == stable,
                    "\(concept), \(maker)")
            }
        }
    }

    @Test(
        .enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"),
        arguments: cases.filter { $0.expected.limited_move != nil })
    func limitedMovesAreTheExpectedOnes(_ known: Case) throws {
        let expected = try #require(known.expected.limited_move)
        let limited = try #require(known.model().limitedMoves(horizon: 6))
        for horizon in 1...6 {
            for (place, maker) in known.dms.enumerated() {
                #expect(
                    limited.stable[horizon - 1][place].map { known.labels[$0] }
                        == expected.per_dm["L\(horizon)"]?[maker.name])
            }
        }
        for (place, maker) in known.dms.enumerated() {
            #expect(
                limited.nonMyopic.map { $0[place].map { known.labels[$0] } }
                    == expected.nonmyopic_per_dm[maker.name])
        }
    }

    @Test(.enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"))
    func coalitionsOverturnWhatIsKnown() throws {
        let elmira = try #require(Self.cases.first { $0.id == "03_elmira_gmcrplus_12" })
        let (merged, makers) = try elmira.model().merging([0, 1])
        #expect(makers == [[0, 1], [2]])
        try expect(
            merged.verdicts(), try #require(elmira.expected.coalition_MoE_Uniroyal).brute_merged,
            ["MoE+Uniroyal", "Local Government"], elmira)
        let xu = try #require(Self.cases.first { $0.id == "07_elmira_xu_9" })
        let model = try xu.model()
        let seq = try model.verdicts().equilibria(.seq)
        var jumps: [String: [String]] = [:]
        for state in seq {
            for improvement in model.coalitionImprovements(of: [0, 1], from: state) {
                jumps["MoE+Uniroyal from \(xu.labels[state])", default: []].append(xu.labels[improvement.to])
            }
        }
        #expect(jumps == xu.expected.coalition_improvements_from_SEQ_equilibria?.value)
    }

    @Test(.enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"), arguments: [false, true])
    func pathsFromTheStatusQuoAreKnown(improving: Bool) throws {
        let xu = try #require(Self.cases.first { $0.id == "07_elmira_xu_9" })
        let known = improving ? xu.expected.status_quo_paths_UI : xu.expected.status_quo_paths_UM
        let paths = try xu.model().paths(from: xu.place(try #require(xu.status_quo)), improving: improving)
        let lengths = Dictionary(
            uniqueKeysWithValues: paths.reached.map { (xu.labels[$0.state], $0.sequence.steps.count) })
        #expect(lengths == known?.value.mapValues { $0.count - 1 })
    }

    /// For how many strict rankings of one decision maker a state is an equilibrium.
    @Test(.enabled(if: ReferenceCases.folder != nil, "\(ReferenceCases.absence)"))
    func inverseCountsAreKnown() throws {
        let known = try #require(Self.cases.first { $0.id == "06_syria_iraq_1975" })
        var model = try known.model()
        let state = try known.place("2")
        var counts: [String: Int] = [:]
        func permute(_ chosen: [Int], _ rest: [Int]) throws {
            guard !rest.isEmpty else {
                model.preferences[0] = .ranking(chosen.map { [$0] }, count: known.states.count)
                let verdicts = try model.verdicts()
                for concept in Concept.allCases where verdicts.equilibria(concept).contains(state) {
                    counts[concept.rawValue, default: 0] += 1
                }
                return
            }
            for place in rest { try permute(chosen + [place], rest.filter { $0 != place }) }
        }
        try permute([], Array(known.states.indices))
        #expect(counts == known.expected.inverse_counts?.brute)
    }
}
