/// The timetable for one viewer.
extension Sight {
    /// The events that are there for the viewer: their own marks allow it, and whatever they follow is there too.
    ///
    /// Complexity: linear in the events.
    static func events(
        of timetable: Timetable, seen isSeen: (Event) -> Bool, commitments: [CommitmentID: Commitment]
    ) -> Set<EventID> {
        guard !timetable.events.isEmpty else { return [Timetable.signature.id] }
        var result = Set(timetable.events.filter(isSeen).map(\.id))
        var followers: [EventID: [EventID]] = [:]
        var pending: [EventID] = []
        for event in timetable.events {
            switch event.after?.of {
            case .event(let id)?:
                followers[id, default: []].append(event.id)
                if !result.contains(id) { pending.append(id) }
            case .commitment(let id, _, let tranche)?:
                if !has(commitments[id], tranche), result.remove(event.id) != nil { pending.append(event.id) }
            case nil: break
            }
        }
        while let absent = pending.popLast() {
            for id in followers[absent] ?? [] where result.remove(id) != nil { pending.append(id) }
        }
        return result
    }

    func shown(_ timetable: Timetable) -> Timetable {
        var result = Timetable(reaction: timetable.reaction)
        result.events = timetable.events.compactMap(shown)
        result.readings = timetable.readings.compactMap(shown)
        // All is counted from the first event. Where that is absent another must not seem to be the first: an event stands
        // in of which nothing is told. Where no other is seen, none needs to.
        if let first = result.events.first, first.id != timetable.events.first?.id {
            result.events.insert(standIn(beside: result), at: 0)
        }
        return result
    }

    private func shown(_ event: Event) -> Event? {
        guard events.contains(event.id) else { return nil }
        var result = event
        result.sources = shown(event.sources)
        result.seenBy = shown(event.seenBy)
        return result
    }

    /// The default event under a name that nothing has that the viewer sees.
    private func standIn(beside timetable: Timetable) -> Event {
        let read = timetable.readings.flatMap(\.commitments).map(\.id.rawValue)
        let taken = Set(timetable.events.map(\.id.rawValue) + commitments.keys.map(\.rawValue) + read)
        var result = Timetable.signature
        var number = 1
        while taken.contains(result.id.rawValue) {
            number += 1
            result.id = EventID("\(Timetable.signature.id)-\(number)")
        }
        return result
    }

    /// A reading, whole or not at all: a shortened one would be a reading that nobody holds.
    func shown(_ reading: ClauseReading) -> ClauseReading? {
        guard sees(reading.seenBy), parties.isSuperset(of: reading.heldBy) else { return nil }
        let own = Dictionary(reading.commitments.map { ($0.id, $0) }) { first, _ in first }
        guard reading.commitments.allSatisfy({ seesAll(of: $0, among: own) }) else { return nil }
        var result = reading
        result.commitments = reading.commitments.map { commitment in
            var result = commitment
            result.sources = shown(commitment.sources)
            result.seenBy = shown(commitment.seenBy)
            return result
        }
        result.sources = shown(reading.sources)
        result.seenBy = shown(reading.seenBy)
        return result
    }

    /// Whether the viewer sees a reading's commitment, the one that it stands for, and all that it names.
    private func seesAll(of commitment: Commitment, among own: [CommitmentID: Commitment]) -> Bool {
        let isReplacing = declared.contains(commitment.id)
        guard sees(commitment.seenBy), !isReplacing || commitments[commitment.id] != nil,
            parties.isSuperset(of: commitment.partiesNamed), minimums.isSuperset(of: commitment.fulfils)
        else { return false }
        let milestones =
            commitment.after.joined().map(\.of) + [commitment.deadline?.milestone].compactMap { $0 }
        guard
            milestones.allSatisfy({ milestone in
                guard case .commitment(let id, _, let tranche) = milestone, let read = own[id] else {
                    return sees(milestone)
                }
                return Self.has(read, tranche)
            })
        else { return false }
        return commitment.commitmentsNamed.allSatisfy { own[$0] != nil || commitments[$0] != nil }
    }

    /// Whether the viewer sees a commitment of that name, be it in a reading of clauses.
    func knows(_ id: CommitmentID) -> Bool { commitments[id] != nil || readNames.contains(id) }
}

extension Deadline {
    /// What it is counted from, where that is said.
    var milestone: Milestone? {
        if case .within(_, let milestone) = self { milestone } else { nil }
    }
}

extension Commitment {
    /// Everybody whom it names.
    var partiesNamed: Set<PartyID> {
        var names = Set(who + verifiedBy + ifNot.flatMap(\.who))
        if case .party(let id) = takes?.decidedBy { names.insert(id) }
        return names
    }
}
