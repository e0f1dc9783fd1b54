/// Rows of `Int64` keys as vectors of small keys, those left out that are surely dominated.
struct NarrowRows<Row: KeyRow> {
    /// The rows left.
    var rows: [Row] = []
    /// Which rows they were.
    var numbers: [Int32] = []
    /// About how far each coordinate reaches.
    var ranges: [Int64]

    /// Makes rows of keys.
    ///
    /// - Complexity: linear where the keys of each coordinate lie within 2 to the 30 of each other; else they are
    ///   replaced by their ranks first, which sorts each coordinate.
    init(_ keys: [Int64], dimension: Int, budget: Budget) {
        var bounds = KeyBounds(keys, dimension: dimension)
        if bounds.isNarrow {
            ranges = bounds.ranges
            fill(keys, dimension, bounds.least, budget)
        } else {
            let ranks = Self.ranks(keys, dimension: dimension)
            bounds = KeyBounds(ranks, dimension: dimension)
            ranges = bounds.ranges
            fill(ranks, dimension, bounds.least, budget)
        }
    }

    /// What rows are sorted by: a sum of keys in which each coordinate counts about as much.
    ///
    /// Each product is at most the widest range, below 2 to the 30, so no sum overflows.
    static func weights(_ ranges: [Int64]) -> [Int64] {
        let widest = max(1, ranges.max() ?? 1)
        return ranges.map { widest / max(1, $0) }
    }

    /// Rows in descending order of score, with these and the rows' numbers.
    func byScore() -> (rows: [Row], scores: [Int64], numbers: [Int32]) {
        let weights = Self.weights(ranges)
        var entries = [RadixSort.Entry](
            unsafeUninitializedCapacity: rows.count
        ) { buffer, count in
            for index in rows.indices {
                var score: Int64 = 0
                for (part, weight) in weights.enumerated() { score += weight * Int64(rows[index][part]) }
                (buffer.baseAddress! + index).initialize(
                    to: RadixSort.Entry(key: UInt64(bitPattern: score), row: Int32(index)))
            }
            count = rows.count
        }
        RadixSort.descending(&entries)
        return (
            entries.map { rows[Int($0.row)] }, entries.map { Int64(bitPattern: $0.key) },
            entries.map { numbers[Int($0.row)] }
        )
    }

    private mutating func fill(_ keys: [Int64], _ dimension: Int, _ least: [Int64], _ budget: Budget) {
        let count = keys.count / dimension
        let mask = Row.mask(dimension)
        var base = Row.zero
        for part in 0..<dimension { base[part] = Int32(truncatingIfNeeded: least[part]) }
        // The last rows are laid out again where reading whole vectors would read beyond the end.
        let safe = max(0, count - (Row.scalarCount + dimension - 1) / dimension)
        var tail = [Int64](repeating: 0, count: (count - safe) * dimension + Row.scalarCount)
        for index in safe * dimension..<keys.count { tail[index - safe * dimension] = keys[index] }
        keys.withUnsafeBufferPointer { keys in
            tail.withUnsafeBufferPointer { tail in
                let (first, last) = (keys.baseAddress!, tail.baseAddress!)
                func row(_ index: Int) -> Row {
                    let place =
                        index < safe ? first + index * dimension : last + (index - safe) * dimension
                    return (Row(lowHalvesOf: place) &- base) & mask
                }
                let pivots = Pivots(count: count, dimension: dimension, ranges: ranges, budget, row)
                if pivots.rows.isEmpty {
                    rows.reserveCapacity(count)
                    numbers.reserveCapacity(count)
                }
                for index in 0..<count {
                    let row = row(index)
                    if pivots.dominate(row) { continue }
                    rows.append(row)
                    numbers.append(Int32(truncatingIfNeeded: index))
                }
            }
        }
    }

    /// Numbers that compare alike, coordinate by coordinate: at most as many as there are rows.
    private static func ranks(_ keys: [Int64], dimension: Int) -> [Int64] {
        let count = keys.count / dimension
        var result = [Int64](repeating: 0, count: keys.count)
        for part in 0..<dimension {
            var entries = (0..<count).map { row in
                // With the sign bit turned, unsigned order is signed order.
                RadixSort.Entry(
                    key: UInt64(bitPattern: keys[row * dimension + part]) ^ (1 << 63), row: Int32(row))
            }
            RadixSort.descending(&entries)
            var rank = Int64(count)
            var previous = entries.first?.key
            for entry in entries {
                if entry.key != previous { rank -= 1 }
                previous = entry.key
                result[Int(entry.row) * dimension + part] = rank
            }
        }
        return result
    }
}

/// The least and the greatest key of each coordinate.
struct KeyBounds {
    var least: [Int64]
    var greatest: [Int64]

    /// Looks at every key.
    init(_ keys: [Int64], dimension: Int) {
        least = [Int64](repeating: .max, count: dimension)
        greatest = [Int64](repeating: .min, count: dimension)
        keys.withUnsafeBufferPointer { keys in
            least.withUnsafeMutableBufferPointer { least in
                greatest.withUnsafeMutableBufferPointer { greatest in
                    var index = 0
                    while index < keys.count {
                        for part in 0..<dimension {
                            let key = keys[index + part]
                            least[part] = min(least[part], key)
                            greatest[part] = max(greatest[part], key)
                        }
                        index += dimension
                    }
                }
            }
        }
    }

    /// Whether differences from the least are small keys.
    var isNarrow: Bool {
        zip(least, greatest).allSatisfy { least, greatest in
            let (range, overflow) = greatest.subtractingReportingOverflow(least)
            return !overflow && range < 1 << 30
        }
    }

    /// How far each coordinate reaches; only where they are narrow.
    var ranges: [Int64] { zip(least, greatest).map { $1 - $0 } }
}
