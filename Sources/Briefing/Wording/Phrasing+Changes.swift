public import Negotiation

extension Phrasing {
    /// A kind of knowledge that changed, as a heading.
    public func cause(_ cause: Change.Cause) -> Prose {
        switch cause {
        case .process: say("The process as a whole")
        case .participation: say("Who takes part")
        case .agenda: say("The agenda and the answers on offer")
        case .positions: say("Stated positions")
        case .interests: say("Interests")
        case .rules: say("Rules and minimums")
        case .stages: say("Stages")
        case .packages: say("Drafted packages")
        case .timetable: say("Events and readings of clauses")
        case .sheets: say("Sheets")
        case .stability: say("Who could do what")
        case .sources: say("Sources and readings")
        }
    }
}
