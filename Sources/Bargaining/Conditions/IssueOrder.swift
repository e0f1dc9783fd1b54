/// Chooses the order in which issues are eliminated, so that few conditions are unfinished at any step.
///
/// A condition is unfinished between the first and the last of its issues. Finding the best order is hard in
/// general; greedy choice with local improvement is usual for bucket elimination (Dechter, Artificial
/// Intelligence 113, 1999). The choice never affects a result, only the work.
enum IssueOrder {
    /// An order of the issues: position → issue index.
    ///
    /// - Parameters:
    ///   - issues: the number of issues.
    ///   - conditions: the issues each condition speaks of.
    /// - Complexity: bounded passes, each quadratic in the issues times the conditions.
    static func choose(issues: Int, conditions: [[Int]]) -> [Int] {
        let spans = conditions.filter { Set($0).count > 1 }.map { Array(Set($0)).sorted() }
        guard !spans.isEmpty else { return Array(0..<issues) }
        var best = greedy(issues: issues, spans: spans)
        var cost = self.cost(of: best, spans: spans)
        let natural = Array(0..<issues)
        let naturalCost = self.cost(of: natural, spans: spans)
        if naturalCost <= cost { (best, cost) = (natural, naturalCost) }
        improve(&best, cost: &cost, spans: spans)
        return best
    }

    /// The sum over steps of 2 to the power of the unfinished conditions: an estimate of the contexts.
    private static func cost(of order: [Int], spans: [[Int]]) -> Double {
        var positions = [Int](repeating: 0, count: order.count)
        for (place, issue) in order.enumerated() { positions[issue] = place }
        var change = [Int](repeating: 0, count: order.count + 1)
        for span in spans {
            var first = Int.max
            var last = 0
            for issue in span {
                first = min(first, positions[issue])
                last = max(last, positions[issue])
            }
            change[first] += 1
            change[last] -= 1
        }
        var live = 0
        var total = 0.0
        for step in order.indices {
            live += change[step]
            // Beyond 900 unfinished conditions the power would overflow; such orders are all hopeless.
            total += Double(sign: .plus, exponent: min(live, 900), significand: 1)
        }
        return total
    }

    private static func greedy(issues: Int, spans: [[Int]]) -> [Int] {
        var touching = [[Int]](repeating: [], count: issues)
        for (index, span) in spans.enumerated() { for issue in span { touching[issue].append(index) } }
        var remaining = spans.map(\.count)
        let sizes = remaining
        var placed = [Bool](repeating: false, count: issues)
        var order: [Int] = []
        for _ in 0..<issues {
            var choice = -1
            var choiceScore = (Int.max, Int.max)
            for issue in 0..<issues where !placed[issue] {
                var opened = 0
                var closed = 0
                for span in touching[issue] {
                    if remaining[span] == sizes[span] { opened += 1 }
                    if remaining[span] == 1 { closed += 1 }
                }
                // Prefer what leaves fewest conditions open; then what belongs to conditions already open.
                let score = (opened - closed, -(touching[issue].count - opened))
                if score < choiceScore {
                    choice = issue
                    choiceScore = score
                }
            }
            placed[choice] = true
            order.append(choice)
            for span in touching[choice] { remaining[span] -= 1 }
        }
        return order
    }

    /// Moves single issues elsewhere as long as that lowers the estimate.
    private static func improve(_ order: inout [Int], cost: inout Double, spans: [[Int]]) {
        // Evaluations, not time, are bounded, so that the order is the same on every machine.
        var evaluations = max(2_000, 2_000_000 / (spans.count * 4 + order.count))
        var improved = true
        while improved && evaluations > 0 {
            improved = false
            for from in order.indices {
                for to in order.indices where to != from && evaluations > 0 {
                    evaluations -= 1
                    var trial = order
                    trial.insert(trial.remove(at: from), at: to)
                    let trialCost = self.cost(of: trial, spans: spans)
                    if trialCost < cost {
                        order = trial
                        cost = trialCost
                        improved = true
                    }
                }
            }
        }
    }
}
