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
            Needs a sheet of every negotiator. Ranges stand at their midpoints and orders equally spaced; the \
            result says so.
            """)

    @OptionGroup var source: DossierOptions
    @OptionGroup var analysis: AnalysisOptions

    // A number may begin with a minus sign, which would else be read as another option.
    @Option(
        parsing: .unconditional, help: "The most points of the frontier to print.",
        transform: Self.wholeNumber)
    var frontierLimit = 20

    @Option(
        parsing: .unconditional, help: "The most packages of one point to print.",
        transform: Self.wholeNumber)
    var packageLimit = 20

    @Flag(help: "Print the frontier as CSV: one line a point, with its first package.")
    var csv = false

    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard !(csv && format.json) else { throw ValidationError("Choose one of --json and --csv.") }
    }

    private static func wholeNumber(_ text: String) throws -> Int {
        guard let number = Int(text), number >= 0 else {
            throw ValidationError("Expected a whole number of 0 or more.")
        }
        return number
    }

    func run() throws {
        let view = try source.view()
        let request = try analysis.request()
        let report = try Asking.answer(of: view) { () throws(AssessmentError) in
            try Analysis(view, request).packages()
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
        if !report.isExact { throw ExitStatus.partial }
    }
}
