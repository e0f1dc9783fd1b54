import Bargaining
public import Negotiation

/// Several packages side by side: on which issues they differ, and who gains and loses where.
public struct Comparison: Hashable, Sendable {
    /// One step from the first package to another, for one negotiator.
    public struct Shift: Hashable, Sendable {
        /// The negotiator.
        public var party: PartyID
        /// The change of points on each issue that differs; nil where either package leaves it open.
        public var byIssue: [IssueID: Rational]
        /// The change that interactions and the cap bring; nil where either package leaves an issue open, on which
        /// they may depend.
        public var byInteractions: Rational?
        /// The sum of the others: the change of the utility where both packages settle every issue, else the change
        /// of points on the issues that both settle.
        public var total: Rational
        /// The least and greatest change of points over all that the sheet leaves open, caps not applied; nil where that
        /// was not asked for.
        public var range: Amount?
    }

    /// Each package, opened up, in the order asked for.
    public var packages: [Explanation]
    /// The issues on which they do not all agree.
    public var differing: [IssueID]
    /// For each package but the first: every negotiator's shift from the first to it.
    public var shifts: [[Shift]]
}

extension Comparison {
    /// Puts explanations side by side.
    ///
    /// - Parameters:
    ///   - packages: at least one, of one dossier and one analysis.
    ///   - issues: the issues of the analysis, in the order of the explanations' points.
    ///   - ranges: for each package but the first, each negotiator's least and greatest change.
    public init(_ packages: [Explanation], issues: [IssueID], ranges: [[Amount]] = []) {
        self.packages = packages
        let first = packages.first?.choices ?? []
        differing = first.indices.filter { place in
            packages.contains { $0.choices[place].option != first[place].option }
        }.map { first[$0].issue }
        let differing = Set(differing)
        shifts = packages.dropFirst().enumerated().map { number, other in
            zip(packages[0].worths, other.worths).enumerated().map { place, worths in
                let (before, after) = worths
                var byIssue: [IssueID: Rational] = [:]
                for (place, issue) in issues.enumerated() where differing.contains(issue) {
                    if let old = before.points[place], let new = after.points[place] {
                        byIssue[issue] = new - old
                    }
                }
                let isWhole = before.isAcceptable != nil && after.isAcceptable != nil
                let beyond = isWhole ? after.beyondPoints - before.beyondPoints : nil
                return Shift(
                    party: before.party, byIssue: byIssue, byInteractions: beyond,
                    total: byIssue.values.reduce(beyond ?? 0, +),
                    range: ranges.indices.contains(number) ? ranges[number][place] : nil)
            }
        }
    }
}

extension Analysis {
    /// Several packages side by side, on central values, with the ranges over all that the sheets leave open.
    public func comparison(of packages: [NamedPackage]) -> Comparison {
        let places = packages.map { package in
            issues.map { issue in issue.options.firstIndex { $0.id == package.choose[issue.id] } }
        }
        let ranges = places.dropFirst().map { other in
            knowledge.map { $0.difference(of: other, over: places[0]) }
        }
        return Comparison(explanations(of: packages), issues: issues.map(\.id), ranges: ranges)
    }
}

extension Explanation.Worth {
    /// What interactions and the cap make of the points.
    fileprivate var beyondPoints: Rational { utility - points.reduce(Rational.zero) { $0 + ($1 ?? 0) } }
}
