/// Rows moved by edges, of which the undominated are sought.
///
/// A dominating row has the greater score, a sum of keys with positive weights. So rows come in descending order of
/// score, batch by batch: none can be dominated by a later batch, and what is left of a batch joins a ``PointTree``
/// that later ones are asked against (sort first, filter then: Chomicki, Godfrey, Gryz and Liang, ICDE 2003). Within
/// each edge's source rows stand in that order already, so nothing is laid out that is dominated by what came before.
///
/// The result is a set in a definite order: neither batches nor cores can change it.
struct Contest<Row: KeyRow> {
    /// Source rows, all moved alike.
    struct Edge {
        var range: Range<Int>
        var shift: Row
        var score: Int64
    }

    /// Source rows; in each edge's range in descending order of score.
    let rows: UnsafePointer<Row>
    let scores: UnsafePointer<Int64>
    let edges: [Edge]
    let dimension: Int
    /// About how far each coordinate reaches.
    let ranges: [Int64]
    /// What a row must have at least.
    var floor = Row.zero
    var budget: Budget

    /// The undominated rows, in descending order of score, then lexicographic.
    struct Winners {
        var rows: [Row] = []
        var scores: [Int64] = []
        /// Where the members of each row end.
        var ends: [Int32] = []
        /// What became each row: at least one.
        var members: [Member] = []
        /// Whether the budget sufficed for all.
        var exact = true
    }

    /// A source row and the edge that moved it.
    struct Member {
        var edge: Int32
        var place: Int32
    }

    /// A row that no earlier batch dominates.
    struct Survivor {
        var row: Row
        var score: Int64
        var member: Member
    }

    /// A part of an edge's range.
    private struct Stretch {
        var edge: Int
        var range: Range<Int>
    }

    /// The most rows in a batch: few enough that those of a batch seldom dominate each other.
    private static func mostInBatch(of total: Int) -> Int { min(max(1 << 12, total / 32), 1 << 17) }

    /// Runs the contest.
    func run() throws(Budget.Exhausted) -> Winners {
        let total = edges.reduce(0) { $0 + $1.range.count }
        var winners = Winners()
        if total == 0 { return winners }
        var tree = PointTree<Row>(dimension: dimension, ranges: ranges, capacity: total)
        let (thresholds, order) = try prepare(&tree, total)
        var next = edges.map(\.range.lowerBound)
        for threshold in thresholds {
            try budget.checkCancellation()
            let batch = survivors(of: advance(&next, to: threshold), tree, order)
            settle(batch, &tree, &winners)
            if winners.rows.count / 2 > budget.vectors {
                winners.exact = false
                break
            }
        }
        return winners
    }

    /// Looks at a sample: where batches end, and how the tree should be divided.
    private func prepare(
        _ tree: inout PointTree<Row>, _ total: Int
    ) throws(Budget.Exhausted) -> (thresholds: [Int64], order: ZOrder<Row>?) {
        if total <= 512 { return ([Int64.min], nil) }
        let step = 8
        var sample: [Survivor] = []
        sample.reserveCapacity(total / step + edges.count)
        var phase = 0
        for edge in edges {
            var place = edge.range.lowerBound + phase
            while place < edge.range.upperBound {
                let row = rows[place] &+ edge.shift
                if !(row &- floor).hasNegative {
                    sample.append(
                        Survivor(
                            row: row, score: scores[place] + edge.score, member: Member(edge: 0, place: 0)))
                }
                place += step
            }
            phase = place - edge.range.upperBound
        }
        var entries = sample.indices.map {
            RadixSort.Entry(key: UInt64(bitPattern: sample[$0].score), row: Int32($0))
        }
        RadixSort.descending(&entries)
        var order: ZOrder<Row>?
        if sample.count >= 512 {
            let sorted = entries.map { sample[Int($0.row)].row }
            let sortedScores = entries.map { Int64(bitPattern: $0.key) }
            let kept = try Self.run(
                sorted, sortedScores, dimension: dimension, ranges: ranges, budget: budget)
            tree.divide(for: kept.rows)
            order = ZOrder(around: kept.rows, dimension: dimension)
        }
        var thresholds: [Int64] = []
        var size = 256
        var index = size / step
        while index < entries.count {
            let threshold = Int64(bitPattern: entries[index].key)
            if threshold != thresholds.last { thresholds.append(threshold) }
            size = min(2 * size, Self.mostInBatch(of: total))
            index += size / step
        }
        if thresholds.last != Int64.min { thresholds.append(Int64.min) }
        return (thresholds, order)
    }

