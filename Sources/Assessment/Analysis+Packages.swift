import Bargaining
import BigInt
import Negotiation

extension Analysis {
    /// Which packages are possible, acceptable and undominated, and at which the yardsticks point.
    ///
    /// Everything is exact unless it says otherwise, on the central values of ``scorings``. Where the frontier was not
    /// asked for, or a budget ended its list, the yardsticks are looked for among all acceptable packages.
    public func packages() -> PackagesReport {
        let listed = request.listsFrontier ? space.frontier() : space.unlistedFrontier()
        let found = referencesFound(on: listed)
        let acceptable = space.acceptableCount().atLeast(found.frontier)
        let nothing = found.frontier.count == 0 && (found.isNoneMissing || acceptable.upper.isZero)
        var references = found.references
        // That there is no package to point at is known as well as can be.
        if nothing { references.settle() }
        return PackagesReport(
            negotiators: scorings.indices.map(negotiator),
            without: request.leftOut(of: dossier),
            ideal: request.ideal, packages: PackageCount(space.packageCount),
            feasible: space.feasibleCount(), acceptable: acceptable,
            frontier: FrontierReport(
                negotiators: negotiators, isAskedFor: request.listsFrontier, frontier: found.frontier,
                model: model),
            references: references,
            obstacle: nothing ? obstacle() : nil, overTime: overTime())
    }

    private func negotiator(_ place: Int) -> PackagesReport.Negotiator {
        let range = space.utilityRangeOverFeasible(of: place)
        return PackagesReport.Negotiator(
            scoring: scorings[place], withoutAgreement: withoutAgreement[place],
            withoutAgreementIsExact: withoutAgreementIsExact(for: place),
            acceptable: space.acceptableCount(to: place), greatest: range?.greatest, least: range?.least)
    }
}

extension PackageCount {
    /// The same, where the packages at these points are among those counted.
    fileprivate func atLeast(_ frontier: Frontier) -> PackageCount {
        if exact { return self }
        let attained = (0..<frontier.count).reduce(BigInt(0)) { $0 + frontier.packageCount(at: $1) }
        return PackageCount(lower: max(lower, attained), upper: upper)
    }
}
