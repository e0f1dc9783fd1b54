import Negotiation

/// The JSON of published graph models: decision makers with the places of their options, states with labels and letters,
/// a ranking for each decision maker.
///
/// Names are taken as they stand: labels may be numbers, decision makers may have spaces. What else the file holds, such
/// as answers, is passed over.
extension Parsing {
    /// The model; nil, with a report, where something is wrong.
    mutating func foreignModel(_ root: Node) -> ConflictModel? {
        var reading = ForeignModel(root: root, parsing: self)
        let model = reading.model()
        self = reading.parsing
        return model
    }
}

/// One reading of a foreign model.
private struct ForeignModel {
    let root: Node
    var parsing: Parsing
    /// The options in the order of the file.
    private var options: [ModelOption] = []
    /// The places of the options in the file, in the order of the model.
    private var order: [Int] = []
    private var makers: [DecisionMaker] = []
    private var labels: Set<String> = []

    init(root: Node, parsing: Parsing) {
        self.root = root
        self.parsing = parsing
    }

    mutating func model() -> ConflictModel? {
        for key in ["dms", "states", "ranking"] where value(key) == nil {
            parsing.report(root, "a graph model without `\(key)`", expected: "the key `\(key)`")
        }
        options = value("options").map { readOptions($0) } ?? []
        makers = value("dms").map { readMakers($0) } ?? []
        // Without the right options no letters can be understood.
        guard parsing.diagnostics.isEmpty else { return nil }
        var model = ConflictModel(
            title: value("title").flatMap { label($0, "a title") }.map { Text($0) }, decisionMakers: makers)
        let isGraph = value("moves") != nil
        let states = value("states").map { readStates($0) } ?? []
        model.states = states.filter { isGraph || !$0.isKind(options.count) }
        model.coalesced = isGraph ? [] : states.filter { $0.isKind(options.count) }
        let patterns = value("infeasible_patterns").map { items($0, of: "patterns") } ?? []
        model.infeasible =
            patterns.compactMap { item in letters(item).map { Infeasibility(.pattern($0)) } }
            + [Infeasibility(.unlisted)]
        model.moves = value("moves").map { readMoves($0) }
        model.preferences = value("ranking").map { readRankings($0) } ?? [:]
        model.statusQuo = value("status_quo").flatMap { state($0) }
        guard parsing.diagnostics.isEmpty else { return nil }
        for fault in model.faults(namesAreRaw: true) {
            let sentence = FaultSentence(fault.reason)
            parsing.report(root, sentence.problem, expected: sentence.expected)
        }
        return model
    }

    // MARK: Small things

    /// The value of a key of the file; `null` is none.
    private func value(_ key: String) -> Node? { value(key, of: root) }

    private func value(_ key: String, of node: Node) -> Node? {
        guard let value = node.value(of: key) else { return nil }
        if case .scalar(let scalar) = value.content, scalar.isEmpty { return nil }
        return value
    }

    private mutating func items(_ node: Node, of what: String) -> [Node] { parsing.list(node, of: what) }

    /// A text or number, as a name.
    private mutating func label(_ node: Node, _ what: String) -> String? {
        guard let scalar = parsing.scalar(node, expected: what) else { return nil }
        _ = parsing.title(node)
        return scalar.text
    }

    private mutating func place(_ node: Node) -> Int? {
        if let place = node.text.flatMap({ Int($0) }), options.indices.contains(place) { return place }
        parsing.report(
            node, "\(node.kind) stands where the place of an option belongs",
            expected: options.isEmpty ? "no option: there are none" : "0 to \(options.count - 1)")
        return nil
    }

    // MARK: Who can do what

    private mutating func readOptions(_ node: Node) -> [ModelOption] {
        items(node, of: "options").enumerated().map { index, item in
            var option = ModelOption(id: ModelOptionID("\(index + 1)"))
            guard case .mapping = item.content else {
                // An option of which nothing but the name is known may be its name.
                option.title = label(item, "the name of an option").map { Text($0) }
                return option
            }
            option.title = value("name", of: item).flatMap { label($0, "a name") }.map { Text($0) }
            guard let direction = value("direction", of: item) else { return option }
            switch direction.text {
            case "both": option.direction = .both
            case "fwd": option.direction = .forth
            case "back": option.direction = .back
            default:
                parsing.report(
                    direction, "\(direction.kind) is no direction", expected: "`both`, `fwd` or `back`")
            }
            return option
        }
    }

    private mutating func readMakers(_ node: Node) -> [DecisionMaker] {
        var owners: [Int: String] = [:]
        var names: Set<String> = []
        let makers = items(node, of: "decision makers").compactMap { item -> DecisionMaker? in
            guard case .mapping = item.content, let node = value("name", of: item) else {
                parsing.report(item, "a decision maker without `name`", expected: "the key `name`")
                return nil
            }
            guard let name = label(node, "a name") else { return nil }
            if !names.insert(name).inserted {
                parsing.report(
                    node, "a second decision maker is named \(OneLine.quoting(name))",
                    expected: "another name")
            }
            var maker = DecisionMaker(party: PartyID(name))
            for index in value("options", of: item).map({ items($0, of: "places of options") }) ?? [] {
                guard let place = place(index) else { continue }
                if let owner = owners[place] {
                    parsing.report(
                        index, "the option at place \(place) belongs to \(OneLine.quoting(owner)) already",
                        expected: "one owner for each option")
                    continue
                }
                owners[place] = name
                order.append(place)
                maker.options.append(options[place])
            }
            return maker
        }
        for place in options.indices where owners[place] == nil && parsing.diagnostics.isEmpty {
            parsing.report(
                node, "the option at place \(place) belongs to no decision maker",
                expected: "the place in somebody's `options`")
        }
        if options.count > ConflictModel.optionLimit {
            parsing.report(
                node, "\(options.count) options", expected: "at most \(ConflictModel.optionLimit)")
        }
        return makers
    }

