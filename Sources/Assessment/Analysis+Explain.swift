import Bargaining
import Negotiation

extension Analysis {
    /// One package, opened up, with what it is worth to each negotiator on central values.
    ///
    /// Complexity: linear in the dossier, plus one frontier.
    public func explanation(of package: NamedPackage) -> Explanation { explanations(of: [package])[0] }

    /// Several packages, each opened up; the frontier is looked for once.
    ///
    /// Complexity: linear in the dossier for each package, plus one frontier.
    public func explanations(of packages: [NamedPackage]) -> [Explanation] {
        let best = scorings.indices.map { space.utilityRangeOverFeasible(of: $0)?.greatest }
        var known: Frontier?
        return packages.map { package in
            explanation(of: package, best: best) {
                let frontier = known ?? space.frontier()
                known = frontier
                return frontier
            }
        }
    }

    /// The same from what a report has found already.
    func explanation(of package: NamedPackage, in report: PackagesReport) -> Explanation {
        var result = explanation(of: package, best: report.negotiators.map(\.greatest)) {
            report.frontier.frontier
        }
        // A list that ended early holds what is surely on the frontier where a yardstick is proven.
        if result.isOnFrontier == nil, result.isFeasible == true {
            let utilities = result.worths.map(\.utility)
            let isProven = References.Kind.allCases.contains { kind in
                report.isExact(kind)
                    && report.references.points(of: kind).contains {
                        report.frontier[$0].utilities == utilities
                    }
            }
            if isProven, result.worths.allSatisfy({ $0.isAcceptable == true }) { result.isOnFrontier = true }
        }
        return result
    }

    private func explanation(
        of package: NamedPackage, best: [Rational?], frontier: () -> Frontier
    ) -> Explanation {
        var result = dossier.explanation(of: package, budget: request.budget)
        result.worths = scorings.indices.map { worth(of: package, to: $0, best: best[$0]) }
        if missing.isEmpty, isAnythingUnknown, issues.allSatisfy({ package.choose[$0.id] != nil }) {
            result.outlook = outlooks(of: [package.choose])[0]
        }
        guard missing.isEmpty, result.isFeasible == true,
            result.worths.allSatisfy({ $0.isAcceptable == true })
        else {
            return result
        }
        let frontier = frontier()
        let utilities = result.worths.map(\.utility)
        if frontier.exact {
            result.isOnFrontier = (0..<frontier.count).contains { frontier.utilities(at: $0) == utilities }
        }
        return result
    }

    private func worth(
        of package: NamedPackage, to negotiator: Int, best: Rational?
    ) -> Explanation.Worth {
        let scoring = scorings[negotiator]
        let isWhole = issues.allSatisfy { package.choose[$0.id] != nil }
        let points = issues.map { issue in
            package.choose[issue.id].flatMap { scoring.points[issue.id]?[$0] }
        }
        var interactions: [Int: Rational] = [:]
        for (index, interaction) in scoring.interactions.enumerated()
        where interaction.when.truth(in: package.choose) == true {
            interactions[index] = interaction.add
        }
        let sum = (points.compactMap { $0 } + interactions.values).reduce(Rational.zero, +)
        let utility = scoring.atMost.map { min($0, sum) } ?? sum
        let crossed = scoring.redLines.filter { $0.choose.truth(in: package.choose) == true }
        let worth = withoutAgreement[negotiator]
        let all = issues.map { issue in Array((scoring.points[issue.id] ?? [:]).values) }
        let central = issues.map { issue in
            package.choose[issue.id].map { scoring.isCentral($0, of: issue.id) } ?? false
        }
        let places = issues.map { issue in issue.options.firstIndex { $0.id == package.choose[issue.id] } }
        let known = knowledge[negotiator]
        return Explanation.Worth(
            party: scoring.party, points: points, bestPoints: all.map { $0.max() ?? 0 },
            leastPoints: all.map { $0.min() ?? 0 }, interactions: interactions, sum: sum,
            utility: utility, range: known.utility(of: places),
            gainRange: isWhole ? known.gain(of: places) : nil,
            certainty: isWhole ? known.acceptance(of: places.compactMap { $0 }) : nil,
            withoutAgreement: worth,
            withoutAgreementIsExact: withoutAgreementIsExact(for: negotiator), gain: utility - worth,
            withoutAgreementBasis: scoring.withoutAgreementBasis, pointsAreCentral: central,
            isCentral: central.contains(true)
                || interactions.keys.contains { scoring.isCentral(interaction: $0) },
            best: best, crossed: crossed,
            isAcceptable: isWhole ? utility >= worth && crossed.isEmpty : nil)
    }
}
