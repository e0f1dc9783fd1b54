import Negotiation

/// The model of who could do what.
extension Form {
    /// The model's file.
    ///
    /// - Parameter hasVersion: Whether the version of the format stands in it.
    static func model(_ model: ConflictModel, hasVersion: Bool = true) -> Form {
        let count = model.options.count
        var keys = FormBuilder()
        if hasVersion { keys.add("parley", .word(Parsing.version)) }
        keys.add("title", text: model.title)
        keys.add("text", text: model.text)
        keys.add("basis", model.basis.map { .word($0.rawValue) })
        keys.add(sources: model.sources, seenBy: model.seenBy)
        keys.add("decision-makers", .list(model.decisionMakers.map { decisionMaker($0) }, isOpen: true))
        keys.add("infeasible", list: model.infeasible.map { infeasibility($0, count) }, isOpen: true)
        keys.add("states", list: model.states.map { state($0, count) }, isOpen: true)
        keys.add("coalesced", list: model.coalesced.map { state($0, count) }, isOpen: true)
        keys.add("moves", model.moves.map { moves($0) })
        keys.add("status-quo", model.statusQuo.map { name($0) })
        keys.add("in-question", names: model.inQuestion)
        let order = NameOrder((model.states + model.coalesced).map(\.id))
        let preferences = NameOrder(model.decisionMakers.map(\.party)).sorted(model.preferences).map {
            ($0.key.rawValue, statePreferences($0.value, order, options: count))
        }
        if !preferences.isEmpty { keys.add("preferences", .mapping(preferences, isOpen: true)) }
        return keys.mapping(isOpen: true)
    }

    private static func decisionMaker(_ maker: DecisionMaker) -> Form {
        var keys = FormBuilder()
        keys.add("party", name(maker.party))
        keys.add("name", text: maker.name)
        keys.add("options", list: maker.options.map { modelOption($0) }, isOpen: true)
        return keys.mapping()
    }

    private static func modelOption(_ option: ModelOption) -> Form {
        var keys = FormBuilder()
        keys.add("title", text: option.title)
        keys.add("text", text: option.text)
        if option.direction != .both { keys.add("direction", .word(option.direction.rawValue)) }
        if option.isProposed { keys.add("proposed", .word("true")) }
        return keys.entries.isEmpty ? name(option.id) : .mapping([("id", name(option.id))] + keys.entries)
    }

    private static func state(_ state: NamedState, _ options: Int) -> Form {
        var keys = FormBuilder()
        keys.add("id", name(state.id))
        keys.add("title", text: state.title)
        keys.add("pattern", state.pattern.map { .text($0.letters(options)) })
        return keys.mapping()
    }

    private static func infeasibility(_ item: Infeasibility, _ options: Int) -> Form {
        if item == Infeasibility(.unlisted) { return .word("unlisted") }
        func list(_ ids: [ModelOptionID]) -> Form { .list(ids.map { name($0) }) }
        var keys = FormBuilder()
        switch item.form {
        case .pattern(let pattern): keys.add("pattern", .text(pattern.letters(options)))
        case .exclusive(let ids): keys.add("exclusive", list(ids))
        case .atLeastOne(let ids): keys.add("at-least-one", list(ids))
        case .neverTogether(let ids): keys.add("never-together", list(ids))
        case .unlisted: keys.add("unlisted", .word("true"))
        case .onlyIf(let id, let statement):
            keys.add("option", name(id))
            keys.add("only-if", .text(statement.text(options: options)))
        }
        keys.add("kind", item.kind.map { .word($0.rawValue) })
        keys.add("because", text: item.because)
        keys.add(sources: item.sources)
        return keys.mapping()
    }

    /// The moves by decision maker, in the order in which each first moves.
    private static func moves(_ moves: [StateMove]) -> Form {
        var order: [PartyID] = []
        var lists: [PartyID: [Form]] = [:]
        for move in moves {
            if lists[move.by] == nil { order.append(move.by) }
            lists[move.by, default: []].append(.list([name(move.from), name(move.to)]))
        }
        return .mapping(order.map { ($0.rawValue, .list(lists[$0] ?? [])) })
    }

    /// What a decision maker prefers.
    static func statePreferences(
        _ preferences: StatePreferences, _ order: NameOrder<NamedState>, options: Int
    ) -> Form {
        var keys = FormBuilder()
        switch preferences.form {
        case .ranking(let ranks): keys.add("ranking", groups(ranks))
        case .rankings(let chains): keys.add("rankings", .list(chains.map { groups($0) }))
        case .statements(let statements):
            keys.add("statements", .list(statements.map { .text($0.text(options: options)) }))
        case .numbers(let numbers):
            keys.add(
                "numbers", .mapping(order.sorted(numbers).map { ($0.key.rawValue, amount($0.value)) }))
        case .points(let points):
            let sorted = points.sorted { $0.key < $1.key }
            keys.add("points", .mapping(sorted.map { ($0.key.rawValue, amount($0.value)) }))
        }
        keys.add(
            "unknown", list: preferences.unknown.map { .list([name($0.first), name($0.second)]) })
        keys.add("held-by", names: preferences.heldBy)
        return keys.mapping()
    }
}

extension StateStatement {
    /// The statement as it stands in a file, with no more parentheses than are needed to read the same back.
    func text(options: Int) -> String { text(options, within: .equivalence) }

    /// How tightly a part binds, loosest first.
    private enum Binding: Int {
        case equivalence, condition, alternatives, conjunction, negation
    }

    private func text(_ options: Int, within least: Binding) -> String {
        let (text, binding): (String, Binding)
        switch self {
        case .option(let id): return id.rawValue
        case .pattern(let pattern): return pattern.letters(options)
        case .not(let part): (text, binding) = ("NOT " + part.text(options, within: .negation), .negation)
        case .and(let parts):
            text = parts.map { $0.text(options, within: .negation) }.joined(separator: " AND ")
            binding = .conjunction
        case .or(let parts):
            text = parts.map { $0.text(options, within: .conjunction) }.joined(separator: " OR ")
            binding = .alternatives
        case .if(let left, let right):
            text =
                left.text(options, within: .alternatives) + " IF "
                + right.text(options, within: .alternatives)
            binding = .condition
        case .iff(let left, let right):
            text = left.text(options, within: .condition) + " IFF " + right.text(options, within: .condition)
            binding = .equivalence
        }
        return binding.rawValue < least.rawValue ? "(\(text))" : text
    }
}
