import Bargaining
import Negotiation

/// A frontier, whole, in part or not listed at all, with all at which the yardsticks point.
struct ReferencesFound {
    /// The frontier, with the points of the yardsticks.
    var frontier: Frontier
    /// Where the yardsticks point, by place on it.
    var references: References
    /// Whether there surely is no acceptable package where there is no point.
    var isNoneMissing: Bool
}

extension Analysis {
    /// The weights asked for, a negotiator each; nil where none were.
    var nashWeights: [Rational]? {
        request.nashWeights.isEmpty ? nil : negotiators.map { request.nashWeights[$0] ?? .one }
    }

    /// At which points the yardsticks point: of the frontier where it is known, else as the search finds them.
    func referencesFound(on listed: Frontier) -> ReferencesFound {
        if listed.exact && listed.packages.exact { return onWhole(listed) }
        let found = space.references(ideals: request.ideal == .acceptable ? .acceptable : .feasible)
        let weighted = nashWeights.map { space.nashReferences(weights: $0) }
        let all = found.all + (weighted?.sets.map(\.reference) ?? [])
        let frontier = listed.including(all.flatMap(\.points))
        return ReferencesFound(
            frontier: frontier, references: references(on: frontier, found, weighted),
            isNoneMissing: listed.exact || found.egalitarian.exact)
    }

    private func onWhole(_ frontier: Frontier) -> ReferencesFound {
        let ratio = frontier.kalaiSmorodinsky(ideals: feasibleIdeals)
        let areGainsKnown = space.withoutAgreementIsExact.allSatisfy { $0 }
        let areIdealsKnown =
            request.ideal == .acceptable
            || scorings.indices.allSatisfy { space.utilityRangeOverFeasible(of: $0) != nil }
        let ofGains = References.Standing(isExact: areGainsKnown)
        func sets(_ weights: [Rational]?) -> [References.NashSet] {
            frontier.nash(weights: weights).map {
                References.NashSet(
                    gaining: $0.gaining.map { negotiators[$0] }, points: $0.points, standing: ofGains)
            }
        }
        let references = References(
            nash: sets(nil), egalitarian: frontier.egalitarian(), kalaiSmorodinsky: ratio.points,
            leftOut: ratio.leftOut.map { negotiators[$0] }, ideals: ratio.ideals,
            utilitarian: frontier.utilitarian(),
            standings: [
                .nash: ofGains, .egalitarian: ofGains, .utilitarian: .exact,
                .kalaiSmorodinsky: References.Standing(isExact: areGainsKnown && areIdealsKnown),
            ],
            weighted: nashWeights.map {
                References.Weighted(weights: $0, sets: sets($0), standing: ofGains)
            })
        return ReferencesFound(frontier: frontier, references: references, isNoneMissing: true)
    }

    /// The ideals where they are taken over all feasible packages; nil: those of the frontier are to be taken.
    private var feasibleIdeals: [Rational]? {
        guard request.ideal == .all else { return nil }
        return scorings.indices.map { place in
            space.utilityRangeOverFeasible(of: place)?.greatest ?? withoutAgreement[place]
        }
    }

    /// The best that is listed or was found, with what searches prove of it.
    private func references(
        on frontier: Frontier, _ found: ReferenceSet, _ weighted: NashReferences?
    ) -> References {
        let prover = Prover(analysis: self, frontier: frontier)
        // On a whole frontier the ideals of acceptable packages can be read.
        let ideals = feasibleIdeals ?? (frontier.exact ? nil : found.kalaiSmorodinsky.ideals)
        let ratio = frontier.kalaiSmorodinsky(ideals: ideals?.isEmpty == true ? nil : ideals)
        let nash = prover.sets(found.nash, weights: nil)
        let egalitarian = frontier.egalitarian()
        let utilitarian = frontier.utilitarian()
        let shares = prover.standing(
            found.kalaiSmorodinsky.reference, prover.leastShare(ratio),
            isMeasureKnown: found.kalaiSmorodinsky.idealsAreExact || frontier.exact,
            isMeasureRead: request.ideal == .acceptable || found.kalaiSmorodinsky.idealsAreExact)
        return References(
            nash: nash.sets, egalitarian: egalitarian, kalaiSmorodinsky: ratio.points,
            leftOut: ratio.leftOut.map { negotiators[$0] }, ideals: ratio.ideals, utilitarian: utilitarian,
            standings: [
                .nash: nash.standing, .kalaiSmorodinsky: shares,
                .egalitarian: prover.standing(
                    found.egalitarian, egalitarian.first.flatMap { frontier.gains(at: $0).min() }),
                .utilitarian: prover.standing(
                    found.utilitarian,
                    utilitarian.first.map { frontier.utilities(at: $0).reduce(.zero, +) },
                    needsGains: false),
            ],
            weighted: nashWeights.flatMap { weights in
                weighted.map {
                    let (sets, standing) = prover.sets($0, weights: weights)
                    return References.Weighted(weights: weights, sets: sets, standing: standing)
                }
            })
    }
}

