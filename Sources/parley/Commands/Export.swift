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
        abstract: "Write a dossier, or what one viewer may see of it, as YAML or JSON into another folder.")

    @OptionGroup var source: DossierOptions

    @Option(help: "The format: yaml or json.")
    var form: Form = .json

    @Option(name: .shortAndLong, help: "The folder to write into.", completion: .directory)
    var output: String

    @Flag(help: "Replace a dossier that is there.")
    var force = false

    func run() throws {
        var view = try source.view()
        // The format wants an option for each issue; a view may show a question without any answer.
        view.issues.removeAll { $0.options.isEmpty }
        guard !view.issues.isEmpty else {
            throw Failure.command(
                "no issue with an option is shown to '\(source.viewer)': there is nothing to write.")
        }
        view = view.withoutLooseEnds
        try Writing.write(view, to: output, format: form == .json ? .json : .yaml, replacing: force)
        Console.print(output)
    }
}
