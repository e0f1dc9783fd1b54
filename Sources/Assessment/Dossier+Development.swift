import Bargaining
import Negotiation

extension Dossier {
    /// What changed since `earlier`, and what each group of changes did to the space, added one group after another.
    ///
    /// The last step is the space of this dossier, whatever changed.
    func development(since earlier: Dossier, _ request: AnalysisRequest) -> Situation.Development {
        let changes = changes(since: earlier)
        let causes = Set(changes.map(\.cause))
        var steps = [earlier.step(after: nil, request)]
        var mixed = earlier
        for cause in [Change.Cause.participation, .agenda, .rules, .sheets] where causes.contains(cause) {
            mixed.take(cause, from: self)
            // What then speaks of something absent is left out of this step alone: a later group may bring it.
            steps.append(mixed.withoutLooseEnds.step(after: cause, request))
        }
        return Situation.Development(earlier: earlier, changes: changes, steps: steps)
    }

    /// Replaces the part of one cause by that of a later copy.
    private mutating func take(_ cause: Change.Cause, from later: Dossier) {
        switch cause {
        case .participation: parties = later.parties
        case .agenda: issues = later.issues
        case .rules:
            rules = later.rules
            minimums = later.minimums
        case .sheets:
            sheets = later.sheets
            defaultSheets = later.defaultSheets
        // These say nothing about which packages there are or what they are worth.
        case .process, .positions, .interests, .stages, .packages, .timetable, .stability, .sources: break
        }
    }

    private func step(after cause: Change.Cause?, _ request: AnalysisRequest) -> Situation.Development.Step {
        var step = Situation.Development.Step(
            cause: cause, feasible: RuleSpace(self, budget: request.budget).feasible)
        // Whoever did not negotiate yet in the earlier copy need not be left out of it.
        var request = request
        request.without = Set(request.leftOut(of: self))
        // Sheets asked for by name may not exist in the earlier copy; the space is then not known.
        if let analysis = try? Analysis(self, request) {
            let frontier = analysis.space.frontier()
            step.acceptable = analysis.space.acceptableCount()
            step.frontier = frontier.exact ? frontier.count : nil
        }
        return step
    }
}
