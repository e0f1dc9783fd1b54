import ArgumentParser
import Foundation
import Interchange
import Negotiation

/// The dossier and on whose behalf it is looked at: what every verb takes.
struct DossierOptions: ParsableArguments {
    @Argument(help: "The dossier's folder, or its dossier.yaml.", completion: .directory)
    var dossier: String

    @Option(
        name: .customLong("as"),
        help: "Whose view: team, table, public, or a party's identifier.")
    var viewer = "team"

    /// The dossier as it stands, read whole.
    ///
    /// - Parameter name: what messages call it where a command names two, such as `the earlier copy`.
    func read(as name: String? = nil) throws(Failure) -> ReadDossier {
        guard !dossier.isEmpty else {
            throw .command("the dossier's folder has no name; '.' is this folder.")
        }
        do throws(UnreadableDossier) {
            return try DossierReader().read(at: dossier)
        } catch {
            // An error speaks of contents; only the team may see them.
            let isThere = FileManager.default.fileExists(atPath: dossier)
            guard viewer == "team" || !isThere else {
                throw .dossier(
                    "error: \(name ?? "this dossier") cannot be read as it stands; the team sees why with 'parley check'."
                )
            }
            guard let name else { throw .dossier(error.description) }
            let named = error.diagnostics.map { diagnostic in
                var diagnostic = diagnostic
                diagnostic.problem = "in \(name): \(diagnostic.problem)"
                return diagnostic
            }
            throw .dossier(UnreadableDossier(named).description)
        }
    }

    /// The dossier as the viewer sees it.
    func view() throws(Failure) -> Dossier {
        let dossier = try read().dossier
        return dossier.seen(by: try Self.viewer(viewer, in: dossier))
    }

    /// The viewer of that name.
    static func viewer(_ name: String, in dossier: Dossier) throws(Failure) -> Viewer {
        switch name {
        case "team": return .team
        case "table": return .table
        case "public": return .public
        default:
            if dossier.party(PartyID(name)) != nil { return .party(PartyID(name)) }
            // Whoever mistypes a name may see no more than the public: a near name must not betray a hidden party.
            let names = ["team", "table", "public"] + dossier.seen(by: .public).parties.map(\.id.rawValue)
            let hint =
                NearestName.of(name, among: names).map { "Did you mean '\($0)'?" }
                ?? "The identifiers of the parties stand in the dossier."
            throw .command("nobody is called '\(name)': expected team, table, public or a party. \(hint)")
        }
    }
}
