/// Moves that stand in lists.
struct ListFloods {
    let lists: MoveLists
    /// Each mover's levels; nil: all moves count, not only improvements.
    let levels: [[Int32]]?

    /// Labels the states from which a mover can go to a place.
    private func enter(_ place: Int, by mover: Int, _ labels: inout Labels) {
        let sources = lists.predecessors(of: place, by: mover)
        guard let levels else {
            for source in sources { labels.label(Int(source), mover) }
            return
        }
        let threshold = levels[mover][place]
        for source in sources where levels[mover][Int(source)] < threshold {
            labels.label(Int(source), mover)
        }
    }

    /// The least value that the others can reach from each state, by at least one move.
    ///
    /// - Parameters:
    ///   - targets: all states, by value, least first.
    ///   - values: the value of each state.
    ///   - count: how many places labels need.
    ///   - total: how many states there are; when all have a value, the search ends.
    ///
    /// Goes through the values once, least first, and for each backwards along moves that have not been gone. A state is entered
    /// at most once by each mover, so the whole costs a constant for each state and mover, times the moves that lead there.
    func worst(
        targets: [Int32], values: [Int32], others: [Int], count: Int, total: Int
    ) -> [Int32] {
        var labels = Labels(count)
        for target in targets {
            let place = Int(target)
            labels.value = values[place]
            guard let first = labels.aim(at: place) else { continue }
            if first == 0 {
                for mover in others { enter(place, by: mover, &labels) }
            } else {
                enter(place, by: Int(first) - 1, &labels)
            }
            while let (state, by) = labels.next() {
                if by > 0 {
                    enter(Int(state), by: Int(by) - 1, &labels)
                } else {
                    let except = Int(-by) - 1
                    for mover in others where mover != except { enter(Int(state), by: mover, &labels) }
                }
            }
            if labels.reached == total { break }
        }
        return labels.worst
    }
}
