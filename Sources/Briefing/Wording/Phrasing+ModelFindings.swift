import Negotiation

extension Phrasing {
    /// What was found in the model of who could do what.
    func modelFinding(_ reason: Finding.Reason) -> Prose? {
        switch reason {
        case .infeasibleWithoutKind(let places):
            counted(
                places.count,
                one:
                    "One item under \(code: "infeasible") in the model does not say of what kind its reason is.",
                many:
                    "\(wording.number(places.count)) items under \(code: "infeasible") in the model do not say of what kind their reasons are."
            ).capitalised
        case .statePreferencesMissing(let party):
            say("No sheet says what is preferred among the states of the model by \(self.party(party)).")
        case .statesUnranked(let sheet, let count):
            counted(
                count,
                one:
                    "The sheet \(code: sheet.rawValue) leaves one state of the model that has a name out of its ranking: it may stand anywhere.",
                many:
                    "The sheet \(code: sheet.rawValue) leaves \(wording.number(count)) states of the model that have names out of its ranking: they may stand anywhere."
            )
        default: nil
        }
    }
}
