/// Whether a network with uncontrolled durations can be executed whatever they turn out to be, deciding as they become
/// known, at once.
///
/// The rules are those of Cairo, Hunsberger and Rizzi (*Faster dynamic controllability checking for simple temporal networks with
/// uncertainty*, TIME 2018): from the end of each uncontrolled duration, paths are followed backwards as long as they are
/// shorter than the duration's span; what lies just beyond may not wait for the end, so a new arc binds it to the
/// duration's start, as the shortest time binds what lies before. The order is that of Morris (*Dynamic controllability and dispatchability relationships*, CPAIOR
/// 2014): a search that meets the start of another duration waits for that one, and if each waits for the other, a
/// semi-reducible ring of negative length has been found. A potential keeps all lengths non-negative, so that every
/// search is Dijkstra's.
///
/// Complexity: k uncontrolled durations take at most k² searches of O(m + n log n), since each begins again at most once for
/// every other that it meets; most take one.
struct DynamicSearch: ~Copyable {
    private let count: Int
    // Arcs in two lists a point, in memory of their own: they grow while the search runs.
    private var tails: [Int32] = []
    private var heads: [Int32] = []
    private var lengths: [Int] = []
    /// By arc: the duration whose least time it is, else -1.
    private var lowerOf: [Int32] = []
    private var nextEntering: [Int32] = []
    private var nextLeaving: [Int32] = []
    private var firstEntering: [Int32]
    private var firstLeaving: [Int32]
    private let links: [TemporalNetwork.ContingentLink]
    /// By point: the durations that begin there.
    private var begins: [[Int32]]
    private var potential: [Int]
    private var state: [State]
    private var heap: KeyedHeap

    private enum State { case untouched, underWay, done }

    /// A search over constraints and durations; labels count for nothing.
    init(
        points: Int, _ constraints: some Sequence<TemporalNetwork.Constraint>,
        _ links: [TemporalNetwork.ContingentLink]
    ) {
        count = points
        self.links = links
        firstEntering = .init(repeating: -1, count: points)
        firstLeaving = .init(repeating: -1, count: points)
        begins = .init(repeating: [], count: points)
        state = .init(repeating: .untouched, count: links.count)
        potential = .init(repeating: 0, count: points)
        heap = KeyedHeap(points: points)
        distance = .init(repeating: Self.unreached, count: points)
        lowered = .init(repeating: Self.unreached, count: points)
        for constraint in constraints { add(constraint.from, constraint.to, constraint.atMost) }
        for (place, link) in links.enumerated() {
            begins[link.start].append(Int32(place))
            add(link.start, link.end, link.greatest)
            add(link.end, link.start, -link.least)
            add(link.start, link.end, link.least, lowerOf: place)
        }
    }

    private mutating func add(_ tail: Int, _ head: Int, _ length: Int, lowerOf link: Int = -1) {
        let arc = Int32(tails.count)
        tails.append(Int32(tail))
        heads.append(Int32(head))
        lengths.append(length)
        lowerOf.append(Int32(link))
        nextEntering.append(firstEntering[head])
        firstEntering[head] = arc
        nextLeaving.append(firstLeaving[tail])
        firstLeaving[tail] = arc
    }

    /// Whether the network is dynamically controllable with instantaneous reaction.
    mutating func isControllable() -> Bool {
        guard makePotential() else { return false }
        var stack: [Int] = []
        for link in links.indices where state[link] == .untouched {
            stack.append(link)
            state[link] = .underWay
            while let top = stack.last {
                switch follow(top) {
                case .done:
                    state[top] = .done
                    stack.removeLast()
                case .needs(let other):
                    guard state[other] == .untouched else { return false }
                    state[other] = .underWay
                    stack.append(other)
                case .ring: return false
                }
            }
        }
        return true
    }

    /// By point: how long after another one it can be at the latest, once ``isControllable()`` has said that it is; nil: no limit.
    ///
    /// The arcs that the search has added are what uncontrolled durations ask of the rest, so shortest paths over them and
    /// the constraints say how far executions reach in which everything can still be kept.
    mutating func latest(after origin: Int) -> [Int?] {
        var reached = [Int](repeating: Self.unreached, count: count)
        reached[origin] = 0
        heap.removeAll()
        heap.insert(origin, key: -potential[origin])
        while let (point, _) = heap.popLeast() {
            var arc = Int(firstLeaving[point])
            while arc >= 0 {
                let head = Int(heads[arc])
                let time = reached[point] + lengths[arc]
                // That a duration may be at its shortest limits nothing.
                if lowerOf[arc] < 0, time < reached[head] {
                    reached[head] = time
                    heap.insert(head, key: time - potential[head])
                }
                arc = Int(nextLeaving[arc])
            }
        }
        return reached.map { $0 == Self.unreached ? nil : $0 }
    }

