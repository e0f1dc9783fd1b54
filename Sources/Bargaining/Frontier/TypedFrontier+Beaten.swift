import BigInt
import Negotiation

extension TypedFrontier {
    /// Complexity: O(points · rows · parties), and O(points · parties) where few points are below all the best of the rows.
    func beaten(by rows: [[Rational]]) -> [Bool] {
        let rows = rows.map(scaled)
        let best = bounds(rows, max)
        return (0..<count).map { point in
            guard isNowhere(point, above: best) else { return false }
            return rows.contains { isNowhere(point, above: $0) && !isSame(point, $0) }
        }
    }

    /// Complexity: as ``beaten(by:)``.
    func beats(_ rows: [[Rational]]) -> [Bool] {
        let rows = rows.map(scaled)
        let least = bounds(rows, min)
        var isBeaten = [Bool](repeating: false, count: rows.count)
        for point in 0..<count where isNowhere(point, below: least) {
            for row in rows.indices where !isBeaten[row] {
                isBeaten[row] = isNowhere(point, below: rows[row]) && !isSame(point, rows[row])
            }
        }
        return isBeaten
    }

    /// Utilities of a package of the same space in the whole numbers of the list, which hold those of every package.
    private func scaled(_ row: [Rational]) -> [S] {
        row.indices.map { S(fitting: (row[$0] * Rational(scales[$0])).numerator) }
    }

    private func bounds(_ rows: [[S]], _ choose: (S, S) -> S) -> [S] {
        guard let first = rows.first else { return [] }
        return rows.dropFirst().reduce(first) { zip($0, $1).map(choose) }
    }

    private func isNowhere(_ point: Int, above row: [S]) -> Bool {
        for party in row.indices where scalars[point * dimension + party] > row[party] { return false }
        return true
    }

    private func isNowhere(_ point: Int, below row: [S]) -> Bool {
        for party in row.indices where scalars[point * dimension + party] < row[party] { return false }
        return true
    }

    private func isSame(_ point: Int, _ row: [S]) -> Bool {
        for party in row.indices where scalars[point * dimension + party] != row[party] { return false }
        return true
    }
}
