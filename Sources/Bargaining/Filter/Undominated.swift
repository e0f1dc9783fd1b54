/// The undominated rows among some, with equal rows kept together.
///
/// Rows stand in descending lexicographic order; each group holds all rows equal to one undominated vector.
public struct Selection: Sendable {
    /// Row numbers, group after group.
    public var rows: [Int32] = []
    /// Where each group ends in ``rows``.
    public var ends: [Int] = []

    /// Groups of rows.
    public init(rows: [Int32] = [], ends: [Int] = []) {
        self.rows = rows
        self.ends = ends
    }

    /// The number of different undominated vectors.
    public var count: Int { ends.count }
    /// The rows of one group.
    public func group(_ index: Int) -> ArraySlice<Int32> {
        rows[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}

/// Non-dominated filters: a row dominates another if it is nowhere less and somewhere greater.
///
/// All work on `Int64` keys; numbers that need more bits are first replaced by their ranks, coordinate by
/// coordinate, which keeps every comparison.
public enum Undominated {
    /// Selects the undominated rows.
    ///
    /// - Parameters:
    ///   - keys: rows one after another.
    ///   - dimension: numbers in a row, at least 1.
    ///   - cores: the most cores kept busy; the result does not depend on it.
    /// - Complexity: O(n log n) up to two dimensions. For more, as many questions to a k-d tree of the undominated rows
    ///   as rows are left by a first look; see ``Contest``.
    public static func select(_ keys: [Int64], dimension: Int, cores: Int = 1) -> Selection {
        let budget = Budget(vectors: Int.max, cores: cores, isCancelled: { false })
        if keys.isEmpty { return Selection() }
        if dimension > mostKeys { return DividedFilter.select(keys, dimension: dimension) }
        return onNarrowestRows(
            dimension, SelectionWork(keys: keys, dimension: dimension, budget: budget))
    }
}

private struct SelectionWork: KeyRowWork {
    let keys: [Int64]
    let dimension: Int
    let budget: Budget

    func run<Row: KeyRow>(_: Row.Type) -> Selection {
        let narrow = NarrowRows<Row>(keys, dimension: dimension, budget: budget)
        return dimension <= 2 ? plane(narrow) : contest(narrow)
    }

    /// One or two coordinates: in descending order of the first, the second must rise.
    private func plane<Row: KeyRow>(_ narrow: NarrowRows<Row>) -> Selection {
        var entries = narrow.rows.indices.map { index in
            let row = narrow.rows[index]
            let key = UInt64(UInt32(bitPattern: row[0])) << 32 | UInt64(UInt32(bitPattern: row[1]))
            return RadixSort.Entry(key: key, row: narrow.numbers[index])
        }
        RadixSort.descending(&entries)
        var result = Selection()
        var greatest: Int64 = -1
        var start = 0
        while start < entries.count {
            let key = entries[start].key
            var end = start + 1
            while end < entries.count && entries[end].key == key { end += 1 }
            let second = Int64(key & 0xFFFF_FFFF)
            if second > greatest {
                greatest = second
                for entry in entries[start..<end] { result.rows.append(entry.row) }
                result.ends.append(result.rows.count)
            }
            // One coordinate alone has one greatest.
            if dimension == 1 { break }
            start = end
        }
        return result
    }

    private func contest<Row: KeyRow>(_ narrow: NarrowRows<Row>) -> Selection {
        let sorted = narrow.byScore()
        guard
            let winners = try? Contest<Row>.run(
                sorted.rows, sorted.scores, dimension: dimension, ranges: narrow.ranges, budget: budget)
        else { return Selection() }
        var result = Selection()
        result.rows.reserveCapacity(winners.members.count)
        result.ends.reserveCapacity(winners.rows.count)
        for index in Lexicographic.order(winners.rows, dimension: dimension) {
            let start = index == 0 ? 0 : Int(winners.ends[Int(index) - 1])
            for member in winners.members[start..<Int(winners.ends[Int(index)])] {
                result.rows.append(sorted.numbers[Int(member.place)])
            }
            result.ends.append(result.rows.count)
        }
        return result
    }
}

/// Descending lexicographic order of rows.
enum Lexicographic {
    /// The numbers of rows in order; equal rows stay in theirs.
    static func order<Row: KeyRow>(_ rows: [Row], dimension: Int) -> [Int32] {
        var entries = rows.indices.map { index in
            RadixSort.Entry(
                key: UInt64(UInt32(bitPattern: rows[index][0])) << 32
                    | UInt64(UInt32(bitPattern: rows[index][1])), row: Int32(index))
        }
        RadixSort.descending(&entries)
        // Few agree in the first two coordinates.
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count && entries[end].key == entries[start].key { end += 1 }
            if end - start > 1 && dimension > 2 {
                entries[start..<end].sort { left, right in
                    let (a, b) = (rows[Int(left.row)], rows[Int(right.row)])
                    for part in 2..<dimension where a[part] != b[part] { return a[part] > b[part] }
                    return left.row < right.row
                }
            }
            start = end
        }
        return entries.map(\.row)
    }
}
