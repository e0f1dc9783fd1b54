import Negotiation

extension HiddenMatter {
    /// Adds what the viewer may not see about who does what when.
    mutating func addTimes(minimum: MinimumID) {
        addHiddenCommitments()
        let events = addEvents()
        change { matter, commitment in matter.tie(&commitment, events, minimum) }
        addReadings(events)
        addStakes()
    }

    /// One that only its mark hides, and one of a hidden party in every package that is seen.
    private mutating func addHiddenCommitments() {
        let seen = dossier.parties.map(\.id).filter { !parties.contains($0) }
        for issue in dossier.issues.indices where !dossier.issues[issue].options.isEmpty {
            let commitment = Commitment(
                id: CommitmentID(name()), who: [seen.first ?? parties[0]], what: "Hidden",
                tranches: Tranches(some(3) + 1), seenBy: unseen())
            let option = Int(random.next() % UInt64(dossier.issues[issue].options.count))
            dossier.issues[issue].options[option].commitments.insert(commitment, at: 0)
            commitments.append(commitment.id)
        }
        for place in dossier.packages.indices {
            let commitment = Commitment(
                id: CommitmentID(name()), who: (seen.first.map { [$0] } ?? []) + [parties[0]], what: "Hidden",
                seenBy: .public)
            dossier.packages[place].commitments.append(commitment)
            commitments.append(commitment.id)
        }
    }

    /// Changes the commitments that the viewer sees.
    private mutating func change(_ change: (inout HiddenMatter, inout Commitment) -> Void) {
        let hidden = Set(commitments)
        func changed(_ commitment: Commitment) -> Commitment {
            guard !hidden.contains(commitment.id) else { return commitment }
            var result = commitment
            change(&self, &result)
            return result
        }
        for issue in dossier.issues.indices {
            for option in dossier.issues[issue].options.indices {
                let new = dossier.issues[issue].options[option].commitments.map(changed)
                dossier.issues[issue].options[option].commitments = new
            }
        }
        for package in dossier.packages.indices {
            let new = dossier.packages[package].commitments.map(changed)
            dossier.packages[package].commitments = new
        }
    }

    /// Ties a commitment that is seen to what is not.
    private mutating func tie(_ commitment: inout Commitment, _ events: [EventID], _ minimum: MinimumID) {
        let hidden = commitments.randomElement(using: &random)
        let milestone =
            events.randomElement(using: &random).map { Milestone.event($0) }
            ?? hidden.map { .commitment($0, .verified) }
        func coin() -> Bool { random.next() % 2 == 0 }
        if let milestone {
            // Alone, and as an alternative to something that is seen.
            var group = [Prerequisite(milestone, least: TimeSpan(1, .days))]
            if coin(), let seen = dossier.commitments.first(where: { !commitments.contains($0.id) }) {
                group.insert(Prerequisite(.commitment(seen.id, .done)), at: coin() ? 0 : 1)
            }
            commitment.after.insert(group, at: coin() ? 0 : commitment.after.count)
            if commitment.deadline == nil, coin() {
                commitment.deadline = .within(TimeSpan(Int(random.next() % 90), .days), of: milestone)
            }
        }
        if commitment.takes?.decidedBy == .nature, coin() { commitment.takes?.decidedBy = .party(parties[0]) }
        commitment.verifiedBy += parties
        commitment.fulfils.append(minimum)
        for place in commitment.ifNot.indices {
            commitment.ifNot[place].suspends += hidden.map { [$0] } ?? []
        }
        commitment.ifNot.append(Response(who: parties, what: "Hidden"))
        if let hidden {
            commitment.ifNot.insert(Response(what: "Hidden", begins: hidden), at: 0)
            commitment.ifNot.append(Response(who: commitment.who, suspends: [hidden]))
            commitment.togetherWith.insert(hidden, at: 0)
            if commitment.tranches?.inStepWith == nil { commitment.tranches?.inStepWith = hidden }
        }
        // Whoever sees what begins only if another is not kept must see that one, too.
        let isBegun = dossier.commitments.contains { $0.ifNot.contains { $0.begins == commitment.id } }
        if !isBegun { commitment.seenBy = crowded(commitment.seenBy) }
    }

    // MARK: Events, readings, stakes

