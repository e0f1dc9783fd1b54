import BigInt

/// Acceptable packages that keep what a partial package chooses.
public struct Completions: Sendable {
    /// Those that no other completion beats, by point.
    public let frontier: Frontier
    /// The number of all acceptable completions.
    public let all: PackageCount
}

extension OutcomeSpace {
    /// The acceptable packages with given options, and those among them that none of them dominates.
    ///
    /// A completion may be dominated by a package that gives up one of the options: that is an improvement, not a
    /// completion.
    ///
    /// - Parameter chosen: issue → option; issues left out stay open.
    /// - Precondition: every option is there.
    /// - Complexity: as ``frontier(over:)``.
    public func acceptableCompletions(of chosen: [Int: Int]) -> Completions {
        let parties = Array(problem.parties.indices)
        var all = PackageCount(lower: 0, upper: compiled.packages)
        do throws(Budget.Exhausted) {
            var question = try Question(
                compiled, Question.Scope(parties: parties, redLinesOf: parties, gainful: true), floors: floors
            )
            let diagrams = try compiled.fixing(chosen, in: &question)
            all = count(question, diagrams)
            let search = UndominatedSearch(
                problem: compiled, diagrams: diagrams, question: question, floors: floors, budget: budget)
            let outcome = try search.found()
            return Completions(
                frontier: Frontier(
                    core: outcome.core, exact: outcome.exact, countsAreExact: outcome.countsAreExact,
                    allPackages: all.upper),
                all: all)
        } catch {
            let scales = compiled.parties.map(\.scale)
            return Completions(frontier: .unfinished(scales: scales, upTo: all.upper), all: all)
        }
    }
}
