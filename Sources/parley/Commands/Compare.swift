import ArgumentParser
import Assessment
import Briefing
import Interchange
import Negotiation

/// `parley compare`: several packages side by side.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put packages side by side: where they differ, and who gains and loses where.")

    @OptionGroup var source: DossierOptions

    @Argument(help: "Two or more packages: identifiers, 'today', or choices such as line=zone,aid=corridors.")
    var packages: [String]

    @OptionGroup var analysis: AnalysisOptions
    @OptionGroup var drawn: DrawOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard packages.count >= 2 else { throw ValidationError("Name at least two packages to compare.") }
    }

    func run() throws {
        let view = try source.view()
        let request = try analysis.request(drawn)
        let (comparison, issues) = try Asking.answer(of: view) { () throws(AssessmentError) in
            var named: [NamedPackage] = []
            for package in packages { named.append(try view.namedPackage(package)) }
            let desk = try Analysis.ofKnownSheets(view, request)
            let issues = desk?.issues ?? []
            let comparison =
                desk?.comparison(of: named)
                ?? Comparison(
                    named.map { view.explanation(of: $0, budget: request.budget) }, issues: issues.map(\.id))
            return (comparison, issues)
        }
        let without = request.leftOut(of: view)
        if format.json {
            Console.print(comparison.json(issues: issues.map(\.id.rawValue), without: without).text())
        } else {
            Console.print(comparison.text(Phrasing(view), without: without, style: Console.style))
        }
        if !comparison.packages.allSatisfy(\.isExact) { throw ExitStatus.partial }
    }
}
