import Negotiation

/// Makes right dossiers that use every field of the format, from a seed.
///
/// Everything that is named exists, and `faults()` finds nothing; what is said makes no sense to people.
public struct RandomDossier {
    /// How large the dossiers are.
    public struct Size: Sendable {
        /// The most parties.
        public var parties = 6
        /// The most issues.
        public var issues = 5
        /// The most options of an issue.
        public var options = 5
        /// The most items of every other list.
        public var items = 4
        /// The most sheets.
        public var sheets = 5
        /// Whether texts hold quotes, colons, line ends and other things that files must quote.
        public var nastyTexts = true

        /// The usual size.
        public init() {}
    }

    var random: SplitMix64
    let size: Size
    var parties: [PartyID] = []
    var issues: [IssueID] = []
    var options: [IssueID: [OptionID]] = [:]
    var interests: [InterestID] = []
    var minimums: [MinimumID] = []
    var sources: [SourceID] = []
    var commitments: [CommitmentID] = []

    private init(seed: UInt64, size: Size) {
        random = SplitMix64(seed: seed)
        self.size = size
    }

    /// The dossier of that seed.
    public static func make(seed: UInt64, size: Size = Size()) -> Dossier {
        var maker = RandomDossier(seed: seed, size: size)
        var dossier = maker.dossier()
        dossier.hideWhatIsSeenWithoutItsCause()
        return dossier
    }

    private mutating func dossier() -> Dossier {
        parties = names("party", 2, size.parties)
        issues = names("issue", 1, size.issues)
        for issue in issues { options[issue] = names("option", 1, size.options) }
        interests = names("interest", 0, size.items)
        minimums = names("minimum", 0, size.items)
        sources = names("source", 0, size.items)
        var dossier = Dossier()
        dossier.title = maybe { $0.title() }
        dossier.text = maybe { $0.text() }
        dossier.languages = random.some(["en", "uk", "ru", "fr", "pt-BR"])
        dossier.dated = date()
        dossier.basis = maybe { $0.random.pick(Dossier.Basis.allCases) }
        dossier.seenBy = visibility()
        dossier.parties = parties.map { party($0) }
        dossier.issues = issues.map { issue($0) }
        dossier.tables = (names("table", 0, size.items) as [TableID]).map { id in
            Table(
                id: id, title: maybe { $0.title() }, parties: random.some(parties),
                issues: random.some(issues), sources: citations(), seenBy: visibility())
        }
        dossier.interests = interests.map { id in
            Interest(
                id: id, of: random.some(parties), text: text(), sources: citations(), seenBy: visibility())
        }
        dossier.positions = (0..<count(0, size.items)).map { _ in position() }
        dossier.minimums = minimums.map { id in
            Minimum(
                id: id, kind: random.pick(Minimum.Kind.allCases), text: text(),
                concerns: random.some(issues), sources: citations(), seenBy: visibility())
        }
        dossier.rules = (names("rule", 0, size.items) as [RuleID]).map { rule($0) }
        dossier.stages = (names("stage", 0, size.items) as [StageID]).map { stage($0) }
        dossier.packages = (names("package", 0, size.items) as [PackageID]).map { package($0) }
        dossier.sources = sources.map { id in
            Source(
                id: id, title: title(), author: maybe { $0.title() }, dated: date(),
                at: maybe { $0.words() }, text: maybe { $0.text() }, seenBy: visibility())
        }
        dossier.readings = (names("reading", 0, size.items) as [ReadingID]).map { id in
            Reading(
                id: id, about: text(),
                says: (0..<count(0, 3)).map { _ in .init(text: text(), sources: citations()) },
                seenBy: visibility())
        }
        dossier.sheets = (names("sheet", 0, size.sheets) as [SheetID]).map { sheet($0) }
        for sheet in dossier.sheets where random.once(in: 2) { dossier.defaultSheets[sheet.party] = sheet.id }
        addStability(to: &dossier)
        addTimes(to: &dossier)
        return dossier
    }

    // MARK: Small things

    mutating func count(_ least: Int, _ most: Int) -> Int {
        Int.random(in: least...max(least, most), using: &random)
    }

    mutating func maybe<Value>(_ make: (inout RandomDossier) -> Value) -> Value? {
        random.once(in: 2) ? make(&self) : nil
    }

    private mutating func names<Subject>(_ stem: String, _ least: Int, _ most: Int) -> [Identifier<Subject>] {
        let styles = ["\(stem)-", "\(stem.prefix(1))", "\(stem.prefix(2).uppercased())_", "7.\(stem)"]
        let style = random.pick(styles)
        let ids = (0..<count(least, most)).map { Identifier<Subject>("\(style)\($0)") }
        // The order of a file is not the order of the names.
        return ids.shuffled(using: &random)
    }

    mutating func date() -> CalendarDate? {
        random.pick([nil, CalendarDate("2025"), CalendarDate("2024-02"), CalendarDate("2024-02-29")])
    }

    mutating func visibility() -> Visibility {
        switch count(0, 5) {
        case 0: .public
        case 1: .table
        case 2: .floated(random.some(parties))
        default: .team
        }
    }

    mutating func citations() -> [Citation] {
        (0..<max(0, count(0, 4) - 2)).map { _ in
            switch count(0, 3) {
            case 0 where !sources.isEmpty: .source(random.pick(sources), passage: nil)
            case 1 where !sources.isEmpty: .source(random.pick(sources), passage: words())
            case 2: .work(random.pick(["GC I Art. 12", "A/RES/46/182, § 2", "camp-david", "Lex: 'x'"]))
            default: .work(words())
            }
        }
    }

    mutating func amount() -> Amount {
        guard random.once(in: 4) else { return Amount(number()) }
        let ends = [number(), number()].sorted()
        return Amount(from: ends[0], to: ends[1])
    }

    mutating func number() -> Rational {
        switch count(0, 3) {
        case 0: Rational(count(0, 100))
        case 1: Rational(count(-40, 200)) / 8
        default: Rational(count(0, 500)) / Rational(count(1, 90))
        }
    }

    mutating func condition(depth: Int = 0) -> Condition {
        switch depth > 2 ? 0 : count(0, 6) {
        case 1: .all((0..<count(0, 3)).map { _ in condition(depth: depth + 1) })
        case 2: .any((0..<count(0, 3)).map { _ in condition(depth: depth + 1) })
        case 3: .not(condition(depth: depth + 1))
        default: choice()
        }
    }

    private mutating func choice() -> Condition {
        let issue = random.pick(issues)
        let all = options[issue] ?? []
        let some = random.some(all)
        return .choose(issue, some.isEmpty ? [all[0]] : some)
    }
}
