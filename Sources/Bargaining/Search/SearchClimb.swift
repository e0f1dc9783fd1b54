import Negotiation

/// Looks for a package with a great least gain by exchanging options, one, two or three at once.
///
/// What it finds is where a search may start from; it proves nothing. It begins at packages drawn like the mixture that
/// the multipliers point at.
struct SearchClimb {
    /// One way through a segment.
    private struct Move {
        var block: Int
        /// The edges taken.
        var edges: [Int32]
        /// Coarse gains over the measure's scale, one for each party that is measured or has a demand.
        var gains: [Double]
    }

    private let ground: SearchGround
    /// Block → its moves.
    private var moves: [Range<Int>] = []
    private var all: [Move] = []
    /// Move → how unlikely it is drawn.
    private var reluctance: [Double] = []
    /// Party → what gains are multiplied by; and what is taken off before.
    private let factors: [Double]
    private let offsets: [Double]
    private var numbers = SplitMix64(seed: 0x5EED)
    /// What may still be done, in steps of a search; a climb ends where it is when there are none left.
    private(set) var steps: Int
    private let isCancelled: () -> Bool

    /// Ready to climb.
    ///
    /// - Parameters:
    ///   - cut: the bound that tells which options are likely.
    ///   - factors: party → factor; 0: the party only has a demand.
    ///   - demands: party → least coarse gain.
    ///   - level: the measure that is aimed at.
    ///   - steps: what may be done.
    ///   - isCancelled: asked before every scan.
    init(
        _ ground: SearchGround, _ cut: SearchCut, factors: [Double], demands: [Double], level: Double,
        steps: Int, isCancelled: @escaping () -> Bool
    ) {
        self.ground = ground
        self.steps = steps
        self.isCancelled = isCancelled
        let most = factors.max() ?? 1
        // A demand is missed by as much as the measure is missed, and neither need be more than met.
        self.factors = factors.map { $0 > 0 ? $0 : most }
        self.offsets = factors.indices.map { factors[$0] > 0 ? level / factors[$0] : demands[$0] }
        let rate = 6 / Double(max(1, cut.room))
        for segment in ground.segments {
            var ways: [(edges: [Int32], use: Int64)] = [([], 0)]
            for level in segment {
                var longer: [(edges: [Int32], use: Int64)] = []
                for way in ways {
                    let node = way.edges.last.map { Int(ground.edgeTo[Int($0)]) } ?? ground.levelNodes[level]
                    for edge in ground.nodeEdges[node]..<ground.nodeEdges[node + 1] {
                        longer.append((way.edges + [Int32(edge)], way.use + cut.uses[edge]))
                    }
                }
                if longer.count > 64 {
                    longer.sort { ($0.use, $0.edges.last!) < ($1.use, $1.edges.last!) }
                    longer.removeLast(longer.count - 64)
                }
                ways = longer
            }
            let start = all.count
            for way in ways {
                var gains = [Double](repeating: 0, count: ground.parties)
                for edge in way.edges {
                    for party in gains.indices {
                        gains[party] += Double(ground.values[Int(edge) * ground.columns + party])
                    }
                }
                for party in gains.indices { gains[party] *= self.factors[party] }
                all.append(Move(block: moves.count, edges: way.edges, gains: gains))
                reluctance.append(rate * Double(way.use))
            }
            moves.append(start..<all.count)
        }
    }

    /// The best package of some climbs, as one edge a level; every climb begins elsewhere.
    mutating func best(of climbs: Int, deep: Bool) -> [Int32] {
        var best = -Double.infinity
        var found: [Int] = []
        for _ in 0..<climbs {
            var chosen = moves.map { range -> Int in
                var weights = range.map { Elementary.exp(-reluctance[$0]) }
                var sum = 0.0
                for place in weights.indices {
                    sum += weights[place]
                    weights[place] = sum
                }
                let point = numbers.nextShare() * sum
                return range.lowerBound + (weights.firstIndex { point < $0 } ?? 0)
            }
            let value = climb(&chosen, deep: false)
            if value > best {
                best = value
                found = chosen
            }
        }
        if deep { _ = climb(&found, deep: true) }
        return found.flatMap { all[$0].edges }
    }

    /// Exchanges options as long as the least gain grows.
    private mutating func climb(_ chosen: inout [Int], deep: Bool) -> Double {
        let parties = ground.parties
        var gains = total(chosen)
        var changes = [Double](repeating: 0, count: all.count * parties)
        let blocks = all.map(\.block)
        while true {
            // A scan looks at every pair, most of them at a glance.
            let pairs = all.count * all.count / 64
            steps -= pairs
            if steps <= 0 || isCancelled() { return gains.min() ?? 0 }
            for move in all.indices {
                let now = all[chosen[blocks[move]]].gains
                for party in 0..<parties {
                    changes[move * parties + party] = all[move].gains[party] - now[party]
                }
            }
            guard let exchange = Self.improvement(gains, changes, blocks, parties: parties, deep: deep) else {
                return gains.min() ?? 0
            }
            if exchange.count > 2 { steps -= pairs * all.count / 3 }
            for move in exchange { chosen[blocks[move]] = move }
            // Anew, so that gains depend on what is chosen alone, and their growth comes to an end.
            gains = total(chosen)
        }
    }

    /// What is chosen brings, over the measure's scale.
    private func total(_ chosen: [Int]) -> [Double] {
        var gains = (0..<ground.parties).map { (Double(ground.base[$0]) - offsets[$0]) * factors[$0] }
        for move in chosen { for party in gains.indices { gains[party] += all[move].gains[party] } }
        return gains
    }

    /// The best exchange of one or two options, or, looking deep, the first of three, that makes the least gain greater.
    private static func improvement(
        _ gains: [Double], _ changes: [Double], _ blocks: [Int], parties: Int, deep: Bool
    ) -> [Int]? {
        let start = gains.min() ?? 0
        var best = start + abs(start) * 1e-12
        var found: [Int]?
        var one = gains
        var two = gains
        for first in blocks.indices {
            var least = Double.infinity
            for party in 0..<parties {
                one[party] = gains[party] + changes[first * parties + party]
                least = min(least, one[party])
            }
            if least > best {
                best = least
                found = [first]
            }
            for second in first + 1..<max(first + 1, blocks.count) where blocks[second] != blocks[first] {
                var least = Double.infinity
                let row = second * parties
                var party = 0
                while party < parties {
                    least = min(least, one[party] + changes[row + party])
                    if least <= best { break }
                    party += 1
                }
                if least > best {
                    best = least
                    found = [first, second]
                }
            }
        }
        if found != nil || !deep { return found }
        for first in blocks.indices {
            for second in first + 1..<max(first + 1, blocks.count) where blocks[second] != blocks[first] {
                for party in 0..<parties {
                    two[party] =
                        gains[party] + changes[first * parties + party] + changes[second * parties + party]
                }
                for third in second + 1..<max(second + 1, blocks.count) where blocks[third] != blocks[second]
                {
                    let row = third * parties
                    var party = 0
                    while party < parties && two[party] + changes[row + party] > best { party += 1 }
                    if party == parties && blocks[third] != blocks[first] { return [first, second, third] }
                }
            }
        }
        return nil
    }
}
