import BigInt

/// An option of an issue, by index.
public struct OptionIndex: Hashable, Sendable {
    /// The issue.
    public let issue: Int
    /// The option among the issue's.
    public let option: Int

    /// An option of an issue.
    public init(issue: Int, option: Int) {
        self.issue = issue
        self.option = option
    }
}

extension OutcomeSpace {
    /// The number of feasible packages that take given options.
    ///
    /// - Parameter chosen: issue → option; issues left out stay open.
    public func feasibleCount(given chosen: [Int: Int]) -> PackageCount {
        feasibleCount(within: chosen.mapValues { [$0] })
    }

    /// The number of feasible packages that take one of the options given on each issue given.
    ///
    /// - Parameter options: issue → options; issues left out stay open.
    public func feasibleCount(within options: [Int: Set<Int>]) -> PackageCount {
        do throws(Budget.Exhausted) {
            let graph = try rulesGraph()
            let open = compiled.order.map { issue in options[issue] }
            return PackageCount(count(graph, open: open))
        } catch {
            return PackageCount(lower: 0, upper: compiled.packages)
        }
    }

    /// Whether a partial package can be completed to a feasible one; `nil`: the budget ran out.
    ///
    /// - Parameter chosen: issue → option; issues left out stay open.
    public func canBeCompleted(_ chosen: [Int: Int]) -> Bool? {
        let count = feasibleCount(given: chosen)
        return count.exact ? count.lower > 0 : nil
    }

    /// The options that are in no feasible package, in order; `nil`: the budget ran out.
    public func optionsInNoFeasiblePackage() -> [OptionIndex]? {
        guard let graph = try? rulesGraph() else { return nil }
        var found: [OptionIndex] = []
        for (position, used) in graph.usedOptions().enumerated() {
            for option in 0..<problem.optionCounts[compiled.order[position]]
            where !graph.isSatisfiable || !used[option] {
                found.append(OptionIndex(issue: compiled.order[position], option: option))
            }
        }
        return found.sorted { ($0.issue, $0.option) < ($1.issue, $1.option) }
    }

    /// The prohibitions that forbid nothing which the others allow, each judged beside all others.
    ///
    /// Of two prohibitions that say the same, both are found.
    ///
    /// - Returns: indices in order; `nil`: the budget ran out.
    public func prohibitionsThatNeverMatter() -> [Int]? {
        do throws(Budget.Exhausted) {
            var conditions = try compiled.compiledConditions()
            var found: [Int] = []
            for index in conditions.prohibitions.indices {
                var followed = FollowedConditions()
                for (other, node) in conditions.prohibitions.enumerated() where other != index {
                    followed.hard.append(node)
                }
                followed.hard.append(try conditions.diagrams.negation(conditions.prohibitions[index]))
                let graph = try ContextGraph(conditions.diagrams, following: followed, budget: budget)
                if !graph.isSatisfiable { found.append(index) }
            }
            return found
        } catch {
            return nil
        }
    }

    /// Whether some feasible package satisfies a formula; `nil`: the budget ran out.
    ///
    /// - Throws: where the formula speaks of what is not there.
    public func isSatisfiable(_ formula: Formula) throws(ProblemError) -> Bool? {
        try rulesGraph(where: formula)?.isSatisfiable
    }

    /// The options that some feasible package has which satisfies a formula, in order; `nil`: the budget ran out.
    ///
    /// All options are told by one walk, whatever their number.
    ///
    /// - Throws: where the formula speaks of what is not there.
    public func optionsInFeasiblePackages(where formula: Formula) throws(ProblemError) -> [OptionIndex]? {
        guard let graph = try rulesGraph(where: formula) else { return nil }
        guard graph.isSatisfiable else { return [] }
        return zip(compiled.order, graph.usedOptions()).flatMap { issue, used in
            used.indices.filter { used[$0] }.map { OptionIndex(issue: issue, option: $0) }
        }.sorted { ($0.issue, $0.option) < ($1.issue, $1.option) }
    }

    /// The contexts of the prohibitions among the packages that satisfy a formula; `nil`: the budget ran out.
    private func rulesGraph(where formula: Formula) throws(ProblemError) -> ContextGraph? {
        var checked = problem
        checked.prohibitions = [formula]
        try checked.validate()
        do throws(Budget.Exhausted) {
            var conditions = try compiled.compiledConditions()
            var followed = FollowedConditions()
            followed.hard = conditions.prohibitions
            let node = try conditions.diagrams.node(for: formula)
            followed.hard.append(try conditions.diagrams.negation(node))
            return try ContextGraph(conditions.diagrams, following: followed, budget: budget)
        } catch {
            return nil
        }
    }

    /// The contexts of the prohibitions alone.
    func rulesGraph() throws(Budget.Exhausted) -> ContextGraph {
        let conditions = try compiled.compiledConditions()
        var followed = FollowedConditions()
        followed.hard = conditions.prohibitions
        return try ContextGraph(conditions.diagrams, following: followed, budget: budget)
    }

    private func count(_ graph: ContextGraph, open: OpenOptions) -> BigInt {
        compiled.packages.bitWidth <= 127
            ? graph.packages(UInt128.self, open: open).total : graph.packages(BigInt.self, open: open)
    }
}
