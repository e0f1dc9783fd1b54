import BigInt

extension SearchQuest {
    /// Multipliers with about the lowest bound at the root, and that bound as an estimate.
    ///
    /// - Returns: `nil` where no package meets the demands, so far as floating point can tell.
    mutating func boundRoot() -> Double? {
        let depth = Double(max(1, ground.depth))
        if case .any = aim.measure {
            guard let target = target(nil),
                let choice = finder.improved(
                    from: root, target, heats: [0.1 / depth, 0.01 / depth, 1e-3 / depth], steps: 15)
            else { return nil }
            root = choice.multipliers
            return choice.excess < 0 ? nil : 0
        }
        guard var best = bound(root) else { return nil }
        var chosen = root
        for heat in [0.2, 0.05, 0.02, 0.008, 0.003, 0.001, 0.0004] {
            guard let target = target(threshold(best)),
                let choice = finder.improved(from: root, target, heats: [heat / depth], steps: 20)
            else { break }
            root = choice.multipliers
            guard let now = bound(root) else { return nil }
            if now < best {
                best = now
                chosen = root
            }
        }
        root = chosen
        return best
    }

    /// About the greatest score for which some multipliers leave room.
    ///
    /// - Returns: `nil` where they leave none for the demands alone.
    func bound(_ multipliers: [Double]) -> Double? {
        let peak = finder.flow.peak(multipliers, heat: 0).value
        func fits(_ threshold: BigInt?) -> Bool {
            guard let member = target(threshold)?.support(multipliers) else { return false }
            return peak >= member.indices.reduce(0.0) { $0 + multipliers[$1] * member[$1] }
        }
        guard fits(nil) else { return nil }
        let limits = finder.typical.indices.map { party in finder.typical[party] + 1 }
        var high = aim.estimate(limits, scale)
        var low = -1e-9
        if case .product = aim.measure { low = -scale.missing }
        if fits(threshold(high)) { return high }
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if fits(threshold(middle)) { low = middle } else { high = middle }
            if high - low < 1e-10 * max(abs(high), 1e-9) { break }
        }
        return high
    }

    /// Proves that no package scores more than about the bound at the root.
    mutating func certify(_ estimate: Double) {
        for slack in [1e-9, 1e-7, 1e-5, 1e-3, 0.1] {
            let above = threshold(estimate + slack * max(1e-3, abs(estimate))) + 1
            if isRefuted(above) {
                lower(to: above - 1)
                return
            }
        }
    }

    /// Whether the root's multipliers alone prove that no package scores so much.
    func isRefuted(_ threshold: BigInt?) -> Bool {
        guard let target = target(threshold) else { return true }
        return SearchCut(root, target, ground).room < 0
    }

    /// Takes note of a bound.
    mutating func lower(to bound: BigInt) {
        finding.bound = finding.bound.map { min($0, bound) } ?? bound
    }

    /// Cuts for one threshold: the best at the root, and the same leaning many ways, for packages that lean as well.
    func cuts(_ threshold: BigInt?) -> [SearchCut]? {
        guard let target = target(threshold) else { return nil }
        var multipliers = [root]
        // What a single party must have matters where demands are tight.
        let alone = ground.parties <= 8 ? ground.parties : 0
        for party in 0..<alone {
            var single = [Double](repeating: 0, count: ground.parties)
            single[party] = 1 / finder.typical[party]
            multipliers.append(single)
        }
        // Leaning at random in all parties at once was found to rule out most; equal on every machine.
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        while multipliers.count < Lanes.count && ground.parties > 1 {
            var leaning = root
            let size = 0.3
            for party in leaning.indices {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                leaning[party] *= Elementary.exp(state >> 63 == 0 ? size : -size)
            }
            multipliers.append(leaning)
        }
        return multipliers.prefix(Lanes.count).map { SearchCut($0, target, ground) }
    }
}
