import Bargaining
import Negotiation

extension Analysis {
    /// Which packages are possible, acceptable and undominated, and at which the yardsticks point.
    ///
    /// Everything is exact unless it says otherwise, on the central values of ``scorings``.
    public func packages() -> PackagesReport {
        let frontier = space.frontier()
        let report = FrontierReport(negotiators: negotiators, frontier: frontier, model: model)
        let acceptable = space.acceptableCount()
        return PackagesReport(
            negotiators: scorings.indices.map(negotiator),
            without: request.leftOut(of: dossier),
            ideal: request.ideal, packages: PackageCount(space.packageCount),
            feasible: space.feasibleCount(), acceptable: acceptable, frontier: report,
            references: references(on: frontier),
            obstacle: frontier.count == 0 && frontier.exact ? obstacle() : nil, overTime: overTime())
    }

    private func negotiator(_ place: Int) -> PackagesReport.Negotiator {
        let range = space.utilityRangeOverFeasible(of: place)
        return PackagesReport.Negotiator(
            scoring: scorings[place], withoutAgreement: withoutAgreement[place],
            withoutAgreementIsExact: withoutAgreementIsExact(for: place),
            acceptable: space.acceptableCount(to: place), greatest: range?.greatest, least: range?.least)
    }

    private func references(on frontier: Frontier) -> References {
        let ideals: [Rational]? =
            request.ideal == .acceptable
            ? nil
            : scorings.indices.map { place in
                space.utilityRangeOverFeasible(of: place)?.greatest ?? withoutAgreement[place]
            }
        let ratio = frontier.kalaiSmorodinsky(ideals: ideals)
        return References(
            nash: frontier.nash().map { set in
                References.NashSet(gaining: set.gaining.map { negotiators[$0] }, points: set.points)
            },
            egalitarian: frontier.egalitarian(), kalaiSmorodinsky: ratio.points,
            leftOut: ratio.leftOut.map { negotiators[$0] }, ideals: ratio.ideals,
            utilitarian: frontier.utilitarian())
    }
}
