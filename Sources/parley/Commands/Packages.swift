import ArgumentParser
import Assessment
import Briefing
import Interchange
import Negotiation

/// `parley packages`: which packages are possible, and which are worth testing.
struct Packages: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Count and weigh the packages: feasible, acceptable, undominated, and the reference packages.",
        discussion: """
            Needs a sheet of every negotiator. Counts, frontier and yardsticks stand on central values: ranges at \
            their midpoints, orders equally spaced; the result says so. Packages worth testing are compared over all that \
            the sheets leave open. Where the frontier is too large to be listed whole, each yardstick is looked for among all \
            acceptable packages: it is exact with all its ties, or the result says how far the greatest can be.
            """)

    @OptionGroup var source: DossierOptions
    @OptionGroup var analysis: AnalysisOptions
    @OptionGroup var drawn: DrawOptions

    // A number may begin with a minus sign, which would else be read as another option.
    @Option(
        parsing: .unconditional, help: "The most points of the frontier to print.",
        transform: WholeNumber.read)
    var frontierLimit = 20

    @Option(
        parsing: .unconditional, help: "The most packages of one point to print.",
        transform: WholeNumber.read)
    var packageLimit = 20

    @Flag(help: "Print the frontier as CSV: one line a point, with its first package.")
    var csv = false

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            "List the frontier. With --no-frontier the yardsticks alone are looked for, each exact or with its gap: an answer in seconds where there are many issues or parties."
        ))
    var frontier = true

    @OptionGroup var nash: NashWeightOptions

    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard !csv || frontier else {
            throw ValidationError("--csv prints the frontier: leave out one of --csv and --no-frontier.")
        }
        guard !(csv && format.json) else { throw ValidationError("Choose one of --json and --csv.") }
    }

    func run() throws {
        let view = try source.view()
        var request = try analysis.request(drawn)
        request.listsFrontier = frontier
        request.nashWeights = try nash.weights()
        let report = try Asking.answer(of: view) { [request] () throws(AssessmentError) in
            let desk = try Analysis(view, request)
            var report = desk.packages()
            if desk.isAnythingUnknown, report.silence == nil { report.testing = desk.worthTesting(report) }
            report.withoutNumbers = view.withoutNumbers(desk, budget: request.budget)
            return report
        }
        let limits = ListLimits(frontier: frontierLimit, packages: packageLimit)
        if format.json {
            Console.print(report.json(limits).text())
        } else if csv {
            Console.print(report.frontier.csv(limit: frontierLimit))
        } else {
            Console.print(
                report.text(
                    Phrasing(view), frontierLimit: limits.frontier, packageLimit: limits.packages,
                    style: Console.style))
        }
        if !report.isExact || report.testing?.isExact == false { throw ExitStatus.partial }
    }
}
