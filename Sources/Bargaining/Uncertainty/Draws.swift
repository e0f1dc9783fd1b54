import Negotiation

/// The completions of one party, a block at a time.
///
/// Block b of party p always holds the same numbers for the same seed, whatever else is asked and on however many cores:
/// each row is a stream of its own.
struct Draws {
    /// SheetCompletions in a block.
    static let lanes = 128

    let plan: DrawPlan
    let party: Int
    let seed: UInt64
    /// Row × lane.
    let rows: UnsafeMutablePointer<Double>
    /// The uniform behind each issue's group of weights, where weights stand in an order; group × lane.
    private let spare: UnsafeMutablePointer<Double>
    private let spareRows: Int

    init(_ plan: DrawPlan, party: Int, seed: UInt64) {
        self.plan = plan
        self.party = party
        self.seed = seed
        rows = Self.memory(plan.rows)
        if case .ordered(let sizes, _, _) = plan.weights { spareRows = sizes.count } else { spareRows = 0 }
        spare = Self.memory(spareRows)
    }

    /// Gives the memory back; nothing may be asked afterwards.
    func deallocate() {
        rows.deallocate()
        spare.deallocate()
    }

    static func memory(_ rows: Int) -> UnsafeMutablePointer<Double> {
        let bytes = max(1, rows) * lanes * MemoryLayout<Double>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        let pointer = raw.bindMemory(to: Double.self, capacity: max(1, rows) * lanes)
        pointer.initialize(repeating: 0, count: max(1, rows) * lanes)
        return pointer
    }

    /// Fills every row with the numbers of a block.
    func fill(block: Int) {
        drawWeights(block)
        for chain in plan.chains {
            for row in chain { uniform(rows + row * Self.lanes, block, stream: row) }
            Self.sortDescending(rows + chain.lowerBound * Self.lanes, count: chain.count)
        }
        for range in plan.ranges {
            let row = rows + range.row * Self.lanes
            uniform(row, block, stream: range.row)
            for lane in 0..<Self.lanes { row[lane] = range.least + range.width * row[lane] }
        }
    }

    /// The uniforms behind the weights in an order; group × lane, in descending order.
    var orderedUniforms: UnsafeMutablePointer<Double> { spare }

    private func drawWeights(_ block: Int) {
        switch plan.weights {
        case .independent(let least, let width):
            for issue in least.indices {
                let row = rows + issue * Self.lanes
                if width[issue] == 0 {
                    row.update(repeating: least[issue], count: Self.lanes)
                } else {
                    uniform(row, block, stream: issue)
                    for lane in 0..<Self.lanes { row[lane] = least[issue] + width[issue] * row[lane] }
                }
            }
        case .summing(let least, let width, let total):
            drawSumming(block, least, width, total)
        case .ordered(let sizes, let group, let total):
            for place in sizes.indices { uniform(spare + place * Self.lanes, block, stream: place) }
            Self.sortDescending(spare, count: sizes.count)
            for lane in 0..<Self.lanes {
                var sum = 0.0
                for place in sizes.indices { sum += sizes[place] * spare[place * Self.lanes + lane] }
                let scale = sum > 0 ? total / sum : 0
                for issue in group.indices {
                    rows[issue * Self.lanes + lane] =
                        group[issue].map { scale * spare[$0 * Self.lanes + lane] } ?? 0
                }
            }
        }
    }

    /// Uniform over the weights within their ranges that sum to the total: all but the widest are drawn freely until the
    /// widest can take the rest. Where that keeps failing, from a point within, pairs are drawn anew along the line that
    /// keeps their sum (Gibbs sampling, which leaves the uniform distribution as it is).
    private func drawSumming(_ block: Int, _ least: [Double], _ width: [Double], _ total: Double) {
        let open = width.indices.filter { width[$0] > 0 }
        guard let widest = open.max(by: { (width[$0], $1) < (width[$1], $0) }) else { return }
        let free = total - least.reduce(0, +)
        let share = free / width.reduce(0, +)
        var weights = least
        for lane in 0..<Self.lanes {
            var stream = SplitMix64(seed: seed, party: party, block: block, row: plan.rows + lane)
            var isFound = false
            for _ in 0..<32 where !isFound {
                var rest = free
                for issue in open where issue != widest {
                    let more = width[issue] * stream.nextShare()
                    weights[issue] = least[issue] + more
                    rest -= more
                }
                weights[widest] = least[widest] + rest
                isFound = rest >= 0 && rest <= width[widest]
            }
            if !isFound {
                for issue in open { weights[issue] = least[issue] + share * width[issue] }
                for round in 0..<(24 * open.count) {
                    let one = open[round % open.count]
                    let step = 1 + Int(stream.nextShare() * Double(open.count - 1))
                    let other = open[(round + step) % open.count]
                    let low = max(least[one] - weights[one], weights[other] - least[other] - width[other])
                    let high = min(least[one] + width[one] - weights[one], weights[other] - least[other])
                    let move = low + (high - low) * stream.nextShare()
                    weights[one] += move
                    weights[other] -= move
                }
            }
            for issue in least.indices { rows[issue * Self.lanes + lane] = weights[issue] }
        }
    }

    private func uniform(_ row: UnsafeMutablePointer<Double>, _ block: Int, stream: Int) {
        var stream = SplitMix64(seed: seed, party: party, block: block, row: stream)
        for lane in 0..<Self.lanes { row[lane] = stream.nextShare() }
    }

    /// Sorts every lane by itself, greatest first: passes of exchanges between neighbouring rows.
    private static func sortDescending(_ first: UnsafeMutablePointer<Double>, count: Int) {
        guard count > 1 else { return }
        for pass in 0..<count {
            for upper in stride(from: pass % 2, to: count - 1, by: 2) {
                let high = first + upper * lanes
                let low = high + lanes
                for lane in 0..<lanes {
                    let (a, b) = (high[lane], low[lane])
                    high[lane] = a < b ? b : a
                    low[lane] = a < b ? a : b
                }
            }
        }
    }
}

extension SplitMix64 {
    /// A stream of its own for each party, block and row.
    fileprivate init(seed: UInt64, party: Int, block: Int, row: Int) {
        var state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
        for part in [party, block, row] {
            state = Self.mixed(state ^ Self.mixed(UInt64(part) &+ 0xD1B5_4A32_D192_ED03))
        }
        self.init(seed: state)
    }
}
