import Negotiation
import Sequencing

extension Stakes {
    /// For how many days a flow without a stated end counts, where the sheet does not discount.
    static let horizonDays = 365.0

    /// Whether a party bound by a step gains by breaking it, the weakest first; of a commitment in tranches, the weakest of them.
    func keeping(_ roadmap: Roadmap, _ times: [StepTimes?]) -> [RoadmapReport.Keeping] {
        var result: [RoadmapReport.Keeping] = []
        for (place, step) in roadmap.steps.enumerated() where step.responseTo == nil {
            for (party, sheet) in sheets where step.commitment.who.contains(party) {
                guard let stake = sheet.commitments[step.commitment.id],
                    stake.breaking != nil || stake.cost != nil
                else { continue }
                let breach = Breach(
                    place: place, step: step, stake: stake, party: party, sheet: sheet, roadmap: roadmap,
                    times: times)
                guard let found = breach.keeping else { continue }
                // Of several tranches the first of the weakest.
                if let other = result.firstIndex(where: {
                    $0.party == party && roadmap.steps[$0.step].commitment.id == step.commitment.id
                }) {
                    if Self.strength(found) < Self.strength(result[other]) { result[other] = found }
                } else {
                    result.append(found)
                }
            }
        }
        return result.enumerated().sorted { one, other in
            let (left, right) = (Self.strength(one.element), Self.strength(other.element))
            return left == right ? one.offset < other.offset : left < right
        }.map(\.element)
    }

    /// Points of different parties do not compare; what is lost by breaking, as a share of what is gained, does.
    private static func strength(_ keeping: RoadmapReport.Keeping) -> (Int, Double) {
        let rank =
            switch keeping.model.verdict {
            case .never: 0
            case .possible: 1
            case .sure: 2
            }
        let worst = keeping.model.worst
        return (rank, worst.temptation > 0 ? worst.loss / worst.temptation : .greatestFiniteMagnitude)
    }
}

/// A step that one of those bound by it might break.
private struct Breach {
    let place: Int
    let step: Roadmap.Step
    let stake: Stake
    let party: PartyID
    let sheet: Sheet
    let roadmap: Roadmap
    let times: [StepTimes?]

    static let day = 1440.0

    var keeping: RoadmapReport.Keeping? {
        // Breaking a tranche brings its part.
        guard let model = model(share: 1 / Double(step.commitment.tranches?.count ?? 1)) else { return nil }
        return .init(
            step: place, party: party, sheet: sheet.id, basis: sheet.basis, model: model,
            responseUnknown: breaking.snapback == nil && !responses.isEmpty,
            responseTimeUnknown: responseDays.isOpen, isYearAssumed: isYearAssumed,
            tranches: tranches(model))
    }

    private var breaking: Breaking { stake.breaking ?? Breaking() }
    private var responses: [Response] { step.commitment.ifNot.filter(\.isBranch) }

    /// What a response would suspend.
    private var relieving: [Commitment] {
        let suspended = Set(responses.flatMap(\.suspends))
        return roadmap.commitments.filter { suspended.contains($0.id) }
    }

    private var isDiscounted: Bool { sheet.discountAYear.map { $0.least > .zero } ?? false }
    private var rate: Bounds { sheet.discountAYear.map { Bounds($0).times(1 / 365) } ?? .zero }

    private func model(share: Double) -> SelfEnforcement? {
        let relief =
            breaking.relief.map { Bounds($0) }
            ?? relieving.reduce(Bounds.zero) { $0 + Bounds(sheet.commitments[$1.id]?.worth?.aDay) }
        return SelfEnforcement(
            gain: Bounds(breaking.gain ?? stake.cost?.once).times(share),
            gainADay: Bounds(breaking.aDay ?? stake.cost?.aDay).times(share),
            responseAfter: responseDays.days,
            snapback: breaking.snapback.map { Bounds($0) }
                ?? (responses.isEmpty ? .zero : Bounds(from: 0, to: 1)),
            relief: relief, reliefLasts: reliefLasts, guarantor: Bounds(breaking.guarantor),
            guarantorCosts: Bounds(breaking.guarantorCosts), loses: Bounds(breaking.loses),
            discountADay: rate)
    }

    /// To the end of the commitment, else for as long as a flow without an end counts.
    private var end: Double {
        step.commitment.lasts.map { Double($0.minutes) / Self.day } ?? Stakes.horizonDays
    }

