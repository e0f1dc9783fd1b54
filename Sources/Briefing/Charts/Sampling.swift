import Negotiation

/// How many points a chart draws at most; what is named comes on top.
package let drawnLimit = 2_000

/// A fixed sample of indices, in order: the same for the same counts on every machine.
///
/// Each index is ranked by a mixing function of itself, so a
/// pattern in the order of the points is not mistaken for a pattern in the points.
///
/// - Complexity: O(n log n).
package func sampledIndices(of count: Int, limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    let ranked = (0..<count).map { (rank: SplitMix64.mixed(UInt64($0) &+ 0x9E37_79B9_7F4A_7C15), index: $0) }
        .sorted { $0.rank < $1.rank }
    return ranked.prefix(max(0, limit)).map(\.index).sorted()
}

/// A fixed sample of an ordered curve: evenly spaced, with both ends.
package func spacedIndices(of count: Int, limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    guard limit > 1 else { return limit == 1 ? [0] : [] }
    return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
}
