public import BigInt
public import Negotiation

/// Undominated packages: every utility vector that no other package in question beats, exactly.
///
/// Points stand in descending lexicographic order of their utilities, first party first. Each has the exact
/// number of its packages and a lazy list of them.
public struct Frontier: Sendable {
    let core: any FrontierCore

    /// Whether this is the whole frontier.
    ///
    /// Where a budget ran out, every point listed is still attained by a package in question, but points may
    /// be missing, and points may be dominated by missing ones. Counts are then lower bounds. They can be lower bounds
    /// where all points are known, too: see ``packages``.
    public let exact: Bool
    /// The number of packages on the whole frontier.
    public let packages: PackageCount

    init(core: any FrontierCore, exact: Bool, countsAreExact: Bool, allPackages: BigInt) {
        self.core = core
        self.exact = exact
        packages =
            countsAreExact
            ? PackageCount(core.total) : PackageCount(lower: exact ? core.total : 0, upper: allPackages)
    }

    /// The number of points: different utility vectors.
    public var count: Int { core.count }
    /// The number of parties.
    public var dimension: Int { core.dimension }

    /// The utilities at a point, one a party, each on the party's own scale.
    public func utilities(at point: Int) -> [Rational] {
        (0..<dimension).map { core.utility(at: point, of: $0) }
    }

    /// Utility minus without-agreement at a point, one a party.
    public func gains(at point: Int) -> [Rational] { (0..<dimension).map { core.gain(at: point, of: $0) } }

    /// A party's utility at a point.
    public func utility(at point: Int, of party: Int) -> Rational { core.utility(at: point, of: party) }

    /// The number of packages with exactly a point's utilities.
    ///
    /// Where ``packages`` is not exact, at least this many.
    public func packageCount(at point: Int) -> BigInt { core.packageCount(at: point) }

    /// The packages with exactly a point's utilities, lexicographically by option index, issue by issue.
    ///
    /// Nothing is listed before it is asked for, and the outcome space is never enumerated: each package is
    /// traced through the vectors that led to its point.
    public func packages(at point: Int) -> PackageList { PackageList { core.trace(of: point) } }

    /// Each party's greatest utility over the points, or `nil` where there is none.
    public var ideals: [Rational]? {
        guard count > 0 else { return nil }
        return (0..<dimension).map { core.greatestUtility(of: $0) }
    }
}

/// What a frontier holds, whatever number types it was computed in.
protocol FrontierCore: Sendable {
    var count: Int { get }
    var dimension: Int { get }
    /// Packages on all points.
    var total: BigInt { get }
    /// One over each party's scale.
    var units: [Rational] { get }
    func utility(at point: Int, of party: Int) -> Rational
    func gain(at point: Int, of party: Int) -> Rational
    func greatestUtility(of party: Int) -> Rational
    func packageCount(at point: Int) -> BigInt
    func trace(of point: Int) -> PackageTrace
    func nash(exponents: [Int]) -> [NashSet]
    func leximin(factors: [Rational], parties: [Int]) -> [Int]
    func greatestSum(factors: [Rational]) -> [Int]
    /// The same with points that were found elsewhere.
    func including(_ points: [ReferencePoint]) -> JoinedFrontier
}

/// A list of points that others can be compared with.
protocol FrontierList: FrontierCore {
    /// Which points some of these utilities beat: at least as good for every party and not the same.
    func beaten(by rows: [[Rational]]) -> [Bool]
    /// Which of these utilities some point beats.
    func beats(_ rows: [[Rational]]) -> [Bool]
}

/// A frontier in definite number types.
struct TypedFrontier<S: Scalar, C: Tally>: FrontierList {
    let dimension: Int
    /// Point × party: scaled utilities, caps applied.
    let scalars: [S]
    /// Point → packages.
    let counts: [C]
    /// Point → the vectors at the ends that become it under the caps.
    let sources: Selection
    /// Scaled worth without agreement, one a party.
    let floors: [S]
    /// What utilities were multiplied by, one a party.
    let scales: [BigInt]
    /// Where the vectors came from.
    let tracer: PackageTracer<S, C>

    /// Applies the caps and keeps what is undominated under them.
    ///
    /// - Parameter limits: see ``PackageTracer/limits``.
    init(
        _ outcome: Sweep<S, C>.Outcome, limits: [[S?]]?, of sweep: Sweep<S, C>, problem: CompiledProblem,
        floors: [BigInt]
    ) {
        let last = outcome.last
        dimension = last.dimension
        var capped = last.scalars
        for part in 0..<dimension {
            guard let cap = sweep.objectives.caps[part] else { continue }
            for place in last.counts.indices {
                capped[place * dimension + part] = min(cap, capped[place * dimension + part])
            }
        }
        if last.counts.isEmpty {
            sources = Selection()
        } else if dimension == 0 {
            sources = Selection(rows: [0], ends: [1])
        } else {
            let keys = Ranks.keys(capped, dimension: dimension)
            if last.starts.count == 2 && sweep.objectives.caps.allSatisfy({ $0 == nil }) {
                // One context's vectors are undominated already, and all different.
                let isInOrder = last.weights == nil
                sources = Selection(
                    rows: isInOrder
                        ? Array(0..<Int32(last.counts.count))
                        : Lexicographic.order(of: keys, dimension: dimension),
                    ends: Array(1...last.counts.count))
            } else {
                sources = Undominated.select(keys, dimension: dimension, cores: sweep.budget.cores)
            }
        }
        var scalars: [S] = []
        var counts: [C] = []
        for group in 0..<sources.count {
            let rows = sources.group(group)
            let base = Int(rows.first!) * dimension
            scalars += capped[base..<base + dimension]
            counts.append(rows.reduce(0) { $0 + last.counts[Int($1)] })
        }
        self.scalars = scalars
        self.counts = counts
        self.floors = floors.map { S(fitting: $0) }
        scales = problem.parties.map(\.scale)
        tracer = PackageTracer(
            graph: sweep.graph, objectives: sweep.objectives, tables: outcome.tables, order: problem.order,
            limits: limits)
    }

    var count: Int { counts.count }

    var units: [Rational] { scales.map { Rational(1, over: $0) } }

    var total: BigInt { counts.reduce(0, +).total }

    func utility(at point: Int, of party: Int) -> Rational {
        Rational(scalars[point * dimension + party].wide, over: scales[party])
    }

    func gain(at point: Int, of party: Int) -> Rational {
        Rational(scaledGain(at: point, of: party).wide, over: scales[party])
    }

    func greatestUtility(of party: Int) -> Rational {
        var greatest = scalars[party]
        for point in 1..<max(count, 1) { greatest = max(greatest, scalars[point * dimension + party]) }
        return Rational(greatest.wide, over: scales[party])
    }

    func packageCount(at point: Int) -> BigInt { counts[point].total }

    func trace(of point: Int) -> PackageTrace { tracer.trace(to: sources.group(point).map { Int($0) }) }

    /// Utility minus without-agreement, on the party's whole-number scale.
    func scaledGain(at point: Int, of party: Int) -> S {
        scalars[point * dimension + party] - floors[party]
    }

    /// The points at which nobody loses: all of an acceptable frontier.
    var pointsWithoutLoss: [Int] {
        (0..<count).filter { point in
            for party in 0..<dimension where scaledGain(at: point, of: party) < 0 { return false }
            return true
        }
    }
}
