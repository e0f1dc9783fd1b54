import Bargaining
import Testing

/// The filters against their definition, with ties and repeated rows.
@Suite struct FilterTests {
    @Test(arguments: 1...7) func matchesTheDefinition(dimension: Int) {
        var dice = Dice(seed: UInt64(77 + dimension))
        for round in 0..<60 {
            let count = [1, 2, 7, 60, 150, 400][round % 6]
            let spread = [1, 2, 5, 30, 1_000][round % 5]
            var keys: [Int64] = []
            for _ in 0..<count {
                var row = (0..<dimension).map { _ in Int64(dice.number(-spread...spread)) }
                // Half of the rounds: nearly equal sums, so that most rows are undominated.
                if round.isMultiple(of: 2) { row[dimension - 1] = -row.dropLast().reduce(0, +) }
                keys += row
            }
            expectDefinition(keys, dimension)
        }
    }

    @Test(arguments: 4...6) func matchesTheDefinitionOnManyRows(dimension: Int) {
        var dice = Dice(seed: UInt64(700 + dimension))
        var keys: [Int64] = []
        for _ in 0..<3_000 {
            let row = (1..<dimension).map { _ in Int64(dice.number(0...40)) }
            keys += row + [Int64(dice.number(0...3)) - row.reduce(0, +)]
        }
        expectDefinition(keys, dimension)
    }

    private func expectDefinition(_ keys: [Int64], _ dimension: Int) {
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
        let found = Undominated.select(keys, dimension: dimension)
        #expect(found.count == expected.count)
        guard found.count == expected.count else { return }
        for (index, row) in expected.enumerated() { #expect(Array(found.group(index)) == groups[row]!) }
    }
}
