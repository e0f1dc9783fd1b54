import Negotiation
import Sequencing

/// What commitments cost parties and are worth to them, by the sheets that say so.
struct Stakes {
    /// By party, in the order of the dossier: the sheet.
    let sheets: [(party: PartyID, sheet: Sheet)]

    init(_ dossier: Dossier, _ chosen: [PartyID: SheetID]) throws(AssessmentError) {
        for (party, id) in chosen.sorted(by: { $0.key < $1.key }) {
            guard dossier.party(party) != nil else {
                throw .unknown(
                    .party, name: party.rawValue,
                    nearest: NearestName.of(party.rawValue, among: dossier.parties.map(\.id.rawValue)))
            }
            guard let sheet = dossier.sheet(id) else {
                throw .unknown(
                    .sheet, name: id.rawValue,
                    nearest: NearestName.of(id.rawValue, among: dossier.sheets.map(\.id.rawValue)))
            }
            guard sheet.party == party else { throw .sheetOfAnotherParty(id, party) }
        }
        var result: [(PartyID, Sheet)] = []
        for party in dossier.parties {
            let own = dossier.sheets.filter { $0.party == party.id && !$0.commitments.isEmpty }
            if let id = chosen[party.id] {
                if let sheet = dossier.sheet(id), !sheet.commitments.isEmpty {
                    result.append((party.id, sheet))
                }
            } else if let id = dossier.defaultSheets[party.id], let sheet = own.first(where: { $0.id == id })
            {
                result.append((party.id, sheet))
            } else if own.count > 1 {
                throw .sheetUndecided(party.id, own.map(\.id))
            } else if let sheet = own.first {
                result.append((party.id, sheet))
            }
        }
        sheets = result
    }
}

extension Bounds {
    /// The ends of an amount; nothing at all where nobody has said any.
    init(_ amount: Amount?) {
        guard let amount else {
            self = .zero
            return
        }
        let least = amount.least.approximation
        self.init(from: least, to: max(least, amount.greatest.approximation))
    }

    func times(_ factor: Double) -> Bounds { Bounds(from: least * factor, to: greatest * factor) }
}
