import Negotiation

/// Chooses one sheet a negotiator: the one asked for, the dossier's default, or the only one.
struct SheetChoice {
    let dossier: Dossier
    let request: AnalysisRequest

    /// The sheet of each negotiator that takes part and has one, and those that have none, in the order of the
    /// dossier.
    func choose() throws(AssessmentError) -> (sheets: [Sheet], missing: [PartyID]) {
        for party in request.without.union(request.sheets.keys).sorted() where dossier.party(party) == nil {
            throw .unknown(
                .party, name: party.rawValue,
                nearest: NearestName.of(party.rawValue, among: dossier.parties.map(\.id.rawValue)))
        }
        let negotiators = Set(dossier.negotiators.map(\.id))
        for party in request.without.sorted() where !negotiators.contains(party) {
            throw .nothingToLeaveOut(party)
        }
        let parties = dossier.negotiators.filter { !request.without.contains($0.id) }
        var sheets: [Sheet] = []
        var missing: [PartyID] = []
        for party in parties {
            if let sheet = try sheet(of: party.id) { sheets.append(sheet) } else { missing.append(party.id) }
        }
        return (sheets, missing)
    }

    private func sheet(of party: PartyID) throws(AssessmentError) -> Sheet? {
        if let wanted = request.sheets[party] {
            guard let sheet = dossier.sheet(wanted) else {
                throw .unknown(
                    .sheet, name: wanted.rawValue,
                    nearest: NearestName.of(wanted.rawValue, among: dossier.sheets.map(\.id.rawValue)))
            }
            guard sheet.party == party else { throw .sheetOfAnotherParty(wanted, sheet.party) }
            return sheet
        }
        if let id = dossier.defaultSheets[party], let sheet = dossier.sheet(id) { return sheet }
        let own = dossier.sheets.filter { $0.party == party }
        if own.count > 1 { throw .sheetUndecided(party, own.map(\.id)) }
        return own.first
    }
}
