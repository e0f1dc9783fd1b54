/// Marks dominated rows in four and more dimensions by divide and conquer.
///
/// Kung, Luccio and Preparata (J. ACM 22, 1975): halve the rows, solve both halves, then let the earlier half
/// mark the later one; marking halves both sets at a median of the last coordinate and loses that coordinate
/// where one half surely has it. Rows are different and in descending lexicographic order, so only the
/// coordinates after the first are compared, and weakly.
struct DividedFilter {
    private let tails: UnsafeBufferPointer<Int64>
    private let width: Int
    private let dominated: UnsafeMutableBufferPointer<Bool>

    /// Selects the undominated rows, whatever the dimension.
    static func select(_ keys: [Int64], dimension: Int) -> Selection {
        let sorted = SortedRows(keys, dimension: dimension)
        var dominated = [Bool](repeating: false, count: sorted.ends.count)
        if dimension == 1 {
            for index in dominated.indices.dropFirst() { dominated[index] = true }
        } else {
            mark(sorted.tails, width: dimension - 1, &dominated)
        }
        var result = Selection()
        var start = 0
        for (index, end) in sorted.ends.enumerated() {
            if !dominated[index] {
                result.rows.append(contentsOf: sorted.order[start..<end])
                result.ends.append(result.rows.count)
            }
            start = end
        }
        return result
    }

    /// Marks the rows that an earlier row dominates.
    ///
    /// - Parameters:
    ///   - tails: coordinates after the first, `width` a row.
    ///   - dominated: one mark a row.
    static func mark(_ tails: [Int64], width: Int, _ dominated: inout [Bool]) {
        let count = dominated.count
        var earlier = [Int32](repeating: 0, count: count)
        var later = [Int32](repeating: 0, count: count)
        tails.withUnsafeBufferPointer { tails in
            dominated.withUnsafeMutableBufferPointer { dominated in
                earlier.withUnsafeMutableBufferPointer { earlier in
                    later.withUnsafeMutableBufferPointer { later in
                        DividedFilter(tails: tails, width: width, dominated: dominated)
                            .solve(0, count, earlier, later)
                    }
                }
            }
        }
    }

    /// Which rows of `lower` some row of `upper` covers: is nowhere less than.
    ///
    /// - Parameter width: coordinates a row, at least 1.
    static func covered(_ lower: [Int64], by upper: [Int64], width: Int) -> [Bool] {
        let (above, below) = (upper.count / width, lower.count / width)
        var marks = [Bool](repeating: false, count: above + below)
        var rows = (0..<Int32(above + below)).map { $0 }
        (upper + lower).withUnsafeBufferPointer { tails in
            marks.withUnsafeMutableBufferPointer { marks in
                rows.withUnsafeMutableBufferPointer { rows in
                    DividedFilter(tails: tails, width: width, dominated: marks).cross(
                        UnsafeMutableBufferPointer(rebasing: rows[..<above]),
                        UnsafeMutableBufferPointer(rebasing: rows[above...]), width)
                }
            }
        }
        return Array(marks[above...])
    }

    private func solve(
        _ low: Int, _ high: Int, _ earlier: UnsafeMutableBufferPointer<Int32>,
        _ later: UnsafeMutableBufferPointer<Int32>
    ) {
        if high - low <= 48 {
            for index in low..<high where !dominated[index] {
                for other in index + 1..<high where !dominated[other] {
                    if covers(Int32(index), Int32(other), width) { dominated[other] = true }
                }
            }
            return
        }
        let middle = (low + high) / 2
        solve(low, middle, earlier, later)
        solve(middle, high, earlier, later)
        var a = 0
        for index in low..<middle where !dominated[index] {
            earlier[a] = Int32(index)
            a += 1
        }
        var b = 0
        for index in middle..<high where !dominated[index] {
            later[b] = Int32(index)
            b += 1
        }
        cross(
            UnsafeMutableBufferPointer(rebasing: earlier[0..<a]),
            UnsafeMutableBufferPointer(rebasing: later[0..<b]), width)
    }

    /// Whether a row is nowhere less than another in its first `coordinates`.
    @inline(__always)
    private func covers(_ upper: Int32, _ lower: Int32, _ coordinates: Int) -> Bool {
        let a = Int(upper) * width
        let b = Int(lower) * width
        for offset in 0..<coordinates where tails[a + offset] < tails[b + offset] { return false }
        return true
    }

