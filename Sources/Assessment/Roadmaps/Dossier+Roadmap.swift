public import Negotiation
import Sequencing

extension Dossier {
    /// Whether a package can be carried out: who goes first, what if something is late, who is exposed when.
    ///
    /// - Throws: ``AssessmentError``: no commitments, no package chosen where there are several, a name that leads nowhere.
    public func roadmap(_ request: RoadmapRequest = RoadmapRequest()) throws(AssessmentError) -> RoadmapReport
    {
        let package = try bindingPackage(request.package)
        let commitments = try commitments(of: package)
        guard !commitments.isEmpty else { throw .noCommitments(package?.name) }
        var report = try RoadmapDesk(
            dossier: self, request: request, package: package, commitments: commitments
        ).report()
        report.departures = try departures(report, request)
        return report
    }

    /// The packages that bind anybody to anything, in the order of the dossier. Drafts without commitments are nothing to carry out.
    var bindingPackages: [Package] {
        packages.filter { package in
            !package.commitments.isEmpty
                || optionsChosen(by: package.choose).contains { !$0.commitments.isEmpty }
        }
    }

    private func optionsChosen(by choices: [IssueID: OptionID]) -> [Option] {
        issues.compactMap { issue in choices[issue.id].flatMap(issue.option) }
    }

    /// The commitments of a package: of its options in the order of the issues, then its own; without a package, those of all options.
    private func commitments(of package: NamedPackage?) throws(AssessmentError) -> [Commitment] {
        if let package {
            return optionsChosen(by: package.choose).flatMap(\.commitments) + package.commitments
        }
        let several = issues.first { $0.options.filter { !$0.commitments.isEmpty }.count > 1 }
        if let several { throw .answersUndecided(several.id) }
        return issues.flatMap(\.options).flatMap(\.commitments)
    }

    private func bindingPackage(_ text: String?) throws(AssessmentError) -> NamedPackage? {
        if let text { return try namedPackage(text) }
        let candidates = packages.count > 1 ? bindingPackages : packages
        guard candidates.count <= 1 else { throw .packageUndecided(candidates.map(\.id)) }
        if let only = candidates.first { return try namedPackage(only.id.rawValue) }
        guard packages.isEmpty else { throw .noCommitments(nil) }
        return nil
    }
}
