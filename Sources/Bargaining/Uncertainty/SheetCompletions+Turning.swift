import Dispatch

/// How often one unknown entry alone turns the verdict on a package.
public struct Turning: Hashable, Sendable {
    /// The entry.
    public let unknown: Unknown
    /// The share of completions in which another value of this entry alone, within what the sheet allows, would change
    /// whether somebody is worse off with the package than without agreement.
    public let share: SampledShare
    /// Whether, mostly, a greater value of the entry speaks for the package.
    public let greaterIsBetter: Bool
}

extension SheetCompletions {
    /// For each unknown entry, how often it alone turns the verdict on a package, most often first; entries that never do
    /// are left out.
    ///
    /// An entry in an order moves between its neighbours. A weight in an order moves the others in proportion, since
    /// the total stays; a weight in ranges that sum to a total is made up for by the other ranges, in proportion to the
    /// room they have.
    ///
    /// - Parameter package: an option for each issue.
    /// - Complexity: O(draws · unknowns · issues), over all cores.
    public func turnings(of package: [Int]) -> [Turning] {
        let single = parties.map { $0.acceptance(of: package) }
        guard single.allSatisfy({ $0 != .never }), single.contains(.possibly) else { return [] }
        let plans = parties.indices.map { party in
            VerdictPlan(
                parties[party], self.plans[party], single[party] == .possibly ? [(0, package)] : [])
        }
        let unknowns = self.unknowns
        let chunks = min(blocks, 64)
        // For each chunk and entry: how often a greater value alone is needed, and how often a lesser one.
        var counts = [Int](repeating: 0, count: chunks * unknowns.count * 2)
        counts.withUnsafeMutableBufferPointer { counts in
            nonisolated(unsafe) let counts = counts
            DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
                let turns = BlockTurns(self, plans, package)
                defer { turns.deallocate() }
                for block in (blocks * chunk / chunks)..<(blocks * (chunk + 1) / chunks) {
                    turns.count(block, into: counts.baseAddress! + chunk * unknowns.count * 2)
                }
            }
        }
        var result: [Turning] = []
        for (place, unknown) in unknowns.enumerated() {
            let (up, down) = (0..<chunks).reduce((0, 0)) { sum, chunk in
                let start = (chunk * unknowns.count + place) * 2
                return (sum.0 + counts[start], sum.1 + counts[start + 1])
            }
            guard up + down > 0 else { continue }
            result.append(
                Turning(
                    unknown: unknown, share: SampledShare(count: up + down, of: draws),
                    greaterIsBetter: up >= down))
        }
        return result.enumerated().sorted {
            ($1.element.share.count, $0.offset) < ($0.element.share.count, $1.offset)
        }.map(\.element)
    }
}
