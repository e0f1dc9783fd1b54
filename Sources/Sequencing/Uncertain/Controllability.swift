extension TemporalNetwork {
    /// Whether times exist that keep everything if nature chooses kindly: labels count for nothing, and durations are free within their ranges.
    ///
    /// Complexity: O(n·m) at worst.
    public var isConsistent: Bool {
        switch Arcs(points: points.count, plainArcs).potential() {
        case .times: true
        case .negativeCycle: false
        }
    }

    /// Constraints and ranges of durations as arcs, and that nothing comes before the origin.
    var plainArcs: [(tail: Int, head: Int, length: Int)] {
        var all = constraints.map { (tail: $0.from, head: $0.to, length: $0.atMost) }
        for link in contingentLinks {
            all.append((link.start, link.end, link.greatest))
            all.append((link.end, link.start, -link.least))
        }
        if let origin {
            for point in points.indices where point != origin { all.append((point, origin, 0)) }
        }
        return all
    }

    /// The constraints, and that nothing comes before the origin.
    var constraintsFromOrigin: [Constraint] {
        guard let origin else { return constraints }
        return constraints
            + points.indices.filter { $0 != origin }.map { Constraint(from: $0, to: origin, atMost: 0) }
    }

    /// Whether it can be executed whatever the uncontrolled durations turn out to be, deciding as they become known; labels
    /// count for nothing.
    ///
    /// Complexity: as `DynamicSearch`; milliseconds for hundreds of points.
    public func isDynamicallyControllable(_ reaction: Reaction) -> Bool {
        let network = withInstantaneousReaction(reaction)
        var search = DynamicSearch(
            points: network.points.count, network.constraintsFromOrigin, network.contingentLinks)
        return search.isControllable()
    }

    /// By point: the latest time at which it is executed in any course of things in which everything can still be kept, whatever
    /// is yet to come, news being known a delay later; nil: no limit. Labels count for nothing.
    ///
    /// - Parameters:
    ///   - delay: how much later news is known.
    ///   - budget: how many searches from the ends of durations are made.
    /// - Returns: nil where it cannot be executed whatever happens, has no origin, or the budget ran out.
    ///
    /// Complexity: passes of `DynamicSearch`, and of one more search a duration: about as many as durations follow each other in
    /// a chain.
    package func latestTimes(delay: Int, budget: Int = 4_000) -> [Int?]? {
        guard let origin else { return nil }
        var network = withInstantaneousReaction(.delay(delay))
        network.constraints = network.constraintsFromOrigin
        var known: [Pair: Int] = [:]
        // Chains of durations pass on what binds them one by one.
        for _ in 0...max(1, budget / max(1, contingentLinks.count)) {
            var search = DynamicSearch(
                points: network.points.count, network.constraints, network.contingentLinks)
            guard search.isControllable() else { return nil }
            // What follows for starts may in turn bind other ends.
            let more = search.boundsBeforeEnds().filter { bound in
                let pair = Pair(from: bound.from, to: bound.to)
                guard bound.atMost < known[pair] ?? .max else { return false }
                known[pair] = bound.atMost
                return true
            }
            guard more.isEmpty else {
                network.constraints += more
                continue
            }
            var result = Array(search.latest(after: origin).prefix(points.count))
            // The network counts the ends of durations from when they are known.
            for link in contingentLinks { result[link.end] = result[link.end].map { $0 - delay } }
            return result
        }
        return nil
    }

    private struct Pair: Hashable {
        var from: Int
        var to: Int
    }

    /// Whether one plan, made before anything becomes known, keeps everything whatever the durations turn out to be.
    ///
    /// Every end of a duration is the start of its chain and the durations on it; a constraint must hold for the worst of them, those that
    /// both ends share left out (Vidal and Fargier 1999, for chains of durations).
    ///
    /// Complexity: O(n·m) at worst, and the lengths of chains for constraints between two points of one.
    public var isStronglyControllable: Bool {
        let chains = Chains(self)
        var arcs: [(tail: Int, head: Int, length: Int)] = []
        for constraint in constraintsFromOrigin {
            let (from, to) = (constraint.from, constraint.to)
            let (fromRoot, toRoot) = (chains.root[from], chains.root[to])
            guard fromRoot == toRoot else {
                arcs.append(
                    (fromRoot, toRoot, constraint.atMost - chains.greatest[to] + chains.least[from]))
                continue
            }
            let common = chains.common(from, to)
            let worst =
                chains.greatest[to] - chains.greatest[common] - (chains.least[from] - chains.least[common])
            if worst > constraint.atMost { return false }
        }
        if case .times = Arcs(points: points.count, arcs).potential() { return true }
        return false
    }

    /// Whether for all durations, known beforehand, times exist that keep everything.
    ///
    /// Consistency is convex in the durations, so the corners of their ranges decide. Corners are tried by halves: a
    /// half that is dynamically controllable needs no further look, one that is inconsistent already is the answer.
    /// The question is co-NP-complete (Vidal and Fargier 1999).
    ///
    /// - Parameter budget: how many halves are looked at.
    /// - Returns: nil where the budget did not suffice.
    ///
    /// Complexity: O(2ᵏ) checks at worst.
    public func isWeaklyControllable(budget: Int = 20_000) -> Bool? {
        var left = budget
        var pending = [(links: contingentLinks, next: 0)]
        while let (links, next) = pending.popLast() {
            left -= 1
            guard left >= 0 else { return nil }
            var network = self
            network.contingentLinks = links
            if !network.isConsistent { return false }
            if network.isDynamicallyControllable(.instantaneous) { continue }
            guard let place = links[next...].firstIndex(where: { $0.least < $0.greatest }) else {
                // With every duration fixed, consistent and controllable are one.
                continue
            }
            for end in [links[place].least, links[place].greatest] {
                var half = links
                half[place].least = end
                half[place].greatest = end
                pending.append((half, place + 1))
            }
        }
        return true
    }
}

