import Negotiation
import Sequencing

/// One question about a roadmap on its way to the answer.
struct RoadmapDesk {
    let dossier: Dossier
    let request: RoadmapRequest
    let package: PackageID?
    let commitments: [Commitment]

    func report() throws(AssessmentError) -> RoadmapReport {
        let reading = try chosenReading()
        var plan = plan(reading)
        for change in request.changes {
            guard plan.commitments.contains(where: { $0.id == change.commitment }) else {
                throw .unknown(
                    .commitment, name: change.commitment.rawValue,
                    nearest: NearestName.of(
                        change.commitment.rawValue, among: plan.commitments.map(\.id.rawValue)))
            }
            plan = plan.changing(change.commitment) { $0 = change.applied(to: $0) }
        }
        plan.deciders = deciders(plan.commitments)
        let (roadmap, triedAll) = Roadmap.best(plan, budget: request.budget)
        let conflicts = roadmap.conflicts(limit: max(1, request.conflictLimit))
        let (controllability, failure) = roadmap.execution(budget: request.budget)
        let mending = conflicts.isEmpty ? nil : roadmap.mending()
        let kept = roadmap.keptNetwork
        let times = conflicts.isEmpty ? roadmap.times() : nil
        let stakes = try Stakes(dossier, request.sheets)
        var report = RoadmapReport(
            package: package, reading: request.reading, roadmap: roadmap, triedAllChoices: triedAll,
            conflicts: conflicts,
            mending: mending?.fewest, singleMending: mending?.single,
            isWeaklyControllable: conflicts.isEmpty ? kept.isWeaklyControllable(budget: 2_000) : false,
            isStronglyControllable: kept.isStronglyControllable, controllability: controllability,
            failure: conflicts.isEmpty ? failure : nil, times: times,
            deadlocks: plan.deadlocks(thirdParties: thirdParties), exposures: [], keeping: [],
            departures: nil,
            readings: [],
            betweenReadings: [])
        if let times {
            report.exposures = stakes.exposures(roadmap, times)
            report.keeping = stakes.keeping(roadmap)
        }
        compareReadings(&report)
        return report
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

    private func plan(_ reading: ClauseReading?) -> Roadmap.Plan {
        let all = Self.read(commitments, by: reading.map { [$0] } ?? [])
        var timetable = dossier.timetable
        if let reaction = request.reaction { timetable.reaction = reaction }
        return Roadmap.Plan(
            commitments: all, deciders: deciders(all), timetable: timetable, start: request.start)
    }

    /// The commitments with those of readings in place of their own; where several readings have one, it is bound as in each.
    private static func read(_ commitments: [Commitment], by readings: [ClauseReading]) -> [Commitment] {
        var result = commitments
        var isRead: Set<CommitmentID> = []
        for commitment in readings.flatMap(\.commitments) {
            if let place = result.firstIndex(where: { $0.id == commitment.id }) {
                if isRead.insert(commitment.id).inserted {
                    result[place] = commitment
                } else {
                    // Whoever wants both readings kept must wait for what either waits for.
                    result[place].after += commitment.after.filter { !result[place].after.contains($0) }
                    result[place].deadline = result[place].deadline ?? commitment.deadline
                }
            } else {
                isRead.insert(commitment.id)
                result.append(commitment)
            }
        }
        return result
    }

    private func compareReadings(_ report: inout RoadmapReport) {
        let readings = dossier.timetable.readings
        guard !readings.isEmpty, request.reading == nil else { return }
        func outcome(_ chosen: [ClauseReading]) -> (conflicts: [ClauseConflict], deadlocks: [Deadlock]) {
            var plan = plan(nil)
            plan.commitments = Self.read(commitments, by: chosen)
            plan.deciders = deciders(plan.commitments)
            return (
                Roadmap(plan).conflicts(limit: max(1, request.conflictLimit)),
                plan.deadlocks(thirdParties: thirdParties)
            )
        }
        report.readings = [.init(reading: nil, conflicts: report.conflicts, deadlocks: report.deadlocks)]
        for reading in readings {
            let (conflicts, deadlocks) = outcome([reading])
            report.readings.append(.init(reading: reading, conflicts: conflicts, deadlocks: deadlocks))
        }
        for first in readings.indices {
            for second in readings.indices where second > first {
                let (conflicts, deadlocks) = outcome([readings[first], readings[second]])
                report.betweenReadings.append(
                    .init(first: first + 1, second: second + 1, conflicts: conflicts, deadlocks: deadlocks))
            }
        }
    }
}
