public import Bargaining
public import Negotiation

/// One package, opened up: what it chooses, what it needs, what it brings to whom, and what speaks against it.
public struct Explanation: Hashable, Sendable {
    /// What the package says on one issue.
    public struct Choice: Hashable, Sendable {
        /// The issue.
        public var issue: IssueID
        /// The chosen option; nil where the package leaves the issue open.
        public var option: OptionID?
        /// Whether that is today's option.
        public var isToday: Bool
    }

    /// A consent that the package needs.
    public struct NeededConsent: Hashable, Sendable {
        /// Whose yes.
        public var party: PartyID
        /// For which choices.
        public var options: [(issue: IssueID, option: OptionID, consent: Consent)]

        /// Equal if every part is.
        public static func == (left: NeededConsent, right: NeededConsent) -> Bool {
            left.party == right.party && left.options.elementsEqual(right.options, by: ==)
        }

        /// Hashes the party.
        public func hash(into hasher: inout Hasher) { hasher.combine(party) }
    }

    /// An interest that the package touches.
    public struct TouchedInterest: Hashable, Sendable {
        /// The interest.
        public var interest: InterestID
        /// The issues on which an option serves it.
        public var servedBy: [IssueID]
        /// The issues on which an option harms it.
        public var harmedBy: [IssueID]
    }

    /// What the package is worth to one negotiator.
    public struct Worth: Hashable, Sendable {
        /// The negotiator.
        public var party: PartyID
        /// Points of the chosen option, one an issue of the analysis; nil where the issue is open.
        public var points: [Rational?]
        /// The most points that the issue could bring, one an issue.
        public var bestPoints: [Rational]
        /// The least points that the issue could bring, one an issue.
        public var leastPoints: [Rational]
        /// Interactions that hold, by place in the sheet, with the points they add.
        public var interactions: [Int: Rational]
        /// Points before the cap.
        public var sum: Rational
        /// The utility: the sum, at most the cap. Of a partial package: of what it settles.
        public var utility: Rational
        /// The least and greatest utility over all that the sheet leaves open; of a partial package: of what it settles.
        public var range: Amount
        /// The least and greatest gain; nil for a partial package, or where nobody has said what no agreement is worth.
        public var gainRange: Amount?
        /// Whether the party accepts over all that its sheet leaves open; nil for a partial package.
        public var certainty: Acceptance?
        /// The worth without agreement.
        public var withoutAgreement: Rational
        /// Whether that is exact; false where a budget ran out and a lower bound stands in its place.
        public var withoutAgreementIsExact: Bool
        /// Utility minus worth without agreement.
        public var gain: Rational
        /// Whether the worth without agreement was said, as a number or a range, or is assumed.
        public var withoutAgreementBasis: Scoring.WithoutAgreementBasis
        /// Whether the points rest on a central value of a range or order; one an issue of the analysis.
        public var pointsAreCentral: [Bool]
        /// Whether anything in the utility rests on a central value.
        public var isCentral: Bool
        /// The greatest utility over all feasible packages, and how far the package is below it.
        public var best: Rational?
        /// The red lines that the package crosses.
        public var crossed: [RedLine]
        /// Whether the party accepts: gain not negative and no red line crossed; nil for a partial package.
        public var isAcceptable: Bool?
    }

    /// The package.
    public var package: NamedPackage
    /// Its choices, in the order of the issues.
    public var choices: [Choice]
    /// The issues it leaves open.
    public var open: [IssueID]
    /// What it breaks, whatever the open issues bring.
    public var broken: [Prohibition]
    /// Whether some way to settle the open issues keeps the rules; for a whole package, whether it does. Nil where
    /// a budget ran out.
    public var isFeasible: Bool?
    /// The consents it needs.
    public var consents: [NeededConsent]
    /// The interests it touches.
    public var interests: [TouchedInterest]
    /// The minimums that hold in it, as in every package.
    public var minimums: [MinimumID]
    /// What it is worth to each negotiator with a sheet.
    public var worths: [Worth]
    /// The negotiators of which no sheet is here: what the package is worth to them is not known.
    public var withoutSheet: [PartyID]
    /// For a whole package: whether no acceptable package is at least as good for all and better for one. Nil for
    /// a package that is partial or not acceptable to all, where a negotiator's sheet is missing, or where a budget
    /// ran out.
    public var isOnFrontier: Bool?
    /// Over all that the sheets leave open, in how many ways nobody is worse off; nil for a partial package, where nothing
    /// is open, or where a negotiator's sheet is missing.
    public var outlook: PackageOutlook?
}

extension Explanation {
    /// Whether it is known that the package is not on the frontier because it is not acceptable to all in the first place:
    /// it is whole, and the rules or some negotiator exclude it.
    public var isExcluded: Bool {
        open.isEmpty && (isFeasible == false || worths.contains { $0.isAcceptable == false })
    }

    /// Whether no budget ran out on the way to it.
    public var isExact: Bool {
        guard isFeasible != nil, worths.allSatisfy(\.withoutAgreementIsExact) else { return false }
        let isJudged = isOnFrontier != nil || isExcluded || !withoutSheet.isEmpty
        return isJudged || !open.isEmpty || worths.isEmpty
    }
}
