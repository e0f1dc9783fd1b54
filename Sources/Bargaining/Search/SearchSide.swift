/// One choice on the way to a partial package: from which one, by which option, to which one.
struct SearchLink: Sendable {
    var from: Int32
    var option: Int32
    var to: Int32
}

/// Partial packages from one end of the levels, all that may still be part of a package in question.
struct SearchSide: Sendable {
    /// Whether this is the root's end.
    let ahead: Bool
    /// Partial package → its context.
    var nodes: [Int32]
    /// Partial package → room left.
    var rooms: [Lanes]
    /// Partial package × column.
    var rows: [Int64]
    /// Step → the links that it added; equal partial packages are one, with several links.
    var links: [[SearchLink]] = []
    /// Step → partial packages after it; before all steps there is one.
    var counts = [1]
    /// Whether some were left out to stay within a width.
    var isThinned = false

    var count: Int { nodes.count }

    /// Nothing chosen yet.
    init(ahead: Bool, _ ground: SearchGround, _ room: SearchRoom) {
        self.ahead = ahead
        nodes = [ahead ? 0 : Int32(ground.nodes - 1)]
        rooms = [room.full]
        rows = ahead ? ground.base : [Int64](repeating: 0, count: ground.columns)
    }

    /// Settles one more level.
    ///
    /// - Parameters:
    ///   - most: the most partial packages.
    ///   - thins: whether the roomiest are kept where there are more.
    /// - Returns: false where there are more and none may be left out.
    mutating func extend(
        over level: Int, _ ground: SearchGround, _ room: SearchRoom, most: Int, thins: Bool
    ) -> Bool {
        let columns = ground.columns
        let (starts, edges) = ground.steps(over: level, ahead: ahead, room)
        let offset = ahead ? ground.levelNodes[level] : ground.levelNodes[level + 1]
        let uses = room.uses
        let before = room.before
        let values = ground.values
        let ends = ahead ? ground.edgeTo : ground.edgeFrom
        let hasContexts = !ahead && ground.contexts(of: level).count > 1
        var nodes: [Int32] = []
        var rooms: [Lanes] = []
        var rows: [Int64] = []
        var links: [SearchLink] = []
        let limit = thins ? 8 * most : most
        for state in self.nodes.indices {
            let node = Int(self.nodes[state]) - offset
            let rest = self.rooms[state]
            for step in starts[node]..<starts[node + 1] {
                let edge = Int(edges[step])
                let left = rest &- uses[edge]
                if !left.isSound { continue }
                // From the end, every way from the root must still fit.
                if hasContexts, !(left &- before[Int(ends[edge])]).isSound { continue }
                if nodes.count >= limit {
                    if !thins { return false }
                    isThinned = true
                    break
                }
                links.append(
                    SearchLink(from: Int32(state), option: ground.edgeOption[edge], to: Int32(nodes.count)))
                nodes.append(ends[edge])
                rooms.append(left)
                let row = state * columns
                let shift = edge * columns
                for column in 0..<columns { rows.append(self.rows[row + column] + values[shift + column]) }
            }
        }
        self.nodes = nodes
        self.rooms = rooms
        self.rows = rows
        merge(&links, columns)
        if thins && count > most { thin(to: most, &links, columns) }
        self.links.append(links)
        counts.append(count)
        return true
    }

    /// Makes partial packages one that have the same context and the same points.
    private mutating func merge(_ links: inout [SearchLink], _ columns: Int) {
        // Where a sample has no two alike, the rest hardly has.
        let sample = 512
        if count > 4 * sample {
            var index = StateIndex()
            var merged = 0
            for state in 0..<sample where index.find(state, self, columns) != state { merged += 1 }
            if merged == 0 && !hasRepeats(columns) { return }
        }
        var index = StateIndex()
        var numbers = [Int32](repeating: 0, count: count)
        var kept: [Int] = []
        for state in 0..<count {
            let known = index.find(state, self, columns)
            if known == state {
                numbers[state] = Int32(kept.count)
                kept.append(state)
            } else {
                numbers[state] = numbers[known]
            }
        }
        if kept.count == count { return }
        keep(kept, columns)
        for link in links.indices { links[link].to = numbers[Int(links[link].to)] }
    }