    /// Hidden events by their mark, and public ones that follow something hidden.
    private mutating func addEvents() -> [EventID] {
        var hidden = [
            Event(id: EventID(name()), title: "Hidden", on: Moment("2031-05-06T07:08"), seenBy: unseen())
        ]
        let days = TimeSpan(Int(random.next() % 90), .days)
        hidden.append(
            Event(
                id: EventID(name()), after: Prerequisite(.event(hidden[0].id), greatest: days),
                seenBy: .public))
        if let commitment = commitments.first {
            hidden.append(
                Event(
                    id: EventID(name()), after: Prerequisite(.commitment(commitment, .done), greatest: days),
                    seenBy: .public))
        }
        for place in dossier.timetable.events.indices {
            dossier.timetable.events[place].seenBy = crowded(dossier.timetable.events[place].seenBy)
        }
        let isNamed =
            dossier.commitments.contains { commitment in
                commitment.names(dossier.timetable.origin.id)
            } || dossier.timetable.events.contains { $0.after?.of == .event(dossier.timetable.origin.id) }
            || dossier.timetable.readings.flatMap(\.commitments).contains {
                $0.names(dossier.timetable.origin.id)
            }
        switch dossier.timetable.events.count {
        case 0 where isNamed: return []
        case 0: dossier.timetable.events = hidden
        case 2...
        where !isNamed && dossier.timetable.events[0] == Timetable.signature && random.next() % 2 == 0:
            dossier.timetable.events.replaceSubrange(0..<1, with: hidden)
        default:
            let place = 1 + Int(random.next() % UInt64(dossier.timetable.events.count))
            dossier.timetable.events.insert(contentsOf: hidden.reversed(), at: place)
        }
        return hidden.map(\.id)
    }

    /// Readings that their mark hides, that somebody hidden holds, and that speak of something hidden.
    private mutating func addReadings(_ events: [EventID]) {
        for place in dossier.timetable.readings.indices {
            dossier.timetable.readings[place].seenBy = crowded(dossier.timetable.readings[place].seenBy)
        }
        guard let seen = dossier.parties.map(\.id).first(where: { !parties.contains($0) }) else { return }
        func commitment(_ change: (inout Commitment) -> Void) -> Commitment {
            var result = Commitment(
                id: CommitmentID(name()), who: [seen], what: "Hidden", seenBy: .public)
            change(&result)
            return result
        }
        func reading(_ change: (inout Commitment) -> Void) -> ClauseReading {
            ClauseReading(
                id: ClauseReadingID(name()), title: "Hidden", commitments: [commitment(change)],
                seenBy: .public)
        }
        var readings = [
            reading { $0.verifiedBy = parties }, reading { $0.seenBy = unseen() },
            reading { $0.ifNot = [Response(who: parties, what: "Hidden")] },
        ]
        readings.append(reading { _ in })
        readings[3].seenBy = unseen()
        readings.append(reading { _ in })
        readings[4].heldBy = [seen, parties[0]]
        if let hidden = commitments.randomElement(using: &random) {
            readings.append(reading { $0.id = hidden })
            readings.append(reading { $0.togetherWith = [hidden] })
        }
        if let event = events.randomElement(using: &random) {
            readings.append(reading { $0.deadline = .within(.zero, of: .event(event)) })
        }
        // One that would be read differently by somebody, where the viewer sees neither.
        if let known = dossier.commitments.first(where: { !commitments.contains($0.id) }) {
            readings.append(reading { $0.id = known.id })
            readings[readings.count - 1].seenBy = unseen()
        }
        for reading in readings {
            let place = Int(random.next() % UInt64(dossier.timetable.readings.count + 1))
            dossier.timetable.readings.insert(reading, at: place)
        }
        commitments += readings.prefix(5).flatMap(\.commitments).map(\.id)
    }

    /// What is at stake in commitments that the viewer does not see.
    private mutating func addStakes() {
        for place in dossier.sheets.indices {
            guard let hidden = commitments.randomElement(using: &random) else { return }
            dossier.sheets[place].commitments[hidden] = Stake(
                cost: Flow(once: Amount(Rational(some(50)))), breaking: Breaking())
        }
    }

    /// Cites a hidden source in commitments, events and readings of clauses.
    mutating func mentionInCommitments(_ source: SourceID) {
        let citation = Citation.source(source, passage: "hidden passage")
        change { $1.sources.append(citation) }
        for place in dossier.timetable.events.indices {
            dossier.timetable.events[place].sources.append(citation)
        }
        for place in dossier.timetable.readings.indices {
            dossier.timetable.readings[place].sources.append(citation)
            for inner in dossier.timetable.readings[place].commitments.indices {
                dossier.timetable.readings[place].commitments[inner].sources.append(citation)
            }
        }
    }
}

extension Commitment {
    /// Whether it waits for the event, or is counted from it.
    fileprivate func names(_ event: EventID) -> Bool {
        if case .within(_, of: .event(event)) = deadline { return true }
        return after.joined().contains { $0.of == .event(event) }
    }
}
