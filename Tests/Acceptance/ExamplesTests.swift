import Foundation
import Interchange
import Negotiation
import Testing

/// The examples as people get them: read from the folder, without an error.
@Suite struct ExamplesTests {
    static let names = ["camp-david", "harvest-hall", "minimal", "three-party", "two-states", "ukraine"]
    /// Folders of files that stand alone, without a dossier.
    static let withoutDossier = ["graph-models"]
    /// Folders of dossiers; those of `agreements` are tested with the roadmaps.
    static let ofDossiers = ["agreements"]

    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Examples")

    static func dossier(_ name: String) throws -> Dossier {
        try DossierReader().read(at: folder.appending(path: name).path).dossier
    }

    @Test func everyFolderIsTested() throws {
        let entries = try FileManager.default.contentsOfDirectory(
            at: Self.folder, includingPropertiesForKeys: [.isDirectoryKey])
        let folders = try entries.filter {
            try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
        }
        #expect(
            folders.map(\.lastPathComponent).sorted()
                == (Self.names + Self.withoutDossier + Self.ofDossiers).sorted())
    }

    @Test(arguments: names) func isReadAndExplained(_ name: String) throws {
        let dossier = try Self.dossier(name)
        let readme = Self.folder.appending(path: "\(name)/README.md")
        let explanation = try String(contentsOf: readme, encoding: .utf8)
        #expect(explanation.contains("parley packages Examples/\(name)"))
        for negotiator in dossier.parties where negotiator.isNegotiator {
            #expect(dossier.sheets.contains { $0.party == negotiator.id }, "\(negotiator.id) has no sheet")
        }
    }

    /// What is shown to somebody must not lean on what is not: it would be withheld, which nobody meant.
    @Test(arguments: names) func nothingIsShownThatMustBeWithheld(_ name: String) throws {
        let withheld = try Self.dossier(name).findings().filter {
            if case .shownWithout = $0.reason { true } else { false }
        }
        #expect(withheld.isEmpty)
    }

    /// Sheets speak of every issue and every option, so that nothing is assumed unsaid.
    @Test(arguments: names) func sheetsMissNothing(_ name: String) throws {
        let gaps = try Self.dossier(name).findings().filter {
            switch $0.reason {
            case .valuesMissing, .weightsMissing, .totalMissed, .valueOutside, .valuesSmall: true
            default: false
            }
        }
        #expect(gaps.isEmpty)
    }

    /// Draft packages keep the rules, except the one that is kept for its mistake.
    @Test(arguments: names) func draftsKeepTheRules(_ name: String) throws {
        let broken = try Self.dossier(name).findings().compactMap { finding -> String? in
            switch finding.reason {
            case .packageBreaksRule(let package, _): package.rawValue
            case .packageBreachesMinimum(let package, _, _, _): package.rawValue
            default: nil
            }
        }
        #expect(Set(broken) == (name == "ukraine" ? ["draft-early"] : []))
    }
}
