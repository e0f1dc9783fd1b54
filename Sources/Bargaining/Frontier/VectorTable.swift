/// Vectors at the contexts of one level, in descending lexicographic order within each context.
struct VectorTable<S: Scalar, C: Tally>: Sendable {
    let dimension: Int
    /// Context → its first vector; one more at the end.
    var starts: [Int] = [0]
    /// Vector × objective.
    var scalars: [S] = []
    /// Vector → packages (or ways so far) that have exactly this vector.
    var counts: [C] = []

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

    /// 1 where the stored vector is lexicographically greater, -1 where it is less.
    private func compare(_ place: Int, _ vector: [S]) -> Int {
        for part in 0..<dimension {
            let stored = scalars[place * dimension + part]
            if stored != vector[part] { return stored > vector[part] ? 1 : -1 }
        }
        return 0
    }
}
