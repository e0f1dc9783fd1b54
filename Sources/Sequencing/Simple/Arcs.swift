/// The arcs of a distance graph with the places of those that leave and enter each point, side by side in memory.
///
/// An arc from `tail` to `head` of a length says that `head` is at most so long after `tail`.
struct Arcs {
    /// By arc: where it leaves.
    let tails: [Int32]
    /// By arc: where it enters.
    let heads: [Int32]
    /// By arc: its length.
    var lengths: [Int]
    /// By point, the first place in ``leaving``; one more at the end.
    let leavingStarts: [Int32]
    /// The arcs in the order of the points that they leave.
    let leaving: [Int32]
    /// By point, the first place in ``entering``; one more at the end.
    let enteringStarts: [Int32]
    /// The arcs in the order of the points that they enter.
    let entering: [Int32]

    init(points: Int, _ arcs: [(tail: Int, head: Int, length: Int)]) {
        tails = arcs.map { Int32($0.tail) }
        heads = arcs.map { Int32($0.head) }
        lengths = arcs.map(\.length)
        (leavingStarts, leaving) = Self.ordered(by: tails, points: points)
        (enteringStarts, entering) = Self.ordered(by: heads, points: points)
    }

    var pointCount: Int { leavingStarts.count - 1 }

    /// The places of arcs, counted out by the point at one of their ends.
    private static func ordered(by ends: [Int32], points: Int) -> (starts: [Int32], arcs: [Int32]) {
        var starts = [Int32](repeating: 0, count: points + 1)
        for end in ends { starts[Int(end) + 1] += 1 }
        for point in 0..<points { starts[point + 1] += starts[point] }
        var next = starts
        var arcs = [Int32](repeating: 0, count: ends.count)
        for (arc, end) in ends.enumerated() {
            arcs[Int(next[Int(end)])] = Int32(arc)
            next[Int(end)] += 1
        }
        return (starts, arcs)
    }

    /// What ``potential()`` finds.
    enum Search {
        /// By point, a time such that every arc is kept.
        case times([Int])
        /// Arcs that follow each other in a ring of negative length.
        case negativeCycle([Int])
    }

    /// Times that keep every arc, or a ring of arcs that cannot all be kept.
    ///
    /// Bellman and Ford's labelling with a queue from a point before all others. A ring shows itself in the chain
    /// of last improvements, which is looked through once for as many improvements as there are points.
    ///
    /// Complexity: O(points · arcs) at worst; near O(arcs) where few arcs are negative.
    func potential(from start: [Int]? = nil) -> Search {
        let count = pointCount
        var times = start ?? [Int](repeating: 0, count: count)
        var lastArc = [Int32](repeating: -1, count: count)
        var waiting = Array(0..<Int32(count))
        var next: [Int32] = []
        var isWaiting = [Bool](repeating: true, count: count)
        var improvements = 0
        while !waiting.isEmpty {
            next.removeAll(keepingCapacity: true)
            for point in waiting {
                let tail = Int(point)
                isWaiting[tail] = false
                let time = times[tail]
                for place in Int(leavingStarts[tail])..<Int(leavingStarts[tail + 1]) {
                    let arc = Int(leaving[place])
                    let head = Int(heads[arc])
                    guard time + lengths[arc] < times[head] else { continue }
                    times[head] = time + lengths[arc]
                    lastArc[head] = Int32(arc)
                    improvements += 1
                    if !isWaiting[head] {
                        isWaiting[head] = true
                        next.append(Int32(head))
                    }
                }
            }
            if improvements >= count {
                improvements = 0
                if let ring = ring(in: lastArc) { return .negativeCycle(ring) }
            }
            swap(&waiting, &next)
            // There and back: a chain that runs against the order of the points takes two passes, not one a point (Yen 1970).
            waiting.reverse()
        }
        return .times(times)
    }

    /// A ring in the chains of last improvements: it is negative, or the chains would end.
    private func ring(in lastArc: [Int32]) -> [Int]? {
        var mark = [Int32](repeating: -1, count: lastArc.count)
        for start in lastArc.indices where mark[start] < 0 {
            var point = start
            while mark[point] < 0, lastArc[point] >= 0 {
                mark[point] = Int32(start)
                point = Int(tails[Int(lastArc[point])])
            }
            guard lastArc[point] >= 0, mark[point] == Int32(start) else {
                mark[point] = Int32(start)
                continue
            }
            var ring: [Int] = []
            var step = point
            repeat {
                ring.append(Int(lastArc[step]))
                step = Int(tails[Int(lastArc[step])])
            } while step != point
            return ring.reversed()
        }
        return nil
    }
}
