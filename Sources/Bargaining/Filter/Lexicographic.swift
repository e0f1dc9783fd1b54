/// Descending lexicographic order of rows.
enum Lexicographic {
    /// The numbers of rows given one after another, in order; equal rows stay in theirs.
    static func order(of keys: [Int64], dimension: Int) -> [Int32] {
        keys.withUnsafeBufferPointer { keys in
            var entries = (0..<keys.count / dimension).map { row in
                // With the sign bit turned, unsigned order is signed order.
                RadixSort.Entry(
                    key: UInt64(bitPattern: keys[row * dimension]) ^ (1 << 63), row: Int32(row))
            }
            RadixSort.descending(&entries)
            sortTies(&entries) { left, right in
                for part in 1..<max(dimension, 1) {
                    let (a, b) = (keys[Int(left) * dimension + part], keys[Int(right) * dimension + part])
                    if a != b { return a > b }
                }
                return left < right
            }
            return entries.map(\.row)
        }
    }

    /// Sorts what has the same key.
    static func sortTies(
        _ entries: inout [RadixSort.Entry], _ precedes: (Int32, Int32) -> Bool
    ) {
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count && entries[end].key == entries[start].key { end += 1 }
            if end - start > 1 { entries[start..<end].sort { precedes($0.row, $1.row) } }
            start = end
        }
    }

    /// The numbers of rows in order; equal rows stay in theirs.
    static func order<Row: KeyRow>(_ rows: [Row], dimension: Int) -> [Int32] {
        var entries = rows.indices.map { index in
            RadixSort.Entry(
                key: UInt64(UInt32(bitPattern: rows[index][0])) << 32
                    | UInt64(UInt32(bitPattern: rows[index][1])), row: Int32(index))
        }
        RadixSort.descending(&entries)
        // Few agree in the first two coordinates.
        if dimension > 2 {
            sortTies(&entries) { left, right in
                let (a, b) = (rows[Int(left)], rows[Int(right)])
                for part in 2..<dimension where a[part] != b[part] { return a[part] > b[part] }
                return left < right
            }
        }
        return entries.map(\.row)
    }
}
