extension ConflictModel {
    /// Everything that makes a model wrong that stands alone, without a dossier around it; places begin with
    /// `stability`.
    ///
    /// - Parameter namesAreRaw: Whether decision makers and states may have names of any form, as in files of other
    ///   programs.
    ///
    /// Complexity: linear in the size of the model, times its kinds of states that count as one.
    public func faults(namesAreRaw: Bool = false) -> [Fault] {
        var search = FaultSearch(Dossier(stability: self))
        search.checkAlone(self, namesAreRaw: namesAreRaw)
        return search.faults
    }
}

/// What can be wrong with the model of who could do what.
extension FaultSearch {
    private static let root = ItemPath(["stability"])

    /// Checks a model that stands in a dossier.
    mutating func check(_ model: ConflictModel) {
        let list = Self.root["decision-makers"]
        for (place, maker) in model.decisionMakers.enumerated() {
            party(maker.party, at: list[place]["party"])
            if maker.name != nil { report(.nameInModel(maker.party), at: list[place]["name"]) }
        }
        for party in model.preferences.keys.sorted() {
            report(.preferencesInModel(party), at: Self.root["preferences"][party])
        }
        seen(by: model.seenBy, at: Self.root)
        checkParts(model, namesAreRaw: false)
    }

    fileprivate mutating func checkAlone(_ model: ConflictModel, namesAreRaw: Bool) {
        if !namesAreRaw {
            for (place, maker) in model.decisionMakers.enumerated()
            where !IdentifierGrammar.accepts(maker.party.rawValue) {
                report(
                    .malformedName(maker.party.rawValue),
                    at: Self.root["decision-makers"][place]["party"])
            }
        }
        checkParts(model, namesAreRaw: namesAreRaw)
        for (party, preferences) in model.preferences.sorted(by: { $0.key < $1.key }) {
            check(preferences, of: party, at: Self.root["preferences"][party])
        }
    }

    private mutating func checkParts(_ model: ConflictModel, namesAreRaw: Bool) {
        checkNames(model, namesAreRaw: namesAreRaw)
        cited(model.sources, at: Self.root)
        let options = model.options.count
        guard options <= ConflictModel.optionLimit else {
            let reason = Fault.Reason.tooMany(
                .modelOption, count: options, limit: ConflictModel.optionLimit)
            return report(reason, at: Self.root["decision-makers"])
        }
        checkStates(model)
        for (place, item) in model.infeasible.enumerated() {
            check(item, of: model, at: Self.root["infeasible"][place])
        }
        for move in model.moves ?? [] {
            let place = Self.root["moves"][move.by]
            decisionMaker(move.by, at: place)
            state(move.from, at: place)
            state(move.to, at: place)
            if areOne(move.from, move.to) { report(.moveToItself(move.from), at: place) }
        }
        if let statusQuo = model.statusQuo { state(statusQuo, at: Self.root["status-quo"]) }
        for id in model.inQuestion { state(id, at: Self.root["in-question"]) }
        listedOnce(model.inQuestion, .state, at: Self.root["in-question"])
    }

    // MARK: Names

