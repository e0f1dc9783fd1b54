import BigInt
import Negotiation

/// Chooses one sheet a negotiator: the one asked for, the dossier's default, or the only one.
struct SheetChoice {
    let dossier: Dossier
    let request: AnalysisRequest

    /// The sheet of each negotiator that takes part and has one, and those that have none, in the order of the
    /// dossier.
    func choose() throws(AssessmentError) -> (sheets: [Sheet], missing: [PartyID]) {
        let named = request.without.union(request.sheets.keys).union(request.nashWeights.keys)
        for party in named.sorted() where dossier.party(party) == nil {
            throw .unknown(
                .party, name: party.rawValue,
                nearest: NearestName.of(party.rawValue, among: dossier.parties.map(\.id.rawValue)))
        }
        let negotiators = Set(dossier.negotiators.map(\.id))
        for party in request.without.sorted() where !negotiators.contains(party) {
            throw .nothingToLeaveOut(party)
        }
        try checkWeights(negotiators)
        let parties = dossier.negotiators.filter { !request.without.contains($0.id) }
        var sheets: [Sheet] = []
        var missing: [PartyID] = []
        for party in parties {
            if let sheet = try sheet(of: party.id) { sheets.append(sheet) } else { missing.append(party.id) }
        }
        return (sheets, missing)
    }

    private func checkWeights(_ negotiators: Set<PartyID>) throws(AssessmentError) {
        for (party, weight) in request.nashWeights.sorted(by: { $0.key < $1.key }) {
            if !negotiators.contains(party) { throw .nothingToWeigh(party) }
            if request.without.contains(party) { throw .weightOfOneLeftOut(party) }
            if weight <= .zero { throw .weightNotPositive(party) }
        }
        let weights = negotiators.subtracting(request.without).map { request.nashWeights[$0] ?? .one }
        if let greatest = Rational.wholeProportions(of: weights).max(),
            greatest > AnalysisRequest.greatestProportion
        {
            throw .weightsTooFine
        }
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
        if let id = dossier.defaultSheets[party], let sheet = dossier.sheet(id), !sheet.saysStatesAlone {
            return sheet
        }
        let own = dossier.sheets.filter { $0.party == party && !$0.saysStatesAlone }
        if own.count > 1 { throw .sheetUndecided(party, own.map(\.id)) }
        return own.first
    }
}

extension Rational {
    /// The smallest whole numbers in the same proportions.
    fileprivate static func wholeProportions(of values: [Rational]) -> [BigInt] {
        let common = values.reduce(BigInt(1)) { common, value in
            common * (value.denominator / common.greatestCommonDivisor(with: value.denominator))
        }
        let whole = values.map { $0.numerator * (common / $0.denominator) }
        let divisor = whole.reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
        return whole.map { $0 / divisor }
    }
}
