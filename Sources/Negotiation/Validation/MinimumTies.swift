/// What commitments have to do with each other, as far as it can make one that carries out a minimum depend on somebody
/// else.
struct MinimumTies {
    /// For whose performance or verification a commitment waits, directly or through what the same parties do. Known of all
    /// that are done by exactly those who carry out some minimum.
    private var dependences: [CommitmentID: Fault.Dependence] = [:]
    private var beginners: [CommitmentID: CommitmentID] = [:]
    private var suspenders: [CommitmentID: CommitmentID] = [:]

    /// The ties among these commitments, all of which are known.
    ///
    /// One of several alternatives counts too: a minimum is not offered as an alternative to somebody's performance.
    ///
    /// Complexity: linear in the commitments and the ties between them.
    init(_ commitments: [Commitment], in known: KnownCommitments, _ roots: EventRoots) {
        var partners: [CommitmentID: [CommitmentID]] = [:]
        var doers: Set<Set<PartyID>> = []
        for commitment in commitments {
            if !commitment.fulfils.isEmpty { doers.insert(Set(commitment.who)) }
            for other in commitment.partners { partners[other, default: []].append(commitment.id) }
            for response in commitment.ifNot {
                if let id = response.begins { beginners[id] = beginners[id] ?? commitment.id }
                for id in response.suspends { suspenders[id] = suspenders[id] ?? commitment.id }
            }
        }
        var dependent: [CommitmentID] = []
        var followers: [CommitmentID: [CommitmentID]] = [:]
        for commitment in commitments where doers.contains(Set(commitment.who)) {
            let together = commitment.partners + (partners[commitment.id] ?? [])
            let milestones = commitment.after.joined().compactMap { roots.root(of: $0.of) }
            for milestone in milestones + together.map({ .commitment($0, .done) }) {
                guard case .commitment(let id, let progress, _) = milestone, let other = known[id] else {
                    continue
                }
                let cause: Fault.Dependence? =
                    if !other.isDone(by: commitment.who) {
                        .performance(id)
                    } else if progress == .verified, !Set(commitment.who).isSuperset(of: other.verifiedBy) {
                        .verification(id)
                    } else {
                        nil
                    }
                guard let cause else {
                    followers[id, default: []].append(commitment.id)
                    continue
                }
                dependences[commitment.id] = cause
                dependent.append(commitment.id)
                break
            }
        }
        // Whoever waits for something that waits, waits too, for the nearest cause.
        var next = 0
        while next < dependent.count {
            let id = dependent[next]
            next += 1
            for follower in followers[id] ?? [] where dependences[follower] == nil {
                dependences[follower] = dependences[id]
                dependent.append(follower)
            }
        }
    }

    /// What is wrong with a commitment that carries out a minimum.
    func faults(of commitment: Commitment) -> [Fault.Reason] {
        guard let minimum = commitment.fulfils.first else { return [] }
        let causes: [Fault.Dependence?] = [
            dependences[commitment.id], commitment.ifNot.isEmpty ? nil : .hasResponse,
            beginners[commitment.id].map { .begun(by: $0) },
            suspenders[commitment.id].map { .suspended(by: $0) },
        ]
        return causes.compactMap { $0 }.map {
            .minimumWaits(minimum, commitment: commitment.id, because: $0)
        }
    }
}

/// What events follow in the end: an event passes on what it follows itself.
struct EventRoots {
    private var roots: [EventID: Milestone] = [:]

    /// Complexity: linear in the events.
    init(_ events: [Event]) {
        let follows = Dictionary(
            events.compactMap { event in event.after.map { (event.id, $0.of) } },
            uniquingKeysWith: { first, _ in first })
        for event in events {
            var path: [EventID] = []
            var met: Set<EventID> = []
            var milestone = Milestone.event(event.id)
            while let id = milestone.event, met.insert(id).inserted {
                path.append(id)
                guard let before = roots[id] ?? follows[id] else { break }
                milestone = before
            }
            for id in path { roots[id] = milestone }
        }
    }

    /// The commitment's milestone that one waits for who waits for this; nil where it is an event that follows none.
    func root(of milestone: Milestone) -> Milestone? {
        guard let event = milestone.event else { return milestone }
        return roots[event].flatMap { $0.commitment == nil ? nil : $0 }
    }
}

extension Commitment {
    /// The commitments at whose pace it goes.
    fileprivate var partners: [CommitmentID] { togetherWith + [tranches?.inStepWith].compactMap { $0 } }

    /// Whether exactly these do it.
    fileprivate func isDone(by parties: [PartyID]) -> Bool { who == parties || Set(who) == Set(parties) }
}
