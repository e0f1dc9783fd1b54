/// What is stable for one decision maker, where moves stand in lists.
struct ListSolver {
    let lists: MoveLists
    let count: Int
    let levels: [[Int32]]
    let mover: Int

    func verdicts() -> MoverVerdicts {
        let others = levels.indices.filter { $0 != mover }
        let own = levels[mover]
        var escaped = own
        for state in 0..<count {
            for next in lists.successors(of: state, by: mover) {
                escaped[state] = max(escaped[state], own[Int(next)])
            }
        }
        var result = MoverVerdicts()
        result.stable[.nash] = stable(worst: [Int32](repeating: .max, count: count))
        for (values, plain, credible) in [(own, Concept.gmr, Concept.seq), (escaped, .smr, .sseq)] {
            let targets = values.withUnsafeBufferPointer { ascending(Array(0..<count), $0) }
            result.stable[plain] = stable(
                worst: ListFloods(lists: lists, levels: nil)
                    .worst(targets: targets, values: values, others: others, count: count, total: count))
            result.stable[credible] = stable(
                worst: ListFloods(lists: lists, levels: levels)
                    .worst(targets: targets, values: values, others: others, count: count, total: count))
        }
        return result
    }

    private func stable(worst: [Int32]) -> StateSet {
        let own = levels[mover]
        var result = StateSet(capacity: count)
        for state in 0..<count {
            let isStable = lists.successors(of: state, by: mover).allSatisfy {
                own[Int($0)] <= own[state] || worst[Int($0)] <= own[state]
            }
            if isStable { result.insert(state) }
        }
        return result
    }
}
