public import Bargaining
public import Negotiation

/// Everything that a briefing tells, as one value: where the process stands, what the rules leave, and, where
/// sheets allow it, the space of agreement. A function of the viewed dossier and the request alone.
public struct Situation: Sendable {
    /// For whom it is.
    public var viewer: Viewer
    /// The dossier as the viewer sees it.
    public var dossier: Dossier
    /// What a careful reader would ask about.
    public var findings: [Finding]
    /// All ways to settle all issues; nil where a budget ran out.
    public var packages: PackageCount?
    /// Those that keep the rules and breach no minimum; nil where a budget ran out.
    public var feasible: PackageCount?
    /// The options of each issue that some feasible package has; nil where a budget ran out.
    public var openOptions: [IssueID: [OptionID]]?
    /// What can be said without a single number.
    public var withoutNumbers: WithoutNumbers
    /// The space of agreement, or why there is none to show.
    public var space: Result<Space, AssessmentError>
    /// The negotiators that were left out on request.
    public var without: [PartyID]
    /// The packages that stand in the dossier, opened up, in its order.
    public var drafted: [Explanation]
    /// What changed since an earlier copy, where one was given.
    public var development: Development?
    /// How to get there.
    public var path: Path
    /// Whether anybody in the dossier's graph model gains by leaving where things stand, or a state in question; nil where the viewer
    /// sees no model.
    public var stability: Result<StabilityReport, AssessmentError>?
    /// Whether the packages that come with commitments can be carried out, in the order of the dossier.
    public var roadmaps: [RoadmapOutcome]

    /// Whether one package can be carried out.
    public struct RoadmapOutcome: Sendable {
        /// The package; nil: all commitments of a dossier without packages.
        public var package: PackageID?
        /// The answer, or why there is none.
        public var report: Result<RoadmapReport, AssessmentError>
    }

    /// What needs a sheet of every negotiator.
    public struct Space: Sendable {
        /// The analysis that everything here comes from.
        public var analysis: Analysis
        /// Counts, frontier, yardsticks.
        public var report: PackagesReport
        /// Packages worth testing, best first by the share of completions in which nobody is worse off; none where there is a ``silence``.
        public var candidates: [Candidate]
        /// The packages compared over all that the sheets leave open; nil where they leave nothing open.
        public var testing: WorthTesting?
        /// What to ask next; nil where the sheets leave nothing open.
        public var inquiry: Inquiry?
        /// What today’s answers are worth to each negotiator, on central values; nil where today is not known on
        /// every issue.
        public var today: [Rational]?

        /// Why the sheets, though all are here, point at no package.
        public enum Silence: Hashable, Sendable {
            /// There is nobody to agree with.
            case oneNegotiator
            /// To each negotiator every package that the rules leave is worth the same.
            case everythingTied
        }

        /// Why the sheets point at no package; nil where they do, or where there is an obstacle to all packages.
        public var silence: Silence? { report.silence }
    }

    /// A package worth testing, with the reasons.
    public struct Candidate: Sendable {
        /// Why a package is worth testing.
        public enum Reason: Hashable, Sendable {
            /// A yardstick points at it; so many packages are level with it there.
            case reference(References.Kind, ties: String)
            /// It stands in the dossier and is acceptable to all on central values.
            case drafted(PackageID, isOnFrontier: Bool?)
        }

        /// The package, opened up.
        public var explanation: Explanation
        /// The reasons.
        public var reasons: [Reason]
    }

    /// What became different since an earlier copy of the dossier.
    public struct Development: Sendable {
        /// The space after one more group of changes.
        public struct Step: Hashable, Sendable {
            /// The group; nil for the earlier copy itself.
            public var cause: Change.Cause?
            /// Feasible packages then.
            public var feasible: PackageCount?
            /// Packages acceptable to all then; nil where a sheet is missing.
            public var acceptable: PackageCount?
            /// Points of the frontier then; nil where a sheet is missing or a budget ran out.
            public var frontier: Int?
        }

        /// The earlier copy as the viewer saw it: what is gone has its name there.
        public var earlier: Dossier
        /// Every difference, by cause.
        public var changes: [Change]
        /// The space of the earlier copy, then with the changes of one cause after another added.
        public var steps: [Step]
    }
}
