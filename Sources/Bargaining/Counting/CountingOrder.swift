extension ContextGraph {
    /// The same packages with the issues that no open condition speaks of moved to the two ends, narrow ones outermost.
    ///
    /// Counting works from both ends. What stands outermost is summed first and most often, so that it had better
    /// bring few contexts and a small range of sums.
    ///
    /// - Returns: the graph, and the position in this graph of each of its levels.
    func arrangedForCounting(_ objectives: [Objective]) -> (graph: ContextGraph, order: [Int]) {
        guard isSatisfiable, ends == 1 else { return (self, Array(levels.indices)) }
        let free = levels.indices.filter { levels[$0].isFree }
        guard !free.isEmpty else { return (self, Array(levels.indices)) }
        let widths = objectives.map { objective in objective.values.map { ($0.max() ?? 0) - ($0.min() ?? 0) }
        }
        let totals = widths.map { max(1, $0.reduce(0, +)) }
        // Parts per million of a party's whole range are fine enough for an order.
        let weight = levels.indices.map { level in
            widths.indices.reduce(0) { $0 + Int(widths[$1][level] * 1_000_000 / totals[$1]) }
        }
        let outward = free.sorted { (weight[$0], $0) < (weight[$1], $1) }
        let front = outward.indices.filter { $0.isMultiple(of: 2) }.map { outward[$0] }
        let back = outward.indices.filter { !$0.isMultiple(of: 2) }.map { outward[$0] }.reversed()
        let bound = levels.indices.filter { !levels[$0].isFree }
        var arranged = self
        arranged.levels =
            front.map { Level(free: levels[$0].width) } + boundLevels()
            + back.map { Level(free: levels[$0].width) }
        return (arranged, front + bound + back)
    }

    /// The levels that are not free, each leading directly to the next.
    private func boundLevels() -> [Level] {
        var result: [Level] = []
        // Where each context after the level at hand leads through the free levels.
        var onward = (0..<Int32(ends)).map { $0 }
        for level in levels.reversed() {
            if level.isFree {
                onward = (0..<level.nodes).map { onward[Int(level.targets[$0 * level.width])] }
            } else {
                var direct = level
                direct.targets = level.targets.map { $0 < 0 ? -1 : onward[Int($0)] }
                result.append(direct)
                onward = (0..<Int32(level.nodes)).map { $0 }
            }
        }
        return result.reversed()
    }
}

extension ContextGraph.Level {
    /// A level at a single context, with nothing that depends on its option.
    fileprivate init(free width: Int) {
        self.init(
            width: width, nodes: 1, targets: [Int32](repeating: 0, count: width),
            bonus: [Int32](repeating: 0, count: width))
    }

    /// Whether every option leads every context to the same place and earns nothing: equal contexts are one, so that
    /// different contexts then lead to different places.
    fileprivate var isFree: Bool {
        for edge in targets.indices {
            let first = targets[edge - edge % width]
            if first < 0 || targets[edge] != first || bonus[edge] != 0 { return false }
        }
        return true
    }
}
