/// All packages as paths through levels of *contexts*: the truth of the conditions that are still unfinished.
///
/// Level k stands before the k-th issue of the order; each edge chooses an option of that issue. Every path from
/// the root to an end is one package that satisfies the hard conditions, and every such package is one path.
/// Contexts from which no end can be reached are gone, and contexts with the same future are one.
struct ContextGraph: Sendable {
    /// One level of contexts with the edges that leave it.
    struct Level: Sendable {
        /// Options of the issue chosen at this level.
        let width: Int
        /// The number of contexts.
        var nodes: Int
        /// Context × option: the context reached at the next level, or -1.
        var targets: [Int32]
        /// Context × option: which bonus the edge earns (see ``ContextGraph/bonuses``).
        var bonus: [Int32]
    }

    /// The levels, one an issue in the order.
    var levels: [Level]
    /// Contexts at the end: none (no package satisfies the conditions), one, or one a tallied set.
    var ends: Int
    /// Sets of soft conditions that become true together; set 0 is empty.
    var bonuses: [[Int32]]
    /// Soft conditions that are true for every package.
    var always: [Int32]
    /// For each end, which tallied conditions were true on the way (indices into those given), ascending.
    var tallied: [[Int32]]

    /// Whether some package satisfies the hard conditions.
    var isSatisfiable: Bool { ends > 0 }
}

/// The conditions that a context graph follows, as nodes of one set of diagrams.
struct FollowedConditions {
    /// Must not hold.
    var hard: [Int32] = []
    /// May hold; an edge that makes one true earns it as a bonus.
    var soft: [Int32] = []
    /// May hold, but at most ``mostTallied`` of them; the end says which did.
    var tallied: [Int32] = []
    /// How many of the tallied conditions may hold.
    var mostTallied = 0
}
