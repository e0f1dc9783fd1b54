import BigInt
public import Negotiation

/// A bargaining problem made ready for questions.
///
/// Nothing is enumerated: every question follows the unfinished conditions issue by issue (see
/// <doc:Contexts>). All answers are exact unless they say otherwise, and the same on every machine.
public struct OutcomeSpace: Sendable {
    /// The problem in question.
    public let problem: BargainingProblem
    /// Each party's worth without agreement: as given, or its least utility over all packages.
    public let withoutAgreement: [Rational]
    /// For each entry of ``withoutAgreement``, whether it is exact.
    ///
    /// Where the budget did not suffice to find a party's least utility, a lower bound stands in its place;
    /// the packages acceptable to it are the same, but gains are not.
    public let withoutAgreementIsExact: [Bool]

    let compiled: CompiledProblem
    let budget: Budget
    /// ``withoutAgreement`` on each party's whole-number scale.
    let floors: [BigInt]

    /// Validates and compiles a problem.
    ///
    /// - Parameters:
    ///   - problem: issues, rules and negotiators by index.
    ///   - budget: limits for this and every later question.
    /// - Throws: where the problem's parts do not fit together.
    public init(_ problem: BargainingProblem, budget: Budget = Budget()) throws(ProblemError) {
        try problem.validate()
        self.problem = problem
        compiled = CompiledProblem(problem, budget: budget)
        self.budget = budget.shared(amongWords: compiled.words)
        var floors: [BigInt] = []
        var exact: [Bool] = []
        for party in problem.parties.indices {
            if let given = compiled.parties[party].withoutAgreement {
                floors.append(given)
                exact.append(true)
                continue
            }
            // Without interactions, the worst of every issue makes one package.
            let isPlain = compiled.parties[party].adds.isEmpty
            let range =
                isPlain
                ? nil : try? Self.scaledRange(compiled, of: party, feasible: false, budget: budget)
            exact.append(isPlain || range != nil)
            floors.append(range?.least ?? Self.lowerBound(compiled.parties[party]))
        }
        self.floors = floors
        withoutAgreement = floors.indices.map { [compiled] in compiled.parties[$0].utility(floors[$0]) }
        withoutAgreementIsExact = exact
    }

    /// Not above any utility: every option at its worst and every negative interaction at once.
    private static func lowerBound(_ party: ScaledParty) -> BigInt {
        var sum = party.adds.filter { $0 < 0 }.reduce(0, +)
        for row in party.values { sum += row.min() ?? 0 }
        return party.cap.map { min($0, sum) } ?? sum
    }

    /// A party's least and greatest scaled utility over all or all feasible packages; `nil` where none is.
    static func scaledRange(
        _ compiled: CompiledProblem, of party: Int, feasible: Bool, budget: Budget
    ) throws(Budget.Exhausted) -> UtilityRange<BigInt>? {
        let question = try Question(
            compiled, Question.Scope(parties: [party], feasible: feasible), floors: [])
        let graph = try ContextGraph(
            compiled.compiledConditions().diagrams, following: question.followed, budget: budget)
        guard graph.isSatisfiable else { return nil }
        let objectives = Objectives<BigInt>(question.objectives, along: graph)
        let range = Extremes(graph, objectives).range(of: 0, objectives)
        guard let cap = compiled.parties[party].cap else {
            return UtilityRange(least: range.least, greatest: range.greatest)
        }
        return UtilityRange(least: min(cap, range.least), greatest: min(cap, range.greatest))
    }
}

extension OutcomeSpace {
    /// A party's least and greatest utility over all packages, rules ignored; `nil`: the budget ran out.
    public func utilityRangeOverAll(of party: Int) -> UtilityRange<Rational>? {
        range(of: party, feasible: false)
    }

    /// A party's least and greatest utility over the feasible packages.
    ///
    /// - Returns: `nil` where no package is feasible, or the budget ran out.
    public func utilityRangeOverFeasible(of party: Int) -> UtilityRange<Rational>? {
        range(of: party, feasible: true)
    }

    private func range(of party: Int, feasible: Bool) -> UtilityRange<Rational>? {
        guard
            let range = try? Self.scaledRange(compiled, of: party, feasible: feasible, budget: budget)
        else { return nil }
        let scaled = compiled.parties[party]
        return UtilityRange(least: scaled.utility(range.least), greatest: scaled.utility(range.greatest))
    }
}
