import BigInt

/// What a package must reach to score at least so much, as a convex set of coarse gains.
///
/// A package's coarse gains are nowhere below those of some member of the set. So a package is out of the question if
/// for some multipliers its weighted gains stay below the least weighted gains of the set (see ``SearchCut``).
struct SearchTarget: Sendable {
    enum Shape: Sendable {
        /// Demands alone.
        case box
        /// The product of gains to their exponents is at least the threshold, which is short of so many bits where gains
        /// are coarse.
        case product(of: [Int], exponents: [Int], threshold: BigInt, log: Double, bits: Int)
        /// The sum of gains times factors is at least the threshold.
        case sum(factors: [BigInt], threshold: BigInt, weights: [Double], level: Double)
    }

    let shape: Shape
    /// Party → the least coarse gain.
    let demands: [Int64]
    /// Party → the most that counts, and not below what any package brings.
    let limits: [Int64]

    /// The target of an aim.
    ///
    /// - Parameters:
    ///   - threshold: the least score in question; `nil`: any.
    ///   - greatest: party → the greatest coarse gain of any package.
    /// - Returns: `nil` where no package can reach it.
    init?(
        _ aim: SearchAim, threshold: BigInt?, scale: SearchScale, ground: SearchGround, greatest: [Int64]
    ) {
        var exact = aim.demands
        var shape = Shape.box
        var limits = greatest
        for party in limits.indices {
            guard let cap = ground.caps[party] else { continue }
            limits[party] = min(limits[party], Int64(ground.coarse(cap, of: party)))
        }
        if let threshold {
            switch aim.measure {
            case .any: break
            case .least(let parties, let factors):
                for (index, party) in parties.enumerated() {
                    exact[party] = max(exact[party], Self.quotientUp(threshold, factors[index]))
                }
            case .product(let parties, let exponents):
                if threshold > 0 {
                    shape = .product(
                        of: parties, exponents: exponents, threshold: threshold,
                        log: Elementary.log(threshold) - scale.missing,
                        bits: parties.indices.reduce(0) { $0 + ground.shifts[parties[$1]] * exponents[$1] })
                }
            case .sum(let factors):
                shape = .sum(
                    factors: factors.indices.map { factors[$0] << ground.shifts[$0] }, threshold: threshold,
                    weights: scale.factors, level: Elementary.quotient(threshold, scale.unit))
            }
        }
        for party in exact.indices {
            if let cap = ground.caps[party], cap < exact[party] { return nil }
        }
        var demands: [Int64] = []
        for party in exact.indices {
            let coarse = ground.coarse(exact[party], of: party)
            // Sums are below 2 to the 40: beyond, the demand is out of reach.
            guard coarse.bitWidth < 50 else {
                if coarse > 0 { return nil }
                demands.append(-1 << 49)
                continue
            }
            demands.append(Int64(coarse))
        }
        for party in demands.indices where demands[party] > limits[party] { return nil }
        self.shape = shape
        self.demands = demands
        self.limits = limits
    }

    private static func quotientUp(_ dividend: BigInt, _ divisor: BigInt) -> BigInt {
        let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        return rest > 0 ? quotient + 1 : quotient
    }
}

extension SearchTarget {
    /// The member with about the least weighted gains; `nil`: the set is empty.
    ///
    /// - Parameter multipliers: not negative, one a party.
    func support(_ multipliers: [Double]) -> [Double]? {
        var member = demands.map { Double($0) }
        switch shape {
        case .box: break
        case .product(let parties, let exponents, _, let log, _):
            let prices = positive(multipliers, parties)
            guard let level = productLevel(prices, parties, exponents, log) else { return nil }
            for (index, party) in parties.enumerated() {
                member[party] = gain(party, Double(exponents[index]), prices[party], level)
            }
        case .sum(_, _, let weights, let level):
            var missing = level
            for party in member.indices { missing -= weights[party] * member[party] }
            // Cheapest first.
            let order = member.indices.filter { weights[$0] > 0 }.sorted {
                (multipliers[$0] * weights[$1], $0) < (multipliers[$1] * weights[$0], $1)
            }
            for party in order where missing > 0 {
                let room = Double(limits[party]) - member[party]
                let step = min(room, missing / weights[party])
                member[party] += step
                missing -= step * weights[party]
            }
            if missing > abs(level) * 1e-9 { return nil }
        }
        return member
    }

    /// A party's gain where a unit of logarithm costs e to the `level`.
    private func gain(_ party: Int, _ exponent: Double, _ multiplier: Double, _ level: Double) -> Double {
        let power = min(600, level - Elementary.log(multiplier))
        return min(max(exponent * Elementary.exp(power), leastGain(party)), mostGain(party))
    }

    private func leastGain(_ party: Int) -> Double { max(Double(demands[party]), 1e-3) }
    private func mostGain(_ party: Int) -> Double { max(Double(limits[party]), 1e-3) }

    /// The same multipliers, but none far below the others.
    private func positive(_ multipliers: [Double], _ parties: [Int]) -> [Double] {
        var result = multipliers
        let most = parties.map { multipliers[$0] * mostGain($0) }.max() ?? 1
        for party in parties { result[party] = max(multipliers[party], 1e-9 * most / mostGain(party)) }
        return result
    }

