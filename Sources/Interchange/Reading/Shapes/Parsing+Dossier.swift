import Negotiation

extension Parsing {
    /// The one version of the format that this program reads.
    static let version = "1"

    /// The dossier without its sheets; nil where the file does not even hold a mapping.
    mutating func dossier(_ root: Node) -> Dossier? {
        guard let fields = fields(root, .dossier) else { return nil }
        if let node = fields["parley"], node.text != Self.version {
            report(
                node, "\(node.kind) as the version of the format",
                expected: "`\(Self.version)`, the version that this program reads")
        }
        learnEvents(of: root)
        for key in fields.lacking { doubtful.formUnion(Self.subjects[key] ?? []) }
        return Dossier(
            title: fields["title"].map { title($0) },
            text: fields["text"].map { text($0) },
            languages: fields["languages"].map { languages($0) } ?? [],
            dated: fields["dated"].flatMap { date($0) },
            basis: fields["basis"].flatMap { word($0, Dossier.Basis.self) },
            seenBy: visibility(fields),
            parties: items(fields, "parties", limit: limits.parties) { $0.party($1) },
            tables: items(fields, "tables") { $0.table($1) },
            issues: items(fields, "issues", limit: limits.issues) { $0.issue($1) },
            interests: items(fields, "interests") { $0.interest($1) },
            positions: items(fields, "positions") { $0.position($1) },
            minimums: items(fields, "minimums") { $0.minimum($1) },
            rules: items(fields, "rules") { $0.rule($1) },
            stages: items(fields, "stages") { $0.stage($1) },
            packages: items(fields, "packages") { $0.package($1) },
            sources: items(fields, "sources") { $0.source($1) },
            readings: items(fields, "readings") { $0.reading($1) },
            defaultSheets: fields["default-sheets"].map { defaultSheets($0) } ?? [:],
            timetable: fields["timetable"].map { timetable($0) } ?? Timetable())
    }

    /// What stands in the lists of a dossier and is referred to by name. Where a whole list is not where it belongs,
    /// nothing more is said about every name that leads into it.
    private static let subjects: [String: Set<Fault.Subject>] = [
        "parties": [.party], "tables": [.table], "issues": [.issue, .option, .commitment],
        "interests": [.interest], "minimums": [.minimum], "rules": [.rule], "stages": [.stage],
        "packages": [.package, .commitment], "sources": [.source], "readings": [.reading],
        "timetable": [.event, .commitment],
    ]

    private mutating func items<Item>(
        _ fields: Fields, _ key: String, limit: Int? = nil, _ read: (inout Parsing, Node) -> Item?
    ) -> [Item] {
        guard let node = fields[key] else { return [] }
        var items: [Item] = []
        for item in list(node, of: key, limit: limit) {
            if let item = read(&self, item) { items.append(item) }
        }
        return items
    }

    private mutating func defaultSheets(_ node: Node) -> [PartyID: SheetID] {
        var sheets: [PartyID: SheetID] = [:]
        for entry in entries(node, of: "`party: sheet`") {
            sheets[reference(key: entry)] = reference(entry.value)
        }
        return sheets
    }
}
