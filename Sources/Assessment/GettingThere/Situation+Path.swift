import Bargaining
import Negotiation

extension Situation {
    /// How to get there: what drafts can be made into, ladders, what could be traded, and what waiting does.
    public struct Path: Sendable {
        /// Where the negotiators want the same, and what they could trade; nil where it is undecided whose sheets to use.
        public var mutual: MutualInterests?
        /// What no agreement is worth as time goes by; nil where no sheet that is used says so.
        public var overTime: OverTime?
        /// The way through the stages; nil where there are none, where today's answers are not known well enough, or
        /// where a sheet is missing.
        public var ladder: LadderReport?
        /// What each drafted package can be made into, in the order of the dossier; the first ones, where they are many.
        public var improvements: [ImprovementReport]
    }
}

extension Dossier {
    /// How to get there, for a briefing of this view.
    func path(_ request: AnalysisRequest, _ space: Result<Situation.Space, AssessmentError>) -> Situation.Path
    {
        var result = Situation.Path(mutual: try? mutualInterests(request), improvements: [])
        guard case .success(let space) = space else {
            result.overTime = (try? Analysis.ofKnownSheets(self, request)).flatMap { $0?.overTime() }
            return result
        }
        result.overTime = space.report.overTime
        // Where no package is acceptable, or none is told from another, there is nowhere to climb to.
        guard space.report.obstacle == nil, space.silence == nil else { return result }
        let desk = space.analysis.withinBriefingBudget
        result.ladder = try? desk.ladders()
        result.improvements = packages.prefix(Self.improvedDrafts).compactMap { package in
            try? desk.improvements(
                on: NamedPackage(
                    name: package.id.rawValue, title: package.title, choose: package.choose))
        }
        return result
    }

    /// More drafts than this are for the command line.
    private static var improvedDrafts: Int { 8 }
}

extension Analysis {
    /// The same with less work for each question: a briefing asks many at once, and says where one was not finished.
    fileprivate var withinBriefingBudget: Analysis {
        var smaller = request
        smaller.budget.vectors = min(request.budget.vectors, 400_000)
        smaller.budget.tableEntries = min(request.budget.tableEntries, 400_000)
        return (try? Analysis(dossier, smaller)) ?? self
    }
}