    /// Marks each row of `lower` that some row of `upper` covers in the first `coordinates`.
    private func cross(
        _ upper: UnsafeMutableBufferPointer<Int32>, _ lower: UnsafeMutableBufferPointer<Int32>,
        _ coordinates: Int
    ) {
        if upper.isEmpty || lower.isEmpty { return }
        if upper.count * lower.count <= 1_024 || min(upper.count, lower.count) <= 4 {
            for row in lower where !dominated[Int(row)] {
                for candidate in upper where covers(candidate, row, coordinates) {
                    dominated[Int(row)] = true
                    break
                }
            }
            return
        }
        if coordinates <= 2 {
            crossPlane(upper, lower, coordinates)
            return
        }
        let last = coordinates - 1
        var upperLeast = Int64.max
        var upperGreatest = Int64.min
        for row in upper {
            let key = tails[Int(row) * width + last]
            upperLeast = min(upperLeast, key)
            upperGreatest = max(upperGreatest, key)
        }
        var lowerLeast = Int64.max
        var lowerGreatest = Int64.min
        for row in lower {
            let key = tails[Int(row) * width + last]
            lowerLeast = min(lowerLeast, key)
            lowerGreatest = max(lowerGreatest, key)
        }
        if upperGreatest < lowerLeast { return }
        if upperLeast >= lowerGreatest {
            cross(upper, lower, last)
            return
        }
        let pivot = pivot(upper, lower, last)
        let upperSplit = partition(upper, last, pivot)
        let upperHigh = UnsafeMutableBufferPointer(rebasing: upper[..<upperSplit])
        let upperLow = UnsafeMutableBufferPointer(rebasing: upper[upperSplit...])
        let lowerSplit = partition(lower, last, pivot)
        let lowerHigh = UnsafeMutableBufferPointer(rebasing: lower[..<lowerSplit])
        let lowerLow = UnsafeMutableBufferPointer(rebasing: lower[lowerSplit...])
        cross(upperHigh, lowerHigh, coordinates)
        cross(upperHigh, lowerLow, last)
        cross(upperLow, unmarked(lowerLow), coordinates)
    }

    /// The rows not marked yet, moved to the front.
    private func unmarked(
        _ rows: UnsafeMutableBufferPointer<Int32>
    ) -> UnsafeMutableBufferPointer<Int32> {
        var count = 0
        for index in rows.indices where !dominated[Int(rows[index])] {
            rows.swapAt(index, count)
            count += 1
        }
        return UnsafeMutableBufferPointer(rebasing: rows[..<count])
    }

    /// One or two coordinates: a running maximum settles it.
    private func crossPlane(
        _ upper: UnsafeMutableBufferPointer<Int32>, _ lower: UnsafeMutableBufferPointer<Int32>,
        _ coordinates: Int
    ) {
        if coordinates == 1 {
            var greatest = Int64.min
            for row in upper { greatest = max(greatest, tails[Int(row) * width]) }
            for row in lower where tails[Int(row) * width] <= greatest { dominated[Int(row)] = true }
            return
        }
        func second(_ row: Int32) -> Int64 { tails[Int(row) * width + 1] }
        var (upper, lower) = (upper, lower)
        upper.sort { (left: Int32, right: Int32) -> Bool in second(left) > second(right) }
        lower.sort { (left: Int32, right: Int32) -> Bool in second(left) > second(right) }
        var greatest = Int64.min
        var seen = false
        var next = 0
        for row in lower {
            let key = second(row)
            while next < upper.count && second(upper[next]) >= key {
                greatest = max(greatest, tails[Int(upper[next]) * width])
                seen = true
                next += 1
            }
            if seen && tails[Int(row) * width] <= greatest { dominated[Int(row)] = true }
        }
    }

    /// A value with rows on both sides (at or above, and below), near the middle of a sample.
    private func pivot(
        _ upper: UnsafeMutableBufferPointer<Int32>, _ lower: UnsafeMutableBufferPointer<Int32>, _ last: Int
    ) -> Int64 {
        var sample: [Int64] = []
        sample.reserveCapacity(34)
        let count = upper.count + lower.count
        let stride = max(1, count / 31)
        var index = 0
        while index < count {
            let row = index < upper.count ? upper[index] : lower[index - upper.count]
            sample.append(tails[Int(row) * width + last])
            index += stride
        }
        sample.sort()
        let middle = sample[sample.count / 2]
        // Something must lie below, or the split would not shrink the sets.
        var below = false
        var above = Int64.max
        for rows in [upper, lower] {
            for row in rows {
                let key = tails[Int(row) * width + last]
                if key < middle { below = true } else if key > middle { above = min(above, key) }
            }
        }
        return below ? middle : above
    }

    /// Moves rows at or above the pivot to the front.
    private func partition(
        _ rows: UnsafeMutableBufferPointer<Int32>, _ last: Int, _ pivot: Int64
    ) -> Int {
        var count = 0
        for index in rows.indices where tails[Int(rows[index]) * width + last] >= pivot {
            rows.swapAt(index, count)
            count += 1
        }
        return count
    }
}
