import ArgumentParser
import Assessment
import Briefing
import Foundation
import Interchange
import Negotiation
import Stability

/// `parley stability`: would anybody leave it?
struct StabilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stability",
        abstract:
            "Say whether anybody in a graph model gains by leaving a state, who, and what would keep it.",
        discussion: """
            Reads the graph model of a dossier (stability.yaml and what its sheets say of states), or a model that stands alone \
            in a file. Nash, GMR, SMR, SEQ and SSEQ stability for any number of decision makers, by the graph model for conflict \
            resolution. States are named as in the model, or by their letters. Instead of a dossier, the file of a model that stands alone \
            may be named.
            """)

    @OptionGroup var source: DossierOptions

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp(
            "The sheet whose preferences count for a party; may be repeated.", valueName: "party=sheet"))
    var sheets: [String] = []

    @Option(name: .customLong("state"), help: "Explain this state; may be repeated.")
    var states: [String] = []

    @Option(
        help: ArgumentHelp(
            "Ask of the commitments of a package, each kept or broken, in place of the dossier's model.",
            valueName: "package"))
    var package: String?

    @Option(
        help: ArgumentHelp(
            "Write the model made of the package to a file that can be edited.", valueName: "file"))
    var save: String?

    @Flag(help: "Explain the states that are stable in some sense, at most 24.")
    var why = false

    @Option(help: ArgumentHelp("Say what these can do together.", valueName: "party,party"))
    var coalition: String?

    @Option(help: ArgumentHelp("Say what would keep this state; may be repeated.", valueName: "state"))
    var keep: [String] = []

    @Option(help: "In which sense it should be kept: Nash, GMR, SMR, SEQ or SSEQ.")
    var concept: Concept = .seq

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp("Add a proposed option; may be repeated.", valueName: "option"))
    var added: [String] = []

    @Option(
        name: .customLong("without"),
        help: ArgumentHelp("Take an option away; may be repeated.", valueName: "option"))
    var removed: [String] = []

    // A number may begin with a minus sign, which would else be read as another option.
    @Option(
        parsing: .unconditional, help: "The most states that one list shows.", transform: WholeNumber.read)
    var limit = 40

    @Flag(help: "Print the graph for Graphviz.")
    var dot = false

    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard !(dot && format.json) else { throw ValidationError("Choose one of --json and --dot.") }
        if let both = added.first(where: removed.contains) {
            throw ValidationError("'\(both)' stands with --with and with --without: leave out one of them.")
        }
        guard save == nil || package != nil else {
            throw ValidationError("--save writes the model of a package: name one with --package.")
        }
    }

    func run() throws {
        let request = try request()
        let report: StabilityReport
        let view: Dossier
        var leftOut: [CommitmentID] = []
        if let package {
            view = try source.view()
            let (answer, model) = try Asking.answer(of: view) { [view] () throws(AssessmentError) in
                try view.stability(
                    ofPackage: RoadmapRequest(package: package, sheets: request.sheets), request)
            }
            (report, leftOut) = (answer, model.leftOut)
            if let save { try Output.write(model.model.fileText(), to: save, replacing: false) }
        } else if let path = aloneModel {
            guard source.viewer == "team" else {
                throw Failure.command(
                    "a model that stands alone has no viewers: leave out --as, or put it into a dossier.")
            }
            guard sheets.isEmpty else {
                throw Failure.command("a model that stands alone has no sheets: leave out --sheet.")
            }
            let model: ConflictModel
            do throws(UnreadableDossier) {
                model = try ConflictModelReader().read(at: path)
            } catch {
                throw Failure.dossier(error.description)
            }
            view = Dossier()
            report = try Asking.answer(of: view) { () throws(AssessmentError) in try model.stability(request)
            }
        } else {
            var source = source
            source.dossier = folder
            view = try source.view()
            report = try Asking.answer(of: view) { [view] () throws(AssessmentError) in
                try view.stability(request)
            }
        }
        if format.json {
            Console.print(report.json().text())
        } else if dot {
            Console.print(report.dot())
        } else {
            let phrasing = Phrasing(view)
            Console.print(report.text(phrasing, limit: limit, style: Console.style))
            if !leftOut.isEmpty {
                Console.print(phrasing.packageModelLeavesOut(leftOut, style: Console.style))
            }
        }
        if !report.isExact { throw ExitStatus.partial }
    }

    /// The file of a model that stands alone; nil for a dossier, and for the model's file within one.
    private var aloneModel: String? {
        ConflictModelReader.standsAlone(at: source.dossier) && folder == source.dossier ? source.dossier : nil
    }

    /// The dossier's folder, where its model's file was named.
    private var folder: String {
        let url = URL(fileURLWithPath: source.dossier)
        guard url.deletingPathExtension().lastPathComponent == "stability" else { return source.dossier }
        let parent = url.deletingLastPathComponent().path
        let isDossier = ["yaml", "yml", "json"].contains {
            FileManager.default.fileExists(atPath: parent + "/dossier." + $0)
        }
        return isDossier ? parent : source.dossier
    }

    private func request() throws -> StabilityRequest {
        StabilityRequest(
            sheets: try AnalysisOptions.chosen(sheets),
            scope: .init(
                added: Set(added.map { ModelOptionID($0) }), removed: Set(removed.map { ModelOptionID($0) })),
            states: states.map { StateID($0) }, explainsEquilibria: why,
            coalition: (coalition ?? "").split(separator: ",").map {
                PartyID($0.trimmingCharacters(in: .whitespaces))
            },
            kept: keep.map { StateID($0) }, concept: concept)
    }
}

extension Concept: ExpressibleByArgument {
    /// Reads the name in any case.
    public init?(argument: String) {
        guard
            let concept = Concept.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() })
        else {
            return nil
        }
        self = concept
    }
}
