public import Bargaining
public import BigInt
public import Negotiation

/// What a package can be made into: better for somebody at nobody's cost, or, where it leaves issues open, whole.
public struct ImprovementReport: Sendable {
    /// What was looked for.
    public enum Search: Hashable, Sendable {
        /// The package settles every issue: packages that are better for somebody and worse for nobody.
        case improvements
        /// It leaves issues open: acceptable ways to settle them that no other way beats.
        case completions
    }

    /// What was looked for.
    public var search: Search
    /// The package that everything starts from, opened up. Issues that it leaves open and that the stage does not settle
    /// stand as today.
    public var start: Explanation
    /// The negotiators, in the order of every list of utilities.
    public var negotiators: [PartyID]
    /// The negotiators left out on request.
    public var without: [PartyID]
    /// The stage that changes were limited to.
    public var stage: StageID?
    /// The issues on which something may change, in the order of the dossier.
    public var changeable: [IssueID]
    /// Whether anything rests on central values.
    public var isCentral: Bool
    /// All improvements, or all acceptable completions, also those that another one beats.
    public var all: PackageCount
    /// The packages on the points that are listed.
    public var packages: PackageCount

    let points: Points
    let model: OutcomeModel

    enum Points: Sendable {
        case improvements(Improvements)
        case completions(Frontier)
    }

    /// One point: packages of equal utilities and as many changes.
    public struct Point: Sendable {
        /// Utilities, a negotiator each.
        public let utilities: [Rational]
        /// How much more that is than the package brings now; nil where it leaves issues open.
        public let more: [Rational]?
        /// On how many issues the package changes; nil for completions.
        public let changes: Int?
        /// How many packages.
        public let count: BigInt
        /// The packages, found when asked for.
        public let packages: PackageChoices
    }

    /// The number of points. Improvements stand by the number of changes, then, like completions, by descending
    /// utilities of the first negotiator, then the second, …
    public var count: Int {
        switch points {
        case .improvements(let found): found.count
        case .completions(let frontier): frontier.count
        }
    }

    /// Whether no point is missing.
    public var isWhole: Bool {
        switch points {
        case .improvements(let found): found.exact
        case .completions(let frontier): frontier.exact
        }
    }

    /// Whether every figure is exact.
    public var isExact: Bool { isWhole && all.exact && packages.exact && start.isExact }

    /// One point.
    public subscript(_ place: Int) -> Point {
        switch points {
        case .improvements(let found):
            let utilities = found.utilities(at: place)
            return Point(
                utilities: utilities, more: zip(utilities, start.worths).map { $0 - $1.utility },
                changes: found.changes(at: place), count: found.packageCount(at: place),
                packages: PackageChoices(list: found.packages(at: place), model: model))
        case .completions(let frontier):
            return Point(
                utilities: frontier.utilities(at: place), more: nil, changes: nil,
                count: frontier.packageCount(at: place),
                packages: PackageChoices(list: frontier.packages(at: place), model: model))
        }
    }

    /// The choices that a package has and the start has not, in the order of the dossier.
    public func changes(in choose: [IssueID: OptionID]) -> [(issue: IssueID, option: OptionID)] {
        model.issues.compactMap { issue in
            choose[issue.id].flatMap { option in
                start.package.choose[issue.id] == option ? nil : (issue.id, option)
            }
        }
    }
}
