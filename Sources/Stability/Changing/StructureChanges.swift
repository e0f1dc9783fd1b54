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
    /// Whether nothing needs to change; then nothing was tried.
    public internal(set) var isKeptAlready = false
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
    ///   - concept: in which sense.
    ///   - preferences: what each decision maker prefers, by its party, also among states with proposed options.
    ///   - views: what decision makers think that others prefer, by who thinks so.
    ///   - budget: how many changed models may be built; nil: up to 4,000, fewer where the model is large.
    /// - Throws: ``ModelError``.
    ///
    /// Where preferences among new states are not known, the state has to be kept for sure. Complexity: a model for each change and pair.
    public func changes(
        toKeep state: StateID, _ concept: Concept, preferences: [PartyID: StatePreferences],
        views: [PartyID: [PartyID: StatePreferences]] = [:], budget: Int? = nil
    ) throws(ModelError) -> StructureChanges {
        guard let start = place(of: state) else { throw .unknownState(state) }
        let named = label(of: start)
        let model = self.model.namingMoves { self.place(of: $0).map(label) ?? $0 }
        let trial = StructureTrial(
            model: model, scope: scope, state: named, concept: concept, preferences: preferences, views: views
        )
        var result = StructureChanges()
        result.isKeptAlready = trial.isKept([])
        guard !result.isKeptAlready else { return result }
        let patterns = model.moves == nil && model.options.count <= 24 ? 1 << model.options.count : 0
        let budget = budget ?? min(4_000, 40_000_000 / max(10_000, graph.count, patterns))
        let candidates = structureCandidates(model, from: start, looksAround: budget > 0)
        var built = 0
        var sufficient: Set<Int> = []
        for (place, change) in candidates.enumerated() where built < budget {
            built += 1
            if trial.isKept([change]) {
                sufficient.insert(place)
                result.found.append([change])
            }
        }
        result.note(singles: built, of: candidates.count)
        let rest = candidates.indices.filter { !sufficient.contains($0) }
        var tried = 0
        search: for (place, first) in rest.enumerated() {
            for second in rest[(place + 1)...] {
                if built >= budget { break search }
                built += 1
                tried += 1
                let pair = [candidates[first], candidates[second]]
                if trial.isKept(pair) { result.found.append(pair) }
            }
        }
        result.note(pairs: tried, of: rest.count * (rest.count - 1) / 2)
        return result
    }

    private func structureCandidates(
        _ model: ConflictModel, from start: Int, looksAround: Bool
    ) -> [StructureChange] {
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
            let absent = Self.forbidden(model, scope)
            for (place, option) in model.options.enumerated()
            where option.direction == .both && absent >> UInt64(place) & 1 == 0 {
                changes += [.oneWay(option.id, .forth), .oneWay(option.id, .back)]
            }
        }
        let now = model.statusQuo.flatMap(place(of:))
        // What can come about once somebody has left: its moves, and everybody's after that.
        let reached =
            looksAround
            ? Reach(in: graph, from: start, by: Array(0..<graph.decisionMakers)) { _, _, _ in true }.states
                .sorted()
            : Array(0..<graph.count)
        return changes + reached.filter { $0 != start && $0 != now }.map { .forbid(label(of: $0)) }
    }
}

/// One state of a model that is changed and judged anew.
private struct StructureTrial {
    let model: ConflictModel
    let scope: ModelStates.Scope
    let state: StateID
    let concept: Concept
    let preferences: [PartyID: StatePreferences]
    let views: [PartyID: [PartyID: StatePreferences]]

    /// Whether the state is an equilibrium of the changed model, for sure.
    func isKept(_ changes: [StructureChange]) -> Bool {
        var (model, scope) = (model, scope)
        for change in changes { change.apply(to: &model, &scope) }
        guard let changed = try? ModelStates(model, scope), let place = changed.place(of: state),
            let game = try? changed.game(preferences, views: views)
        else { return false }
        return (0..<changed.graph.decisionMakers).allSatisfy {
            LocalGame(game, seenBy: $0, .surely).isStable(place, concept)
        }
    }
}

extension ConflictModel {
    /// The same with the states of its moves called otherwise.
    fileprivate func namingMoves(_ name: (StateID) -> StateID) -> ConflictModel {
        var result = self
        result.moves = moves?.map { StateMove(by: $0.by, from: name($0.from), to: name($0.to)) }
        return result
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