    /// Whether partial packages from all over the list are alike.
    private func hasRepeats(_ columns: Int) -> Bool {
        var index = StateIndex()
        var state = 0
        while state < count {
            if index.find(state, self, columns) != state { return true }
            state += max(1, count / 2_048)
        }
        return false
    }

    private mutating func keep(_ kept: [Int], _ columns: Int) {
        nodes = kept.map { nodes[$0] }
        rooms = kept.map { rooms[$0] }
        var rows: [Int64] = []
        rows.reserveCapacity(kept.count * columns)
        for state in kept { rows += self.rows[state * columns..<(state + 1) * columns] }
        self.rows = rows
    }

    /// Keeps those with the most room where they have least.
    private mutating func thin(to most: Int, _ links: inout [SearchLink], _ columns: Int) {
        isThinned = true
        let least = rooms.map(\.least)
        let order = least.indices.sorted { (least[$1], $0) < (least[$0], $1) }
        let kept = order.prefix(most).sorted()
        var numbers = [Int32](repeating: -1, count: count)
        for (number, state) in kept.enumerated() { numbers[state] = Int32(number) }
        keep(kept, columns)
        links = links.compactMap { link in
            let to = numbers[Int(link.to)]
            return to < 0 ? nil : SearchLink(from: link.from, option: link.option, to: to)
        }
    }
}

/// Finds partial packages with the same context and points.
private struct StateIndex {
    private var slots = [Int32](repeating: -1, count: 1_024)
    private var used = 0
    private var hashes: [UInt64] = [UInt64](repeating: 0, count: 1_024)

    /// The first partial package like this one, which may be itself.
    mutating func find(_ state: Int, _ side: SearchSide, _ columns: Int) -> Int {
        if used * 2 >= slots.count { grow() }
        let row = state * columns
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(UInt32(bitPattern: side.nodes[state]))
        for column in 0..<columns {
            hash ^= UInt64(bitPattern: side.rows[row + column])
            hash = hash &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 1) & mask
        search: while slots[slot] >= 0 {
            if hashes[slot] == hash {
                let other = Int(slots[slot])
                var equal = side.nodes[other] == side.nodes[state]
                for column in 0..<columns where side.rows[other * columns + column] != side.rows[row + column]
                {
                    equal = false
                }
                if equal { return other }
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(state)
        hashes[slot] = hash
        used += 1
        return state
    }

    private mutating func grow() {
        let old = slots
        let oldHashes = hashes
        slots = [Int32](repeating: -1, count: old.count * 2)
        hashes = [UInt64](repeating: 0, count: old.count * 2)
        let mask = slots.count - 1
        for (place, state) in old.enumerated() where state >= 0 {
            var slot = Int(truncatingIfNeeded: oldHashes[place] >> 1) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = state
            hashes[slot] = oldHashes[place]
        }
    }
}

extension SearchGround {
    /// The open edges over a level by the context they are taken from, seen from one end.
    fileprivate func steps(over level: Int, ahead: Bool, _ room: SearchRoom) -> (
        starts: [Int], edges: [Int32]
    ) {
        let origin = contexts(of: ahead ? level : level + 1)
        let keys = ahead ? edgeFrom : edgeTo
        let open = edges(of: level).filter { room.isOpen[$0] }
        var starts = [Int](repeating: 0, count: origin.count + 1)
        for edge in open { starts[Int(keys[edge]) - origin.lowerBound + 1] += 1 }
        for node in origin.indices {
            starts[node - origin.lowerBound + 1] += starts[node - origin.lowerBound]
        }
        var fill = starts
        var sorted = [Int32](repeating: 0, count: open.count)
        for edge in open {
            let node = Int(keys[edge]) - origin.lowerBound
            sorted[fill[node]] = Int32(edge)
            fill[node] += 1
        }
        return (starts, sorted)
    }
}
