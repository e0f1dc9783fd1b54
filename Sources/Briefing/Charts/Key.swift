/// What the signs of a chart mean, in rows under it.
struct Key {
    /// A sign.
    enum Sign {
        case dots(Stroke)
        case line(Stroke)
        case hatch
        case marker(MarkerShape, MarkedPackage.Role)
        /// Several shapes that mean the same.
        case markers([MarkerShape], MarkedPackage.Role)
        case markedLine(Stroke, MarkerShape, MarkedPackage.Role)
        case numbered(String, MarkerShape, MarkedPackage.Role)
        case interval
        case bar
        case doubleBox
        case heavyBox
    }

    private var entries: [(sign: Sign, label: String)] = []

    mutating func add(_ sign: Sign, _ label: String) { entries.append((sign, label)) }

    private static let signWidth = 30.0
    private static let markerPitch = 15.0
    private static let size = Lettering.small

    /// Draws the key from a height downwards and returns the height under it.
    func draw(on canvas: inout Canvas, from top: Double, margin: Double = 8) -> Double {
        var x = margin
        var y = top
        var rowHeight = 0.0
        let pitch = Self.size * Lettering.leading
        for (sign, label) in entries {
            let signWidth = Self.width(of: sign)
            let whole = signWidth + Lettering.width(of: label, size: Self.size)
            if x > margin, x + whole > canvas.width - margin {
                x = margin
                y += rowHeight
                rowHeight = 0
            }
            let room = canvas.width - margin - x - signWidth
            let lines = Lettering.lines(of: label, width: room, size: Self.size)
            Self.draw(sign, at: Spot(x: x, y: y + 9), on: &canvas)
            canvas.text(lines: lines, at: Spot(x: x + signWidth, y: y + 13), size: Self.size)
            x += min(whole, canvas.width) + 14
            rowHeight = max(rowHeight, Double(lines.count) * pitch + 5)
        }
        return y + rowHeight
    }

    private static func width(of sign: Sign) -> Double {
        if case .numbered(let number, _, _) = sign {
            return 26 + Lettering.width(of: number, size: size, isBold: true)
        }
        if case .markers(let shapes, _) = sign { return signWidth + Double(shapes.count - 1) * markerPitch }
        return signWidth
    }

    private static func draw(_ sign: Sign, at spot: Spot, on canvas: inout Canvas) {
        let middle = Spot(x: spot.x + 12, y: spot.y)
        func line(_ stroke: Stroke) {
            canvas.line(from: spot, to: Spot(x: spot.x + 24, y: spot.y), stroke: stroke)
        }
        switch sign {
        case .dots(let stroke):
            canvas.dots(
                [Spot(x: spot.x + 4, y: spot.y + 2), middle, Spot(x: spot.x + 20, y: spot.y + 3)],
                stroke: stroke)
        case .line(let stroke): line(stroke)
        case .hatch:
            canvas.hatched(Box(left: spot.x, top: spot.y - 7, right: spot.x + 24, bottom: spot.y + 7))
        case .marker(let shape, let role):
            canvas.marker(shape, at: middle, radius: 5, role: role)
        case .markers(let shapes, let role):
            for (place, shape) in shapes.enumerated() {
                let next = Spot(x: middle.x + Double(place) * markerPitch, y: middle.y)
                canvas.marker(shape, at: next, radius: 5, role: role)
            }
        case .markedLine(let stroke, let shape, let role):
            line(stroke)
            canvas.marker(shape, at: middle, radius: 5, role: role)
        case .numbered(let number, let shape, let role):
            canvas.marker(shape, at: Spot(x: spot.x + 7, y: spot.y), radius: 5, role: role)
            canvas.text(number, at: Spot(x: spot.x + 18, y: spot.y + 4), size: size, isBold: true)
        case .interval:
            line(Stroke(width: 1.4))
            for x in [spot.x, spot.x + 24] {
                canvas.line(
                    from: Spot(x: x, y: spot.y - 5), to: Spot(x: x, y: spot.y + 5), stroke: Stroke(width: 1.4)
                )
            }
        case .bar: line(Stroke(width: 7, opacity: 0.35))
        case .doubleBox:
            let inner = Box(left: spot.x + 3, top: spot.y - 4, right: spot.x + 21, bottom: spot.y + 4)
            canvas.rectangle(inner, stroke: Stroke(width: 1), fillOpacity: 0.12)
            canvas.rectangle(
                Box(
                    left: inner.left - 3, top: inner.top - 3, right: inner.right + 3, bottom: inner.bottom + 3
                ),
                stroke: Stroke(width: 1))
        case .heavyBox:
            canvas.rectangle(
                Box(left: spot.x + 1.5, top: spot.y - 6, right: spot.x + 22.5, bottom: spot.y + 6),
                stroke: Stroke(width: 3))
        }
    }
}
