import BigInt
public import Negotiation

extension OutcomeSpace {
    /// All four yardsticks with all ties, each proven, without listing the frontier.
    ///
    /// The points are those that ``Frontier`` finds. Bounds come from multipliers (Lagrangian relaxation), and every
    /// package above a bound is looked at from both ends (see <doc:Yardsticks>).
    ///
    /// - Parameters:
    ///   - weights: positive, one a party, for the Nash yardstick; `nil`: all alike.
    ///   - ideals: what stands as the ideals of Kalai and Smorodinsky.
    /// - Complexity: about the square root of the number of packages that the bounds leave, for each yardstick.
    public func references(weights: [Rational]? = nil, ideals: Ideals = .acceptable) -> ReferenceSet {
        ReferenceSet(
            nash: nashReferences(weights: weights), egalitarian: egalitarianReference(),
            kalaiSmorodinsky: kalaiSmorodinskyReference(ideals: ideals),
            utilitarian: utilitarianReference())
    }

    /// The greatest product of gains with all ties, as ``Frontier/nash(weights:)``, without the frontier.
    ///
    /// - Parameter weights: positive, one a party; `nil`: all alike.
    public func nashReferences(weights: [Rational]? = nil) -> NashReferences {
        let weights = weights ?? Array(repeating: .one, count: problem.parties.count)
        if problem.parties.isEmpty {
            let reference = everything()
            let sets = [NashReference(gaining: [], reference: reference)]
            return NashReferences(sets: reference.points.isEmpty ? [] : sets, exact: reference.exact)
        }
        let exponents = Frontier.exponents(weights)
        do throws(Budget.Exhausted) {
            guard var search = try ReferenceSearch(self) else { return NashReferences(sets: [], exact: true) }
            let (sets, isExact) = search.nash(exponents: exponents)
            return NashReferences(
                sets: sets.compactMap { gaining, answer in
                    if answer.points.isEmpty && answer.isExact { return nil }
                    return NashReference(
                        gaining: gaining,
                        reference: reference(answer) { value, roundingUp in
                            let mean = GeometricMean(
                                of: gaining, exponents: exponents, scales: compiled.parties.map(\.scale))
                            return mean.value(of: value, roundingUp: roundingUp)
                        })
                }, exact: isExact && !withoutAgreementIsExact.contains(false))
        } catch {
            return NashReferences(sets: [], exact: false)
        }
    }

    /// The gains best from the least up with all ties, as ``Frontier/egalitarian()``, without the frontier.
    public func egalitarianReference() -> Reference {
        leximin(
            of: Array(problem.parties.indices), factors: compiled.parties.map { Rational(1, over: $0.scale) })
    }

    /// The greatest sum of utilities with all ties, as ``Frontier/utilitarian()``, without the frontier.
    public func utilitarianReference() -> Reference {
        if problem.parties.isEmpty { return everything() }
        let (factors, unit) = Self.whole(compiled.parties.map { Rational(1, over: $0.scale) })
        let floor = withoutAgreement.reduce(.zero, +)
        do throws(Budget.Exhausted) {
            guard var search = try ReferenceSearch(self) else { return nothing }
            let answer = search.greatestSum(factors)
            return reference(answer) { value, _ in Rational(value) * unit + floor }
        } catch {
            return unknown
        }
    }

    /// The shares of ideals best from the least up with all ties, as ``Frontier/kalaiSmorodinsky(ideals:)``, without the
    /// frontier.
    public func kalaiSmorodinskyReference(ideals: Ideals = .acceptable) -> IdealReference {
        let found: KnownIdeals?
        do throws(Budget.Exhausted) { found = try self.ideals(ideals) } catch {
            return IdealReference(reference: unknown, leftOut: [], ideals: [], idealsAreExact: false)
        }
        guard let found else {
            return IdealReference(reference: nothing, leftOut: [], ideals: [], idealsAreExact: true)
        }
        let ideals = found.greatest
        let parties = problem.parties.indices.filter { ideals[$0] > withoutAgreement[$0] }
        let factors = parties.map { party in
            Rational(1, over: compiled.parties[party].scale) / (ideals[party] - withoutAgreement[party])
        }
        let reference = leximin(of: parties, factors: factors)
        return IdealReference(
            reference: found.isExact ? reference : widened(reference, parties, found),
            leftOut: problem.parties.indices.filter { ideals[$0] <= withoutAgreement[$0] }, ideals: ideals,
            idealsAreExact: found.isExact)
    }
}

/// Each party's ideal, or bounds for it.
private struct KnownIdeals {
    /// Not below the ideals.
    var greatest: [Rational]
    /// Not above them.
    var least: [Rational]
    var isExact: Bool { greatest == least }
}

