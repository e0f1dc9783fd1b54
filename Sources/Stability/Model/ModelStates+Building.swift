import Negotiation

extension ModelStates {
    static func build(
        _ model: ConflictModel, _ options: [ModelOptionID: Int], _ forbidden: UInt64
    ) throws(ModelError) -> (StateGraph, StateNames) {
        guard !model.decisionMakers.isEmpty else { throw .noDecisionMaker }
        do {
            if let moves = model.moves {
                return try listed(model, moves, Feasibility(model, options, forbidden))
            }
            return try inOptionForm(model, options, forbidden)
        } catch let error as ModelError {
            throw error
        } catch let error as ModelTooLarge {
            throw .tooLarge(error)
        } catch {
            preconditionFailure("only models that cannot be analysed are refused")
        }
    }

    private static func inOptionForm(
        _ model: ConflictModel, _ options: [ModelOptionID: Int], _ forbidden: UInt64
    ) throws -> (StateGraph, StateNames) {
        let count = model.options.count
        let layout = OptionLayout(
            decisionMakers: model.decisionMakers.count,
            owners: model.decisionMakers.enumerated().flatMap { place, maker in
                maker.options.map { _ in place }
            },
            directions: model.options.map(\.direction))
        let full = count == 0 ? 0 : UInt64.max >> UInt64(64 - count)
        for state in model.states where (state.pattern?.stated ?? 0) != full {
            throw ModelError.openState(state.id)
        }
        let test = Feasibility(model, options, forbidden)
        let graph: StateGraph
        if test.onlyListed, model.coalesced.isEmpty {
            var seen: Set<UInt64> = []
            let states = model.states.compactMap(\.pattern?.taken)
                .filter { test.allows($0) && seen.insert($0).inserted }
            graph = try StateGraph(options: layout, states: states)
        } else if test.onlyListed {
            // What is listed is what has a name, of its own or of its kind.
            var states = Set(model.states.compactMap(\.pattern?.taken))
            for kind in model.coalesced {
                guard let found = kind.pattern?.states(of: count, openLimit: 20) else {
                    throw ModelTooLarge(.states(atLeast: 1 << 20, limit: StateGraph.wideLimit))
                }
                states.formUnion(found)
            }
            graph = try StateGraph(options: layout, states: states.filter(test.allows).sorted())
        } else {
            graph = try StateGraph(options: layout, infeasible: test.patterns) { test.meetsStatements($0) }
        }
        guard graph.count > 0 else { throw ModelError.noState }
        let named = Dictionary(
            model.states.map { ($0.pattern?.taken ?? 0, $0.id) }, uniquingKeysWith: { first, _ in first })
        guard !model.coalesced.isEmpty else {
            var names = StateNames(letters: count)
            if test.onlyListed { names.index(graph.patterns) }
            for state in model.states {
                guard let pattern = state.pattern?.taken, let place = names.place(of: pattern, in: graph)
                else { continue }
                names.add(state.id, at: place)
            }
            return (graph, names)
        }
        var members: [[UInt64]] = []
        var titles: [StateID?] = []
        var kinds: [StateID: Int] = [:]
        for state in graph.patterns {
            let kind = model.coalesced.first { $0.pattern?.fits(state) ?? false }
            if let kind, let place = kinds[kind.id] {
                members[place].append(state)
                continue
            }
            if let kind { kinds[kind.id] = members.count }
            titles.append(kind?.id ?? named[state])
            members.append([state])
        }
        // In the order of the file, then those without a name.
        let listed = Dictionary(
            (model.states + model.coalesced).enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let order = members.indices.sorted { left, right in
            let places = [left, right].map { titles[$0].flatMap { listed[$0] } ?? Int.max }
            return places[0] == places[1] ? members[left][0] < members[right][0] : places[0] < places[1]
        }
        var names = StateNames(letters: count)
        names.index([])
        var classes: [UInt64: Int] = [:]
        for (place, old) in order.enumerated() {
            if let title = titles[old] { names.add(title, at: place) }
            for state in members[old] {
                classes[state] = place
                names.index(state, at: place)
                if let name = named[state] { names.add(name, at: place) }
            }
        }
        names.members = order.map { members[$0] }
        let merged = try graph.coalesced(
            graph.patterns.map { classes[$0] ?? 0 }, count: order.count,
            patterns: order.map { members[$0][0] })
        return (merged, names)
    }

    private static func listed(
        _ model: ConflictModel, _ moves: [StateMove], _ test: Feasibility
    ) throws -> (StateGraph, StateNames) {
        let count = model.options.count
        var names = StateNames(letters: count)
        names.index([])
        var patterns: [UInt64] = []
        var members: [[UInt64]] = []
        func add(_ state: NamedState) {
            let isWhole = state.pattern.map { $0.stated.nonzeroBitCount == count } ?? false
            if let pattern = state.pattern,
                isWhole ? !test.allows(pattern.taken) : pattern.taken & test.absent != 0
            {
                return
            }
            guard names.place(of: state.id) == nil else { return }
            names.add(state.id, at: patterns.count)
            if let pattern = state.pattern, isWhole { names.index(pattern.taken, at: patterns.count) }
            patterns.append(state.pattern?.taken ?? 0)
            members.append(state.pattern?.states(of: count, openLimit: 12) ?? [])
        }
        for state in model.states + model.coalesced { add(state) }
        for id in moves.flatMap({ [$0.from, $0.to] }) where names.place(of: id) == nil {
            if let pattern = names.pattern(id) { add(NamedState(id: id, pattern: pattern)) }
        }
        guard !patterns.isEmpty else { throw ModelError.noState }
        let makers = Dictionary(
            model.decisionMakers.enumerated().map { ($1.party, $0) }, uniquingKeysWith: { first, _ in first })
        var lists = [[(from: Int, to: Int)]](repeating: [], count: model.decisionMakers.count)
        for move in moves {
            guard let maker = makers[move.by], let from = names.place(of: move.from),
                let to = names.place(of: move.to)
            else {
                continue
            }
            lists[maker].append((from, to))
        }
        if members.contains(where: { $0.count != 1 }) { names.members = members }
        let graph = try StateGraph(count: patterns.count, patterns: count > 0 ? patterns : [], moves: lists)
        return (graph, names)
    }
}

extension StatePattern {
    /// The states that fit, for so many options; nil where more options than that are open.
    fileprivate func states(of count: Int, openLimit: Int) -> [UInt64]? {
        let open = (0..<count).filter { stated >> UInt64($0) & 1 == 0 }
        guard open.count <= openLimit else { return nil }
        return (0..<(1 << open.count)).map { choice in
            open.enumerated().reduce(taken) {
                choice >> $1.offset & 1 == 1 ? $0 | 1 << UInt64($1.element) : $0
            }
        }
    }
}