    private mutating func checkNames(_ model: ConflictModel, namesAreRaw: Bool) {
        let list = Self.root["decision-makers"]
        if model.decisionMakers.isEmpty { report(.nothing(.decisionMaker), at: list) }
        var makers: Set<PartyID> = []
        var options: Set<ModelOptionID> = []
        let count = model.options.count
        for (place, maker) in model.decisionMakers.enumerated() {
            if !makers.insert(maker.party).inserted {
                report(.duplicate(.decisionMaker, name: maker.party.rawValue), at: list[place]["party"])
            }
            for option in maker.options {
                let place = list[place]["options"][option.id]
                if !IdentifierGrammar.accepts(option.id.rawValue) || option.id.isStatementWord {
                    report(.malformedName(option.id.rawValue), at: place)
                }
                // In a statement nobody could tell it from a pattern.
                if StatePattern(option.id.rawValue) != nil,
                    option.id.rawValue.utf8.count == count
                {
                    report(.lettersOfAnother(StateID(option.id.rawValue)), at: place)
                }
                if !options.insert(option.id).inserted {
                    report(.duplicate(.modelOption, name: option.id.rawValue), at: place)
                }
            }
        }
        if options.isEmpty, model.moves == nil, !makers.isEmpty { report(.nothing(.modelOption), at: list) }
        var states: Set<StateID> = []
        let named =
            model.states.map { ("states", $0.id) } + model.coalesced.map { ("coalesced", $0.id) }
        for (list, id) in named {
            let place = Self.root[list][id]
            if !namesAreRaw, !IdentifierGrammar.accepts(id.rawValue) {
                report(.malformedName(id.rawValue), at: place)
            }
            if !states.insert(id).inserted { report(.duplicate(.state, name: id.rawValue), at: place) }
        }
    }

    /// Checks that each named state is one state, and each state has one name.
    private mutating func checkStates(_ model: ConflictModel) {
        guard let names = self.model else { return }
        let all = ModelNames.allOptions(names.optionCount)
        var first: [UInt64: StateID] = [:]
        for state in model.states {
            let place = Self.root["states"][state.id]
            if let pattern = state.pattern { letters(pattern, at: place["pattern"]) }
            let whole = state.pattern.flatMap { $0.stated == all ? $0 : nil }
            if model.moves == nil, whole == nil { report(.stateOpen(state.id), at: place) }
            if names.isLetters(state.id), whole?.letters(names.optionCount) != state.id.rawValue.uppercased()
            {
                report(.lettersOfAnother(state.id), at: place)
            }
            guard model.moves == nil, let whole else { continue }
            if let other = first[whole.taken], other != state.id {
                report(.sameState(state.id, as: other), at: place)
            } else {
                first[whole.taken] = state.id
            }
        }
        for kind in model.coalesced {
            let place = Self.root["coalesced"][kind.id]
            if let pattern = kind.pattern {
                letters(pattern, at: place["pattern"])
            } else {
                report(.stateOpen(kind.id), at: place)
            }
            if names.isLetters(kind.id) { report(.lettersOfAnother(kind.id), at: place) }
        }
    }

    // MARK: What cannot be

    private mutating func check(_ item: Infeasibility, of model: ConflictModel, at place: ItemPath) {
        switch item.form {
        case .pattern(let pattern): letters(pattern, at: place["pattern"])
        case .exclusive(let ids): options(ids, at: place["exclusive"])
        case .atLeastOne(let ids): options(ids, at: place["at-least-one"])
        case .neverTogether(let ids): options(ids, at: place["never-together"])
        case .onlyIf(let id, let statement):
            modelOption(id, at: place["option"])
            check(statement, at: place["only-if"])
        case .unlisted:
            if model.states.isEmpty, model.coalesced.isEmpty { report(.nothing(.state), at: place) }
        }
        cited(item.sources, at: place)
    }

    private mutating func options(_ ids: [ModelOptionID], at place: ItemPath) {
        if ids.isEmpty { report(.nothing(.modelOption), at: place) }
        for id in ids { modelOption(id, at: place) }
        listedOnce(ids, .modelOption, at: place)
    }

    mutating func listedOnce<Subject>(
        _ ids: [Identifier<Subject>], _ subject: Fault.Subject, at place: ItemPath
    ) {
        var seen: Set<Identifier<Subject>> = []
        for id in ids where !seen.insert(id).inserted {
            report(.listedTwice(subject, name: id.rawValue), at: place)
        }
    }
}

extension ModelOptionID {
    /// Whether a statement would take the name for one of its own words.
    fileprivate var isStatementWord: Bool {
        ["and", "or", "if", "iff", "not"].contains(rawValue.lowercased())
    }
}