extension References {
    /// Takes everything as proven: there is nothing to point at.
    mutating func settle() {
        standings = [:]
        nash = []
        weighted?.sets = []
        weighted?.standing = .exact
    }
}

/// What searches prove of the best points that are known.
private struct Prover {
    let analysis: Analysis
    let frontier: Frontier

    private var areGainsKnown: Bool { analysis.space.withoutAgreementIsExact.allSatisfy { $0 } }

    /// How well a yardstick's points are known.
    ///
    /// - Parameters:
    ///   - found: what the search found.
    ///   - measure: the measure of the best points known; nil where there are none.
    ///   - isMeasureKnown: whether the measure itself is exact; ideals may be bounds.
    ///   - isMeasureRead: whether it is exact on a whole frontier.
    ///   - needsGains: whether it is a measure of gains. Where a worth of no agreement is a bound, so are these, and nothing can
    ///     be said of how near the best is.
    func standing(
        _ found: Bargaining.Reference, _ measure: Rational?, isMeasureKnown: Bool = true,
        isMeasureRead: Bool = true, needsGains: Bool = true
    ) -> References.Standing {
        if found.exact && isMeasureKnown { return .exact }
        if needsGains && !areGainsKnown { return References.Standing(isExact: false) }
        // All points of a whole frontier are known, though perhaps not all their packages.
        return References.Standing(
            isExact: false, found: measure, bound: frontier.exact && isMeasureRead ? measure : found.bound)
    }

    /// The least share of an ideal gain at the points; nil where there are none, or nobody has anything to gain.
    func leastShare(_ ratio: RatioReference) -> Rational? {
        guard let point = ratio.points.first else { return nil }
        let gains = frontier.gains(at: point)
        return gains.indices.filter { !ratio.leftOut.contains($0) }.map { party in
            gains[party] / (ratio.ideals[party] - analysis.withoutAgreement[party])
        }.min()
    }

    /// Sets that can gain together, with what is known of each; those first of which no point is known.
    func sets(
        _ found: NashReferences, weights: [Rational]?
    ) -> (sets: [References.NashSet], standing: References.Standing) {
        let known = frontier.nash(weights: weights)
        let unattained = found.sets.filter { set in
            set.reference.points.isEmpty && !known.contains { $0.gaining == set.gaining }
        }
        var sets = unattained.map { set in
            References.NashSet(
                gaining: set.gaining.map { analysis.negotiators[$0] }, points: [],
                standing: standing(set.reference, nil))
        }
        sets += known.map { set in
            let search = found.sets.first { $0.gaining == set.gaining }?.reference
            let measure = set.points.first.map {
                frontier.geometricMean(at: $0, of: set.gaining, weights: weights)
            }
            return References.NashSet(
                gaining: set.gaining.map { analysis.negotiators[$0] }, points: set.points,
                standing: search.map { standing($0, measure) }
                    ?? References.Standing(isExact: false, found: areGainsKnown ? measure : nil))
        }
        let isExact = found.exact && sets.allSatisfy(\.standing.isExact)
        let only = sets.count == 1 ? sets[0].standing : nil
        return (
            sets,
            References.Standing(
                isExact: isExact, found: isExact ? nil : only?.found, bound: isExact ? nil : only?.bound)
        )
    }
}
