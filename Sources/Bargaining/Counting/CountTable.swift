/// Sums at the contexts of one level, with how often each comes up.
struct CountTable<S: Scalar, C: Tally>: Sendable {
    let dimension: Int
    /// Context → its first entry; one more at the end.
    var starts: [Int] = [0]
    /// Entry × objective.
    var scalars: [S] = []
    var counts: [C] = []

    func range(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }
}

/// Gathers sums for one context, adding up the counts of equal ones.
///
/// An open-addressed table over flat rows: a dictionary of arrays would be many times slower.
struct SumCollector<S: Scalar, C: Tally> {
    private let dimension: Int
    private var scalars: [S] = []
    private var counts: [C] = []
    private var slots: [Int32]

    init(dimension: Int) {
        self.dimension = dimension
        slots = [Int32](repeating: -1, count: 64)
    }

    /// The number of different sums.
    var count: Int { counts.count }

    /// Adds `ways` to the sum in `row`.
    mutating func add(_ row: [S], _ ways: C) {
        if counts.count * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var slot = hash(row, 0) & mask
        while slots[slot] >= 0 {
            let base = Int(slots[slot]) * dimension
            var equal = true
            for part in 0..<dimension where scalars[base + part] != row[part] {
                equal = false
                break
            }
            if equal {
                counts[Int(slots[slot])] += ways
                return
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(counts.count)
        scalars.append(contentsOf: row)
        counts.append(ways)
    }

    /// Moves everything gathered to the end of a table, as its next context.
    mutating func drain(into table: inout CountTable<S, C>) {
        table.scalars += scalars
        table.counts += counts
        table.starts.append(table.counts.count)
        scalars.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        slots = [Int32](repeating: -1, count: 64)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for entry in counts.indices {
            var slot = hash(scalars, entry * dimension) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(entry)
        }
    }

    private func hash(_ row: [S], _ start: Int) -> Int {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for part in 0..<dimension {
            state ^= row[start + part].mixed
            state = state &* 0xFF51_AFD7_ED55_8CCD
            state ^= state >> 32
        }
        return Int(truncatingIfNeeded: state >> 1)
    }
}