/// The controlled point that each point hangs on, by one duration after the other.
private struct Chains {
    /// By point: the duration that ends there, or -1.
    private let linkTo: [Int]
    private let links: [TemporalNetwork.ContingentLink]
    /// By point: how many durations lie between it and its root.
    private var depth: [Int]
    /// By point: the controlled point that it hangs on.
    private(set) var root: [Int]
    /// By point: the longest that the durations from its root to it can take.
    private(set) var greatest: [Int]
    /// By point: the shortest.
    private(set) var least: [Int]

    /// Durations that follow each other in a ring, which no file can state, are taken to begin somewhere.
    init(_ network: TemporalNetwork) {
        let count = network.points.count
        links = network.contingentLinks
        var linkTo = [Int](repeating: -1, count: count)
        for (place, link) in links.enumerated() { linkTo[link.end] = place }
        self.linkTo = linkTo
        depth = .init(repeating: 0, count: count)
        root = Array(0..<count)
        (greatest, least) = (depth, depth)
        var isKnown = [Bool](repeating: false, count: count)
        for point in 0..<count {
            var path: [Int] = []
            var at = point
            while !isKnown[at] {
                isKnown[at] = true
                guard linkTo[at] >= 0 else { break }
                path.append(at)
                at = links[linkTo[at]].start
            }
            for end in path.reversed() {
                let link = links[linkTo[end]]
                root[end] = root[link.start]
                depth[end] = depth[link.start] + 1
                greatest[end] = greatest[link.start] + link.greatest
                least[end] = least[link.start] + link.least
            }
        }
    }

    /// The last point from which both of two with one root hang.
    func common(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while one != other {
            if depth[one] >= depth[other] {
                one = links[linkTo[one]].start
            } else {
                other = links[linkTo[other]].start
            }
        }
        return one
    }
}
