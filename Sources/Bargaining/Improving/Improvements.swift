public import BigInt
public import Negotiation

/// Packages that are better than a given one for somebody and worse for nobody, those with fewest changes first.
///
/// A package stands here if it is acceptable to every negotiator and no other improvement has utilities at least as
/// great for everybody with no more changes. Points stand by the number of changes, then in descending lexicographic
/// order of their utilities, first party first.
public struct Improvements: Sendable {
    /// Whether these are all; where a budget ran out, each is an improvement, but better or nearer ones may be missing.
    public let exact: Bool
    /// The number of all improvements, also those that another one with no more changes beats.
    public let all: PackageCount
    /// The number of packages on the points listed.
    public let packages: PackageCount

    private let core: (any SearchCore)?
    /// Place → point of the core.
    private let order: [Int]
    private let parties: Int

    /// - Parameter level: utilities that are no improvement, scaled.
    init(_ outcome: UndominatedSearch.Outcome, beyond level: [BigInt], all: PackageCount) {
        let core = outcome.core
        parties = level.count
        self.core = core
        order = (0..<core.count).filter { point in
            level.indices.contains { core.scaled(at: point, objective: $0) != level[$0] }
        }.sorted { left, right in
            let (one, other) = (Self.changes(core, left), Self.changes(core, right))
            return one == other ? left < right : one < other
        }
        exact = outcome.exact
        self.all = all
        let listed = order.reduce(BigInt(0)) { $0 + core.packageCount(at: $1) }
        packages =
            outcome.countsAreExact
            ? PackageCount(listed) : PackageCount(lower: listed, upper: max(listed, all.upper))
    }

    /// Nothing found before the budget ended.
    init(unfinished all: PackageCount, parties: Int) {
        exact = false
        self.all = all
        packages = PackageCount(lower: 0, upper: all.upper)
        core = nil
        order = []
        self.parties = parties
    }

    private static func changes(_ core: any SearchCore, _ point: Int) -> BigInt {
        -core.scaled(at: point, objective: core.dimension - 1)
    }

    /// The number of points: different utilities, or the same with a different number of changes.
    public var count: Int { order.count }

    /// On how many issues the packages of a point differ from the given one.
    public func changes(at place: Int) -> Int { core.map { Int(Self.changes($0, order[place])) } ?? 0 }

    /// The utilities at a point, one a party, each on the party's own scale.
    public func utilities(at place: Int) -> [Rational] {
        guard let core else { return [] }
        return (0..<parties).map { core.utility(at: order[place], of: $0) }
    }

    /// The number of packages at a point; at least this many where ``packages`` is not exact.
    public func packageCount(at place: Int) -> BigInt { core?.packageCount(at: order[place]) ?? 0 }

    /// The packages of a point, lexicographically by option index, found one by one as they are asked for.
    public func packages(at place: Int) -> PackageList {
        guard let core else { return PackageList { PackageTrace(order: [], steps: []) } }
        let point = order[place]
        return PackageList { core.trace(of: point) }
    }
}
