/// A simple temporal network with the earliest and latest time of every point, kept up while one limit after another
/// changes.
///
/// The workbench answers while a deadline is dragged: a change costs what it changes, not the whole network.
/// Feasibility after a limit becomes tighter is repaired by the method of Cotton and Maler (*Fast and flexible difference
/// constraint propagation for DPLL(T)*, SAT 2006); shortest distances after a change by that of Ramalingam and Reps
/// (*An incremental algorithm for a generalization of the shortest-path problem*, J. Algorithms 21, 1996), on the arcs
/// of the tree of shortest paths, since rings of no length are common here.
public struct SimpleTimes: Sendable {
    /// Constraints, by place in the network, that follow each other in a ring and cannot all hold.
    public struct Conflict: Error, Hashable, Sendable {
        /// The constraints, each from where the one before leads to.
        public var constraints: [Int]
        /// How much too short they are together: the ring's length, less than 0.
        public var length: Int
    }

    var arcs: Arcs
    let origin: Int
    /// By point, a time that keeps every arc.
    var potential: [Int]
    /// Distances from the origin: the latest times.
    var ahead: Distances
    /// Distances to the origin: the earliest times, negative.
    var behind: Distances
    /// How many arcs are constraints of the network; those after them say that nothing comes before the origin.
    let constraintCount: Int

    /// Shortest distances in one direction, with the tree of shortest paths.
    struct Distances: Sendable {
        var lengths: [Int]
        /// By point, the arc by which the shortest path comes; -1: none.
        var arcs: [Int32]
    }

    /// A distance where no path leads.
    static let unreached = Int.max / 4

    /// The times of a network without its labels and with every uncontrolled duration free within its range.
    ///
    /// - Throws: ``Conflict`` where no times keep all constraints.
    public init(_ network: TemporalNetwork, origin: Int) throws(Conflict) {
        var all = network.constraints.map { (tail: $0.from, head: $0.to, length: $0.atMost) }
        for link in network.contingentLinks {
            all.append((link.start, link.end, link.greatest))
            all.append((link.end, link.start, -link.least))
        }
        constraintCount = all.count
        for point in network.points.indices where point != origin { all.append((point, origin, 0)) }
        arcs = Arcs(points: network.points.count, all)
        self.origin = origin
        switch arcs.potential() {
        case .negativeCycle(let ring):
            throw Conflict(constraints: ring, length: ring.reduce(0) { $0 + all[$1].length })
        case .times(let times): potential = times
        }
        let none = Distances(
            lengths: .init(repeating: Self.unreached, count: network.points.count),
            arcs: .init(repeating: -1, count: network.points.count))
        ahead = none
        behind = none
        ahead.lengths[origin] = 0
        behind.lengths[origin] = 0
        spread(.ahead, from: [origin])
        spread(.behind, from: [origin])
    }

    /// The earliest time of a point, counted from the origin.
    public func earliest(_ point: Int) -> Int {
        -behind.lengths[point]
    }

    /// The latest time of a point, counted from the origin; nil: it may wait for ever.
    public func latest(_ point: Int) -> Int? {
        ahead.lengths[point] >= Self.unreached ? nil : ahead.lengths[point]
    }

    // MARK: Changing

    /// Changes what one constraint, by place in the network, allows at most.
    ///
    /// - Throws: ``Conflict`` where no times keep all constraints any more; nothing is changed then.
    ///
    /// Complexity: O(m log n) with the points whose times change and the constraints at them, not with all.
    public mutating func change(_ constraint: Int, atMost limit: Int) throws(Conflict) {
        let old = arcs.lengths[constraint]
        arcs.lengths[constraint] = limit
        if limit < old {
            do throws(Conflict) {
                try repairPotential(constraint)
            } catch {
                arcs.lengths[constraint] = old
                throw error
            }
            tighten(constraint, .ahead)
            tighten(constraint, .behind)
        } else if limit > old {
            loosen(constraint, .ahead)
            loosen(constraint, .behind)
        }
    }

    /// Lowers the potential after an arc became shorter; where that comes round to the arc itself, there is a ring.
    private mutating func repairPotential(_ arc: Int) throws(Conflict) {
        let tail = Int(arcs.tails[arc])
        let head = Int(arcs.heads[arc])
        let lowered = potential[tail] + arcs.lengths[arc] - potential[head]
        guard lowered < 0 else { return }
        guard tail != head else { throw Conflict(constraints: [arc], length: arcs.lengths[arc]) }
        var waiting = KeyedHeap(points: arcs.pointCount)
        var changes: [Int: Int] = [head: potential[head] + lowered]
        var by: [Int: Int] = [head: arc]
        var done: [Int: Int] = [:]
        waiting.insert(head, key: lowered)
        while let (point, _) = waiting.popLeast() {
            let time = changes[point]!
            done[point] = time
            for place in Int(arcs.leavingStarts[point])..<Int(arcs.leavingStarts[point + 1]) {
                let next = Int(arcs.leaving[place])
                let end = Int(arcs.heads[next])
                let reached = time + arcs.lengths[next]
                guard done[end] == nil, reached < changes[end] ?? potential[end] else { continue }
                if end == tail {
                    by[end] = next
                    throw conflict(at: tail, by)
                }
                changes[end] = reached
                by[end] = next
                waiting.insert(end, key: reached - potential[end])
            }
        }
        for (point, time) in done { potential[point] = time }
    }

