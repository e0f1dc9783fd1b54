/// Room left under many cuts at once: 32 lanes of 15 bits, each below a guard bit.
///
/// Taking a use from the room clears the guard of a lane that has too little (Lamport, Communications of the ACM 18,
/// 1975, on several small numbers in one word). Uses are rounded down and room is not, so that nothing in question is lost.
typealias Lanes = SIMD8<UInt64>

extension Lanes {
    static let count = 32
    static let guards = Lanes(repeating: 0x8000_8000_8000_8000)

    /// Whether no lane has too little.
    @inline(__always) var isSound: Bool {
        let four = lowHalf & highHalf
        let two = four.lowHalf & four.highHalf
        return (two[0] & two[1]) & 0x8000_8000_8000_8000 == 0x8000_8000_8000_8000
    }

    /// Lane by lane the greater of two rooms, both sound.
    @inline(__always) func greater(_ other: Lanes) -> Lanes {
        let lows = Lanes(repeating: 0x7FFF_7FFF_7FFF_7FFF)
        let wins = ((self &- (other & lows)) & Lanes.guards) &>> 15
        let mask = (wins &<< 15) &- wins
        return (self & mask) | (other & (lows ^ mask)) | Lanes.guards
    }

    /// Lane by lane the lesser of two rooms, both sound.
    @inline(__always) func lesser(_ other: Lanes) -> Lanes {
        let lows = Lanes(repeating: 0x7FFF_7FFF_7FFF_7FFF)
        let wins = ((self &- (other & lows)) & Lanes.guards) &>> 15
        let mask = (wins &<< 15) &- wins
        return (other & mask) | (self & (lows ^ mask)) | Lanes.guards
    }

    /// The 15 bits of a lane.
    @inline(__always) func room(in lane: Int) -> Int {
        Int((self[lane >> 2] >> UInt64((lane & 3) << 4)) & 0x7FFF)
    }

    /// The least room in any lane.
    var least: Int {
        var least = 0x7FFF
        for lane in 0..<Lanes.count { least = Swift.min(least, room(in: lane)) }
        return least
    }

    /// Puts 15 bits in an empty lane.
    mutating func put(_ value: UInt64, in lane: Int) { self[lane >> 2] |= value << UInt64((lane & 3) << 4) }
}

/// The uses of every edge under up to 32 cuts.
struct SearchRoom: Sendable {
    /// The room of a package without any edge.
    private(set) var full: Lanes
    /// Edge → uses, without guards.
    private(set) var uses: [Lanes]
    /// Context → the least uses of ways to it, without guards.
    private(set) var before: [Lanes]
    /// Edge → whether a package in question may have it.
    private(set) var isOpen: [Bool]

    init(_ cuts: [SearchCut], _ ground: SearchGround) {
        full = Lanes.guards | Lanes(repeating: 0x7FFF_7FFF_7FFF_7FFF)
        uses = [Lanes](repeating: Lanes(), count: ground.edges)
        before = [Lanes](repeating: Lanes(), count: ground.nodes)
        for (lane, cut) in cuts.prefix(Lanes.count).enumerated() {
            full[lane >> 2] &-= 1 << UInt64((lane & 3) << 4)
            // Numbers of more than 46 bits lose their last.
            let shift = max(0, 18 - cut.room.leadingZeroBitCount)
            let divisor = (cut.room >> Int64(shift)) + 1
            func scaled(_ use: Int64) -> UInt64 {
                use > cut.room ? 0x7FFF : UInt64((use >> Int64(shift)) * 0x7FFE / divisor)
            }
            for edge in cut.uses.indices where cut.uses[edge] > 0 {
                uses[edge].put(scaled(cut.uses[edge]), in: lane)
            }
            for node in cut.before.indices where cut.before[node] > 0 {
                before[node].put(scaled(cut.before[node]), in: lane)
            }
        }
        isOpen = []
        isOpen.reserveCapacity(ground.edges)
        for edge in 0..<ground.edges {
            let rest = full &- before[Int(ground.edgeFrom[edge])]
            isOpen.append(rest.isSound && (rest &- uses[edge]).isSound)
        }
    }
}
