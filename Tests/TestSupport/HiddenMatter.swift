public import Negotiation

/// Adds to a dossier what a viewer may not see, everywhere it can stand: whole items, and mentions of them in items
/// that the viewer does see. What the viewer sees must not change.
public struct HiddenMatter {
    let viewer: Viewer
    var random: SplitMix64
    var dossier: Dossier
    var parties: [PartyID] = []
    /// Commitments that the viewer does not see.
    var commitments: [CommitmentID] = []
    var counter = 0

    /// `dossier` with hidden matter added.
    ///
    /// - Parameter dossier: what the viewer sees: a result of `seen(by:)`.
    public static func added(to dossier: Dossier, for viewer: Viewer, seed: UInt64) -> Dossier {
        var matter = HiddenMatter(viewer: viewer, random: SplitMix64(seed: seed), dossier: dossier)
        matter.run()
        return matter.dossier
    }

    private mutating func run() {
        // In a view, a title that the viewer may not see leaves `team` behind.
        if dossier.seenBy == .team {
            dossier.title = Text("Hidden title \(random.next() % 1_000)")
            dossier.text = "Hidden text"
            dossier.dated = CalendarDate("2031-0\(1 + random.next() % 9)-11")
        }
        let seen = (dossier.parties.map(\.id), dossier.issues, dossier.interests.map(\.id))
        for _ in 0..<some(3) { addParty() }
        let interest = addInterest(of: seen.0)
        let minimum = addMinimum()
        let source = addSource()
        addIssue()
        addOptions(interest: interest, minimum: minimum, source: source)
        addRules(source)
        addPackages()
        addPositions()
        addSheets()
        addModel()
        addTimes(minimum: minimum)
        mention(source)
        mentionInCommitments(source)
    }

    // MARK: Random parts

    mutating func some(_ most: UInt64) -> Int { Int(random.next() % most) + 1 }

    mutating func name() -> String {
        counter += 1
        return "hidden-\(counter)-\(random.next() % 10_000)"
    }

    mutating func insert<Element>(
        _ element: Element, into list: WritableKeyPath<Dossier, [Element]>
    ) {
        let place = Int(random.next() % UInt64(dossier[keyPath: list].count + 1))
        dossier[keyPath: list].insert(element, at: place)
    }

    /// A visibility that leaves the viewer out.
    mutating func unseen() -> Visibility {
        guard let party = parties.randomElement(using: &random), random.next() % 2 == 0 else { return .team }
        if case .public = viewer, random.next() % 2 == 0 { return .table }
        return .floated([party])
    }

    /// The same visibility, naming hidden parties besides.
    mutating func crowded(_ visibility: Visibility) -> Visibility {
        guard case .floated(let seen) = visibility, let party = parties.randomElement(using: &random) else {
            return visibility
        }
        return .floated(random.next() % 2 == 0 ? [party] + seen : seen + [party])
    }

    // MARK: Items

    private mutating func addParty() {
        let id = PartyID(name())
        let roles = random.next() % 2 == 0 ? [Party.Role.negotiator] : [.observer, .constituency]
        insert(Party(id: id, name: "Hidden", roles: roles), into: \.parties)
        parties.append(id)
        for place in dossier.tables.indices where random.next() % 2 == 0 {
            dossier.tables[place].parties.append(id)
        }
        for place in dossier.parties.indices where dossier.parties[place].id != id {
            dossier.parties[place].of.append(id)
            let shown = dossier.parties[place].seenBy
            dossier.parties[place].seenBy = crowded(shown)
        }
    }

    private mutating func addInterest(of seen: [PartyID]) -> InterestID {
        let id = InterestID(name())
        let hidden = Interest(id: id, of: seen + parties, text: "Hidden", seenBy: unseen())
        insert(hidden, into: \.interests)
        // One that anybody may see, but only as the interest of somebody hidden.
        let orphan = Interest(id: InterestID(name()), of: parties, text: "Hidden", seenBy: .public)
        insert(orphan, into: \.interests)
        for place in dossier.interests.indices where dossier.interests[place].id != orphan.id {
            guard !dossier.interests[place].of.isEmpty else { continue }
            dossier.interests[place].of += parties
        }
        return random.next() % 2 == 0 ? id : orphan.id
    }

    private mutating func addMinimum() -> MinimumID {
        let id = MinimumID(name())
        insert(Minimum(id: id, kind: .mandate, text: "Hidden", seenBy: unseen()), into: \.minimums)
        return id
    }

    private mutating func addSource() -> SourceID {
        let id = SourceID(name())
        insert(Source(id: id, title: "Hidden", seenBy: unseen()), into: \.sources)
        insert(
            Reading(id: ReadingID(name()), about: "Hidden", says: [], seenBy: unseen()), into: \.readings)
        return id
    }

    private mutating func addIssue() {
        let id = IssueID(name())
        let options = (0..<some(3)).map { Option(id: OptionID("h\($0)"), title: "Hidden", seenBy: .public) }
        insert(Issue(id: id, title: "Hidden", options: options, seenBy: unseen()), into: \.issues)
        for place in dossier.tables.indices { dossier.tables[place].issues.append(id) }
        for place in dossier.minimums.indices { dossier.minimums[place].concerns.append(id) }
        for place in dossier.parties.indices { dossier.parties[place].concerns.append(id) }
        for place in dossier.stages.indices { dossier.stages[place].settles?.append(id) }
    }

