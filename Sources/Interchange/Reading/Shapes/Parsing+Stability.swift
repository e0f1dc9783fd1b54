import Negotiation

/// The model of who could do what.
extension Parsing {
    /// The model in the folder of a dossier; nil where its file could not be read.
    mutating func modelOfDossier(_ root: Node?) -> ConflictModel? {
        let known = root.flatMap { model($0, isAlone: false) }
        if known == nil { doubtful.formUnion([.conflictModel, .decisionMaker, .modelOption, .state]) }
        return known
    }

    /// The model; nil where the file does not even hold a mapping.
    ///
    /// - Parameter isAlone: Whether it stands in a file without a dossier, and then names its decision makers and says
    ///   what they prefer.
    mutating func model(_ root: Node, isAlone: Bool) -> ConflictModel? {
        guard let fields = fields(root, .model) else { return nil }
        if let node = fields["parley"] {
            version(node)
        } else if isAlone {
            report(root, "a file without `parley`", expected: "the key `parley`, with the version `1`")
        }
        if isUnread("decision-makers", in: fields) { doubtful.formUnion([.decisionMaker, .modelOption]) }
        if isUnread("states", in: fields) || isUnread("coalesced", in: fields) { doubtful.insert(.state) }
        var model = ConflictModel(
            title: fields["title"].map { title($0) }, text: fields["text"].map { text($0) },
            basis: fields["basis"].flatMap { word($0, Dossier.Basis.self) },
            sources: citations(fields), seenBy: visibility(fields))
        model.decisionMakers =
            fields["decision-makers"].map { node in
                list(node, of: "decision makers", limit: limits.options)
                    .compactMap { decisionMaker($0, isAlone: isAlone) }
            } ?? []
        learn(model.options.map(\.id))
        model.infeasible =
            fields["infeasible"].map { node in
                list(node, of: "states that cannot be").compactMap { infeasibility($0) }
            } ?? []
        model.states =
            fields["states"].map { list($0, of: "states").compactMap { namedState($0, .state) } } ?? []
        model.coalesced =
            fields["coalesced"].map { node in
                list(node, of: "kinds of states", limit: limits.options)
                    .compactMap { namedState($0, .coalesced) }
            } ?? []
        model.moves = fields["moves"].map { moves($0) }
        model.statusQuo = fields["status-quo"].map { reference($0) }
        model.inQuestion = fields["in-question"].map { references($0, of: "states") } ?? []
        if let node = fields["preferences"] {
            if isAlone {
                model.preferences = preferences(node)
            } else {
                report(
                    node, FaultSentence.preferencesInModel.problem,
                    expected: FaultSentence.preferencesInModel.expected)
            }
        }
        return model
    }

    /// Whether a list of things with names stands where it cannot be read, so that nobody can say which names there are.
    func isUnread(_ key: String, in fields: Fields) -> Bool {
        guard let node = fields[key] else { return fields.lacking.contains(key) }
        if case .list = node.content { return false }
        return true
    }

    /// Remembers the options for patterns and statements.
    mutating func learn(_ options: [ModelOptionID]) {
        guard !doubtful.contains(.modelOption), options.count <= ConflictModel.optionLimit else { return }
        modelOptions = Dictionary(options.enumerated().map { ($1, $0) }) { first, _ in first }
        // Of a name that stands twice nobody can say which option it is.
        if modelOptions?.count != options.count { modelOptions = nil }
    }

    // MARK: Who can do what

    private mutating func decisionMaker(_ node: Node, isAlone: Bool) -> DecisionMaker? {
        guard let fields = fields(node, .decisionMaker) else {
            doubtful.formUnion([.decisionMaker, .modelOption])
            return nil
        }
        if isUnread("options", in: fields) { doubtful.insert(.modelOption) }
        let party: PartyID = fields["party"].map { reference($0) } ?? ""
        if party.rawValue.isEmpty { doubtful.insert(.decisionMaker) }
        if let node = fields["name"], !isAlone {
            let sentence = FaultSentence(name: party)
            report(node, sentence.problem, expected: sentence.expected)
        }
        return DecisionMaker(
            party: party, name: isAlone ? fields["name"].map { title($0) } : nil,
            options: fields["options"].map { node in
                list(node, of: "options", limit: limits.options).compactMap { modelOption($0) }
            } ?? [])
    }

