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
        let unknown = PackageCount(lower: 0, upper: compiled.packages)
        do throws(Budget.Exhausted) {
            var question = try Question(compiled, scope, floors: floors)
            // A floor above the cap is out of reach; otherwise the cap does not matter.
            if question.objectives.contains(where: { $0.cap != nil && $0.cap! < $0.floor! }) {
                return PackageCount(0)
            }
            for index in question.objectives.indices { question.objectives[index].cap = nil }
            let graph = try ContextGraph(
                compiled.compiledConditions().diagrams, following: question.followed, budget: budget)
            let work = CountWork(graph: graph, objectives: question.objectives, budget: budget)
            return try work.count(packages: compiled.packages)
        } catch {
            return unknown
        }
    }
}

/// One count, with or without rounding, in the narrowest number types.
private struct CountWork: ScalarWork {
    let graph: ContextGraph
    var objectives: [Objective]
    let budget: Budget
    var rounding: Rounding = .none

    func run<S: Scalar, C: Tally>(_: S.Type, _: C.Type) throws(Budget.Exhausted) -> BigInt {
        var counter = PackageCounter<S, C>(graph, objectives, budget: budget, rounding: rounding)
        return try counter.count().total
    }

    /// Exactly if the budget suffices, else between bounds.
    func count(packages: BigInt) throws(Budget.Exhausted) -> PackageCount {
        if bits(of: objectives) <= 61 {
            if let exact = try exactly(packages) { return exact }
            return try bounds(packages)
        }
        // Wide numbers rarely matter: where both roundings to narrow ones agree, the count is exact.
        let narrow = try bounds(packages)
        if narrow.exact { return narrow }
        return try exactly(packages) ?? narrow
    }

    /// The exact count, or `nil` where the tables would outgrow the budget.
    private func exactly(_ packages: BigInt) throws(Budget.Exhausted) -> PackageCount? {
        do throws(Budget.Exhausted) {
            return PackageCount(try onNarrowestTypes(bits: bits(of: objectives), packages: packages, self))
        } catch {
            if error == .tableEntries { return nil }
            throw error
        }
    }

    private func bounds(_ packages: BigInt) throws(Budget.Exhausted) -> PackageCount {
        PackageCount(lower: try rounded(.down, packages), upper: try rounded(.up, packages))
    }

    private func rounded(_ side: Rounding, _ packages: BigInt) throws(Budget.Exhausted) -> BigInt {
        var work = self
        work.rounding = side
        work.objectives = objectives.map { $0.narrowed(to: 56, side) }
        return try onNarrowestTypes(bits: bits(of: work.objectives), packages: packages, work)
    }
}

extension Objective {
    /// The same objective in units of a power of 2, every part rounded to one side, where it needs more bits.
    ///
    /// The floor is rounded up either way: sums are whole, so reaching it and reaching the next whole number
    /// are the same.
    func narrowed(to width: Int, _ rounding: Rounding) -> Objective {
        let bits = bound.bitWidth + 1 - width
        if bits <= 0 || bound.bitWidth + 1 <= 61 { return self }
        let down = { (value: BigInt) in value.halved(times: bits) }
        let up = { (value: BigInt) in -(-value).halved(times: bits) }
        let side = rounding == .up ? up : down
        return Objective(
            values: values.map { $0.map(side) }, adds: adds.map(side), cap: nil, floor: floor.map(up))
    }
}
