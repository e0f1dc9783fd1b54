/// Rows moved by edges, of which the undominated are sought.
///
/// In an order in which a dominating row comes before those it dominates, each row need only be compared with those kept
/// before it (sort first, filter then: Chomicki, Godfrey, Gryz and Liang, ICDE 2003). Up to three coordinates, that
/// order is lexicographic, and what was kept is a ``Staircase``; with more, it is by score, a sum of keys with positive
/// weights, and what was kept is a ``PointTree``. Where rows are many, they come batch by batch; see
/// <doc:DominanceFilters>.
///
/// The result is a set in a definite order: neither batches nor cores can change it.
struct Contest<Row: KeyRow> {
    /// Source rows, all moved alike.
    struct Edge {
        var range: Range<Int>
        var shift: Row
        var score: Int64
    }

    /// Source rows; beyond ``mostInOrder`` coordinates, in each edge's range in descending order of score.
    let rows: UnsafePointer<Row>
    /// Up to ``mostInOrder`` coordinates, of no account.
    let scores: UnsafePointer<Int64>
    let edges: [Edge]
    let dimension: Int
    /// About how far each coordinate reaches.
    let ranges: [Int64]
    /// What a row must have at least.
    var floor = Row.zero
    var budget: Budget

    /// The undominated rows in descending order: lexicographic, or of scores first.
    struct Winners {
        var rows: [Row] = []
        /// Where the members of each row end.
        var ends: [Int32] = []
        /// What became each row: at least one.
        var members: [Member] = []
        /// Whether the budget sufficed for all.
        var exact = true
    }

    /// A source row and the edge that moved it.
    struct Member {
        var edge: Int32
        var place: Int32
    }

    /// A row that nothing looked at so far dominates.
    struct Survivor {
        var row: Row
        var score: Int64
        var member: Member
    }

    /// Up to so many coordinates, rows are put in lexicographic order.
    static var mostInOrder: Int { 3 }

    /// Up to so many rows with more coordinates, one is looked at after another.
    private static var fewRows: Int { 1 << 16 }

    /// Whether a contest of so many rows can keep several cores busy.
    static func usesCores(dimension: Int, rows: Int) -> Bool { dimension > mostInOrder && rows > fewRows }

    /// Runs the contest.
    func run() throws(Budget.Exhausted) -> Winners {
        let total = edges.reduce(0) { $0 + $1.range.count }
        if total == 0 { return Winners() }
        return try withShield(total) { (shield) throws(Budget.Exhausted) in
            if dimension <= Self.mostInOrder { return try inOrder(shield) }
            return total > Self.fewRows ? try batches(total, shield) : oneByOne(shield)
        }
    }

    /// Calls `body` with a picture of all rows; with `nil` where that would not pay.
    private func withShield<Result>(
        _ total: Int, _ body: (ShieldReader<Row>?) throws(Budget.Exhausted) -> Result
    ) throws(Budget.Exhausted) -> Result {
        // One edge's rows have competed already, or have been looked at for pivots.
        let isFresh = edges.count > 1 || dimension <= Self.mostInOrder
        guard total >= 256, isFresh, 2...Shield<Row>.mostCoordinates ~= dimension else {
            return try body(nil)
        }
        var least = Row(repeating: .max)
        var greatest = Row.zero
        for edge in edges {
            for place in edge.range {
                let row = rows[place] &+ edge.shift
                least.replace(with: row, where: row .< least)
                greatest.replace(with: row, where: row .> greatest)
            }
        }
        let shield = Shield(from: least, to: greatest, dimension: dimension, rows: total)
        for edge in edges {
            for place in edge.range {
                let row = rows[place] &+ edge.shift
                if !(row &- floor).hasNegative { shield.add(row) }
            }
        }
        shield.close()
        return try shield.withReader(body)
    }

    /// Calls `body` with every row of some places of an edge that reaches the floor and passes the shield.
    @inline(__always)
    func forEach(
        in range: Range<Int>, of edge: Int, _ shield: ShieldReader<Row>?, _ body: (Survivor) -> Void
    ) {
        let (shift, score) = (edges[edge].shift, edges[edge].score)
        for place in range {
            let row = rows[place] &+ shift
            if (row &- floor).hasNegative { continue }
            if let shield, shield.dominates(row) { continue }
            let member = Member(
                edge: Int32(truncatingIfNeeded: edge), place: Int32(truncatingIfNeeded: place))
            body(Survivor(row: row, score: scores[place] + score, member: member))
        }
    }

    /// A contest of rows that are not moved.
    static func run(
        _ rows: [Row], _ scores: [Int64], dimension: Int, ranges: [Int64], budget: Budget
    ) throws(Budget.Exhausted) -> Winners {
        // Typed errors do not pass through the closures of buffers.
        let result: Result<Winners, Budget.Exhausted> = rows.withUnsafeBufferPointer { rows in
            scores.withUnsafeBufferPointer { scores in
                guard let first = rows.baseAddress, let firstScore = scores.baseAddress else {
                    return .success(Winners())
                }
                let edge = Edge(range: 0..<rows.count, shift: .zero, score: 0)
                let contest = Contest(
                    rows: first, scores: firstScore, edges: [edge], dimension: dimension, ranges: ranges,
                    budget: budget)
                do throws(Budget.Exhausted) { return .success(try contest.run()) } catch {
                    return .failure(error)
                }
            }
        }
        return try result.get()
    }
}
