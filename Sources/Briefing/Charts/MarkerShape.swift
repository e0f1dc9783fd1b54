/// The shape of a mark for something named; shapes tell marks apart without colour.
public enum MarkerShape: String, Hashable, Sendable, CaseIterable {
    /// A circle.
    case circle
    /// A square.
    case square
    /// A square on its corner.
    case diamond
    /// A triangle that points up.
    case triangle
    /// A triangle that points down.
    case wedge
    /// A star with five points.
    case star
    /// An upright cross.
    case plus
    /// A cross on its side.
    case cross

    /// The outline around a place, as SVG path data.
    func path(at spot: Spot, radius: Double) -> String {
        let corners: [(Double, Double)]
        switch self {
        case .circle:
            let side = decimal(radius, places: 1)
            let width = decimal(2 * radius, places: 1)
            return "M\(decimal(spot.x - radius, places: 1)) \(decimal(spot.y, places: 1))"
                + "a\(side) \(side) 0 1 0 \(width) 0a\(side) \(side) 0 1 0 -\(width) 0z"
        case .square: corners = [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]
        case .diamond: corners = [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]
        case .triangle: corners = [(0, -1.15), (1.1, 0.8), (-1.1, 0.8)]
        case .wedge: corners = [(0, 1.15), (1.1, -0.8), (-1.1, -0.8)]
        case .star:
            corners = [
                (0, -1.3), (0.32, -0.44), (1.24, -0.4), (0.52, 0.17), (0.76, 1.05), (0, 0.55), (-0.76, 1.05),
                (-0.52, 0.17), (-1.24, -0.4), (-0.32, -0.44),
            ]
        case .plus, .cross:
            let upright = [
                (-0.35, -1.1), (0.35, -1.1), (0.35, -0.35), (1.1, -0.35), (1.1, 0.35), (0.35, 0.35),
                (0.35, 1.1),
                (-0.35, 1.1), (-0.35, 0.35), (-1.1, 0.35), (-1.1, -0.35), (-0.35, -0.35),
            ]
            let turn = 0.70710678
            corners = self == .plus ? upright : upright.map { (($0 - $1) * turn, ($0 + $1) * turn) }
        }
        let points = corners.map { corner in
            decimal(spot.x + corner.0 * radius, places: 1) + " "
                + decimal(spot.y + corner.1 * radius, places: 1)
        }
        return "M" + points.joined(separator: "L") + "z"
    }
}
