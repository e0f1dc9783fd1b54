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

    // MARK: Exposure

    /// What each party has at stake over time, if everybody is prompt and uncontrolled durations are at their longest.
    ///
    /// A commitment in tranches is handed over by equal parts.
    func exposures(_ roadmap: Roadmap, _ times: [StepTimes?]) -> [RoadmapReport.PartyExposure] {
        let last = times.compactMap { $0?.verifiedSlow }.max() ?? 0
        return sheets.compactMap { party, sheet in
            var entries: [ExposureEntry] = []
            var steps: [Int] = []
            for (place, step) in roadmap.steps.enumerated() {
                guard let when = times[place], step.responseTo == nil,
                    let stake = sheet.commitments[step.commitment.id],
                    let entry = entry(stake, step, when, of: party)
                else { continue }
                entries.append(entry)
                steps.append(place)
            }
            guard !entries.isEmpty else { return nil }
            // A twelfth more than the whole shows what flows after the last step.
            let horizon = last + max(1440, last / 12)
            return RoadmapReport.PartyExposure(
                party: party, sheet: sheet.id, basis: sheet.basis, steps: steps,
                exposure: Exposure(entries, until: horizon))
        }
    }

    private func entry(
        _ stake: Stake, _ step: Roadmap.Step, _ when: StepTimes, of party: PartyID
    ) -> ExposureEntry? {
        let share = 1 / Double(step.commitment.tranches?.count ?? 1)
        let until = step.commitment.lasts.map { when.doneSlow + $0.minutes }
        func part(_ amount: Amount?) -> Bounds { Bounds(amount).times(share) }
        if step.commitment.who.contains(party) {
            return .own(
                begun: when.begunSlow, done: when.doneSlow, until: until, cost: part(stake.cost?.once),
                costADay: part(stake.cost?.aDay), recoverable: Bounds(stake.recoverable))
        }
        return .others(
            begun: when.begunSlow, done: when.doneSlow, until: until, worth: part(stake.worth?.once),
            worthADay: part(stake.worth?.aDay), ifBroken: part(stake.ifBroken), recovers: part(stake.recovers)
        )
    }

    // MARK: Keeping

    /// For how many days a flow without a stated end counts, where the sheet does not discount.
    static let horizonDays = 365.0

    /// Whether a party bound by a step gains by breaking it, the weakest first.
    func keeping(_ roadmap: Roadmap) -> [RoadmapReport.Keeping] {
        var result: [RoadmapReport.Keeping] = []
        for (place, step) in roadmap.steps.enumerated()
        where (step.tranche ?? 1) == 1 && step.responseTo == nil {
            for (party, sheet) in sheets where step.commitment.who.contains(party) {
                guard let stake = sheet.commitments[step.commitment.id],
                    stake.breaking != nil || stake.cost != nil
                else { continue }
                if let found = keeping(place, step, stake, party, sheet, roadmap) { result.append(found) }
            }
        }
        // Points of different parties do not compare; what is lost by breaking, as a share of what is gained, does.
        func strength(_ keeping: RoadmapReport.Keeping) -> (Int, Double) {
            let rank =
                switch keeping.model.verdict {
                case .never: 0
                case .possible: 1
                case .sure: 2
                }
            let worst = keeping.model.worst
            return (rank, worst.temptation > 0 ? worst.loss / worst.temptation : .greatestFiniteMagnitude)
        }
        return result.enumerated().sorted { one, other in
            let (left, right) = (strength(one.element), strength(other.element))
            return left == right ? one.offset < other.offset : left < right
        }.map(\.element)
    }

    private func keeping(
        _ place: Int, _ step: Roadmap.Step, _ stake: Stake, _ party: PartyID, _ sheet: Sheet,
        _ roadmap: Roadmap
    ) -> RoadmapReport.Keeping? {
        let breaking = stake.breaking ?? Breaking()
        let responses = step.commitment.ifNot.filter(\.isBranch)
        let day = 1440.0
        let verification = step.commitment.verification
        let within = responses.compactMap(\.within?.minutes)
        // Where nobody responds, what breaking brings goes on to the end of what is counted.
        let response =
            responses.isEmpty
            ? Bounds(step.commitment.lasts.map { Double($0.minutes) / day } ?? Self.horizonDays)
            : Bounds(
                from: Double(verification?.least.minutes ?? 0) / day,
                to: Double((verification?.greatest.minutes ?? 0) + (within.max() ?? 0)) / day)
        let suspended = Set(responses.flatMap(\.suspends))
        let relieving = roadmap.commitments.filter { suspended.contains($0.id) }
        let relief =
            breaking.relief.map { Bounds($0) }
            ?? relieving.reduce(Bounds.zero) { $0 + Bounds(sheet.commitments[$1.id]?.worth?.aDay) }
        let sunsets = relieving.map { $0.lasts.map { Double($0.minutes) / day } }
        let known = sunsets.compactMap { $0 }
        // Relief without an end counts for as long as a flow does: for good where the sheet surely discounts, else for a year.
        let isDiscounted = sheet.discountAYear.map { $0.least > .zero } ?? false
        let open: Bounds? = isDiscounted ? nil : Bounds(Self.horizonDays)
        let lasts =
            known.count == sunsets.count && !known.isEmpty
            ? Bounds(from: known.min()!, to: known.max()!) : open
        let responseUnknown = breaking.snapback == nil && !responses.isEmpty
        let rate = sheet.discountAYear.map { Bounds($0).times(1 / 365) } ?? .zero
        guard
            let model = SelfEnforcement(
                gain: Bounds(breaking.gain ?? stake.cost?.once),
                gainADay: Bounds(breaking.aDay ?? stake.cost?.aDay),
                responseAfter: response,
                snapback: breaking.snapback.map { Bounds($0) }
                    ?? (responses.isEmpty ? .zero : Bounds(from: 0, to: 1)),
                relief: relief, reliefLasts: lasts, guarantor: Bounds(breaking.guarantor),
                guarantorCosts: Bounds(breaking.guarantorCosts), loses: Bounds(breaking.loses),
                discountADay: rate)
        else { return nil }
        return .init(
            step: place, party: party, sheet: sheet.id, basis: sheet.basis, model: model,
            responseUnknown: responseUnknown,
            tranches: tranches(step, model, relieving, sheet, rate))
    }

    /// Splitting the exchange into equal steps, each broken by itself at worst.
    ///
    /// The stake is what the party receives in all from what the response would suspend; the temptation of a step is its share of
    /// what breaking all at once brings; what a snapback takes back counts as recoverable, and what else is lost as
    /// continuing. Steps are thirty days apart unless the commitment says otherwise.
    private func tranches(
        _ step: Roadmap.Step, _ model: SelfEnforcement, _ relieving: [Commitment], _ sheet: Sheet,
        _ rate: Bounds
    ) -> EqualTranches? {
        guard model.verdict != .sure else { return nil }
        let once = relieving.reduce(0.0) { $0 + Bounds(sheet.commitments[$1.id]?.worth?.once).least }
        let days = model.reliefLasts.least
        let flow = model.relief.least * (days.isFinite ? days : 365)
        let stake = once + flow
        guard stake > 0 else { return nil }
        let period = max(1, Double(step.commitment.tranches?.least.minutes ?? 30 * 1440) / 1440)
        let patience = 1 / (1 + rate.greatest * period)
        let lag = Int((model.responseAfter.greatest / period).rounded(.up))
        return EqualTranches(
            stake: stake, temptation: model.worst.temptation / stake, recoverable: model.snapback.least,
            continuation: model.loses.least, patience: patience, lag: max(1, lag))
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
