/// How full a block of a tree is, and the next block of the same cell, or -1.
struct PointTreeLink {
    var fill: Int32
    var next: Int32
}

/// Fewer bits for keys of each coordinate, so that vector instructions compare more of them at once.
///
/// What is greater never becomes less: so what is less stays a proof.
struct CoarseKeys<Row: KeyRow>: Sendable {
    private let least: Row
    private let most: Int32
    private let shifts: Row

    /// - Parameters:
    ///   - least: where keys begin to be told apart.
    ///   - greatest: where they end.
    ///   - bits: how many are left.
    init(from least: Row, to greatest: Row, bits: Int32) {
        self.least = least
        most = (1 << bits) - 1
        var shifts = Row.zero
        for part in 0..<Row.scalarCount {
            while (greatest[part] - least[part]) >> shifts[part] > most { shifts[part] += 1 }
        }
        self.shifts = shifts
    }

    /// A key with fewer bits.
    @inline(__always)
    func key(_ row: Row, _ part: Int) -> Int32 {
        min(max(row[part] &- least[part], 0) &>> shifts[part], most)
    }
}

/// Room for one question after another, and the block that had the last answer: it may well have the next.
struct PointTreeNotes {
    fileprivate let keys: UnsafeMutablePointer<SIMD16<Int8>>
    fileprivate let stack: UnsafeMutablePointer<Int32>
    /// A block of the same tree, -1 at first. Rows are never taken away, so that what a block held is there, too, after a
    /// tree was divided again.
    fileprivate var last = -1

    /// Calls `body` with room for questions.
    static func with<Result>(dimension: Int, _ body: (inout PointTreeNotes) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: SIMD16<Int8>.self, capacity: dimension) { keys in
            // Eight levels of sixteen: more than there is memory for.
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 8 * 16) { stack in
                var notes = PointTreeNotes(keys: keys.baseAddress!, stack: stack.baseAddress!)
                return body(&notes)
            }
        }
    }
}

/// Asks questions of a ``PointTree`` that does not change meanwhile.
struct PointTreeReader<Row: KeyRow> {
    typealias Lanes = SIMD16<Int8>

    let dimension: Int
    let isEmpty: Bool
    let coarse: CoarseKeys<Row>
    let firstBlocks: UnsafeBufferPointer<Int32>
    let groups: UnsafeBufferPointer<UnsafeMutablePointer<Lanes>>
    let points: UnsafeMutablePointer<Lanes>
    let exact: UnsafeMutablePointer<Row>
    let links: UnsafeMutablePointer<PointTreeLink>

    /// Whether some row of the tree is nowhere less than another.
    @inline(__always)
    func covers(_ row: Row, _ notes: inout PointTreeNotes) -> Bool { search(row, &notes, strictly: false) }

    /// Whether some row of the tree is nowhere less than another and greater somewhere.
    @inline(__always)
    func dominates(_ row: Row, _ notes: inout PointTreeNotes) -> Bool { search(row, &notes, strictly: true) }

    @inline(__always)
    private func search(_ row: Row, _ notes: inout PointTreeNotes, strictly: Bool) -> Bool {
        if isEmpty { return false }
        let keys = notes.keys
        for part in 0..<dimension {
            keys[part] = Lanes(repeating: Int8(truncatingIfNeeded: coarse.key(row, part)))
        }
        if notes.last >= 0 && holds(row, keys, block: notes.last, strictly) { return true }
        let stack = notes.stack
        // Each entry: a group's level in the lowest bits, then its number.
        var waiting = 1
        stack[0] = Int32(groups.count - 1)
        while waiting > 0 {
            waiting -= 1
            let level = Int(stack[waiting] & 7)
            let group = Int(stack[waiting] >> 3)
            var members = reaching(groups[level] + group * dimension, keys)
            while members != 0 {
                let member = group * 16 + members.trailingZeroBitCount
                members &= members - 1
                if level > 0 {
                    stack[waiting] = Int32(truncatingIfNeeded: member << 3 | (level - 1))
                    waiting += 1
                    continue
                }
                var block = Int(firstBlocks[member])
                while block >= 0 {
                    if holds(row, keys, block: block, strictly) {
                        notes.last = block
                        return true
                    }
                    block = Int(links[block].next)
                }
            }
        }
        return false
    }

    /// One bit for each of sixteen that is nowhere less than some keys.
    @inline(__always)
    private func reaching(
        _ lanes: UnsafeMutablePointer<Lanes>, _ keys: UnsafeMutablePointer<Lanes>
    ) -> UInt64 {
        var below = lanes[0] &- keys[0]
        for part in 1..<dimension { below |= lanes[part] &- keys[part] }
        let words = unsafeBitCast(below, to: SIMD2<UInt64>.self)
        // The multiplication brings eight bits together in the highest byte.
        let low = ((~words.x >> 7) & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080
        let high = ((~words.y >> 7) & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080
        return low >> 56 | (high >> 56) << 8
    }

    /// Whether a block has a row nowhere less than another (and, strictly, not the same).
    @inline(__always)
    private func holds(
        _ row: Row, _ keys: UnsafeMutablePointer<Lanes>, block: Int, _ strictly: Bool
    ) -> Bool {
        var places = reaching(points + block * dimension, keys)
        while places != 0 {
            let other = exact[block * 16 + places.trailingZeroBitCount]
            places &= places - 1
            if other.covers(row) && !(strictly && other == row) { return true }
        }
        return false
    }
}
