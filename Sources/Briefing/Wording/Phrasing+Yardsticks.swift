public import Assessment
import Negotiation

extension Phrasing {
    /// The name of a yardstick.
    public func yardstick(_ kind: References.Kind) -> Prose {
        switch kind {
        case .nash: say("Nash")
        case .egalitarian: say("Egalitarian")
        case .kalaiSmorodinsky: say("Kalai–Smorodinsky")
        case .utilitarian: say("Utilitarian")
        }
    }

    /// What a yardstick points at, as one sentence.
    public func yardstickMeaning(_ kind: References.Kind) -> Prose {
        switch kind {
        case .nash:
            say(
                "points where the product of everybody’s gains over no agreement is greatest, whatever units each party counts in."
            )
        case .egalitarian:
            say(
                "points where the least gain is greatest, then the next. It compares points of one party with those of another."
            )
        case .kalaiSmorodinsky:
            say(
                "points where the least share that anybody gets of its own best gain is greatest, then the next."
            )
        case .utilitarian:
            say(
                "points where the sum of all utilities is greatest. It compares points of one party with those of another."
            )
        }
    }

    /// What the frontier is. A package that some red line excludes may give everybody more, so it is told of
    /// acceptable ones alone.
    func meaningOfFrontier(without: [PartyID]) -> Prose {
        let all = everyNegotiator(without: without)
        return say(
            "For a package on the frontier, no other acceptable package is as good for \(all) and better for one; for every other acceptable package, there is one that is."
        )
    }

    /// Where a yardstick was published.
    public func yardstickPaper(_ kind: References.Kind) -> Prose {
        switch kind {
        case .nash: Prose("J. F. Nash, The Bargaining Problem, Econometrica 18, 1950")
        case .egalitarian:
            Prose("E. Kalai, Proportional Solutions to Bargaining Situations, Econometrica 45, 1977")
        case .kalaiSmorodinsky:
            Prose(
                "E. Kalai and M. Smorodinsky, Other Solutions to Nash’s Bargaining Problem, Econometrica 43, 1975"
            )
        case .utilitarian:
            Prose(
                "R. B. Myerson, Utilitarianism, Egalitarianism, and the Timing Effect, Econometrica 49, 1981")
        }
    }
}
