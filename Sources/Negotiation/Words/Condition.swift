/// A statement about a package that is true or false once its issues are settled.
///
/// In a file, several issues mean *and*, a list of options means *or*; `all`, `any` and `not` nest.
public indirect enum Condition: Hashable, Sendable {
    /// The issue is settled by one of these options.
    case choose(IssueID, [OptionID])
    /// Every one is true; true where there is none.
    case all([Condition])
    /// At least one is true; false where there is none.
    case any([Condition])
    /// Not true.
    case not(Condition)

    /// Every choice the condition speaks of, in the order in which it stands.
    public var choices: [(issue: IssueID, options: [OptionID])] {
        switch self {
        case .choose(let issue, let options): [(issue, options)]
        case .all(let parts), .any(let parts): parts.flatMap(\.choices)
        case .not(let part): part.choices
        }
    }

    /// Whether the condition is true of the package `choose`, which settles every issue it speaks of.
    ///
    /// Complexity: linear in the size of the condition.
    public func holds(in choose: [IssueID: OptionID]) -> Bool {
        switch self {
        case .choose(let issue, let options): choose[issue].map(options.contains) ?? false
        case .all(let parts): parts.allSatisfy { $0.holds(in: choose) }
        case .any(let parts): parts.contains { $0.holds(in: choose) }
        case .not(let part): !part.holds(in: choose)
        }
    }
}

/// What cannot go together, or what needs what.
///
/// A package breaks the rule if ``when`` is true of it and its ``demand-swift.property`` is not met. A political judgement is never
/// a rule: it belongs in somebody's sheet.
public struct Rule: Hashable, Sendable, Identifiable {
    /// Why something cannot be.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It would contradict itself.
        case logic
        /// The world does not allow it.
        case physical
        /// Law does not allow it.
        case legal
        /// No institution can do it so.
        case institutional
    }

    /// What the rule demands where it applies.
    public enum Demand: Hashable, Sendable {
        /// The package must make this true.
        case require(Condition)
        /// The package must not make this true.
        case forbid(Condition)
    }

    /// The stable name.
    public var id: RuleID
    /// Why something cannot be; a rule without a kind is a finding.
    public var kind: Kind?
    /// Where the rule applies; nil: everywhere.
    public var when: Condition?
    /// What it demands there.
    public var demand: Demand
    /// The reason in words.
    public var because: Text?
    /// Where this is known from.
    public var sources: [Citation]
    /// Who may see it.
    public var seenBy: Visibility

    /// A rule.
    public init(
        id: RuleID, kind: Kind?, when: Condition? = nil, demand: Demand, because: Text? = nil,
        sources: [Citation] = [], seenBy: Visibility = .team
    ) {
        self.id = id
        self.kind = kind
        self.when = when
        self.demand = demand
        self.because = because
        self.sources = sources
        self.seenBy = seenBy
    }

    /// True of exactly the packages that break the rule.
    public var broken: Condition {
        let violated: Condition =
            switch demand {
            case .require(let condition): .not(condition)
            case .forbid(let condition): condition
            }
        return when.map { .all([$0, violated]) } ?? violated
    }
}
