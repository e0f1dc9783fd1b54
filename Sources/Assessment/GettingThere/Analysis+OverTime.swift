import Bargaining
import Negotiation

extension Analysis {
    /// What no agreement is worth as time goes by; nil where no sheet that is used says so.
    ///
    /// Between the times that a sheet states, its last worth stands. Counts are on central values.
    public func overTime() -> OverTime? {
        let scenarios = scorings.map { dossier.sheet($0.sheet)?.withoutAgreement ?? WithoutAgreement() }
        let months = Set(scenarios.flatMap(\.horizons)).sorted()
        guard !months.isEmpty else { return nil }
        let told = zip(scorings, scenarios).map { scoring, scenario in
            OverTime.Negotiator(
                party: scoring.party, sheet: scoring.sheet, now: scenario.now,
                entries: months.map { Self.entry(of: scenario, after: $0) })
        }
        return OverTime(
            months: months, negotiators: told,
            acceptable: missing.isEmpty ? months.map { acceptable(scenarios, after: $0) } : nil)
    }

    private static func entry(of scenario: WithoutAgreement, after months: Int) -> OverTime.Entry {
        let later = scenario.worth(after: months)
        let waiting: OverTime.Waiting =
            if let now = scenario.now, let later {
                if later == now {
                    // The same range twice may hold two values, and says nothing of which is greater.
                    .same
                } else if later.least > now.greatest {
                    .gains
                } else if later.greatest < now.least {
                    .loses
                } else if later.central == now.central {
                    .same
                } else {
                    later.central > now.central ? .gainsOnCentral : .losesOnCentral
                }
            } else {
                .notKnown
            }
        return OverTime.Entry(
            worth: later, isStated: scenario.horizons.contains(months), waiting: waiting)
    }

    private func acceptable(_ scenarios: [WithoutAgreement], after months: Int) -> OverTime.Acceptable {
        let then = zip(scenarios, withoutAgreement).map { scenario, now in
            scenario.worth(after: months)?.central ?? now
        }
        return OverTime.Acceptable(
            then: acceptableCount(without: then),
            still: acceptableCount(without: zip(then, withoutAgreement).map { max($0, $1) }))
    }

    private func acceptableCount(without worths: [Rational]) -> PackageCount {
        if worths == withoutAgreement { return space.acceptableCount() }
        var problem = space.problem
        for (party, worth) in worths.enumerated() { problem.parties[party].withoutAgreement = worth }
        // The problem fits: only a number in it is another.
        guard let later = try? OutcomeSpace(problem, budget: request.budget) else {
            return PackageCount(lower: 0, upper: space.packageCount)
        }
        return later.acceptableCount()
    }
}
