/// Finds the packages behind vectors at the ends by going back through the vectors kept on the way.
struct PackageTracer<S: Scalar, C: Tally>: Sendable {
    let graph: ContextGraph
    let objectives: Objectives<S>
    /// Level → its vectors; the ends stand last.
    let tables: [VectorTable<S, C>]
    /// Position → issue index.
    let order: [Int]

    /// Level → context × objective: a sum from here on was kept as this; `nil`: sums were kept as they are.
    var limits: [[S?]]?

    /// All ways from the root to some vectors at the ends.
    ///
    /// Every prefix of a package in question was kept, so each vector is found again by looking up what must
    /// have stood before each edge; there are no dead ends.
    func trace(to places: [Int]) -> PackageTrace {
        var trace = PackageTrace(order: order, steps: [])
        trace.steps = [[PackageTrace.Edge]](repeating: [], count: graph.levels.count)
        trace.widths = [Int](repeating: 1, count: graph.levels.count + 1)
        var wanted = places
        trace.widths[graph.levels.count] = wanted.count
        for index in graph.levels.indices.reversed() {
            let level = graph.levels[index]
            let (starts, edges) = graph.entering(after: index)
            var numbers: [Int: Int32] = [:]
            var found: [Int] = []
            for (number, place) in wanted.enumerated() {
                let node = self.node(of: place, in: tables[index + 1])
                for edge in edges[starts[node]..<starts[node + 1]] {
                    let shift = objectives.shift(at: index, edge: Int(edge), of: level)
                    let (parent, option) = Int(edge).quotientAndRemainder(dividingBy: level.width)
                    for before in befores(of: place, context: node, at: index, shift, in: parent) {
                        if numbers[before] == nil {
                            numbers[before] = Int32(found.count)
                            found.append(before)
                        }
                        trace.steps[index].append(
                            PackageTrace.Edge(
                                from: numbers[before]!, option: Int32(option), to: Int32(number)))
                    }
                }
            }
            wanted = found
            trace.widths[index] = found.count
        }
        return trace
    }

    /// The vectors of a context that an edge takes to a vector of the next level.
    private func befores(of place: Int, context: Int, at index: Int, _ shift: [S], in parent: Int) -> [Int] {
        let dimension = objectives.dimension
        let after = tables[index + 1].scalars[place * dimension..<(place + 1) * dimension]
        let needed = zip(after, shift).map { $0 - $1 }
        let here = limits?[index + 1][context * dimension..<(context + 1) * dimension]
        let isLimited = here.map { zip(after, $0).map { $0 == $1 } } ?? []
        if !isLimited.contains(true) { return tables[index].find(needed, in: parent).map { [$0] } ?? [] }
        let scalars = tables[index].scalars
        return tables[index].range(of: parent).filter { row in
            (0..<dimension).allSatisfy { part in
                let value = scalars[row * dimension + part]
                return isLimited[part] ? value >= needed[part] : value == needed[part]
            }
        }
    }

    private func node(of place: Int, in table: VectorTable<S, C>) -> Int {
        // The last context that starts at or before the place and is not empty.
        var low = 0
        var high = table.starts.count - 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if table.starts[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }
}

/// All packages of one point as paths; every path from the first step to the last is one package.
struct PackageTrace: Sendable {
    /// One choice of an option.
    struct Edge: Sendable {
        var from: Int32
        var option: Int32
        var to: Int32
    }

    /// Position → issue index.
    let order: [Int]
    /// Position → edges.
    var steps: [[Edge]]
    /// States before each position, and at the end.
    var widths: [Int] = []

    /// The options that the issue at a position takes on packages that agree with what is fixed, ascending.
    ///
    /// - Parameter fixed: position → the option fixed, or -1.
    /// - Complexity: linear in edges.
    func options(at position: Int, fixed: [Int32]) -> [Int32] {
        let most = widths.max() ?? 1
        // Two rows of states are enough either way: those reached, and those that come next.
        var ahead = [Bool](repeating: true, count: most)
        var next = [Bool](repeating: false, count: most)
        for index in 0..<position {
            for state in 0..<widths[index + 1] { next[state] = false }
            for edge in steps[index]
            where (fixed[index] < 0 || fixed[index] == edge.option) && ahead[Int(edge.from)] {
                next[Int(edge.to)] = true
            }
            swap(&ahead, &next)
        }
        var behind = [Bool](repeating: true, count: most)
        for index in (position + 1..<max(steps.count, position + 1)).reversed() {
            for state in 0..<widths[index] { next[state] = false }
            for edge in steps[index]
            where (fixed[index] < 0 || fixed[index] == edge.option) && behind[Int(edge.to)] {
                next[Int(edge.from)] = true
            }
            swap(&behind, &next)
        }
        var found: Set<Int32> = []
        for edge in steps[position] where ahead[Int(edge.from)] && behind[Int(edge.to)] {
            found.insert(edge.option)
        }
        return found.sorted()
    }
}
