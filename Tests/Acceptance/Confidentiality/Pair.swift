import Foundation
import Interchange
import Negotiation
import TestSupport

/// Two dossiers on disk that differ only in what one viewer may not see.
///
/// They stand in folders of the same name below different parents, with an earlier copy each, so that the same command
/// can be given in both.
struct Pair {
    let viewer: Viewer
    let view: Dossier
    /// Names of things that only the second dossier has.
    let hidden: [String: String]
    let parents: [URL]

    /// The pair of that seed; nil where the view leaves too little to write a dossier from.
    init?(seed: UInt64, viewer: Viewer, in folder: URL) throws {
        let dossier = RandomDossier.make(seed: seed)
        let view = dossier.seen(by: viewer)
        guard !view.parties.isEmpty, !view.issues.isEmpty else { return nil }
        self.viewer = viewer
        self.view = view
        parents = ["one", "two"].map { folder.appending(path: $0) }
        for parent in parents {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        }
        // Not every addition makes a right dossier: an issue whose every option is hidden may stay empty.
        var other: Dossier?
        for attempt in 0..<8 where other == nil {
            let added = HiddenMatter.added(to: view, for: viewer, seed: seed &* 100 &+ UInt64(attempt))
            guard added.faults().isEmpty, added.seen(by: viewer) == view else { continue }
            if (try? DossierWriter().write(added, to: parents[1].appending(path: "case").path)) != nil {
                other = added
            }
        }
        guard let other else { return nil }
        try DossierWriter().write(dossier, to: parents[0].appending(path: "case").path)
        // The earlier copies differ from each other only in hidden matter as well.
        try DossierWriter().write(other, to: parents[0].appending(path: "earlier").path)
        try DossierWriter().write(dossier, to: parents[1].appending(path: "earlier").path)
        func first<Item: Identifiable>(_ items: (Dossier) -> [Item], _ name: (Item) -> String) -> String {
            let seen = Set(items(view).map(name))
            return items(other).map(name).first { !seen.contains($0) } ?? "hidden"
        }
        hidden = [
            "package": first(\.packages) { $0.id.rawValue }, "party": first(\.parties) { $0.id.rawValue },
            "sheet": first(\.sheets) { $0.id.rawValue }, "issue": first(\.issues) { $0.id.rawValue },
            "stage": first(\.stages) { $0.id.rawValue },
        ]
    }

    /// How the command line names the viewer.
    var name: String {
        switch viewer {
        case .team: "team"
        case .table: "table"
        case .public: "public"
        case .party(let id): id.rawValue
        }
    }

    /// Every command that shows a dossier to a viewer.
    var commands: [[String]] {
        let asViewer = ["case", "--as", name]
        let package = view.packages.first?.id.rawValue ?? "today"
        let typed = view.issues.compactMap { issue in
            issue.options.last.map { "\(issue.id)=\($0.id)" }
        }.joined(separator: ",")
        let visible = view.parties[0].id.rawValue
        let without = view.negotiators.filter { party in !view.sheets.contains { $0.party == party.id } }
            .flatMap { ["--without", $0.id.rawValue] }
        let brief = ["brief", "case", "--for", name, "-o"]
        let isParty = if case .party = viewer { true } else { false }
        return [
            ["check"] + asViewer, ["check"] + asViewer + ["--practice"],
            ["check"] + asViewer + ["--practice", "--json"], ["packages"] + asViewer,
            ["packages"] + asViewer + ["--json"] + without, ["packages"] + asViewer + without,
            ["packages"] + asViewer + ["--csv"] + without,
            ["ask"] + asViewer + ["--draws", "500"] + without,
            ["ask"] + asViewer + ["--draws", "500", "--json"] + without,
            ["explain"] + asViewer + [package], ["explain"] + asViewer + ["today", "--json"],
            ["explain"] + asViewer + [typed] + without, ["explain"] + asViewer + [hidden["package"] ?? ""],
            ["explain"] + asViewer + ["\(hidden["issue"] ?? "")=x"],
            ["packages"] + asViewer + ["--without", hidden["party"] ?? ""],
            ["packages"] + asViewer + ["--sheet", "\(visible)=\(hidden["sheet"] ?? "")"],
            ["compare"] + asViewer + ["today", package] + without,
            ["compare"] + asViewer + ["today", typed, "--json"],
            ["improve"] + asViewer + ["--from", package] + without,
            ["improve"] + asViewer + ["--from", typed, "--json"] + without,
            ["improve"] + asViewer + ["--from", hidden["package"] ?? ""],
            ["improve"] + asViewer + ["--from", "today", "--stage", hidden["stage"] ?? ""] + without,
            ["improve"] + asViewer + ["--ladder"] + without,
            ["improve"] + asViewer + ["--ladder", "--json"] + without,
            ["improve"] + asViewer + ["--trades"], ["improve"] + asViewer + ["--trades", "--json"] + without,
            brief + ["brief.html"] + without, brief + ["brief.md", "--line-numbers"],
            brief + ["since.md", "--since", "earlier"] + (isParty ? ["--own-first"] : []) + without,
            ["export"] + asViewer + ["-o", "json"], ["export"] + asViewer + ["-o", "yaml", "--form", "yaml"],
        ]
    }
}
