import Negotiation

/// Puts partial packages from both ends together, all pairs that no cut forbids.
struct SearchJoin {
    let ground: SearchGround
    let full: Lanes
    /// Branch pairs and pairs that may still be looked at.
    var steps: Int
    var isCancelled: () -> Bool

    /// The most cores that work at once; what is found does not depend on it.
    let cores: Int

    /// From so many pairs on, work is shared among cores.
    private static var manyPairs: Int { 1 << 24 }
    /// Into how many parts shared work is split, and how many of them are taken on between two looks at the steps left.
    private static let parts = (all: 1_024, wave: 64)

    /// Two branches, one of either tree.
    private typealias BranchPair = (left: Int32, right: Int32)

    /// Offers every pair at one context to a harvest.
    ///
    /// - Returns: false where the steps ran out or the work was cancelled.
    mutating func run(
        _ front: SearchTree, _ ahead: SearchSide, _ back: SearchTree, _ behind: SearchSide,
        _ harvest: inout SearchHarvest
    ) -> Bool {
        if front.isEmpty || back.isEmpty { return true }
        let halves = Halves(front: front, ahead: ahead, back: back, behind: behind, full: full)
        if front.order.count * back.order.count < Self.manyPairs {
            return search([(0, 0)], halves, &harvest)
        }
        let parts = split(halves)
        for start in stride(from: 0, to: parts.count, by: Self.parts.wave) {
            if steps <= 0 || isCancelled() { return false }
            // Each part has its share of what is left, so that where it ends does not depend on the others.
            var own = self
            own.steps = max(1, steps / Self.parts.wave)
            let most = own.steps
            let empty = harvest.emptied
            let wave = Array(parts[start..<min(start + Self.parts.wave, parts.count)])
            let found = Cores.map(wave, cores: cores) { pair in
                var join = own
                var harvest = empty
                let isWhole = join.search([pair], halves, &harvest)
                return (harvest: harvest, used: most - join.steps, isWhole: isWhole)
            }
            for (part, pair) in zip(found, wave) {
                steps -= part.used
                if part.isWhole {
                    harvest.add(part.harvest)
                } else if !search([pair], halves, &harvest) {
                    // Larger than the others, and than all that was left.
                    return false
                }
            }
            if harvest.isSatisfied { return true }
        }
        return true
    }

    /// Pairs of branches that no cut forbids, which together hold all such pairs; as many as make the work even.
    private mutating func split(_ halves: Halves) -> [BranchPair] {
        var parts: [BranchPair] = [(0, 0)]
        var grows = true
        while grows && parts.count < Self.parts.all {
            grows = false
            var next: [BranchPair] = []
            for pair in parts {
                steps -= 1
                if halves.isForbidden(pair) { continue }
                if let (first, second) = halves.split(pair) {
                    next += [first, second]
                    grows = true
                } else {
                    next.append(pair)
                }
            }
            parts = next
        }
        return parts
    }

    /// Offers every pair below some pairs of branches.
    private mutating func search(
        _ pairs: [BranchPair], _ halves: Halves, _ harvest: inout SearchHarvest
    ) -> Bool {
        let columns = ground.columns
        let (front, back) = (halves.front, halves.back)
        let (ahead, behind) = (halves.ahead, halves.behind)
        var stack = pairs
        var row = [Int64](repeating: 0, count: columns)
        var untilAsked = 1 << 16
        while let pair = stack.popLast() {
            steps -= 1
            if halves.isForbidden(pair) { continue }
            if steps <= 0 { return false }
            untilAsked -= 1
            if untilAsked == 0 {
                if isCancelled() { return false }
                untilAsked = 1 << 16
            }
            if let (first, second) = halves.split(pair) {
                stack.append(second)
                stack.append(first)
                continue
            }
            let lefts = Int(front.starts[Int(pair.left)])..<Int(front.ends[Int(pair.left)])
            let rights = Int(back.starts[Int(pair.right)])..<Int(back.ends[Int(pair.right)])
            for one in lefts {
                let rest = front.rooms[one]
                for other in rights {
                    if !(rest &- halves.backUses[other]).isSound { continue }
                    let pair = SearchHarvest.Pair(ahead: front.order[one], behind: back.order[other])
                    let first = Int(pair.ahead) * columns
                    let second = Int(pair.behind) * columns
                    for column in 0..<columns {
                        row[column] = ahead.rows[first + column] + behind.rows[second + column]
                    }
                    harvest.offer(pair, row, ground)
                }
            }
            steps -= lefts.count * rights.count
            if harvest.isSatisfied { return true }
        }
        return true
    }

    /// Partial packages from both ends, and what those behind use.
    private struct Halves {
        let front: SearchTree
        let ahead: SearchSide
        let back: SearchTree
        let behind: SearchSide
        /// Place among those behind → what it uses.
        let backUses: [Lanes]
        /// Branch of those behind → the least that any of them uses.
        let backLeast: [Lanes]

        init(front: SearchTree, ahead: SearchSide, back: SearchTree, behind: SearchSide, full: Lanes) {
            self.front = front
            self.ahead = ahead
            self.back = back
            self.behind = behind
            backUses = back.rooms.map { full &- $0 }
            backLeast = back.most.map { full &- $0 }
        }

        /// Whether all pairs of two branches use more than there is room for.
        @inline(__always)
        func isForbidden(_ pair: BranchPair) -> Bool {
            !(front.most[Int(pair.left)] &- backLeast[Int(pair.right)]).isSound
        }

        /// The larger of two branches in its halves; `nil`: both are leaves.
        @inline(__always)
        func split(_ pair: BranchPair) -> (BranchPair, BranchPair)? {
            let (left, right) = (Int(pair.left), Int(pair.right))
            let leftSecond = front.second[left]
            let rightSecond = back.second[right]
            let isLeft =
                rightSecond < 0
                || front.ends[left] - front.starts[left] >= back.ends[right] - back.starts[right]
            if leftSecond >= 0 && isLeft {
                return ((pair.left + 1, pair.right), (leftSecond, pair.right))
            }
            if rightSecond >= 0 { return ((pair.left, pair.right + 1), (pair.left, rightSecond)) }
            return nil
        }
    }
}