    /// What must come before the end of a duration, at its shortest, as constraints on its start, once ``isControllable()`` has said
    /// that it is: Morris's reduction of lower cases.
    mutating func boundsBeforeEnds() -> [TemporalNetwork.Constraint] {
        var result: [TemporalNetwork.Constraint] = []
        for link in links where link.least < link.greatest {
            distance[link.end] = 0
            touched.append(Int32(link.end))
            heap.insert(link.end, key: -potential[link.end])
            while let (point, _) = heap.popLeast() {
                let length = distance[point]
                // What may be at the end or after it can wait for the news.
                if length < 0 {
                    if point != link.start {
                        result.append(.init(from: link.start, to: point, atMost: link.least + length))
                    }
                    continue
                }
                var arc = Int(firstLeaving[point])
                while arc >= 0 {
                    let head = Int(heads[arc])
                    let reached = length + lengths[arc]
                    if lowerOf[arc] < 0, reached < distance[head] {
                        if distance[head] == Self.unreached { touched.append(Int32(head)) }
                        distance[head] = reached
                        heap.insert(head, key: reached - potential[head])
                    }
                    arc = Int(nextLeaving[arc])
                }
            }
            for point in touched { distance[Int(point)] = Self.unreached }
            touched.removeAll(keepingCapacity: true)
        }
        return result
    }

    // MARK: Potential

    /// Bellman and Ford's labelling with a queue; false where a ring is negative.
    private mutating func makePotential() -> Bool {
        var waiting = (0..<Int32(count)).map { $0 }
        var next: [Int32] = []
        var isWaiting = [Bool](repeating: true, count: count)
        // A shortest path has fewer arcs than there are points.
        var passes = 0
        while !waiting.isEmpty {
            guard passes <= count else { return false }
            passes += 1
            next.removeAll(keepingCapacity: true)
            for point in waiting {
                let tail = Int(point)
                isWaiting[tail] = false
                let time = potential[tail]
                var arc = Int(firstLeaving[tail])
                while arc >= 0 {
                    let head = Int(heads[arc])
                    let reached = time + lengths[arc]
                    if reached < potential[head] {
                        potential[head] = reached
                        if !isWaiting[head] {
                            isWaiting[head] = true
                            next.append(Int32(head))
                        }
                    }
                    arc = Int(nextLeaving[arc])
                }
            }
            swap(&waiting, &next)
            // There and back: a chain that runs against the order of the points takes two passes, not one a point (Yen 1970).
            waiting.reverse()
        }
        return true
    }

    /// Lowers the potential of a point to what new arcs into it allow, and of all that follows; false where that comes
    /// round to the point itself.
    private mutating func lower(_ start: Int, to time: Int) -> Bool {
        guard time < potential[start] else { return true }
        lowered[start] = time
        heap.insert(start, key: time - potential[start])
        while let (point, _) = heap.popLeast() {
            // Taken in the order of how much they fall, each point falls once.
            let time = lowered[point]
            potential[point] = time
            lowered[point] = Self.unreached
            var arc = Int(firstLeaving[point])
            while arc >= 0 {
                let head = Int(heads[arc])
                let reached = time + lengths[arc]
                if reached < potential[head], reached < lowered[head] {
                    if head == start {
                        heap.removeAll()
                        return false
                    }
                    lowered[head] = reached
                    heap.insert(head, key: reached - potential[head])
                }
                arc = Int(nextLeaving[arc])
            }
        }
        return true
    }

    /// By point, while potentials fall: what it will be.
    private var lowered: [Int]

    // MARK: Following back

    private static let unreached = Int.max / 4

    private enum Outcome {
        case done, ring
        case needs(Int)
    }

    private var distance: [Int]
    private var touched: [Int32] = []
    private var bound: [(point: Int32, length: Int)] = []

    /// Follows paths back from the end of a duration.
    private mutating func follow(_ place: Int) -> Outcome {
        let link = links[place]
        let span = link.greatest - link.least
        defer {
            for point in touched { distance[Int(point)] = Self.unreached }
            touched.removeAll(keepingCapacity: true)
            heap.removeAll()
        }
        bound.removeAll(keepingCapacity: true)
        distance[link.end] = 0
        touched.append(Int32(link.end))
        heap.insert(link.end, key: potential[link.end])
        while let (point, _) = heap.popLeast() {
            let length = distance[point]
            if length >= span {
                if point == link.start {
                    if length < link.greatest { return .ring }
                } else {
                    bound.append((Int32(point), length - link.greatest))
                }
                continue
            }
            if point == link.start { return .ring }
            // It waits for the end or longer than the shortest time, so for the shortest time in any case.
            if length > 0 { bound.append((Int32(point), -link.least)) }
            for other in begins[point] where state[Int(other)] != .done { return .needs(Int(other)) }
            var arc = Int(firstEntering[point])
            while arc >= 0 {
                let tail = Int(tails[arc])
                let reached = length + lengths[arc]
                // The least time of a duration says nothing about paths to its own greatest time.
                if reached < distance[tail], lowerOf[arc] != Int32(place) {
                    if distance[tail] == Self.unreached { touched.append(Int32(tail)) }
                    distance[tail] = reached
                    heap.insert(tail, key: reached + potential[tail])
                }
                arc = Int(nextEntering[arc])
            }
        }
        var time = potential[link.start]
        for (point, length) in bound {
            add(Int(point), link.start, length)
            time = min(time, potential[Int(point)] + length)
        }
        return lower(link.start, to: time) ? .done : .ring
    }
}
