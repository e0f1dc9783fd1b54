import ArgumentParser
import Interchange
import Negotiation

/// `parley import`: other people's formats into dossiers.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a dossier from other people's files.", subcommands: [Genius.self])

    /// `parley import genius`
    struct Genius: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import a domain of the ANAC competitions: Genius XML, one profile a party, exactly.")

        @Argument(help: "The domain file.", completion: .file(extensions: ["xml"]))
        var domain: String

        @Argument(help: "The utility profiles, one a party.", completion: .file(extensions: ["xml"]))
        var profiles: [String]

        @Option(name: .shortAndLong, help: "The folder to write the dossier into.", completion: .directory)
        var output: String

        @Flag(help: "Replace a dossier that is there, all of it.")
        var force = false

        func run() throws {
            let result: GeniusImport.Result
            do throws(ImportFailure) {
                result = try GeniusImport.read(domainAt: domain, profilesAt: profiles)
            } catch {
                throw Failure.dossier(error.description)
            }
            try Writing.write(result.dossier, to: output, replacing: force)
            for note in result.notes { Console.error(note.description) }
            Console.print(output)
        }
    }
}

/// Writing a dossier into a folder that a person named.
enum Writing {
    static func write(
        _ dossier: Dossier, to folder: String, format: DossierWriter.Format = .yaml, replacing: Bool,
        from source: String? = nil
    ) throws(Failure) {
        do throws(WritingError) {
            try DossierWriter(format: format).write(dossier, to: folder, replacing: replacing, from: source)
        } catch {
            switch error {
            case .nearSource, .holdsMore: throw .command("\(error); name another folder.")
            case .exists: throw .command("\(error); add --force to replace it, or name another folder.")
            default: throw .command("\(error)")
            }
        }
    }
}
