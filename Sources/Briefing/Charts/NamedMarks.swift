/// Marks of named packages with their labels: placed beside them, or numbered with the name in the key.
///
/// Packages on one spot share a mark, and its label gives all their names.
struct NamedMarks {
    struct Mark {
        let spot: Spot
        let names: [String]
        let shape: MarkerShape
        let role: MarkedPackage.Role
    }

    static let radius = 5.5
    private(set) var marks: [Mark] = []

    /// Shapes go by the order of the packages, so a package has the same shape on every chart of one set.
    static func shape(_ index: Int) -> MarkerShape {
        let shapes: [MarkerShape] = [.circle, .square, .diamond, .triangle, .wedge, .star, .plus, .cross]
        return shapes[index % shapes.count]
    }

    init(_ packages: [(spot: Spot, package: MarkedPackage, index: Int)]) {
        var used: Set<Int> = []
        for (first, entry) in packages.enumerated() where !used.contains(first) {
            var names: [String] = []
            var roles: Set<MarkedPackage.Role> = []
            for (other, candidate) in packages.enumerated() where other >= first && !used.contains(other) {
                let near =
                    (entry.spot.x - candidate.spot.x).magnitude < 2.5
                    && (entry.spot.y - candidate.spot.y).magnitude < 2.5
                guard near else { continue }
                used.insert(other)
                names.append(candidate.package.label)
                roles.insert(candidate.package.role)
            }
            let role = MarkedPackage.Role.allCases.first(where: roles.contains) ?? entry.package.role
            marks.append(Mark(spot: entry.spot, names: names, shape: Self.shape(entry.index), role: role))
        }
    }

    /// The shapes of the marks of a role, each once.
    func shapes(of role: MarkedPackage.Role) -> [MarkerShape] {
        marks.filter { $0.role == role }.map(\.shape).reduce(into: []) { shapes, shape in
            if !shapes.contains(shape) { shapes.append(shape) }
        }
    }

    /// Draws the marks, then their labels.
    ///
    /// Where a name of the yardsticks finds no room, all of them are numbered and stand in the key, and so it is
    /// with the drafts: numbers with gaps would have to be puzzled out.
    func draw(on canvas: inout Canvas, placer: inout LabelPlacer, key: inout Key) {
        for mark in marks { placer.obstacles.append(Box(center: mark.spot, radius: Self.radius + 2)) }
        for mark in marks {
            canvas.marker(mark.shape, at: mark.spot, radius: Self.radius, role: mark.role)
        }
        var numbered = 0
        for isReference in [true, false] {
            let group = marks.filter { ($0.role == .reference) == isReference }
            var (trial, tried) = (canvas, placer)
            if group.allSatisfy({ Self.name($0, on: &trial, placer: &tried) }) {
                (canvas, placer) = (trial, tried)
                continue
            }
            for mark in group {
                numbered += 1
                let number = String(numbered)
                _ = Self.label([number], isBold: true, beside: [mark.spot], on: &canvas, placer: &placer)
                key.add(.numbered(number, mark.shape, mark.role), mark.names.joined(separator: "; "))
            }
        }
    }

    /// Places the names of a mark beside it; says whether there was room.
    private static func name(_ mark: Mark, on canvas: inout Canvas, placer: inout LabelPlacer) -> Bool {
        let lines = mark.names.flatMap {
            Lettering.lines(of: $0, width: 180, size: Lettering.label, limit: 3)
        }
        return lines.count <= 5
            && label(lines, isBold: false, beside: [mark.spot], on: &canvas, placer: &placer)
    }

    /// Places lines of text beside one of some spots and draws them; says whether there was room.
    static func label(
        _ lines: [String], isBold: Bool, isQuiet: Bool = false, size: Double = Lettering.label,
        beside spots: [Spot],
        radius: Double = NamedMarks.radius, on canvas: inout Canvas, placer: inout LabelPlacer
    ) -> Bool {
        let pitch = size * Lettering.leading
        let width = lines.map { Lettering.width(of: $0, size: size, isBold: isBold) }.max() ?? 0
        let height = Double(lines.count - 1) * pitch + size * 1.2
        guard let place = placer.place(width: width, height: height, beside: spots, radius: radius) else {
            return false
        }
        let box = place.box
        let spot = place.spot
        if place.needsLeader {
            let end = Spot(
                x: min(max(spot.x, box.left - 2), box.right + 2), y: min(max(spot.y, box.top), box.bottom))
            canvas.line(from: spot, to: end, stroke: .leader)
        }
        canvas.plate(box)
        // Text stands on the side of its mark.
        let adjustment: Canvas.Adjustment =
            box.right <= spot.x ? .end : box.left >= spot.x ? .start : .middle
        let x =
            switch adjustment {
            case .start: box.left
            case .middle: (box.left + box.right) / 2
            case .end: box.right
            }
        canvas.text(
            lines: lines, at: Spot(x: x, y: box.top + 0.88 * size), size: size, adjustment: adjustment,
            isBold: isBold, isQuiet: isQuiet)
        return true
    }
}
