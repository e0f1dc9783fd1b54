public import Negotiation

extension Dossier {
    /// Everything that a briefing for `viewer` tells.
    ///
    /// - Parameters:
    ///   - viewer: for whom. The dossier is reduced to the viewer's view here, and so is `earlier`.
    ///   - request: sheets, parties left out, budget.
    ///   - earlier: an earlier copy of the dossier to compare with.
    public func situation(
        for viewer: Viewer, _ request: AnalysisRequest = AnalysisRequest(), since earlier: Dossier? = nil
    ) -> Situation {
        let view = seen(by: viewer)
        let rules = RuleSpace(view, budget: request.budget)
        let space = view.space(request)
        let drafted = view.packages.map { package in
            let named = NamedPackage(
                name: package.id.rawValue, title: package.title, choose: package.choose)
            guard case .success(let space) = space else {
                return view.explanation(of: named, budget: request.budget)
            }
            return space.analysis.explanation(of: named, in: space.report)
        }
        return Situation(
            viewer: viewer, dossier: view, findings: view.allFindings(budget: request.budget),
            packages: rules.packages, feasible: rules.feasible, openOptions: rules.openOptions(with: [:]),
            withoutNumbers: view.withoutNumbers(try? space.get().analysis, budget: request.budget),
            space: space.map { $0.adding(drafted) },
            without: request.leftOut(of: view), drafted: drafted,
            development: earlier.map { view.development(since: $0.seen(by: viewer), request) },
            path: view.path(request, space), stability: view.stabilitySituation(request),
            roadmaps: view.roadmapSituation(request, isTeam: viewer == .team))
    }

    /// The roadmap of every package with commitments, or of the dossier where it has no packages.
    private func roadmapSituation(_ request: AnalysisRequest, isTeam: Bool) -> [Situation.RoadmapOutcome] {
        guard !commitments.isEmpty else { return [] }
        // Whoever sees answers and no package must not read of an agreement that nobody drafted.
        guard isTeam || !packages.isEmpty else { return [] }
        let ofStakes = request.sheets.filter { party, sheet in
            self.party(party) != nil && self.sheet(sheet)?.party == party
        }
        return (packages.isEmpty ? [nil] : bindingPackages.map { Optional($0.id) }).map { id in
            let report: Result<RoadmapReport, AssessmentError>
            do throws(AssessmentError) {
                report = .success(try roadmap(RoadmapRequest(package: id?.rawValue, sheets: ofStakes)))
            } catch {
                report = .failure(error)
            }
            return .init(package: id, report: report)
        }
    }

    /// The graph model with what would keep the states in question; nil where there is none.
    private func stabilitySituation(_ request: AnalysisRequest) -> Result<StabilityReport, AssessmentError>? {
        guard let model = stability else { return nil }
        let ofMakers = request.sheets.filter { party, sheet in
            model.decisionMakers.contains { $0.party == party } && self.sheet(sheet)?.states != nil
        }
        do throws(AssessmentError) {
            return .success(try stability(StabilityRequest(sheets: ofMakers, keepsInQuestion: true)))
        } catch {
            return .failure(error)
        }
    }

    private func space(_ request: AnalysisRequest) -> Result<Situation.Space, AssessmentError> {
        do throws(AssessmentError) {
            let analysis = try Analysis(self, request)
            let report = analysis.packages()
            var space = Situation.Space(
                analysis: analysis, report: report,
                candidates: report.silence == nil ? analysis.referenceCandidates(report) : [],
                today: analysis.utilitiesToday)
            if report.silence == nil, analysis.isAnythingUnknown {
                let testing = analysis.worthTesting(report)
                space.testing = testing
                space.inquiry = analysis.inquiry(testing)
            }
            return .success(space)
        } catch {
            return .failure(error)
        }
    }
}

extension Situation.Space {
    /// The same with the drafted packages that all accept on central values among the candidates; a draft that a
    /// yardstick points at too keeps both reasons.
    fileprivate func adding(_ drafted: [Explanation]) -> Situation.Space {
        guard silence == nil else { return self }
        var result = self
        for explanation in drafted {
            guard explanation.isFeasible == true,
                explanation.worths.allSatisfy({ $0.isAcceptable == true })
            else { continue }
            let reason = Situation.Candidate.Reason.drafted(
                PackageID(explanation.package.name), isOnFrontier: explanation.isOnFrontier)
            let same = result.candidates.firstIndex {
                $0.explanation.package.choose == explanation.package.choose
            }
            if let same {
                result.candidates[same].explanation = explanation
                result.candidates[same].reasons.append(reason)
            } else {
                result.candidates.append(
                    Situation.Candidate(explanation: explanation, reasons: [reason]))
            }
        }
        result.candidates = Self.ranked(result.candidates)
        return result
    }

    /// Best first by the share of completions in which nobody is worse off, then as found; those that the program made
    /// are numbered in that order.
    private static func ranked(_ candidates: [Situation.Candidate]) -> [Situation.Candidate] {
        var result = candidates.enumerated().sorted { left, right in
            let shares = [left, right].map { $0.element.explanation.outlook?.share.count ?? 0 }
            return shares[0] == shares[1] ? left.offset < right.offset : shares[0] > shares[1]
        }.map(\.element)
        var number = 0
        for place in result.indices
        where result[place].explanation.package.name.hasPrefix(Analysis.candidateName) {
            number += 1
            result[place].explanation.package.name = Analysis.candidateName + String(number)
        }
        return result
    }
}

extension Analysis {
    /// What today’s answers are worth to each negotiator; nil where today is not known on every issue.
    fileprivate var utilitiesToday: [Rational]? {
        let today = dossier.today
        guard issues.allSatisfy({ today[$0.id] != nil }) else { return nil }
        return scorings.map { $0.utility(of: today) }
    }

    /// One package for each point at which a yardstick points that compares no points between parties. Of the
    /// packages level there, the one that changes least from today, among the first of the list.
    fileprivate func referenceCandidates(_ report: PackagesReport) -> [Situation.Candidate] {
        var result: [(point: Int, candidate: Situation.Candidate)] = []
        for kind in References.Kind.allCases where !kind.comparesParties {
            var named = 0
            for point in report.references.points(of: kind) {
                let found = report.frontier[point]
                let reason = Situation.Candidate.Reason.reference(kind, ties: found.count.description)
                if let known = result.firstIndex(where: { $0.point == point }) {
                    result[known].candidate.reasons.append(reason)
                    continue
                }
                guard named < Self.candidateLimit, let choose = nearestToday(found.packages) else { continue }
                named += 1
                let package = NamedPackage(
                    name: Self.candidateName + String(result.count + 1), choose: choose)
                let candidate = Situation.Candidate(
                    explanation: explanation(of: package, in: report), reasons: [reason])
                result.append((point, candidate))
            }
        }
        return result.map(\.candidate)
    }

    /// The most packages that one yardstick brings: more are a list, not a briefing. Each yardstick has its own
    /// share, so that many ties of one do not crowd out another.
    private static var candidateLimit: Int { 4 }
    /// What the names of packages that the program made begin with.
    static var candidateName: String { "worth-testing-" }
}
