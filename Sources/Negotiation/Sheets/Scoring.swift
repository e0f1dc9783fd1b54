/// What had to be assumed to give a sheet one central value for everything.
public enum Assumption: Hashable, Sendable {
    /// The issue has no weight: it weighs 0.
    case missingWeight(IssueID)
    /// The option has no value: unknown between 0 and out-of, taken at the middle.
    case unknownValue(IssueID, OptionID)
    /// A range of a weight was taken at its midpoint, or at the point that fits the stated total.
    case weightWithinRange(IssueID)
    /// A range of a value was taken at its midpoint.
    case valueWithinRange(IssueID, OptionID)
    /// Weights stand in an order: taken in proportion to n, n − 1, …, 1 (rank sum).
    case weightsFromOrder
    /// Weights stand as levels: taken as an order of the levels in use; `indifferent` weighs 0.
    case weightsFromLevels
    /// Values stand in an order: taken equally spaced from out-of to 0.
    case valuesFromOrder(IssueID)
    /// Values stand as levels: taken as an order of the levels in use.
    case valuesFromLevels(IssueID)
    /// A range of an interaction was taken at its midpoint; by position in the sheet.
    case interactionWithinRange(Int)
    /// A range of the worth without agreement was taken at its midpoint.
    case withoutAgreementWithinRange
    /// Nobody said what having no agreement is worth: taken as the least utility over all packages.
    case withoutAgreementAssumed
}

/// A sheet with one central number for everything that a utility needs.
///
/// Utility of a package = Σ weight · value / out-of over the issues, plus the interactions that hold, at most the
/// cap: on the scale that the weights set, never normalised. Ranges stand at their midpoints and orders equally
/// spaced; ``assumptions`` lists every such choice.
public struct Scoring: Hashable, Sendable {
    /// Whose wants these are.
    public let party: PartyID
    /// The sheet they come from.
    public let sheet: SheetID
    /// Who says so.
    public let basis: Sheet.Basis
    /// The weight of each issue of the dossier.
    public let weights: [IssueID: Rational]
    /// Points of each option, weight · value / out-of, for every issue and option of the dossier.
    public let points: [IssueID: [OptionID: Rational]]
    /// What combinations add.
    public let interactions: [(when: Condition, add: Rational)]
    /// The most that a utility can be.
    public let atMost: Rational?
    /// The worth of having no agreement; nil where nobody has said.
    public let withoutAgreement: Rational?
    /// The red lines, with those that the level `impossible` stands for.
    public let redLines: [RedLine]
    /// Every choice that the sheet left open.
    public let assumptions: [Assumption]

    /// Whether anything but stated numbers went into it.
    public var isCentral: Bool { !assumptions.isEmpty }

    /// The utility of a package that settles every issue.
    ///
    /// Complexity: linear in the issues and the size of the interactions.
    public func utility(of choose: [IssueID: OptionID]) -> Rational {
        var sum = Rational.zero
        for (issue, option) in choose { sum += points[issue]?[option] ?? 0 }
        for (when, add) in interactions where when.holds(in: choose) { sum += add }
        return atMost.map { min($0, sum) } ?? sum
    }

    /// Equal if every part is.
    public static func == (left: Scoring, right: Scoring) -> Bool {
        left.party == right.party && left.sheet == right.sheet && left.points == right.points
            && left.weights == right.weights && left.basis == right.basis
            && left.interactions.elementsEqual(right.interactions, by: ==)
            && left.atMost == right.atMost && left.withoutAgreement == right.withoutAgreement
            && left.redLines == right.redLines && left.assumptions == right.assumptions
    }

    /// Hashes the parts that tell scorings apart most often.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(sheet)
        hasher.combine(points)
        hasher.combine(withoutAgreement)
    }
}

extension Sheet {
    /// The out-of of an issue.
    public func whole(of issue: IssueID) -> Rational { outOf[issue] ?? Self.defaultOutOf }

    /// One central number for everything, over the issues of a dossier.
    ///
    /// - An order or levels: the best is worth out-of, the last 0, the ranks between equally spaced; where all
    ///   tie, out-of.
    /// - Weights in an order or levels: k distinct ranks weigh in proportion k, …, 1, scaled so that all issues
    ///   together weigh the stated total, or ``defaultTotal`` (rank-sum weights: Stillwell, Seaver and Edwards,
    ///   Organizational Behavior and Human Performance 28, 1981).
    /// - A range: its midpoint; ranges of weights with a stated total: the same share of each range, such that
    ///   they sum to the total, if any share does.
    ///
    /// Complexity: linear in the sheet and the options of the dossier.
    public func central(over issues: [Issue]) -> Scoring {
        var assumptions: [Assumption] = []
        let weights = centralWeights(over: issues, &assumptions)
        var points: [IssueID: [OptionID: Rational]] = [:]
        var lines = redLines
        for issue in issues {
            let values = centralValues(of: issue, &assumptions)
            let scale = (weights[issue.id] ?? 0) / whole(of: issue.id)
            points[issue.id] = values.mapValues { $0 * scale }
            lines += impossibleLines(of: issue)
        }
        let interactions = self.interactions.enumerated().map { index, interaction in
            if !interaction.add.isExact { assumptions.append(.interactionWithinRange(index)) }
            return (when: interaction.when, add: interaction.add.central)
        }
        let worth = withoutAgreement?.now
        if worth == nil { assumptions.append(.withoutAgreementAssumed) }
        if let worth, !worth.isExact { assumptions.append(.withoutAgreementWithinRange) }
        return Scoring(
            party: party, sheet: id, basis: basis, weights: weights, points: points,
            interactions: interactions, atMost: atMost, withoutAgreement: worth?.central,
            redLines: lines, assumptions: assumptions)
    }

