import ArgumentParser
import Assessment
import Briefing
import Interchange
import Negotiation

/// `parley explain`: one package, opened up.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Open up one package: what it chooses, needs and brings to whom, and what speaks against it.")

    @OptionGroup var source: DossierOptions

    @Argument(help: "A package's identifier, 'today', or choices such as line=zone,aid=corridors.")
    var package: String

    @OptionGroup var analysis: AnalysisOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let view = try source.view()
        let request = try analysis.request()
        let (explanation, issues) = try Asking.answer(of: view) { () throws(AssessmentError) in
            let package = try view.namedPackage(self.package)
            let desk = try view.desk(request)
            return (desk?.explanation(of: package) ?? view.explanation(of: package), desk?.issues ?? [])
        }
        if format.json {
            Console.print(explanation.json(issues: issues.map(\.id.rawValue)).text())
        } else {
            Console.print(explanation.text(Phrasing(view), style: Console.style))
        }
    }
}
