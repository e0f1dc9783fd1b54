/// Commitments: what they name must be there, and no range may be turned round.
extension FaultSearch {
    /// Names of commitments are unique over options and packages; within a reading, over the reading.
    mutating func commitmentNames() {
        var seen: Set<CommitmentID> = []
        for placed in dossier.placedCommitments {
            name(placed.commitment.id, at: placed.place, &seen)
        }
        unique(dossier.timetable.events.map(\.id), .event, at: ItemPath(["timetable", "events"]))
        let readings = ItemPath(["timetable", "readings"])
        unique(dossier.timetable.readings.map(\.id), .clauseReading, at: readings)
        for reading in dossier.timetable.readings {
            var own: Set<CommitmentID> = []
            for commitment in reading.commitments {
                name(commitment.id, at: readings[reading.id]["commitments"][commitment.id], &own)
            }
            seen.formUnion(own)
        }
        // Where one waits for something, either may stand by its name alone.
        for event in dossier.timetable.events where seen.contains(CommitmentID(event.id.rawValue)) {
            report(.sharedName(event.id), at: ItemPath(["timetable", "events"])[event.id])
        }
    }

    /// What is shown must not depend on what is hidden: whoever sees a commitment that begins only if another is not kept sees one
    /// that begins it.
    mutating func causes() {
        guard dossier.commitments.contains(where: { $0.ifNot.contains { $0.begins != nil } }) else { return }
        let viewers = [Viewer.public, .table] + dossier.parties.map { .party($0.id) }
        let unseen = viewers.reduce(into: Set<CommitmentID>()) {
            $0.formUnion(Sight(of: dossier, for: $1).seenWithoutTheirCause)
        }
        for placed in dossier.placedCommitments where unseen.contains(placed.commitment.id) {
            report(.seenWithoutItsCause(placed.commitment.id), at: placed.place)
        }
    }

    private mutating func name(_ id: CommitmentID, at place: ItemPath, _ seen: inout Set<CommitmentID>) {
        if !IdentifierGrammar.accepts(id.rawValue) { report(.malformedName(id.rawValue), at: place) }
        if !seen.insert(id).inserted { report(.duplicate(.commitment, name: id.rawValue), at: place) }
    }

    mutating func check(_ commitment: Commitment, at place: ItemPath) {
        if commitment.who.isEmpty { report(.nothing(.party), at: place["who"]) }
        for id in commitment.who { party(id, at: place["who"]) }
        for id in commitment.verifiedBy { party(id, at: place["verified-by"]) }
        minimums(commitment.fulfils, at: place["fulfils"])
        for group in commitment.after {
            if group.isEmpty { report(.nothing(.commitment), at: place["after"]) }
            for prerequisite in group {
                check(prerequisite, at: place["after"])
                if prerequisite.of.commitment == commitment.id {
                    report(.tiedToItself(commitment.id, .after), at: place["after"])
                }
            }
        }
        times(of: commitment, at: place)
        ties(of: commitment, at: place)
        cited(commitment.sources, at: place)
        seen(by: commitment.seenBy, at: place)
    }

    private mutating func times(of commitment: Commitment, at place: ItemPath) {
        if case .within(_, let milestone?) = commitment.deadline {
            check(milestone, at: place["deadline"])
            // Counted from its own beginning, a deadline says how long it may take.
            if case .commitment(commitment.id, let progress, _) = milestone, progress != .begun {
                report(.tiedToItself(commitment.id, .deadline), at: place["deadline"])
            }
        }
        if let takes = commitment.takes {
            range(takes.least, takes.greatest, at: place["takes"])
            if takes.greatest == nil, takes.decidedBy != .doer {
                report(.openEnded(commitment.id), at: place["takes"])
            }
            if case .party(let id) = takes.decidedBy, !parties.contains(id) {
                let known = parties.map(\.rawValue)
                let nearest = nearest(to: id.rawValue, count: known.count, among: known + ["nature"])
                report(
                    .unknown(.party, name: id.rawValue, nearest: nearest), at: place["takes"]["decided-by"])
            }
        }
        if let verification = commitment.verification {
            range(verification.least, verification.greatest, at: place["verification"])
        }
    }

    private mutating func ties(of commitment: Commitment, at place: ItemPath) {
        for response in commitment.ifNot {
            let place = place["if-not"]
            for id in response.who { party(id, at: place) }
            for id in response.suspends { self.commitment(id, at: place) }
            if let id = response.begins {
                self.commitment(id, at: place)
                if id == commitment.id { report(.tiedToItself(id, .begins), at: place) }
            }
            if response.isEmpty { report(.emptyResponse, at: place) }
        }
        for id in commitment.togetherWith {
            self.commitment(id, at: place["together-with"])
            if id == commitment.id { report(.tiedToItself(id, .togetherWith), at: place["together-with"]) }
        }
        if let tranches = commitment.tranches { check(tranches, of: commitment.id, at: place["tranches"]) }
    }

    private mutating func check(_ tranches: Tranches, of commitment: CommitmentID, at place: ItemPath) {
        if !(2...Tranches.limit).contains(tranches.count) { report(.trancheCount(tranches.count), at: place) }
        range(tranches.least, tranches.greatest, at: place)
        guard let other = tranches.inStepWith else { return }
        if other == commitment {
            report(.tiedToItself(commitment, .inStepWith), at: place)
        } else if self.commitment(other, at: place), known[other]?.tranches?.count != tranches.count {
            report(.stepsDiffer(commitment, from: other), at: place)
        }
    }

    // MARK: What they name

    mutating func check(_ prerequisite: Prerequisite, at place: ItemPath) {
        check(prerequisite.of, at: place)
        range(prerequisite.least, prerequisite.greatest, at: place)
    }

    private mutating func check(_ milestone: Milestone, at place: ItemPath) {
        switch milestone {
        case .event(let id):
            if !events.contains(id) { unknown(.event, id, among: events, at: place) }
        case .commitment(let id, _, let tranche):
            guard commitment(id, at: place), let tranche else { return }
            let count = known[id]?.tranches?.count
            if tranche < 1 || tranche > count ?? 0 {
                report(.noSuchTranche(tranche, of: id, count: count), at: place)
            }
        }
    }

    /// Whether there is a commitment of that name.
    @discardableResult
    mutating func commitment(_ id: CommitmentID, at place: ItemPath) -> Bool {
        guard known[id] == nil else { return true }
        let minimum = MinimumID(id.rawValue)
        if minimums.contains(minimum) {
            report(.minimumConditioned(minimum), at: place)
        } else {
            let (known, events) = (known, events)
            let nearest = nearest(
                to: id.rawValue, count: known.count + events.count,
                among: known.names + events.map(\.rawValue))
            report(.unknown(.commitment, name: id.rawValue, nearest: nearest), at: place)
        }
        return false
    }

    mutating func range(_ least: TimeSpan, _ greatest: TimeSpan?, at place: ItemPath) {
        guard let greatest, least.minutes > greatest.minutes else { return }
        report(.spanReversed(least: least, greatest: greatest), at: place)
    }
}

extension Response {
    /// Whether nobody could tell from it what follows.
    var isEmpty: Bool { what == nil && kind == nil && suspends.isEmpty && begins == nil }
}
