import Bargaining
import Negotiation

extension Analysis {
    /// Which packages are possible, acceptable and undominated, and at which the yardsticks point.
    ///
    /// Everything is exact unless it says otherwise, on the central values of ``scorings``. Where the frontier was not
    /// asked for, or a budget ended its list, the yardsticks are looked for among all acceptable packages.
    public func packages() -> PackagesReport {
        let listed = request.listsFrontier ? space.frontier() : space.unlistedFrontier()
        let acceptable = space.acceptableCount()
        let found = referencesFound(on: listed)
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
