/// Weighted sums over all packages at once: the greatest, exactly in floating point or smoothed.
struct SearchFlow: Sendable {
    private let parties: Int
    private let nodeEdges: [Int]
    private let edgeTo: [Int32]
    /// Edge × party.
    private let points: [Double]
    private let base: [Double]

    init(_ ground: SearchGround) {
        parties = ground.parties
        nodeEdges = ground.nodeEdges
        edgeTo = ground.edgeTo
        base = ground.base.prefix(parties).map { Double($0) }
        var points: [Double] = []
        points.reserveCapacity(ground.edges * parties)
        for edge in 0..<ground.edges {
            for party in 0..<parties { points.append(Double(ground.values[edge * ground.columns + party])) }
        }
        self.points = points
    }

    /// A greatest weighted sum with the gains behind it.
    struct Peak {
        var value: Double
        /// The gains of a package, or a mean of packages.
        var gains: [Double]
    }

    /// The greatest weighted sum over all packages, smoothed: `heat` times the logarithm of the sum of exponentials.
    ///
    /// The smooth value is not below the greatest, and above it by no more than heat times the logarithm of the number
    /// of packages (as in Nesterov, Mathematical Programming 103, 2005). Without heat a greatest package is taken.
    func peak(_ multipliers: [Double], heat: Double) -> Peak {
        let nodes = nodeEdges.count - 1
        var heights = [Double](repeating: 0, count: nodes)
        var shares = [Double](repeating: 0, count: edgeTo.count)
        let inverse = heat > 0 ? 1 / heat : 0
        for node in stride(from: nodes - 2, through: 0, by: -1) {
            let first = nodeEdges[node]
            let last = nodeEdges[node + 1]
            var most = -Double.infinity
            var best = first
            for edge in first..<last {
                var sum = heights[Int(edgeTo[edge])]
                let row = edge * parties
                for party in 0..<parties { sum += multipliers[party] * points[row + party] }
                shares[edge] = sum
                if sum > most {
                    most = sum
                    best = edge
                }
            }
            if heat > 0 {
                var total = 0.0
                for edge in first..<last {
                    let share = Elementary.exp((shares[edge] - most) * inverse)
                    shares[edge] = share
                    total += share
                }
                heights[node] = most + heat * Elementary.log(total)
                let scale = 1 / total
                for edge in first..<last { shares[edge] *= scale }
            } else {
                heights[node] = most
                for edge in first..<last { shares[edge] = edge == best ? 1 : 0 }
            }
        }
        var value = heights[0]
        for party in 0..<parties { value += multipliers[party] * base[party] }
        return Peak(value: value, gains: gains(shares))
    }

    private func gains(_ shares: [Double]) -> [Double] {
        var gains = base
        var mass = [Double](repeating: 0, count: nodeEdges.count - 1)
        mass[0] = 1
        for node in 0..<(nodeEdges.count - 2) where mass[node] > 0 {
            for edge in nodeEdges[node]..<nodeEdges[node + 1] {
                let share = mass[node] * shares[edge]
                if share < 1e-15 { continue }
                mass[Int(edgeTo[edge])] += share
                let row = edge * parties
                for party in 0..<parties { gains[party] += share * points[row + party] }
            }
        }
        return gains
    }
}
