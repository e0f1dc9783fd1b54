import Foundation
import Negotiation
import Stability

/// Measures the graph model: `stability-bench ROW RUNS [CORES]` prints one line of JSON. `Benchmarks/stability.py` compares it with the
/// matrix form in numpy on the same numbers.
@main
enum StabilityBench {
    /// One row of the table.
    struct Work {
        var decisionMakers: Int
        var options: Int
        var hasPatterns: Bool
        var hasStatements: Bool
        var seed: UInt64

        static let rows: [String: Work] = [
            "3x6": Work(decisionMakers: 3, options: 6, hasPatterns: false, hasStatements: false, seed: 1),
            "3x8": Work(decisionMakers: 3, options: 8, hasPatterns: true, hasStatements: false, seed: 2),
            "3x10": Work(decisionMakers: 3, options: 10, hasPatterns: true, hasStatements: false, seed: 3),
            "3x12": Work(decisionMakers: 3, options: 12, hasPatterns: false, hasStatements: false, seed: 4),
            "5x20": Work(decisionMakers: 5, options: 20, hasPatterns: true, hasStatements: false, seed: 5),
            "10x20": Work(decisionMakers: 10, options: 20, hasPatterns: true, hasStatements: false, seed: 6),
            "8x22": Work(decisionMakers: 8, options: 22, hasPatterns: true, hasStatements: true, seed: 7),
        ]

        /// Options shared evenly; 1 in 4 states infeasible by two patterns.
        func graph() throws -> StateGraph {
            let layout = OptionLayout(
                decisionMakers: decisionMakers, owners: (0..<options).map { $0 * decisionMakers / options },
                directions: [ModelOption.Direction](repeating: .both, count: options))
            let three = UInt64(1) | 1 << UInt64(options / 2) | 1 << UInt64(options - 1)
            let patterns = [StatePattern(taken: three, stated: three), StatePattern(taken: 0, stated: three)]
            return try StateGraph(options: layout, infeasible: hasPatterns ? patterns : [])
        }

        /// Random strict rankings by Fisher and Yates, or a dozen random statements a decision maker.
        func preferences(_ graph: StateGraph) -> [StatePreference] {
            var random = Generator(state: seed)
            func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
            let ids = (0..<options).map { ModelOptionID("o\($0)") }
            let places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
            return (0..<decisionMakers).map { _ in
                guard hasStatements else {
                    var levels = (0..<Int32(graph.count)).map(\.self)
                    for place in stride(from: graph.count - 1, to: 0, by: -1) {
                        levels.swapAt(place, below(place + 1))
                    }
                    return .levels(levels)
                }
                let statements: [StateStatement] = (0..<12).map { _ in
                    let (first, second) = (
                        StateStatement.option(ids[below(options)]), StateStatement.option(ids[below(options)])
                    )
                    return switch below(5) {
                    case 0: first
                    case 1: .not(first)
                    case 2: .if(first, second)
                    case 3: .or([first, .not(second)])
                    default: .and([first, second])
                    }
                }
                return .statements(statements, patterns: graph.patterns, options: places)
            }
        }
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2, let work = Work.rows[arguments[1]], let runs = Int(arguments[2]), runs > 0
        else {
            print("stability-bench ROW RUNS [CORES]; rows: \(Work.rows.keys.sorted().joined(separator: " "))")
            exit(2)
        }
        let cores = arguments.count > 3 ? Int(arguments[3]) : nil
        var times: [Double] = []
        var preparing: [Double] = []
        var equilibria: [[Int]] = []
        var stable: [[Int]] = []
        var states = 0
        for _ in 0..<runs {
            let first = ContinuousClock.now
            let graph = try work.graph()
            let preferences = work.preferences(graph)
            let begin = ContinuousClock.now
            let verdicts = try GraphModel(graph, preferences).verdicts(cores: cores)
            let end = ContinuousClock.now
            times.append((end - begin) / .seconds(1))
            preparing.append((begin - first) / .seconds(1))
            states = graph.count
            // How many, and a sum that tells other answers apart.
            func digest(_ set: StateSet) -> [Int] {
                [set.count, set.reduce(0) { ($0 &* 31 &+ $1) % 1_000_003 }]
            }
            equilibria = Concept.allCases.map { digest(verdicts.equilibria($0)) }
            stable = Concept.allCases.flatMap { concept in (verdicts.stable[concept] ?? []).map(digest) }
        }
        let peak =
            (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))?.split(separator: "\n")
            .first { $0.hasPrefix("VmHWM") }.flatMap { Int($0.filter(\.isNumber)) } ?? 0
        let answer: [String: Any] = [
            "states": states, "times": times, "preparing": preparing, "kilobytes": peak,
            "equilibria": equilibria,
            "stable": stable,
        ]
        let data = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys])
        print(String(decoding: data, as: UTF8.self))
    }
}

/// Whole numbers from a seed (SplitMix64; Steele, Lea and Flood, OOPSLA 2014), the same here and in `stability.py`.
private struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
