/// The undominated rows among some, with equal rows kept together.
///
/// Rows stand in descending lexicographic order; each group holds all rows equal to one undominated vector.
package struct Selection: Sendable {
    /// Row numbers, group after group.
    package var rows: [Int32] = []
    /// Where each group ends in ``rows``.
    package var ends: [Int] = []

    /// The number of different undominated vectors.
    package var count: Int { ends.count }
    /// The rows of one group.
    package func group(_ index: Int) -> ArraySlice<Int32> {
        rows[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}

/// Non-dominated filters: a row dominates another if it is nowhere less and somewhere greater.
///
/// All work on `Int64` keys; numbers that need more bits are first replaced by their ranks, coordinate by
/// coordinate, which keeps every comparison.
package enum Undominated {
    /// Selects the undominated rows.
    ///
    /// - Parameters:
    ///   - keys: rows one after another.
    ///   - dimension: numbers in a row, at least 1.
    /// - Complexity: O(n log n) up to two dimensions and, but for moving the staircase, in three; for more
    ///   O(n log^(d-2) n) by divide and conquer (Kung, Luccio and Preparata, J. ACM 22, 1975).
    package static func select(_ keys: [Int64], dimension: Int) -> Selection {
        let sorted = SortedRows(keys, dimension: dimension)
        let distinct = sorted.ends.count
        var dominated = [Bool](repeating: false, count: distinct)
        if distinct > 1 {
            switch dimension {
            case 1: for index in 1..<distinct { dominated[index] = true }
            case 2: markPlane(sorted.tails, &dominated)
            case 3: markStaircase(sorted.tails, &dominated)
            default: DividedFilter.mark(sorted.tails, width: dimension - 1, &dominated)
            }
        }
        var result = Selection()
        var start = 0
        for index in 0..<distinct {
            let end = sorted.ends[index]
            if !dominated[index] {
                result.rows.append(contentsOf: sorted.order[start..<end])
                result.ends.append(result.rows.count)
            }
            start = end
        }
        return result
    }

    /// Two dimensions: in descending order of the first, the second must rise.
    private static func markPlane(_ second: [Int64], _ dominated: inout [Bool]) {
        var greatest = second[0]
        for index in 1..<second.count {
            if second[index] <= greatest { dominated[index] = true } else { greatest = second[index] }
        }
    }
}

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
