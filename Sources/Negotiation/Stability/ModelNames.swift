/// The names that a ``ConflictModel`` gives and what they mean, gathered once.
struct ModelNames {
    let decisionMakers: Set<PartyID>
    let options: Set<ModelOptionID>
    let optionCount: Int
    /// The names of states and of kinds of states.
    let states: Set<StateID>

    private let isGraph: Bool
    private let taken: [StateID: UInt64]
    private let names: [UInt64: StateID]
    private let kinds: [(id: StateID, pattern: StatePattern)]

    init(_ model: ConflictModel) {
        decisionMakers = Set(model.decisionMakers.map(\.party))
        options = Set(model.options.map(\.id))
        optionCount = model.options.count
        states = Set((model.states + model.coalesced).map(\.id))
        isGraph = model.moves != nil
        kinds = model.coalesced.compactMap { kind in kind.pattern.map { (kind.id, $0) } }
        let all = Self.allOptions(optionCount)
        let whole = model.states.compactMap { state -> (StateID, UInt64)? in
            guard let pattern = state.pattern, pattern.stated == all else { return nil }
            return (state.id, pattern.taken)
        }
        taken = Dictionary(whole) { first, _ in first }
        names = Dictionary(whole.map { ($1, $0) }) { first, _ in first }
    }

    /// A bit for each of so many options.
    static func allOptions(_ count: Int) -> UInt64 { count >= 64 ? .max : (1 << UInt64(count)) - 1 }

    /// What a name stands for.
    enum Meaning: Hashable {
        /// A state, by the one name that every other name of it stands for.
        case state(StateID)
        /// Nothing: letters that are not as many as the options.
        case letters(String)
        /// Nothing.
        case nothing
    }

    /// What `id` stands for: a name, or the letters of a state, which may have a name or be one of a kind.
    ///
    /// Complexity: linear in the kinds of states that count as one.
    func meaning(of id: StateID) -> Meaning {
        if states.contains(id) { return .state(taken[id].flatMap(kind) ?? id) }
        guard let pattern = Self.letters(of: id) else { return .nothing }
        guard id.rawValue.utf8.count == optionCount else { return .letters(id.rawValue) }
        let known = kind(of: pattern.taken) ?? names[pattern.taken]
        return .state(known ?? StateID(pattern.letters(optionCount)))
    }

    /// The name of the state with these letters, where they are a state's and it has one.
    func name(ofLetters id: StateID) -> StateID? {
        guard id.rawValue.utf8.count == optionCount, let pattern = Self.letters(of: id) else { return nil }
        return names[pattern.taken]
    }

    /// Whether `id` has the form of letters of a whole state of the model.
    func isLetters(_ id: StateID) -> Bool {
        optionCount > 0 && id.rawValue.utf8.count == optionCount && Self.letters(of: id) != nil
    }

    /// The kind of states to which the state belongs. In a graph that is given move by move a pattern only describes.
    private func kind(of state: UInt64) -> StateID? {
        isGraph ? nil : kinds.first { $0.pattern.fits(state) }?.id
    }

    private static func letters(of id: StateID) -> StatePattern? {
        guard !id.rawValue.isEmpty, !id.rawValue.utf8.contains(UInt8(ascii: "-")) else { return nil }
        return StatePattern(id.rawValue)
    }
}
