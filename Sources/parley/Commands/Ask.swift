import ArgumentParser
import Assessment
import Briefing
import Interchange
import Negotiation

/// `parley ask`: what to ask next, and whom.
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is worth asking next, as a sheet of open questions for each caucus.",
        discussion: """
            Entries of the sheets that are not known are ranked by what knowing them would be worth. A question names only \
            what the party asked may see, and nobody's view.
            """)

    @OptionGroup var source: DossierOptions
    @OptionGroup var analysis: AnalysisOptions
    @OptionGroup var drawn: DrawOptions

    @Option(help: "The most unknown entries to list.")
    var limit = 10

    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("Expected a whole number of 0 or more after --limit.") }
    }

    func run() throws {
        let view = try source.view()
        let request = try analysis.request(drawn)
        let (inquiry, testing) = try Asking.answer(of: view) { () throws(AssessmentError) in
            let desk = try Analysis(view, request)
            let testing = desk.worthTesting(desk.packages())
            return (desk.inquiry(testing), testing)
        }
        let without = request.leftOut(of: view)
        if format.json {
            Console.print(inquiry.json(without: without).text())
        } else {
            Console.print(
                inquiry.text(Phrasing(view), limit: limit, without: without, style: Console.style))
        }
        if !testing.isExact { throw ExitStatus.partial }
    }
}
