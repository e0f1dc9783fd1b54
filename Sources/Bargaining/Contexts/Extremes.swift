/// The least and the greatest that completions of each context add to each objective, exactly.
struct Extremes<S: Scalar>: Sendable {
    /// Level → context × objective; the ends stand last.
    let least: [[S]]
    /// Level → context × objective; the ends stand last.
    let greatest: [[S]]

    /// Works backward from the ends.
    ///
    /// - Complexity: linear in edges × objectives.
    init(_ graph: ContextGraph, _ objectives: Objectives<S>) {
        let dimension = objectives.dimension
        var least = [[S]](repeating: [], count: graph.levels.count + 1)
        var greatest = least
        least[graph.levels.count] = [S](repeating: 0, count: graph.ends * dimension)
        greatest[graph.levels.count] = least[graph.levels.count]
        for index in graph.levels.indices.reversed() {
            let level = graph.levels[index]
            var low = [S](repeating: 0, count: level.nodes * dimension)
            var high = low
            for node in 0..<level.nodes {
                var first = true
                for option in 0..<level.width {
                    let edge = node * level.width + option
                    let target = Int(level.targets[edge])
                    if target < 0 { continue }
                    let bonus = Int(level.bonus[edge])
                    for part in 0..<dimension {
                        let shift =
                            objectives.values[index][option * dimension + part]
                            + objectives.bonuses[bonus * dimension + part]
                        let small = shift + least[index + 1][target * dimension + part]
                        let great = shift + greatest[index + 1][target * dimension + part]
                        let place = node * dimension + part
                        if first || small < low[place] { low[place] = small }
                        if first || great > high[place] { high[place] = great }
                    }
                    first = false
                }
            }
            least[index] = low
            greatest[index] = high
        }
        self.least = least
        self.greatest = greatest
    }

    /// The least and greatest value of one objective over all packages of a satisfiable graph, caps ignored.
    func range(of part: Int, _ objectives: Objectives<S>) -> (least: S, greatest: S) {
        (least[0][part] + objectives.always[part], greatest[0][part] + objectives.always[part])
    }
}

/// The least and greatest that the ways from the root to each context have earned of each objective.
struct PrefixExtremes<S: Scalar>: Sendable {
    /// Level → context × objective; the ends stand last.
    let least: [[S]]
    /// Level → context × objective; the ends stand last.
    let greatest: [[S]]

    /// Works forward from the root.
    init(_ graph: ContextGraph, _ objectives: Objectives<S>) {
        let dimension = objectives.dimension
        var least = [objectives.always]
        var greatest = [objectives.always]
        for (index, level) in graph.levels.enumerated() {
            let count = index + 1 < graph.levels.count ? graph.levels[index + 1].nodes : graph.ends
            var low = [S](repeating: 0, count: count * dimension)
            var high = low
            var reached = [Bool](repeating: false, count: count)
            for edge in level.targets.indices where level.targets[edge] >= 0 {
                let target = Int(level.targets[edge])
                let (node, option) = edge.quotientAndRemainder(dividingBy: level.width)
                let bonus = Int(level.bonus[edge])
                for part in 0..<dimension {
                    let shift =
                        objectives.values[index][option * dimension + part]
                        + objectives.bonuses[bonus * dimension + part]
                    let small = least[index][node * dimension + part] + shift
                    let great = greatest[index][node * dimension + part] + shift
                    let place = target * dimension + part
                    if !reached[target] || small < low[place] { low[place] = small }
                    if !reached[target] || great > high[place] { high[place] = great }
                }
                reached[target] = true
            }
            least.append(low)
            greatest.append(high)
        }
        self.least = least
        self.greatest = greatest
    }
}
