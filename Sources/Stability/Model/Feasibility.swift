import Negotiation

/// Which patterns can be states.
struct Feasibility {
    var patterns: [StatePattern] = []
    var statements: [(bit: UInt64, statement: StateStatement)] = []
    var onlyListed = false
    /// The options that nobody has, as bits.
    let absent: UInt64
    let options: [ModelOptionID: Int]

    init(_ model: ConflictModel, _ options: [ModelOptionID: Int], _ forbidden: UInt64) {
        self.options = options
        absent = forbidden
        func mask(_ ids: [ModelOptionID]) -> UInt64 {
            ids.reduce(0) { mask, id in options[id].map { mask | 1 << UInt64($0) } ?? mask }
        }
        for place in 0..<model.options.count where forbidden >> UInt64(place) & 1 == 1 {
            patterns.append(StatePattern(taken: 1 << UInt64(place), stated: 1 << UInt64(place)))
        }
        for item in model.infeasible {
            switch item.form {
            case .pattern(let pattern): patterns.append(pattern)
            case .exclusive(let ids):
                for (place, first) in ids.enumerated() {
                    for second in ids[(place + 1)...] where first != second {
                        let pair = mask([first, second])
                        patterns.append(StatePattern(taken: pair, stated: pair))
                    }
                }
            case .atLeastOne(let ids): patterns.append(StatePattern(taken: 0, stated: mask(ids)))
            case .onlyIf(let id, let statement): statements.append((mask([id]), statement))
            case .neverTogether(let ids):
                let all = mask(ids)
                patterns.append(StatePattern(taken: all, stated: all))
            case .unlisted: onlyListed = true
            }
        }
    }

    func allows(_ state: UInt64) -> Bool { !patterns.contains { $0.fits(state) } && meetsStatements(state) }

    func meetsStatements(_ state: UInt64) -> Bool {
        statements.allSatisfy { $0.bit & state == 0 || $0.statement.holds(in: state, places: options) }
    }
}
