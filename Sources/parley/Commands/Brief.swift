import ArgumentParser
import Assessment
import Briefing
import Foundation
import Interchange
import Negotiation

/// `parley brief`: the briefing as a file.
struct Brief: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the briefing: one self-contained HTML or Markdown file for one audience.",
        discussion: """
            The file holds nothing that its audience may not see. The audience stands in the file's name: where the \
            name that you give does not hold it, it is added (brief.html becomes brief-for-team.html); a name that ends in \
            another audience is refused. The path of the file is printed.
            """)

    @Argument(help: "The dossier's folder, or its dossier.yaml.", completion: .directory)
    var dossier: String

    @Option(name: .customLong("for"), help: "The audience: team, table, public, or a party's identifier.")
    var audience = "team"

    @Option(
        name: .shortAndLong,
        help: "The file to write: .html or .md; by default briefing.html in this folder.",
        completion: .file())
    var output = "briefing.html"

    @Option(
        help: "An earlier copy of the dossier: the briefing tells what changed since.", completion: .directory
    )
    var since: String?

    @Option(
        name: .customLong("show"),
        help: "A yardstick that compares points between parties, to show as well: egalitarian or utilitarian."
    )
    var shown: [References.Kind] = []

    @Option(name: .customLong("language"), help: "A language wanted in the dossier's texts; may be repeated.")
    var languages: [String] = []

    @Flag(help: "List the party that the briefing is for first; only for a party's own copy.")
    var ownFirst = false

    @Flag(help: "Number paragraphs, list items and table rows in the margin.")
    var lineNumbers = false

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var analysis: AnalysisOptions

    func validate() throws {
        guard ["html", "htm", "md", "markdown"].contains(ending) else {
            throw ValidationError("'\(output)': expected a file that ends in .html or .md.")
        }
        guard !ownFirst || !["team", "table", "public"].contains(audience) else {
            throw ValidationError(
                "--own-first is for a party's own copy: name the party with --for, or leave it out for '\(audience)'."
            )
        }
    }

    private var ending: String { URL(fileURLWithPath: output).pathExtension.lowercased() }

    func run() throws {
        let current = try source(dossier).read().dossier
        let viewer = try DossierOptions.viewer(audience, in: current)
        let path = try Self.path(output, naming: audience, among: current.parties.map(\.id.rawValue))
        let earlier = try since.map { try earlierCopy(of: current, at: $0) }
        let situation = current.situation(for: viewer, try analysis.request(), since: earlier)
        // A briefing does without an analysis where sheets are missing, but not because a name was mistyped.
        if case .failure(let error) = situation.space, error.isOfTheCommand {
            throw Asking.failure(error, of: situation.dossier)
        }
        var options = BriefingOptions(languages: languages.isEmpty ? current.languages : languages)
        options.references.formUnion(shown)
        if case .party(let party) = viewer, ownFirst { options.firstParty = party }
        let document = situation.briefing(options)
        let rendering = RenderingOptions(lineNumbers: lineNumbers)
        let text = ending.hasPrefix("h") ? document.html(rendering) : document.markdown(rendering)
        try Output.write(text, to: path, replacing: force)
        Console.print(path)
        if viewer != .team, situation.dossier.issues.isEmpty {
            Console.error(
                "note: no issue is shown to '\(audience)'; items are the team's alone until 'seen-by' says more."
            )
        }
        if case .success(let space) = situation.space, !space.report.isExact { throw ExitStatus.partial }
    }

    /// The earlier copy: any other dossier would make everything seem new and everything before it gone.
    private func earlierCopy(of current: Dossier, at folder: String) throws -> Dossier {
        let earlier = try source(folder).read(as: "the earlier copy").dossier
        guard current.isLikelyLater(than: earlier) else {
            throw Failure.command(
                "'\(folder)' is no earlier copy of '\(dossier)': they share neither the title nor most parties and issues."
            )
        }
        return earlier
    }

    private func source(_ folder: String) throws -> DossierOptions {
        try DossierOptions.parse([folder, "--as", audience == "team" ? "team" : "public"])
    }

    /// `path` with the audience in its name, so that no copy is handed to somebody else by mistake.
    ///
    /// - Throws: where the name already ends in another audience: a file called so would seem to be that one's copy.
    static func path(
        _ path: String, naming audience: String, among parties: [String]
    ) throws(Failure) -> String {
        let url = URL(fileURLWithPath: path)
        let stem = url.deletingPathExtension().lastPathComponent
        let (words, wanted) = (Self.words(stem), Self.words(audience))
        if words.hasEnding(["for"] + wanted) { return path }
        for other in ["team", "table", "public"] + parties where words.hasEnding(["for"] + Self.words(other))
        {
            throw .command(
                "'\(path)' is named as a copy for '\(other)', and this one is for '\(audience)': name another file."
            )
        }
        if words.indices.contains(where: { words[$0...].starts(with: wanted) }) { return path }
        let folder =
            path.hasSuffix(url.lastPathComponent) ? String(path.dropLast(url.lastPathComponent.count)) : ""
        return folder + stem + "-for-" + audience + "." + url.pathExtension
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
}

extension [Substring] {
    /// Whether these words stand at the end.
    fileprivate func hasEnding(_ words: [Substring]) -> Bool { suffix(words.count) == words[...] }
}

extension References.Kind: ExpressibleByArgument {}
