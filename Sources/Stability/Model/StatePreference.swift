/// What one decision maker prefers among the states of a graph.
///
/// - ``levels(_:)``: everything is known; ties are known ties.
/// - ``between(least:greatest:)``: a state's level lies between two numbers; two states whose ranges overlap are not compared.
/// - ``pairs(_:)``: any relation, kept pair by pair.
///
/// Two questions are asked of it, and where something is unknown the answers to both can be no: whether a state is surely better
/// than another, and whether it is surely not better.
public enum StatePreference: Sendable {
    /// A level for each state; higher is better.
    case levels([Int32])
    /// The least and the greatest level that each state can have.
    case between(least: [Int32], greatest: [Int32])
    /// What is known pair by pair.
    case pairs(PairwisePreference)

    /// Nothing is known.
    public static func unknown(count: Int) -> StatePreference {
        .between(least: [Int32](repeating: 0, count: count), greatest: [Int32](repeating: 1, count: count))
    }

    /// A ranking of states, best first, ties together; a state that is left out may stand anywhere.
    ///
    /// - Precondition: no state stands twice.
    public static func ranking(_ ranking: [[Int]], count: Int) -> StatePreference {
        let top = Int32(ranking.count)
        var least = [Int32](repeating: 0, count: count)
        var greatest = [Int32](repeating: top + 1, count: count)
        var listed = 0
        for (place, group) in ranking.enumerated() {
            for state in group {
                least[state] = top - Int32(place)
                greatest[state] = top - Int32(place)
                listed += 1
            }
        }
        return listed == count ? .levels(least) : .between(least: least, greatest: greatest)
    }

    /// Whether everything is known.
    public var isComplete: Bool {
        switch self {
        case .levels: true
        case .between(let least, let greatest): least == greatest
        case .pairs(let pairs): pairs.isComplete
        }
    }

    /// The same by levels, where everything is known and one relation of better and worse orders all states.
    var byLevels: StatePreference {
        guard case .pairs(let pairs) = self, pairs.isComplete else { return self }
        // In such an order a state stands above as many states as its place says.
        let levels = (0..<pairs.count).map { state in
            Int32((0..<pairs.count).count { pairs.isBetter(state, than: $0) })
        }
        let isOrder = (0..<pairs.count).allSatisfy { state in
            (0..<pairs.count).allSatisfy { pairs.isBetter(state, than: $0) == (levels[state] > levels[$0]) }
        }
        return isOrder ? .levels(levels) : self
    }

    /// Whether `state` is surely better than `other`.
    @inline(__always)
    public func surelyPrefers(_ state: Int, to other: Int) -> Bool {
        switch self {
        case .levels(let levels): levels[state] > levels[other]
        case .between(let least, let greatest): least[state] > greatest[other]
        case .pairs(let pairs): pairs.isBetter(state, than: other)
        }
    }

    /// Whether `state` is surely not better than `other`: worse, or known to be as good.
    @inline(__always)
    public func surelyNotPrefers(_ state: Int, to other: Int) -> Bool {
        if state == other { return true }
        switch self {
        case .levels(let levels): return levels[state] <= levels[other]
        case .between(let least, let greatest): return greatest[state] <= least[other]
        case .pairs(let pairs): return pairs.isNotBetter(state, than: other)
        }
    }

    /// The states in groups, best first, known ties together; nil unless everything is known by levels.
    ///
    /// Complexity: that of sorting the states.
    public var groups: [[Int]]? {
        guard case .levels(let levels) = self else { return nil }
        let order = levels.indices.sorted { (levels[$1], $0) < (levels[$0], $1) }
        var groups: [[Int]] = []
        for state in order {
            if let last = groups.last?.first, levels[last] == levels[state] {
                groups[groups.count - 1].append(state)
            } else {
                groups.append([state])
            }
        }
        return groups
    }
}

/// What is known of each pair of states: better, not better, or neither.
///
/// Takes two bits a pair, so it is for models of at most ``stateLimit`` states.
public struct PairwisePreference: Hashable, Sendable {
    /// The most states.
    public static let stateLimit = 2_048

    /// How many states there are.
    public let count: Int
    private var better: [StateSet]
    private var notBetter: [StateSet]

