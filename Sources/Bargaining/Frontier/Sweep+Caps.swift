extension Sweep {
    /// Brings back dominated vectors that a cap may turn into ties.
    ///
    /// If b is dominated by a, b may go only where a stays greater in some objective after the cap for every
    /// completion: where a > b there and b with the greatest completion stays below the cap. It is enough to
    /// ask this of the undominated vectors: whoever dominates a has the same right over b.
    ///
    /// - Complexity: that of a non-dominated filter for each set of objectives that may end at their caps.
    func reviveCapped(
        _ candidates: Candidates<S, C>, _ keys: [Int64], _ selection: Selection, level: Int, node: Int,
        start: Int, into table: inout VectorTable<S, C>
    ) {
        let dimension = objectives.dimension
        let best = (0..<selection.count).map { selection.group($0).first! }
        var revivedRows: [Int32] = []
        let unsure = rowsThatMayBeCapped(candidates, selection, level: level, node: node)
        for (certain, rows) in unsure {
            let beaten = Self.beaten(rows, by: best, keys, dimension: dimension, certain: certain)
            for (row, isBeaten) in zip(rows, beaten) where !isBeaten { revivedRows.append(row) }
        }
        if revivedRows.isEmpty { return }
        var revived = Candidates<S, C>()
        var revivedKeys: [Int64] = []
        for row in revivedRows {
            let base = Int(row) * dimension
            revived.scalars += candidates.scalars[base..<base + dimension]
            revived.counts.append(candidates.counts[Int(row)])
            revivedKeys += keys[base..<base + dimension]
        }
        // Both lists together, in order again; merging equal vectors is all that sorting has to do.
        for (group, row) in best.enumerated() {
            let base = Int(row) * dimension
            revived.scalars += candidates.scalars[base..<base + dimension]
            revivedKeys += keys[base..<base + dimension]
            revived.counts.append(table.counts[start + group])
        }
        table.scalars.removeSubrange(start * dimension..<table.scalars.count)
        table.counts.removeSubrange(start..<table.counts.count)
        let sorted = SortedRows(revivedKeys, dimension: dimension)
        var from = 0
        for end in sorted.ends {
            append(sorted.order[from..<end], of: revived, to: &table)
            from = end
        }
    }

    /// The rows not selected that may end at a cap, by the objectives that surely stay below theirs.
    private func rowsThatMayBeCapped(
        _ candidates: Candidates<S, C>, _ selection: Selection, level: Int, node: Int
    ) -> [(certain: [Int], rows: [Int32])] {
        let dimension = objectives.dimension
        var kept = [Bool](repeating: false, count: candidates.counts.count)
        for row in selection.rows { kept[Int(row)] = true }
        // From this value on, an objective may end at its cap.
        let limits = (0..<dimension).compactMap { part in
            objectives.caps[part].map {
                (part: part, least: $0 - extremes.greatest[level + 1][node * dimension + part])
            }
        }
        // A set of objectives is a word of bits; what does not fit counts as capped, which keeps more.
        let followed = limits.prefix(64)
        var numbers: [UInt64: Int] = [:]
        var masks: [UInt64] = []
        var rows: [[Int32]] = []
        for row in kept.indices where !kept[row] {
            var mask: UInt64 = 0
            for (bit, limit) in followed.enumerated()
            where candidates.scalars[row * dimension + limit.part] >= limit.least { mask |= 1 << bit }
            if mask == 0 && limits.count == followed.count { continue }
            let number = numbers[mask] ?? rows.count
            if number == rows.count {
                numbers[mask] = number
                masks.append(mask)
                rows.append([])
            }
            rows[number].append(Int32(row))
        }
        return masks.indices.map { number in
            var isCertain = [Bool](repeating: true, count: dimension)
            for (bit, limit) in limits.enumerated() where bit >= 64 || masks[number] >> bit & 1 == 1 {
                isCertain[limit.part] = false
            }
            return (certain: (0..<dimension).filter { isCertain[$0] }, rows: rows[number])
        }
    }

    /// Which rows are nowhere greater than one of `best` and less than it in a coordinate of `certain`.
    ///
    /// Ranked in lexicographic order of the certain coordinates, a row that is nowhere greater is less in one of
    /// them exactly if its rank is less; so one coordinate becomes the rank, and strictness a step of one.
    private static func beaten(
        _ rows: [Int32], by best: [Int32], _ keys: [Int64], dimension: Int, certain: [Int]
    ) -> [Bool] {
        guard let first = certain.first else { return [Bool](repeating: false, count: rows.count) }
        let all = best + rows
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            for part in certain {
                let a = keys[Int(left) * dimension + part]
                let b = keys[Int(right) * dimension + part]
                if a != b { return a < b }
            }
            return false
        }
        let order = all.indices.sorted { precedes(all[$0], all[$1]) }
        var ranks = [Int64](repeating: 0, count: all.count)
        for place in order.indices.dropFirst() {
            let before = order[place - 1]
            let isGreater = precedes(all[before], all[order[place]])
            ranks[order[place]] = ranks[before] + (isGreater ? 1 : 0)
        }
        func compared(_ range: Range<Int>, less: Int64) -> [Int64] {
            range.flatMap { index in
                (0..<dimension).map { part in
                    part == first ? ranks[index] - less : keys[Int(all[index]) * dimension + part]
                }
            }
        }
        return DividedFilter.covered(
            compared(best.count..<all.count, less: 0), by: compared(0..<best.count, less: 1), width: dimension
        )
    }
}
