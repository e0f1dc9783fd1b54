public import Bargaining
public import Negotiation

/// What can be said without a single number: from rules, stated positions, and the orders of sheets alone.
public struct WithoutNumbers: Sendable {
    /// An option of an issue.
    public struct Choice: Hashable, Sendable {
        /// The issue.
        public var issue: IssueID
        /// The option.
        public var option: OptionID
    }

    /// Two options that some feasible package has each, and none both.
    public struct Exclusion: Hashable, Sendable {
        /// The one that comes first in the dossier.
        public var one: Choice
        /// The other.
        public var other: Choice
    }

    /// What stated positions leave.
    public struct PositionsLeft: Hashable, Sendable {
        /// Whose positions; several: all of them at once.
        public var of: [PartyID]
        /// The feasible packages that meet every last stated position of theirs.
        public var feasible: PackageCount
    }

    /// Packages that another one beats for everyone whatever the numbers; nil where a negotiator's sheet is missing or has
    /// an interaction.
    public var beaten: OutcomeSpace.BeatenPackages?
    /// Options that exclude each other, in the order of the dossier; nil where there are too many options to compare, or a
    /// budget ran out.
    public var exclusions: [Exclusion]?
    /// Options that every negotiator surely ranks no lower than any other of the issue; issues on which somebody tells
    /// options apart.
    public var firstForAll: [Choice]
    /// Options that every negotiator surely ranks no higher than any other of the issue.
    public var lastForAll: [Choice]
    /// What the last stated positions of each party leave, then those of all together; parties in the order of the dossier.
    public var positions: [PositionsLeft]
}

extension Dossier {
    /// What can be said of this dossier without a single number.
    ///
    /// - Parameters:
    ///   - analysis: the sheets, where every negotiator has one; nil: rules and positions alone.
    ///   - budget: limits on the work of each question.
    ///
    /// Complexity: one walk of the engine for each option and each party with positions, and one subset construction.
    public func withoutNumbers(_ analysis: Analysis?, budget: Budget = Budget()) -> WithoutNumbers {
        let rules = RuleSpace(self, budget: budget)
        let ranked = analysis?.rankedAlike() ?? (first: [], last: [])
        return WithoutNumbers(
            beaten: analysis?.beatenPackages(), exclusions: rules.exclusions(), firstForAll: ranked.first,
            lastForAll: ranked.last, positions: positionsLeft(rules))
    }

    private func positionsLeft(_ rules: RuleSpace) -> [WithoutNumbers.PositionsLeft] {
        let stances = stances
        let parties = self.parties.map(\.id).filter { party in stances.contains { $0.of == party } }
        var result: [WithoutNumbers.PositionsLeft] = []
        for group in parties.map({ [$0] }) + (parties.count > 1 ? [parties] : []) {
            let own = stances.filter { group.contains($0.of) }
            if let count = rules.feasible(within: own.map { ($0.issue, $0.options) }) {
                result.append(WithoutNumbers.PositionsLeft(of: group, feasible: count))
            }
        }
        return result
    }
}

extension Analysis {
    /// Packages that another one beats for everyone whatever the numbers; nil where a sheet has an interaction.
    ///
    /// Complexity: see `OutcomeSpace.beatenPackages(_:)`.
    func beatenPackages() -> OutcomeSpace.BeatenPackages? {
        missing.isEmpty ? space.beatenPackages(knowledge) : nil
    }

    /// The options that all rank first, and those that all rank last.
    fileprivate func rankedAlike() -> (first: [WithoutNumbers.Choice], last: [WithoutNumbers.Choice]) {
        var (first, last): ([WithoutNumbers.Choice], [WithoutNumbers.Choice]) = ([], [])
        for (place, issue) in issues.enumerated() where issue.options.count > 1 {
            let known = knowledge.map { $0.values[place] }
            let all = issue.options.indices
            // Where nobody tells any two options apart, nothing is first or last.
            let isTold = known.contains { value in
                all.contains { one in all.contains { value.difference(of: one, over: $0) != Amount(0) } }
            }
            guard isTold else { continue }
            for option in all {
                let choice = WithoutNumbers.Choice(issue: issue.id, option: issue.options[option].id)
                if known.allSatisfy({ value in all.allSatisfy { value.isSurely(option, atLeast: $0) } }) {
                    first.append(choice)
                }
                if known.allSatisfy({ value in all.allSatisfy { value.isSurely($0, atLeast: option) } }) {
                    last.append(choice)
                }
            }
        }
        return (first, last)
    }
}

extension RuleSpace {
    /// How many feasible packages take one of the options named on each issue named; nil where the rules cannot be asked.
    func feasible(within choices: [(issue: IssueID, options: [OptionID])]) -> PackageCount? {
        var open: [Int: Set<Int>] = [:]
        for (issue, options) in choices {
            guard let place = model.issues.firstIndex(where: { $0.id == issue }) else { continue }
            let named = model.issues[place].options.indices.filter {
                options.contains(model.issues[place].options[$0].id)
            }
            open[place] = open[place].map { $0.intersection(named) } ?? Set(named)
        }
        return space?.feasibleCount(within: open)
    }

    /// Pairs of options of different issues that some feasible package has each, and none both; nil where there are too many
    /// options to compare, or a budget ran out.
    func exclusions() -> [WithoutNumbers.Exclusion]? {
        guard model.issues.reduce(0, { $0 + $1.options.count }) <= Self.comparedOptions,
            let possible = openOptions(with: [:])
        else { return nil }
        var result: [WithoutNumbers.Exclusion] = []
        for (place, issue) in model.issues.enumerated() {
            for option in issue.options where possible[issue.id]?.contains(option.id) ?? false {
                guard let beside = openOptions(with: [issue.id: option.id]) else { return nil }
                for other in model.issues[(place + 1)...] {
                    let left = Set(beside[other.id] ?? [])
                    for second in other.options
                    where !left.contains(second.id) && possible[other.id]?.contains(second.id) ?? false {
                        result.append(
                            WithoutNumbers.Exclusion(
                                one: WithoutNumbers.Choice(issue: issue.id, option: option.id),
                                other: WithoutNumbers.Choice(issue: other.id, option: second.id)))
                    }
                }
            }
        }
        return result
    }

    /// More options than this are not compared pair by pair.
    private static let comparedOptions = 400
}
