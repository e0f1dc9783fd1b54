/// What prefixes need to have earned so that some completion makes a package of the frontier out of them.
///
/// A prefix belongs to such a package exactly if it is nowhere less than one of its context's demands. Demands are
/// found backward from the points, and only the smallest are kept: who meets a greater one meets a smaller one.
struct Demands<S: Scalar> {
    /// Level → context × its demands; the ends stand last.
    private(set) var tables: [VectorTable<S, UInt128>]

    /// The demands of a frontier.
    ///
    /// - Parameters:
    ///   - points: the frontier's vectors, caps applied, one after another.
    ///   - limits: what a prefix is kept as where it earns more (see ``CappedFrontier/limits``).
    /// - Throws: where a level has more.
    /// - Complexity: that of a non-dominated filter at each context.
    init(
        of points: [S], along graph: ContextGraph, _ objectives: Objectives<S>, limits: [[S?]], budget: Budget
    ) throws(Budget.Exhausted) {
        let dimension = objectives.dimension
        let prefixes = PrefixExtremes(graph, objectives)
        var last = VectorTable<S, UInt128>(dimension: dimension)
        for _ in 0..<graph.ends { Self.append(points, to: &last) }
        tables = [last]
        for index in graph.levels.indices.reversed() {
            let level = graph.levels[index]
            let after = tables[tables.count - 1]
            var table = VectorTable<S, UInt128>(dimension: dimension)
            for node in 0..<level.nodes {
                try budget.checkCancellation()
                let earned = node * dimension..<(node + 1) * dimension
                // What every prefix has, none needs to bring.
                let least = zip(prefixes.least[index][earned], limits[index][earned]).map { least, limit in
                    limit.map { min($0, least) } ?? least
                }
                let greatest = prefixes.greatest[index][earned]
                var demands: [S] = []
                for edge in node * level.width..<(node + 1) * level.width where level.targets[edge] >= 0 {
                    let shift = objectives.shift(at: index, edge: edge, of: level)
                    rows: for place in after.range(of: Int(level.targets[edge])) {
                        for part in 0..<dimension {
                            let demand = after.scalars[place * dimension + part] - shift[part]
                            if demand > greatest[greatest.startIndex + part] {
                                demands.removeLast(part)
                                continue rows
                            }
                            demands.append(max(demand, least[part]))
                        }
                    }
                }
                Self.append(Self.smallest(demands, dimension: dimension), to: &table)
                if table.starts[table.starts.count - 1] > budget.vectors { throw .vectors }
            }
            tables.append(table)
        }
        tables.reverse()
    }

    /// Which rows of a context meet a demand.
    func met(by rows: [S], at level: Int, node: Int) -> [Bool] {
        let table = tables[level]
        let dimension = table.dimension
        let range = table.range(of: node)
        if range.isEmpty { return [Bool](repeating: false, count: rows.count / dimension) }
        let demands = table.scalars[range.lowerBound * dimension..<range.upperBound * dimension]
        // The filter asks who is nowhere greater; with all signs turned, that is who is nowhere less.
        let keys = Ranks.keys((rows + demands).map { -$0 }, dimension: dimension)
        return DividedFilter.covered(
            Array(keys[..<rows.count]), by: Array(keys[rows.count...]), width: dimension)
    }

    private static func smallest(_ rows: [S], dimension: Int) -> [S] {
        if rows.isEmpty { return [] }
        let keys = Ranks.keys(rows.map { -$0 }, dimension: dimension)
        let selection = Undominated.select(keys, dimension: dimension)
        return (0..<selection.count).flatMap { group in
            let base = Int(selection.group(group).first!) * dimension
            return rows[base..<base + dimension]
        }
    }

    private static func append(_ rows: [S], to table: inout VectorTable<S, UInt128>) {
        table.scalars += rows
        table.starts.append(table.scalars.count / table.dimension)
    }
}
