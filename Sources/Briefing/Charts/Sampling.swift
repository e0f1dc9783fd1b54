/// How many points a chart draws at most; what is named comes on top.
package let drawnLimit = 2_000

/// A fixed sample of indices, in order: the same for the same counts on every machine.
///
/// Each index is ranked by a mixing function of itself (SplitMix64: Steele, Lea and Flood, OOPSLA 2014), so a
/// pattern in the order of the points is not mistaken for a pattern in the points.
///
/// - Complexity: O(n log n).
package func sampledIndices(of count: Int, limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    let ranked = (0..<count).map { (rank: mixed(UInt64($0)), index: $0) }.sorted { $0.rank < $1.rank }
    return ranked.prefix(max(0, limit)).map(\.index).sorted()
}

/// A fixed sample of an ordered curve: evenly spaced, with both ends.
package func spacedIndices(of count: Int, limit: Int) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    guard limit > 1 else { return limit == 1 ? [0] : [] }
    return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
}

private func mixed(_ value: UInt64) -> UInt64 {
    var mix = value &+ 0x9E37_79B9_7F4A_7C15
    mix = (mix ^ (mix >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mix = (mix ^ (mix >> 27)) &* 0x94D0_49BB_1331_11EB
    return mix ^ (mix >> 31)
}
