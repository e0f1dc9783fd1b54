/// A place on a drawing, in its own units; y grows downwards.
package struct Spot: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// An upright rectangle on a drawing.
package struct Box: Hashable, Sendable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    package init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    package init(center: Spot, radius: Double) {
        self.init(
            left: center.x - radius, top: center.y - radius, right: center.x + radius,
            bottom: center.y + radius)
    }

    package var width: Double { right - left }
    package var height: Double { bottom - top }

    /// Whether the insides meet; boxes that only touch do not.
    package func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    package func contains(_ other: Box) -> Bool {
        left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom
    }

    /// The place in it that is nearest to a spot.
    package func nearest(to spot: Spot) -> Spot {
        Spot(x: min(max(spot.x, left), right), y: min(max(spot.y, top), bottom))
    }

    package func contains(_ spot: Spot) -> Bool {
        left <= spot.x && spot.x <= right && top <= spot.y && spot.y <= bottom
    }
}
