/// Limited-move and non-myopic stability of two decision makers.
///
/// Zagare 1984, *Limited-move equilibria in 2 × 2 games*; Kilgour 1984, *Equilibria for far-sighted players*, Theory and Decision 16(2);
/// Brams and Wittman 1981; Fang, Hipel and Kilgour 1993, ch. 3.
public struct LimitedMoves: Hashable, Sendable {
    /// By horizon (the first is 1) and decision maker: the states from which it does not move when so many moves, beginning with its own, may be made by turns.
    public var stable: [[StateSet]]
    /// For each decision maker the states that are stable at every horizon that is far enough.
    public var nonMyopic: [StateSet]?
    /// From which horizon on the anticipations repeat, and after how many moves; nil where they were not followed so far.
    public var cycle: (start: Int, length: Int)? { start.map { ($0, length) } }
    private var start: Int?
    private var length = 0

    init(stable: [[StateSet]], nonMyopic: [StateSet]?, start: Int?, length: Int) {
        self.stable = stable
        self.nonMyopic = nonMyopic
        self.start = start
        self.length = length
    }
}

extension GraphModel {
    /// What two far-sighted decision makers would do, by backward induction.
    ///
    /// With a horizon of h, whoever may move at a state anticipates where h moves by turns would end, moves where that is surely better for it
    /// than to stay, and stays where it is no better (ties: stay). Staying ends it. Between moves that end equally well for it, the one to the
    /// state of the lowest number is taken.
    ///
    /// - Parameters:
    ///   - horizon: how many horizons are listed at least.
    ///   - most: how many are tried for the anticipations to repeat; the state is non-myopically stable if it is stable throughout the cycle.
    /// - Returns: nil unless there are two decision makers and every preference is known by levels.
    ///
    /// Complexity: the horizons times the moves.
    public func limitedMoves(horizon: Int, most: Int = 10_000) -> LimitedMoves? {
        guard graph.decisionMakers == 2 else { return nil }
        // All tables are kept to find the one that comes again.
        let most = min(most, max(16, 10_000_000 / max(1, graph.count)))
        var levels: [[Int32]] = []
        for preference in preferences {
            guard case .levels(let own) = preference else { return nil }
            levels.append(own)
        }
        let count = graph.count
        let moves = (0..<2).map { mover in (0..<count).map { graph.successors(of: $0, by: mover) } }
        var tables = [[Array(0..<count), Array(0..<count)]]
        var seen: [[[Int]]: Int] = [tables[0]: 0]
        var start: Int?
        var length = 0
        while tables.count <= horizon || start == nil, tables.count <= max(horizon, most) {
            let last = tables[tables.count - 1]
            let next = (0..<2).map { mover in
                (0..<count).map { state -> Int in
                    var best = state
                    for move in moves[mover][state] {
                        let end = last[1 - mover][move]
                        if levels[mover][end] > levels[mover][best] { best = end }
                    }
                    return best
                }
            }
            if start == nil, let old = seen[next] {
                start = old
                length = tables.count - old
            }
            seen[next] = seen[next] ?? tables.count
            tables.append(next)
        }
        func stays(_ table: [[Int]]) -> [StateSet] {
            table.map { ends in StateSet(capacity: count, ends.indices.filter { ends[$0] == $0 }) }
        }
        let stable = tables.dropFirst().map(stays)
        guard let start else {
            return LimitedMoves(stable: Array(stable.prefix(horizon)), nonMyopic: nil, start: nil, length: 0)
        }
        var nonMyopic = [StateSet](repeating: StateSet(capacity: count, full: true), count: 2)
        for place in start..<(start + length) {
            for (mover, set) in stays(tables[place]).enumerated() { nonMyopic[mover].formIntersection(set) }
        }
        return LimitedMoves(
            stable: Array(stable.prefix(horizon)), nonMyopic: nonMyopic, start: start, length: length)
    }
}
