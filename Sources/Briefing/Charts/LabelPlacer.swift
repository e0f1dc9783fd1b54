/// Finds room for labels beside their marks, one after the other, so that none covers another label or a mark.
///
/// Each label tries places around its mark, near before far; among those that are free it takes the one that
/// hides least of what may be covered. Point-feature labelling is NP-hard (Marks and Shieber, 1991); greedy
/// placement with a key for what finds no room is enough for a few dozen labels.
///
/// - Complexity: O(labels · places · (marks + points)).
struct LabelPlacer {
    /// Where a label found room.
    struct Place {
        let box: Box
        /// The spot it stands beside.
        let spot: Spot
        /// Whether it is so far from its mark that a line should lead there.
        let needsLeader: Bool
    }

    let frame: Box
    /// What must not be covered: marks and other texts.
    var obstacles: [Box]
    /// What should not be covered if that can be avoided.
    var points: [Spot]
    /// What may be covered only where nothing else is free.
    var precious: [Box] = []

    init(frame: Box, obstacles: [Box] = [], points: [Spot] = []) {
        self.frame = frame
        self.obstacles = obstacles
        self.points = points
    }

    /// Room for a label of a size beside one of some spots; it is an obstacle from then on.
    ///
    /// Earlier spots are liked a little better than later ones.
    mutating func place(width: Double, height: Double, beside spots: [Spot], radius: Double) -> Place? {
        var best: (place: Place, cost: Double)?
        for (order, spot) in spots.enumerated() {
            for (ring, distance) in [3.0, 14, 28, 46, 72, 104].enumerated() {
                for (rank, box) in candidates(width, height, spot, radius + distance).enumerated() {
                    guard frame.contains(box), !obstacles.contains(where: box.overlaps) else { continue }
                    let hidden = points.reduce(0) { box.contains($1) ? $0 + 1 : $0 }
                    let lost = precious.reduce(0) { box.overlaps($1) ? $0 + 1 : $0 }
                    var cost =
                        Double(hidden) + Double(lost) * 40 + Double(ring) * 6 + Double(rank) * 0.2
                        + Double(order)
                    if ring > 0 { cost += Double(crossings(from: spot, to: box, radius: radius)) * 3 }
                    if best.map({ cost < $0.cost }) ?? true {
                        best = (Place(box: box, spot: spot, needsLeader: ring > 0), cost)
                    }
                }
            }
        }
        if let best { obstacles.append(best.place.box) }
        return best?.place
    }

    /// How many marks, labels and points a line from a spot to a label would cross, outside the spot's own mark.
    private func crossings(from spot: Spot, to box: Box, radius: Double) -> Int {
        let end = box.nearest(to: spot)
        let length = max((end.x - spot.x).magnitude, (end.y - spot.y).magnitude)
        guard length > radius + 3 else { return 0 }
        let steps = stride(from: radius + 3, through: length, by: 3).map { $0 / length }
        let places = steps.map { share in
            Box(
                center: Spot(x: spot.x + (end.x - spot.x) * share, y: spot.y + (end.y - spot.y) * share),
                radius: 2)
        }
        let covered = obstacles.count { obstacle in
            !obstacle.contains(spot) && places.contains(where: obstacle.overlaps)
        }
        return covered * 10 + points.count { point in places.contains { $0.contains(point) } }
    }

    private func candidates(_ width: Double, _ height: Double, _ spot: Spot, _ distance: Double) -> [Box] {
        func box(_ x: Double, _ y: Double) -> Box {
            Box(left: x, top: y, right: x + width, bottom: y + height)
        }
        let right = spot.x + distance
        let left = spot.x - distance - width
        let above = spot.y - distance - height
        let below = spot.y + distance
        let middle = spot.y - height / 2
        return [
            box(right, middle), box(left, middle), box(right, above + distance / 2),
            box(right, below - distance / 2), box(left, above + distance / 2),
            box(left, below - distance / 2),
            box(spot.x - width / 2, above), box(spot.x - width / 2, below), box(spot.x - 4, above),
            box(spot.x - 4, below), box(spot.x + 4 - width, above), box(spot.x + 4 - width, below),
        ]
    }
}
