public import BigInt

extension OutcomeSpace {
    /// The number of all packages, feasible or not.
    public var packageCount: BigInt { compiled.packages }

    /// The number of feasible packages.
    public func feasibleCount() -> PackageCount { feasibleCount(given: [:]) }

    /// The number of packages acceptable to one negotiator: feasible, none of its red lines crossed, worth no
    /// less than no agreement.
    public func acceptableCount(to party: Int) -> PackageCount {
        count(Question.Scope(parties: [party], redLinesOf: [party], gainful: true))
    }

    /// The number of packages acceptable to every negotiator.
    public func acceptableCount() -> PackageCount {
        let everybody = Array(problem.parties.indices)
        return count(Question.Scope(parties: everybody, redLinesOf: everybody, gainful: true))
    }

    private func count(_ scope: Question.Scope) -> PackageCount {
        do throws(Budget.Exhausted) {
            return try boundedCount(scope)
        } catch {
            // What is acceptable to all is acceptable to each, and what is acceptable to one is feasible.
            let wider =
                scope.parties.count > 1 ? scope.parties.map { acceptableCount(to: $0) } : [feasibleCount()]
            return PackageCount(lower: 0, upper: wider.map(\.upper).min() ?? compiled.packages)
        }
    }

    private func boundedCount(_ scope: Question.Scope) throws(Budget.Exhausted) -> PackageCount {
        var question = try Question(compiled, scope, floors: floors)
        // A floor above the cap is out of reach; otherwise the cap does not matter.
        if question.objectives.contains(where: { $0.cap != nil && $0.cap! < $0.floor! }) {
            return PackageCount(0)
        }
        question.objectives = question.objectives.map(\.withoutCapInLowestTerms)
        let graph = try ContextGraph(
            compiled.compiledConditions().diagrams, following: question.followed, budget: budget)
        guard graph.isSatisfiable else { return PackageCount(0) }
        if question.objectives.isEmpty {
            return PackageCount(graph.packages(BigInt.self))
        }
        let (arranged, order) = graph.arrangedForCounting(question.objectives)
        let work = CountWork(
            graph: arranged, objectives: question.objectives.map { $0.arranged(order) }, budget: budget
        ) { part throws(Budget.Exhausted) in
            let party = Question.Scope(
                parties: [scope.parties[part]], redLinesOf: scope.redLinesOf, gainful: true)
            return try boundedCount(party)
        }
        return try onNarrowestTypes(
            bits: bits(of: work.objectives), packages: compiled.packages, work)
    }
}

/// One count: in a table of different sums where these are few, else in grids.
struct CountWork: ScalarWork {
    let graph: ContextGraph
    let objectives: [Objective]
    let budget: Budget
    /// For each objective, how many packages reach its floor whatever the others do.
    let alone: (Int) throws(Budget.Exhausted) -> PackageCount

    func run<S: Scalar, C: Tally>(_: S.Type, _: C.Type) throws(Budget.Exhausted) -> PackageCount {
        if graph.levels.isEmpty {
            var counter = PackageCounter<S, C>(graph, objectives, budget: budget)
            return PackageCount(try counter.count().total)
        }
        let grids = GridCounter<S>(graph, objectives, budget: budget)
        let paths = graph.pathsToTheMiddle
        // Adding up cells is many times cheaper than looking up sums.
        if grids.cells <= Double(budget.cells), grids.cells <= 16 * paths {
            return try grids.count(alone: alone)
        }
        var limits = budget
        limits.tableEntries = min(limits.tableEntries, Self.entries(objectives.count))
        // Where paths alone do not promise success, ties and sums out of reach may still bring it.
        if paths > Double(limits.tableEntries) { limits.tableEntries = (limits.tableEntries + 7) / 8 }
        do throws(Budget.Exhausted) {
            var counter = PackageCounter<S, C>(graph, objectives, budget: limits)
            return PackageCount(try counter.count().total)
        } catch {
            guard error == .tableEntries else { throw error }
            return try grids.count(alone: alone)
        }
    }

    /// The most different sums for which pairs can be counted in about a second.
    private static func entries(_ objectives: Int) -> Int {
        switch objectives {
        case ...2: 1_000_000
        case 3: 300_000
        default: 120_000
        }
    }
}

extension ContextGraph {
    /// The paths that either half has at least, where the halves meet as evenly as they can.
    fileprivate var pathsToTheMiddle: Double {
        var before = 1.0
        var after = levels.reduce(1.0) { $0 * Double($1.width) }
        var best = max(before, after)
        for level in levels {
            before *= Double(level.width)
            after /= Double(level.width)
            best = min(best, max(before, after))
        }
        return best
    }
}
