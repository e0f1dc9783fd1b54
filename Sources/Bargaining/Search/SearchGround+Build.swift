import BigInt

extension SearchGround {
    /// The packages of a satisfiable context graph.
    ///
    /// - Parameters:
    ///   - objectives: utilities by party, along the graph.
    ///   - floors: worths without agreement, scaled; gains are counted from here.
    init(_ graph: ContextGraph, _ objectives: [Objective], floors: [BigInt]) {
        parties = objectives.count
        let sums = Objectives<BigInt>(objectives, along: graph)
        let extremes = Extremes(graph, sums)
        let most = objectives.map { $0.bound + 1 }
        var columns = objectives.count
        var digits: [Range<Int>] = []
        var shifts: [Int] = []
        for party in objectives.indices {
            let bits = (most[party] + floors[party].magnitude.asInt).bitWidth
            shifts.append(max(0, bits - 34))
            let count = bits > 34 ? (bits + 31) / 32 : 0
            digits.append(columns..<columns + count)
            columns += count
        }
        self.columns = columns
        self.digits = digits
        self.shifts = shifts
        caps = objectives.indices.map { party in
            guard let cap = objectives[party].cap, extremes.range(of: party, sums).greatest > cap else {
                return nil
            }
            return cap - floors[party]
        }
        /// One row of columns.
        func row(_ points: [BigInt]) -> [Int64] {
            var row = [Int64](repeating: 0, count: columns)
            for party in points.indices {
                row[party] = Int64(-(-points[party]).halved(times: shifts[party]))
                var rest = points[party]
                for column in digits[party] {
                    if column + 1 == digits[party].upperBound {
                        row[column] = Int64(rest)
                    } else {
                        let above = rest.halved(times: 32)
                        row[column] = Int64(rest - (above << 32))
                        rest = above
                    }
                }
            }
            return row
        }
        base = row(objectives.indices.map { sums.always[$0] - floors[$0] })
        var magnitudes = base.prefix(objectives.count).map { Int64($0.magnitude) }
        for (place, level) in graph.levels.enumerated() {
            let start = levelNodes[place]
            var widest = [Int64](repeating: 0, count: parties)
            for node in 0..<level.nodes {
                for option in 0..<level.width {
                    let edge = node * level.width + option
                    if level.targets[edge] < 0 { continue }
                    let points = row(sums.shift(at: place, edge: edge, of: level))
                    for party in 0..<parties {
                        widest[party] = max(widest[party], Int64(points[party].magnitude))
                    }
                    values += points
                    edgeFrom.append(Int32(start + node))
                    edgeTo.append(level.targets[edge] + Int32(start + level.nodes))
                    edgeOption.append(Int32(option))
                }
                nodeEdges.append(edgeTo.count)
            }
            for party in 0..<parties { magnitudes[party] += widest[party] }
            places.append(place)
            levelNodes.append(start + level.nodes)
        }
        // The single end has no edges.
        nodeEdges.append(edgeTo.count)
        levelNodes.append(levelNodes[graph.levels.count] + 1)
        self.magnitudes = magnitudes.map { max(1, $0) }
    }
}

extension BigUInt {
    /// The same number, signed.
    fileprivate var asInt: BigInt { BigInt(self) }
}