    private mutating func modelOption(_ node: Node) -> ModelOption? {
        if case .scalar = node.content {
            return ModelOption(id: declaredName(node, of: .modelOption, ModelOption.self))
        }
        guard let fields = fields(node, .modelOption) else {
            doubtful.insert(.modelOption)
            return nil
        }
        return ModelOption(
            id: declaredName(fields["id"], of: .modelOption, ModelOption.self),
            title: fields["title"].map { title($0) }, text: fields["text"].map { text($0) },
            direction: fields["direction"].flatMap { word($0, ModelOption.Direction.self) } ?? .both,
            isProposed: fields["proposed"].map { truth($0) } ?? false)
    }

    private enum Truth: String, CaseIterable { case `true`, `false` }

    private mutating func truth(_ node: Node) -> Bool { word(node, Truth.self) == .true }

    // MARK: States

    private mutating func namedState(_ node: Node, _ shape: Shape) -> NamedState? {
        guard let fields = fields(node, shape) else {
            doubtful.insert(.state)
            return nil
        }
        if let taken = fields["taken"], fields["pattern"] != nil {
            report(taken, "a state with both `pattern` and `taken`", expected: "one of the two")
        }
        return NamedState(
            id: declaredName(fields["id"], of: .state, NamedState.self),
            title: fields["title"].map { title($0) },
            pattern: fields["pattern"].map { pattern($0) } ?? fields["taken"].flatMap { taken($0) })
    }

    /// The state in which these options are taken, and all others not.
    private mutating func taken(_ node: Node) -> StatePattern? {
        let ids: [ModelOptionID] = list(node, of: "options").map { reference($0) }
        guard let places = modelOptions else { return nil }
        var taken: UInt64 = 0
        for (id, item) in zip(ids, listed(node)) where !id.rawValue.isEmpty {
            guard let place = places[id] else {
                reportUnknownOption(id.rawValue, at: item.mark)
                continue
            }
            taken |= 1 << UInt64(place)
        }
        return StatePattern(taken: taken, stated: (1 << UInt64(places.count)) - 1)
    }

    private func listed(_ node: Node) -> [Node] {
        if case .list(let items) = node.content { items } else { [] }
    }

    mutating func reportUnknownOption(_ name: String, at mark: Node.Mark) {
        let nearest = nearest(to: name, among: modelOptions?.keys.map(\.rawValue).sorted() ?? [])
        let sentence = FaultSentence(.unknown(.modelOption, name: name, nearest: nearest))
        report(mark, sentence.problem, expected: sentence.expected, nearest: sentence.nearest)
    }

    /// Letters, one for each option; says nothing of any option where they cannot be read.
    mutating func pattern(_ node: Node) -> StatePattern {
        let nothing = StatePattern(taken: 0, stated: 0)
        let expected = "letters `Y`, `N` and `-`, \(FaultSentence.letterForm)"
        guard let scalar = scalar(node, expected: expected) else { return nothing }
        guard let pattern = StatePattern(scalar.text) else {
            report(node, "\(OneLine.quoting(scalar.text)) is no pattern", expected: expected)
            return nothing
        }
        if let count = modelOptions?.count, scalar.text.utf8.count != count {
            report(
                node, FaultSentence.letters(scalar.text.utf8.count, count),
                expected: FaultSentence.letterForm)
            return nothing
        }
        return pattern
    }

    // MARK: Moves

    /// `party: [[from, to], …]`.
    private mutating func moves(_ node: Node) -> [StateMove] {
        entries(node, of: "`party: [[from, to], …]`").flatMap { entry -> [StateMove] in
            let party: PartyID = reference(key: entry)
            return list(entry.value, of: "moves").compactMap { item in
                pair(item, expected: "a move: `[from, to]`").map {
                    StateMove(by: party, from: $0.first, to: $0.second)
                }
            }
        }
    }

    /// Two states in brackets.
    mutating func pair(_ node: Node, expected: String) -> StatePair? {
        guard case .list(let ends) = node.content, ends.count == 2 else {
            report(node, "\(node.kind) stands where two states belong", expected: expected)
            return nil
        }
        return StatePair(reference(ends[0]), reference(ends[1]))
    }
}

/// What stands more than once in a file of this format.
extension Parsing {
    /// The version of the format, which must be the one that this program reads.
    mutating func version(_ node: Node) {
        guard node.text != Self.version else { return }
        report(
            node, "\(node.kind) as the version of the format",
            expected: "`\(Self.version)`, the version that this program reads")
    }
}
