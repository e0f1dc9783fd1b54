import Negotiation

/// The yardsticks by their definitions, on gains written out as fractions.
enum PlainYardsticks {
    /// Largest sets that gain together, each with the indices of its greatest products.
    static func nash(_ gains: [[Rational]], exponents: [Int]) -> [[Int]: [Int]] {
        let sets = gains.map { row in row.indices.filter { row[$0] > .zero } }
        let most = sets.map(\.count).max() ?? 0
        var found: [[Int]: [Int]] = [:]
        for set in Set(sets.filter { $0.count == most }) {
            let members = gains.indices.filter { sets[$0] == set }
            let products = members.map { member in
                set.reduce(Rational.one) { product, party in
                    (0..<exponents[party]).reduce(product) { value, _ in value * gains[member][party] }
                }
            }
            found[set] = members.indices.filter { products[$0] == products.max()! }.map { members[$0] }
        }
        return found
    }

    static func leximin(_ rows: [[Rational]]) -> [Int] {
        let sorted = rows.map { $0.sorted() }
        guard let best = sorted.max(by: { $0.lexicographicallyPrecedes($1) }) else { return [] }
        return rows.indices.filter { sorted[$0] == best }
    }

    static func greatestSum(_ rows: [[Rational]]) -> [Int] {
        let sums = rows.map { $0.reduce(.zero, +) }
        guard let best = sums.max() else { return [] }
        return rows.indices.filter { sums[$0] == best }
    }

    static func kalaiSmorodinsky(_ gains: [[Rational]], best: [Rational]) -> (points: [Int], leftOut: [Int]) {
        let parties = best.indices.filter { best[$0] > .zero }
        return (
            leximin(gains.map { row in parties.map { row[$0] / best[$0] } }),
            best.indices.filter { best[$0] <= .zero }
        )
    }
}
