import BigInt
import Negotiation

extension OutcomeSpace {
    /// How many packages another one beats for everyone whatever the numbers, of how many.
    public struct BeatenPackages: Hashable, Sendable {
        /// The packages that are beaten.
        public let beaten: PackageCount
        /// All packages in question: feasible, and crossing nobody's red line.
        public let among: PackageCount
    }

    /// Counts the packages that another one beats for every negotiator, whatever numbers and weights the sheets allow: it is
    /// at least as good for each on every issue in every completion, and ranked better by somebody on an issue that
    /// may count.
    ///
    /// Follows each package along the contexts of the rules together with the contexts of all packages that are at least as good
    /// so far (a subset construction); a package is beaten as soon as a better one stands in its own context, since
    /// that one can be completed in the same way.
    ///
    /// - Parameter knowledge: what is known of each negotiator, in the order of the problem's parties.
    /// - Returns: `nil` where a sheet has an interaction: what is better issue by issue may then be worse as a whole.
    /// - Complexity: linear in such states, of which the budget for contexts allows so many; beyond, bounds.
    public func beatenPackages(_ knowledge: [PartyKnowledge]) -> BeatenPackages? {
        let hasInteractions = knowledge.contains { party in
            party.interactions.contains { $0.add != Amount(0) }
        }
        guard !hasInteractions, knowledge.count == problem.parties.count else { return nil }
        do throws(Budget.Exhausted) {
            let question = try Question(
                compiled, Question.Scope(redLinesOf: Array(problem.parties.indices)), floors: [])
            let graph = try ContextGraph(
                compiled.compiledConditions().diagrams, following: question.followed, budget: budget)
            guard graph.isSatisfiable else {
                return BeatenPackages(beaten: PackageCount(0), among: PackageCount(0))
            }
            var search = BeatenSearch(
                graph, compiled.order.map { OptionRelation($0, problem.optionCounts[$0], knowledge) })
            return search.run(limit: budget.contexts)
        } catch {
            let all = PackageCount(lower: 0, upper: compiled.packages)
            return BeatenPackages(beaten: all, among: all)
        }
    }
}

/// Which options of one issue are surely at least as good as which for everybody.
private struct OptionRelation {
    /// Option → those at least as good for everybody, itself among them; and whether somebody ranks each better.
    let atLeast: [[(option: Int, isBetter: Bool)]]

    init(_ issue: Int, _ options: Int, _ knowledge: [PartyKnowledge]) {
        var unit = [Rational](repeating: .zero, count: knowledge.first?.values.count ?? 0)
        if unit.indices.contains(issue) { unit[issue] = 1 }
        let counts = knowledge.map { $0.weights.greatest(of: unit) > 0 }
        atLeast = (0..<options).map { option in
            (0..<options).compactMap { other in
                let known = knowledge.map { $0.values[issue] }
                guard zip(known, counts).allSatisfy({ !$1 || $0.isSurely(other, atLeast: option) }) else {
                    return nil
                }
                let isBetter = zip(known, counts).contains {
                    $1 && $0.difference(of: other, over: option).greatest > 0
                }
                return (other, isBetter)
            }
        }
    }
}

/// The subset construction: packages by their context and by the contexts of what is at least as good so far.
private struct BeatenSearch {
    private let graph: ContextGraph
    private let relations: [OptionRelation]
    /// Level → context → packages that complete it.
    private let completions: [[BigInt]]

    /// Packages alike so far. A context in `rivals` stands twice its number, plus one where a rival in it is better already.
    private struct State: Hashable {
        var context: Int32
        var rivals: [Int32]
    }

    init(_ graph: ContextGraph, _ relations: [OptionRelation]) {
        self.graph = graph
        self.relations = relations
        completions = graph.completions(BigInt.self)
    }

    mutating func run(limit: Int) -> OutcomeSpace.BeatenPackages {
        let all = completions[0].reduce(0, +)
        var beaten = BigInt(0)
        var states: [State: BigInt] = [State(context: 0, rivals: [0]): 1]
        for index in graph.levels.indices {
            var next: [State: BigInt] = [:]
            for (state, count) in states {
                for option in 0..<graph.levels[index].width {
                    let target = step(index, state.context, option)
                    if target < 0 { continue }
                    let rivals = rivals(index, state, option)
                    if rivals.binarySearch(2 * target + 1) {
                        beaten += count * completions[index + 1][Int(target)]
                    } else {
                        next[State(context: target, rivals: rivals), default: 0] += count
                    }
                }
            }
            guard next.count <= limit else {
                let open = next.reduce(BigInt(0)) {
                    $0 + $1.value * completions[index + 1][Int($1.key.context)]
                }
                return OutcomeSpace.BeatenPackages(
                    beaten: PackageCount(lower: beaten, upper: beaten + open), among: PackageCount(all))
            }
            states = next
        }
        // All ends are one context here: what is left has no better rival in it.
        return OutcomeSpace.BeatenPackages(beaten: PackageCount(beaten), among: PackageCount(all))
    }

    private func step(_ index: Int, _ context: Int32, _ option: Int) -> Int32 {
        graph.levels[index].targets[Int(context) * graph.levels[index].width + option]
    }

    /// Where rivals stand that are at least as good as a package that takes `option` next, ascending.
    private func rivals(_ index: Int, _ state: State, _ option: Int) -> [Int32] {
        var found: Set<Int32> = []
        for rival in state.rivals {
            for (other, isBetter) in relations[index].atLeast[option] {
                let target = step(index, rival / 2, other)
                if target >= 0 { found.insert(2 * target + (isBetter || rival % 2 == 1 ? 1 : 0)) }
            }
        }
        // A better rival in a context can do all that another there can.
        return found.filter { $0 % 2 == 1 || !found.contains($0 + 1) }.sorted()
    }
}

extension [Int32] {
    /// Whether an ascending list holds a number.
    fileprivate func binarySearch(_ wanted: Int32) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == wanted
    }
}