    // MARK: States

    /// Letters in the order of the file's options, as a pattern in the order of the model's.
    private mutating func letters(_ node: Node) -> StatePattern? {
        guard let scalar = parsing.scalar(node, expected: "letters `Y`, `N` and `-`") else { return nil }
        guard let pattern = StatePattern(scalar.text), scalar.text.utf8.count == options.count else {
            let isPattern = StatePattern(scalar.text) != nil
            parsing.report(
                node,
                isPattern
                    ? FaultSentence.letters(scalar.text.utf8.count, options.count)
                    : "\(OneLine.quoting(scalar.text)) is no pattern",
                expected: isPattern ? FaultSentence.letterForm : "letters `Y`, `N` and `-`")
            return nil
        }
        var (taken, stated) = (UInt64(0), UInt64(0))
        for (new, old) in order.enumerated() {
            taken |= (pattern.taken >> UInt64(old) & 1) << UInt64(new)
            stated |= (pattern.stated >> UInt64(old) & 1) << UInt64(new)
        }
        return StatePattern(taken: taken, stated: stated)
    }

    private mutating func readStates(_ node: Node) -> [NamedState] {
        let states = items(node, of: "states").compactMap { item -> NamedState? in
            guard case .mapping = item.content, let node = value("label", of: item) else {
                parsing.report(item, "a state without `label`", expected: "the key `label`")
                return nil
            }
            guard let label = label(node, "a label") else { return nil }
            if !labels.insert(label).inserted {
                parsing.report(
                    node, "a second state is labelled \(OneLine.quoting(label))", expected: "another label")
            }
            let letters = item.value(of: "yn")
            guard let letters, letters.text?.isEmpty != true || !options.isEmpty else {
                if !options.isEmpty, value("moves") == nil {
                    parsing.report(item, "a state without `yn`", expected: "a letter for each option")
                }
                return NamedState(id: StateID(label))
            }
            return NamedState(id: StateID(label), pattern: self.letters(letters))
        }
        if states.isEmpty { parsing.report(node, "no state", expected: "at least one") }
        return states
    }

    private mutating func state(_ node: Node) -> StateID? {
        guard let label = label(node, "the label of a state") else { return nil }
        guard labels.contains(label) else {
            let nearest = parsing.nearest(to: label, among: labels.sorted())
            parsing.report(
                node, "no state is labelled \(OneLine.quoting(label))",
                expected: nearest == nil ? "the label of one of `states`" : nil, nearest: nearest)
            return nil
        }
        return StateID(label)
    }

    // MARK: By decision maker

    /// The entries of a mapping whose keys are decision makers.
    private mutating func byMaker(_ node: Node, of what: String) -> [Node.Entry] {
        let names = makers.map(\.party.rawValue)
        return parsing.entries(node, of: what).filter { entry in
            if names.contains(entry.key) { return true }
            let nearest = parsing.nearest(to: entry.key, among: names)
            parsing.report(
                entry.keyMark, "no decision maker is named \(OneLine.quoting(entry.key))",
                expected: nearest == nil ? "one of `dms`" : nil, nearest: nearest)
            return false
        }
    }

    private mutating func readMoves(_ node: Node) -> [StateMove] {
        byMaker(node, of: "`decision maker: [[from, to], …]`").flatMap { entry -> [StateMove] in
            items(entry.value, of: "moves").compactMap { item in
                guard case .list(let ends) = item.content, ends.count == 2 else {
                    parsing.report(
                        item, "\(item.kind) stands where a move belongs", expected: "a move: `[from, to]`")
                    return nil
                }
                guard let from = state(ends[0]), let to = state(ends[1]) else { return nil }
                if from == to {
                    parsing.report(item, "a move from a state to itself", expected: "two different states")
                }
                return StateMove(by: PartyID(entry.key), from: from, to: to)
            }
        }
    }

    private mutating func readRankings(_ node: Node) -> [PartyID: StatePreferences] {
        var result: [PartyID: StatePreferences] = [:]
        for entry in byMaker(node, of: "`decision maker: [states, best first]`") {
            var seen: Set<StateID> = []
            var groups: [[StateID]] = []
            for item in items(entry.value, of: "states, best first") {
                var group: [StateID] = []
                let tied = if case .list(let items) = item.content { items } else { [item] }
                if tied.isEmpty { parsing.report(item, "a tie of nothing", expected: "the tied states") }
                for item in tied {
                    guard let state = state(item) else { continue }
                    if !seen.insert(state).inserted {
                        parsing.report(
                            item, "the state \(OneLine.quoting(state.rawValue)) stands twice in one ranking",
                            expected: "each state once")
                    }
                    group.append(state)
                }
                groups.append(group)
            }
            result[PartyID(entry.key)] = StatePreferences(.ranking(groups))
        }
        for maker in makers where result[maker.party] == nil {
            parsing.report(
                node, "no ranking for \(OneLine.quoting(maker.party.rawValue))",
                expected: "a ranking for each decision maker")
        }
        return result
    }
}

extension NamedState {
    /// Whether it leaves some of so many options open, and so is a kind of states.
    fileprivate func isKind(_ options: Int) -> Bool {
        guard let pattern else { return false }
        return pattern.stated != (options >= 64 ? .max : (1 << UInt64(options)) - 1)
    }
}
