/// The ways that lead over one level into each context, seen from one end of a context graph.
struct Ways<S: Scalar> {
    /// Context → its first way; one more at the end.
    var starts: [Int] = [0]
    /// The context each way comes from.
    var sources: [Int] = []
    /// Way × objective: what it adds to the sum above the least of where it comes from, so that the result stands
    /// above the least of where it leads. Never negative.
    var shifts: [S] = []
}

/// One end of a context graph, from which sums are gathered step by step.
///
/// Every sum is kept as its height above the least sum of its context.
struct CountingSide<S: Scalar>: Sendable {
    let graph: ContextGraph
    let objectives: Objectives<S>
    /// Level → context × objective: the least sum between this end and there; the ends stand last.
    let least: [[S]]
    /// Level → context × objective: the greatest.
    let greatest: [[S]]
    /// Whether this is the root's end.
    let ahead: Bool

    /// The contexts before a level.
    func contexts(at level: Int) -> Int {
        level < graph.levels.count ? graph.levels[level].nodes : graph.ends
    }

    /// How far apart the sums of a context are in one objective.
    func span(at level: Int, _ context: Int, _ part: Int) -> S {
        let place = context * objectives.dimension + part
        return greatest[level][place] - least[level][place]
    }

    /// Different sums that a level can have at most, over all contexts; an estimate.
    func places(at level: Int) -> Double {
        (0..<contexts(at: level)).reduce(0.0) { sum, context in
            sum
                + (0..<objectives.dimension).reduce(1.0) {
                    $0 * (Double(self.span(at: level, context, $1).wide) + 1)
                }
        }
    }

    /// The ways over a level.
    func ways(over index: Int) -> Ways<S> {
        let level = graph.levels[index]
        var ways = Ways<S>()
        // Both ends of an edge stand at contexts of neighbouring levels; which is the source depends on the side.
        let from = ahead ? least[index] : least[index + 1]
        let to = ahead ? least[index + 1] : least[index]
        let dimension = objectives.dimension
        func add(_ edge: Int, from source: Int, to context: Int) {
            let bonus = Int(level.bonus[edge])
            let option = edge % level.width
            ways.sources.append(source)
            for part in 0..<dimension {
                ways.shifts.append(
                    from[source * dimension + part]
                        + objectives.values[index][option * dimension + part]
                        + objectives.bonuses[bonus * dimension + part]
                        - to[context * dimension + part])
            }
        }
        if ahead {
            let (starts, edges) = graph.entering(after: index)
            for node in 0..<(starts.count - 1) {
                for edge in edges[starts[node]..<starts[node + 1]] {
                    add(Int(edge), from: Int(edge) / level.width, to: node)
                }
                ways.starts.append(ways.sources.count)
            }
        } else {
            for node in 0..<level.nodes {
                for edge in (node * level.width)..<((node + 1) * level.width) where level.targets[edge] >= 0 {
                    add(edge, from: Int(level.targets[edge]), to: node)
                }
                ways.starts.append(ways.sources.count)
            }
        }
        return ways
    }
}
