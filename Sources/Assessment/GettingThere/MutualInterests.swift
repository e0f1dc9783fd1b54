public import Negotiation

/// Where the negotiators want the same, where one can give what costs it least, and which interests meet.
///
/// Rests on the sheets alone, numbers or not, and on what options are said to serve; combinations are not counted.
public struct MutualInterests: Hashable, Sendable {
    /// An issue on which no two negotiators with sheets pull apart.
    public struct Agreement: Hashable, Sendable {
        /// How far they agree.
        public enum Kind: Hashable, Sendable {
            /// Of any two options, nobody puts one first that another puts second: whatever the numbers.
            case sameOrder
            /// The same, because the issue counts for one negotiator alone.
            case countsFor(PartyID)
            /// Only what they put first is the same.
            case sameFirst
        }

        /// The issue.
        public var issue: IssueID
        /// How far they agree.
        public var kind: Kind
        /// The options that nobody puts anything above; may be none where an order is known in part.
        public var firsts: [OptionID]
    }

    /// Two issues on which two negotiators each want the opposite, and count differently: each can get the issue that
    /// counts for more with it, and give the other.
    public struct Trade: Hashable, Sendable {
        /// What one of them gets.
        public struct Side: Hashable, Sendable {
            /// Who.
            public var party: PartyID
            /// On which issue.
            public var gets: IssueID
            /// What it puts first there.
            public var option: OptionID
            /// The bounds of the ratio of its swing on that issue to its swing on the one that it gives.
            public var least: Rational
            /// The greatest ratio; nil where the sheet sets none.
            public var greatest: Rational?
        }

        /// The two sides.
        public var sides: [Side]
        /// Whether the ratios differ this way whatever values the sheets allow; else they may.
        public var isSure: Bool
        /// Whether each surely gets more than it gives where what each puts first is exchanged as it is; else they can
        /// trade in part, through answers between.
        public var isGainForBoth: Bool
        /// The negotiators whose red lines the two options cross together or alone.
        public var crosses: [PartyID]
        /// Whether the rules allow both options together; nil where that was not looked at or a budget ran out.
        public var isFeasible: Bool?

        /// Whether it can be talked about as it is: sure, more for both, across no red line that is known, and not known to
        /// be excluded by the rules.
        public var isOpen: Bool { isSure && isGainForBoth && crosses.isEmpty && isFeasible != false }
    }

    /// An interest of several parties.
    public struct Shared: Hashable, Sendable {
        /// The interest.
        public var interest: InterestID
        /// The issues on which some option serves it; none: it is off the agenda.
        public var servedOn: [IssueID]
    }

    /// An option that serves interests of different parties at once.
    public struct Dovetail: Hashable, Sendable {
        /// The issue.
        public var issue: IssueID
        /// The option.
        public var option: OptionID
        /// The interests, in the order of the dossier.
        public var interests: [InterestID]
    }

    /// The negotiators with a sheet here, in the order of the dossier.
    public var negotiators: [PartyID]
    /// The negotiators that take part and have no sheet here.
    public var withoutSheet: [PartyID]
    /// The negotiators left out on request.
    public var without: [PartyID]
    /// Where they agree, in the order of the dossier; empty with fewer than two sheets.
    public var agreements: [Agreement]
    /// Trades: sure ones first, then those that cross no red line, then those that are more for both as they are, then
    /// those in which the ratios certainly differ most.
    public var trades: [Trade]
    /// Whether these are all; false where there are so many that the search ended.
    public var tradesAreAll: Bool
    /// Interests of several parties.
    public var shared: [Shared]
    /// Options that dovetail interests.
    public var dovetailing: [Dovetail]
}

extension Dossier {
    /// Interests of several parties, on the agenda or off it.
    public var sharedInterests: [MutualInterests.Shared] {
        interests.filter { $0.of.count > 1 }.map { interest in
            MutualInterests.Shared(
                interest: interest.id,
                servedOn: issues.filter { $0.options.contains { $0.serves.contains(interest.id) } }.map(\.id))
        }
    }

    /// Options that serve at least two interests without a common owner.
    public var dovetailingOptions: [MutualInterests.Dovetail] {
        issues.flatMap { issue in
            issue.options.compactMap { option in
                let served = interests.filter { option.serves.contains($0.id) && !$0.of.isEmpty }
                let isDovetailing = served.contains { one in
                    served.contains { Set($0.of).isDisjoint(with: one.of) }
                }
                return isDovetailing
                    ? MutualInterests.Dovetail(
                        issue: issue.id, option: option.id, interests: served.map(\.id)) : nil
            }
        }
    }
}
