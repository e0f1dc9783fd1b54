/// Adds up, over all pairs of an upper and a lower row where the upper is nowhere less, the product of weights.
///
/// Divide and conquer over the coordinates as for non-dominated filters; two coordinates are swept in order of
/// one with a tree of partial sums over the other (Fenwick, Software: Practice and Experience 24, 1994).
struct DominancePairs<C: Tally> {
    /// Rows one after another, the upper ones first.
    let keys: [Int64]
    let dimension: Int
    /// One weight a row.
    let weights: [C]
    /// The number of upper rows; the others are lower rows.
    let upper: Int

    /// The sum.
    ///
    /// - Complexity: O(n log n) in up to two dimensions, O(n log^(d-1) n) beyond.
    func total() -> C {
        let rows = (0..<weights.count).map { $0 }
        return cross(Array(rows[..<upper]), Array(rows[upper...]), dimension)
    }

    private func key(_ row: Int, _ part: Int) -> Int64 { keys[row * dimension + part] }

    private func cross(_ upper: [Int], _ lower: [Int], _ coordinates: Int) -> C {
        if upper.isEmpty || lower.isEmpty { return 0 }
        if coordinates == 0 {
            return upper.reduce(0) { $0 + weights[$1] } * lower.reduce(0) { $0 + weights[$1] }
        }
        if upper.count * lower.count <= 512 { return directly(upper, lower, coordinates) }
        if coordinates == 1 { return alongLine(upper, lower) }
        if coordinates == 2 { return inPlane(upper, lower) }
        let last = coordinates - 1
        let upperKeys = upper.map { key($0, last) }
        let lowerKeys = lower.map { key($0, last) }
        if upperKeys.max()! < lowerKeys.min()! { return 0 }
        if upperKeys.min()! >= lowerKeys.max()! { return cross(upper, lower, last) }
        let pivot = Self.pivot(upperKeys, lowerKeys)
        let upperHigh = upper.filter { key($0, last) >= pivot }
        let upperLow = upper.filter { key($0, last) < pivot }
        let lowerHigh = lower.filter { key($0, last) >= pivot }
        let lowerLow = lower.filter { key($0, last) < pivot }
        return cross(upperHigh, lowerHigh, coordinates) + cross(upperLow, lowerLow, coordinates)
            + cross(upperHigh, lowerLow, last)
    }

    /// A value with rows at or above it and rows below it.
    private static func pivot(_ upper: [Int64], _ lower: [Int64]) -> Int64 {
        let all = upper + lower
        let stride = max(1, all.count / 31)
        let sample = Swift.stride(from: 0, to: all.count, by: stride).map { all[$0] }.sorted()
        let middle = sample[sample.count / 2]
        if all.contains(where: { $0 < middle }) { return middle }
        return all.reduce(Int64.max) { $1 > middle ? min($0, $1) : $0 }
    }

    private func directly(_ upper: [Int], _ lower: [Int], _ coordinates: Int) -> C {
        var sum: C = 0
        for low in lower {
            var covering: C = 0
            for high in upper
            where (0..<coordinates).allSatisfy({ key(high, $0) >= key(low, $0) }) {
                covering += weights[high]
            }
            sum += covering * weights[low]
        }
        return sum
    }

    private func alongLine(_ upper: [Int], _ lower: [Int]) -> C {
        let upper = descending(upper, 0)
        let lower = descending(lower, 0)
        var next = 0
        var covering: C = 0
        var sum: C = 0
        for low in lower {
            while next < upper.count && upper[next].key >= low.key {
                covering += weights[upper[next].row]
                next += 1
            }
            sum += covering * weights[low.row]
        }
        return sum
    }

    private func inPlane(_ upper: [Int], _ lower: [Int]) -> C {
        // Tree places are ranks of the first coordinate among the upper rows, the greatest first.
        let firsts = descending(upper, 0)
        var places = [Int](repeating: 0, count: upper.count)
        var tree = [C](repeating: 0, count: upper.count + 1)
        let second = descending(upper, 1)
        let lower = descending(lower, 1)
        var rank: [Int: Int] = [:]
        rank.reserveCapacity(upper.count)
        for (place, entry) in firsts.enumerated() { rank[entry.row] = place }
        for (index, entry) in second.enumerated() { places[index] = rank[entry.row]! }
        var next = 0
        var sum: C = 0
        for low in lower {
            while next < second.count && second[next].key >= low.key {
                var place = places[next] + 1
                while place < tree.count {
                    tree[place] += weights[second[next].row]
                    place += place & -place
                }
                next += 1
            }
            // The upper rows whose first coordinate is not less come first.
            let least = key(low.row, 0)
            var from = 0
            var to = firsts.count
            while from < to {
                let middle = (from + to) / 2
                if firsts[middle].key >= least { from = middle + 1 } else { to = middle }
            }
            var covering: C = 0
            while from > 0 {
                covering += tree[from]
                from -= from & -from
            }
            sum += covering * weights[low.row]
        }
        return sum
    }

    private struct Entry {
        var key: Int64
        var row: Int
    }

    private func descending(_ rows: [Int], _ part: Int) -> [Entry] {
        var entries = rows.map { Entry(key: key($0, part), row: $0) }
        entries.sort { (left: Entry, right: Entry) -> Bool in left.key > right.key }
        return entries
    }
}
