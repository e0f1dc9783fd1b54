/// Finds equal rows of small integers, keeping rows in one flat array in the order of first appearance.
struct RowIndex {
    /// Integers in a row.
    let width: Int
    /// All different rows, one after another.
    private(set) var rows: [Int32] = []
    /// The number of different rows.
    private(set) var count = 0
    private var slots: [Int32]

    /// An empty index of rows of one width.
    init(width: Int) {
        self.width = width
        slots = [Int32](repeating: -1, count: 64)
    }

    /// The number of a row, given a new one where it was not seen before.
    mutating func index(of row: [Int32]) -> Int32 {
        if count * 2 >= slots.count { grow() }
        let mask = slots.count - 1
        var slot = Self.hash(row[...]) & mask
        while slots[slot] >= 0 {
            let start = Int(slots[slot]) * width
            var equal = true
            for offset in 0..<width where rows[start + offset] != row[offset] {
                equal = false
                break
            }
            if equal { return slots[slot] }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(count)
        rows.append(contentsOf: row)
        count += 1
        return Int32(count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for entry in 0..<count {
            var slot = Self.hash(rows[entry * width..<(entry + 1) * width]) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(entry)
        }
    }

    /// Not seeded: the order of contexts must be the same in every run.
    private static func hash(_ row: ArraySlice<Int32>) -> Int {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for value in row {
            state ^= UInt64(UInt32(bitPattern: value))
            state = state &* 0xFF51_AFD7_ED55_8CCD
            state ^= state >> 32
        }
        return Int(truncatingIfNeeded: state >> 1)
    }
}