    /// From the breach to the response: its verification, the time within which the response begins, and how long that takes if it is
    /// a commitment. What nobody has limited may take to the end. Of several responses the quickest and the slowest count.
    private var responseDays: (days: Bounds, isOpen: Bool) {
        guard !responses.isEmpty else { return (Bounds(end), false) }
        let verification = step.commitment.verification
        var isOpen = false
        let ends = responses.map { response -> (least: Double, greatest: Double) in
            let begun = response.begins.flatMap { id in roadmap.commitments.first { $0.id == id } }
            let least = (verification?.least.minutes ?? 0) + (begun?.takes?.least.minutes ?? 0)
            let takes = begun.map { $0.takes.map { $0.greatest?.minutes } ?? 0 } ?? 0
            guard let within = response.within?.minutes, let takes else {
                isOpen = true
                return (Double(least) / Self.day, max(end, Double(least) / Self.day))
            }
            let greatest = (verification?.greatest.minutes ?? 0) + within + takes
            return (Double(least) / Self.day, Double(max(least, greatest)) / Self.day)
        }
        return (Bounds(from: ends.map(\.least).min()!, to: ends.map(\.greatest).max()!), isOpen)
    }

    /// For how long relief would have gone on after the response: to its sunset, of which a part has passed by then. Without a sunset
    /// for as long as a flow counts: for good where the sheet surely discounts, else for a year.
    private var reliefLasts: Bounds? {
        let rests = relieving.map(rest)
        let known = rests.compactMap(\.self)
        guard known.count == rests.count, let first = known.first else {
            return isDiscounted ? nil : Bounds(Stakes.horizonDays)
        }
        return known.reduce(first) {
            Bounds(from: min($0.least, $1.least), to: max($0.greatest, $1.greatest))
        }
    }

    /// Whether a flow without an end was counted for a year.
    private var isYearAssumed: Bool {
        let isFlow =
            breaking.relief != nil || relieving.contains { sheet.commitments[$0.id]?.worth?.aDay != nil }
        let hasNoSunset = relieving.isEmpty || relieving.contains { $0.lasts == nil }
        let isOpen = (responses.isEmpty || responseDays.isOpen) && step.commitment.lasts == nil
        let gains = (breaking.aDay ?? stake.cost?.aDay) != nil
        return isFlow && hasNoSunset && !isDiscounted || isOpen && gains
    }

    private func rest(of relief: Commitment) -> Bounds? {
        guard let lasts = relief.lasts?.minutes else { return nil }
        let whole = Double(lasts) / Self.day
        guard let breach = times[place],
            let last = roadmap.steps.lastIndex(where: {
                $0.commitment.id == relief.id && $0.responseTo == nil
            }),
            let given = times[last],
            // Relief that waits for this to be verified is then never given.
            step.gate.map({ roadmap.steps[last].label.and(Label($0, is: false)) != nil }) ?? true
        else { return Bounds(whole) }
        let response = responseDays.days
        // Relief that begins only after the response would have gone on for all its time.
        func left(_ response: Double, _ given: Int) -> Double {
            min(whole, max(0, whole + Double(given) / Self.day - response))
        }
        return Bounds(
            from: left(Double(breach.doneSlow) / Self.day + response.greatest, given.doneEarliest),
            to: left(Double(breach.doneEarliest) / Self.day + response.least, given.doneSlow))
    }

    /// Splitting the exchange into equal steps, each broken by itself at worst; nil where that is not said to help, or nothing is.
    ///
    /// The stake is what the party receives in all from what the response would suspend; the temptation of a step is its share of
    /// what breaking all at once brings; what a snapback takes back counts as recoverable, and what else is lost, a
    /// guarantor's response included, as continuing. Steps are thirty days apart unless the commitment says otherwise.
    private func tranches(_ model: SelfEnforcement) -> EqualTranches? {
        guard model.verdict != .sure, let whole = self.model(share: 1) else { return nil }
        let once = relieving.reduce(0.0) { $0 + Bounds(sheet.commitments[$1.id]?.worth?.once).least }
        let days = whole.reliefLasts.least
        let flow = whole.relief.least * (days.isFinite ? days : Stakes.horizonDays)
        let stake = once + flow
        guard stake > 0 else { return nil }
        let period = max(1, Double(step.commitment.tranches?.least.minutes ?? 30 * 1440) / Self.day)
        let patience = 1 / (1 + rate.greatest * period)
        let lag = Int(min(1_000_000, (whole.responseAfter.greatest / period).rounded(.up)))
        let result = EqualTranches(
            stake: stake, temptation: whole.worst.temptation / stake, recoverable: whole.snapback.least,
            continuation: whole.loses.least + whole.guarantor.least * whole.guarantorCosts.least,
            patience: patience, lag: max(1, lag))
        // So many steps as there are already are no advice.
        if let count = result?.leastCount, count <= step.commitment.tranches?.count ?? 1 { return nil }
        return result
    }
}
