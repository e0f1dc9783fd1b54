import Bargaining
import Negotiation

/// One row of the table: the same numbers for Parley and for its peers.
struct Work {
    enum Kind {
        case frontier(parties: Int, issues: Int, options: Int, opposed: Bool, yardsticks: Bool)
        case random(count: Int, dimension: Int)
        case additive(dimension: Int)
        case level(count: Int, dimension: Int)
        case yardsticks(parties: Int, issues: Int, options: Int)
        case completions(ordered: Bool)
        case reading(parties: Int, issues: Int, options: Int)
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
            frontier("6x10", "6 parties, 10 issues, random", 6, 10, seed: 8),
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
        for (parties, issues, options) in [
            (6, 10, 10), (8, 15, 10), (10, 30, 10), (12, 40, 6), (10, 60, 8),
        ] {
            works.append(
                Work(
                    name: "yard-\(parties)x\(issues)",
                    title: "yardsticks alone: \(parties) parties, \(issues) issues × \(options), random",
                    kind: .yardsticks(parties: parties, issues: issues, options: options), seed: 1))
        }
        for ordered in [false, true] {
            works.append(
                Work(
                    name: ordered ? "draws-orders" : "draws-ranges",
                    title: "100,000 completions, 12 issues × 5, 4 parties, 50 packages: "
                        + (ordered ? "orders" : "ranges"),
                    kind: .completions(ordered: ordered), seed: 1))
        }
        works.append(
            Work(
                name: "reading", title: "reading and checking 200 issues × 20 options, 10 parties",
                kind: .reading(parties: 10, issues: 200, options: 20), seed: 1))
        return works
    }()

    /// Whether peers do the same work.
    var hasPeer: Bool {
        switch kind {
        case .yardsticks, .completions, .reading: false
        default: true
        }
    }

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
        case .yardsticks, .completions, .reading: (1, 0, [])
        }
    }

    var worths: Worths? {
        switch kind {
        case .frontier(let parties, let issues, let options, let opposed, _):
            Worths(parties: parties, issues: issues, options: options, opposed: opposed, seed: seed)
        case .yardsticks(let parties, let issues, let options):
            Worths(parties: parties, issues: issues, options: options, opposed: false, seed: seed)
        default: nil
        }
    }

    var withYardsticks: Bool {
        if case .frontier(_, _, _, _, true) = kind { return true }
        return false
    }
}
