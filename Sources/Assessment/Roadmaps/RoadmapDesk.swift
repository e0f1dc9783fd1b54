import Negotiation
import Sequencing

/// One question about a roadmap on its way to the answer.
struct RoadmapDesk {
    let dossier: Dossier
    let request: RoadmapRequest
    let package: NamedPackage?
    let commitments: [Commitment]

    func report() throws(AssessmentError) -> RoadmapReport {
        let reading = try chosenReading()
        let untried = plan(reading)
        let known = untried.commitments
        for change in request.changes {
            guard let old = known.first(where: { $0.id == change.commitment }) else {
                guard !dossier.commitments.contains(where: { $0.id == change.commitment }) else {
                    throw .commitmentElsewhere(change.commitment)
                }
                throw .unknown(
                    .commitment, name: change.commitment.rawValue,
                    nearest: NearestName.of(
                        change.commitment.rawValue, among: known.map(\.id.rawValue)))
            }
            if case .within = change.content, old.ifNot.isEmpty { throw .withoutResponse(old.id) }
        }
        let plan = tried(untried)
        var (roadmap, triedAll) = Roadmap.best(plan, budget: request.budget)
        let deadlocks = plan.deadlocks(thirdParties: thirdParties)
        // That nobody can go first is told where it is asked who does.
        let inRings = Set(deadlocks.flatMap(\.waits).map(\.commitment))
        roadmap.notes.removeAll { if case .never(let id) = $0 { inRings.contains(id) } else { false } }
        let conflicts = roadmap.conflicts(limit: max(1, request.conflictLimit))
        var (controllability, failure) = roadmap.execution(budget: request.budget)
        // What counts as passed unseen is not known to hold.
        if controllability == .controllable, roadmap.leavesGatesOut { controllability = .undecided }
        let times = conflicts.isEmpty ? roadmap.times() : nil
        let stakes = try Stakes(dossier, request.sheets)
        var report = RoadmapReport(
            package: package, reading: request.reading, roadmap: roadmap, triedAllChoices: triedAll,
            conflicts: conflicts,
            mending: conflicts.isEmpty ? .notNeeded : roadmap.mending(),
            quickestMending: conflicts.isEmpty ? nil : roadmap.quickestMending(),
            looksAtAllScenarios: roadmap.looksAtAllScenarios,
            isWeaklyControllable: conflicts.isEmpty
                ? controllability == .controllable ? true : roadmap.isWeaklyControllable(budget: 2_000)
                : false,
            isStronglyControllable: conflicts.isEmpty && roadmap.isStronglyControllable,
            controllability: controllability,
            failure: conflicts.isEmpty ? failure : nil, times: times,
            deadlocks: deadlocks, exposures: [], keeping: [],
            problems: dossierProblems, departures: nil,
            readings: [],
            betweenReadings: [])
        if let times {
            report.exposures = stakes.exposures(roadmap, times)
            report.keeping = stakes.keeping(roadmap, times)
        }
        compareReadings(&report)
        return report
    }

    /// By sheets that speak of them: those that were asked for, else the default, else all.
    private var dossierProblems: [RoadmapReport.CommitmentProblem] {
        dossier.parties.flatMap { party -> [RoadmapReport.CommitmentProblem] in
            let own = dossier.sheets.filter { $0.party == party.id && $0.incentives != nil }
            let chosen = request.sheets[party.id] ?? dossier.defaultSheets[party.id]
            let preferred = own.filter { $0.id == chosen }
            return (preferred.isEmpty ? own : preferred).compactMap { sheet in
                sheet.incentives.map { problem($0, of: party.id, sheet) }
            }
        }
    }

    private func problem(
        _ terms: IncentiveTerms, of party: PartyID, _ sheet: Sheet
    ) -> RoadmapReport.CommitmentProblem {
        var result = RoadmapReport.CommitmentProblem(party: party, sheet: sheet.id, basis: sheet.basis)
        if let power = terms.power,
            let shift = PowerShift(
                power: power.winning.approximation, destroyed: power.destroyed.approximation,
                patience: power.patience.approximation)
        {
            result.power = (shift, power.to.approximation)
        }
        result.guarantee = terms.guarantee.flatMap {
            GuaranteeThreshold(
                winning: $0.winning.approximation, costOfFighting: $0.costOfFighting.approximation,
                share: $0.share.approximation, ifExploited: $0.ifExploited.approximation)
        }
        result.exchange = terms.exchange.flatMap {
            Gradualism(
                brings: $0.brings.approximation, costs: $0.costs.approximation,
                patience: $0.patience.approximation, level: $0.level.approximation)
        }
        return result
    }

    private func chosenReading() throws(AssessmentError) -> ClauseReading? {
        guard let id = request.reading else { return nil }
        guard let reading = dossier.timetable.readings.first(where: { $0.id == id }) else {
            throw .unknown(
                .clauseReading, name: id.rawValue,
                nearest: NearestName.of(id.rawValue, among: dossier.timetable.readings.map(\.id.rawValue)))
        }
        return reading
    }

    /// Those who take part and do not negotiate, so that they could hold something for both sides.
    private var thirdParties: [PartyID] {
        dossier.parties.filter { party in
            !party.isNegotiator && party.roles.contains { [.mediator, .guarantor, .host].contains($0) }
        }.map(\.id)
    }

