extension Dossier {
    /// Everything that makes the dossier wrong, in the order of the file: names that lead nowhere, names given
    /// twice, orders that repeat something, minimums put under a condition or on a scale.
    ///
    /// An empty result is what every other function of the library expects of a dossier.
    ///
    /// Complexity: linear in the size of the dossier; each unknown name also costs a look at all names of its
    /// kind.
    public func faults() -> [Fault] {
        var search = FaultSearch(self)
        search.run()
        return search.faults
    }
}

/// One walk over a dossier that gathers its faults.
struct FaultSearch {
    let dossier: Dossier
    var faults: [Fault] = []
    let parties: Set<PartyID>
    let interests: Set<InterestID>
    let minimums: Set<MinimumID>
    let sources: Set<SourceID>
    let events: Set<EventID>
    /// The commitments that may be named where the search stands.
    var known: KnownCommitments
    let issues: Set<IssueID>
    let options: [IssueID: Set<OptionID>]
    /// How many comparisons of letters the search for nearest names may still have made, and has.
    static let effortLimit = 20_000_000
    var effort = 0
    /// The names of the model, where there is one.
    let model: ModelNames?

    init(_ dossier: Dossier) {
        self.dossier = dossier
        parties = Set(dossier.parties.map(\.id))
        interests = Set(dossier.interests.map(\.id))
        minimums = Set(dossier.minimums.map(\.id))
        sources = Set(dossier.sources.map(\.id))
        events = Set(
            dossier.timetable.events.isEmpty ? [Timetable.signature.id] : dossier.timetable.events.map(\.id))
        known = KnownCommitments(of: dossier)
        issues = Set(dossier.issues.map(\.id))
        options = Dictionary(
            dossier.issues.map { ($0.id, Set($0.options.map(\.id))) }, uniquingKeysWith: { $0.union($1) })
        model = dossier.stability.map(ModelNames.init)
    }

    mutating func run() {
        if dossier.parties.isEmpty { report(.nothing(.party), at: ItemPath(["parties"])) }
        if dossier.issues.isEmpty { report(.nothing(.issue), at: ItemPath(["issues"])) }
        names()
        people()
        agenda()
        statements()
        process()
        timetable()
        carriedOut()
        if let model = dossier.stability { check(model) }
        for sheet in dossier.sheets { check(sheet) }
        for (party, sheet) in dossier.defaultSheets.sorted(by: { $0.key < $1.key }) {
            checkDefault(sheet, of: party)
        }
    }

    mutating func report(_ reason: Fault.Reason, at place: ItemPath) {
        faults.append(Fault(reason, at: place))
    }

    // MARK: Names

    private mutating func names() {
        unique(dossier.parties.map(\.id), .party, in: "parties")
        unique(dossier.tables.map(\.id), .table, in: "tables")
        unique(dossier.issues.map(\.id), .issue, in: "issues")
        for issue in dossier.issues {
            let place = ItemPath(["issues"])[issue.id]["options"]
            if issue.options.isEmpty { report(.nothing(.option), at: place) }
            unique(issue.options.map(\.id), .option, at: place)
        }
        unique(dossier.interests.map(\.id), .interest, in: "interests")
        unique(dossier.minimums.map(\.id), .minimum, in: "minimums")
        unique(dossier.rules.map(\.id), .rule, in: "rules")
        unique(dossier.stages.map(\.id), .stage, in: "stages")
        unique(dossier.packages.map(\.id), .package, in: "packages")
        unique(dossier.sources.map(\.id), .source, in: "sources")
        unique(dossier.readings.map(\.id), .reading, in: "readings")
        unique(dossier.sheets.map(\.id), .sheet, in: "sheets")
        // A minimum must not be mistaken for an issue, or a condition could speak of it unnoticed.
        for minimum in dossier.minimums where options[IssueID(minimum.id.rawValue)] != nil {
            report(.minimumConditioned(minimum.id), at: ItemPath(["issues", minimum.id.rawValue]))
        }
        commitmentNames()
        causes()
    }

    private mutating func unique<Subject>(
        _ ids: [Identifier<Subject>], _ subject: Fault.Subject, in list: String
    ) {
        unique(ids, subject, at: ItemPath([list]))
    }

    mutating func unique<Subject>(
        _ ids: [Identifier<Subject>], _ subject: Fault.Subject, at list: ItemPath
    ) {
        var seen: Set<Identifier<Subject>> = []
        for id in ids {
            if !IdentifierGrammar.accepts(id.rawValue) {
                report(.malformedName(id.rawValue), at: list[id])
            }
            if !seen.insert(id).inserted { report(.duplicate(subject, name: id.rawValue), at: list[id]) }
        }
    }

    // MARK: References

    mutating func party(_ id: PartyID, at place: ItemPath) {
        if !parties.contains(id) { unknown(.party, id, among: parties, at: place) }
    }

    mutating func issue(_ id: IssueID, at place: ItemPath) {
        guard options[id] == nil else { return }
        let minimum = MinimumID(id.rawValue)
        if minimums.contains(minimum) {
            report(.minimumConditioned(minimum), at: place)
        } else {
            unknown(.issue, id, among: issues, at: place)
        }
    }

    mutating func option(_ id: OptionID, of issue: IssueID, at place: ItemPath) {
        guard let known = options[issue], !known.contains(id) else { return }
        unknown(.option, id, among: known, at: place)
    }

    mutating func interests(_ ids: [InterestID], at place: ItemPath) {
        for id in ids where !interests.contains(id) { unknown(.interest, id, among: interests, at: place) }
    }

    mutating func minimums(_ ids: [MinimumID], at place: ItemPath) {
        for id in ids where !minimums.contains(id) { unknown(.minimum, id, among: minimums, at: place) }
    }

    mutating func cited(_ citations: [Citation], at place: ItemPath) {
        for case .source(let id, _) in citations where !sources.contains(id) {
            unknown(.source, id, among: sources, at: place["source"])
        }
    }

    mutating func seen(by visibility: Visibility, at place: ItemPath) {
        guard case .floated(let ids) = visibility else { return }
        for id in ids { party(id, at: place["seen-by"]) }
    }

    mutating func condition(_ condition: Condition, at place: ItemPath) {
        for (issue, chosen) in condition.choices {
            self.issue(issue, at: place[issue])
            for option in chosen { self.option(option, of: issue, at: place[issue]) }
        }
    }

    mutating func unknown<Subject>(
        _ subject: Fault.Subject, _ id: Identifier<Subject>, among known: Set<Identifier<Subject>>,
        at place: ItemPath
    ) {
        let nearest = nearest(to: id.rawValue, among: known)
        report(.unknown(subject, name: id.rawValue, nearest: nearest), at: place)
    }

    /// The nearest right name, as long as looking for it is affordable: a file of a million wrong names must not
    /// cost a million searches.
    mutating func nearest<Subject>(to name: String, among known: Set<Identifier<Subject>>) -> String? {
        nearest(to: name, count: known.count, among: known.map(\.rawValue))
    }

    /// The nearest of so many names, which are only gathered if they are looked at.
    mutating func nearest(to name: String, count: Int, among names: @autoclosure () -> [String]) -> String? {
        let letters = min(name.utf8.count, IdentifierGrammar.lengthLimit)
        effort += count * (letters + 1) * (letters + 1)
        guard effort < Self.effortLimit else { return nil }
        return NearestName.of(name, among: names())
    }

    func place(of commitment: Commitment, in option: Option, of issue: Issue) -> ItemPath {
        ItemPath(["issues"])[issue.id]["options"][option.id]["commitments"][commitment.id]
    }
}