    /// Nothing is known.
    ///
    /// - Throws: ``ModelTooLarge`` above ``stateLimit``.
    public init(count: Int) throws(ModelTooLarge) {
        guard count <= Self.stateLimit else {
            throw ModelTooLarge(.pairwiseStates(count, limit: Self.stateLimit))
        }
        self.count = count
        better = [StateSet](repeating: StateSet(capacity: count), count: count)
        notBetter = better
    }

    /// What a preference knows.
    ///
    /// - Throws: ``ModelTooLarge`` above ``stateLimit``. Complexity: quadratic in the states.
    public init(_ preference: StatePreference, count: Int) throws(ModelTooLarge) {
        try self.init(count: count)
        for state in 0..<count {
            for other in 0..<count where state != other {
                if preference.surelyPrefers(state, to: other) { better[state].insert(other) }
                if preference.surelyNotPrefers(state, to: other) { notBetter[state].insert(other) }
            }
        }
    }

    /// What several rankings of some of the states say together, each best first with ties: also what follows through others.
    ///
    /// - Throws: ``ModelTooLarge`` above ``stateLimit``; ``ContradictoryRankings``. Complexity: the states squared, times the
    ///   states over 64.
    public init(rankings: [[[Int]]], count: Int) throws {
        try self.init(count: count)
        // What each state is at least as good as, and what it is better than, closed under transitivity.
        var atLeast = (0..<count).map { StateSet(capacity: count, [$0]) }
        for ranking in rankings {
            for (place, group) in ranking.enumerated() {
                for state in group {
                    for lower in ranking[place...].joined() { atLeast[state].insert(lower) }
                }
            }
        }
        for middle in 0..<count {
            for state in 0..<count where atLeast[state].contains(middle) {
                atLeast[state].formUnion(atLeast[middle])
            }
        }
        var strict = [StateSet](repeating: StateSet(capacity: count), count: count)
        for ranking in rankings {
            for (place, group) in ranking.enumerated() where place + 1 < ranking.count {
                for state in group {
                    for lower in ranking[place + 1] {
                        if atLeast[lower].contains(state) { throw ContradictoryRankings(state, lower) }
                        // Better than everything that the next group is at least as good as; and so is all above.
                        strict[state].formUnion(atLeast[lower])
                    }
                }
            }
        }
        for state in 0..<count {
            for at in atLeast[state] { better[state].formUnion(strict[at]) }
        }
        for state in 0..<count {
            for lower in atLeast[state] where lower != state { notBetter[lower].insert(state) }
        }
    }

    /// Whether a state is known to be better than another.
    public func isBetter(_ state: Int, than other: Int) -> Bool { better[state].contains(other) }

    /// Whether a state is known not to be better than another.
    public func isNotBetter(_ state: Int, than other: Int) -> Bool {
        state == other || notBetter[state].contains(other)
    }

    /// Whether it is known of every pair.
    public var isComplete: Bool {
        (0..<count).allSatisfy { better[$0].count + notBetter[$0].count == count - 1 }
    }

    /// Forgets which of two states is preferred.
    public mutating func forget(_ first: Int, _ second: Int) {
        guard first != second else { return }
        for (one, other) in [(first, second), (second, first)] {
            better[one].remove(other)
            notBetter[one].remove(other)
        }
    }

    /// States that a group of decision makers prefers together: better for every one; not better where it is not for one of them.
    ///
    /// - Throws: ``ModelTooLarge`` above ``stateLimit``. Complexity: quadratic in the states.
    public init(together members: [StatePreference], count: Int) throws(ModelTooLarge) {
        try self.init(count: count)
        for state in 0..<count {
            for other in 0..<count where state != other {
                if members.allSatisfy({ $0.surelyPrefers(state, to: other) }) { better[state].insert(other) }
                if members.contains(where: { $0.surelyNotPrefers(state, to: other) }) {
                    notBetter[state].insert(other)
                }
            }
        }
    }
}

/// Rankings of one decision maker that contradict each other.
public struct ContradictoryRankings: Error, Hashable, Sendable {
    /// A state that one ranking puts above ``lower``, and others as low or lower.
    public var upper: Int
    /// The state below it.
    public var lower: Int

    init(_ upper: Int, _ lower: Int) {
        self.upper = upper
        self.lower = lower
    }
}
