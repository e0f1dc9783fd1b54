public import Negotiation

/// What `parley check` found in a right dossier, for programs.
public struct CheckResult: Sendable {
    /// The findings.
    public var findings: [Finding]
    /// What published checklists ask for and the dossier does not show.
    public var practices: [PracticeFinding]
    /// Where items stand in the files; nil for a viewer who may not know.
    public var places: SourceMap?

    /// A result.
    public init(findings: [Finding], practices: [PracticeFinding], places: SourceMap?) {
        self.findings = findings
        self.practices = practices
        self.places = places
    }

    /// The result for programs; `Documentation/json.md` describes every field.
    ///
    /// - Parameters:
    ///   - sentences: the findings in words, one each.
    ///   - practiceSentences: the practice findings in words, one each.
    public func json(sentences: [String], practices practiceSentences: [String]) -> JSON {
        return [
            "parley": 1,
            "findings": .array(
                zip(findings, sentences).map { finding, words in
                    .object(
                        place(finding.place) + [
                            ("kind", .string(finding.reason.kind)), ("sentence", .string(words)),
                        ])
                }),
            "practice": .array(
                zip(practices, practiceSentences).map { finding, words in
                    .object(
                        place(finding.place) + [
                            ("item", .string(finding.item.id)), ("sentence", .string(words)),
                        ])
                }),
        ]
    }

    private func place(_ path: ItemPath) -> [(key: String, value: JSON)] {
        guard let place = places?.place(of: path) else { return [("place", .string(path.description))] }
        return [
            ("place", .string(path.description)), ("file", .string(place.file)), ("line", .int(place.line)),
            ("column", .int(place.column)),
        ]
    }
}

extension Finding.Reason {
    /// The name of the case: a stable word for programs.
    var kind: String { String(describing: self).prefix { $0 != "(" }.description }
}