    private func centralWeights(
        over issues: [Issue], _ assumptions: inout [Assumption]
    ) -> [IssueID: Rational] {
        let known = Set(issues.map(\.id))
        for issue in issues where !weights.issues.contains(issue.id) {
            assumptions.append(.missingWeight(issue.id))
        }
        switch weights {
        case .numbers(let all, let total):
            let amounts = all.filter { known.contains($0.key) }
            let share = shareOfRanges(Array(amounts.values), summingTo: total)
            for issue in issues where amounts[issue.id].map({ !$0.isExact }) ?? false {
                assumptions.append(.weightWithinRange(issue.id))
            }
            return amounts.mapValues { $0.least + share * ($0.greatest - $0.least) }
        case .order(let groups, let total):
            assumptions.append(.weightsFromOrder)
            let visible = groups.map { $0.filter(known.contains) }.filter { !$0.isEmpty }
            return rankSum(visible, total: total ?? Self.defaultTotal)
        case .levels(let levels, let total):
            assumptions.append(.weightsFromLevels)
            let visible = levels.filter { known.contains($0.key) && $0.value < .indifferent }
            let groups = Set(visible.values).sorted().map { level in
                visible.filter { $0.value == level }.keys.sorted()
            }
            return rankSum(groups, total: total ?? Self.defaultTotal)
        }
    }

    /// The share t of every range such that Σ least + t · width is the total; one half without a total, or where
    /// no share between 0 and 1 reaches it.
    private func shareOfRanges(_ amounts: [Amount], summingTo total: Rational?) -> Rational {
        let half = Rational(1, over: 2)
        let least = amounts.reduce(Rational.zero) { $0 + $1.least }
        let width = amounts.reduce(Rational.zero) { $0 + $1.greatest - $1.least }
        guard let total, width > 0 else { return half }
        let share = (total - least) / width
        return share >= 0 && share <= 1 ? share : half
    }

    private func rankSum(_ groups: [[IssueID]], total: Rational) -> [IssueID: Rational] {
        var ranks: [IssueID: Int] = [:]
        for (index, group) in groups.enumerated() {
            for issue in group { ranks[issue] = groups.count - index }
        }
        let sum = ranks.values.reduce(0, +)
        return ranks.mapValues { total * Rational($0) / Rational(max(sum, 1)) }
    }

    private func centralValues(
        of issue: Issue, _ assumptions: inout [Assumption]
    ) -> [OptionID: Rational] {
        let whole = whole(of: issue.id)
        var result: [OptionID: Rational]
        switch values[issue.id] {
        case .numbers(let amounts)?:
            result = amounts.mapValues(\.central)
            for option in issue.options where amounts[option.id].map({ !$0.isExact }) ?? false {
                assumptions.append(.valueWithinRange(issue.id, option.id))
            }
        case .order(let groups)?:
            assumptions.append(.valuesFromOrder(issue.id))
            result = equallySpaced(groups, whole: whole)
        case .levels(let levels)?:
            assumptions.append(.valuesFromLevels(issue.id))
            let groups = Set(levels.values).sorted().map { level in
                levels.filter { $0.value == level }.keys.sorted()
            }
            result = equallySpaced(groups, whole: whole)
        case nil:
            result = [:]
        }
        for option in issue.options where result[option.id] == nil {
            assumptions.append(.unknownValue(issue.id, option.id))
            result[option.id] = whole / 2
        }
        return result
    }

    private func equallySpaced(_ groups: [[OptionID]], whole: Rational) -> [OptionID: Rational] {
        var result: [OptionID: Rational] = [:]
        let steps = max(groups.count - 1, 1)
        for (index, group) in groups.enumerated() {
            for option in group { result[option] = whole * Rational(steps - index) / Rational(steps) }
        }
        return result
    }

    /// The red lines that the level `impossible` stands for.
    private func impossibleLines(of issue: Issue) -> [RedLine] {
        guard case .levels(let levels)? = values[issue.id] else { return [] }
        return issue.options.filter { levels[$0.id] == .impossible }.map { option in
            RedLine(choose: .choose(issue.id, [option.id]), firmness: .believed)
        }
    }
}
