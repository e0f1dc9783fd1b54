public import Negotiation
import Stability

extension Dossier {
    /// Whether anybody gains by breaking a package's commitments, by the graph model made of them.
    ///
    /// - Parameters:
    ///   - package: the package and sheets, as for its roadmap.
    ///   - request: what is asked of the graph model; its sheets are those of `package`.
    ///
    /// - Throws: ``AssessmentError``.
    public func stability(
        ofPackage package: RoadmapRequest, _ request: StabilityRequest = StabilityRequest()
    ) throws(AssessmentError) -> (report: StabilityReport, model: PackageModel) {
        let roadmap = try roadmap(package)
        let name = roadmap.package?.name
        guard
            let answer = try analysed(
                roadmap, sheets: package.sheets, request, limit: PackageModel.optionLimit)
        else { throw .noStakes(name) }
        return answer
    }

    /// The model of as many of the weakest commitments as can be analysed: where some preferences are not known, states are compared
    /// one by one, and fewer of them can be.
    private func analysed(
        _ roadmap: RoadmapReport, sheets: [PartyID: SheetID], _ request: StabilityRequest, limit: Int
    ) throws(AssessmentError) -> (report: StabilityReport, model: PackageModel)? {
        var limit = limit
        var problem: ModelTooLarge?
        while let made = try roadmap.packageModel(self, sheets: sheets, limit: limit) {
            let options = made.model.options.count
            if made.leavesPreferencesOpen, made.stateCount > Self.pairwiseLimit {
                problem = ModelTooLarge(.pairwiseStates(made.stateCount, limit: Self.pairwiseLimit))
            } else {
                do throws(AssessmentError) {
                    return (try report(made, request), made)
                } catch {
                    guard case .conflictModel(.tooLarge(let excess)) = error else { throw error }
                    problem = excess
                }
            }
            // Each option less halves the states.
            limit = options - max(1, problem?.halvings ?? 1)
        }
        if let problem { throw .conflictModel(.tooLarge(problem)) }
        return nil
    }

    private func report(
        _ made: PackageModel, _ request: StabilityRequest
    ) throws(AssessmentError) -> StabilityReport {
        var stated: [PartyID: StabilityDesk.Stated] = [:]
        for (party, preferences) in made.model.preferences {
            let sheet = made.sheets[party]
            stated[party] = .init(
                sheet: sheet, basis: sheet.flatMap { self.sheet($0)?.basis }, preferences: preferences)
        }
        return try StabilityDesk(model: made.model, request: request, stated: stated, views: [:]).report()
    }

    /// States that are compared pair by pair take the cube of their number, coalitions included: so many are quick.
    private static var pairwiseLimit: Int { 512 }

    /// So many options of the weakest commitments are looked at without being asked for: thousands of states, not a million.
    private static var quickOptions: Int { 12 }

    /// Who would leave the state in which everything is kept; nil where no sheet says what is at stake.
    func departures(
        _ roadmap: RoadmapReport, _ request: RoadmapRequest
    ) throws(AssessmentError) -> [RoadmapReport.Departure]? {
        guard !roadmap.keeping.isEmpty else { return nil }
        let found: (report: StabilityReport, model: PackageModel)?
        do throws(AssessmentError) {
            found = try analysed(
                roadmap, sheets: request.sheets, StabilityRequest(), limit: Self.quickOptions)
        } catch {
            // Whoever wants the model is told why not; here it is one paragraph of many.
            guard case .conflictModel(.tooLarge) = error else { throw error }
            found = nil
        }
        guard let (report, made) = found, let kept = report.fate?.state,
            let account = report.accounts.first(where: { $0.state == kept }),
            let standings = account.standings[.seq]
        else { return nil }
        let patterns = report.states.graph.patterns
        let options = made.model.options
        return standings.compactMap { standing in
            guard !standing.isStable, report.makers[standing.mover].knowledge != .none else { return nil }
            let broken = standing.improvements.filter { $0.sanction == nil && $0.isSettled }.map {
                improvement in
                let changed = patterns[improvement.to] ^ patterns[kept]
                return options.indices.filter { changed >> UInt64($0) & 1 == 1 }
                    .compactMap { made.commitments[options[$0].id] }
            }
            guard let fewest = broken.min(by: { $0.count < $1.count }) else { return nil }
            return .init(party: report.makers[standing.mover].party, commitments: fewest)
        }
    }
}

extension ModelTooLarge {
    /// How often what there is too much of would have to be halved.
    fileprivate var halvings: Int {
        switch excess {
        case .states(let count, let limit), .moves(let count, let limit),
            .decisionMakers(let count, let limit),
            .pairwiseStates(let count, let limit):
            Int.bitWidth - max(0, (count - 1) / max(1, limit)).leadingZeroBitCount
        }
    }
}
