import Assessment
import Briefing
import Foundation
import Interchange
import Negotiation
import TestSupport

/// The dossier of one of the examples.
func example(_ name: String) throws -> Dossier {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try DossierReader().read(at: root.appendingPathComponent("Examples/\(name)").path).dossier
}

let exampleNames = ["camp-david", "harvest-hall", "minimal", "three-party", "two-states", "ukraine"]

/// Every viewer of a dossier.
func viewers(of dossier: Dossier) -> [Viewer] {
    [.team, .table, .public] + dossier.parties.map { .party($0.id) }
}

/// A random dossier of a size that an engine answers at once, its texts plain words.
func plainDossier(seed: UInt64) -> Dossier {
    var size = RandomDossier.Size()
    size.nastyTexts = false
    return RandomDossier.make(seed: seed, size: size)
}

/// Everything that a viewer can be given: pages, text, and what commands print.
func output(_ situation: Situation) -> String {
    let document = situation.briefing()
    let phrasing = Phrasing(situation.dossier)
    var result = document.html() + document.markdown() + document.text()
    result += situation.findings.text(phrasing)
    if let mutual = situation.path.mutual { result += mutual.text(phrasing) }
    for explanation in situation.drafted { result += explanation.text(phrasing) }
    if case .success(let space) = situation.space {
        result += space.report.text(phrasing)
        for candidate in space.candidates {
            result += candidate.explanation.text(phrasing, scorings: space.analysis.scorings)
        }
        let packages = situation.drafted.map(\.package)
        if let desk = try? Analysis(situation.dossier) {
            for package in packages.prefix(3) {
                result += (try? desk.improvements(on: package).text(phrasing)) ?? ""
            }
            result += (try? desk.ladders().text(phrasing)) ?? ""
        }
        if packages.count > 1 { result += space.analysis.comparison(of: packages).text(phrasing) }
    }
    return result
}

extension Document {
    /// The words of the first page.
    var firstPageText: String {
        var page = self
        page.chapters = []
        page.stamps = []
        return page.firstPage.map { $0.text(TextStyle(width: 10_000)) }.joined(separator: "\n")
    }
}
