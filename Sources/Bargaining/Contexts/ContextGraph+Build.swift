extension ContextGraph {
    /// Follows the conditions issue by issue, then removes dead ends and merges contexts with the same future.
    ///
    /// - Complexity: linear in contexts × options × conditions.
    init(
        _ diagrams: DecisionDiagrams, following conditions: FollowedConditions, budget: Budget
    ) throws(Budget.Exhausted) {
        var builder = ContextGraphBuilder(diagrams, conditions, budget)
        self = try builder.build()
        removeDeadEndsAndMerge()
    }

    /// Bottom up, gives each context with a future a number, the same to all with the same edges.
    private mutating func removeDeadEndsAndMerge() {
        var renumbered = (0..<Int32(ends)).map { $0 }
        for index in levels.indices.reversed() {
            let level = levels[index]
            var rows = RowIndex(width: 2 * level.width)
            var numbers = [Int32](repeating: -1, count: level.nodes)
            var row = [Int32](repeating: 0, count: 2 * level.width)
            for node in 0..<level.nodes {
                var alive = false
                for option in 0..<level.width {
                    let edge = node * level.width + option
                    let old = level.targets[edge]
                    let target = old < 0 ? -1 : renumbered[Int(old)]
                    row[option] = target
                    row[level.width + option] = target < 0 ? 0 : level.bonus[edge]
                    alive = alive || target >= 0
                }
                if alive { numbers[node] = rows.index(of: row) }
            }
            var targets: [Int32] = []
            var bonus: [Int32] = []
            targets.reserveCapacity(rows.count * level.width)
            bonus.reserveCapacity(rows.count * level.width)
            for node in 0..<rows.count {
                let start = node * 2 * level.width
                targets += rows.rows[start..<start + level.width]
                bonus += rows.rows[start + level.width..<start + 2 * level.width]
            }
            levels[index] = Level(width: level.width, nodes: rows.count, targets: targets, bonus: bonus)
            renumbered = numbers
        }
        // The root alone stands before the first issue; without it nothing is left.
        if renumbered.first.map({ $0 < 0 }) ?? true { ends = 0 }
    }
}

/// Builds the levels top down; a context is one row of live diagram nodes.
private struct ContextGraphBuilder {
    private let diagrams: DecisionDiagrams
    private let budget: Budget
    private let roots: [Int32]
    private let hardCount: Int
    private let softCount: Int
    private let tallyCount: Int
    private let mostTallied: Int
    private var bonuses: [[Int32]] = [[]]
    private var bonusNumbers: [[Int32]: Int32] = [[]: 0]

    init(_ diagrams: DecisionDiagrams, _ conditions: FollowedConditions, _ budget: Budget) {
        self.diagrams = diagrams
        self.budget = budget
        var seen: Set<Int32> = []
        let hard = conditions.hard.filter { seen.insert($0).inserted && $0 != DecisionDiagrams.never }
        roots = hard + conditions.soft + conditions.tallied
        hardCount = hard.count
        softCount = conditions.soft.count
        tallyCount = conditions.tallied.count
        mostTallied = conditions.mostTallied
    }

    mutating func build() throws(Budget.Exhausted) -> ContextGraph {
        // A row holds the conditions' nodes, then the tallied conditions that already hold (or -1).
        let width = roots.count + mostTallied
        var always: [Int32] = []
        var current = RowIndex(width: width)
        var root = roots + [Int32](repeating: -1, count: mostTallied)
        if settle(&root, touched: Array(roots.indices), fired: &always) { _ = current.index(of: root) }
        var levels: [ContextGraph.Level] = []
        var total = current.count
        for (place, options) in diagrams.widths.enumerated() {
            try budget.checkCancellation()
            var next = RowIndex(width: width)
            var targets = [Int32](repeating: -1, count: current.count * options)
            var bonus = [Int32](repeating: 0, count: current.count * options)
            var touched: [Int] = []
            for node in 0..<current.count {
                let row = Array(current.rows[node * width..<(node + 1) * width])
                touched.removeAll(keepingCapacity: true)
                for index in roots.indices
                where row[index] > DecisionDiagrams.always
                    && diagrams.position[Int(row[index])] == Int32(place)
                {
                    touched.append(index)
                }
                for option in 0..<options {
                    var child = row
                    for index in touched { child[index] = diagrams.child(of: row[index], option: option) }
                    var fired: [Int32] = []
                    guard settle(&child, touched: touched, fired: &fired) else { continue }
                    targets[node * options + option] = next.index(of: child)
                    bonus[node * options + option] = number(of: fired)
                }
                // Contexts of very many conditions or options take the memory of several.
                guard total + next.count <= budget.contexts,
                    next.count * width <= budget.contexts * 256
                else { throw .contexts }
            }
            levels.append(
                ContextGraph.Level(width: options, nodes: current.count, targets: targets, bonus: bonus))
            current = next
            total += current.count
        }
        let tallied = (0..<current.count).map { end -> [Int32] in
            let start = end * width + roots.count
            return current.rows[start..<start + mostTallied].filter { $0 >= 0 }
        }
        return ContextGraph(
            levels: levels, ends: current.count, bonuses: bonuses, always: always, tallied: tallied)
    }

    /// Takes note of the conditions that have just become true.
    ///
    /// - Returns: false where the row cannot be part of any package.
    private func settle(_ row: inout [Int32], touched: [Int], fired: inout [Int32]) -> Bool {
        for index in touched where row[index] == DecisionDiagrams.always {
            if index < hardCount { return false }
            row[index] = DecisionDiagrams.never
            if index < hardCount + softCount {
                fired.append(Int32(index - hardCount))
            } else {
                guard note(Int32(index - hardCount - softCount), in: &row) else { return false }
            }
        }
        return true
    }

    /// Adds a tallied condition to the ascending list at the row's end, -1 filling up.
    private func note(_ condition: Int32, in row: inout [Int32]) -> Bool {
        let start = roots.count
        var list = row[start...].filter { $0 >= 0 }
        guard list.count < mostTallied else { return false }
        list.append(condition)
        list.sort()
        for offset in 0..<mostTallied { row[start + offset] = offset < list.count ? list[offset] : -1 }
        return true
    }

    private mutating func number(of fired: [Int32]) -> Int32 {
        if fired.isEmpty { return 0 }
        if let known = bonusNumbers[fired] { return known }
        let number = Int32(bonuses.count)
        bonuses.append(fired)
        bonusNumbers[fired] = number
        return number
    }
}
