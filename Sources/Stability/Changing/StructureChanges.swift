public import Negotiation

/// A change in what can be done, rather than in what anybody prefers.
public enum StructureChange: Hashable, Sendable {
    /// A proposed option is added.
    case add(ModelOptionID)
    /// An option goes one way only from now on.
    case oneWay(ModelOptionID, ModelOption.Direction)
    /// In a model whose moves are listed: there is no way back from one state to another.
    case noReturn(by: PartyID, from: StateID, to: StateID)
    /// A state cannot come about.
    case forbid(StateID)
}

/// The changes in structure, one or two at a time, after which nobody gains by leaving a state.
public struct StructureChanges: Hashable, Sendable {
    /// The changes, single ones first, then pairs of which neither change suffices by itself.
    public var found: [[StructureChange]]
    /// How many single changes were tried, of how many.
    public var singles: (tried: Int, total: Int) { (triedSingles, totalSingles) }
    /// How many pairs were tried, of how many.
    public var pairs: (tried: Int, total: Int) { (triedPairs, totalPairs) }
    /// Whether all were tried.
    public var isComplete: Bool { triedSingles == totalSingles && triedPairs == totalPairs }
    private var triedSingles = 0
    private var totalSingles = 0
    private var triedPairs = 0
    private var totalPairs = 0

    init() { found = [] }

    mutating func note(singles: Int, of total: Int) { (triedSingles, totalSingles) = (singles, total) }
    mutating func note(pairs: Int, of total: Int) { (triedPairs, totalPairs) = (pairs, total) }
}

extension ModelStates {
    /// Which changes in structure would keep a state: singly, then in pairs.
    ///
    /// Tried are proposed options, options that can go both ways made to go one way (or listed moves without their way back), and states
    /// forbidden, but for the state itself and where things stand. States that nobody can reach in the course of leaving the state are
    /// not forbidden, since that changes nothing.
    ///
    /// - Parameters:
    ///   - state: its name.
    ///   - preferences: what each decision maker prefers, by its party, also among states with proposed options.
    ///   - budget: how many changed models may be built; nil: up to 4,000, fewer where the model is large, none above 16,384 states.
    /// - Throws: ``ModelError``.
    ///
    /// Where preferences among new states are not known, the state has to be kept for sure. Complexity: a model for each change and pair.
    public func changes(
        toKeep state: StateID, _ concept: Concept, preferences: [PartyID: StatePreferences],
        budget: Int? = nil
    ) throws(ModelError) -> StructureChanges {
        guard place(of: state) != nil else { throw .unknownState(state) }
        let candidates = structureCandidates(toKeep: state, concept)
        let budget = budget ?? (graph.count > 1 << 14 ? 0 : max(200, min(4_000, 2_000_000 / graph.count)))
        var result = StructureChanges()
        var built = 0
        var sufficient: Set<Int> = []
        var effective = 0
        for (place, change) in candidates.enumerated() where built < budget {
            built += 1
            effective += 1
            if isKept(state, concept, [change], preferences) {
                sufficient.insert(place)
                result.found.append([change])
            }
        }
        result.note(singles: effective, of: candidates.count)
        let rest = candidates.indices.filter { !sufficient.contains($0) }
        var tried = 0
        search: for (place, first) in rest.enumerated() {
            for second in rest[(place + 1)...] {
                if built >= budget { break search }
                built += 1
                tried += 1
                let pair = [candidates[first], candidates[second]]
                if isKept(state, concept, pair, preferences) { result.found.append(pair) }
            }
        }
        result.note(pairs: tried, of: rest.count * (rest.count - 1) / 2)
        return result
    }

    private func structureCandidates(toKeep state: StateID, _ concept: Concept) -> [StructureChange] {
        let proposed = model.options.filter {
            $0.isProposed && !scope.added.contains($0.id) && !scope.removed.contains($0.id)
        }
        var changes: [StructureChange] = proposed.map { .add($0.id) }
        if let moves = model.moves {
            let known = Set(moves)
            for move in moves where known.contains(StateMove(by: move.by, from: move.to, to: move.from)) {
                changes.append(.noReturn(by: move.by, from: move.to, to: move.from))
            }
        } else {
            let there = Self.forbidden(model, scope, options)
            for (place, option) in model.options.enumerated()
            where option.direction == .both && there >> UInt64(place) & 1 == 0 {
                changes += [.oneWay(option.id, .forth), .oneWay(option.id, .back)]
            }
        }
        guard let start = place(of: state) else { return changes }
        let now = model.statusQuo.flatMap(place(of:))
        // What can come about once somebody has left: its moves, and everybody's after that.
        let reach = Reach(in: graph, from: start, by: Array(0..<graph.decisionMakers)) { _, _, _ in true }
        return changes
            + reach.states.sorted().filter { $0 != start && $0 != now }.map { .forbid(label(of: $0)) }
    }

    /// Whether a state is an equilibrium of the changed model, for sure.
    private func isKept(
        _ state: StateID, _ concept: Concept, _ changes: [StructureChange],
        _ preferences: [PartyID: StatePreferences]
    ) -> Bool {
        var model = model
        var scope = scope
        for change in changes { change.apply(to: &model, &scope) }
        guard let changed = try? ModelStates(model, scope), let place = changed.place(of: state) else {
            return false
        }
        var stated: [StatePreference] = []
        for maker in model.decisionMakers {
            guard let preference = try? changed.preference(preferences[maker.party]) else { return false }
            stated.append(preference)
        }
        let game = GraphModel(changed.graph, stated)
        return (0..<changed.graph.decisionMakers).allSatisfy {
            LocalGame(game, seenBy: $0, .surely).isStable(place, concept)
        }
    }
}

extension StructureChange {
    fileprivate func apply(to model: inout ConflictModel, _ scope: inout ModelStates.Scope) {
        switch self {
        case .add(let id): scope.added.insert(id)
        case .oneWay(let id, let direction):
            for maker in model.decisionMakers.indices {
                for option in model.decisionMakers[maker].options.indices
                where model.decisionMakers[maker].options[option].id == id {
                    model.decisionMakers[maker].options[option].direction = direction
                }
            }
        case .noReturn(let by, let from, let to):
            model.moves?.removeAll { $0 == StateMove(by: by, from: from, to: to) }
        case .forbid(let state):
            if model.moves != nil {
                model.states.removeAll { $0.id == state }
                model.coalesced.removeAll { $0.id == state }
                model.moves?.removeAll { $0.from == state || $0.to == state }
            } else if let kind = model.coalesced.first(where: { $0.id == state }) {
                if let pattern = kind.pattern { model.infeasible.append(Infeasibility(.pattern(pattern))) }
            } else if let pattern = model.states.first(where: { $0.id == state })?.pattern
                ?? StatePattern(state.rawValue)
            {
                model.infeasible.append(Infeasibility(.pattern(pattern)))
            }
        }
    }
}
