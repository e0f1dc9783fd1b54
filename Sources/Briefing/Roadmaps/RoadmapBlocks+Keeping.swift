import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// Whether a party gains by breaking a commitment, as the end of a sentence.
    func keepingVerdict(_ keeping: RoadmapReport.Keeping) -> Prose {
        let party = phrasing.party(keeping.party)
        return switch keeping.model.verdict {
        case .sure: say("keeping it is better for \(party) than breaking it")
        case .possible: say("keeping it may or may not be better for \(party) than breaking it")
        case .never: say("breaking it is better for \(party) than keeping it")
        }
    }

    /// Exposure of each party whose sheet says what is at stake, and whether they gain by breaking something.
    func incentives(with figures: [Figure] = []) -> [Block] {
        guard !report.exposures.isEmpty || !report.keeping.isEmpty else { return [] }
        var blocks: [Block] = [.heading(say("Will they keep to it?"))]
        for exposure in report.exposures { blocks.append(.paragraph(worst(exposure))) }
        if !report.exposures.isEmpty {
            blocks.append(
                .paragraph(
                    say(
                        "These are two courses of things: everybody is prompt, and everything that nobody here decides takes its longest, or its shortest; the curve shows the first. In another, a party may be exposed more, or at another time. Each curve ends after the last step and the last end of what is in force."
                    )))
        }
        blocks += figures.map { .figure($0) }
        if !report.keeping.isEmpty {
            blocks.append(keepingTable())
            for keeping in report.keeping.prefix(6) { blocks.append(.paragraph(formula(keeping))) }
        }
        blocks.append(
            .note(
                .caution,
                say(
                    "A reading aid, not a forecast. It compares one breach that is not repeated, a response after a stated time, and expected points on each party’s own scale; scales of different parties are not comparable."
                )))
        let invented = Set(report.exposures.filter { $0.basis == .illustration }.map(\.party))
            .union(report.keeping.filter { $0.basis == .illustration }.map(\.party))
        if !invented.isEmpty {
            blocks.append(
                .note(
                    .illustration,
                    say("Costs and worths of \(phrasing.parties(invented.sorted())) are invented.")))
        }
        let estimated = Set(report.exposures.filter { $0.basis == .estimate }.map(\.party))
            .union(report.keeping.filter { $0.basis == .estimate }.map(\.party))
        if !estimated.isEmpty {
            blocks.append(
                .note(
                    .assumption,
                    say(
                        "Costs and worths of \(phrasing.parties(estimated.sorted())) are somebody else’s estimate."
                    )))
        }
        return blocks
    }

    /// The worst moment of a party in the one course of things that is looked at.
    func worst(_ exposure: RoadmapReport.PartyExposure) -> Prose {
        let worst = exposure.exposure.worst
        let party = phrasing.party(exposure.party)
        guard worst.exposure.greatest > 0 else {
            let short = exposure.ifShort.worst
            let otherwise =
                short.exposure.greatest > 0
                ? say(
                    " If everything is quick, it would lose \(points(short.exposure)) at worst, \(time(short.time))."
                )
                : Prose("")
            return say(
                "\(party) is at no moment exposed, if everybody is prompt and everything slow: it then never has handed over more than it holds.\(otherwise)"
            )
        }
        let event = worst.event.map { event -> Prose in
            let deed = deed(ofStep: exposure.steps[event.entry])
            return switch event.milestone {
            case .begun: say("as \(deed) begins")
            case .done: worst.side == .after ? say("when \(deed) is done") : say("while \(deed) is in force")
            case .sunset: say("when \(deed) ends")
            }
        }
        let when = say("\(time(worst.time))\(event.map { say(", ") + $0 } ?? Prose(""))")
        let short = exposure.ifShort.worst
        let otherwise =
            short.exposure == worst.exposure
            ? Prose("")
            : say(" If everything is quick, it would be \(points(short.exposure)), \(time(short.time)).")
        return say(
            "\(party) is most exposed, if everybody is prompt and everything slow, at this time: \(when). If all others then stopped keeping theirs, it would lose \(points(worst.exposure)) on its own scale (\(self.exposure(worst, exposure))).\(otherwise)"
        )
    }

    /// The formula with its numbers.
    private func exposure(_ worst: Exposure.WorstMoment, _ exposure: RoadmapReport.PartyExposure) -> Prose {
        let parts = zip(exposure.steps, worst.contributions).filter { $0.1.least != 0 || $0.1.greatest != 0 }
        guard !parts.isEmpty else { return say("nothing handed over") }
        return parts.map { place, amount in say("\(deed(ofStep: place)) \(signed(amount))") }.joined(
            separator: say("; "))
    }

    private func signed(_ bounds: Bounds) -> Prose {
        bounds.least >= 0 ? say("+\(points(bounds))") : points(bounds)
    }

    private func keepingTable() -> Block {
        let rows = report.keeping.map { keeping -> [DataTable.Cell] in
            let verdict =
                switch keeping.model.verdict {
                case .sure: DataTable.Cell(say("yes"), symbol: .full)
                case .possible: DataTable.Cell(say("possibly"), symbol: .half)
                case .never: DataTable.Cell(say("no"), symbol: .empty)
                }
            return [
                DataTable.Cell(deed(ofStep: keeping.step)),
                DataTable.Cell(Prose(phrasing.party(keeping.party))),
                verdict,
                DataTable.Cell(points(keeping.model.temptation)), DataTable.Cell(points(keeping.model.loss)),
                DataTable.Cell(remedy(keeping)),
            ]
        }
        return .table(
            DataTable(
                caption: say("Is keeping better than breaking? The weakest step first"),
                columns: [
                    DataTable.Column(say("Step"), namesRows: true), DataTable.Column(say("Party")),
                    DataTable.Column(say("Keeping is better")),
                    DataTable.Column(say("Gain by breaking, T"), alignment: .end),
                    DataTable.Column(say("Loss by breaking, L"), alignment: .end),
                    DataTable.Column(say("What would make it so")),
                ], rows: rows))
    }

    /// What would make keeping better in all cases.
    private func remedy(_ keeping: RoadmapReport.Keeping) -> Prose {
        guard keeping.model.verdict != .sure else { return Prose("") }
        var ways: [Prose] = []
        if let least = keeping.model.leastSnapback(.inAllCases), least <= 1 {
            ways.append(say("a snapback that is at least \(percent(least)) sure"))
        }
        if let least = keeping.model.leastGuarantee(.inAllCases) {
            ways.append(say("a guarantee worth \(atLeast(least)) points (chance × cost)"))
        }
        if case .days(let days) = keeping.model.longestResponse(.inAllCases) {
            ways.append(say("a response within \(atMost(days)) days"))
        }
        if let tranches = keeping.tranches {
            if let count = tranches.leastCount, count > 1 {
                ways.append(
                    say(
                        "the exchange in \(String(count)) equal steps of \(points(tranches.size(of: count))) points"
                    ))
            }
        }
        return ways.isEmpty ? say("nothing of this kind") : phrasing.wording.list(ways, .or)
    }

    func percent(_ share: Double) -> Prose { Prose("\(Int((share * 100).rounded(.up))) %") }

    /// Both sides of the comparison with the numbers in them.
    private func formula(_ keeping: RoadmapReport.Keeping) -> Prose {
        let worst = keeping.model.worst
        let best = keeping.model.best
        let isRange = worst != best
        let lines = say(
            "\(deed(ofStep: keeping.step)), \(phrasing.party(keeping.party)): \(numbers(worst))\(isRange ? say("; at the kindest end \(numbers(best))") : Prose("")).\(assumptions(keeping))\(keeping.tranches.map(formula) ?? Prose(""))"
        )
        return lines.capitalised
    }

    /// What was taken because nobody has said it.
    private func assumptions(_ keeping: RoadmapReport.Keeping) -> Prose {
        var result = Prose("")
        if keeping.responseUnknown {
            result += say(
                " The sheet does not say how likely the response is: anything from 0 to 1 was taken.")
        }
        if keeping.responseTimeUnknown {
            result += say(" Nobody says within how long a response follows: it may take to the end.")
        }
        if keeping.isYearAssumed {
            result += say(" A flow for which no end is said was counted for 365 days.")
        }
        return result
    }

    /// How many equal steps would do, with the numbers in the formula at its last step, where it binds.
    private func formula(_ tranches: EqualTranches) -> Prose {
        let inputs = say(
            "S = \(points(tranches.stake)), W = \(points(tranches.continuation)), σ = \(points(tranches.recoverable)), t = \(points(tranches.temptation)), δ = \(Self.decimal(tranches.patience, scale: 10_000)), lag = \(String(tranches.lag))"
        )
        guard let count = tranches.leastCount else {
            return say(
                " In equal steps: δ^lag·[W + S(N − n)/N + σSn/N] ≥ tS/N for every n of N holds for no N (\(inputs))."
            )
        }
        let (left, right) = tranches.sides(in: count, of: count)
        return say(
            " In equal steps: δ^lag·[W + S(N − n)/N + σSn/N] ≥ tS/N for every n of N first holds for N = \(String(count)), where the last step has \(points(left)) ≥ \(points(right)) (\(inputs))."
        )
    }

    private func numbers(_ one: BreachCase) -> Prose {
        let r = Prose(Self.decimal(one.discountADay * 365, scale: 1000))
        let sunset =
            one.reliefLasts.isFinite ? Prose("\(Self.decimal(one.reliefLasts, scale: 10))") : say("∞")
        return say(
            "T = D + b(1 − e^(−rτ))/r = \(points(one.gain)) + \(points(one.gainADay)) × \(points(one.untilResponse)) = \(points(one.temptation)); L = e^(−rτ)[q·R(1 − e^(−rT′))/r + p·G + C] = \(points(one.discountAtResponse)) × [\(points(one.reliefAtRisk)) + \(points(one.guarantor)) × \(points(one.guarantorCosts)) + \(points(one.loses))] = \(points(one.loss)) (τ = \(points(one.responseAfter)) days, r = \(r) a year, q = \(points(one.snapback)), R = \(points(one.relief)) a day, T′ = \(sunset) days)"
        )
    }
}
