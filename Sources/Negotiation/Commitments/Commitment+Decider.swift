extension Commitment {
    /// Who decides how long its doing takes, within the range; nil for one that takes no time.
    ///
    /// A party that the commitment names decides, unless it negotiates and does it itself: then it is the doer like any
    /// other. Where nobody is named, those who do it decide, if one of them negotiates. A parliament or the owner of a
    /// measure follows no timetable of the table's: what is left to it alone, within a range, is not in the table's hands.
    public func decider(in dossier: Dossier) -> DoingTime.Decider? {
        guard let takes else { return nil }
        switch takes.decidedBy {
        case .nature: return .nature
        case .party(let id):
            let isDoer = who.contains(id) && dossier.party(id)?.isNegotiator == true
            return isDoer ? .doer : .party(id)
        case .doer:
            let isRange = takes.greatest.map { $0 != takes.least } ?? false
            let doers = who.compactMap(dossier.party)
            guard isRange, !doers.contains(where: \.isNegotiator) else { return .doer }
            let outside = doers.first { $0.roles.contains(.owner) || $0.isConstituency }
            return outside.map { .party($0.id) } ?? .doer
        }
    }
}
