public import Negotiation

extension PackagesReport {
    /// Why the sheets, though all are here, point at no package; nil where they do, or where there is an obstacle.
    public var silence: Situation.Space.Silence? {
        guard obstacle == nil else { return nil }
        if negotiators.count == 1 { return .oneNegotiator }
        return negotiators.allSatisfy { $0.least != nil && $0.least == $0.greatest } ? .everythingTied : nil
    }

    /// The negotiators of whom nobody has said what having no agreement is worth.
    public var assumedWithoutAgreement: [PartyID] {
        negotiators.filter { $0.scoring.withoutAgreementBasis == .assumed }.map(\.scoring.party)
    }
}