    private func conflict(at point: Int, _ by: [Int: Int]) -> Conflict {
        var ring: [Int] = []
        var step = point
        repeat {
            let arc = by[step]!
            ring.append(arc)
            step = Int(arcs.tails[arc])
        } while step != point
        ring.reverse()
        return Conflict(constraints: ring, length: ring.reduce(0) { $0 + arcs.lengths[$1] })
    }

    enum Direction { case ahead, behind }

    private mutating func tighten(_ arc: Int, _ direction: Direction) {
        let (near, far) = ends(of: arc, direction)
        let known = direction == .ahead ? ahead : behind
        guard known.lengths[near] < Self.unreached,
            known.lengths[near] + arcs.lengths[arc] < known.lengths[far]
        else {
            return
        }
        set(far, known.lengths[near] + arcs.lengths[arc], Int32(arc), direction)
        spread(direction, from: [far])
    }

    /// After an arc became longer: what came by it looks for another way.
    private mutating func loosen(_ arc: Int, _ direction: Direction) {
        let (_, far) = ends(of: arc, direction)
        let known = direction == .ahead ? ahead : behind
        guard known.arcs[far] == Int32(arc) else { return }
        var affected = [far]
        var isAffected: Set<Int> = [far]
        var place = 0
        while place < affected.count {
            let point = affected[place]
            place += 1
            for next in leaving(point, direction) {
                let (_, end) = ends(of: Int(next), direction)
                if known.arcs[end] == next, isAffected.insert(end).inserted { affected.append(end) }
            }
        }
        var seeds: [Int] = []
        for point in affected {
            set(point, Self.unreached, -1, direction)
        }
        for point in affected {
            var best = Self.unreached
            var by: Int32 = -1
            for next in entering(point, direction) {
                let (from, _) = ends(of: Int(next), direction)
                guard !isAffected.contains(from), known.lengths[from] < Self.unreached else { continue }
                let length = known.lengths[from] + arcs.lengths[Int(next)]
                if length < best { (best, by) = (length, next) }
            }
            if by >= 0 {
                set(point, best, by, direction)
                seeds.append(point)
            }
        }
        spread(direction, from: seeds)
    }

    /// Dijkstra's search on lengths made non-negative by the potential (Johnson 1977), from points whose distance is set.
    private mutating func spread(_ direction: Direction, from seeds: [Int]) {
        guard !seeds.isEmpty else { return }
        var waiting = KeyedHeap(points: arcs.pointCount)
        let sign = direction == .ahead ? -1 : 1
        let potential = potential
        var known = Distances(lengths: [], arcs: [])
        // Taken out while it changes: an array that two hold is copied.
        if direction == .ahead { swap(&known, &ahead) } else { swap(&known, &behind) }
        for seed in seeds { waiting.insert(seed, key: known.lengths[seed] + sign * potential[seed]) }
        let starts = direction == .ahead ? arcs.leavingStarts : arcs.enteringStarts
        let list = direction == .ahead ? arcs.leaving : arcs.entering
        let ends = direction == .ahead ? arcs.heads : arcs.tails
        while let (point, _) = waiting.popLeast() {
            let length = known.lengths[point]
            for place in Int(starts[point])..<Int(starts[point + 1]) {
                let arc = Int(list[place])
                let end = Int(ends[arc])
                guard length + arcs.lengths[arc] < known.lengths[end] else { continue }
                known.lengths[end] = length + arcs.lengths[arc]
                known.arcs[end] = Int32(arc)
                waiting.insert(end, key: known.lengths[end] + sign * potential[end])
            }
        }
        if direction == .ahead { swap(&known, &ahead) } else { swap(&known, &behind) }
    }

    private mutating func set(_ point: Int, _ length: Int, _ arc: Int32, _ direction: Direction) {
        if direction == .ahead {
            ahead.lengths[point] = length
            ahead.arcs[point] = arc
        } else {
            behind.lengths[point] = length
            behind.arcs[point] = arc
        }
    }

    /// The end of an arc nearer to the origin in this direction, and the other.
    private func ends(of arc: Int, _ direction: Direction) -> (near: Int, far: Int) {
        let (tail, head) = (Int(arcs.tails[arc]), Int(arcs.heads[arc]))
        return direction == .ahead ? (tail, head) : (head, tail)
    }

    private func leaving(_ point: Int, _ direction: Direction) -> ArraySlice<Int32> {
        direction == .ahead
            ? arcs.leaving[Int(arcs.leavingStarts[point])..<Int(arcs.leavingStarts[point + 1])]
            : arcs.entering[Int(arcs.enteringStarts[point])..<Int(arcs.enteringStarts[point + 1])]
    }

    private func entering(_ point: Int, _ direction: Direction) -> ArraySlice<Int32> {
        leaving(point, direction == .ahead ? .behind : .ahead)
    }
}
