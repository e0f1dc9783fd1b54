import Assessment
import Negotiation
import Sequencing

extension RoadmapBlocks {
    /// Shifting power, guarantees, exchanges in steps: what each sheet's numbers lead to, with the formula.
    func commitmentProblems() -> [Block] {
        var all: [Prose] = []
        for problem in report.problems {
            if let (shift, target) = problem.power { all.append(power(shift, target, problem)) }
            if let threshold = problem.guarantee { all.append(guarantee(threshold, problem)) }
            if let steps = problem.exchange { all.append(exchange(steps, problem)) }
        }
        return all.isEmpty ? [] : [.heading(say("Power, guarantees and steps")), .bullets(all)]
    }

    private func source(_ problem: RoadmapReport.CommitmentProblem) -> Prose {
        let basis: Prose =
            switch problem.basis {
            case .declared: say("declared by the party")
            case .estimate: say("an estimate")
            case .illustration: say("invented")
            }
        return say("by the sheet \(code: problem.sheet.rawValue), \(basis)")
    }

    private func power(
        _ shift: PowerShift, _ target: Double, _ problem: RoadmapReport.CommitmentProblem
    ) -> Prose {
        let path = shift.path(to: target)
        let destroyed = points(shift.destroyed)
        let formula = say(
            "p′ ≤ (p + d/(1 − d))/δ = (\(points(shift.power)) + \(destroyed)/(1 − \(destroyed)))/\(points(shift.patience)), at most \(points(shift.greatestNext))"
        )
        let end: Prose
        if target <= shift.power {
            end = say(
                "\(points(target)) is no more than its chance now, \(points(shift.power)), so that nothing has to shift in its favour"
            )
        } else if let rounds = path.rounds {
            end = phrasing.counted(
                rounds, one: "the shift to \(points(target)) can be made in one round",
                many: "the shift to \(points(target)) takes \(String(rounds)) rounds at least")
        } else {
            end = say("the shift to \(points(target)) cannot be made in such rounds")
        }
        return say(
            "A shift of power stays peaceful if the chance of winning of the party that grows stronger is, in the next round, no higher than this: \(formula); \(end) (\(source(problem)); after Powell 2006)."
        )
    }

    private func guarantee(
        _ threshold: GuaranteeThreshold, _ problem: RoadmapReport.CommitmentProblem
    ) -> Prose {
        let party = phrasing.party(problem.party)
        let exploited = points(threshold.ifExploited)
        let formula = say(
            "q ≥ (p − c − x)/(s − x) = (\(points(threshold.winning)) − \(points(threshold.costOfFighting)) − \(exploited))/(\(points(threshold.share)) − \(exploited))"
        )
        let source = say("\(source(problem)); after Walter 1997")
        // Where nothing has to be made good, the quotient says nothing.
        if threshold.ifExploited >= threshold.fighting {
            return say(
                "No guarantee is needed for \(party): even exploited it keeps x = \(exploited), no less than what fighting brings, p − c = \(points(threshold.winning)) − \(points(threshold.costOfFighting)) = \(points(threshold.fighting)) (\(source))."
            )
        }
        guard let least = threshold.leastProbability else {
            return say(
                "No guarantee makes \(party) better off with the agreement than with fighting: \(formula) (\(source))."
            )
        }
        guard threshold.isReachable else {
            return say(
                "Even a certain guarantee would not do for \(party): \(formula) = \(points(least)), above 1 (\(source))."
            )
        }
        return say(
            "The agreement is better for \(party) than fighting if a guarantee holds with at least this chance: \(formula), so \(points(least)) (\(source))."
        )
    }

    private func exchange(_ steps: Gradualism, _ problem: RoadmapReport.CommitmentProblem) -> Prose {
        let ratio = say(
            "ρ = k/(δa) = \(points(steps.costs))/(\(points(steps.patience)) × \(points(steps.brings))) = \(points(steps.ratio))"
        )
        let source = say("\(source(problem)); after Lockwood and Thomas 2002")
        guard let first = steps.firstStep, let path = steps.path(rounds: 4) else {
            return say(
                "No exchange in steps keeps itself: \(ratio), and only below 1 is the next step worth more than what stopping saves (\(source))."
            )
        }
        let shown = path.dropFirst().map(points).joined(separator: say(", "))
        let most =
            steps.rounds(toShare: 0.9).map { say("; nine tenths after \(String($0)) rounds") } ?? Prose("")
        return say(
            "The exchange keeps itself in steps: \(ratio); the first step is C(1 − ρ) = \(points(first)) of \(points(steps.level)), each next one ρ times as large (reached after each: \(shown), …)\(most). All at once, stopping would bring \(points(steps.gainFromBreachAtOnce)) (\(source))."
        )
    }
}
