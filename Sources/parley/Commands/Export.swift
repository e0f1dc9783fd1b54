import ArgumentParser
import Interchange
import Negotiation

/// `parley export`: a dossier, or what one viewer may see of it, as files of its own.
struct Export: ParsableCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case yaml
        case json
    }

    static let configuration = CommandConfiguration(
        abstract: "Write a dossier, or what one viewer may see of it, as YAML or JSON into another folder.",
        discussion: """
            The folder then holds what was written and nothing else. The folder of the dossier itself, and those in it \
            and around it, are refused.
            """)

    @OptionGroup var source: DossierOptions

    @Option(help: "The format: yaml or json.")
    var form: Form = .json

    @Option(name: .shortAndLong, help: "The folder to write into.", completion: .directory)
    var output: String

    @Flag(help: "Replace a dossier that is there, all of it.")
    var force = false

    func run() throws {
        var view = try source.view()
        // The format wants an option for each issue; a view may show a question without any answer.
        view.issues.removeAll { $0.options.isEmpty }
        view = view.withoutLooseEnds
        // The format wants a party and an issue; a view may hold neither.
        let lacking = view.issues.isEmpty ? "issue with an option" : view.parties.isEmpty ? "party" : nil
        if let lacking {
            throw Failure.dossier(
                "error: no \(lacking) is shown to '\(source.viewer)': there is nothing to write.")
        }
        try Writing.write(
            view, to: output, format: form == .json ? .json : .yaml, replacing: force, from: source.dossier)
        Console.print(output)
    }
}
