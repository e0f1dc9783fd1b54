import Negotiation
import Sequencing

extension Stakes {
    /// What each party has at stake over time, if everybody is prompt: with uncontrolled durations at their longest, and at their
    /// shortest.
    ///
    /// A commitment in tranches is handed over by equal parts. The curve ends after the last step and the last sunset.
    func exposures(_ roadmap: Roadmap, _ times: [StepTimes?]) -> [RoadmapReport.PartyExposure] {
        sheets.compactMap { party, sheet in
            var slow: [ExposureEntry] = []
            var short: [ExposureEntry] = []
            var steps: [Int] = []
            for (place, step) in roadmap.steps.enumerated() {
                guard let when = times[place], step.responseTo == nil,
                    let stake = sheet.commitments[step.commitment.id]
                else { continue }
                let atLongest = entries(stake, step, when.begunSlow, when.doneSlow, of: party)
                slow += atLongest
                short += entries(stake, step, when.begunEarliest, when.doneEarliest, of: party)
                steps += atLongest.map { _ in place }
            }
            guard !slow.isEmpty else { return nil }
            return RoadmapReport.PartyExposure(
                party: party, sheet: sheet.id, basis: sheet.basis, steps: steps,
                exposure: Exposure(slow, until: Self.end(slow, times.compactMap { $0?.verifiedSlow }.max())),
                ifShort: Exposure(
                    short, until: Self.end(short, times.compactMap { $0?.verifiedEarliest }.max())))
        }
    }

    /// A twelfth more than the whole shows what flows after it.
    private static func end(_ entries: [ExposureEntry], _ last: Int?) -> Int {
        let end = max(last ?? 0, entries.compactMap(\.until).max() ?? 0)
        return end + max(1440, end / 12)
    }

    /// What a step is to a party: what it does itself, and what others do or it does with others.
    private func entries(
        _ stake: Stake, _ step: Roadmap.Step, _ begun: Int, _ done: Int, of party: PartyID
    ) -> [ExposureEntry] {
        let share = 1 / Double(step.commitment.tranches?.count ?? 1)
        let until = step.commitment.lasts.map { done + $0.minutes }
        func part(_ amount: Amount?) -> Bounds { Bounds(amount).times(share) }
        let isOwn = step.commitment.who.contains(party)
        let own = ExposureEntry.own(
            begun: begun, done: done, until: until, cost: part(stake.cost?.once),
            costADay: part(stake.cost?.aDay), recoverable: Bounds(stake.recoverable))
        // Alone, a party cannot be hurt by breaking what it does itself.
        let isOthers = step.commitment.who != [party]
        let others = ExposureEntry.others(
            begun: begun, done: done, until: until, worth: part(stake.worth?.once),
            worthADay: part(stake.worth?.aDay), ifBroken: isOthers ? part(stake.ifBroken) : 0,
            recovers: isOthers ? part(stake.recovers) : 0)
        let brings = stake.worth != nil || stake.ifBroken != nil || stake.recovers != nil
        return [isOwn ? own : nil, !isOwn || brings ? others : nil].compactMap(\.self)
    }
}
