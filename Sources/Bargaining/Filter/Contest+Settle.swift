import Negotiation

extension Contest {
    /// Sorts a batch, brings equal rows together, and keeps what the batch itself does not dominate.
    func settle(_ parts: [[Survivor]], _ tree: inout PointTree<Row>, _ winners: inout Winners) {
        let survivors = parts.count == 1 ? parts[0] : Array(parts.joined())
        if survivors.isEmpty { return }
        let order = Self.sorted(survivors, dimension)
        // Equal rows are one: the first in order stands for all.
        var isFirst = [Bool](repeating: false, count: survivors.count)
        for place in order.indices {
            isFirst[Int(order[place].row)] =
                place == 0 || order[place - 1].key != order[place].key
                || survivors[Int(order[place - 1].row)].row != survivors[Int(order[place].row)].row
        }
        let wins = undominated(survivors, isFirst)
        for (survivor, isWinner) in zip(survivors, wins) where isWinner { tree.insert(survivor.row) }
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count && !isFirst[Int(order[end].row)] { end += 1 }
            if wins[Int(order[start].row)] {
                let survivor = survivors[Int(order[start].row)]
                winners.rows.append(survivor.row)
                for index in start..<end { winners.members.append(survivors[Int(order[index].row)].member) }
                winners.ends.append(Int32(winners.members.count))
            }
            start = end
        }
    }

    /// Descending by score, then lexicographic, then in the order of edges and places.
    static func sorted(_ survivors: [Survivor], _ dimension: Int) -> [RadixSort.Entry] {
        var order = survivors.indices.map {
            RadixSort.Entry(key: UInt64(bitPattern: survivors[$0].score), row: Int32($0))
        }
        RadixSort.descending(&order)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count && order[end].key == order[start].key { end += 1 }
            if end - start > 1 {
                order[start..<end].sort { left, right in
                    let (a, b) = (survivors[Int(left.row)], survivors[Int(right.row)])
                    for part in 0..<dimension where a.row[part] != b.row[part] {
                        return a.row[part] > b.row[part]
                    }
                    let (first, second) = (a.member, b.member)
                    return first.edge != second.edge
                        ? first.edge < second.edge : first.place < second.place
                }
            }
            start = end
        }
        return order
    }

    /// Which rows stand for themselves and are dominated by none of the batch.
    private func undominated(_ survivors: [Survivor], _ isFirst: [Bool]) -> [Bool] {
        // A dominating row has the greater score.
        if survivors.allSatisfy({ $0.score == survivors[0].score }) { return isFirst }
        var batch = PointTree<Row>(dimension: dimension, ranges: ranges, capacity: survivors.count)
        if survivors.count >= 512 {
            let sample = stride(from: 0, to: survivors.count, by: 4).map { survivors[$0].row }
            batch.divide(for: sample, each: 3)
        }
        for (survivor, isFirst) in zip(survivors, isFirst) where isFirst { batch.insert(survivor.row) }
        let count = Self.parts(survivors.count, budget)
        let parts = (0..<count).map { part in
            survivors.count * part / count..<survivors.count * (part + 1) / count
        }
        let found = batch.withReader { reader in
            Cores.map(parts, cores: budget.cores) { part in
                PointTreeNotes.with(dimension: dimension) { notes in
                    part.map { isFirst[$0] && !reader.dominates(survivors[$0].row, &notes) }
                }
            }
        }
        return found.count == 1 ? found[0] : Array(found.joined())
    }
}
