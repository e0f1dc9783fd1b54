import ArgumentParser
import Assessment
import Briefing
import Foundation
import Interchange
import Negotiation
import Sequencing

/// `parley roadmap`: can it be carried out?
struct RoadmapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract:
            "Say whether a package can be carried out: who goes first, what if something is late, who is exposed.",
        discussion: """
            Reads the commitments of a package and checks them as a timetable: whether all clauses can hold, whether they can be \
            kept whatever happens within the stated ranges, who would have to go first, and, where sheets say what commitments cost \
            and are worth, who is exposed when and whether keeping is better than breaking. Instead of a dossier, the JSON file of a temporal \
            network may be named.
            """)

    @OptionGroup var source: DossierOptions

    @Option(
        help: ArgumentHelp(
            "The package, or choices such as line=zone,aid=corridors; needed where several have commitments.",
            valueName: "package"))
    var package: String?

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp(
            "The sheet whose costs and worths count for a party; may be repeated.", valueName: "party=sheet"))
    var sheets: [String] = []

    @Option(help: ArgumentHelp("Take the clauses as this reading has them.", valueName: "reading"))
    var reading: String?

    @Option(
        name: .customLong("what-if"),
        help: ArgumentHelp(
            "Try one thing otherwise: deadline, takes, verification or within of a commitment; may be repeated.",
            valueName: "commitment.deadline=45d"))
    var changes: [String] = []

    @Option(help: ArgumentHelp("The date of the event from which all is counted.", valueName: "2026-01-05"))
    var start: String?

    @Option(
        help: ArgumentHelp(
            "How soon news can be acted on: a time, instantaneous (0d), or strict, which is a moment later.",
            valueName: "1d"))
    var reaction: String?

    @Option(
        help: "How many conflicts between clauses are looked for.", transform: WholeNumber.read)
    var conflicts = 3

    // A number may begin with a minus sign, which would else be read as another option.
    @Option(
        parsing: .unconditional, help: "The most rows that one list shows.", transform: WholeNumber.read)
    var limit = 60

    @Flag(help: "Print the commitments as a table for a spreadsheet: an implementation matrix.")
    var csv = false

    @Flag(help: "Print the dates as a calendar (iCalendar); the start needs a date.")
    var ics = false

    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard [format.json, csv, ics].filter({ $0 }).count < 2 else {
            throw ValidationError("Choose one of --json, --csv and --ics.")
        }
    }

    func run() throws {
        if NetworkReader.standsAlone(at: source.dossier) { return try runAlone() }
        let view = try source.view()
        let request = try request()
        let report = try Asking.answer(of: view) { () throws(AssessmentError) in try view.roadmap(request) }
        let phrasing = Phrasing(view)
        if format.json {
            Console.print(report.json().text())
        } else if csv {
            Console.print(report.csv(languages: view.languages))
        } else if ics {
            do throws(CalendarError) {
                Console.print(try report.calendar(view))
            } catch {
                throw Failure.command(error.description)
            }
        } else if request.changes.isEmpty {
            Console.print(report.text(phrasing, limit: limit, style: Console.style))
        } else {
            var plain = request
            plain.changes = []
            let before = try Asking.answer(of: view) { [plain] () throws(AssessmentError) in
                try view.roadmap(plain)
            }
            Console.print(report.text(comparedWith: before, phrasing, limit: limit, style: Console.style))
        }
        if !report.isExact { throw ExitStatus.partial }
    }

    /// A temporal network in a file of its own.
    private func runAlone() throws {
        let isPlain =
            source.viewer == "team" && package == nil && sheets.isEmpty && reading == nil && changes.isEmpty
            && start == nil && reaction == nil && !csv && !ics
        guard isPlain else {
            throw Failure.command(
                "a temporal network that stands alone has no dossier around it: only --json can be added.")
        }
        let network: ReadNetwork
        do throws(UnreadableDossier) {
            network = try NetworkReader().read(at: source.dossier)
        } catch {
            throw Failure.dossier(error.description)
        }
        let report = network.report()
        Console.print(format.json ? report.json().text() : report.text(style: Console.style))
        if !report.isExact { throw ExitStatus.partial }
    }

    private func request() throws -> RoadmapRequest {
        var tried: [CommitmentChange] = []
        for text in changes {
            guard let change = CommitmentChange(text) else {
                throw ValidationError(
                    "'\(text)' is no change: write commitment.deadline=45d (or a date), .takes=5d..20d, .verification=10d, .within=30d, or =none."
                )
            }
            tried.append(change)
        }
        var moment: Moment?
        if let start {
            guard let read = Moment(start) else {
                throw ValidationError("'\(start)' is no date: write --start 2026-01-05 or 2026-01-05T10:00.")
            }
            moment = read
        }
        var time: ReactionTime?
        if let reaction {
            guard let read = ReactionTime(reaction) else {
                throw ValidationError(
                    "'\(reaction)' is no time: write --reaction 12h, 1d, instantaneous or strict.")
            }
            time = read
        }
        return RoadmapRequest(
            package: package, sheets: try AnalysisOptions.chosen(sheets),
            reading: reading.map { ClauseReadingID($0) }, start: moment, reaction: time, changes: tried,
            conflictLimit: max(1, conflicts))
    }
}
