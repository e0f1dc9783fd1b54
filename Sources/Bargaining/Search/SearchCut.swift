import BigInt

/// A bound in whole numbers: how much of its room each edge uses up.
///
/// For whole multipliers, a package's weighted gains fall short of the greatest by the sum of its edges' uses, none of
/// which is negative. A package whose uses exceed the room stays below every member of the target.
struct SearchCut: Sendable {
    /// Edge → its use.
    let uses: [Int64]
    /// Context → the least use of any way from the root to it.
    let before: [Int64]
    /// The most that a package in question uses; negative: there is none.
    let room: Int64

    /// A certain bound from any multipliers.
    init(_ multipliers: [Double], _ target: SearchTarget, _ ground: SearchGround) {
        let whole = Self.whole(multipliers, ground)
        var heights = [Int64](repeating: 0, count: ground.nodes)
        var uses = [Int64](repeating: 0, count: ground.edges)
        for node in stride(from: ground.nodes - 2, through: 0, by: -1) {
            var most = Int64.min
            let edges = ground.nodeEdges[node]..<ground.nodeEdges[node + 1]
            for edge in edges {
                var sum = heights[Int(ground.edgeTo[edge])]
                for party in 0..<ground.parties {
                    sum += whole[party] * ground.values[edge * ground.columns + party]
                }
                uses[edge] = sum
                most = max(most, sum)
            }
            heights[node] = most
            for edge in edges { uses[edge] = most - uses[edge] }
        }
        var before = [Int64](repeating: .max, count: ground.nodes)
        before[0] = 0
        for edge in uses.indices {
            let target = Int(ground.edgeTo[edge])
            before[target] = min(before[target], before[Int(ground.edgeFrom[edge])] + uses[edge])
        }
        var greatest = heights[0]
        for party in 0..<ground.parties { greatest += whole[party] * ground.base[party] }
        self.uses = uses
        self.before = before
        room = greatest - target.certainSupport(whole)
    }

    /// Multipliers in the same proportions, such that no weighted sum exceeds 2 to the 58.
    private static func whole(_ multipliers: [Double], _ ground: SearchGround) -> [Int64] {
        var size = 0.0
        for party in multipliers.indices { size += multipliers[party] * Double(ground.magnitudes[party]) }
        let scale = 0x1p57 / max(size, 1e-300)
        return multipliers.indices.map { party in
            // Rounding up by one each still leaves room.
            Int64(min((multipliers[party] * scale).rounded(), 0x1p57 / Double(ground.magnitudes[party])))
        }
    }
}
