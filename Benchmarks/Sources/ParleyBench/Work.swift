import Bargaining
import Negotiation

/// One row of the table: the same numbers for Parley and for its peers.
struct Work {
    enum Kind {
        case frontier(parties: Int, issues: Int, options: Int, opposed: Bool, yardsticks: Bool)
        case random(count: Int, dimension: Int)
        case additive(dimension: Int)
        case level(count: Int, dimension: Int)
    }

    var name: String
    var title: String
    var kind: Kind
    var seed: UInt64

    static let all: [Work] = {
        func frontier(
            _ name: String, _ title: String, _ parties: Int, _ issues: Int, _ options: Int = 10,
            seed: UInt64, opposed: Bool = false, yardsticks: Bool = false
        ) -> Work {
            Work(
                name: name, title: title,
                kind: .frontier(
                    parties: parties, issues: issues, options: options, opposed: opposed,
                    yardsticks: yardsticks),
                seed: seed)
        }
        var works = [
            frontier(
                "2x6", "2 parties opposed, 6 issues; and four yardsticks", 2, 6, seed: 4, opposed: true,
                yardsticks: true),
            frontier("2x20", "2 parties opposed, 20 issues", 2, 20, seed: 4, opposed: true),
            frontier("4x6", "4 parties, 6 issues, random", 4, 6, seed: 6),
            frontier("4x12", "4 parties, 12 issues × 5, random", 4, 12, 5, seed: 4),
            frontier("3x20", "3 parties, 20 issues, opposed", 3, 20, seed: 5, opposed: true),
            frontier("6x10", "6 parties, 10 issues, random", 6, 10, seed: 1),
        ]
        for dimension in [2, 3, 4, 6] {
            works.append(
                Work(
                    name: "random-\(dimension)", title: "filter: random, n = 10^6, d = \(dimension)",
                    kind: .random(count: 1_000_000, dimension: dimension), seed: 4_711))
            works.append(
                Work(
                    name: "additive-\(dimension)",
                    title: "filter: additive with ties, n = 10^6, d = \(dimension)",
                    kind: .additive(dimension: dimension), seed: 4_711))
        }
        works.append(
            Work(
                name: "level-4", title: "filter: all non-dominated, n = 10^5, d = 4",
                kind: .level(count: 100_000, dimension: 4), seed: 4_711))
        return works
    }()

    /// What both sides start from: worths by party, issue and option, or the rows.
    func numbers() -> (dimension: Int, options: Int, values: [Int64]) {
        switch kind {
        case .frontier(let parties, _, let options, _, _):
            (parties, options, worths!.values.joined().joined().map { Int64($0) })
        case .random(let count, let dimension):
            (dimension, 0, FilterRows.random(count: count, dimension: dimension, seed: seed))
        case .additive(let dimension):
            (dimension, 0, FilterRows.additive(dimension: dimension, seed: seed))
        case .level(let count, let dimension):
            (dimension, 0, FilterRows.level(count: count, dimension: dimension, seed: seed))
        }
    }

    var worths: Worths? {
        guard case .frontier(let parties, let issues, let options, let opposed, _) = kind else {
            return nil
        }
        return Worths(
            parties: parties, issues: issues, options: options, opposed: opposed, seed: seed)
    }

    var withYardsticks: Bool {
        if case .frontier(_, _, _, _, true) = kind { return true }
        return false
    }
}
