/// Finds multipliers under which as little as possible speaks for a target.
///
/// The excess of the greatest weighted gains of all packages over the least of the target is convex in the multipliers
/// (Lagrangian relaxation; Geoffrion, Mathematical Programming Study 2, 1974). It is smoothed less and less, and made
/// small by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno in the logarithms of the multipliers.
struct SearchMultipliers {
    let flow: SearchFlow
    /// Party → a typical gain: multipliers are such that the sum of their products with these is 1.
    let typical: [Double]

    /// Multipliers and how much still speaks for the target, as a share of typical gains.
    struct Choice {
        var multipliers: [Double]
        var excess: Double
    }

    private struct Trial {
        var logs: [Double]
        var multipliers: [Double]
        var excess: Double
        var slope: [Double]
    }

    /// Multipliers from their logarithms.
    private func multipliers(_ logs: [Double]) -> [Double] {
        var sum = 0.0
        var result = logs.indices.map { Elementary.exp(logs[$0]) / typical[$0] }
        for party in result.indices { sum += result[party] * typical[party] }
        for party in result.indices { result[party] /= sum }
        return result
    }

    private func trial(_ logs: [Double], _ target: SearchTarget, heat: Double) -> Trial? {
        let chosen = multipliers(logs)
        guard let member = target.support(chosen) else { return nil }
        let peak = flow.peak(chosen, heat: heat)
        var excess = peak.value
        for party in chosen.indices { excess -= chosen[party] * member[party] }
        let slope = chosen.indices.map { party in
            chosen[party] * (peak.gains[party] - member[party] - excess * typical[party])
        }
        return Trial(logs: logs, multipliers: chosen, excess: excess, slope: slope)
    }

    /// Improves on given multipliers.
    ///
    /// - Returns: `nil` where the target is empty.
    func improved(from start: [Double], _ target: SearchTarget, heats: [Double], steps: Int) -> Choice? {
        var logs = start.indices.map { Elementary.log(max(start[$0] * typical[$0], 1e-7)) }
        for heat in heats {
            guard let found = descend(from: logs, target, heat: heat, steps: steps) else { return nil }
            logs = found
        }
        let chosen = multipliers(logs)
        guard let member = target.support(chosen) else { return nil }
        var excess = flow.peak(chosen, heat: 0).value
        for party in chosen.indices { excess -= chosen[party] * member[party] }
        return Choice(multipliers: chosen, excess: excess)
    }

    private func descend(
        from start: [Double], _ target: SearchTarget, heat: Double, steps: Int
    ) -> [Double]? {
        guard var at = trial(start, target, heat: heat) else { return nil }
        let count = start.count
        var inverse = [Double](repeating: 0, count: count * count)
        func reset(_ size: Double) {
            for place in inverse.indices { inverse[place] = 0 }
            for party in 0..<count { inverse[party * count + party] = size }
        }
        reset(1 / max(at.slope.map(abs).max() ?? 1, 1e-12))
        for _ in 0..<steps {
            var direction = [Double](repeating: 0, count: count)
            var descent = 0.0
            for row in 0..<count {
                var sum = 0.0
                for column in 0..<count { sum -= inverse[row * count + column] * at.slope[column] }
                direction[row] = sum
                descent += sum * at.slope[row]
            }
            if descent > -1e-9 * heat { break }
            // No multiplier changes more than fourfold at once.
            let longest = direction.map(abs).max() ?? 0
            var length = longest > 1.4 ? 1.4 / longest : 1
            var next: Trial?
            for _ in 0..<12 {
                let logs = at.logs.indices.map { max(-18, at.logs[$0] + length * direction[$0]) }
                if let tried = trial(logs, target, heat: heat),
                    tried.excess <= at.excess + 1e-4 * length * descent
                {
                    next = tried
                    break
                }
                length /= 3
            }
            guard let next else { break }
            let step = (0..<count).map { next.logs[$0] - at.logs[$0] }
            let change = (0..<count).map { next.slope[$0] - at.slope[$0] }
            let gained = at.excess - next.excess
            at = next
            if gained < 1e-4 * heat { break }
            update(&inverse, step, change)
        }
        return at.logs
    }

    private func update(_ inverse: inout [Double], _ step: [Double], _ change: [Double]) {
        let count = step.count
        var curvature = 0.0
        for party in 0..<count { curvature += step[party] * change[party] }
        guard curvature > 1e-16 else { return }
        var image = [Double](repeating: 0, count: count)
        var size = 0.0
        for row in 0..<count {
            for column in 0..<count { image[row] += inverse[row * count + column] * change[column] }
            size += image[row] * change[row]
        }
        let factor = (1 + size / curvature) / curvature
        for row in 0..<count {
            for column in 0..<count {
                inverse[row * count + column] +=
                    factor * step[row] * step[column]
                    - (image[row] * step[column] + step[row] * image[column]) / curvature
            }
        }
    }
}
