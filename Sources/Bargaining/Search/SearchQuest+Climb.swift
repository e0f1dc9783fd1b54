import BigInt

extension SearchQuest {
    /// Looks for a package to start from; only where a least gain is sought.
    mutating func climb(_ climbs: Int, deep: Bool, near threshold: BigInt?) {
        guard case .least(let parties, _) = aim.measure, let target = target(threshold) else { return }
        var factors = [Double](repeating: 0, count: ground.parties)
        for (index, party) in parties.enumerated() { factors[party] = scale.factors[index] }
        let demands = (0..<ground.parties).map { Double(clamping: ground.coarse(aim.demands[$0], of: $0)) }
        let cut = SearchCut(root, target, ground)
        if cut.room < 0 { return }
        var climb = SearchClimb(
            ground, cut, factors: factors, demands: demands, level: threshold.map(estimate) ?? 0,
            steps: steps, isCancelled: budget.isCancelled)
        let edges = climb.best(of: climbs, deep: deep)
        steps = climb.steps
        var row = ground.base
        for edge in edges {
            for column in row.indices { row[column] += ground.values[Int(edge) * ground.columns + column] }
        }
        let gains = ground.gains(row[...])
        for party in gains.indices where gains[party] < aim.demands[party] { return }
        let score = aim.score(gains)
        if let least, let first = score.first, first < least { return }
        if let best = finding.best, !best.lexicographicallyPrecedes(score) { return }
        finding.best = score
        finding.points = [SearchPoint(gains: gains, pairs: [0])]
        finding.traces = SearchTraces(edges: edges, ground)
    }
}

extension SearchQuest {
    /// Looks for packages to start from at several thresholds below a bound.
    ///
    /// Where some parties only have a demand, as where the greatest gain of one is sought, a climb trades what they have beyond
    /// it for the measure up to the threshold and no further.
    mutating func climbBelow(_ bound: Double) {
        climb(8, deep: false, near: threshold(bound * 0.98))
        guard case .least(let parties, _) = aim.measure, parties.count < ground.parties else { return }
        for share in [0.9, 0.7, 0.4] where finding.best == nil {
            climb(8, deep: false, near: threshold(bound * share))
        }
        guard bound > 0 else { return }
        var reached = 0.0
        var missed = 1.0
        for _ in 0..<6 where !isCancelled() {
            guard let found = finding.best?.first else { return }
            reached = max(reached, estimate(found) / bound)
            let share = (reached + missed) / 2
            climb(8, deep: false, near: threshold(bound * share))
            if finding.best?.first == found { missed = share }
        }
    }
}

extension Double {
    /// A whole number of everyday size, or the end of what is.
    fileprivate init(clamping whole: BigInt) {
        self = whole.bitWidth < 60 ? Double(Int64(whole)) : (whole < 0 ? -0x1p60 : 0x1p60)
    }
}

extension SearchTraces {
    /// One package, as one edge a level.
    init(edges: [Int32], _ ground: SearchGround) {
        places = ground.places
        steps = edges.map { [SearchLink(from: 0, option: ground.edgeOption[Int($0)], to: 0)] }
        widths = [Int](repeating: 1, count: edges.count + 1)
        middle = 0
    }
}
