import Bargaining
public import Negotiation

extension Analysis {
    /// What a package can be made into.
    ///
    /// - Parameters:
    ///   - package: where to start.
    ///   - stage: where given, only issues that it settles may change; the others stay as in the package, or as today.
    /// - Throws: where there is no such stage, or today's answer is not known where it would have to stand.
    public func improvements(
        on package: NamedPackage, within stage: StageID? = nil
    ) throws(AssessmentError) -> ImprovementReport {
        var start = package
        var changeable = issues.map(\.id)
        if let stage {
            let settled = Set(try plan(upTo: stage).last?.settles ?? [])
            changeable.removeAll { !settled.contains($0) }
            let open = issues.filter { !settled.contains($0.id) && package.choose[$0.id] == nil }
            let unknown = open.filter { $0.today == nil }.map(\.id)
            guard unknown.isEmpty else { throw .todayUnknown(unknown) }
            for issue in open { start.choose[issue.id] = issue.today }
        }
        let chosen = model.indices(start.choose)
        let isWhole = chosen.count == issues.count
        let explanation = explanation(of: start)
        let points: ImprovementReport.Points
        let (all, packages): (PackageCount, PackageCount)
        if isWhole {
            let kept = issues.indices.filter { !changeable.contains(issues[$0].id) }
            let found = space.improvements(on: issues.indices.map { chosen[$0]! }, keeping: Set(kept))
            (all, packages) = (found.all, found.packages)
            points = .improvements(found)
        } else {
            let found = space.acceptableCompletions(of: chosen)
            changeable.removeAll { start.choose[$0] != nil }
            (all, packages) = (found.all, found.frontier.packages)
            points = .completions(found.frontier)
        }
        return ImprovementReport(
            search: isWhole ? .improvements : .completions, start: explanation, negotiators: negotiators,
            without: request.leftOut(of: dossier), stage: stage, changeable: changeable,
            isCentral: scorings.contains(where: \.isCentral), all: all, packages: packages, points: points,
            model: model)
    }
}
