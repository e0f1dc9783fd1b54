public import BigInt
public import Negotiation

/// Ladders to packages that no other ladder's package beats.
///
/// A ladder is told by its last rung, the *comprehensive package*: the rungs before it follow from the steps. It is
/// one if every rung is feasible and crosses no negotiator's red line, no rung is worth less to any negotiator than the
/// rung below, and the last rung is acceptable to all. The first rung stands on today, or, where today is not known on
/// every issue, on no agreement. Points stand in descending lexicographic order of the last rung's utilities.
public struct Ladders: Sendable {
    /// Whether no point is missing.
    public let exact: Bool
    /// The number of ladders on all points.
    public let packages: PackageCount
    /// Where no ladder leads to the end: how far one comes, and why no further; `nil` where there is a ladder, or the
    /// budget ran out.
    public let obstacle: LadderObstacle?

    private let points: [Point]
    private let parties: Int

    /// One utility vector with where its packages are: the ways to reach it under different caps.
    struct Point: Sendable {
        var parts: [(core: any SearchCore, point: Int)]
    }

    init(
        _ points: [Point], parties: Int, exact: Bool, packages: PackageCount, obstacle: LadderObstacle?
    ) {
        self.points = points
        self.parties = parties
        self.exact = exact
        self.packages = packages
        self.obstacle = obstacle
    }

    /// The number of points: different utilities of last rungs.
    public var count: Int { points.count }

    /// What the last rung is worth to each negotiator at a point.
    public func utilities(at point: Int) -> [Rational] {
        (0..<parties).map { points[point].parts[0].core.utility(at: points[point].parts[0].point, of: $0) }
    }

    /// The number of ladders at a point; at least this many where ``packages`` is not exact.
    public func packageCount(at point: Int) -> BigInt {
        points[point].parts.reduce(BigInt(0)) { $0 + $1.core.packageCount(at: $1.point) }
    }

    /// The last rungs at a point, lexicographically by option index, found one by one as they are asked for.
    public func packages(at point: Int) -> MergedPackages {
        MergedPackages(
            points[point].parts.map { part in PackageList { part.core.trace(of: part.point) } })
    }
}

/// Where every ladder ends, and what stands in the way of the next rung.
public struct LadderObstacle: Hashable, Sendable {
    /// What stands in the way.
    public enum Cause: Hashable, Sendable {
        /// No choices that keep the rungs below keep the rules.
        case rules
        /// Some keep the rules, but each crosses somebody's red line.
        case redLines
        /// Some cross no red line, but each is worth less to somebody than a rung below.
        case worth
        /// Every rung can be reached, but not so that the last is worth no less to all than no agreement.
        case withoutAgreement
    }

    /// The first step that no ladder reaches; of ``Cause/withoutAgreement``, the last step.
    public let step: Int
    /// What stands in its way.
    public let cause: Cause

    /// An obstacle.
    public init(step: Int, cause: Cause) {
        self.step = step
        self.cause = cause
    }
}

/// Several lists of packages as one in order.
public struct MergedPackages: Sequence, Sendable {
    private let lists: [PackageList]

    init(_ lists: [PackageList]) { self.lists = lists }

    /// Starts at the first package.
    public func makeIterator() -> Iterator { Iterator(lists) }

    /// Goes from package to package; each is one option index for each issue.
    public struct Iterator: IteratorProtocol {
        private var rests: [PackageList.Iterator]
        private var heads: [[Int]?]

        init(_ lists: [PackageList]) {
            rests = lists.map { $0.makeIterator() }
            heads = []
            for index in rests.indices { heads.append(rests[index].next()) }
        }

        /// The next package; `nil` after the last.
        public mutating func next() -> [Int]? {
            let waiting = heads.indices.filter { heads[$0] != nil }
            let first = waiting.min { heads[$0]!.lexicographicallyPrecedes(heads[$1]!) }
            guard let first else { return nil }
            defer { heads[first] = rests[first].next() }
            return heads[first]
        }
    }
}
