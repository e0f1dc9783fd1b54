/// Moves that are listed: for each decision maker, where it can go from each state and from where it can come.
struct MoveLists: Sendable {
    /// The moves of one decision maker, in compressed rows.
    struct Rows: Sendable {
        var starts: [Int32]
        var ends: [Int32]

        /// Rows of pairs that are sorted and without repetition.
        init(_ count: Int, sorted pairs: [(Int32, Int32)]) {
            starts = [Int32](repeating: 0, count: count + 1)
            ends = pairs.map(\.1)
            for (from, _) in pairs { starts[Int(from) + 1] += 1 }
            for place in 0..<count { starts[place + 1] += starts[place] }
        }

        @inline(__always)
        subscript(row: Int) -> ArraySlice<Int32> { ends[Int(starts[row])..<Int(starts[row + 1])] }
    }

    let forward: [Rows]
    let backward: [Rows]

    init(count: Int, moves: [[(from: Int, to: Int)]]) {
        var forward: [Rows] = []
        var backward: [Rows] = []
        for list in moves {
            var pairs = list.filter { $0.from != $0.to }.map { (Int32($0.from), Int32($0.to)) }
            pairs.sort { $0 < $1 }
            var distinct: [(Int32, Int32)] = []
            distinct.reserveCapacity(pairs.count)
            for pair in pairs where distinct.last.map({ $0 != pair }) ?? true { distinct.append(pair) }
            forward.append(Rows(count, sorted: distinct))
            backward.append(Rows(count, sorted: distinct.map { ($0.1, $0.0) }.sorted { $0 < $1 }))
        }
        self.forward = forward
        self.backward = backward
    }

    /// The moves of a model in option form: states that differ in one decision maker's options only.
    init(_ options: OptionLayout, _ states: [UInt64]) throws(ModelTooLarge) {
        var moves: [[(from: Int, to: Int)]] = []
        var total = 0
        for mover in 0..<options.decisionMakers {
            let own = options.mask(of: mover)
            let order = states.indices.sorted { (states[$0] & ~own, $0) < (states[$1] & ~own, $1) }
            var list: [(from: Int, to: Int)] = []
            var start = 0
            while start < order.count {
                var end = start + 1
                while end < order.count, states[order[end]] & ~own == states[order[start]] & ~own { end += 1 }
                total += (end - start) * (end - start - 1)
                if total > StateGraph.listLimit {
                    throw ModelTooLarge(.moves(atLeast: total, limit: StateGraph.listLimit))
                }
                for from in order[start..<end] {
                    for to in order[start..<end]
                    where options.allows(mover, from: states[from], to: states[to]) {
                        list.append((from, to))
                    }
                }
                start = end
            }
            moves.append(list)
        }
        self.init(count: states.count, moves: moves)
    }

    func successors(of state: Int, by mover: Int) -> ArraySlice<Int32> { forward[mover][state] }
    func predecessors(of state: Int, by mover: Int) -> ArraySlice<Int32> { backward[mover][state] }
}
