import BigInt

/// All packages as paths through levels of contexts, with every edge's points laid out flat, in 64-bit numbers.
///
/// Contexts and edges are numbered through all levels. A party's points are kept as *coarse* whole numbers, rounded up
/// to a multiple of a power of two where they need more than 34 bits, so that no bound is too low; the exact numbers
/// then follow in further columns, as digits to the base 2 to the 32. Rows of columns are added, never carried: equal
/// rows are equal utilities.
struct SearchGround: Sendable {
    /// The number of parties; their coarse gains are the first columns.
    let parties: Int
    /// All columns of a row.
    let columns: Int
    /// Party → the bits by which its coarse points are shifted.
    let shifts: [Int]
    /// Party → the columns of its exact digits, lowest first; empty where the coarse points are exact.
    let digits: [Range<Int>]
    /// Party → the cap on its gain, if any that can bind.
    let caps: [BigInt?]
    /// What every package earns above no agreement.
    let base: [Int64]
    /// Party → not below the magnitude of any coarse sum.
    let magnitudes: [Int64]

    /// Level → its place in the context graph, which is a position in the order of issues.
    var places: [Int] = []
    /// Level → its first context; the ends stand last, then the number of all contexts.
    var levelNodes: [Int] = [0]
    /// Context → its first edge; one more at the end.
    var nodeEdges: [Int] = [0]
    var edgeFrom: [Int32] = []
    var edgeTo: [Int32] = []
    var edgeOption: [Int32] = []
    /// Edge × column.
    var values: [Int64] = []

    /// The number of levels.
    var depth: Int { places.count }
    /// The number of contexts, the end among them.
    var nodes: Int { nodeEdges.count - 1 }
    /// The number of edges.
    var edges: Int { edgeTo.count }

    /// The edges that leave a level.
    func edges(of level: Int) -> Range<Int> {
        nodeEdges[levelNodes[level]]..<nodeEdges[levelNodes[level + 1]]
    }

    /// The contexts before a level.
    func contexts(of level: Int) -> Range<Int> { levelNodes[level]..<levelNodes[level + 1] }

    /// A party's exact gain in a row, the cap not yet applied.
    func exactSum(_ row: ArraySlice<Int64>, of party: Int) -> BigInt {
        let first = row.startIndex
        if digits[party].isEmpty { return BigInt(row[first + party]) }
        var sum = BigInt(0)
        for column in digits[party].reversed() { sum = (sum << 32) + BigInt(row[first + column]) }
        return sum
    }

    /// The exact gains in a row, under the caps.
    func gains(_ row: ArraySlice<Int64>) -> [BigInt] {
        (0..<parties).map { party in
            let sum = exactSum(row, of: party)
            return caps[party].map { min($0, sum) } ?? sum
        }
    }

    /// A whole number of points in a party's coarse unit, rounded up.
    func coarse(_ points: BigInt, of party: Int) -> BigInt { -(-points).halved(times: shifts[party]) }
}

extension SearchGround {
    /// The columns of one package with the greatest weighted coarse gains, so far as floating point can tell.
    func greatestRow(_ multipliers: [Double]) -> [Int64] {
        var heights = [Double](repeating: 0, count: nodes)
        var choices = [Int](repeating: 0, count: nodes)
        for node in stride(from: nodes - 2, through: 0, by: -1) {
            var most = -Double.infinity
            for edge in nodeEdges[node]..<nodeEdges[node + 1] {
                var sum = heights[Int(edgeTo[edge])]
                for party in 0..<parties {
                    sum += multipliers[party] * Double(values[edge * columns + party])
                }
                if sum > most {
                    most = sum
                    choices[node] = edge
                }
            }
            heights[node] = most
        }
        var row = base
        var node = 0
        while node < nodes - 1 {
            let edge = choices[node]
            for column in 0..<columns { row[column] += values[edge * columns + column] }
            node = Int(edgeTo[edge])
        }
        return row
    }

    /// The same packages with the levels in another order; only whole segments may move.
    func arranged(_ segments: [Range<Int>]) -> SearchGround {
        var result = self
        result.places = []
        result.levelNodes = [0]
        result.nodeEdges = [0]
        result.edgeFrom = []
        result.edgeTo = []
        result.edgeOption = []
        result.values = []
        for segment in segments {
            for level in segment {
                let next = result.levelNodes.last! + contexts(of: level).count
                let shift = next - levelNodes[level + 1]
                for node in contexts(of: level) {
                    for edge in nodeEdges[node]..<nodeEdges[node + 1] {
                        result.edgeFrom.append(Int32(result.nodeEdges.count - 1))
                        result.edgeTo.append(Int32(Int(edgeTo[edge]) + shift))
                        result.edgeOption.append(edgeOption[edge])
                        result.values += values[edge * columns..<(edge + 1) * columns]
                    }
                    result.nodeEdges.append(result.edgeTo.count)
                }
                result.places.append(places[level])
                result.levelNodes.append(next)
            }
        }
        result.nodeEdges.append(result.edgeTo.count)
        result.levelNodes.append(result.levelNodes.last! + 1)
        return result
    }

    /// Runs of levels between single contexts: what happens in one does not depend on any other.
    var segments: [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for level in 0..<depth where contexts(of: level + 1).count == 1 {
            result.append(start..<level + 1)
            start = level + 1
        }
        return result
    }
}
