import Negotiation

/// The order in which keys that are names are written: that of the dossier, then that of the bytes.
struct NameOrder<Subject> {
    private let ranks: [Identifier<Subject>: Int]

    init(_ names: [Identifier<Subject>]) {
        ranks = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The keys and values in that order.
    func sorted<Value>(_ values: [Identifier<Subject>: Value]) -> [(key: Identifier<Subject>, value: Value)] {
        values.sorted { left, right in
            let leftRank = ranks[left.key] ?? .max
            let rightRank = ranks[right.key] ?? .max
            return leftRank == rightRank ? left.key < right.key : leftRank < rightRank
        }
    }
}
