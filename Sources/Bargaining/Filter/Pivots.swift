/// A few rows that dominate many: what they dominate need not be sorted.
///
/// The elimination filter of Godfrey, Shipley and Gryz (VLDB Journal 16, 2007), with rows chosen by how much of a
/// sample they dominate.
struct Pivots<Row: KeyRow> {
    private(set) var rows: [Row] = []

    /// Chooses pivots; none where rows are few.
    init(count: Int, dimension: Int, ranges: [Int64], _ budget: Budget, _ row: (Int) -> Row) {
        if count < 1 << 14 { return }
        let sample = stride(from: 0, to: count, by: count / 4_096).map(row)
        var narrow = NarrowRows<Row>(of: sample, ranges: ranges)
        let sorted = narrow.byScore()
        narrow.rows = []
        // Whatever is cancelled here is found out later.
        var calm = budget
        calm.isCancelled = { false }
        guard
            let front = try? Contest<Row>.run(
                sorted.rows, sorted.scores, dimension: dimension, ranges: ranges, budget: calm)
        else { return }
        var open = stride(from: 0, to: sample.count, by: 8).map { sample[$0] }
        let judged = open.count
        var candidates = front.rows.map { candidate in
            (row: candidate, covered: open.reduce(0) { candidate.covers($1) ? $0 + 1 : $0 })
        }
        candidates.sort { $0.covered > $1.covered }
        candidates = Array(candidates.prefix(64))
        while rows.count < 8 {
            var best = (row: Row.zero, covered: 0)
            for candidate in candidates {
                let covered = open.reduce(0) { candidate.row.covers($1) ? $0 + 1 : $0 }
                if covered > best.covered { best = (candidate.row, covered) }
            }
            // One that dominates next to nothing costs more than it saves.
            if best.covered * 100 < judged { break }
            rows.append(best.row)
            open.removeAll { best.row.covers($0) }
        }
    }

    /// Whether some pivot dominates a row.
    @inline(__always)
    func dominate(_ row: Row) -> Bool {
        for pivot in rows where pivot.covers(row) && pivot != row { return true }
        return false
    }
}

extension NarrowRows {
    /// Rows that are small keys already.
    init(of rows: [Row], ranges: [Int64]) {
        self.rows = rows
        self.ranges = ranges
        numbers = (0..<Int32(rows.count)).map { $0 }
    }
}
