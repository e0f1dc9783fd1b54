import Negotiation

/// How states are named: by names of their own, else by the letters of their options, which are made when they are asked for.
struct StateNames: Sendable {
    /// How many letters a pattern has.
    private let letters: Int
    private var names: [Int: StateID] = [:]
    private var places: [StateID: Int] = [:]
    /// The patterns that each state stands for, where some stand for several; none for one of which that is not known.
    var members: [[UInt64]]?
    /// The state of each pattern; nil where the patterns of the graph are ascending and can be searched.
    private var byPattern: [UInt64: Int]?

    init(letters: Int) { self.letters = letters }

    /// Names a state; a second name leads to it, and the first stays its own.
    mutating func add(_ name: StateID, at place: Int) {
        if places[name] == nil { places[name] = place }
        if names[place] == nil { names[place] = name }
    }

    /// Notes patterns that need not be ascending.
    mutating func index(_ patterns: [UInt64]) {
        byPattern = byPattern ?? [:]
        for (place, pattern) in patterns.enumerated() { index(pattern, at: place) }
    }

    /// Notes the state of a pattern.
    mutating func index(_ pattern: UInt64, at place: Int) {
        if let known = byPattern, known[pattern] == nil { byPattern?[pattern] = place }
    }

    /// The pattern that a name spells; nil where it is none.
    func pattern(_ name: StateID) -> StatePattern? {
        guard letters > 0, name.rawValue.utf8.count == letters, let pattern = StatePattern(name.rawValue),
            pattern.stated.nonzeroBitCount == letters
        else { return nil }
        return pattern
    }

    /// A state that has this name of its own, or a pattern that was noted.
    func place(of name: StateID) -> Int? {
        places[name] ?? pattern(name).flatMap { byPattern?[$0.taken] }
    }

    func place(of name: StateID, in graph: StateGraph) -> Int? {
        places[name] ?? pattern(name).flatMap { place(of: $0.taken, in: graph) }
    }

    func place(of pattern: UInt64, in graph: StateGraph) -> Int? {
        if let byPattern { return byPattern[pattern] }
        var (low, high) = (0, graph.count)
        while low < high {
            let middle = (low + high) / 2
            if graph.patterns[middle] < pattern { low = middle + 1 } else { high = middle }
        }
        return low < graph.count && graph.patterns[low] == pattern ? low : nil
    }

    func name(of place: Int, in graph: StateGraph) -> StateID {
        if let name = names[place] { return name }
        guard !graph.patterns.isEmpty else { return StateID(String(place + 1)) }
        let full = letters == 0 ? 0 : UInt64.max >> UInt64(64 - letters)
        return StateID(StatePattern(taken: graph.patterns[place], stated: full).letters(letters))
    }
}
