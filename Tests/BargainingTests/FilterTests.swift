import Bargaining
import Testing

/// The filters against their definition, with ties, repeated rows and numbers as wide as they get.
@Suite struct FilterTests {
    @Test(arguments: 1...9) func matchesTheDefinition(dimension: Int) {
        var dice = Dice(seed: UInt64(77 + dimension))
        for round in 0..<400 {
            let count = [1, 2, 7, 20, 40, 90][dice.number(0...5)]
            let spread = [1, 2, 5, 30, 1_000][dice.number(0...4)]
            var keys: [Int64] = []
            for _ in 0..<count {
                var row = (0..<dimension).map { _ in Int64(dice.number(-spread...spread)) }
                // Half of the rounds: nearly equal sums, so that most rows are undominated.
                if round.isMultiple(of: 2) { row[dimension - 1] = -row.dropLast().reduce(0, +) }
                keys += row
            }
            expectDefinition(keys, dimension, cores: 1 + round % 3)
        }
    }

    @Test(arguments: 1...8) func matchesTheDefinitionOnExtremes(dimension: Int) {
        var dice = Dice(seed: UInt64(170 + dimension))
        let extremes: [Int64] = [.min, .min + 1, -1, 0, 1, 1 << 30, 1 << 31, .max - 1, .max]
        for _ in 0..<100 {
            let keys = (0..<dice.number(1...40) * dimension).map { _ in
                dice.oneIn(3) ? Int64(dice.number(-3...3)) : extremes[dice.number(0...8)]
            }
            expectDefinition(keys, dimension, cores: 1)
        }
    }

    @Test(arguments: 2...8) func matchesTheDefinitionOnManyRows(dimension: Int) {
        var dice = Dice(seed: UInt64(700 + dimension))
        for spread in [6, 40, 3_000] {
            var keys: [Int64] = []
            for _ in 0..<3_000 {
                let row = (1..<dimension).map { _ in Int64(dice.number(0...spread)) }
                keys += row + [Int64(dice.number(0...spread / 2)) - row.reduce(0, +)]
            }
            expectDefinition(keys, dimension, cores: 2)
        }
    }

    /// Enough rows for a first look that leaves out what a few dominate, and for several batches.
    @Test(arguments: [2, 3, 4, 6]) func cores(dimension: Int) {
        var dice = Dice(seed: UInt64(7_000 + dimension))
        var keys: [Int64] = []
        for _ in 0..<Self.many { keys += (0..<dimension).map { _ in Int64(dice.number(0...300)) } }
        let alone = Undominated.select(keys, dimension: dimension)
        let rows = (0..<Self.many).map { Array(keys[$0 * dimension..<($0 + 1) * dimension]) }
        let kept = (0..<alone.count).map { rows[Int(alone.group($0).first!)] }
        for (index, row) in rows.enumerated() {
            let isCovered = kept.contains { other in
                other != row && zip(other, row).allSatisfy { $0 >= $1 }
            }
            #expect(isCovered != alone.rows.contains(Int32(index)) || !isCovered)
            if !isCovered { #expect(kept.contains(row)) }
        }
        for cores in [2, 4] {
            let shared = Undominated.select(keys, dimension: dimension, cores: cores)
            #expect(shared.rows == alone.rows && shared.ends == alone.ends)
        }
    }

    /// More rows than are looked at one after another.
    private static let many = 70_000

    /// All on a level surface: none dominates another.
    @Test(arguments: [3, 4, 5]) func keepsAllWhereNoneIsDominated(dimension: Int) {
        var dice = Dice(seed: UInt64(900 + dimension))
        var rows: Set<[Int64]> = []
        while rows.count < Self.many {
            let row = (1..<dimension).map { _ in Int64(dice.number(0...(1 << 14) - 1)) }
            rows.insert(row + [-row.reduce(0, +)])
        }
        let keys = Array(rows.joined())
        let found = Undominated.select(keys, dimension: dimension, cores: 2)
        #expect(found.count == rows.count && Set(found.rows).count == rows.count)
    }

    private func expectDefinition(_ keys: [Int64], _ dimension: Int, cores: Int) {
        let rows = (0..<keys.count / dimension).map { Array(keys[$0 * dimension..<($0 + 1) * dimension]) }
        var groups: [[Int64]: [Int32]] = [:]
        for (index, row) in rows.enumerated() { groups[row, default: []].append(Int32(index)) }
        let distinct = Array(groups.keys)
        let expected = distinct.filter { row in
            !distinct.contains { other in
                for part in 0..<dimension where other[part] < row[part] { return false }
                return other != row
            }
        }.sorted { $1.lexicographicallyPrecedes($0) }
        let found = Undominated.select(keys, dimension: dimension, cores: cores)
        #expect(found.count == expected.count)
        guard found.count == expected.count else { return }
        for (index, row) in expected.enumerated() { #expect(Array(found.group(index)) == groups[row]!) }
    }
}