    private func deciders(_ commitments: [Commitment]) -> [CommitmentID: DoingTime.Decider] {
        Dictionary(
            commitments.compactMap { commitment in
                commitment.decider(in: dossier).map { (commitment.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The plan with what is tried.
    private func tried(_ plan: Roadmap.Plan) -> Roadmap.Plan {
        var result = request.changes.reduce(plan) { plan, change in
            plan.changing(change.commitment) { $0 = change.applied(to: $0) }
        }
        result.deciders = deciders(result.commitments)
        return result
    }

    private func plan(_ reading: ClauseReading?) -> Roadmap.Plan {
        let all = Self.read(commitments, by: reading.map { [$0] } ?? [])
        var timetable = dossier.timetable
        if let reaction = request.reaction { timetable.reaction = reaction }
        var plan = Roadmap.Plan(
            commitments: all, deciders: deciders(all), timetable: timetable, start: request.start)
        plan.responses = Set(
            (dossier.commitments + (reading?.commitments ?? [])).flatMap(\.ifNot)
                .compactMap(\.begins))
        return plan
    }

    /// The commitments with those of readings in place of their own. Where two readings have one, it waits for what either waits for.
    private static func read(_ commitments: [Commitment], by readings: [ClauseReading]) -> [Commitment] {
        var result = commitments
        var isRead: Set<CommitmentID> = []
        for commitment in readings.flatMap(\.commitments) {
            let isFirst = isRead.insert(commitment.id).inserted
            guard let place = result.firstIndex(where: { $0.id == commitment.id }) else {
                result.append(commitment)
                continue
            }
            if isFirst {
                result[place] = commitment
            } else {
                result[place].after += commitment.after.filter { !result[place].after.contains($0) }
            }
        }
        return result
    }

    /// The commitments with both of two readings: where both have one, its second form stands beside it and is done at the same moment,
    /// so that the clauses of both bind.
    private static func readTwice(
        _ commitments: [Commitment], _ first: ClauseReading, _ second: ClauseReading
    ) -> [Commitment] {
        let twice = Set(first.commitments.map(\.id)).intersection(second.commitments.map(\.id))
        var result = read(commitments, by: [first])
        for var commitment in second.commitments {
            if twice.contains(commitment.id) {
                commitment.togetherWith.append(commitment.id)
                commitment.id = CommitmentID(commitment.id.rawValue + secondMark)
                result.append(commitment)
            } else if let place = result.firstIndex(where: { $0.id == commitment.id }) {
                result[place] = commitment
            } else {
                result.append(commitment)
            }
        }
        return result
    }

    /// What no identifier of a dossier can end with.
    fileprivate static let secondMark = " (2)"

    private func compareReadings(_ report: inout RoadmapReport) {
        let readings = dossier.timetable.readings
        guard !readings.isEmpty, request.reading == nil else { return }
        func conflicts(_ commitments: [Commitment]) -> [ClauseConflict] {
            var plan = plan(nil)
            plan.commitments = commitments
            return Roadmap.best(tried(plan), asksExecution: false).roadmap.conflicts(
                limit: max(1, request.conflictLimit)
            ).map(\.withoutSecondForms).reduce(into: []) { found, conflict in
                // Two forms of one commitment lead to the same conflict twice.
                if !found.contains(where: { Set($0.clauses) == Set(conflict.clauses) }) {
                    found.append(conflict)
                }
            }
        }
        func deadlocks(_ chosen: [ClauseReading]) -> [Deadlock] {
            var plan = plan(nil)
            plan.commitments = Self.read(commitments, by: chosen)
            return tried(plan).deadlocks(thirdParties: thirdParties)
        }
        report.readings = [.init(reading: nil, conflicts: report.conflicts, deadlocks: report.deadlocks)]
        for reading in readings {
            report.readings.append(
                .init(
                    reading: reading, conflicts: conflicts(Self.read(commitments, by: [reading])),
                    deadlocks: deadlocks([reading])))
        }
        for first in readings.indices {
            for second in readings.indices where second > first {
                let both = Self.readTwice(commitments, readings[first], readings[second])
                report.betweenReadings.append(
                    .init(
                        first: first + 1, second: second + 1, conflicts: conflicts(both),
                        deadlocks: deadlocks([readings[first], readings[second]])))
            }
        }
    }
}

extension ClauseConflict {
    /// The conflict in the names of the dossier: the second form of a commitment is the commitment, and being one with itself no clause.
    fileprivate var withoutSecondForms: ClauseConflict {
        func plain(_ id: CommitmentID) -> CommitmentID {
            let mark = RoadmapDesk.secondMark
            return id.rawValue.hasSuffix(mark)
                ? CommitmentID(String(id.rawValue.dropLast(mark.count))) : id
        }
        var result = self
        result.clauses = clauses.compactMap { clause in
            switch clause {
            case .deadline(let id): .deadline(plain(id))
            case .notBefore(let id, let of): .notBefore(plain(id), of)
            case .notAfter(let id, let of): .notAfter(plain(id), of)
            case .duration(let id): .duration(plain(id))
            case .verification(let id): .verification(plain(id))
            case .together(let id, let other):
                plain(id) == plain(other) ? nil : .together(plain(id), plain(other))
            case .tranches(let id): .tranches(plain(id))
            case .inStep(let id, let other): .inStep(plain(id), plain(other))
            case .response(let id, let place): .response(plain(id), place)
            case .event, .order: clause
            }
        }
        return result
    }
}
