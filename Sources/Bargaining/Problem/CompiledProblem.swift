import BigInt
import Negotiation

/// A problem in whole numbers: each party on its own common denominator, conditions as diagram nodes.
struct CompiledProblem: Sendable {
    let problem: BargainingProblem
    /// Position → issue index.
    let order: [Int]
    /// Diagrams of all conditions; `nil` where the budget did not suffice for them.
    let conditions: CompiledConditions?
    /// One scale a party.
    let parties: [ScaledParty]

    /// Compiles a problem that has been validated.
    ///
    /// - Parameter given: position → issue index; `nil`: chosen so that few conditions are unfinished at any step.
    init(_ problem: BargainingProblem, order given: [Int]? = nil, budget: Budget) {
        self.problem = problem
        var formulas = problem.prohibitions
        for party in problem.parties { formulas += party.redLines + party.interactions.map(\.when) }
        let spans = formulas.map { formula in
            var issues: [Int] = []
            formula.forEachAtom { (issue, _) throws(Never) in issues.append(issue) }
            return issues
        }
        order = given ?? IssueOrder.choose(issues: problem.optionCounts.count, conditions: spans)
        conditions = try? CompiledConditions(problem, order: order, budget: budget)
        parties = problem.parties.map { [order] in ScaledParty($0, order: order) }
    }

    /// The number of all packages.
    var packages: BigInt { problem.optionCounts.reduce(BigInt(1)) { $0 * BigInt($1) } }

    /// Machine words that the widest number of any party takes.
    var words: Int {
        let widest = parties.map { party in
            let numbers = party.values.joined().map(\.bitWidth) + party.adds.map(\.bitWidth)
            return max(party.scale.bitWidth, numbers.max() ?? 0)
        }
        return (widest.max() ?? 0) / 64 + 1
    }

    /// The conditions, or the reason why there are none.
    func compiledConditions() throws(Budget.Exhausted) -> CompiledConditions {
        guard let conditions else { throw .diagramNodes }
        return conditions
    }
}

/// The diagrams of all conditions of a problem.
struct CompiledConditions: Sendable {
    var diagrams: DecisionDiagrams
    /// One node a prohibition.
    var prohibitions: [Int32] = []
    /// Party × red line: its node.
    var redLines: [[Int32]] = []
    /// Party × interaction: its node.
    var interactions: [[Int32]] = []

    init(_ problem: BargainingProblem, order: [Int], budget: Budget) throws(Budget.Exhausted) {
        diagrams = DecisionDiagrams(
            order: order, optionCounts: problem.optionCounts, limit: budget.diagramNodes)
        for rule in problem.prohibitions { prohibitions.append(try diagrams.node(for: rule)) }
        for party in problem.parties {
            try budget.checkCancellation()
            var nodes: [Int32] = []
            for line in party.redLines { nodes.append(try diagrams.node(for: line)) }
            redLines.append(nodes)
            nodes = []
            for interaction in party.interactions { nodes.append(try diagrams.node(for: interaction.when)) }
            interactions.append(nodes)
        }
    }
}

/// A party's numbers times one denominator, the least that makes all of its own numbers whole.
struct ScaledParty: Sendable {
    /// What a utility is multiplied by.
    let scale: BigInt
    /// Position in the order × option.
    let values: [[BigInt]]
    /// One number an interaction.
    let adds: [BigInt]
    let cap: BigInt?
    let withoutAgreement: BigInt?

    init(_ party: PartyModel, order: [Int]) {
        var scale = BigInt(1)
        func widen(_ number: Rational) {
            if number.denominator == 1 || scale % number.denominator == 0 { return }
            scale *= number.denominator / scale.greatestCommonDivisor(with: number.denominator)
        }
        for row in party.values { for value in row { widen(value) } }
        for interaction in party.interactions { widen(interaction.add) }
        if let cap = party.cap { widen(cap) }
        if let worth = party.withoutAgreement { widen(worth) }
        let whole = { [scale] (number: Rational) in number.numerator * (scale / number.denominator) }
        self.scale = scale
        values = order.map { party.values[$0].map(whole) }
        adds = party.interactions.map { whole($0.add) }
        cap = party.cap.map(whole)
        withoutAgreement = party.withoutAgreement.map(whole)
    }

    /// A number on the party's own scale again.
    func utility(_ scaled: BigInt) -> Rational { Rational(scaled, over: scale) }
}
