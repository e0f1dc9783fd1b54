/// Partial packages in a tree of halves, each with the most room that any in it has, lane by lane (Bentley,
/// Communications of the ACM 18, 1975).
struct SearchTree: Sendable {
    /// Partial packages in the order of the leaves.
    private(set) var order: [Int32]
    /// Place in ``order`` → room.
    private(set) var rooms: [Lanes]
    /// Branch → its places; the lesser half is the branch after it, the greater ``second``.
    private(set) var starts: [Int32] = []
    private(set) var ends: [Int32] = []
    /// Branch → its second half, or -1.
    private(set) var second: [Int32] = []
    /// Branch → the most room.
    private(set) var most: [Lanes] = []

    /// The most partial packages in a leaf.
    static let leaf = 8

    init(_ side: SearchSide, context: Int32) {
        order = side.nodes.indices.filter { side.nodes[$0] == context }.map { Int32($0) }
        rooms = order.map { side.rooms[Int($0)] }
        if !order.isEmpty { build(0, order.count) }
    }

    var isEmpty: Bool { order.isEmpty }

    private mutating func build(_ start: Int, _ end: Int) {
        var top = rooms[start]
        var bottom = rooms[start]
        for place in start + 1..<max(end, start + 1) {
            top = top.greater(rooms[place])
            bottom = bottom.lesser(rooms[place])
        }
        let branch = most.count
        starts.append(Int32(start))
        ends.append(Int32(end))
        second.append(-1)
        most.append(top)
        if end - start <= Self.leaf { return }
        var lane = 0
        var widest = -1
        for candidate in 0..<Lanes.count {
            let width = top.room(in: candidate) - bottom.room(in: candidate)
            if width > widest {
                widest = width
                lane = candidate
            }
        }
        if widest == 0 { lane = 0 }
        let middle = split(start, end, lane, bottom.room(in: lane), widest)
        build(start, middle)
        second[branch] = Int32(most.count)
        build(middle, end)
    }

    /// Sorts by one lane far enough that the lesser half comes first.
    private mutating func split(_ start: Int, _ end: Int, _ lane: Int, _ least: Int, _ width: Int) -> Int {
        // The median by counting: stable, and the same everywhere.
        let cells = 256
        var counts = [Int](repeating: 0, count: cells + 1)
        func cell(_ place: Int) -> Int { (rooms[place].room(in: lane) - least) * (cells - 1) / max(1, width) }
        for place in start..<end { counts[cell(place) + 1] += 1 }
        for cell in 0..<cells { counts[cell + 1] += counts[cell] }
        let half = (end - start) / 2
        var boundary = 1
        while boundary < cells && counts[boundary] < half { boundary += 1 }
        // Cells below the boundary are the first half, unless that leaves one half empty.
        var middle = start + counts[boundary]
        if middle == end { boundary -= 1; middle = start + counts[boundary] }
        if middle == start || middle == end { return start + half }
        var lowOrder: [Int32] = []
        var lowRooms: [Lanes] = []
        var highOrder: [Int32] = []
        var highRooms: [Lanes] = []
        for place in start..<end {
            if cell(place) < boundary {
                lowOrder.append(order[place])
                lowRooms.append(rooms[place])
            } else {
                highOrder.append(order[place])
                highRooms.append(rooms[place])
            }
        }
        order.replaceSubrange(start..<end, with: lowOrder + highOrder)
        rooms.replaceSubrange(start..<end, with: lowRooms + highRooms)
        return middle
    }
}
