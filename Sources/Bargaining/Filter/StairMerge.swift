/// One step of a two-dimensional frontier: `x` strictly descends, `y` strictly ascends from step to step.
struct Stair<S: Scalar, C: Tally>: Sendable {
    var x: S
    var y: S
    var count: C
}

/// Merges two-dimensional frontiers that are already in order, instead of sorting their union.
struct StairMerge<S: Scalar, C: Tally> {
    /// Frontiers, one after another.
    var steps: [Stair<S, C>] = []
    /// Where each frontier ends in ``steps``.
    var ends: [Int] = []
    private var other: [Stair<S, C>] = []
    private var otherEnds: [Int] = []

    /// Forgets what was merged but keeps the memory.
    mutating func clear() {
        steps.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Ends the frontier whose steps were appended last; an empty one is forgotten.
    mutating func close() {
        if steps.count > (ends.last ?? 0) { ends.append(steps.count) }
    }

    /// Leaves in ``steps`` the frontier of the union, the counts of equal steps added.
    ///
    /// - Complexity: O(n log k) for k frontiers of n steps together.
    mutating func mergeAll() {
        while ends.count > 1 {
            other.removeAll(keepingCapacity: true)
            otherEnds.removeAll(keepingCapacity: true)
            other.reserveCapacity(steps.count)
            var start = 0
            var index = 0
            while index < ends.count {
                if index + 1 < ends.count {
                    merge(start, ends[index], ends[index + 1])
                    start = ends[index + 1]
                    index += 2
                } else {
                    other.append(contentsOf: steps[start..<ends[index]])
                    index += 1
                }
                otherEnds.append(other.count)
            }
            swap(&steps, &other)
            swap(&ends, &otherEnds)
        }
    }

    private mutating func merge(_ start: Int, _ middle: Int, _ end: Int) {
        var a = start
        var b = middle
        let base = other.count
        steps.withUnsafeBufferPointer { steps in
            while a < middle || b < end {
                var step: Stair<S, C>
                if b >= end {
                    step = steps[a]
                    a += 1
                } else if a >= middle {
                    step = steps[b]
                    b += 1
                } else if steps[a].x == steps[b].x {
                    // Of two steps with the same x the higher stays; equal ones are the same vector.
                    step = steps[a]
                    if steps[b].y > step.y {
                        step = steps[b]
                    } else if steps[b].y == step.y {
                        step.count += steps[b].count
                    }
                    a += 1
                    b += 1
                } else if steps[a].x > steps[b].x {
                    step = steps[a]
                    a += 1
                } else {
                    step = steps[b]
                    b += 1
                }
                if other.count == base || step.y > other[other.count - 1].y { other.append(step) }
            }
        }
    }
}
