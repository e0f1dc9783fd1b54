extension Dossier {
    /// The dossier as `viewer` may see it.
    ///
    /// What the viewer may not see is absent, together with everything that would betray it:
    /// - an item whose ``Visibility`` leaves the viewer out;
    /// - a rule, position, package, interaction or red line that speaks of an absent party, issue or option, whole,
    ///   because a shortened one would say something that nobody said;
    /// - absent parties, issues, interests, minimums, commitments and sources wherever they are listed;
    /// - a commitment of which somebody absent takes part; what a commitment waits for, is counted from, or is answered with,
    ///   if that is absent: such an alternative with all alternatives to it;
    /// - an event that follows something absent, and a reading of clauses that speaks of something absent, whole;
    /// - the model of who could do what, if it shows an absent party, and with it what sheets say of its states;
    /// - sheets, unless the sheet says otherwise or the viewer's own party declared it;
    /// - to whom else an item was floated, and which hidden sheet the team prefers.
    ///
    /// The result is a function of what the viewer may see: two dossiers that differ only in the rest give equal
    /// results. Everything that is shown or computed for a viewer starts here, so what is absent cannot leak later.
    ///
    /// Complexity: linear in the size of the dossier.
    public func seen(by viewer: Viewer) -> Dossier {
        viewer == .team ? self : Sight(of: self, for: viewer).view()
    }
}

/// What one viewer may see of one dossier.
struct Sight {
    let dossier: Dossier
    let viewer: Viewer
    let parties: Set<PartyID>
    let options: [IssueID: Set<OptionID>]
    let interests: Set<InterestID>
    let minimums: Set<MinimumID>
    let sources: Set<SourceID>
    /// The commitments of options and packages that are there for the viewer.
    let commitments: [CommitmentID: Commitment]
    let events: Set<EventID>
    /// All commitments of options and packages, seen or not.
    let declared: Set<CommitmentID>
    /// The commitments in the readings of clauses that are there for the viewer.
    private(set) var readNames: Set<CommitmentID> = []
    /// Whether the model is there for the viewer.
    let seesModel: Bool

