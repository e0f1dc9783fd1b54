import BigInt

/// Which issues a question fixes, and at which option; by issue index.
typealias FixedOptions = [Int: Int]

/// Finds all undominated packages of a question, whatever its objectives stand for.
///
/// A floor makes an objective a condition as well. An objective capped at its floor is a condition and nothing more:
/// who reaches it is told from nobody else who does.
struct UndominatedSearch: ScalarWork {
    let problem: CompiledProblem
    let diagrams: DecisionDiagrams
    let question: Question
    /// What gains are counted from, scaled, one a party.
    let floors: [BigInt]
    let budget: Budget

    /// What was found.
    struct Outcome {
        let core: any SearchCore
        /// Whether nothing undominated is missing.
        let exact: Bool
        /// Whether every package of every point is there.
        let countsAreExact: Bool
    }

    /// Runs the search on the narrowest numbers that hold every sum.
    func found() throws(Budget.Exhausted) -> Outcome {
        let floorBits = (floors.map(\.bitWidth).max() ?? 1) + 1
        return try onNarrowestTypes(
            bits: max(bits(of: question.objectives), floorBits), packages: problem.packages, self)
    }

    func run<S: Scalar, C: Tally>(_: S.Type, _: C.Type) throws(Budget.Exhausted) -> Outcome {
        let graph = try ContextGraph(diagrams, following: question.followed, budget: budget)
        var sweep = Sweep<S, C>(graph, question.objectives, budget: budget)
        sweep.keepsLevels = true
        let hasCaps = sweep.objectives.caps.contains { $0 != nil }
        if hasCaps {
            do throws(Budget.Exhausted) {
                let capped = try CappedFrontier(sweep)
                let core = TypedFrontier(
                    capped.outcome, limits: capped.limits, of: sweep, problem: problem, floors: floors)
                return Outcome(core: core, exact: true, countsAreExact: true)
            } catch {
                // The packages are too different to be told apart: the sweep still finds every point.
                if error == .cancelled { throw error }
            }
        }
        let outcome = try sweep.run()
        let core = TypedFrontier(outcome, limits: nil, of: sweep, problem: problem, floors: floors)
        return Outcome(core: core, exact: outcome.exact, countsAreExact: outcome.exact && !hasCaps)
    }
}

/// Undominated points with more objectives than parties; the parties' stand first.
protocol SearchCore: FrontierCore {
    /// An objective's sum at a point, as whole as it was summed.
    func scaled(at point: Int, objective: Int) -> BigInt
}

extension TypedFrontier: SearchCore {
    func scaled(at point: Int, objective: Int) -> BigInt { scalars[point * dimension + objective].wide }
}

/// Whether some package reaches every floor of a question.
struct ExistenceSearch: ScalarWork {
    let diagrams: DecisionDiagrams
    let question: Question
    let budget: Budget

    /// Runs the search on the narrowest numbers that hold every sum.
    func found(among packages: BigInt) throws(Budget.Exhausted) -> Bool {
        try onNarrowestTypes(bits: bits(of: question.objectives), packages: packages, self)
    }

    func run<S: Scalar, C: Tally>(_: S.Type, _: C.Type) throws(Budget.Exhausted) -> Bool {
        let graph = try ContextGraph(diagrams, following: question.followed, budget: budget)
        guard graph.isSatisfiable else { return false }
        var sweep = Sweep<S, C>(graph, question.objectives, budget: budget)
        sweep.clamps = true
        let outcome = try sweep.run()
        // A thinned sweep may have lost the only package.
        if !outcome.exact, outcome.last.counts.isEmpty { throw .vectors }
        return !outcome.last.counts.isEmpty
    }
}

extension CompiledProblem {
    /// The conditions of a question with more of them: packages must have certain options.
    ///
    /// - Parameter fixed: issue → option.
    func fixing(
        _ fixed: FixedOptions, in question: inout Question
    ) throws(Budget.Exhausted) -> DecisionDiagrams {
        var diagrams = try compiledConditions().diagrams
        for (issue, option) in fixed.sorted(by: { $0.key < $1.key }) {
            let node = try diagrams.node(for: .not(.chosen(issue: issue, options: [option])))
            question.followed.hard.append(node)
        }
        return diagrams
    }
}
