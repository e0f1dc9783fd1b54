public import Negotiation
import Stability

extension Dossier {
    /// Whether anybody gains by leaving a state of the dossier's graph model.
    ///
    /// Of each decision maker the sheet that was asked for counts, else the dossier's default, else the only one that says what it prefers
    /// among states. A sheet that some decision makers are thought to hold (`StatePreferences.heldBy`) counts in their games alone.
    ///
    /// - Throws: ``AssessmentError``: no model, a sheet that is undecided, a name that leads nowhere, a model that cannot be analysed.
    public func stability(_ request: StabilityRequest = StabilityRequest()) throws(AssessmentError)
        -> StabilityReport
    {
        guard let model = stability else { throw .noConflictModel }
        var stated: [PartyID: StabilityDesk.Stated] = [:]
        for (party, sheet) in request.sheets.sorted(by: { $0.key < $1.key }) {
            try check(sheet, of: party)
        }
        for maker in model.decisionMakers {
            guard let sheet = try statesSheet(of: maker.party, request), let states = sheet.states else {
                continue
            }
            stated[maker.party] = .init(sheet: sheet.id, basis: sheet.basis, preferences: states)
        }
        var views: [PartyID: [PartyID: StabilityDesk.Stated]] = [:]
        for sheet in sheets {
            guard let states = sheet.states else { continue }
            for holder in states.heldBy {
                if let rival = views[holder]?[sheet.party]?.sheet {
                    throw .sheetUndecided(sheet.party, [rival, sheet.id])
                }
                views[holder, default: [:]][sheet.party] = .init(
                    sheet: sheet.id, basis: sheet.basis, preferences: states)
            }
        }
        return try StabilityDesk(
            model: model, request: request, stated: stated, views: views
        ).report()
    }

    private func check(_ id: SheetID, of party: PartyID) throws(AssessmentError) {
        guard self.party(party) != nil else {
            throw .unknown(
                .party, name: party.rawValue,
                nearest: NearestName.of(party.rawValue, among: parties.map(\.id.rawValue)))
        }
        guard let sheet = sheet(id) else {
            throw .unknown(
                .sheet, name: id.rawValue,
                nearest: NearestName.of(id.rawValue, among: sheets.map(\.id.rawValue)))
        }
        guard sheet.party == party else { throw .sheetOfAnotherParty(id, sheet.party) }
        guard sheet.states != nil else { throw .sheetWithoutStates(id) }
    }

    private func statesSheet(of party: PartyID, _ request: StabilityRequest) throws(AssessmentError) -> Sheet?
    {
        if let wanted = request.sheets[party] { return sheet(wanted) }
        let own = sheets.filter { $0.party == party && $0.states?.heldBy.isEmpty == true }
        if let id = defaultSheets[party], let sheet = own.first(where: { $0.id == id }) { return sheet }
        if own.count > 1 { throw .sheetUndecided(party, own.map(\.id)) }
        return own.first
    }
}

extension ConflictModel {
    /// Whether anybody gains by leaving a state of a model that stands alone, with the preferences that stand in it.
    ///
    /// - Throws: ``AssessmentError``: a name that leads nowhere, a model that cannot be analysed.
    public func stability(_ request: StabilityRequest = StabilityRequest()) throws(AssessmentError)
        -> StabilityReport
    {
        try StabilityDesk(
            model: self, request: request, stated: preferences.mapValues { .init(preferences: $0) },
            views: [:]
        ).report()
    }
}
