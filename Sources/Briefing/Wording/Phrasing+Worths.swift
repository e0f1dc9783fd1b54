import Assessment
import Negotiation

extension Phrasing {
    /// The worth of no agreement as a figure, marked where it is a bound, a central value or assumed: `0, assumed`.
    func withoutAgreement(
        _ worth: Rational, _ basis: Scoring.WithoutAgreementBasis, isExact: Bool = true
    ) -> Prose {
        let points = wording.exactPoints(worth)
        let figure = isExact ? Prose(points) : say("\(points) or more")
        return switch basis {
        case .stated: figure
        case .central: say("\(figure), central")
        case .assumed: say("\(figure), assumed")
        }
    }

    /// What the mark `assumed` means, below a table.
    func meaningOfAssumed() -> Prose {
        say(
            "Assumed: nobody has said what having no agreement is worth, so the least utility over all packages stands in, also over those that the rules exclude."
        )
    }

    /// What the mark `central` means, below a table.
    func meaningOfCentral() -> Prose {
        say("Central value: the sheet gives an order, words, a range or nothing here.")
    }

    /// What the marks beside the worth of no agreement mean; nil where it was stated.
    func meaning(_ basis: Scoring.WithoutAgreementBasis) -> Prose? {
        switch basis {
        case .stated: nil
        case .central: say("Central: the midpoint of the range in the sheet.")
        case .assumed: meaningOfAssumed()
        }
    }
}
