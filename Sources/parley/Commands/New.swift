import ArgumentParser
import Foundation
import Interchange

/// `parley new`: a dossier to go on writing.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start a dossier from a library of common issues, or from a pasted table.",
        discussion: """
            Writes a commented dossier.yaml and a sheet to fill in for each party. The library's options carry no \
            scores; see it with --list.

            A table is CSV, Markdown, or text with | between columns, headings first: Issue, Today (the option in force \
            now), Options (one a line, or several in a cell with ; between them), Note. Where ; stands between the columns, a \
            cell with several options stands in quotation marks. For example:

              Issue | Today | Options
              Water points | Whoever comes first | By day for each; Shared at all times
            """)

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String?

    @Option(help: "The name of the process.")
    var title = "A new process"

    @Option(name: .customLong("party"), help: "The name of a negotiator; repeat for each.")
    var parties: [String] = []

    @Option(name: .customLong("issue"), help: "An issue of the library; repeat for each.")
    var issues: [String] = []

    @Option(help: "A file with a table of issues and options; - for standard input.", completion: .file())
    var table: String?

    @Flag(help: "List the library: issues with their options.")
    var list = false

    func validate() throws {
        guard !list else { return }
        guard folder != nil else { throw ValidationError("Name the folder to make, or add --list.") }
    }

    func run() throws {
        guard !list, let folder else {
            Console.print(Self.library)
            return
        }
        let files: [String: String]
        var notes: [String] = []
        do {
            let table = try self.table.map(Self.read)
            notes = table?.notes.map(\.description) ?? []
            files = try StartingDossier.files(
                StartingRequest(title: title, parties: parties, issues: issues, table: table))
        } catch let error as StartingFailure {
            throw Failure(
                message: error.description.split(separator: "\n").map { "error: " + $0 }
                    .joined(separator: "\n"), status: .wrongCommand)
        } catch let error as ImportFailure {
            throw Failure.dossier(error.description)
        }
        try Self.write(files, into: folder)
        for note in notes { Console.error(note) }
        Console.print(Self.nextSteps(in: folder))
    }

    private static func read(_ path: String) throws -> StartingTable {
        guard path == "-" else { return try StartingTable.read(at: path) }
        let limit = ImportLimits().fileBytes
        let bytes = try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
        guard bytes.count <= limit else {
            throw Failure.command("standard input has more than \(limit) bytes.")
        }
        return try StartingTable.read(Array(bytes), file: "standard input")
    }

    private static func write(_ files: [String: String], into folder: String) throws(Failure) {
        let manager = FileManager.default
        for name in files.keys.sorted() where manager.fileExists(atPath: folder + "/" + name) {
            throw .command("'\(folder)/\(name)' is there already; name another folder.")
        }
        try Output.makeFolder(folder)
        try Output.makeFolder(folder + "/sheets")
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            try Output.write(text, to: folder + "/" + name, replacing: false)
        }
    }

    private static func nextSteps(in folder: String) -> String {
        let typed = Output.typed(folder)
        return """
            \(folder)/dossier.yaml
            Next: edit it; in \(folder)/sheets put what each party wants in order and drop `.example` from the names; then
              parley check \(typed)
              parley packages \(typed)
              parley brief \(typed) -o briefing.html
            """
    }

    private static var library: String {
        StartingLibrary.issues.map { issue in
            let options = issue.options.map { "    \($0.id): \($0.title)" }
            return "\(issue.id): \(issue.title)\n" + options.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
