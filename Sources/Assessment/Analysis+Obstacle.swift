import Bargaining
import Negotiation

extension Analysis {
    /// What stands in the way of a package that is acceptable to all, where none is.
    func obstacle() -> Obstacle {
        guard space.isEverythingForbidden != true else {
            let conflict = space.conflictingProhibitions()
            return .nothingFeasible(
                conflict.map { conflict in
                    Obstacle.Conflict(
                        conflict.prohibitions.map { model.prohibitions[$0] }, isMinimal: conflict.minimal)
                })
        }
        let concessions = space.concessions()
        let sets = space.smallestRedLineSets(upTo: Self.redLineLimit)
        return .nothingAcceptable(
            Obstacle.Openings(
                lowerings: concessions.vectors.map { Obstacle.Openings.Lowering(by: $0) },
                leastTotal: concessions.leastTotal, leastGreatest: concessions.leastGreatest,
                lines: sets.sets.map { set in
                    set.map { index in
                        Obstacle.Openings.Line(
                            party: negotiators[index.party],
                            redLine: scorings[index.party].redLines[index.line])
                    }
                },
                isExact: concessions.exact
                    && (!sets.sets.isEmpty || sets.searched == Self.redLineLimit)))
    }

    /// More red lines than this given up together is no longer an opening worth naming.
    private static let redLineLimit = 3
}
