import BigInt
public import Negotiation

extension OutcomeSpace {
    /// A party's least and greatest utility over the packages acceptable to every negotiator.
    ///
    /// - Returns: `nil` where there is none, or the budget ran out.
    public func utilityRangeOverAcceptable(of party: Int) -> UtilityRange<Rational>? {
        do throws(Budget.Exhausted) {
            guard let greatest = try extremeOverAcceptable(of: party, least: false) else { return nil }
            guard let least = try extremeOverAcceptable(of: party, least: true) else { return nil }
            return UtilityRange(
                least: compiled.parties[party].utility(least),
                greatest: compiled.parties[party].utility(greatest))
        } catch {
            return nil
        }
    }

    /// One end of the range, scaled: everybody's floor is a constraint, one more objective is sought.
    private func extremeOverAcceptable(of party: Int, least: Bool) throws(Budget.Exhausted) -> BigInt? {
        let everybody = Array(problem.parties.indices)
        var question = try Question(
            compiled, Question.Scope(parties: everybody, redLinesOf: everybody, gainful: true),
            floors: floors)
        var sought = question.objectives[party]
        sought.cap = nil
        sought.floor = nil
        for other in everybody {
            let floor = floors[other]
            question.objectives[other].cap = question.objectives[other].cap.map { min($0, floor) } ?? floor
        }
        question.objectives.append(least ? sought.negated : sought)
        let found = try onNarrowestTypes(
            bits: max(bits(of: question.objectives), floorBits), packages: compiled.packages,
            ExtremeWork(space: self, question: question))
        guard var extreme = found else { return nil }
        if least { extreme = -extreme }
        return compiled.parties[party].cap.map { min($0, extreme) } ?? extreme
    }
}

private struct ExtremeWork: ScalarWork {
    let space: OutcomeSpace
    let question: Question

    func run<S: Scalar, C: Tally>(_: S.Type, _: C.Type) throws(Budget.Exhausted) -> BigInt? {
        let graph = try ContextGraph(
            space.compiled.compiledConditions().diagrams, following: question.followed,
            budget: space.budget)
        var sweep = Sweep<S, C>(graph, question.objectives, budget: space.budget)
        sweep.clamps = true
        let outcome = try sweep.run()
        if !outcome.exact { throw .vectors }
        let dimension = question.objectives.count
        return outcome.last.counts.indices.map {
            outcome.last.scalars[$0 * dimension + dimension - 1].wide
        }.max()
    }
}
