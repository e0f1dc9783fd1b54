public import Bargaining
public import BigInt
public import Negotiation

/// Which packages are possible, acceptable, undominated, and at which the yardsticks point.
public struct PackagesReport: Sendable {
    /// What the analysis used for one negotiator, and found about it alone.
    public struct Negotiator: Sendable {
        /// The central numbers used, with every assumption.
        public var scoring: Scoring
        /// The worth without agreement used.
        public var withoutAgreement: Rational
        /// Whether that is exact; false where it was assumed and a budget ran out, so that a lower bound stands in its
        /// place.
        public var withoutAgreementIsExact: Bool
        /// How many packages are acceptable to this party alone.
        public var acceptable: PackageCount
        /// The party's greatest utility over all feasible packages; nil where there is none or a budget ran out.
        public var greatest: Rational?
        /// The party's least utility over all feasible packages.
        public var least: Rational?
    }

    /// A negotiator each, in the order of the dossier.
    public var negotiators: [Negotiator]
    /// The negotiators left out on request.
    public var without: [PartyID]
    /// Over which packages ideals are taken.
    public var ideal: AnalysisRequest.Ideal
    /// All ways to settle all issues.
    public var packages: PackageCount
    /// Those that keep the rules and breach no minimum.
    public var feasible: PackageCount
    /// The feasible packages acceptable to every negotiator.
    public var acceptable: PackageCount
    /// The frontier over the acceptable packages.
    public var frontier: FrontierReport
    /// The reference packages.
    public var references: References
    /// Where no package is acceptable to all: what stands in the way.
    public var obstacle: Obstacle?
    /// The packages worth testing over all that the sheets leave open, where that was asked for.
    public var testing: WorthTesting?
    /// What can be said without a single number, where that was asked for.
    public var withoutNumbers: WithoutNumbers?
    /// What no agreement is worth as time goes by; nil where no sheet that is used says so.
    public var overTime: OverTime?

    /// Whether a yardstick's points and their packages are known exactly, with all ties.
    public func isExact(_ kind: References.Kind) -> Bool { references.standing(of: kind).isExact }

    /// Whether every figure that was asked for is exact.
    public var isExact: Bool {
        (!frontier.isAskedFor || frontier.isExact && frontier.packages.exact)
            && References.Kind.allCases.allSatisfy(isExact) && references.weighted?.standing.isExact != false
            && packages.exact && feasible.exact && acceptable.exact
            && negotiators.allSatisfy { $0.acceptable.exact && $0.withoutAgreementIsExact }
            && obstacle?.isExact != false && overTime?.isExact != false
    }
}

/// The frontier in the dossier's words. Points are computed when asked for.
public struct FrontierReport: Sendable {
    /// The negotiators, in the order of every list of utilities.
    public let negotiators: [PartyID]
    /// Whether the frontier was asked for; else the points at which yardsticks point stand here, and no others.
    public let isAskedFor: Bool
    let frontier: Frontier
    let model: OutcomeModel

    /// The issues of every package, in the order of the dossier.
    public var issues: [IssueID] { model.issues.map(\.id) }
    /// The number of points.
    public var count: Int { frontier.count }
    /// The number of packages on all points.
    public var packages: PackageCount { frontier.packages }
    /// Whether this is the whole frontier.
    public var isExact: Bool { frontier.exact }

    /// One point, by place: descending utilities of the first negotiator, then the second, …
    public subscript(_ point: Int) -> FrontierPoint {
        FrontierPoint(
            utilities: frontier.utilities(at: point), gains: frontier.gains(at: point),
            count: frontier.packageCount(at: point),
            packages: PackageChoices(list: frontier.packages(at: point), model: model))
    }

    /// The utility of one negotiator at one point, for charts that need nothing else.
    public func utility(at point: Int, of negotiator: Int) -> Rational {
        frontier.utility(at: point, of: negotiator)
    }
}

/// Packages of equal utility to every negotiator.
public struct FrontierPoint: Sendable {
    /// Utilities, a negotiator each.
    public let utilities: [Rational]
    /// Utility minus worth without agreement, a negotiator each.
    public let gains: [Rational]
    /// How many packages have these utilities.
    public let count: BigInt
    /// The packages, found when asked for.
    public let packages: PackageChoices
}

/// A lazy list of packages, issue by issue in the order of the dossier.
public struct PackageChoices: Sequence, Sendable {
    let list: PackageList
    let model: OutcomeModel

    /// Begins the list.
    public func makeIterator() -> AnyIterator<[IssueID: OptionID]> {
        var iterator = list.makeIterator()
        return AnyIterator { iterator.next().map(model.choices) }
    }
}

/// Why no package is acceptable to all, and what would open one.
public enum Obstacle: Hashable, Sendable {
    /// The rules leave no package. Nil where a budget ran out before a conflict was found.
    case nothingFeasible(Conflict?)
    /// Packages are feasible, and none is acceptable to all.
    case nothingAcceptable(Openings)

    /// Whether the search for what stands in the way was completed.
    public var isExact: Bool {
        switch self {
        case .nothingFeasible(let conflict): conflict?.isMinimal == true
        case .nothingAcceptable(let openings): openings.isExact
        }
    }

    /// What excludes every package together.
    public struct Conflict: Hashable, Sendable {
        /// Rules, and options that would breach minimums.
        public var prohibitions: [Prohibition]
        /// Whether something is left without any one of them; false where a budget ran out before that was known
        /// of each.
        public var isMinimal: Bool

        /// A conflict.
        public init(_ prohibitions: [Prohibition], isMinimal: Bool) {
            self.prohibitions = prohibitions
            self.isMinimal = isMinimal
        }
    }

    /// What would open a package that is acceptable to all.
    public struct Openings: Hashable, Sendable {
        /// Lower worths without agreement that would open one, red lines kept.
        public struct Lowering: Hashable, Sendable {
            /// How much lower each negotiator's worth would have to be; undominated.
            public var by: [Rational]
        }

        /// A red line of a negotiator.
        public struct Line: Hashable, Sendable {
            /// Whose.
            public var party: PartyID
            /// Which.
            public var redLine: RedLine
        }

        /// Red lines kept: every undominated vector of lowerings. Empty where the red lines alone exclude all.
        public var lowerings: [Lowering]
        /// The places in ``lowerings`` with the least total.
        public var leastTotal: [Int]
        /// The places in ``lowerings`` with the least greatest lowering.
        public var leastGreatest: [Int]
        /// Worths kept: every smallest set of red lines, of at most three, without which some package is
        /// acceptable to all. Empty where no such set is.
        public var lines: [[Line]]
        /// Whether the search was completed.
        public var isExact: Bool
    }
}
