public import Negotiation
import Sequencing

extension Dossier {
    /// Whether a package can be carried out: who goes first, what if something is late, who is exposed when.
    ///
    /// - Throws: ``AssessmentError``: no commitments, no package chosen where there are several, a name that leads nowhere.
    public func roadmap(_ request: RoadmapRequest = RoadmapRequest()) throws(AssessmentError) -> RoadmapReport
    {
        let (package, commitments) = try commitments(of: request.package)
        guard !commitments.isEmpty else { throw .noCommitments(package) }
        var report = try RoadmapDesk(
            dossier: self, request: request, package: package, commitments: commitments
        ).report()
        report.departures = try departures(report, request)
        return report
    }

    /// The commitments of a package: of its options in the order of the issues, then its own.
    ///
    /// - Throws: ``AssessmentError/unknown(_:name:nearest:)``, ``AssessmentError/packageUndecided(_:)``.
    func commitments(of id: PackageID?) throws(AssessmentError) -> (PackageID?, [Commitment]) {
        guard let id = try chosenPackage(id) else {
            let several = issues.filter { $0.options.filter { !$0.commitments.isEmpty }.count > 1 }
            if let issue = several.first { throw .answersUndecided(issue.id) }
            return (nil, issues.flatMap(\.options).flatMap(\.commitments))
        }
        guard let package = package(id) else {
            throw .unknown(
                .package, name: id.rawValue,
                nearest: NearestName.of(id.rawValue, among: packages.map(\.id.rawValue)))
        }
        let chosen = issues.flatMap { issue in
            issue.options.filter { package.choose[issue.id] == $0.id }.flatMap(\.commitments)
        }
        return (id, chosen + package.commitments)
    }

    private func chosenPackage(_ id: PackageID?) throws(AssessmentError) -> PackageID? {
        if let id { return id }
        guard packages.count > 1 else { return packages.first?.id }
        // Drafts without commitments are nothing to carry out.
        let binding = packages.filter { package in
            !package.commitments.isEmpty
                || issues.contains { issue in
                    issue.options.contains { package.choose[issue.id] == $0.id && !$0.commitments.isEmpty }
                }
        }
        guard binding.count == 1 else { throw .packageUndecided(packages.map(\.id)) }
        return binding[0].id
    }
}
