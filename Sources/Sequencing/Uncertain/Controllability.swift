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
    /// Complexity: as ``DynamicSearch``; milliseconds for hundreds of points.
    public func isDynamicallyControllable(_ reaction: Reaction) -> Bool {
        let network = withInstantaneousReaction(reaction)
        var search = DynamicSearch(
            points: network.points.count, network.constraintsFromOrigin, network.contingentLinks)
        return search.isControllable()
    }

    /// Whether one plan, made before anything becomes known, keeps everything whatever the durations turn out to be.
    ///
    /// Every end of a duration is the start of its chain and the durations on it; a constraint must hold for the worst of them, those that
    /// both ends share left out (Vidal and Fargier 1999, for chains of durations).
    ///
    /// Complexity: O(n·m) at worst, and the lengths of chains for constraints between them.
    public var isStronglyControllable: Bool {
        let chains = chains
        var arcs: [(tail: Int, head: Int, length: Int)] = []
        for constraint in constraintsFromOrigin {
            let (from, to) = (chains[constraint.from], chains[constraint.to])
            var worst = 0
            for link in Set(to.links).subtracting(from.links) { worst += contingentLinks[link].greatest }
            for link in Set(from.links).subtracting(to.links) { worst -= contingentLinks[link].least }
            if from.root == to.root {
                if worst > constraint.atMost { return false }
            } else {
                arcs.append((from.root, to.root, constraint.atMost - worst))
            }
        }
        if case .times = Arcs(points: points.count, arcs).potential() { return true }
        return false
    }

    /// By point: the controlled point that it hangs on, and the durations between.
    var chains: [(root: Int, links: [Int])] {
        var linkTo = [Int](repeating: -1, count: points.count)
        for (place, link) in contingentLinks.enumerated() { linkTo[link.end] = place }
        return points.indices.map { point in
            var root = point
            var links: [Int] = []
            // Bounded, so that a ring of durations, which no file can state, does not hang.
            while linkTo[root] >= 0, links.count < contingentLinks.count {
                links.append(linkTo[root])
                root = contingentLinks[linkTo[root]].start
            }
            return (root, links)
        }
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
