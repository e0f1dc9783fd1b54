import BigInt
import Negotiation

/// Which packages compete on a frontier.
public enum FrontierScope: Hashable, Sendable {
    /// Feasible, no negotiator's red line crossed, no negotiator worse off than without agreement.
    case acceptable
    /// All feasible packages, acceptable or not.
    case feasible
}

extension OutcomeSpace {
    /// Every utility vector that no other package in the scope dominates.
    ///
    /// - Complexity: depends on how many vectors are undominated on the way, not on the number of packages.
    public func frontier(over scope: FrontierScope = .acceptable) -> Frontier {
        do throws(Budget.Exhausted) {
            let everybody = Array(problem.parties.indices)
            let question = try Question(
                compiled,
                Question.Scope(
                    parties: everybody, redLinesOf: scope == .acceptable ? everybody : [],
                    gainful: scope == .acceptable),
                floors: floors)
            let work = FrontierWork(space: self, question: question)
            return try onNarrowestTypes(
                bits: max(bits(of: question.objectives), floorBits), packages: compiled.packages, work)
        } catch {
            return unlistedFrontier()
        }
    }

    /// A frontier of which no point is listed yet, to take in points that were found without listing it.
    public func unlistedFrontier() -> Frontier {
        .unfinished(scales: compiled.parties.map(\.scale), upTo: compiled.packages)
    }

    /// Bits that the worths without agreement need, and differences from them.
    var floorBits: Int { (floors.map { $0.bitWidth }.max() ?? 1) + 1 }
}

private struct FrontierWork: ScalarWork {
    let space: OutcomeSpace
    let question: Question

    func run<S: Scalar, C: Tally>(_: S.Type, _: C.Type) throws(Budget.Exhausted) -> Frontier {
        let graph = try ContextGraph(
            space.compiled.compiledConditions().diagrams, following: question.followed,
            budget: space.budget)
        var sweep = Sweep<S, C>(graph, question.objectives, budget: space.budget)
        sweep.keepsLevels = true
        let hasCaps = sweep.objectives.caps.contains { $0 != nil }
        if hasCaps, let capped = try capped(sweep) { return capped }
        let outcome = try sweep.run()
        let core = TypedFrontier(
            outcome, limits: nil, of: sweep, problem: space.compiled, floors: space.floors)
        return Frontier(
            core: core, exact: outcome.exact, countsAreExact: outcome.exact && !hasCaps,
            allPackages: space.compiled.packages)
    }

    /// The frontier with all its packages; `nil` where these are too different to be told apart: then the sweep still
    /// finds every point, with some packages on each.
    private func capped<S: Scalar, C: Tally>(
        _ sweep: Sweep<S, C>
    ) throws(Budget.Exhausted) -> Frontier? {
        do throws(Budget.Exhausted) {
            let capped = try CappedFrontier(sweep)
            let core = TypedFrontier(
                capped.outcome, limits: capped.limits, of: sweep, problem: space.compiled,
                floors: space.floors)
            return Frontier(
                core: core, exact: true, countsAreExact: true, allPackages: space.compiled.packages)
        } catch {
            if error == .cancelled { throw error }
            return nil
        }
    }
}
