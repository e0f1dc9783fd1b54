/// Rows in descending lexicographic order with equal rows together.
///
/// Once sorted, a row can only be dominated by an earlier one, and it is if some earlier row is nowhere less
/// in the coordinates after the first: the problem has lost a dimension.
struct SortedRows {
    /// Row numbers in order.
    var order: [Int32]
    /// Where each run of equal rows ends in ``order``.
    var ends: [Int] = []
    /// For each run, the coordinates after the first.
    var tails: [Int64] = []

    /// Sorts rows given one after another.
    init(_ keys: [Int64], dimension: Int) {
        let count = keys.count / dimension
        struct Entry {
            var first: Int64
            var row: Int32
        }
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for row in 0..<count { entries.append(Entry(first: keys[row * dimension], row: Int32(row))) }
        keys.withUnsafeBufferPointer { keys in
            entries.sort { left, right in
                if left.first != right.first { return left.first > right.first }
                let a = Int(left.row) * dimension
                let b = Int(right.row) * dimension
                for offset in 1..<max(dimension, 1) where keys[a + offset] != keys[b + offset] {
                    return keys[a + offset] > keys[b + offset]
                }
                // Equal rows keep their order, so that the result does not depend on the sort.
                return left.row < right.row
            }
        }
        order = entries.map(\.row)
        tails.reserveCapacity(count * (dimension - 1))
        for position in 0..<count {
            let start = Int(order[position]) * dimension
            if position > 0 {
                let previous = Int(order[position - 1]) * dimension
                var equal = true
                for offset in 0..<dimension where keys[start + offset] != keys[previous + offset] {
                    equal = false
                    break
                }
                if equal {
                    ends[ends.count - 1] = position + 1
                    continue
                }
            }
            ends.append(position + 1)
            for offset in 1..<max(dimension, 1) { tails.append(keys[start + offset]) }
        }
    }
}
