/// Puts partial packages from both ends together, all pairs that no cut forbids.
struct SearchJoin {
    let ground: SearchGround
    let full: Lanes
    /// Branch pairs and pairs that may still be looked at.
    var steps: Int
    var isCancelled: () -> Bool

    /// Offers every pair at one context to a harvest.
    ///
    /// - Returns: false where the steps ran out or the work was cancelled.
    mutating func run(
        _ front: SearchTree, _ ahead: SearchSide, _ back: SearchTree, _ behind: SearchSide,
        _ harvest: inout SearchHarvest
    ) -> Bool {
        if front.isEmpty || back.isEmpty { return true }
        let columns = ground.columns
        let frontRooms = front.rooms
        let backUses = back.rooms.map { full &- $0 }
        let frontMost = front.most
        let backLeast = back.most.map { full &- $0 }
        var stack: [(Int32, Int32)] = [(0, 0)]
        var row = [Int64](repeating: 0, count: columns)
        var untilAsked = 1 << 16
        while let (left, right) = stack.popLast() {
            steps -= 1
            if !(frontMost[Int(left)] &- backLeast[Int(right)]).isSound { continue }
            if steps <= 0 { return false }
            untilAsked -= 1
            if untilAsked == 0 {
                if isCancelled() { return false }
                untilAsked = 1 << 16
            }
            let leftSecond = front.second[Int(left)]
            let rightSecond = back.second[Int(right)]
            let leftStart = Int(front.starts[Int(left)])
            let leftEnd = Int(front.ends[Int(left)])
            let rightStart = Int(back.starts[Int(right)])
            let rightEnd = Int(back.ends[Int(right)])
            if leftSecond >= 0 && (rightSecond < 0 || leftEnd - leftStart >= rightEnd - rightStart) {
                stack.append((leftSecond, right))
                stack.append((left + 1, right))
                continue
            }
            if rightSecond >= 0 {
                stack.append((left, rightSecond))
                stack.append((left, right + 1))
                continue
            }
            for one in leftStart..<leftEnd {
                let rest = frontRooms[one]
                for other in rightStart..<rightEnd {
                    if !(rest &- backUses[other]).isSound { continue }
                    let pair = SearchHarvest.Pair(ahead: front.order[one], behind: back.order[other])
                    let first = Int(pair.ahead) * columns
                    let second = Int(pair.behind) * columns
                    for column in 0..<columns {
                        row[column] = ahead.rows[first + column] + behind.rows[second + column]
                    }
                    harvest.offer(pair, row, ground)
                }
            }
            steps -= (leftEnd - leftStart) * (rightEnd - rightStart)
            if harvest.isSatisfied { return true }
        }
        return true
    }
}
