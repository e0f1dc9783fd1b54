/// Moves that stand in lists.
struct ListFloods: Floods {
    let lists: MoveLists
    /// Each mover's levels; nil: all moves count, not only improvements.
    let levels: [[Int32]]?

    mutating func enter(_ place: Int, by mover: Int, _ labels: inout Labels) {
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
}