    private mutating func addOptions(interest: InterestID, minimum: MinimumID, source: SourceID) {
        for place in dossier.issues.indices where random.next() % 2 == 0 {
            var issue = dossier.issues[place]
            for index in issue.options.indices {
                issue.options[index].serves.append(interest)
                issue.options[index].harms.append(interest)
                issue.options[index].breaches.append(minimum)
                issue.options[index].consents += parties.map { Consent(of: $0, answer: .no) }
                issue.options[index].seenBy = crowded(issue.options[index].seenBy)
                let commitment = Commitment(
                    id: CommitmentID(name()), who: [parties[0]], what: "Hidden", seenBy: .public)
                issue.options[index].commitments.append(commitment)
                commitments.append(commitment.id)
            }
            let hidden = Option(
                id: OptionID(name()), title: "Hidden", sources: [.source(source, passage: nil)],
                seenBy: unseen())
            issue.options.insert(hidden, at: Int(random.next() % UInt64(issue.options.count + 1)))
            if issue.today == nil { issue.today = hidden.id }
            dossier.issues[place] = issue
        }
    }

    /// A choice of something hidden.
    private var hiddenChoice: (IssueID, OptionID)? {
        for issue in dossier.issues {
            if let option = issue.options.first(where: { $0.id.rawValue.hasPrefix("hidden") }) {
                return (issue.id, option.id)
            }
        }
        return dossier.issues.first { $0.id.rawValue.hasPrefix("hidden") }.map { ($0.id, $0.options[0].id) }
    }

    private mutating func addRules(_ source: SourceID) {
        if let (issue, option) = hiddenChoice {
            // Anybody may see the rule; it speaks of something hidden.
            insert(
                Rule(
                    id: RuleID(name()), kind: .logic, demand: .forbid(.choose(issue, [option])),
                    seenBy: .public), into: \.rules)
        }
        if let issue = dossier.issues.first, let option = issue.options.first {
            insert(
                Rule(
                    id: RuleID(name()), kind: nil, demand: .forbid(.choose(issue.id, [option.id])),
                    sources: [.source(source, passage: nil)], seenBy: unseen()), into: \.rules)
        }
    }

    private mutating func addPackages() {
        if let (issue, option) = hiddenChoice {
            insert(
                Package(id: PackageID(name()), choose: [issue: option], seenBy: .public),
                into: \.packages)
        }
        insert(Package(id: PackageID(name()), choose: [:], seenBy: unseen()), into: \.packages)
        insert(Stage(id: StageID(name()), settles: [], seenBy: unseen()), into: \.stages)
        insert(
            Table(id: TableID(name()), parties: dossier.parties.map(\.id), issues: [], seenBy: unseen()),
            into: \.tables)
    }

    private mutating func addPositions() {
        if let (issue, option) = hiddenChoice {
            insert(
                Position(of: dossier.parties[0].id, issue: issue, options: [option], seenBy: .public),
                into: \.positions)
        }
        if let issue = dossier.issues.first, let option = issue.options.first {
            insert(
                Position(of: parties[0], issue: issue.id, options: [option.id], seenBy: .public),
                into: \.positions)
        }
        for place in dossier.positions.indices {
            guard case .parties(let ids)? = dossier.positions[place].to else { continue }
            dossier.positions[place].to = .parties(ids + parties)
        }
    }

    private mutating func addSheets() {
        for place in dossier.sheets.indices {
            if let (issue, option) = hiddenChoice {
                let condition = Condition.choose(issue, [option])
                dossier.sheets[place].redLines.append(RedLine(choose: condition, firmness: .stated))
                dossier.sheets[place].answers.append(
                    SheetAnswer(.rather([issue: option], than: [issue: option])))
                dossier.sheets[place].interactions.insert(
                    Interaction(when: condition, add: Amount(7)), at: 0)
                if case .numbers(var amounts, let total) = dossier.sheets[place].weights,
                    dossier.issue(issue)?.id.rawValue.hasPrefix("hidden") ?? false
                {
                    amounts[issue] = Amount(3)
                    dossier.sheets[place].weights = .numbers(
                        amounts, total: total.map { $0 + 3 })
                    dossier.sheets[place].values[issue] = .order([[option]])
                }
            }
        }
        for party in dossier.parties {
            let id = SheetID(name())
            let basis: Sheet.Basis = viewer == .party(party.id) ? .estimate : .declared
            let sheet = Sheet(
                id: id, party: party.id, basis: basis,
                withoutAgreement: WithoutAgreement(
                    worth: Amount(Rational(some(50))), overTime: [3: Amount(Rational(some(50)))]))
            insert(sheet, into: \.sheets)
            if dossier.defaultSheets[party.id] == nil, random.next() % 2 == 0 {
                dossier.defaultSheets[party.id] = id
            }
        }
    }

    /// Cites a hidden source wherever a citation can stand.
    private mutating func mention(_ source: SourceID) {
        let citation = Citation.source(source, passage: "hidden passage")
        for place in dossier.parties.indices { dossier.parties[place].sources.append(citation) }
        for place in dossier.tables.indices { dossier.tables[place].sources.append(citation) }
        for place in dossier.issues.indices { dossier.issues[place].sources.append(citation) }
        for place in dossier.interests.indices { dossier.interests[place].sources.append(citation) }
        for place in dossier.positions.indices { dossier.positions[place].sources.append(citation) }
        for place in dossier.rules.indices { dossier.rules[place].sources.append(citation) }
        for place in dossier.packages.indices { dossier.packages[place].sources.append(citation) }
        for place in dossier.sheets.indices { dossier.sheets[place].sources.append(citation) }
        dossier.stability?.sources.append(citation)
        for place in (dossier.stability?.infeasible ?? []).indices {
            dossier.stability?.infeasible[place].sources.append(citation)
        }
        for place in dossier.readings.indices {
            for index in dossier.readings[place].says.indices {
                dossier.readings[place].says[index].sources.append(citation)
            }
        }
    }
}
