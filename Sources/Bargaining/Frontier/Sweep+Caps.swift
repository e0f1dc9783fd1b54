extension Sweep {
    /// Brings back dominated vectors that a cap may turn into ties.
    ///
    /// If b is dominated by a, b may go only where a stays greater in some objective after the cap for every
    /// completion: where a > b there and b with the greatest completion stays below the cap. It is enough to
    /// ask this of the undominated vectors: whoever dominates a has the same right over b.
    func reviveCapped(
        _ candidates: Candidates<S, C>, _ keys: [Int64], _ selection: Selection, level: Int, node: Int,
        start: Int, into table: inout VectorTable<S, C>
    ) {
        let dimension = objectives.dimension
        // From this value on, an objective may end at its cap.
        let limits = (0..<dimension).map { part in
            objectives.caps[part].map { $0 - extremes.greatest[level + 1][node * dimension + part] }
        }
        var kept = [Bool](repeating: false, count: candidates.counts.count)
        for row in selection.rows { kept[Int(row)] = true }
        let best = (0..<selection.count).map { Int(selection.group($0).first!) * dimension }
        var revived = Candidates<S, C>()
        var revivedKeys: [Int64] = []
        for row in kept.indices where !kept[row] {
            let base = row * dimension
            var unsure = false
            for part in 0..<dimension {
                if let limit = limits[part], candidates.scalars[base + part] >= limit { unsure = true }
            }
            guard unsure else { continue }
            let beaten = best.contains { other in
                var surely = false
                for part in 0..<dimension {
                    if keys[other + part] < keys[base + part] { return false }
                    if keys[other + part] > keys[base + part] {
                        if let limit = limits[part], candidates.scalars[base + part] >= limit { continue }
                        surely = true
                    }
                }
                return surely
            }
            if beaten { continue }
            revived.scalars += candidates.scalars[base..<base + dimension]
            revived.counts.append(candidates.counts[row])
            revivedKeys += keys[base..<base + dimension]
        }
        if revived.counts.isEmpty { return }
        // Both lists together, in order again; merging equal vectors is all that sorting has to do.
        for group in 0..<selection.count {
            let base = best[group]
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
}
