import Negotiation

/// Many rows, in descending order of score, batch by batch: none can be dominated by a later batch, and what is left of a
/// batch joins a tree that later ones are asked against.
///
/// Within each edge, source rows stand in that order already, so that nothing is laid out that is dominated by what came
/// before; and parts of a batch are shared among cores.
extension Contest {
    /// A part of an edge's range.
    private struct Stretch {
        var edge: Int
        var range: Range<Int>
    }

    /// The most rows in a batch: few enough that those of a batch seldom dominate each other.
    private static func mostInBatch(of total: Int) -> Int { min(max(1 << 12, total / 32), 1 << 17) }

    /// Runs a contest of many rows.
    func batches(_ total: Int, _ shield: ShieldReader<Row>?) throws(Budget.Exhausted) -> Winners {
        var winners = Winners()
        var tree = PointTree<Row>(dimension: dimension, ranges: ranges, capacity: total)
        let (thresholds, order) = try prepare(&tree, total, shield)
        var next = edges.map(\.range.lowerBound)
        for threshold in thresholds {
            try budget.checkCancellation()
            let batch = survivors(of: advance(&next, to: threshold), tree, order, shield)
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
        _ tree: inout PointTree<Row>, _ total: Int, _ shield: ShieldReader<Row>?
    ) throws(Budget.Exhausted) -> (thresholds: [Int64], order: ZOrder<Row>?) {
        let step = 8
        var sample: [Survivor] = []
        sample.reserveCapacity(total / step + edges.count)
        var phase = 0
        for index in edges.indices {
            let range = edges[index].range
            var place = range.lowerBound + phase
            while place < range.upperBound {
                forEach(in: place..<place + 1, of: index, shield) { sample.append($0) }
                place += step
            }
            phase = place - range.upperBound
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
        of stretches: [Stretch], _ tree: borrowing PointTree<Row>, _ order: ZOrder<Row>?,
        _ shield: ShieldReader<Row>?
    ) -> [[Survivor]] {
        let count = stretches.reduce(0) { $0 + $1.range.count }
        let parts = Self.split(stretches, into: Self.parts(count, budget), count)
        return tree.withReader { reader in
            Cores.map(parts, cores: budget.cores) { survivors(of: $0, reader, order, shield) }
        }
    }

    private func survivors(
        of part: [Stretch], _ reader: PointTreeReader<Row>, _ order: ZOrder<Row>?,
        _ shield: ShieldReader<Row>?
    ) -> [Survivor] {
        var found: [Survivor] = []
        found.reserveCapacity(part.reduce(0) { $0 + $1.range.count })
        var entries: [RadixSort.Entry] = []
        for stretch in part { forEach(in: stretch.range, of: stretch.edge, shield) { found.append($0) } }
        if let order {
            entries = found.indices.map {
                RadixSort.Entry(key: order.number(of: found[$0].row), row: Int32($0))
            }
            RadixSort.descending(&entries)
        } else {
            entries = found.indices.map { RadixSort.Entry(key: 0, row: Int32($0)) }
        }
        return found.withUnsafeBufferPointer { found in
            PointTreeNotes.with(dimension: dimension) { notes in
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
