/// All that is known of one process.
///
/// A minimal dossier is parties, issues and options; everything else may be added as it becomes known.
public struct Dossier: Hashable, Sendable {
    /// What a dossier is where it is not the record of a process.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// Invented, in whole or in part, to show or to practise something.
        case illustration
    }

    /// The name of the process.
    public var title: Text?
    /// More about it.
    public var text: Text?
    /// The languages of its texts, preferred first.
    public var languages: [String]
    /// The day up to which the dossier tells the process.
    public var dated: CalendarDate?
    /// What it is where it is not the record of a process; nil: it is one. Everybody sees it, so that no copy of
    /// what was invented passes for a record.
    public var basis: Basis?
    /// Who may see ``title``, ``text`` and ``dated``.
    public var seenBy: Visibility
    /// Who is involved.
    public var parties: [Party]
    /// Who sits where on which issues.
    public var tables: [Table]
    /// What is to be settled.
    public var issues: [Issue]
    /// Why somebody wants something.
    public var interests: [Interest]
    /// What somebody said it wants.
    public var positions: [Position]
    /// What holds in every package.
    public var minimums: [Minimum]
    /// What cannot go together.
    public var rules: [Rule]
    /// The steps of the process, first to last.
    public var stages: [Stage]
    /// Packages that somebody has drafted.
    public var packages: [Package]
    /// Where statements come from.
    public var sources: [Source]
    /// Facts that sources tell differently.
    public var readings: [Reading]
    /// What the parties want; several sheets a party are normal.
    public var sheets: [Sheet]
    /// The sheet that an analysis uses unless told otherwise; a party with one sheet needs no entry.
    public var defaultSheets: [PartyID: SheetID]
    /// Who could do what about an agreement, in the words of the graph model.
    public var stability: ConflictModel?
    /// The events that commitments are counted from, and how clauses are read.
    public var timetable: Timetable

    /// A dossier.
    public init(
        title: Text? = nil, text: Text? = nil, languages: [String] = [], dated: CalendarDate? = nil,
        basis: Basis? = nil, seenBy: Visibility = .team, parties: [Party] = [], tables: [Table] = [],
        issues: [Issue] = [],
        interests: [Interest] = [], positions: [Position] = [], minimums: [Minimum] = [],
        rules: [Rule] = [], stages: [Stage] = [], packages: [Package] = [], sources: [Source] = [],
        readings: [Reading] = [], sheets: [Sheet] = [], defaultSheets: [PartyID: SheetID] = [:],
        stability: ConflictModel? = nil, timetable: Timetable = Timetable()
    ) {
        self.title = title
        self.text = text
        self.languages = languages
        self.dated = dated
        self.basis = basis
        self.seenBy = seenBy
        self.parties = parties
        self.tables = tables
        self.issues = issues
        self.interests = interests
        self.positions = positions
        self.minimums = minimums
        self.rules = rules
        self.stages = stages
        self.packages = packages
        self.sources = sources
        self.readings = readings
        self.sheets = sheets
        self.defaultSheets = defaultSheets
        self.stability = stability
        self.timetable = timetable
    }

    /// The negotiators, in the order of the file.
    public var negotiators: [Party] { parties.filter(\.isNegotiator) }

    /// The party of that name.
    public func party(_ id: PartyID) -> Party? { parties.first { $0.id == id } }
    /// The issue of that name.
    public func issue(_ id: IssueID) -> Issue? { issues.first { $0.id == id } }
    /// The package of that name.
    public func package(_ id: PackageID) -> Package? { packages.first { $0.id == id } }
    /// The commitments of all options and packages, in the order of the file.
    public var commitments: [Commitment] {
        issues.flatMap(\.options).flatMap(\.commitments) + packages.flatMap(\.commitments)
    }

    /// The sheet of that name.
    public func sheet(_ id: SheetID) -> Sheet? { sheets.first { $0.id == id } }
}
