import ArgumentParser
import Assessment
import Briefing
import Interchange
import Negotiation

/// `parley improve`: how to get from a package, or from today, to a better one.
struct Improve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Make a package better at nobody's cost, climb to one stage by stage, or find what could be traded.",
        discussion: """
            With --from, acceptable packages that leave no negotiator worse off and give somebody more, fewest changes \
            first; of a package that leaves issues open, the acceptable ways to settle them. With --ladder, packages stage \
            by stage from today, on which nobody loses; with --from too, to that package. With --trades, where the \
            negotiators want the same and what they could trade; needs no numbers. Ranges stand at their midpoints and \
            orders equally spaced, except for trades; the result says so.
            """)

    @OptionGroup var source: DossierOptions

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Where to start: a package's identifier, 'today', or choices such as line=zone,aid=corridors.",
            valueName: "package"))
    var start: String?

    @Option(help: "Only what this stage settles may change; all else stays as in the package, or as today.")
    var stage: String?

    @Flag(help: "Climb from today through the dossier's stages.")
    var ladder = false

    @Flag(help: "Show where the negotiators want the same, and what they could trade.")
    var trades = false

    @OptionGroup var analysis: AnalysisOptions

    // A number may begin with a minus sign, which would else be read as another option.
    @Option(
        parsing: .unconditional, help: "The most points, or trades, to print.", transform: WholeNumber.read)
    var limit = 20

    @Option(
        parsing: .unconditional, help: "The most packages of one point to print.",
        transform: WholeNumber.read)
    var packageLimit = 5

    @OptionGroup var format: FormatOptions

    func validate() throws {
        if ladder && trades { throw ValidationError("Choose one of --ladder and --trades.") }
        if trades && start != nil {
            throw ValidationError("'--trades' looks at sheets, not at a package: leave out --from.")
        }
        if !ladder && !trades && start == nil {
            throw ValidationError("Say where to start with --from PACKAGE, or ask for --ladder or --trades.")
        }
        if stage != nil && (ladder || trades) {
            throw ValidationError("'--stage' limits what changes in a package: use it with --from alone.")
        }
    }

    func run() throws {
        let view = try source.view()
        let request = try analysis.request()
        if trades {
            try printTrades(view, request)
        } else if ladder {
            try printLadder(view, request)
        } else if let start {
            try printImprovements(on: start, view, request)
        }
    }

    private var limits: ListLimits { ListLimits(frontier: limit, packages: packageLimit) }

    private func printImprovements(on start: String, _ view: Dossier, _ request: AnalysisRequest) throws {
        let (report, issues) = try Asking.answer(of: view) { () throws(AssessmentError) in
            let desk = try Analysis(view, request)
            let package = try view.namedPackage(start)
            return (try desk.improvements(on: package, within: stage.map { StageID($0) }), desk.issues)
        }
        if format.json {
            Console.print(report.json(limits, issues: issues.map(\.id.rawValue)).text())
        } else {
            Console.print(
                report.text(Phrasing(view), limit: limit, packageLimit: packageLimit, style: Console.style))
        }
        if !report.isExact { throw ExitStatus.partial }
    }

    private func printLadder(_ view: Dossier, _ request: AnalysisRequest) throws {
        let (report, issues) = try Asking.answer(of: view) { () throws(AssessmentError) in
            let desk = try Analysis(view, request)
            var kept: NamedPackage?
            if let start { kept = try view.namedPackage(start) }
            return (try desk.ladders(keeping: kept), desk.issues)
        }
        if format.json {
            Console.print(report.json(limits, issues: issues.map(\.id.rawValue)).text())
        } else {
            Console.print(report.text(Phrasing(view), limit: limit, style: Console.style))
        }
        if !report.isExact { throw ExitStatus.partial }
    }

    private func printTrades(_ view: Dossier, _ request: AnalysisRequest) throws {
        let mutual = try Asking.answer(of: view) { () throws(AssessmentError) in
            try view.mutualInterests(request)
        }
        if format.json {
            Console.print(mutual.json(limit: limit).text())
        } else {
            Console.print(mutual.text(Phrasing(view), limit: limit, style: Console.style))
        }
        if !mutual.tradesAreAll { throw ExitStatus.partial }
    }
}
