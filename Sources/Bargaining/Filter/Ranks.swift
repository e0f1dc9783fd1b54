/// Replaces numbers of any size by small keys that compare alike, coordinate by coordinate.
enum Ranks {
    /// Keys of rows: the numbers themselves where they are narrow, else their ranks.
    ///
    /// - Complexity: O(d n log n) where ranks are needed.
    static func keys<S: Scalar>(_ scalars: [S], dimension: Int) -> [Int64] {
        if let narrow = scalars as? [Int64] { return narrow }
        let count = scalars.count / dimension
        var keys = [Int64](repeating: 0, count: scalars.count)
        for offset in 0..<dimension {
            let order = (0..<count).sorted {
                scalars[$0 * dimension + offset] < scalars[$1 * dimension + offset]
            }
            var rank: Int64 = 0
            for (position, row) in order.enumerated() {
                if position > 0
                    && scalars[row * dimension + offset]
                        != scalars[order[position - 1] * dimension + offset]
                {
                    rank += 1
                }
                keys[row * dimension + offset] = rank
            }
        }
        return keys
    }
}
