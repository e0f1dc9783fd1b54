import BigInt

/// Which options a question leaves open for each issue, by position in the order; `nil`: all.
typealias OpenOptions = [Set<Int>?]

extension ContextGraph {
    /// For each level's contexts, then the ends, the number of ways to complete a package.
    ///
    /// - Parameter open: options to be counted.
    func completions<C: Tally>(_: C.Type, open: OpenOptions? = nil) -> [[C]] {
        var table = [[C]](repeating: [], count: levels.count + 1)
        table[levels.count] = [C](repeating: 1, count: ends)
        for index in levels.indices.reversed() {
            let level = levels[index]
            let next = table[index + 1]
            var counts = [C](repeating: 0, count: level.nodes)
            for node in 0..<level.nodes {
                var sum: C = 0
                for option in 0..<level.width {
                    if let allowed = open?[index], !allowed.contains(option) { continue }
                    let target = level.targets[node * level.width + option]
                    if target >= 0 { sum += next[Int(target)] }
                }
                counts[node] = sum
            }
            table[index] = counts
        }
        return table
    }

    /// The number of packages: paths from the root to any end.
    func packages<C: Tally>(_: C.Type, open: OpenOptions? = nil) -> C {
        guard isSatisfiable else { return 0 }
        return completions(C.self, open: open)[0].reduce(0, +)
    }

    /// For each level, the options that some package uses.
    func usedOptions() -> [[Bool]] {
        levels.map { level in
            // Every context left is on some path: dead ends are gone and only reached ones were made.
            var used = [Bool](repeating: false, count: level.width)
            for edge in level.targets.indices where level.targets[edge] >= 0 {
                used[edge % level.width] = true
            }
            return used
        }
    }

    /// For each context of the level after `level`, the edges that enter it, in the order of context and option.
    func entering(after index: Int) -> (starts: [Int], edges: [Int32]) {
        let level = levels[index]
        let count = index + 1 < levels.count ? levels[index + 1].nodes : ends
        var starts = [Int](repeating: 0, count: count + 1)
        for target in level.targets where target >= 0 { starts[Int(target) + 1] += 1 }
        for node in 0..<count { starts[node + 1] += starts[node] }
        var fill = starts
        var edges = [Int32](repeating: 0, count: starts[count])
        for edge in level.targets.indices {
            let target = level.targets[edge]
            if target < 0 { continue }
            edges[fill[Int(target)]] = Int32(edge)
            fill[Int(target)] += 1
        }
        return (starts, edges)
    }
}
