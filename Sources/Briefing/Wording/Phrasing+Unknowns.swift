public import Assessment
public import Bargaining
public import Negotiation

extension Phrasing {
    /// How often nobody is worse off, as a sentence: never a probability of agreement.
    public func share(_ outlook: PackageOutlook) -> Prose {
        switch outlook.acceptance {
        case .surely where !outlook.isJudged:
            return say(
                "Whether anybody is worse off than without agreement cannot be told: nobody has said what that is worth."
            )
        case .surely:
            return say("Whatever the unknown numbers are, nobody is worse off than without agreement.")
        case .never:
            return say(
                "Whatever the unknown numbers are, somebody is worse off than without agreement, or a red line is crossed."
            )
        case .possibly:
            return say(
                "In \(hundredths(outlook.share.value)) of 100 ways of filling in what we do not know, nobody is worse off than without agreement (95 % interval: \(interval(outlook.share)))."
            )
        }
    }

    /// A share in words short enough for a table: `83 of 100`, `surely`, `never`.
    public func shortShare(_ outlook: PackageOutlook) -> Prose {
        switch outlook.acceptance {
        case .surely where !outlook.isJudged: say("not known")
        case .surely: say("surely")
        case .never: say("never")
        case .possibly: say("\(hundredths(outlook.share.value)) of 100")
        }
    }

    /// A share of 100, whole, and never none or all where some are missing.
    func hundredths(_ value: Double) -> Prose {
        if value > 0, value < 0.01 { return say("fewer than 1") }
        if value < 1, value > 0.99 { return say("more than 99") }
        return Prose(String(Int((value * 100).rounded())))
    }

    /// The interval of a share, of 100, rounded outward to a tenth.
    public func interval(_ share: SampledShare) -> Prose {
        let interval = share.interval
        let low = (interval.lowerBound * 1000).rounded(.down) / 10
        let high = (interval.upperBound * 1000).rounded(.up) / 10
        return say("\(Self.tenths(low)) to \(Self.tenths(high))")
    }

    /// A number with at most one decimal.
    static func tenths(_ value: Double) -> String {
        let scaled = Int((value * 10).rounded())
        let (whole, part) = abs(scaled).quotientAndRemainder(dividingBy: 10)
        let sign = scaled < 0 ? "−" : ""
        return sign + (part == 0 ? "\(whole)" : "\(whole).\(part)")
    }

    /// The least and greatest of something, as one figure: `12 to 30`, or one number.
    public func range(_ amount: Amount) -> Prose {
        amount.isExact
            ? Prose(wording.points(amount.least))
            : say("\(wording.points(amount.least)) to \(wording.points(amount.greatest))")
    }

    /// The least and greatest change, with signs: `−5 to +12`.
    public func changes(_ amount: Amount) -> Prose {
        amount.isExact
            ? Prose(wording.change(amount.least))
            : say("\(wording.change(amount.least)) to \(wording.change(amount.greatest))")
    }

    /// What stands in for worths of no agreement that nobody has said; nil where all are said.
    public func assumedWorths(_ assumed: [PartyID]) -> Prose? {
        guard !assumed.isEmpty else { return nil }
        return say(
            "Nobody has said what having no agreement is worth to \(parties(assumed)): there, every package that crosses no red line passes."
        )
    }

    /// Whether a party accepts, over all that its sheet allows.
    public func acceptance(_ acceptance: Acceptance) -> Prose {
        switch acceptance {
        case .surely: say("surely")
        case .possibly: say("possibly")
        case .never: say("never")
        }
    }

    /// An entry of a sheet by name: `Norrast: how good “Shared” on “Water” is`.
    public func unknown(_ unknown: UnknownEntry) -> Prose {
        say("\(party(unknown.party)): \(entry(unknown))")
    }

    /// An entry of a sheet without its party.
    public func entry(_ unknown: UnknownEntry) -> Prose {
        switch unknown.entry {
        case .weight(let issues): say("how much \(issuesInSentence(issues)) counts")
        case .value(let issue, let options): say("how good \(choice(options, of: issue)) is")
        case .interaction(let place): combination(place, of: unknown.party)
        case .withoutAgreement: say("what having no agreement is worth")
        }
    }

    private func combination(_ place: Int, of party: PartyID) -> Prose {
        let sheets = dossier.sheets.filter { $0.party == party }
        let chosen =
            dossier.defaultSheets[party].flatMap { id in sheets.first { $0.id == id } } ?? sheets.first
        guard let sheet = chosen, sheet.interactions.indices.contains(place) else {
            return say("what combination \(String(place + 1)) of the sheet adds")
        }
        return say("what it adds where \(condition(sheet.interactions[place].when))")
    }

    /// What would rule a candidate out: the entries that turn its verdict most often.
    public func ruledOut(by turns: [WorthTesting.Turn]) -> Prose? {
        guard !turns.isEmpty else { return nil }
        let parts = turns.map { turn -> Prose in
            let name = unknown(turn.unknown)
            return turn.greaterIsBetter
                ? say("\(name), if that turned out low") : say("\(name), if that turned out high")
        }
        return say("What would rule it out soonest: \(parts.joined(separator: say("; "))).")
    }

    /// Why a candidate is looked at.
    public func origin(_ origin: WorthTesting.Origin) -> Prose {
        switch origin {
        case .drafted: say("it is drafted")
        case .reference(let kind): say("the \(yardstick(kind)) yardstick points at it")
        case .frontier(.lowest): say("it wastes nothing where every worth is taken at its least")
        case .frontier(.central): say("it wastes nothing on central values")
        case .frontier(.highest): say("it wastes nothing where every worth is taken at its greatest")
        }
    }
}
