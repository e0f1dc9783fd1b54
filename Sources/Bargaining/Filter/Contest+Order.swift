/// Rows that are put in order, all of them, so that each can only be dominated by an earlier one.
extension Contest {
    /// How many rows may wait to be put in order: a bound on memory, not on results.
    private var mostWaiting: Int { budget.vectors / 16 }

    /// Up to three coordinates: in lexicographic order, an earlier row dominates if it has no less of the second and third.
    ///
    /// Kung, Luccio and Preparata (J. ACM 22, 1975) for three.
    func inOrder(_ shield: ShieldReader<Row>?) throws(Budget.Exhausted) -> Winners {
        var waiting: [Survivor] = []
        var most = mostWaiting
        for (index, edge) in edges.enumerated() {
            forEach(in: edge.range, of: index, shield) { waiting.append($0) }
            if waiting.count > most {
                try budget.checkCancellation()
                let winners = climb(waiting)
                if !winners.exact { return winners }
                waiting = survivors(of: winners)
                most = max(most, 2 * waiting.count)
            }
        }
        return climb(waiting)
    }

    /// The members of some winners, each as a row of its own again.
    private func survivors(of winners: Winners) -> [Survivor] {
        var survivors: [Survivor] = []
        survivors.reserveCapacity(winners.members.count)
        var start = 0
        for (row, end) in zip(winners.rows, winners.ends) {
            for member in winners.members[start..<Int(end)] {
                survivors.append(Survivor(row: row, score: 0, member: member))
            }
            start = Int(end)
        }
        return survivors
    }

    private func climb(_ survivors: [Survivor]) -> Winners {
        let order = Self.lexicographic(survivors)
        if dimension < 3 {
            var greatest: Int32 = -1
            return winners(among: survivors, in: order) { index in
                // The first coordinate alone: what comes after the first row has less.
                let second = survivors[index].row[1]
                if second <= greatest { return false }
                greatest = second
                return true
            }
        }
        let places = Self.places(survivors)
        var stairs = Staircase(places: survivors.count)
        return winners(among: survivors, in: order) { index in
            stairs.admit(Int(places[index]), survivors[index].row[2])
        }
    }

    /// With more coordinates: by score, each row asks those kept before it.
    func oneByOne(_ shield: ShieldReader<Row>?) -> Winners {
        var survivors: [Survivor] = []
        for (index, edge) in edges.enumerated() {
            forEach(in: edge.range, of: index, shield) { survivors.append($0) }
        }
        var tree = PointTree<Row>(dimension: dimension, ranges: ranges, capacity: survivors.count)
        if survivors.count >= 256 {
            tree.divide(for: stride(from: 0, to: survivors.count, by: 8).map { survivors[$0].row }, each: 3)
        }
        let order = Self.sorted(survivors, dimension)
        return PointTreeNotes.with(dimension: dimension) { notes in
            winners(among: survivors, in: order) { index in
                let row = survivors[index].row
                if tree.withReader({ $0.covers(row, &notes) }) { return false }
                tree.insert(row)
                return true
            }
        }
    }

    /// Goes through rows in order, equal ones together.
    ///
    /// - Parameter admit: whether a row, which is not the same as the one before, is dominated by none before.
    @inline(__always)
    private func winners(
        among survivors: [Survivor], in order: [RadixSort.Entry], admit: (Int) -> Bool
    ) -> Winners {
        var winners = Winners()
        winners.members.reserveCapacity(survivors.count)
        winners.ends.reserveCapacity(survivors.count)
        winners.rows.reserveCapacity(survivors.count)
        survivors.withUnsafeBufferPointer { survivors in
            // Keys are never negative.
            var last = Row(repeating: -1)
            var wins = false
            for entry in order {
                let survivor = survivors[Int(entry.row)]
                if survivor.row != last {
                    last = survivor.row
                    wins = admit(Int(entry.row))
                    if wins {
                        if winners.rows.count / 2 > budget.vectors {
                            winners.exact = false
                            return
                        }
                        winners.rows.append(survivor.row)
                        winners.ends.append(Int32(winners.members.count))
                    }
                }
                if wins {
                    winners.members.append(survivor.member)
                    winners.ends[winners.ends.count - 1] += 1
                }
            }
        }
        return winners
    }

    /// Descending lexicographic order; equal rows stay in theirs.
    private static func lexicographic(_ survivors: [Survivor]) -> [RadixSort.Entry] {
        survivors.withUnsafeBufferPointer { survivors in
            var order = survivors.indices.map {
                RadixSort.Entry(key: UInt64(UInt32(bitPattern: survivors[$0].row[0])), row: Int32($0))
            }
            RadixSort.descending(&order)
            Lexicographic.sortTies(&order) { left, right in
                let (a, b) = (survivors[Int(left)].row, survivors[Int(right)].row)
                if a[1] != b[1] { return a[1] > b[1] }
                return a[2] != b[2] ? a[2] > b[2] : left < right
            }
            return order
        }
    }

    /// For each row, the place of its second coordinate in ascending order, the same for equal ones.
    private static func places(_ survivors: [Survivor]) -> [Int32] {
        var order = survivors.indices.map {
            RadixSort.Entry(key: UInt64(UInt32(bitPattern: survivors[$0].row[1])), row: Int32($0))
        }
        RadixSort.descending(&order)
        var places = [Int32](repeating: 0, count: survivors.count)
        var place = Int32(survivors.count)
        var previous: UInt64?
        for entry in order {
            if entry.key != previous { place -= 1 }
            previous = entry.key
            places[Int(entry.row)] = place
        }
        return places
    }
}