extension OutcomeSpace {
    /// Each party's ideal; `nil`: there is no acceptable package.
    private func ideals(_ ideals: Ideals) throws(Budget.Exhausted) -> KnownIdeals? {
        switch ideals {
        case .given(let given): return KnownIdeals(greatest: given, least: given)
        case .feasible:
            var greatest: [Rational] = []
            for party in problem.parties.indices {
                guard
                    let range = try Self.scaledRange(compiled, of: party, feasible: true, budget: budget)
                else { return nil }
                greatest.append(compiled.parties[party].utility(range.greatest))
            }
            return KnownIdeals(greatest: greatest, least: greatest)
        case .acceptable:
            guard var search = try ReferenceSearch(self) else { return nil }
            var known = KnownIdeals(greatest: [], least: [])
            for party in problem.parties.indices {
                let (found, bound) = search.greatestGain(of: party)
                if found == nil && bound == nil && search.steps > 0 && !budget.isCancelled() { return nil }
                guard let gain = bound ?? found else { throw .cancelled }
                known.greatest.append(compiled.parties[party].utility(gain + floors[party]))
                // Where there is an acceptable package at all, it brings everybody nothing or more.
                let least = min(gain, found ?? 0)
                known.least.append(compiled.parties[party].utility(least + floors[party]))
            }
            return known
        }
    }

    /// The same points where the ideals may be lower than those that were used: shares may be greater by as much as ideals
    /// may be lower, but none is above one.
    private func widened(_ reference: Reference, _ parties: [Int], _ ideals: KnownIdeals) -> Reference {
        let ratios = parties.map { party -> Rational? in
            let worth = withoutAgreement[party]
            let least = ideals.least[party] - worth
            return least > .zero ? (ideals.greatest[party] - worth) / least : nil
        }
        var bound = Rational.one
        if let known = reference.bound, !ratios.contains(nil) {
            bound = min(bound, ratios.compactMap { $0 }.reduce(.one, max) * known)
        }
        return Reference(
            points: reference.points, exact: reference.exact, found: reference.found,
            bound: reference.found == nil && reference.exact ? nil : bound)
    }

    private func leximin(of parties: [Int], factors: [Rational]) -> Reference {
        if problem.parties.isEmpty { return everything() }
        if parties.isEmpty { return everythingLevel() ?? everything() }
        let (whole, unit) = Self.whole(factors)
        do throws(Budget.Exhausted) {
            guard var search = try ReferenceSearch(self) else { return nothing }
            var answer = search.leximin(of: parties, factors: whole)
            if parties.count < problem.parties.count { answer.keepUndominated() }
            return reference(answer) { value, _ in Rational(value) * unit }
        } catch {
            return unknown
        }
    }

    /// Where no package brings anybody anything, all acceptable packages are one point; `nil` where some may.
    private func everythingLevel() -> Reference? {
        let sum = utilitarianReference()
        let isLevel = sum.points.allSatisfy { $0.gains.allSatisfy { $0 == .zero } }
        guard sum.exact, isLevel else { return nil }
        let measure: Rational? = sum.points.isEmpty ? nil : .zero
        return Reference(points: sum.points, exact: true, found: measure, bound: measure)
    }

    /// Where no party counts, every undominated point is as good as any.
    private func everything() -> Reference {
        let frontier = frontier()
        let points = (0..<frontier.count).map { point in
            ReferencePoint(
                utilities: frontier.utilities(at: point), gains: frontier.gains(at: point),
                packageCount: frontier.packageCount(at: point), packages: frontier.packages(at: point))
        }
        return Reference(
            points: points, exact: frontier.exact && frontier.packages.exact,
            found: points.isEmpty ? nil : .zero, bound: .zero)
    }

    private var nothing: Reference { Reference(points: [], exact: true, found: nil, bound: nil) }
    private var unknown: Reference { Reference(points: [], exact: false, found: nil, bound: nil) }

    /// The same factors as whole numbers, and what a whole number stands for.
    private static func whole(_ factors: [Rational]) -> (factors: [BigInt], unit: Rational) {
        var common = BigInt(1)
        for factor in factors where common % factor.denominator != 0 {
            common *= factor.denominator / common.greatestCommonDivisor(with: factor.denominator)
        }
        let whole = factors.map { $0.numerator * (common / $0.denominator) }
        let divisor = whole.reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
        return (whole.map { $0 / divisor }, Rational(divisor, over: common))
    }

    /// An answer in the parties' own points.
    private func reference(
        _ answer: ReferenceSearch.Answer, measure: (BigInt, _ roundingUp: Bool) -> Rational
    ) -> Reference {
        let order = compiled.order
        let points = answer.points.map { point in
            ReferencePoint(
                utilities: point.gains.indices.map {
                    compiled.parties[$0].utility(point.gains[$0] + floors[$0])
                },
                gains: point.gains.indices.map { compiled.parties[$0].utility(point.gains[$0]) },
                packageCount: point.packages,
                packages: PackageList { point.traces.trace(to: point.pairs, order: order) })
        }
        return Reference(
            points: points, exact: answer.isExact && !withoutAgreementIsExact.contains(false),
            found: answer.found.map { measure($0, false) }, bound: answer.bound.map { measure($0, true) })
    }
}
