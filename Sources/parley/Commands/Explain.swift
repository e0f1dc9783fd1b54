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
    @OptionGroup var drawn: DrawOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let view = try source.view()
        let request = try analysis.request(drawn)
        let (explanation, desk) = try Asking.answer(of: view) { () throws(AssessmentError) in
            let package = try view.namedPackage(self.package)
            let desk = try Analysis.ofKnownSheets(view, request)
            return (
                desk?.explanation(of: package) ?? view.explanation(of: package, budget: request.budget), desk
            )
        }
        let without = request.leftOut(of: view)
        if format.json {
            let issues = desk?.issues.map(\.id.rawValue) ?? []
            Console.print(explanation.json(issues: issues, without: without).text())
        } else {
            Console.print(
                explanation.text(
                    Phrasing(view), scorings: desk?.scorings ?? [], without: without, style: Console.style))
        }
        if !explanation.isExact { throw ExitStatus.partial }
    }
}
