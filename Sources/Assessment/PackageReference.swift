public import Negotiation

/// A package that somebody names: one of the dossier's, today's options, or choices typed in.
public struct NamedPackage: Hashable, Sendable {
    /// The name it goes by: its identifier, `today`, or the choices as typed.
    public var name: String
    /// The title that people read, where it has one.
    public var title: Text?
    /// The option of each issue that it settles.
    public var choose: [IssueID: OptionID]
    /// What is promised beyond its options: by the dossier's package that it is, or from which it starts.
    public var commitments: [Commitment]

    /// A named package.
    public init(
        name: String, title: Text? = nil, choose: [IssueID: OptionID], commitments: [Commitment] = []
    ) {
        self.name = name
        self.title = title
        self.choose = choose
        self.commitments = commitments
    }
}

extension Dossier {
    /// Reads the name of a package, `today`, or choices such as `line=zone,aid=corridors`. Choices may begin with
    /// a package: `draft-a,line=zone` is draft-a with another line.
    ///
    /// - Throws: ``AssessmentError/unknown(_:name:nearest:)`` with the nearest right name.
    public func namedPackage(_ text: String) throws(AssessmentError) -> NamedPackage {
        let parts = text.split(separator: ",", omittingEmptySubsequences: true).map(Self.withoutSpaceAround)
            .filter { !$0.isEmpty }
        guard let first = parts.first else { throw .notAPackage(text) }
        var result = NamedPackage(name: parts.count == 1 ? first : text, choose: [:])
        for part in parts where part.contains("=") || parts.count > 1 && part != first {
            try choose(part, in: &result)
        }
        guard !first.contains("=") else { return result }
        let base = try package(named: first)
        result.choose.merge(base.choose) { chosen, _ in chosen }
        result.commitments = base.commitments
        if parts.count == 1 { result.title = base.title }
        return result
    }

    /// What was typed without the space before and after it, and without line breaks, which a printed package has where
    /// it was too long. Space inside a line stays, so that a message shows what was typed.
    private static func withoutSpaceAround(_ text: Substring) -> String {
        text.split(whereSeparator: \.isNewline).map { line in
            var line = line.drop(while: \.isWhitespace)
            while line.last?.isWhitespace ?? false { line.removeLast() }
            return String(line)
        }.joined()
    }

    /// Today's option of each issue that has one.
    var today: [IssueID: OptionID] {
        Dictionary(
            issues.compactMap { issue in issue.today.map { (issue.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func package(named name: String) throws(AssessmentError) -> NamedPackage {
        if let package = package(PackageID(name)) {
            return NamedPackage(
                name: name, title: package.title, choose: package.choose, commitments: package.commitments)
        }
        if name == "today" {
            return NamedPackage(name: name, choose: today)
        }
        let names = packages.map(\.id.rawValue) + ["today"]
        throw .unknown(.package, name: name, nearest: NearestName.of(name, among: names))
    }

    private func choose(_ part: String, in package: inout NamedPackage) throws(AssessmentError) {
        let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            .map(Self.withoutSpaceAround)
        guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }) else { throw .notAPackage(part) }
        guard let issue = issue(IssueID(sides[0])) else {
            let nearest = NearestName.of(sides[0], among: issues.map(\.id.rawValue))
            throw .unknown(.issue, name: sides[0], nearest: nearest)
        }
        guard issue.option(OptionID(sides[1])) != nil else {
            let nearest = NearestName.of(sides[1], among: issue.options.map(\.id.rawValue))
            throw .unknownOption(sides[1], of: issue.id, nearest: nearest)
        }
        // Two answers to one issue are no package, and neither of them may win silently.
        guard package.choose.updateValue(OptionID(sides[1]), forKey: issue.id) == nil else {
            throw .notAPackage(package.name)
        }
    }
}
