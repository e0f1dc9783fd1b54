/// What would make a state stable for one decision maker: the smallest sets of changes in what it prefers.
///
/// A change places one state level with the chosen state. So asks inverse GMCR (Kinsara, Kilgour and Hipel 2015, *Inverse approach to the
/// graph model for conflict resolution*, IEEE Trans. SMC: Systems 45(5)): not what follows from the preferences, but which
/// preferences would have it follow.
public struct PreferenceChanges: Hashable, Sendable {
    /// The decision maker.
    public var mover: Int
    /// Sets of states to be placed level with the chosen one, none of which has another in it; by size, then by states. An empty set
    /// alone: nothing needs to change.
    public var sets: [[Int]]
    /// Whether these are all of them.
    public var isComplete: Bool

    /// The fewest changes; nil where none was found.
    public var cost: Int? { sets.map(\.count).min() }
}

extension LocalGame {
    /// All smallest sets of states which, placed level with `state` in the decision maker's ranking, make it stable.
    ///
    /// Each improvement must be met: it stops being one, or it leads to a sanction. A sanction needs its state to be no better,
    /// and in the symmetric senses every state that can be reached from there too. Sets are found by meeting the first improvement that
    /// is not met, in every way (a search for hitting sets, which are of one state in the senses that are not symmetric), and
    /// each is tried forward. What the others prefer when they sanction stays as it is.
    ///
    /// - Parameters:
    ///   - state: the state that is to be kept.
    ///   - concept: in which sense.
    ///   - model: the model that all share; the decision maker's own preference has to be known by levels.
    ///   - budget: how many partial sets may be looked at.
    /// - Returns: nil unless the decision maker's own preference is known by levels.
    ///
    /// Complexity: exponential in the number of states that are better; with the default budget all sets are found for up to 12 of them, and mostly for many more.
    public func changes(
        toKeep state: Int, _ concept: Concept, in model: GraphModel, budget: Int = 200_000
    ) -> PreferenceChanges? {
        let seen = model.preferences(asSeenBy: mover)
        guard case .levels(let levels) = seen[mover] else { return nil }
        func isBetter(_ end: Int) -> Bool { levels[end] > levels[state] }
        let improvements = improvements(from: state)
        // By improvement: the sets each of which meets it.
        let ways: [[Set<Int>]] = improvements.map { improvement in
            var sets: [Set<Int>] = [[improvement]]
            guard concept != .nash else { return sets }
            for end in answers(to: improvement, concept).prefix(Self.answerLimit) {
                var needed = Set([end].filter(isBetter))
                if concept.isSymmetric {
                    needed.formUnion(graph.successors(of: end, by: mover).filter(isBetter))
                }
                // No change is needed where the improvement is met already.
                if needed.isEmpty { return [[]] }
                sets.append(needed)
            }
            return Self.smallest(sets)
        }
        var found: [Set<Int>] = []
        var looked = 0
        var isComplete = graph.count <= Self.answerLimit
        var visited: Set<Set<Int>> = []
        func extend(_ chosen: Set<Int>) {
            guard !found.contains(where: { $0.isSubset(of: chosen) }), visited.insert(chosen).inserted else {
                return
            }
            // Only sets that were not met before count: of a dozen states there are four thousand.
            looked += 1 + found.count / 32
            if looked > budget {
                isComplete = false
                return
            }
            guard let open = ways.first(where: { sets in !sets.contains { $0.isSubset(of: chosen) } }) else {
                found.removeAll { chosen.isSubset(of: $0) }
                found.append(chosen)
                return
            }
            for set in open {
                extend(chosen.union(set))
                if looked > budget { return }
            }
        }
        extend([])
        let sets = Self.smallest(found).map { $0.sorted() }
            .sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
            .filter { isKept(state, concept, levels: levels, changing: $0, in: model, seen) }
        return PreferenceChanges(mover: mover, sets: sets, isComplete: isComplete)
    }

    /// Beyond so many states to which the others can answer, the farther ones are left out.
    private static var answerLimit: Int { 2_048 }

    /// Whether the state is stable once the changes are made, by the definition.
    private func isKept(
        _ state: Int, _ concept: Concept, levels: [Int32], changing: [Int], in model: GraphModel,
        _ seen: [StatePreference]
    ) -> Bool {
        var changed = levels
        for other in changing { changed[other] = levels[state] }
        var preferences = seen
        preferences[mover] = .levels(changed)
        return LocalGame(
            GraphModel(model.graph, preferences), seenBy: mover, certainty, sanctioners: seen
        ).isStable(state, concept)
    }

    /// The sets that have no other in them, each once.
    private static func smallest(_ sets: [Set<Int>]) -> [Set<Int>] {
        var result: [Set<Int>] = []
        for set in sets.sorted(by: { $0.count < $1.count })
        where !result.contains(where: { $0.isSubset(of: set) }) {
            result.append(set)
        }
        return result
    }
}
