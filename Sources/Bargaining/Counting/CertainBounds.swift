import BigInt

/// Bounds on the packages that reach all floors, from joins with slack.
struct CertainBounds<S: Scalar, C: CellCount> {
    private let join: GridJoin<S, C>
    private let dimension: Int
    /// Joins already made.
    private var known: [[GridJoin<S, C>.Reach]: BigInt] = [:]
    /// Certainly at least this many.
    private(set) var lower: BigInt
    /// Certainly at most this many.
    private(set) var upper: BigInt

    /// The bounds that the join alone gives.
    init(_ join: GridJoin<S, C>, dimension: Int) {
        self.join = join
        self.dimension = dimension
        lower = 0
        upper = 0
        lower = packages([GridJoin.Reach](repeating: .surely, count: dimension))
        upper = packages([GridJoin.Reach](repeating: .perhaps, count: dimension))
    }

    private mutating func packages(_ demands: [GridJoin<S, C>.Reach]) -> BigInt {
        if let count = known[demands] { return count }
        let count = join.packages(demands)
        known[demands] = count
        return count
    }

    /// Uses how many packages reach each floor alone.
    ///
    /// For any set of objectives: a package that reaches all floors either surely reaches those of the set, or is
    /// among the packages that reach one of them without doing so surely, and there are known numbers of these. The
    /// lower bound likewise.
    mutating func narrow(by alone: [PackageCount]) {
        let surely = (0..<dimension).map { packages(demand(.surely, only: $0)) }
        let perhaps = (0..<dimension).map { packages(demand(.perhaps, only: $0)) }
        for set in Self.sets(dimension) {
            let most = (0..<dimension).map { set.contains($0) ? GridJoin<S, C>.Reach.surely : .perhaps }
            let least = (0..<dimension).map { set.contains($0) ? GridJoin<S, C>.Reach.perhaps : .surely }
            upper = min(
                upper, set.reduce(packages(most)) { $0 + alone[$1].upper - surely[$1] })
            lower = max(
                lower, set.reduce(packages(least)) { $0 - perhaps[$1] + alone[$1].lower })
        }
        upper = alone.reduce(upper) { min($0, $1.upper) }
    }

    private func demand(_ reach: GridJoin<S, C>.Reach, only part: Int) -> [GridJoin<S, C>.Reach] {
        (0..<dimension).map { $0 == part ? reach : .any }
    }

    /// All sets of a few objectives; of many, only the set of all.
    private static func sets(_ dimension: Int) -> [[Int]] {
        let all = Array(0..<dimension)
        if dimension > 4 { return [all] }
        return (1..<1 << dimension).map { mask in all.filter { mask >> $0 & 1 == 1 } }
    }
}
