public import Negotiation

/// Commitments of which each waits for the next, and the last for the first: nobody can go first.
public struct Deadlock: Hashable, Sendable {
    /// One wait of the ring.
    public struct Wait: Hashable, Sendable {
        /// The commitment that waits.
        public var commitment: CommitmentID
        /// For what: a milestone of the next commitment of the ring.
        public var of: Prerequisite
    }

    /// What would break the ring.
    public enum WayOut: Hashable, Sendable {
        /// They are done at the same moment.
        case together
        /// Each hands over to a third party, which releases both when it has both.
        case escrow([PartyID])
        /// They go step by step, in tranches.
        case tranches
        /// This one goes first; whoever does it is protected by what follows if the other is not kept.
        case first(CommitmentID, isProtected: Bool)
    }

    /// A way out, and whether all clauses can then hold, but for those that clash without the ring, too.
    public struct Remedy: Hashable, Sendable {
        /// The way out.
        public var way: WayOut
        /// Whether all clauses can then hold.
        public var isConsistent: Bool
    }

    /// The waits, in the order of the ring.
    public var waits: [Wait]
    /// What would break the ring.
    public var remedies: [Remedy]
}

extension Roadmap.Plan {
    /// The rings in which commitments wait for each other, shortest first, each with what would break it.
    ///
    /// Only waits that nothing else can replace count: groups with one member in the plan. Rings within one party's own
    /// commitments count, too: they can never begin.
    ///
    /// - Parameters:
    ///   - thirdParties: who could hold in escrow: those that take part in no commitment of a ring are named.
    ///   - limit: how many rings are listed.
    ///
    /// Complexity: one search a commitment for rings, and one check of consistency a remedy.
    public func deadlocks(thirdParties: [PartyID] = [], limit: Int = 12) -> [Deadlock] {
        let names = Set(commitments.map(\.id))
        var waits: [CommitmentID: [Prerequisite]] = [:]
        for commitment in commitments {
            for group in commitment.after {
                let members = group.filter { $0.of.commitment.map(names.contains) ?? true }
                guard members.count == 1, let of = members[0].of.commitment, of != commitment.id else {
                    continue
                }
                waits[commitment.id, default: []].append(members[0])
            }
        }
        var rings: [[Deadlock.Wait]] = []
        var seen: Set<Set<CommitmentID>> = []
        for commitment in commitments {
            guard let ring = shortestRing(from: commitment.id, waits),
                seen.insert(Set(ring.map(\.commitment))).inserted
            else { continue }
            rings.append(ring)
        }
        // Rings of equal length stay in the order of their first commitment.
        let ordered = rings.enumerated().sorted {
            ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
        }
        return ordered.prefix(limit).map {
            Deadlock(waits: $0.element, remedies: remedies($0.element, thirdParties))
        }
    }

    /// The shortest way round from a commitment to itself, breadth first.
    private func shortestRing(from start: CommitmentID, _ waits: [CommitmentID: [Prerequisite]]) -> [Deadlock
        .Wait]?
    {
        var via: [CommitmentID: Deadlock.Wait] = [:]
        var pending = [start]
        var place = 0
        while place < pending.count {
            let id = pending[place]
            place += 1
            for wait in waits[id] ?? [] {
                let next = wait.of.commitment!
                if next == start {
                    var ring = [Deadlock.Wait(commitment: id, of: wait)]
                    var step = id
                    while step != start {
                        let before = via[step]!
                        ring.append(before)
                        step = before.commitment
                    }
                    return ring.reversed()
                }
                if via[next] == nil {
                    via[next] = .init(commitment: id, of: wait)
                    pending.append(next)
                }
            }
        }
        return nil
    }

    private func remedies(_ ring: [Deadlock.Wait], _ thirdParties: [PartyID]) -> [Deadlock.Remedy] {
        let names = ring.map(\.commitment)
        let members = names.compactMap { id in commitments.first { $0.id == id } }
        var result: [Deadlock.Remedy] = []
        // What clashes without the ring too is no fault of a way out of it.
        let other = Roadmap.best(without(ring), asksExecution: false).roadmap.clashing
        func fits(_ plan: Self) -> Bool {
            Roadmap.best(plan, asksExecution: false).roadmap.isConsistent(without: other)
        }
        let together = without(ring).changing(names[0]) { $0.togetherWith += names.dropFirst() }
        let isConsistent = fits(together)
        result.append(.init(way: .together, isConsistent: isConsistent))
        let doers = Set(members.flatMap(\.who))
        let holders = thirdParties.filter { !doers.contains($0) }
        if !holders.isEmpty { result.append(.init(way: .escrow(holders), isConsistent: isConsistent)) }
        if members.count == 2, members.allSatisfy({ $0.tranches == nil && $0.fulfils.isEmpty }) {
            let stepped = without(ring).changing(names[0]) { $0.tranches = Tranches(3) }
                .changing(names[1]) { $0.tranches = Tranches(3, inStepWith: names[0]) }
            result.append(.init(way: .tranches, isConsistent: fits(stepped)))
        }
        for wait in ring {
            let other = commitments.first { $0.id == wait.of.of.commitment }
            let isProtected = other?.ifNot.contains(where: \.isBranch) ?? false
            let first = without([wait])
            result.append(
                .init(
                    way: .first(wait.commitment, isProtected: isProtected),
                    isConsistent: fits(first)))
        }
        return result
    }

    private func without(_ ring: [Deadlock.Wait]) -> Self {
        ring.reduce(self) { plan, wait in
            // It may wait for the same commitment in several ways.
            plan.changing(wait.commitment) { commitment in
                commitment.after.removeAll { $0.contains { $0.of.commitment == wait.of.of.commitment } }
            }
        }
    }

    /// The plan with one commitment changed.
    public func changing(_ id: CommitmentID, _ change: (inout Commitment) -> Void) -> Self {
        var result = self
        for place in commitments.indices where commitments[place].id == id {
            change(&result.commitments[place])
        }
        return result
    }
}
