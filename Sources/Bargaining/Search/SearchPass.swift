import BigInt

/// A point found: gains in whole numbers, and the pairs behind it.
struct SearchPoint: Sendable {
    let gains: [BigInt]
    let pairs: [Int32]
}

/// One look at all packages that may reach a target.
struct SearchPass {
    let ground: SearchGround
    let aim: SearchAim
    let scale: SearchScale

    /// What a pass found.
    struct Outcome: Sendable {
        /// The best score, if any package reached the threshold.
        var best: [BigInt]?
        var points: [SearchPoint] = []
        var traces: SearchTraces?
        /// Whether no package that reaches the threshold was left out.
        var isComplete = false
        /// Whether every package that scores best was kept.
        var hasAllTies = false
    }

    /// Limits of one pass.
    struct Limits {
        /// The most partial packages from either end.
        var states: Int
        /// Whether the roomiest are kept where there are more; the pass is then incomplete.
        var thins = false
        /// The most cores that work at once.
        var cores = 1
    }

    /// Looks for all packages of the best score not below a threshold.
    ///
    /// - Parameter steps: what may still be done; lessened by what was done.
    func run(
        _ cuts: [SearchCut], threshold: BigInt?, limits: Limits, steps: inout Int,
        isCancelled: @escaping () -> Bool
    ) -> Outcome {
        var outcome = Outcome()
        if cuts.contains(where: { $0.room < 0 }) {
            outcome.isComplete = true
            outcome.hasAllTies = true
            return outcome
        }
        let room = SearchRoom(cuts, ground)
        var ahead = SearchSide(ahead: true, ground, room)
        var behind = SearchSide(ahead: false, ground, room)
        var low = 0
        var high = ground.depth
        while low < high {
            if isCancelled() || steps <= 0 { return outcome }
            let isFirst = ahead.count <= behind.count
            let grown =
                isFirst
                ? ahead.extend(over: low, ground, room, most: limits.states, thins: limits.thins)
                : behind.extend(over: high - 1, ground, room, most: limits.states, thins: limits.thins)
            steps -= 4 * (isFirst ? ahead.count : behind.count)
            if !grown { return outcome }
            if isFirst { low += 1 } else { high -= 1 }
            if (isFirst ? ahead.count : behind.count) == 0 {
                outcome.isComplete = !ahead.isThinned && !behind.isThinned
                outcome.hasAllTies = outcome.isComplete
                return outcome
            }
        }
        var harvest = SearchHarvest(aim, scale, threshold: threshold, ground)
        var join = SearchJoin(
            ground: ground, full: room.full, steps: steps, isCancelled: isCancelled, cores: limits.cores)
        var isWhole = true
        for context in ground.contexts(of: low) {
            isWhole = join.run(
                SearchTree(ahead, context: Int32(context)), ahead,
                SearchTree(behind, context: Int32(context)),
                behind, &harvest)
            if !isWhole { break }
        }
        steps = join.steps
        outcome.isComplete = isWhole && !ahead.isThinned && !behind.isThinned
        outcome.hasAllTies = outcome.isComplete && !harvest.isCut
        guard !harvest.pairs.isEmpty else { return outcome }
        outcome.best = harvest.best
        let traces = SearchTraces(ahead, behind, harvest.pairs, ground)
        var groups: [[BigInt]: [Int32]] = [:]
        for (number, pair) in harvest.pairs.enumerated() {
            let first = Int(pair.ahead) * ground.columns
            let second = Int(pair.behind) * ground.columns
            let row = (0..<ground.columns).map { ahead.rows[first + $0] + behind.rows[second + $0] }
            groups[ground.gains(row[...]), default: []].append(Int32(number))
        }
        outcome.points = groups.keys.sorted { $1.lexicographicallyPrecedes($0) }
            .map { SearchPoint(gains: $0, pairs: groups[$0]!) }
        outcome.traces = traces
        return outcome
    }
}
