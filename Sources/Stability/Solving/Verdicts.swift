import Negotiation

/// Which states are stable for whom, in each sense.
public struct Verdicts: Hashable, Sendable {
    /// By concept: for each decision maker the states that are stable for it.
    public var stable: [Concept: [StateSet]]
    /// How many states the model has.
    public let count: Int

    init(count: Int, _ parts: [MoverVerdicts]) {
        self.count = count
        stable = Dictionary(
            uniqueKeysWithValues: Concept.allCases.map { concept in
                (concept, parts.map { $0.stable[concept] ?? StateSet(capacity: count) })
            })
    }

    /// Whether a state is stable for one decision maker.
    public func isStable(_ state: Int, for mover: Int, _ concept: Concept) -> Bool {
        stable[concept]?[mover].contains(state) ?? false
    }

    /// The states that are stable for every decision maker.
    ///
    /// Complexity: linear in the states, 64 at a step, times the decision makers.
    public func equilibria(_ concept: Concept) -> StateSet {
        var result = StateSet(capacity: count, full: true)
        for set in stable[concept] ?? [] { result.formIntersection(set) }
        return result
    }
}

/// The states that are stable for one decision maker, in each sense.
struct MoverVerdicts: Sendable {
    var stable: [Concept: StateSet] = [:]
}

extension GraphModel {
    /// Which states are stable for whom.
    ///
    /// - Parameters:
    ///   - certainty: how unknown preferences are taken; without any, both answers are the same.
    ///   - cores: the most cores that work at once; nil: all there are. The answer does not depend on it.
    /// - Throws: ``ModelTooLarge`` where something is unknown and the model has more than ``PairwisePreference/stateLimit`` states.
    ///
    /// Complexity, everything known: for each decision maker, in each of four searches, a constant for each state and other decision maker;
    /// with one-way options, times 2 to their number. Else quadratic in the states.
    public func verdicts(
        _ certainty: Certainty = .surely, cores: Int? = nil
    ) throws(ModelTooLarge) -> Verdicts {
        try verdicts(certainty, cores: cores, sweepLimit: nil)
    }

    /// The same with the choice of how many sweeps are made before the search is asked; the answer does not depend on it.
    package func verdicts(
        _ certainty: Certainty = .surely, cores: Int? = nil, sweepLimit: Int?
    ) throws(ModelTooLarge) -> Verdicts {
        let cores = max(1, cores ?? Cores.available)
        guard isComplete, let levels = Self.levels(preferences), let seen = seenLevels() else {
            return try pairwiseVerdicts(certainty, cores: cores)
        }
        let movers = Array(0..<graph.decisionMakers)
        // For a few thousand states starting a thread costs more than it saves.
        let workers = graph.count < 1 << 14 ? 1 : cores
        switch graph.moves {
        case .flips(let cube):
            // Places within a block fit a byte, with two numbers to spare, for up to seven free options.
            return cube.movers.allSatisfy { $0.free <= 7 }
                ? cubeVerdicts(cube, levels, seen, UInt8.self, cores: workers, sweepLimit)
                : cubeVerdicts(cube, levels, seen, UInt32.self, cores: workers, sweepLimit)
        case .lists(let lists):
            return Verdicts(
                count: graph.count,
                Cores.map(movers, cores: workers) { mover in
                    ListSolver(
                        lists: lists, count: graph.count, levels: seen[mover] ?? levels, mover: mover
                    )
                    .verdicts()
                })
        }
    }

    private func cubeVerdicts<Place: FixedWidthInteger & UnsignedInteger & Sendable>(
        _ cube: Cube, _ levels: [[Int32]], _ seen: [Int: [[Int32]]], _: Place.Type, cores: Int,
        _ sweepLimit: Int?
    ) -> Verdicts {
        let orders = BlockOrders<Place>(cube, levels, cores: cores)
        return Verdicts(
            count: graph.count,
            Cores.map(Array(0..<graph.decisionMakers), cores: cores) { mover in
                let own = seen[mover].map { BlockOrders<Place>(cube, $0, cores: 1) }
                return CubeSolver(
                    cube, orders: own ?? orders, mover: mover, levels: levels[mover], sweepLimit: sweepLimit
                ).verdicts()
            })
    }

    /// For each decision maker with views of its own the levels as it sees them; nil where some are not kept by levels.
    private func seenLevels() -> [Int: [[Int32]]]? {
        var result: [Int: [[Int32]]] = [:]
        for viewer in views.keys {
            guard let levels = Self.levels(preferences(asSeenBy: viewer)) else { return nil }
            result[viewer] = levels
        }
        return result
    }

    /// The levels of preferences that are known; nil where one is not kept by levels.
    private static func levels(_ preferences: [StatePreference]) -> [[Int32]]? {
        var result: [[Int32]] = []
        for preference in preferences {
            switch preference {
            case .levels(let levels), .between(let levels, _): result.append(levels)
            case .pairs: return nil
            }
        }
        return result
    }
}

/// Places by value, least first; places of equal value in ascending order.
///
/// Complexity: linear where values are of the size of the number of places, else that of sorting.
func ascending(_ places: [Int], _ values: UnsafeBufferPointer<Int32>) -> [Int32] {
    var (least, most) = (Int.max, Int.min)
    for place in places {
        least = min(least, Int(values[place]))
        most = max(most, Int(values[place]))
    }
    guard !places.isEmpty, most - least < 4 * places.count + 1024 else {
        return places.sorted { (values[$0], $0) < (values[$1], $1) }.map { Int32($0) }
    }
    var starts = [Int32](repeating: 0, count: most - least + 2)
    for place in places { starts[Int(values[place]) - least + 1] += 1 }
    for bucket in 0...(most - least) { starts[bucket + 1] += starts[bucket] }
    return [Int32](unsafeUninitializedCapacity: places.count) { buffer, filled in
        for place in places {
            let bucket = Int(values[place]) - least
            buffer[Int(starts[bucket])] = Int32(truncatingIfNeeded: place)
            starts[bucket] += 1
        }
        filled = places.count
    }
}
