import BigInt
import Negotiation

/// A frontier together with points that were found elsewhere.
struct JoinedFrontier: FrontierCore {
    let base: any FrontierList
    /// The points that are not listed, or of which fewer packages are.
    private let added: [ReferencePoint]
    /// Point → its place in the list, or where that is negative, the complement of its place among those added.
    private let places: [Int]
    let total: BigInt

    init(_ base: any FrontierList, adding points: [ReferencePoint]) {
        self.base = base
        let found = Self.undominated(points, units: base.units)
        let isBeaten = base.beats(found.map(\.utilities))
        let new = found.indices.filter { !isBeaten[$0] }.map { found[$0] }
        let leavesOut = base.beaten(by: new.map(\.utilities))
        var added: [ReferencePoint] = []
        var places: [Int] = []
        var next = 0
        func list(upTo end: Int) {
            for place in next..<end where !leavesOut[place] { places.append(place) }
            next = end
        }
        for point in new {
            let place = Self.place(of: point.utilities, in: base)
            list(upTo: place)
            if place < base.count, Self.utilities(at: place, in: base) == point.utilities {
                guard base.packageCount(at: place) < point.packageCount else { continue }
                next = place + 1
            }
            places.append(~added.count)
            added.append(point)
        }
        list(upTo: base.count)
        self.added = added
        self.places = places
        var total = added.reduce(BigInt(0)) { $0 + $1.packageCount }
        if places.count == base.count + added.count {
            total += base.total
        } else {
            for place in places where place >= 0 { total += base.packageCount(at: place) }
        }
        self.total = total
    }

    /// The points that no other one beats, in order; of equal ones, which several yardsticks may have found, the one with
    /// the most packages.
    private static func undominated(_ points: [ReferencePoint], units: [Rational]) -> [ReferencePoint] {
        if units.isEmpty || points.isEmpty { return Array(points.prefix(1)) }
        let whole = points.flatMap { point in
            units.indices.map { (point.utilities[$0] / units[$0]).numerator }
        }
        let groups = Undominated.select(
            Ranks.keys(whole, dimension: units.count), dimension: units.count)
        return (0..<groups.count).map { group in
            let equal = groups.group(group).sorted().map { points[Int($0)] }
            return equal.dropFirst().reduce(equal[0]) { $1.packageCount > $0.packageCount ? $1 : $0 }
        }
    }

    /// The first place whose utilities do not come before these in descending order.
    private static func place(of row: [Rational], in base: any FrontierList) -> Int {
        var low = 0
        var high = base.count
        while low < high {
            let middle = (low + high) / 2
            if row.lexicographicallyPrecedes(utilities(at: middle, in: base)) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private static func utilities(at place: Int, in base: any FrontierList) -> [Rational] {
        (0..<base.dimension).map { base.utility(at: place, of: $0) }
    }

    var count: Int { places.count }
    var dimension: Int { base.dimension }
    var units: [Rational] { base.units }

    func utility(at point: Int, of party: Int) -> Rational {
        let place = places[point]
        return place < 0 ? added[~place].utilities[party] : base.utility(at: place, of: party)
    }

    func gain(at point: Int, of party: Int) -> Rational {
        let place = places[point]
        return place < 0 ? added[~place].gains[party] : base.gain(at: place, of: party)
    }

    func greatestUtility(of party: Int) -> Rational {
        // What is left out was beaten, so the greatest of the list is no greater than that of what is added.
        let own = added.map { $0.utilities[party] }
        return (base.count > 0 ? own + [base.greatestUtility(of: party)] : own).max() ?? .zero
    }

    func packageCount(at point: Int) -> BigInt {
        let place = places[point]
        return place < 0 ? added[~place].packageCount : base.packageCount(at: place)
    }

    func trace(of point: Int) -> PackageTrace {
        let place = places[point]
        return place < 0 ? added[~place].packages.trace() : base.trace(of: place)
    }

    /// The same with more points. What was added before is added anew, so that there is one list and what was added.
    func including(_ points: [ReferencePoint]) -> JoinedFrontier {
        JoinedFrontier(base, adding: added + points)
    }

    /// The points to which these of the list belong, and all that were added, in order.
    ///
    /// A point that is left out is no better than the one that beats it, whatever the yardstick; so the best of the
    /// list that is left, with what was added, has the best of all.
    private func candidates(_ listed: [Int]) -> [Int] {
        let listed = Set(listed)
        return places.indices.filter { places[$0] < 0 || listed.contains(places[$0]) }
    }
}

extension JoinedFrontier {
    func nash(exponents: [Int]) -> [NashSet] {
        var most = 0
        var members: [[Int]: [Int]] = [:]
        for point in candidates(base.nash(exponents: exponents).flatMap(\.points)) {
            let gaining = (0..<dimension).filter { gain(at: point, of: $0) > .zero }
            if gaining.count < most { continue }
            if gaining.count > most {
                most = gaining.count
                members.removeAll()
            }
            members[gaining, default: []].append(point)
        }
        return members.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { gaining in
            let points = greatest(members[gaining]!) { point in
                gaining.reduce(BigInt(1)) { $0 * wholeGain(at: point, of: $1).power(exponents[$1]) }
            }
            return NashSet(gaining: gaining, points: points)
        }
    }

    func leximin(factors: [Rational], parties: [Int]) -> [Int] {
        let points = candidates(base.leximin(factors: factors, parties: parties))
        let keys = points.map { point in
            zip(parties, factors).map { Rational(wholeGain(at: point, of: $0)) * $1 }.sorted()
        }
        guard let best = keys.max(by: { $0.lexicographicallyPrecedes($1) }) else { return [] }
        return points.indices.filter { keys[$0] == best }.map { points[$0] }
    }

    func greatestSum(factors: [Rational]) -> [Int] {
        greatest(candidates(base.greatestSum(factors: factors))) { point in
            (0..<dimension).reduce(Rational.zero) {
                $0 + Rational(wholeGain(at: point, of: $1)) * factors[$1]
            }
        }
    }

    private func wholeGain(at point: Int, of party: Int) -> BigInt {
        (gain(at: point, of: party) / units[party]).numerator
    }
}

extension FrontierList {
    func including(_ points: [ReferencePoint]) -> JoinedFrontier { JoinedFrontier(self, adding: points) }
}
