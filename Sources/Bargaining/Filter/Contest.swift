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
    private struct Survivor {
        var row: Row
        var score: Int64
        var member: Member
    }

    /// A part of an edge's range.
    private struct Stretch {
        var edge: Int
        var range: Range<Int>
    }

    private static var mostInBatch: Int { 1 << 14 }

    /// Runs the contest.
    func run() throws(Budget.Exhausted) -> Winners {
        let total = edges.reduce(0) { $0 + $1.range.count }
        var winners = Winners()
        if total == 0 { return winners }
        let tree = PointTree<Row>(dimension: dimension, ranges: ranges)
        let recent = PointTree<Row>(dimension: dimension, ranges: ranges, capacity: 256)
        let thresholds = try prepare(tree, total)
        var next = edges.map(\.range.lowerBound)
        for threshold in thresholds {
            try budget.checkCancellation()
            let stretches = advance(&next, to: threshold)
            let survivors = Self.flattened(survivors(of: stretches, tree))
            settle(survivors, tree, recent, &winners)
            if winners.rows.count / 2 > budget.vectors {
                winners.exact = false
                break
            }
        }
        return winners
    }

    /// Looks at a sample: where batches end, and how the tree should be divided.
    private func prepare(_ tree: PointTree<Row>, _ total: Int) throws(Budget.Exhausted) -> [Int64] {
        if total <= 512 { return [Int64.min] }
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
        if sample.count >= 512 {
            let sorted = entries.map { sample[Int($0.row)].row }
            let sortedScores = entries.map { Int64(bitPattern: $0.key) }
            let kept = try Self.run(
                sorted, sortedScores, dimension: dimension, ranges: ranges, budget: budget)
            tree.prepare(for: kept.rows)
        }
        var thresholds: [Int64] = []
        var size = 256
        var index = size / step
        while index < entries.count {
            let threshold = Int64(bitPattern: entries[index].key)
            if threshold != thresholds.last { thresholds.append(threshold) }
            size = min(2 * size, Self.mostInBatch)
            index += size / step
        }
        if thresholds.last != Int64.min { thresholds.append(Int64.min) }
        return thresholds
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
    private func survivors(of stretches: [Stretch], _ tree: PointTree<Row>) -> [[Survivor]] {
        let count = stretches.reduce(0) { $0 + $1.range.count }
        let reader = tree.reader
        let chunks = budget.cores > 1 && count >= 2_048 ? 4 * budget.cores : 1
        // Parts of about the same size, in order.
        var parts = [[Stretch]](repeating: [], count: chunks)
        let size = (count + chunks - 1) / chunks
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
        return Cores.map(parts, cores: budget.cores) { part in
            var found: [Survivor] = []
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: reader.stackSize) { stack in
                let stack = stack.baseAddress!
                for stretch in part {
                    let edge = edges[stretch.edge]
                    for place in stretch.range {
                        let row = rows[place] &+ edge.shift
                        if (row &- floor).hasNegative || reader.covers(row, stack) { continue }
                        found.append(
                            Survivor(
                                row: row, score: scores[place] + edge.score,
                                member: Member(edge: Int32(stretch.edge), place: Int32(place))))
                    }
                }
            }
            return found
        }
    }

    private static func flattened(_ parts: [[Survivor]]) -> [Survivor] {
        if parts.count == 1 { return parts[0] }
        var result: [Survivor] = []
        result.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { result += part }
        return result
    }

    /// Sorts a batch, brings equal rows together, and keeps what the batch itself does not dominate.
    private func settle(
        _ survivors: [Survivor], _ tree: PointTree<Row>, _ recent: PointTree<Row>, _ winners: inout Winners
    ) {
        if survivors.isEmpty { return }
        var order = survivors.indices.map {
            RadixSort.Entry(key: UInt64(bitPattern: survivors[$0].score), row: Int32($0))
        }
        order.sort { left, right in
            if left.key != right.key { return left.key > right.key }
            let (a, b) = (survivors[Int(left.row)], survivors[Int(right.row)])
            for part in 0..<dimension where a.row[part] != b.row[part] { return a.row[part] > b.row[part] }
            return left.row < right.row
        }
        recent.removeAll()
        let first = winners.rows.count
        var start = 0
        while start < order.count {
            let survivor = survivors[Int(order[start].row)]
            var end = start + 1
            while end < order.count && order[end].key == order[start].key
                && survivors[Int(order[end].row)].row == survivor.row
            {
                end += 1
            }
            let reader = recent.reader
            let isCovered = withUnsafeTemporaryAllocation(of: Int32.self, capacity: reader.stackSize) {
                reader.covers(survivor.row, $0.baseAddress!)
            }
            if !isCovered {
                recent.insert(survivor.row)
                winners.rows.append(survivor.row)
                winners.scores.append(survivor.score)
                for index in start..<end { winners.members.append(survivors[Int(order[index].row)].member) }
                winners.ends.append(Int32(winners.members.count))
            }
            start = end
        }
        for index in first..<winners.rows.count { tree.insert(winners.rows[index]) }
    }
}
