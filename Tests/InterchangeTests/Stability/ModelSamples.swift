import Foundation
import Interchange
import Negotiation
import Testing

/// The files of a small dossier with a model, from which tests take one part and put a wrong one in its place.
enum ModelSamples {
    static let dossier = """
        parley: 1
        parties: [{id: north, roles: [negotiator]}, {id: south, roles: [negotiator]}, {id: host}]
        issues: [{id: line, options: [as-is, zone]}]
        sources: [{id: brief, title: The brief}]
        """
    static let model = """
        title: A truce
        text: What may become of it.
        basis: illustration
        source: brief
        seen-by: table
        decision-makers:
          - party: north
            options:
              - {id: strike, title: Strikes, text: Across the line, direction: forth}
              - {id: talk, direction: back}
          - party: south
            options:
              - {id: respond, title: {en: Responds, fr: Répond}, proposed: true}
              - reserve
        infeasible:
          - {pattern: "YY--", kind: logic, because: One or the other., source: brief}
          - {exclusive: [strike, talk]}
          - {at-least-one: [strike, talk, reserve]}
          - {option: respond, only-if: strike OR NOT talk}
          - {never-together: [talk, respond]}
          - unlisted
        states:
          - {id: truce, title: Truce, pattern: NYNN}
          - {id: war, taken: [strike, respond]}
          - {id: guarded, pattern: nynY}
        coalesced:
          - {id: calm, title: Calm, pattern: "NN--"}
        status-quo: truce
        in-question: [truce, YNNN]
        """
    static let sheet = """
        party: north
        basis: estimate
        states: {ranking: [truce, [calm, guarded], war], unknown: [[truce, calm]], held-by: [south]}
        """

    /// The files, in one of which `part` is replaced by another.
    static func files(_ file: String = "", replacing part: String = "", with other: String = "") throws
        -> [String: String]
    {
        var files = ["dossier.yaml": dossier, "stability.yaml": model, "sheets/north.yaml": sheet]
        guard !file.isEmpty else { return files }
        let text = try #require(files[file])
        try #require(text.components(separatedBy: part).count == 2, "`\(part)` stands once in the file")
        files[file] = text.replacingOccurrences(of: part, with: other)
        return files
    }

    /// The one line with which the files are refused, without what stands before the message.
    static func problem(_ file: String, _ part: String, _ other: String) throws -> String {
        let lines = try refusal(files(file, replacing: part, with: other))
        return lines.count == 1 ? lines[0] : lines.joined(separator: "\n")
    }

    static func inModel(_ part: String, _ other: String) throws -> String {
        try problem("stability.yaml", part, other)
    }

    static func inSheet(_ part: String, _ other: String) throws -> String {
        try problem("sheets/north.yaml", part, other)
    }
}
