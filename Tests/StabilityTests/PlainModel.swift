import Negotiation
import Stability

/// A graph model as lists, and what is stable in it by the definitions read aloud: slow, and plain to see.
struct PlainModel {
    var count: Int
    /// By decision maker and state: where it can go.
    var moves: [[Set<Int>]]
    /// By decision maker and state: its level; more is better.
    var levels: [[Int]]

    var movers: Range<Int> { moves.indices }

    /// The states that some decision makers reach from one by legal sequences of at least one move: nobody moves twice in a row.
    func reached(from start: Int, by group: [Int], improving: Bool) -> Set<Int> {
        struct Node: Hashable {
            var state: Int
            var last: Int
        }
        var found: Set<Node> = []
        var waiting = [Node(state: start, last: -1)]
        while let node = waiting.popLast() {
            for mover in group where mover != node.last {
                for next in moves[mover][node.state]
                where !improving || levels[mover][next] > levels[mover][node.state] {
                    if found.insert(Node(state: next, last: mover)).inserted {
                        waiting.append(Node(state: next, last: mover))
                    }
                }
            }
        }
        return Set(found.map(\.state))
    }

    func improvements(_ mover: Int, from state: Int) -> [Int] {
        moves[mover][state].filter { levels[mover][$0] > levels[mover][state] }
    }

    func isStable(_ state: Int, for mover: Int, _ concept: Concept) -> Bool {
        let own = levels[mover]
        let others = movers.filter { $0 != mover }
        return improvements(mover, from: state).allSatisfy { improvement in
            guard concept != .nash else { return false }
            let credible = concept == .seq || concept == .sseq
            let symmetric = concept == .smr || concept == .sseq
            return reached(from: improvement, by: others, improving: credible).contains { end in
                own[end] <= own[state]
                    && (!symmetric || moves[mover][end].allSatisfy { own[$0] <= own[state] })
            }
        }
    }

    func stable(for mover: Int, _ concept: Concept) -> [Int] {
        (0..<count).filter { isStable($0, for: mover, concept) }
    }

    var graph: StateGraph {
        get throws {
            try StateGraph(
                count: count,
                moves: moves.map { rows in rows.enumerated().flatMap { from, ends in ends.map { (from, $0) } }
                })
        }
    }

    var preferences: [StatePreference] { levels.map { .levels($0.map(Int32.init)) } }
}

/// A random model: in option form with one-way options and infeasible states, or with moves of its own.
struct RandomModel {
    var plain: PlainModel
    /// The options and feasible states; nil where moves stand for themselves.
    var options: OptionLayout?
    var states: [UInt64] = []

    init(seed: UInt64, largest: Int = 6) {
        var random = SplitMix64(seed: seed)
        let movers = Int.random(in: 2...4, using: &random)
        let isOptionForm = Int.random(in: 0..<3, using: &random) > 0
        let count: Int
        var moves: [[Set<Int>]]
        if isOptionForm {
            let bits = Int.random(in: movers...max(movers, largest), using: &random)
            let oneWay = Int.random(in: 0...2, using: &random)
            let layout = OptionLayout(
                decisionMakers: movers,
                owners: (0..<bits).map { $0 < movers ? $0 : Int.random(in: 0..<movers, using: &random) }
                    .shuffled(using: &random),
                directions: (0..<bits).map { _ in
                    Int.random(in: 0..<3, using: &random) < oneWay
                        ? [.forth, .back][Int.random(in: 0..<2, using: &random)] : .both
                })
            let infeasible = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                StatePattern(
                    taken: UInt64.random(in: 0..<(1 << UInt64(bits)), using: &random),
                    stated: (0..<3).reduce(0) { mask, _ in
                        mask | 1 << UInt64.random(in: 0..<UInt64(bits), using: &random)
                    })
            }
            let all = (0..<(UInt64(1) << UInt64(bits))).filter { state in
                !infeasible.contains { $0.fits(state) }
            }
            let states = all.isEmpty ? [0] : all
            self.states = states
            options = layout
            count = states.count
            moves = (0..<movers).map { mover in
                states.map { from in
                    Set(
                        states.indices.filter { place in
                            let to = states[place]
                            let change = from ^ to
                            return change != 0
                                && (0..<bits).allSatisfy { option in
                                    guard change >> UInt64(option) & 1 == 1 else { return true }
                                    guard layout.owners[option] == mover else { return false }
                                    let isTaken = from >> UInt64(option) & 1 == 1
                                    return switch layout.directions[option] {
                                    case .both: true
                                    case .forth: !isTaken
                                    case .back: isTaken
                                    }
                                }
                        })
                }
            }
        } else {
            count = Int.random(in: 2...12, using: &random)
            let odds = Int.random(in: 2...6, using: &random)
            moves = (0..<movers).map { _ in
                (0..<count).map { from in
                    Set((0..<count).filter { $0 != from && Int.random(in: 0..<odds, using: &random) == 0 })
                }
            }
        }
        // From hardly any tie to hardly anything else.
        let spread = [count * 3, count, 4][Int.random(in: 0..<3, using: &random)]
        let levels = (0..<movers).map { _ in
            (0..<count).map { _ in Int.random(in: 0..<max(1, spread), using: &random) }
        }
        plain = PlainModel(count: count, moves: moves, levels: levels)
    }
}
