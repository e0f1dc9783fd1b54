public import Negotiation

/// The states of a graph model and the moves between them, without what anybody prefers.
///
/// States are numbered from 0. Where moves follow from options and the states fill a fair part of all patterns, they are never
/// listed: a move flips bits (an internal `Cube`). Else they stand in lists (`MoveLists`).
public struct StateGraph: Sendable {
    /// How many decision makers there are.
    public let decisionMakers: Int
    /// The options taken in each state, bit k for option k; empty where states have no patterns.
    public let patterns: [UInt64]
    /// How many states there are.
    public let count: Int
    let moves: Moves

    /// How moves are kept.
    enum Moves: Sendable {
        case flips(Cube)
        case lists(MoveLists)
    }

    /// The most decision makers.
    public static let decisionMakerLimit = 64
    /// The most moves of a model whose moves are listed.
    public static let listLimit = 20_000_000

    /// The states of a model in option form.
    ///
    /// - Parameters:
    ///   - options: who controls each option.
    ///   - infeasible: patterns of which no state may be one.
    ///   - isFeasible: what else a state must meet; called once a state.
    /// - Throws: ``ModelTooLarge``.
    ///
    /// States are numbered by their taken options read as a binary number, option 0 the lowest digit. Complexity: 2 to the number of
    /// options, times the patterns, for up to 24 options; beyond, the states times the options and patterns.
    public init(
        options: OptionLayout, infeasible: [StatePattern], isFeasible: (UInt64) -> Bool = { _ in true }
    ) throws(ModelTooLarge) {
        let states = try Self.feasible(options.owners.count, infeasible, isFeasible)
        try self.init(options: options, states: states)
    }

    /// A model in option form with exactly these states, in this order.
    ///
    /// - Throws: ``ModelTooLarge``.
    public init(options: OptionLayout, states: [UInt64]) throws(ModelTooLarge) {
        // A cube costs memory for all patterns, lists for all moves.
        let bits = options.owners.count
        let fillsCube = bits <= 24 && states.count > 1 << 8 && 1 << bits <= 16 * states.count
        try self.init(options: options, states: states, asFlips: fillsCube)
    }

    /// A model in option form, with the choice of how moves are kept; the answers do not depend on it.
    ///
    /// - Precondition: at most 24 options where moves are flips.
    package init(options: OptionLayout, states: [UInt64], asFlips: Bool) throws(ModelTooLarge) {
        try Self.check(decisionMakers: options.decisionMakers)
        decisionMakers = options.decisionMakers
        patterns = states
        count = states.count
        moves = asFlips ? .flips(Cube(options, states)) : .lists(try MoveLists(options, states))
    }

    private static func check(decisionMakers: Int) throws(ModelTooLarge) {
        guard decisionMakers <= decisionMakerLimit else {
            throw ModelTooLarge(.decisionMakers(decisionMakers, limit: decisionMakerLimit))
        }
    }

    /// A model whose moves are listed: for each decision maker, pairs of states.
    ///
    /// - Precondition: places are below `count`.
    /// - Throws: ``ModelTooLarge`` for too many decision makers.
    ///
    /// Moves from a state to itself, and second mentions of a move, are dropped.
    public init(
        count: Int, patterns: [UInt64] = [], moves: [[(from: Int, to: Int)]]
    ) throws(ModelTooLarge) {
        precondition(patterns.isEmpty || patterns.count == count)
        try Self.check(decisionMakers: moves.count)
        decisionMakers = moves.count
        self.patterns = patterns
        self.count = count
        self.moves = .lists(MoveLists(count: count, moves: moves))
    }

    /// The states to which a decision maker can go from one, ascending.
    ///
    /// Complexity: linear in their number; where moves are flips, in 2 to the number of its options.
    public func successors(of state: Int, by mover: Int) -> [Int] {
        switch moves {
        case .flips(let cube): cube.successors(of: state, by: mover)
        case .lists(let lists): lists.successors(of: state, by: mover).map(Int.init)
        }
    }

    /// The model in which some states count as one each: its moves are the union of its members', without those within it.
    ///
    /// - Parameters:
    ///   - classes: for each state the place of its new state; places are 0 to `count - 1`, each used.
    ///   - count: how many states there are then.
    ///   - patterns: the pattern of each new state; empty where they have none.
    /// - Throws: ``ModelTooLarge``.
    public func coalesced(_ classes: [Int], count: Int, patterns: [UInt64] = []) throws(ModelTooLarge)
        -> StateGraph
    {
        precondition(classes.count == self.count)
        var lists = [[(from: Int, to: Int)]](repeating: [], count: decisionMakers)
        var total = 0
        for mover in 0..<decisionMakers {
            for state in 0..<self.count {
                for next in successors(of: state, by: mover) where classes[state] != classes[next] {
                    lists[mover].append((classes[state], classes[next]))
                    total += 1
                    if total > Self.listLimit {
                        throw ModelTooLarge(.moves(atLeast: total, limit: Self.listLimit))
                    }
                }
            }
        }
        return try StateGraph(count: count, patterns: patterns, moves: lists)
    }
}

/// A model that has more states or moves than can be analysed.
public struct ModelTooLarge: Error, Hashable, Sendable {
    /// What there is too much of.
    public enum Excess: Hashable, Sendable {
        /// States: how many at least, and how many may be.
        case states(atLeast: Int, limit: Int)
        /// Moves that have to be listed: how many at least, and how many may be.
        case moves(atLeast: Int, limit: Int)
        /// Decision makers.
        case decisionMakers(Int, limit: Int)
        /// States of a model with preferences that can only be compared pair by pair.
        case pairwiseStates(Int, limit: Int)
    }

    /// What there is too much of.
    public var excess: Excess

    /// A model that is too large.
    public init(_ excess: Excess) { self.excess = excess }
}

extension StateGraph {
    /// All feasible patterns, ascending.
    private static func feasible(
        _ bits: Int, _ infeasible: [StatePattern], _ isFeasible: (UInt64) -> Bool
    ) throws(ModelTooLarge) -> [UInt64] {
        guard bits > 24 else {
            return (0..<(UInt64(1) << UInt64(bits))).filter { state in
                !infeasible.contains { $0.fits(state) } && isFeasible(state)
            }
        }
        // From the highest option down, so that patterns come out ascending; what a prefix breaks already is cut.
        var found: [UInt64] = []
        var visited = 0
        var stack: [(state: UInt64, decided: Int)] = [(0, bits)]
        while let (state, decided) = stack.popLast() {
            visited += 1
            if visited > 64 * wideLimit || found.count > wideLimit {
                throw ModelTooLarge(.states(atLeast: wideLimit, limit: wideLimit))
            }
            let undecided = (UInt64(1) << UInt64(decided)) - 1
            if infeasible.contains(where: { $0.stated & undecided == 0 && $0.fits(state) }) { continue }
            if decided == 0 {
                if isFeasible(state) { found.append(state) }
                continue
            }
            let bit = UInt64(1) << UInt64(decided - 1)
            stack.append((state | bit, decided - 1))
            stack.append((state, decided - 1))
        }
        return found
    }

    /// The most states of a model with more than 24 options.
    public static let wideLimit = 1_000_000
}
