/// No minimum may come after another party's performance or verification, be a response, or be suspended by one:
/// an obligation that waits for somebody else is no minimum.
extension FaultSearch {
    /// Looks at every commitment that carries out a minimum, in the dossier and then in each reading of clauses.
    ///
    /// Complexity: linear in the commitments for each reading, in the ties between them for each that carries out a
    /// minimum.
    mutating func carriedOut() {
        let placed = dossier.placedCommitments
        let read = dossier.timetable.readings.flatMap(\.commitments)
        guard (placed.map(\.commitment) + read).contains(where: { !$0.fulfils.isEmpty }) else { return }
        let own = MinimumTies(placed.map(\.commitment), in: known, events: dossier.timetable.events)
        var told: Set<Fault.Reason> = []
        for item in placed {
            for reason in own.faults(of: item.commitment) {
                told.insert(reason)
                report(reason, at: item.place)
            }
        }
        let carrying = placed.map(\.commitment).filter { !$0.fulfils.isEmpty }
        for reading in dossier.timetable.readings {
            let place = ItemPath(["timetable", "readings"])[reading.id]
            let world = known.reading(reading.commitments)
            let kept = placed.map(\.commitment).filter { world.read[$0.id] == nil }
            let ties = MinimumTies(
                kept + reading.commitments, in: world, events: dossier.timetable.events)
            for commitment in reading.commitments {
                for reason in ties.faults(of: commitment) {
                    report(reason, at: place["commitments"][commitment.id])
                }
            }
            for commitment in carrying where world.read[commitment.id] == nil {
                for reason in ties.faults(of: commitment) where told.insert(reason).inserted {
                    report(reason, at: place)
                }
            }
        }
    }
}

/// What commitments have to do with each other, as far as it can make one wait for another.
private struct MinimumTies {
    private let known: KnownCommitments
    private let follows: [EventID: Milestone]
    /// Commitments by those that name them as done with, or in step with, themselves.
    private var partners: [CommitmentID: [CommitmentID]] = [:]
    private var beginners: [CommitmentID: CommitmentID] = [:]
    private var suspenders: [CommitmentID: CommitmentID] = [:]

    init(_ commitments: [Commitment], in known: KnownCommitments, events: [Event]) {
        self.known = known
        follows = Dictionary(
            events.compactMap { event in event.after.map { (event.id, $0.of) } },
            uniquingKeysWith: { first, _ in first })
        for commitment in commitments {
            for other in commitment.partners { partners[other, default: []].append(commitment.id) }
            for response in commitment.ifNot {
                if let id = response.begins { beginners[id] = beginners[id] ?? commitment.id }
                for id in response.suspends { suspenders[id] = suspenders[id] ?? commitment.id }
            }
        }
    }

    func faults(of commitment: Commitment) -> [Fault.Reason] {
        guard let minimum = commitment.fulfils.first else { return [] }
        let causes: [Fault.Dependence?] = [
            dependence(of: commitment), commitment.ifNot.isEmpty ? nil : .hasResponse,
            beginners[commitment.id].map { .begun(by: $0) },
            suspenders[commitment.id].map { .suspended(by: $0) },
        ]
        return causes.compactMap { $0 }.map {
            .minimumWaits(minimum, commitment: commitment.id, because: $0)
        }
    }

    /// For whose performance or verification it waits, directly or through what the same parties do. One of several
    /// alternatives counts too: a minimum is not offered as an alternative to somebody's performance.
    private func dependence(of commitment: Commitment) -> Fault.Dependence? {
        let doers = Set(commitment.who)
        var pending = [commitment]
        var met: Set<CommitmentID> = [commitment.id]
        var events: Set<EventID> = []
        while let next = pending.popLast() {
            let together = next.partners + (partners[next.id] ?? [])
            for milestone in next.after.joined().map(\.of) + together.map({ .commitment($0, .done) }) {
                var milestone = milestone
                // An event passes on what it follows itself.
                while let event = milestone.event {
                    guard events.insert(event).inserted, let before = follows[event] else { break }
                    milestone = before
                }
                guard case .commitment(let id, let progress, _) = milestone, let other = known[id] else {
                    continue
                }
                guard Set(other.who) == doers else { return .performance(id) }
                if progress == .verified, !doers.isSuperset(of: other.verifiedBy) {
                    return .verification(id)
                }
                if met.insert(id).inserted { pending.append(other) }
            }
        }
        return nil
    }
}

extension Commitment {
    /// The commitments at whose pace it goes.
    fileprivate var partners: [CommitmentID] { togetherWith + [tranches?.inStepWith].compactMap { $0 } }
}
