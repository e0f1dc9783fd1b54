import ArgumentParser
import Assessment
import Briefing
import Interchange
import Negotiation

/// `parley check`: is the dossier right, and what would a careful reader ask?
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is wrong with a dossier, and what a careful reader would ask.",
        discussion: """
            Errors go to standard error, one a line, and the status is 1. Findings go to standard output, each with \
            its place and a remedy, and leave the status 0.
            """)

    @OptionGroup var source: DossierOptions

    @Flag(help: "Also go through published checklists for ceasefires, inclusion and doing no harm.")
    var practice = false

    @OptionGroup var format: FormatOptions

    func run() throws {
        let read = try source.read()
        let viewer = try DossierOptions.viewer(source.viewer, in: read.dossier)
        let view = read.dossier.seen(by: viewer)
        let findings = view.allFindings()
        let practices = practice ? view.practiceFindings() : []
        // Lines and columns tell how much stands above them: the team alone sees them.
        let places = viewer == .team ? read.places : nil
        if format.json {
            let result = CheckResult(findings: findings, practices: practices, places: places)
            let phrasing = Phrasing(view)
            let json = result.json(
                sentences: findings.map { phrasing.finding($0.reason).text },
                practices: practices.map { phrasing.practice($0).text })
            Console.print(json.text())
        } else {
            let phrasing = Phrasing(view)
            let place = { (path: ItemPath) in places?.place(of: path)?.description ?? path.description }
            Console.print(findings.text(phrasing, place: place) + practices.text(phrasing, place: place))
            if viewer != .team, view.issues.isEmpty {
                Console.print(phrasing.nothingShown().text)
            } else if findings.isEmpty, practices.isEmpty {
                Console.print("Nothing wrong, and nothing to ask.")
            }
        }
        if findings.contains(where: { $0.reason == .checkUnfinished }) { throw ExitStatus.partial }
    }
}
