import BigInt

/// The best packages met so far, as pairs of partial packages.
struct SearchHarvest: Sendable {
    /// A partial package from either end.
    struct Pair: Sendable {
        var ahead: Int32
        var behind: Int32
    }

    let aim: SearchAim
    let scale: SearchScale
    /// The best score; `nil`: none yet, or none required.
    private(set) var best: [BigInt]?
    private var estimate: Double
    /// All pairs that score best.
    private(set) var pairs: [Pair] = []
    /// Whether more pairs than could be kept score best.
    private(set) var isCut = false
    /// Pairs whose score was computed exactly.
    private(set) var judged = 0
    private let limits: [Double]
    private let exactDemands: [Int64?]
    /// Room for the coarse gains of one pair.
    private var gains: [Double]

    /// Nothing yet.
    ///
    /// - Parameter threshold: scores below are of no interest.
    init(_ aim: SearchAim, _ scale: SearchScale, threshold: BigInt?, _ ground: SearchGround) {
        self.aim = aim
        self.scale = scale
        estimate = -.infinity
        if let threshold {
            best = [threshold]
            switch aim.measure {
            case .product: estimate = Elementary.log(max(1, threshold)) - scale.missing
            default: estimate = Elementary.quotient(threshold, scale.unit)
            }
        }
        gains = [Double](repeating: 0, count: ground.parties)
        limits = (0..<ground.parties).map { party in
            ground.caps[party].map { Double(Int64(ground.coarse($0, of: party))) } ?? .infinity
        }
        exactDemands = (0..<ground.parties).map { party in
            ground.digits[party].isEmpty && aim.demands[party].bitWidth < 60 ? Int64(aim.demands[party]) : nil
        }
    }

    /// The same with no pairs, which then takes those that score as well or better.
    var emptied: SearchHarvest {
        var result = self
        result.pairs = []
        result.isCut = false
        result.judged = 0
        return result
    }

    /// Adds what was found elsewhere, from the same or a later state emptied.
    mutating func add(_ other: SearchHarvest) {
        judged += other.judged
        guard !other.pairs.isEmpty, let score = other.best else { return }
        if let best {
            if score.lexicographicallyPrecedes(best) { return }
            if best.lexicographicallyPrecedes(score) {
                pairs.removeAll()
                isCut = false
            }
        }
        best = score
        estimate = max(estimate, other.estimate)
        let room = Self.mostPairs - pairs.count
        isCut = isCut || other.isCut || other.pairs.count > room
        pairs += other.pairs.prefix(max(0, room))
    }

    /// The most pairs that are kept.
    private static var mostPairs: Int { 1 << 20 }

    /// Whether one package suffices and is there.
    var isSatisfied: Bool {
        if case .any = aim.measure { return !pairs.isEmpty }
        return false
    }

    /// Judges a pair that no cut forbids.
    ///
    /// - Parameter row: the columns of both together.
    mutating func offer(_ pair: Pair, _ row: [Int64], _ ground: SearchGround) {
        for party in gains.indices {
            if let least = exactDemands[party], row[party] < least { return }
            gains[party] = min(Double(row[party]), limits[party])
        }
        let about = aim.estimate(gains, scale)
        // Coarse gains are off by less than one in 2 to the 33 for each edge; far less than this.
        if about < estimate - 1e-6 * max(1, abs(estimate)) { return }
        judge(pair, row, ground, about)
    }

    private mutating func judge(_ pair: Pair, _ row: [Int64], _ ground: SearchGround, _ about: Double) {
        judged += 1
        let gains = ground.gains(row[...])
        for party in gains.indices where gains[party] < aim.demands[party] { return }
        let score = aim.score(gains)
        if let best {
            if score.lexicographicallyPrecedes(best) { return }
            if best.lexicographicallyPrecedes(score) {
                pairs.removeAll()
                isCut = false
            }
        }
        best = score
        estimate = max(estimate, about)
        if pairs.count < Self.mostPairs { pairs.append(pair) } else { isCut = true }
    }
}
