import Negotiation

/// Models of who could do what, and what sheets say of their states.
extension RandomDossier {
    /// Adds a model to half of the dossiers, after everything else, so that the rest is what it was without.
    mutating func addStability(to dossier: inout Dossier) {
        guard random.once(in: 2) else { return }
        var model = model()
        let names = stateNames(of: model)
        model.statusQuo = maybe { $0.random.pick(names) }
        model.inQuestion = random.some(names)
        dossier.stability = model
        let makers = model.decisionMakers.map(\.party)
        for place in dossier.sheets.indices
        where makers.contains(dossier.sheets[place].party) && !random.once(in: 3) {
            dossier.sheets[place].states = preferences(in: model, names)
        }
    }

    private mutating func model() -> ConflictModel {
        var model = ConflictModel(
            title: maybe { $0.title() }, text: maybe { $0.text() },
            basis: maybe { $0.random.pick(Dossier.Basis.allCases) }, sources: citations(),
            seenBy: visibility())
        let makers = [random.pick(parties)] + random.some(parties)
        var number = 0
        for party in Set(makers).sorted().shuffled(using: &random) {
            var maker = DecisionMaker(party: party)
            for _ in 0..<count(1, 3) {
                number += 1
                maker.options.append(modelOption("step-\(number)"))
            }
            model.decisionMakers.append(maker)
        }
        let options = model.options.map(\.id)
        var taken: Set<UInt64> = []
        for index in 0..<count(0, 5) {
            let state = random.next() & ((1 << UInt64(options.count)) - 1)
            guard taken.insert(state).inserted else { continue }
            model.states.append(
                NamedState(
                    id: StateID("state-\(index)"), title: maybe { $0.title() },
                    pattern: StatePattern(taken: state, stated: ~0 >> UInt64(64 - options.count))))
        }
        model.coalesced = (0..<count(0, 1)).map { index in
            NamedState(
                id: StateID("kind-\(index)"), title: maybe { $0.title() }, pattern: pattern(options.count))
        }
        model.infeasible = (0..<count(0, 3)).map { _ in
            Infeasibility(
                infeasible(options, isNamed: !model.states.isEmpty),
                kind: maybe { $0.random.pick(Rule.Kind.allCases) }, because: maybe { $0.text() },
                sources: citations())
        }
        if random.once(in: 4), model.states.count > 1 { model.moves = moves(in: model) }
        return model
    }

    private mutating func modelOption(_ id: String) -> ModelOption {
        ModelOption(
            id: ModelOptionID(id), title: maybe { $0.title() }, text: maybe { $0.text() },
            direction: random.pick(ModelOption.Direction.allCases), isProposed: random.once(in: 4))
    }

    private mutating func pattern(_ options: Int) -> StatePattern {
        StatePattern(taken: random.next(), stated: random.next() & (~0 >> UInt64(64 - options)))
    }

    private mutating func infeasible(_ options: [ModelOptionID], isNamed: Bool) -> Infeasibility.Form {
        let some = [random.pick(options)]
        let more = some + random.some(options.filter { $0 != some[0] })
        switch count(0, 5) {
        case 0: return .pattern(pattern(options.count))
        case 1: return .exclusive(more)
        case 2: return .atLeastOne(more)
        case 3: return .neverTogether(more)
        case 4 where isNamed: return .unlisted
        default: return .onlyIf(some[0], statement(options))
        }
    }

    /// A statement as deep as chance has it, in the one structure in which it is read back.
    private mutating func statement(_ options: [ModelOptionID], depth: Int = 0) -> StateStatement {
        func part() -> StateStatement { statement(options, depth: depth + 1) }
        switch depth > 3 ? 0 : count(0, 8) {
        case 1: return .pattern(pattern(options.count))
        case 2, 3: return .not(part())
        case 4: return .and((0..<count(2, 3)).map { _ in part() })
        case 5: return .or((0..<count(2, 3)).map { _ in part() })
        case 6: return .if(part(), part())
        case 7: return .iff(part(), part())
        default: return .option(random.pick(options))
        }
    }

    /// Moves by decision maker, as a file has them.
    private mutating func moves(in model: ConflictModel) -> [StateMove] {
        let names = model.states.map(\.id)
        return model.decisionMakers.flatMap { maker in
            (0..<count(0, 3)).compactMap { _ in
                let (from, to) = (random.pick(names), random.pick(names))
                return from == to ? nil : StateMove(by: maker.party, from: from, to: to)
            }
        }
    }

    /// One name for each of some states: named ones, kinds, letters.
    private mutating func stateNames(of model: ConflictModel) -> [StateID] {
        var names = model.coalesced.map(\.id)
        var seen: Set<UInt64> = []
        for state in model.states {
            guard let pattern = state.pattern, seen.insert(pattern.taken).inserted else { continue }
            guard model.moves != nil || !model.coalesced.contains(where: { $0.pattern!.fits(pattern.taken) })
            else { continue }
            names.append(state.id)
        }
        let options = model.options.count
        for _ in 0..<4 {
            let letters = StatePattern(taken: random.next(), stated: ~0 >> UInt64(64 - options))
            guard seen.insert(letters.taken).inserted else { continue }
            guard model.moves != nil || !model.coalesced.contains(where: { $0.pattern!.fits(letters.taken) })
            else { continue }
            names.append(StateID(letters.letters(options)))
        }
        return names.shuffled(using: &random)
    }

    private mutating func preferences(in model: ConflictModel, _ names: [StateID]) -> StatePreferences {
        let options = model.options.map(\.id)
        let some = names.filter { _ in !random.once(in: 4) }
        let form: StatePreferences.Form
        switch count(0, 4) {
        case 0: form = .ranking(groups(some))
        case 1: form = .rankings((0..<count(0, 2)).map { _ in groups(random.some(names, atMost: 9)) })
        case 2: form = .statements((0..<count(0, 3)).map { _ in statement(options) })
        case 3:
            let named = random.some(model.options.map(\.id))
            form = .points(Dictionary(uniqueKeysWithValues: named.map { ($0, amount()) }))
        default: form = .numbers(Dictionary(uniqueKeysWithValues: some.map { ($0, amount()) }))
        }
        let pair = names.prefix(2).shuffled(using: &random)
        return StatePreferences(
            form, unknown: pair.count == 2 && random.once(in: 3) ? [StatePair(pair[0], pair[1])] : [],
            heldBy: random.some(model.decisionMakers.map(\.party)))
    }
}
