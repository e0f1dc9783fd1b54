public import Negotiation

/// What a combination of options adds to a party's utility beyond the options' own points.
public struct Interaction: Hashable, Sendable {
    /// When it applies.
    public var when: Formula
    /// The points added, possibly negative, on the party's own scale.
    public var add: Rational

    /// An interaction that adds `add` where `when` holds.
    public init(when: Formula, add: Rational) {
        self.when = when
        self.add = add
    }
}

/// What one negotiator wants, in numbers on its own scale.
public struct PartyModel: Hashable, Sendable {
    /// Issue × option: the points an option brings (weight · value / out-of, already multiplied).
    public var values: [[Rational]]
    /// Points added where a condition holds.
    public var interactions: [Interaction]
    /// The most that a package can be worth: utility is the lesser of this and the sum.
    public var cap: Rational?
    /// Crossing any of these makes a package unacceptable to this party, not infeasible.
    public var redLines: [Formula]
    /// The worth of having no agreement; `nil`: the party's least utility over all packages, rules ignored.
    public var withoutAgreement: Rational?

    /// A party's model; everything but the values may be left out.
    public init(
        values: [[Rational]], interactions: [Interaction] = [], cap: Rational? = nil,
        redLines: [Formula] = [], withoutAgreement: Rational? = nil
    ) {
        self.values = values
        self.interactions = interactions
        self.cap = cap
        self.redLines = redLines
        self.withoutAgreement = withoutAgreement
    }
}

/// Issues with their options, what is forbidden, and the negotiators; everything by index.
///
/// There may be no parties (then every feasible package is acceptable) and no issues (then there is one
/// package, the empty one).
public struct BargainingProblem: Hashable, Sendable {
    /// The number of options of each issue, each at least 1.
    public var optionCounts: [Int]
    /// A package for which any of these holds is infeasible.
    public var prohibitions: [Formula]
    /// The negotiators, in the order of every result.
    public var parties: [PartyModel]

    /// A problem from its parts.
    public init(optionCounts: [Int], prohibitions: [Formula] = [], parties: [PartyModel] = []) {
        self.optionCounts = optionCounts
        self.prohibitions = prohibitions
        self.parties = parties
    }
}

/// Why a problem cannot be analysed: its parts do not fit together.
public enum ProblemError: Error, Hashable, Sendable {
    /// An issue has no option.
    case issueWithoutOptions(issue: Int)
    /// A party's table of values does not have one row an issue and one number an option.
    case valuesDoNotFit(party: Int, issue: Int)
    /// A formula speaks of an issue that is not there.
    case unknownIssue(Int)
    /// A formula speaks of an option that its issue does not have.
    case unknownOption(issue: Int, option: Int)
}

extension BargainingProblem {
    /// Checks that every table fits the issues and every formula speaks of what is there.
    ///
    /// - Throws: the first misfit, in the order issues, parties, prohibitions.
    public func validate() throws(ProblemError) {
        for (issue, count) in optionCounts.enumerated() where count < 1 {
            throw .issueWithoutOptions(issue: issue)
        }
        for (index, party) in parties.enumerated() {
            guard party.values.count == optionCounts.count else {
                throw .valuesDoNotFit(party: index, issue: min(party.values.count, optionCounts.count))
            }
            for (issue, row) in party.values.enumerated() where row.count != optionCounts[issue] {
                throw .valuesDoNotFit(party: index, issue: issue)
            }
            for interaction in party.interactions { try validate(interaction.when) }
            for line in party.redLines { try validate(line) }
        }
        for rule in prohibitions { try validate(rule) }
    }

    private func validate(_ formula: Formula) throws(ProblemError) {
        try formula.forEachAtom { (issue, options) throws(ProblemError) in
            guard optionCounts.indices.contains(issue) else { throw .unknownIssue(issue) }
            for option in options where !(0..<optionCounts[issue]).contains(option) {
                throw .unknownOption(issue: issue, option: option)
            }
        }
    }
}
