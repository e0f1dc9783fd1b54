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
    /// - Complexity: O(n log n) up to three dimensions. For more, as many questions to a k-d tree of the undominated rows
    ///   as rows are left by a first look; see <doc:DominanceFilters>.
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
        let isInOrder = dimension <= Contest<Row>.mostInOrder
        return isInOrder ? inOrder(narrow) : byScore(narrow)
    }

    private func inOrder<Row: KeyRow>(_ narrow: NarrowRows<Row>) -> Selection {
        let scores = [Int64](repeating: 0, count: narrow.rows.count)
        guard
            let winners = try? Contest<Row>.run(
                narrow.rows, scores, dimension: dimension, ranges: narrow.ranges, budget: budget)
        else { return Selection() }
        return Selection(
            rows: winners.members.map { narrow.numbers[Int($0.place)] }, ends: winners.ends.map { Int($0) })
    }

    private func byScore<Row: KeyRow>(_ narrow: NarrowRows<Row>) -> Selection {
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
