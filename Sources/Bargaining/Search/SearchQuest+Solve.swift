import BigInt

extension SearchQuest {
    /// Finds the best packages.
    mutating func solve() -> Finding {
        if isRefuted(least) { return nothing }
        guard let estimate = boundRoot() else {
            if isRefuted(least) { return nothing }
            // Floating point was wrong: without a bound the search decides.
            _ = take(pass(least, width: nil), at: least)
            return finding
        }
        if isRefuted(least) { return nothing }
        if case .any = aim.measure {
            arrange(nil)
            for width in [256, 4_096] {
                if take(pass(nil, width: width), at: nil) { return finding }
            }
            _ = take(pass(nil, width: nil), at: nil)
            return finding
        }
        certify(estimate)
        climbBelow(estimate)
        lowerThreshold(from: estimate)
        if !isSettled { polish() }
        if !isSettled { prove() }
        if isValueProven { finding.isProven = true }
        return finding
    }

    /// The answer where no package will do.
    private var nothing: Finding { Finding(isProven: true, hasAllTies: true) }

    /// Whether no package has a greater first number.
    var isValueProven: Bool { finding.best != nil && finding.best?.first == finding.bound }

    private var isSettled: Bool { finding.isProven || (!wantsTies && isValueProven) }

    /// Puts the levels in an order for one threshold.
    private mutating func arrange(_ threshold: BigInt?) {
        guard let target = target(threshold) else { return }
        let cut = SearchCut(root, target, ground)
        ground = ground.arranged(for: cut)
    }

    private mutating func pass(_ threshold: BigInt?, width: Int?) -> SearchPass.Outcome {
        guard let cuts = cuts(threshold) else {
            return SearchPass.Outcome(isComplete: true, hasAllTies: true)
        }
        let limits = SearchPass.Limits(
            states: width ?? budget.searchStates, thins: width != nil, cores: budget.cores)
        return SearchPass(ground: ground, aim: aim, scale: scale).run(
            cuts, threshold: threshold, limits: limits, steps: &steps, isCancelled: budget.isCancelled)
    }

    /// Takes note of what a pass found.
    ///
    /// - Returns: whether that settles the search.
    private mutating func take(_ outcome: SearchPass.Outcome, at threshold: BigInt?) -> Bool {
        // A look that left something out adds nothing to a proof, and may have fewer ties.
        if finding.isProven && !outcome.isComplete { return true }
        if let best = outcome.best {
            if let known = finding.best, best.lexicographicallyPrecedes(known) {
                // Nothing new.
            } else {
                finding.best = best
                finding.points = outcome.points
                finding.traces = outcome.traces
            }
            if outcome.isComplete {
                finding.isProven = true
                finding.hasAllTies = outcome.hasAllTies
                if let first = best.first { finding.bound = first }
                return true
            }
            if case .any = aim.measure {
                finding.isProven = true
                return true
            }
        } else if outcome.isComplete {
            if let threshold {
                lower(to: threshold - 1)
            } else {
                finding.isProven = true
                finding.hasAllTies = true
                return true
            }
        }
        return false
    }

    /// Lowers a threshold from the bound until a package is found or the packages above it are too many.
    private mutating func lowerThreshold(from bound: Double) {
        var depth = max(abs(bound), 1e-9) * 0.001
        if case .product(_, let exponents) = aim.measure { depth = 0.001 * Double(exponents.reduce(0, +)) }
        let start = steps
        var hasClimbed = false
        // A depth at which packages were too many, and how often less may be tried.
        var tooDeep = Double.infinity
        var tries = 3
        var hasLowered = false
        while !isCancelled() {
            if !wantsTies && isValueProven { return }
            let lowest = finding.best?.first ?? least ?? 0
            let isLast = bound <= depth || self.threshold(bound - depth) <= lowest
            let threshold = isLast ? finding.best?.first ?? least : self.threshold(bound - depth)
            arrange(threshold)
            let outcome = pass(threshold, width: nil)
            if take(outcome, at: threshold) { return }
            if !outcome.isComplete {
                // Nearer to the bound there are fewer.
                if hasLowered || tries == 0 || steps <= 0 { return }
                tries -= 1
                tooDeep = depth
                depth *= 0.2
                continue
            }
            if isLast { return }
            hasLowered = true
            if !hasClimbed && start - steps > 2_000_000 {
                hasClimbed = true
                climb(16, deep: false, near: threshold)
                widen([1_024, 4_096])
                if isSettled { return }
            }
            depth *= 1.25
            if depth >= tooDeep { return }
        }
    }

    /// Looks for better packages among the roomiest halves, fewer at first.
    ///
    /// What it finds proves nothing, but the better it is, the fewer packages are left to be looked at.
    private mutating func widen(_ widths: [Int]) {
        guard case .least = aim.measure else { return }
        for width in widths where steps > 0 && !isCancelled() {
            guard let known = finding.best?.first, !isValueProven else { return }
            arrange(known + 1)
            let outcome = pass(known + 1, width: width)
            if outcome.isComplete {
                _ = take(outcome, at: known + 1)
                return
            }
            if outcome.best != nil { _ = take(outcome, at: known + 1) }
        }
    }

    /// Where packages above the last threshold were too many, looks for some among the roomiest halves.
    private mutating func polish() {
        guard let bound = finding.bound, !isCancelled() else { return }
        climb(96, deep: true, near: finding.best?.first)
        widen([16_384, 65_536])
        let estimate = estimate(bound)
        var depth = max(abs(estimate), 1e-9) * 0.01
        if case .product(_, let exponents) = aim.measure { depth = 0.01 * Double(exponents.reduce(0, +)) }
        while finding.best == nil && !isCancelled() {
            let isLast = estimate <= depth || threshold(estimate - depth) <= least ?? 0
            let threshold = isLast ? least : threshold(estimate - depth)
            if take(pass(threshold, width: 1_024), at: threshold) || isLast { return }
            depth *= 2
        }
    }

    /// Brings the bound down as far as the steps allow.
    private mutating func prove() {
        guard let known = finding.best?.first, var bound = finding.bound else { return }
        // Many packages may be as good as the best: that none is better is easier to prove.
        if take(pass(known + 1, width: nil), at: known + 1) || isValueProven { return }
        let low = estimate(known)
        var share = 0.7
        for _ in 0..<4 where steps > 0 && !isCancelled() {
            let between = threshold(low + (estimate(bound) - low) * share)
            if between <= known || between >= bound { return }
            arrange(between)
            let outcome = pass(between, width: nil)
            if take(outcome, at: between) { return }
            if !outcome.isComplete { share = (1 + share) / 2 }
            bound = finding.bound ?? bound
        }
    }
}
