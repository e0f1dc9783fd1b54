/// What can be wrong with preferences among the states of the model, and with what they name.
extension FaultSearch {
    /// Checks what `party` prefers.
    mutating func check(_ preferences: StatePreferences, of party: PartyID, at place: ItemPath) {
        guard let model else { return report(.noConflictModel, at: place) }
        // Where the model has too many options nothing in it can be named.
        guard model.optionCount <= ConflictModel.optionLimit else { return }
        if !model.decisionMakers.contains(party) {
            let owner = place.components.first == "sheets" ? place.outer?["party"] : nil
            decisionMaker(party, at: owner ?? place)
        }
        switch preferences.form {
        case .ranking(let groups): rank(groups, at: place["ranking"])
        case .rankings(let chains): for chain in chains { rank(chain, at: place["rankings"]) }
        case .statements(let statements):
            for (index, statement) in statements.enumerated() {
                check(statement, at: place["statements"][index])
            }
        case .numbers(let numbers):
            var seen: Set<ModelNames.Meaning> = []
            for id in numbers.keys.sorted() {
                let meaning = state(id, at: place["numbers"][id])
                if case .state? = meaning, let meaning, !seen.insert(meaning).inserted {
                    report(.listedTwice(.state, name: id.rawValue), at: place["numbers"][id])
                }
            }
        case .points(let points):
            for id in points.keys.sorted() { modelOption(id, at: place["points"][id]) }
        }
        for pair in preferences.unknown {
            state(pair.first, at: place["unknown"])
            state(pair.second, at: place["unknown"])
            if areOne(pair.first, pair.second) {
                report(.comparedWithItself(pair.first), at: place["unknown"])
            }
        }
        for id in preferences.heldBy { decisionMaker(id, at: place["held-by"]) }
        listedOnce(preferences.heldBy, .decisionMaker, at: place["held-by"])
    }

    private mutating func rank(_ groups: [[StateID]], at place: ItemPath) {
        var seen: Set<ModelNames.Meaning> = []
        for id in groups.joined() {
            let meaning = state(id, at: place)
            if case .state? = meaning, let meaning, !seen.insert(meaning).inserted {
                report(.repeated(.state, name: id.rawValue), at: place)
            }
        }
    }

    /// Whether two names stand for one state.
    func areOne(_ first: StateID, _ second: StateID) -> Bool {
        guard let model, case .state(let one) = model.meaning(of: first) else { return false }
        return model.meaning(of: second) == .state(one)
    }

    // MARK: Names

    /// Checks that the name stands for a state, and returns for what it does.
    @discardableResult mutating func state(_ id: StateID, at place: ItemPath) -> ModelNames.Meaning? {
        guard let model else { return nil }
        let meaning = model.meaning(of: id)
        switch meaning {
        case .state: break
        case .letters(let letters): report(.wrongLetters(letters, options: model.optionCount), at: place)
        case .nothing: unknown(.state, id, among: model.states, at: place)
        }
        return meaning
    }

    mutating func decisionMaker(_ id: PartyID, at place: ItemPath) {
        guard let model, !model.decisionMakers.contains(id) else { return }
        unknown(.decisionMaker, id, among: model.decisionMakers, at: place)
    }

    mutating func modelOption(_ id: ModelOptionID, at place: ItemPath) {
        guard let model, !model.options.contains(id) else { return }
        unknown(.modelOption, id, among: model.options, at: place)
    }

    mutating func check(_ statement: StateStatement, at place: ItemPath) {
        for id in statement.options { modelOption(id, at: place) }
        for pattern in statement.patterns { letters(pattern, at: place) }
    }

    /// A pattern that says something of more options than there are.
    mutating func letters(_ pattern: StatePattern, at place: ItemPath) {
        guard let model else { return }
        let needed = 64 - pattern.stated.leadingZeroBitCount
        guard needed > model.optionCount else { return }
        report(.wrongLetters(pattern.letters(needed), options: model.optionCount), at: place)
    }
}

extension StateStatement {
    /// The patterns in it, in the order in which they stand.
    fileprivate var patterns: [StatePattern] {
        switch self {
        case .option: []
        case .pattern(let pattern): [pattern]
        case .not(let part): part.patterns
        case .and(let parts), .or(let parts): parts.flatMap(\.patterns)
        case .if(let left, let right), .iff(let left, let right): left.patterns + right.patterns
        }
    }
}
