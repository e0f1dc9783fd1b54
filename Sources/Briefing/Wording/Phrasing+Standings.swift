import Assessment
import BigInt
import Negotiation

extension Phrasing {
    /// How well the yardsticks are known, where the frontier does not say it: which are exact, and of each of the others how far
    /// the greatest can be.
    ///
    /// - Parameter kinds: the yardsticks that are told of.
    func known(_ report: PackagesReport, _ kinds: [References.Kind] = References.Kind.allCases) -> [Prose] {
        let isListed = report.frontier.isExact && report.frontier.packages.exact
        let proven = kinds.filter(report.isExact)
        var result: [Prose] = []
        if !isListed, !proven.isEmpty {
            let names = wording.list(proven.map(yardstick))
            let state: Prose =
                if !report.frontier.isAskedFor {
                    say("The frontier was not listed")
                } else if report.frontier.isExact {
                    say("Not all packages at the points of the frontier are known")
                } else {
                    say("The frontier is known in part")
                }
            let lead = say(
                "\(state); the yardsticks were looked for among all acceptable packages.")
            result.append(
                proven.count == 1
                    ? say("\(lead) \(names) is exact, with all its ties.")
                    : say("\(lead) \(names) are exact, with all their ties."))
        }
        return result
            + kinds.filter { !report.isExact($0) }.map { kind in
                say("\(yardstick(kind)), not proven: \(unproven(kind, in: report))")
            }
    }

    /// How near to the greatest the points of an unproven yardstick are.
    func unproven(_ kind: References.Kind, in report: PackagesReport) -> Prose {
        unproven(
            report.references.standing(of: kind), kind.measure,
            points: report.references.points(of: kind).count, without: report.without)
    }

    /// How near to the greatest the points of an unproven yardstick are, as one sentence: `No acceptable package gives every
    /// negotiator a gain of more than 41.2; this one gives 41, at most 0.5 % less.`
    ///
    /// - Parameters:
    ///   - standing: what is known.
    ///   - measure: what the yardstick makes great.
    ///   - points: how many points were found.
    ///   - without: the negotiators left out on request.
    func unproven(
        _ standing: References.Standing, _ measure: References.Kind.Measure, points: Int, without: [PartyID]
    ) -> Prose {
        guard points > 0 else {
            return standing.bound.map {
                say("No package was found for it within the budget. \(noMore(than: $0, measure, without)).")
            } ?? say("No package was found for it within the budget.")
        }
        guard let found = standing.found, let bound = standing.bound, let gap = standing.gap else {
            return say("The budget ran out; how near this is to the greatest is not known.")
        }
        if found >= bound {
            return measure == .leastGain || measure == .leastShare
                ? say(
                    "The least cannot be greater. The budget ran out before it was known whether other packages are level with this or give more from there up."
                )
                : say(
                    "It cannot be greater. The budget ran out before all packages level with this were found."
                )
        }
        let amount = self.amount(found, measure, roundingUp: false)
        let part = percent(gap)
        return points == 1
            ? say("\(noMore(than: bound, measure, without)); this one has \(amount), at most \(part) less.")
            : say("\(noMore(than: bound, measure, without)); these have \(amount), at most \(part) less.")
    }

    /// The same without points: how far the greatest can be.
    func unprovenShortly(_ standing: References.Standing) -> Prose {
        guard let gap = standing.gap else {
            return say("The budget ran out: how near it is to the greatest is not known.")
        }
        return gap == .zero
            ? say("The budget ran out: other packages may be level with it.")
            : say("The budget ran out: it is at most \(percent(gap)) below the greatest.")
    }

    private func noMore(
        than bound: Rational, _ measure: References.Kind.Measure, _ without: [PartyID]
    ) -> Prose {
        let amount = self.amount(bound, measure, roundingUp: true)
        return switch measure {
        case .geometricMean:
            say("No acceptable package has gains whose geometric mean is above \(amount)")
        case .leastGain:
            say(
                "No acceptable package has a least gain above \(amount)")
        case .leastShare:
            say(
                "No acceptable package gives \(everyNegotiator(without: without)) more than \(amount) of its own best gain"
            )
        case .sum: say("No acceptable package has utilities whose sum is above \(amount)")
        }
    }

    private func amount(
        _ value: Rational, _ measure: References.Kind.Measure, roundingUp: Bool
    ) -> Prose {
        measure == .leastShare
            ? say("\(wording.points(cut(value * 100, roundingUp))) %")
            : Prose(wording.points(cut(value, roundingUp)))
    }

    /// A share in hundredths, rounded up to a tenth.
    private func percent(_ share: Rational) -> Prose {
        say("\(wording.points(Rational(ceiling(share * 1_000), over: 10))) %")
    }

    /// Two places, never on the wrong side.
    private func cut(_ value: Rational, _ roundingUp: Bool) -> Rational {
        roundingUp
            ? Rational(ceiling(value * 100), over: 100) : Rational(-ceiling(-(value * 100)), over: 100)
    }

    private func ceiling(_ value: Rational) -> BigInt {
        let (quotient, rest) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
        return rest > 0 ? quotient + 1 : quotient
    }

    /// Weights that somebody asked for: `Norrast 2, Velune 1`.
    func weights(_ weights: [Rational], of negotiators: [PartyID]) -> Prose {
        wording.list(zip(negotiators, weights).map { say("\(party($0)) \(wording.exactPoints($1))") })
    }
}
