import BigInt

/// The Nash reference among negotiators that can gain together.
public struct NashSet: Hashable, Sendable {
    /// The negotiators that gain at these points, ascending; the others' gain is zero there.
    public let gaining: [Int]
    /// The points with the greatest product of these negotiators' gains: all ties, ascending.
    public let points: [Int]
}

extension TypedFrontier {
    /// The points with the greatest product of gains, each raised to its exponent.
    ///
    /// Where nobody can bring everybody a gain, the same within each largest set of negotiators that can gain
    /// together. An approximate product rules points out only where its error bound proves them lower; the
    /// rest is compared in whole numbers.
    ///
    /// - Parameter exponents: one a party, each at least 1.
    func greatestProduct(_ exponents: [Int]) -> [NashSet] {
        var most = 0
        var members: [[Int]: [Int]] = [:]
        for point in pointsWithoutLoss {
            var gaining: [Int] = []
            for party in 0..<dimension where scaledGain(at: point, of: party) > 0 { gaining.append(party) }
            if gaining.count < most { continue }
            if gaining.count > most {
                most = gaining.count
                members.removeAll()
            }
            members[gaining, default: []].append(point)
        }
        return members.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { gaining in
            let points = greatestProducts(members[gaining]!, of: gaining, exponents)
            return NashSet(gaining: gaining, points: points)
        }
    }

    private func greatestProducts(_ points: [Int], of gaining: [Int], _ exponents: [Int]) -> [Int] {
        var candidates = points
        let factors = gaining.reduce(0) { $0 + exponents[$1] }
        // Each factor is off by at most two units in the last place, each product by one; beyond 4,096
        // factors the bound would say little.
        if factors <= 4_096 && points.count > 1 {
            let approximate = points.map { point in
                var product = ScaledDouble(1)
                for party in gaining {
                    let gain = ScaledDouble(approximating: scaledGain(at: point, of: party))
                    for _ in 0..<exponents[party] { product = product * gain }
                }
                return product
            }
            var greatest = approximate[0]
            for product in approximate.dropFirst() where greatest < product { greatest = product }
            let slack = Double(8 * factors + 8) * 0x1p-53
            let least = greatest * ScaledDouble(1 - slack)
            candidates = points.indices.filter { !(approximate[$0] < least) }.map { points[$0] }
        }
        return greatest(candidates) { point in
            gaining.reduce(BigInt(1)) { product, party in
                product * scaledGain(at: point, of: party).wide.power(exponents[party])
            }
        }
    }
}

extension FrontierCore {
    /// All points with the greatest key, in order.
    func greatest<Key: Comparable>(_ points: [Int], by key: (Int) -> Key) -> [Int] {
        var best: Key?
        var found: [Int] = []
        for point in points {
            let value = key(point)
            if let known = best {
                if value < known { continue }
                if value > known { found.removeAll() }
            }
            best = value
            found.append(point)
        }
        return found
    }
}
