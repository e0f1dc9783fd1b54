public import Negotiation

/// What a stage settles in a row of stages.
public struct PlannedStage: Hashable, Sendable {
    /// The stage.
    public var stage: StageID
    /// The issues that it settles and no earlier stage has, in the order of the dossier.
    public var settles: [IssueID]

    /// A stage with what it settles.
    public init(stage: StageID, settles: [IssueID]) {
        self.stage = stage
        self.settles = settles
    }
}

extension Dossier {
    /// The stages with what each settles: what it names, or, where it names nothing, all that is left; never what an
    /// earlier stage has settled, what it defers itself, or an issue without an option.
    public var stagePlan: [PlannedStage] {
        var settled: Set<IssueID> = []
        return stages.map { stage in
            let named = stage.settles.map { Set($0) }
            let deferred = Set(stage.defers.map(\.issue))
            let own = issues.filter { issue in
                !issue.options.isEmpty && !settled.contains(issue.id) && !deferred.contains(issue.id)
                    && named?.contains(issue.id) != false
            }.map(\.id)
            settled.formUnion(own)
            return PlannedStage(stage: stage.id, settles: own)
        }
    }
}

extension Analysis {
    /// The stages up to one, it included.
    ///
    /// - Throws: where there is no such stage.
    func plan(upTo stage: StageID) throws(AssessmentError) -> [PlannedStage] {
        let plan = dossier.stagePlan
        guard let place = plan.firstIndex(where: { $0.stage == stage }) else {
            throw .unknown(
                .stage, name: stage.rawValue,
                nearest: NearestName.of(stage.rawValue, among: plan.map(\.stage.rawValue)))
        }
        return Array(plan[...place])
    }
}
