import BigInt

extension SearchQuest {
    /// Finds the best packages.
    mutating func solve() -> Finding {
        if isRefuted(least) { return nothing }
        guard let estimate = boundRoot() else {
            if isRefuted(least) { return nothing }
            // Floating point was wrong: without a bound the search decides.
            prove(least)
            return finding
        }
        if isRefuted(least) { return nothing }
        if case .any = aim.measure {
            arrange(nil)
            for width in [256, 4_096] {
                if take(pass(nil, width: width), at: nil) { return finding }
            }
            prove(nil)
            return finding
        }
        certify(estimate)
        lowerThreshold(from: estimate)
        if !isSettled { polish() }
        if !isSettled { prove(finding.best?.first ?? least) }
        if isValueProven { finding.isProven = true }
        return finding
    }

    /// The answer where no package will do.
    private var nothing: Finding { Finding(isProven: true, hasAllTies: true) }

    private var isValueProven: Bool { finding.best != nil && finding.best?.first == finding.bound }

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
        let limits = SearchPass.Limits(states: width ?? budget.searchStates, thins: width != nil)
        return SearchPass(ground: ground, aim: aim, scale: scale).run(
            cuts, threshold: threshold, limits: limits, steps: &steps, isCancelled: budget.isCancelled)
    }

    /// Takes note of what a pass found.
    ///
    /// - Returns: whether that settles the search.
    private mutating func take(_ outcome: SearchPass.Outcome, at threshold: BigInt?) -> Bool {
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

    /// Lowers a threshold from the bound until a package is found.
    private mutating func lowerThreshold(from bound: Double) {
        var depth = max(abs(bound), 1e-9) * 0.002
        if case .product(_, let exponents) = aim.measure { depth = 0.002 * Double(exponents.reduce(0, +)) }
        arrange(threshold(bound - 2 * depth))
        while steps > 0 && !isCancelled() {
            let least = bound - depth
            let lowest = self.least ?? 0
            let isLast = least <= 0 || threshold(least) <= lowest
            let threshold = isLast ? self.least : self.threshold(least)
            if take(pass(threshold, width: 1_024), at: threshold) { return }
            if finding.best != nil || isLast { return }
            depth *= 1.6
        }
    }

    /// Looks for better packages among the roomiest halves.
    private mutating func polish() {
        guard finding.best != nil else { return }
        arrange(finding.best?.first)
        for width in [2_048, 8_192] {
            while steps > 0 && !isCancelled(), let known = finding.best?.first, !isValueProven {
                let outcome = pass(known, width: width)
                if take(outcome, at: known) { return }
                guard let first = outcome.best?.first, first > known else { break }
            }
        }
    }

    /// Looks at all packages that reach a threshold, or, where these are too many, at fewer.
    private mutating func prove(_ threshold: BigInt?) {
        arrange(threshold)
        if wantsTies || finding.best == nil {
            if take(pass(threshold, width: nil), at: threshold) { return }
        }
        guard let known = finding.best?.first, let bound = finding.bound, known < bound else { return }
        if take(pass(known + 1, width: nil), at: known + 1) || isValueProven { return }
        // The bound comes down as far as the steps allow.
        let low = estimate(known)
        let high = estimate(bound)
        var share = 0.5
        while steps > 0 && !isCancelled() && share < 0.999 {
            let between = self.threshold(low + (high - low) * share)
            if between <= known { return }
            let before = finding.bound
            if take(pass(between, width: nil), at: between) { return }
            if finding.bound == before {
                share = (share + 1) / 2
            } else {
                if share > 0.5 { return }
                share *= 0.6
            }
        }
    }
}