    /// A contest of rows that are not moved.
    static func run(
        _ rows: [Row], _ scores: [Int64], dimension: Int, ranges: [Int64], budget: Budget
    ) throws(Budget.Exhausted) -> Winners {
        // Typed errors do not pass through the closures of buffers.
        let result: Result<Winners, Budget.Exhausted> = rows.withUnsafeBufferPointer { rows in
            scores.withUnsafeBufferPointer { scores in
                guard let first = rows.baseAddress, let firstScore = scores.baseAddress else {
                    return .success(Winners())
                }
                let edge = Edge(range: 0..<rows.count, shift: .zero, score: 0)
                let contest = Contest(
                    rows: first, scores: firstScore, edges: [edge], dimension: dimension, ranges: ranges,
                    budget: budget)
                do throws(Budget.Exhausted) { return .success(try contest.run()) } catch {
                    return .failure(error)
                }
            }
        }
        return try result.get()
    }

    /// The rows of each edge down to a score.
    private func advance(_ next: inout [Int], to threshold: Int64) -> [Stretch] {
        var stretches: [Stretch] = []
        for index in edges.indices where next[index] < edges[index].range.upperBound {
            let edge = edges[index]
            let least = threshold == Int64.min ? threshold : threshold - edge.score
            let start = next[index]
            if scores[start] < least { continue }
            // Gallops, for most ranges end far beyond.
            var low = start
            var step = 1
            while low + step < edge.range.upperBound && scores[low + step] >= least {
                low += step
                step *= 2
            }
            var high = min(low + step, edge.range.upperBound)
            while high - low > 1 {
                let middle = (low + high) / 2
                if scores[middle] >= least { low = middle } else { high = middle }
            }
            next[index] = high
            stretches.append(Stretch(edge: index, range: start..<high))
        }
        return stretches
    }

    /// The rows of a batch that reach the floor and that no earlier batch dominates.
    private func survivors(
        of stretches: [Stretch], _ tree: borrowing PointTree<Row>, _ order: ZOrder<Row>?
    ) -> [[Survivor]] {
        let count = stretches.reduce(0) { $0 + $1.range.count }
        let parts = Self.split(stretches, into: Self.parts(count, budget), count)
        return tree.withReader { reader in
            Cores.map(parts, cores: budget.cores) { survivors(of: $0, reader, order) }
        }
    }

    private func survivors(
        of part: [Stretch], _ reader: PointTreeReader<Row>, _ order: ZOrder<Row>?
    ) -> [Survivor] {
        var found: [Survivor] = []
        found.reserveCapacity(part.reduce(0) { $0 + $1.range.count })
        var entries: [RadixSort.Entry] = []
        for stretch in part {
            let edge = edges[stretch.edge]
            for place in stretch.range {
                let row = rows[place] &+ edge.shift
                if (row &- floor).hasNegative { continue }
                found.append(
                    Survivor(
                        row: row, score: scores[place] + edge.score,
                        member: Member(edge: Int32(stretch.edge), place: Int32(place))))
            }
        }
        if let order {
            entries = found.indices.map {
                RadixSort.Entry(key: order.number(of: found[$0].row), row: Int32($0))
            }
            RadixSort.descending(&entries)
        } else {
            entries = found.indices.map { RadixSort.Entry(key: 0, row: Int32($0)) }
        }
        return found.withUnsafeBufferPointer { found in
            reader.withNotes { notes in
                var kept: [Survivor] = []
                for entry in entries where !reader.covers(found[Int(entry.row)].row, &notes) {
                    kept.append(found[Int(entry.row)])
                }
                return kept
            }
        }
    }

    /// Into how many parts work on some rows is split.
    static func parts(_ count: Int, _ budget: Budget) -> Int {
        budget.cores > 1 && count >= 2_048 ? 4 * budget.cores : 1
    }

    /// Parts of about the same size, in order.
    private static func split(_ stretches: [Stretch], into count: Int, _ total: Int) -> [[Stretch]] {
        var parts = [[Stretch]](repeating: [], count: count)
        let size = (total + count - 1) / count
        var part = 0
        var room = size
        for stretch in stretches {
            var range = stretch.range
            while !range.isEmpty {
                if room == 0 { (part, room) = (part + 1, size) }
                let taken = min(room, range.count)
                let middle = range.lowerBound + taken
                parts[part].append(Stretch(edge: stretch.edge, range: range.lowerBound..<middle))
                range = middle..<range.upperBound
                room -= taken
            }
        }
        return parts
    }
}
