public import Negotiation

/// The states of a `ConflictModel` by name, and the moves between them.
public struct ModelStates: Sendable {
    /// Which options an analysis adds to those that are there, and which it takes away.
    public struct Scope: Hashable, Sendable {
        /// Proposed options that are added.
        public var added: Set<ModelOptionID>
        /// Options that nobody can take.
        public var removed: Set<ModelOptionID>

        /// A scope.
        public init(added: Set<ModelOptionID> = [], removed: Set<ModelOptionID> = []) {
            self.added = added
            self.removed = removed
        }
    }

    /// The words of the model.
    public let model: ConflictModel
    /// What is added and taken away.
    public let scope: Scope
    /// The states and moves.
    public let graph: StateGraph
    let names: StateNames
    let options: [ModelOptionID: Int]

    /// The states of a model.
    ///
    /// - Throws: ``ModelError``.
    ///
    /// Where the model lists its moves, the states are those that it names; else all feasible ones, with names of their own or their letters.
    public init(_ model: ConflictModel, _ scope: Scope = Scope()) throws(ModelError) {
        self.model = model
        self.scope = scope
        options = Dictionary(
            model.options.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard model.options.count <= ConflictModel.optionLimit else {
            throw .tooManyOptions(model.options.count)
        }
        (graph, names) = try Self.build(model, options, Self.forbidden(model, scope))
    }

    /// The name of a state: its own, or its letters.
    public func label(of place: Int) -> StateID { names.name(of: place, in: graph) }

    /// The place of a state by its name or its letters; nil where there is none.
    ///
    /// Complexity: logarithmic in the states.
    public func place(of state: StateID) -> Int? { names.place(of: state, in: graph) }

    /// The title of a state, where it has one.
    public func title(of place: Int) -> Text? {
        let label = label(of: place)
        return (model.states + model.coalesced).first { $0.id == label }?.title
    }

    /// The options taken in a state; of one that stands for several, those that its pattern states. nil where nothing is stated.
    public func taken(in place: Int) -> [ModelOption]? {
        guard !graph.patterns.isEmpty else { return nil }
        var pattern = graph.patterns[place]
        if names.members != nil {
            let label = label(of: place)
            if let kind = (model.states + model.coalesced).first(where: { $0.id == label }) {
                guard let stated = kind.pattern else { return nil }
                pattern = stated.taken
                if pattern == 0, stated.stated.nonzeroBitCount < model.options.count { return nil }
            }
        }
        return model.options.enumerated().filter { pattern >> UInt64($0.offset) & 1 == 1 }.map(\.element)
    }

    /// Whether a state is named in the model and cannot be, as an option was not added or was taken away, or it is not feasible.
    public func isNamedOnly(_ state: StateID) -> Bool {
        place(of: state) == nil && (model.states + model.coalesced).contains { $0.id == state }
    }

    /// The options that nobody has, as bits: taken away, or proposed and not added.
    static func forbidden(_ model: ConflictModel, _ scope: Scope) -> UInt64 {
        model.options.enumerated().reduce(0) { mask, item in
            let (place, option) = item
            let isThere = !option.isProposed || scope.added.contains(option.id)
            return isThere && !scope.removed.contains(option.id) ? mask : mask | 1 << UInt64(place)
        }
    }
}

/// Why a model cannot be analysed.
public enum ModelError: Error, Hashable, Sendable {
    /// It has more options than `ConflictModel.optionLimit`.
    case tooManyOptions(Int)
    /// It has more states or moves than can be analysed.
    case tooLarge(ModelTooLarge)
    /// No state is feasible.
    case noState
    /// It has no decision maker.
    case noDecisionMaker
    /// A named state leaves options open, and no moves are listed that would tell what it is.
    case openState(StateID)
    /// Rankings of one decision maker contradict each other about these states.
    case contradiction(StateID, StateID)
    /// Statements stand for preferences, and the states have no options of which they could be true.
    case statementsWithoutOptions
    /// There is no state of that name.
    case unknownState(StateID)
}