    init(of dossier: Dossier, for viewer: Viewer) {
        self.dossier = dossier
        self.viewer = viewer
        let isNegotiator: Bool
        if case .party(let id) = viewer {
            isNegotiator = dossier.party(id)?.isNegotiator ?? false
        } else {
            isNegotiator = viewer == .table
        }
        let sees = { (visibility: Visibility) -> Bool in
            Self.sees(visibility, viewer: viewer, isNegotiator: isNegotiator)
        }
        let parties = Set(
            dossier.parties.filter { sees($0.seenBy) || viewer == .party($0.id) }.map(\.id))
        self.parties = parties
        options = Dictionary(
            dossier.issues.filter { sees($0.seenBy) }
                .map { ($0.id, Set($0.options.filter { sees($0.seenBy) }.map(\.id))) },
            uniquingKeysWith: { first, _ in first })
        interests = Set(
            dossier.interests
                .filter { sees($0.seenBy) && ($0.of.isEmpty || !parties.isDisjoint(with: $0.of)) }
                .map(\.id))
        minimums = Set(dossier.minimums.filter { sees($0.seenBy) }.map(\.id))
        sources = Set(dossier.sources.filter { sees($0.seenBy) }.map(\.id))
        let options = self.options
        let answers = dossier.issues.flatMap { issue in
            issue.options.filter { options[issue.id]?.contains($0.id) ?? false }.flatMap(\.commitments)
        }
        let packages = dossier.packages.filter { sees($0.seenBy) && Self.seesAll(in: $0, of: options) }
        var commitments = Dictionary(
            (answers + packages.flatMap(\.commitments))
                .filter { sees($0.seenBy) && parties.isSuperset(of: $0.who) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        seenWithoutTheirCause = Self.dropUntriggered(&commitments, of: dossier, parties)
        self.commitments = commitments
        declared = Set(dossier.commitments.map(\.id))
        events = Self.events(
            of: dossier.timetable, seen: { sees($0.seenBy) }, commitments: commitments)
        seesModel =
            dossier.stability.map { model in
                sees(model.seenBy) && model.decisionMakers.allSatisfy { parties.contains($0.party) }
            } ?? false
        self.isNegotiator = isNegotiator
        readNames = Set(
            dossier.timetable.readings.compactMap(shown).flatMap(\.commitments).map(\.id))
    }

    private let isNegotiator: Bool

    /// Commitments that the viewer would see, though nothing that begins them: no sound dossier has such.
    let seenWithoutTheirCause: Set<CommitmentID>

    /// What begins only if something absent is not kept would be told as a duty without it, so it is absent too.
    ///
    /// - Returns: those that are not absent merely because another one of them is.
    private static func dropUntriggered(
        _ commitments: inout [CommitmentID: Commitment], of dossier: Dossier, _ parties: Set<PartyID>
    ) -> Set<CommitmentID> {
        let triggered = Set(dossier.commitments.flatMap(\.ifNot).compactMap(\.begins))
        var hasChanged = !triggered.isEmpty
        var first: Set<CommitmentID>?
        while hasChanged {
            let told = Set(
                commitments.values.flatMap(\.ifNot).filter { parties.isSuperset(of: $0.who) }.compactMap(
                    \.begins))
            let untold = triggered.subtracting(told).filter { commitments[$0] != nil }
            for id in untold { commitments[id] = nil }
            first = first ?? Set(untold)
            hasChanged = !untold.isEmpty
        }
        return first ?? []
    }

    private static func sees(_ visibility: Visibility, viewer: Viewer, isNegotiator: Bool) -> Bool {
        switch (visibility, viewer) {
        case (_, .team), (.public, _): true
        case (.table, _): isNegotiator
        case (.floated(let ids), .party(let id)): ids.contains(id)
        case (.floated, _), (.team, _): false
        }
    }

    func sees(_ visibility: Visibility) -> Bool {
        Self.sees(visibility, viewer: viewer, isNegotiator: isNegotiator)
    }

    /// A visibility without the other names in it.
    func shown(_ visibility: Visibility) -> Visibility {
        guard case .party(let id) = viewer else { return visibility }
        switch visibility {
        case .public, .table: return visibility
        case .floated, .team: return .floated([id])
        }
    }

    func seesAll(in condition: Condition) -> Bool {
        condition.choices.allSatisfy { issue, chosen in
            options[issue].map { $0.isSuperset(of: chosen) } ?? false
        }
    }

    static func seesAll(in package: Package, of options: [IssueID: Set<OptionID>]) -> Bool {
        package.choose.allSatisfy { options[$0.key]?.contains($0.value) ?? false }
    }

    func shown(_ citations: [Citation]) -> [Citation] {
        citations.filter {
            if case .source(let id, _) = $0 { sources.contains(id) } else { true }
        }
    }

    func view() -> Dossier {
        let isOpen = sees(dossier.seenBy)
        let sheets = dossier.sheets.compactMap(shown)
        return Dossier(
            title: isOpen ? dossier.title : nil, text: isOpen ? dossier.text : nil,
            languages: dossier.languages, dated: isOpen ? dossier.dated : nil, basis: dossier.basis,
            seenBy: isOpen ? shown(dossier.seenBy) : .team,
            parties: dossier.parties.compactMap(shown), tables: dossier.tables.compactMap(shown),
            issues: dossier.issues.compactMap(shown), interests: dossier.interests.compactMap(shown),
            positions: dossier.positions.compactMap(shown),
            minimums: dossier.minimums.compactMap(shown), rules: dossier.rules.compactMap(shown),
            stages: dossier.stages.compactMap(shown), packages: dossier.packages.compactMap(shown),
            sources: dossier.sources.compactMap(shown), readings: dossier.readings.compactMap(shown),
            sheets: sheets, defaultSheets: shownDefaults(among: sheets),
            stability: dossier.stability.flatMap(shown), timetable: shown(dossier.timetable))
    }

    /// A default is worth showing only where several visible sheets compete; else it would tell whether the team
    /// prefers a sheet that the viewer may not see.
    private func shownDefaults(among sheets: [Sheet]) -> [PartyID: SheetID] {
        dossier.defaultSheets.filter { party, sheet in
            sheets.contains { $0.id == sheet } && sheets.count { $0.party == party } > 1
        }
    }
}

extension Dossier {
    /// The dossier without whatever speaks of something that is not in it.
    ///
    /// Parts of two copies of a dossier, put together, may name what the other copy lacks; this makes them whole
    /// again, by the rules of ``seen(by:)``.
    package var withoutLooseEnds: Dossier {
        var result = Sight(of: self, for: .team).view()
        result.defaultSheets = defaultSheets.filter { result.sheet($0.value) != nil }
        result.dropForeignStates()
        return result
    }
}
