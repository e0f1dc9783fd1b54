import Bargaining
import Negotiation

extension Dossier {
    /// What changed since `earlier`, and what each group of changes did to the space, added one group after another.
    func development(since earlier: Dossier, _ request: AnalysisRequest) -> Situation.Development {
        let changes = changes(since: earlier)
        var steps = [earlier.step(after: nil, request)]
        var mixed = earlier
        for cause in [Change.Cause.agenda, .rules, .sheets]
        where changes.contains(where: { $0.cause == cause }) {
            mixed = adding(cause, to: mixed)
            steps.append(mixed.step(after: cause, request))
        }
        return Situation.Development(changes: changes, steps: steps)
    }

    /// `earlier` with this dossier's part of one cause. What then speaks of something absent is left out, as for a
    /// viewer who may not see it.
    private func adding(_ cause: Change.Cause, to earlier: Dossier) -> Dossier {
        var result = earlier
        switch cause {
        case .agenda:
            result.parties = parties
            result.issues = issues
            result.interests = interests
            result.sources = sources
        case .rules:
            result.rules = rules
            result.minimums = minimums
        case .sheets:
            result.sheets = sheets
            result.defaultSheets = defaultSheets
        case .participation, .positions, .interests, .stages, .packages, .sources:
            break
        }
        return result.withoutLooseEnds
    }

    private func step(after cause: Change.Cause?, _ request: AnalysisRequest) -> Situation.Development.Step {
        var step = Situation.Development.Step(
            cause: cause, feasible: RuleSpace(self, budget: request.budget).feasible)
        // Sheets asked for by name may not exist in the earlier copy; the space is then not known.
        if let analysis = try? Analysis(self, request) {
            let report = analysis.packages()
            step.acceptable = report.acceptable
            step.frontier = report.frontier.isExact ? report.frontier.count : nil
        }
        return step
    }
}
