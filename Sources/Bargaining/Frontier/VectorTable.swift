/// Vectors at the contexts of one level, within each context in descending order: lexicographic, or of their
/// weighted sums first.
struct VectorTable<S: Scalar, C: Tally>: Sendable {
    let dimension: Int
    /// Context → its first vector; one more at the end.
    var starts: [Int] = [0]
    /// Vector × objective.
    var scalars: [S] = []
    /// Vector → packages (or ways so far) that have exactly this vector.
    var counts: [C] = []
    /// What each objective counts in the sums that vectors are sorted by; `nil`: order is lexicographic.
    ///
    /// Only vectors of which all sums differ by less than 2 to the 62 are sorted so.
    var weights: [Int64]?

    /// The vectors of one context.
    func range(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

    /// The place of a vector among those of a context.
    ///
    /// - Complexity: O(d log n).
    func find(_ vector: [S], in node: Int) -> Int? {
        var low = starts[node]
        var high = starts[node + 1]
        while low < high {
            let middle = (low + high) / 2
            switch compare(middle, vector) {
            case 0: return middle
            case 1: low = middle + 1
            default: high = middle
            }
        }
        return nil
    }

    /// 1 where the stored vector comes earlier, -1 where it comes later.
    private func compare(_ place: Int, _ vector: [S]) -> Int {
        if let weights, let stored = scalars as? [Int64], let vector = vector as? [Int64] {
            // Sums may overflow, their difference does not where the vector is among those stored.
            var difference: Int64 = 0
            for part in 0..<dimension {
                difference &+= weights[part] &* (stored[place * dimension + part] &- vector[part])
            }
            if difference != 0 { return difference.signum() > 0 ? 1 : -1 }
        }
        for part in 0..<dimension {
            let stored = scalars[place * dimension + part]
            if stored != vector[part] { return stored > vector[part] ? 1 : -1 }
        }
        return 0
    }
}