    /// The logarithm of the price at which the product reaches its threshold.
    ///
    /// - Parameter multipliers: positive.
    private func productLevel(
        _ multipliers: [Double], _ parties: [Int], _ exponents: [Int], _ log: Double
    ) -> Double? {
        var total = 0.0
        var whole = 0.0
        var low = Double.infinity
        var high = -Double.infinity
        for (index, party) in parties.enumerated() {
            let exponent = Double(exponents[index])
            let price = Elementary.log(multipliers[party] / exponent)
            total += exponent
            whole -= exponent * price
            low = min(low, price + Elementary.log(leastGain(party)))
            high = max(high, price + Elementary.log(mostGain(party)))
        }
        func reached(_ level: Double) -> Double {
            var sum = 0.0
            for (index, party) in parties.enumerated() {
                let exponent = Double(exponents[index])
                sum += exponent * Elementary.log(gain(party, exponent, multipliers[party], level))
            }
            return sum
        }
        // Where neither demand nor limit binds.
        let free = (log - whole) / total
        if abs(reached(free) - log) <= 1e-9 * max(1, abs(log)) { return free }
        if reached(high) < log - 1e-9 * max(1, abs(log)) { return nil }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if reached(middle) < log { low = middle } else { high = middle }
        }
        return high
    }
}

extension SearchTarget {
    /// Certainly not above the weighted gains of any member, for whole multipliers.
    ///
    /// With other multipliers under which the set is simpler, what they lack is paid at the demand and what they exceed
    /// at the limit. For products the inequality of means is checked in whole numbers.
    func certainSupport(_ multipliers: [Int64]) -> Int64 {
        switch shape {
        case .box: return boxed(multipliers, simple: [Int64](repeating: 0, count: demands.count), 0)
        case .product(let parties, let exponents, let threshold, let log, let bits):
            let doubles = positive(multipliers.map { Double($0) }, parties)
            guard let level = productLevel(doubles, parties, exponents, log) else { return .max >> 2 }
            var simple = [Int64](repeating: 0, count: demands.count)
            for (index, party) in parties.enumerated() {
                let exponent = Double(exponents[index])
                let price = exponent * Elementary.exp(level) / gain(party, exponent, doubles[party], level)
                // Within the bounds the multiplier stays as it is.
                let isFree = abs(price - doubles[party]) <= 1e-6 * doubles[party]
                simple[party] = isFree ? multipliers[party] : Int64(min(price.rounded(), 0x1p55))
            }
            if parties.contains(where: { simple[$0] <= 0 }) {
                return boxed(multipliers, simple: [Int64](repeating: 0, count: demands.count), 0)
            }
            let least = Self.leastSum(simple, parties, exponents, threshold, log: log, bits: bits)
            return max(
                boxed(multipliers, simple: simple, least),
                boxed(multipliers, simple: [Int64](repeating: 0, count: demands.count), 0))
        case .sum(let factors, let threshold, let weights, _):
            var best = boxed(multipliers, simple: [Int64](repeating: 0, count: demands.count), 0)
            for party in multipliers.indices where weights[party] > 0 {
                best = max(
                    best, summed(multipliers, factors, threshold, above: multipliers[party], factors[party]))
            }
            return best
        }
    }

    /// Not above the least sum of gains times multipliers whose product reaches the threshold.
    private static func leastSum(
        _ multipliers: [Int64], _ parties: [Int], _ exponents: [Int], _ threshold: BigInt, log: Double,
        bits: Int
    ) -> BigInt {
        let total = exponents.reduce(0, +)
        var logs = log
        var below = BigInt(1) << bits
        var above = BigInt(total).power(total) * threshold
        for (index, party) in parties.enumerated() {
            let exponent = exponents[index]
            logs += Double(exponent) * (Elementary.log(Double(multipliers[party]) / Double(exponent)))
            below *= BigInt(exponent).power(exponent)
            above *= BigInt(multipliers[party]).power(exponent)
        }
        let guess = Elementary.exp(Elementary.log(Double(total)) + logs / Double(total))
        guard guess < 0x1p62 else { return 0 }
        for slack in [1e-11, 1e-9, 1e-6, 1e-3] {
            let least = BigInt(Int64(guess * (1 - slack)))
            if least.power(total) * below <= above { return least }
        }
        return 0
    }

    private func boxed(_ multipliers: [Int64], simple: [Int64], _ least: BigInt) -> Int64 {
        var sum = least
        for party in multipliers.indices {
            let rest = multipliers[party] - simple[party]
            sum += BigInt(rest) * BigInt(rest >= 0 ? demands[party] : limits[party])
        }
        return Self.clamped(sum)
    }

    /// The bound whose price for the sum is a fraction.
    private func summed(
        _ multipliers: [Int64], _ factors: [BigInt], _ threshold: BigInt, above: Int64, _ below: BigInt
    ) -> Int64 {
        var sum = BigInt(above) * threshold
        for party in multipliers.indices {
            let rest = BigInt(multipliers[party]) * below - BigInt(above) * factors[party]
            sum += rest * BigInt(rest >= 0 ? demands[party] : limits[party])
        }
        let (quotient, rest) = sum.quotientAndRemainder(dividingBy: below)
        return Self.clamped(rest < 0 ? quotient - 1 : quotient)
    }

    private static func clamped(_ sum: BigInt) -> Int64 {
        sum.bitWidth > 62 ? (sum > 0 ? .max >> 2 : .min >> 2) : Int64(sum)
    }
}
