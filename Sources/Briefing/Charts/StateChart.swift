import Foundation

/// A graph model: states in rows, the steps between them, where things stand, and which states nobody gains by leaving.
///
/// States from which nobody has a better step stand at the bottom, and each other state above those to which better steps lead, so that
/// what can happen reads downwards.
public struct StateChart: Hashable, Sendable {
    /// A state.
    public struct Node: Hashable, Sendable {
        /// A few letters.
        public var label: String
        /// Whether nobody gains by leaving it.
        public var isEquilibrium: Bool
        /// Whether things stand there.
        public var isStatusQuo: Bool

        /// A state.
        public init(_ label: String, isEquilibrium: Bool = false, isStatusQuo: Bool = false) {
            self.label = label
            self.isEquilibrium = isEquilibrium
            self.isStatusQuo = isStatusQuo
        }
    }

    /// A step.
    public struct Edge: Hashable, Sendable {
        /// From which state, by place.
        public var from: Int
        /// To which state, by place.
        public var to: Int
        /// Whose step, by place.
        public var by: Int
        /// Whether it is better for who takes it.
        public var isImprovement: Bool

        /// A step.
        public init(from: Int, to: Int, by: Int, isImprovement: Bool) {
            self.from = from
            self.to = to
            self.by = by
            self.isImprovement = isImprovement
        }
    }

    /// The words under the drawing.
    public struct Words: Hashable, Sendable {
        /// The key of a state that nobody gains by leaving.
        public var equilibrium: String
        /// The key of where things stand.
        public var statusQuo: String
        /// The key of a step that is not better for who takes it.
        public var other: String
        /// What a reader must know: that states or steps were left out. Empty if nothing.
        public var caption: String

        /// Words.
        public init(equilibrium: String, statusQuo: String, other: String, caption: String = "") {
            self.equilibrium = equilibrium
            self.statusQuo = statusQuo
            self.other = other
            self.caption = caption
        }
    }

    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// The states.
    public var nodes: [Node]
    /// The steps.
    public var edges: [Edge]
    /// Who takes steps, in the order of ``Edge/by``.
    public var movers: [String]
    /// The words under the drawing.
    public var words: Words

    /// A chart of a graph model.
    public init(
        title: String, description: String, nodes: [Node], edges: [Edge], movers: [String], words: Words
    ) {
        self.title = title
        self.description = description
        self.nodes = nodes
        self.edges = edges
        self.movers = movers
        self.words = words
    }

    /// The most states that are drawn.
    public static let nodeLimit = 60
    /// The most steps that are not better for who takes them and are still drawn.
    public static let otherLimit = 60

    /// The drawing; its identifiers begin with `id`, which must be unique on a page.
    public func drawing(id: Anchor) -> Drawing {
        canvas(id: id).drawing(title: title, description: description, caption: words.caption)
    }

    private static let halfHeight = 12.0
    private static let pitch = 66.0

    /// How each decision maker's steps are drawn; beyond six the kinds come again, with their names beside the lines in the key.
    private static func stroke(of mover: Int) -> Stroke {
        let dashes = ["", "7 3", "2 3", "9 3 2 3", "4 2", "1 4"]
        return Stroke(width: 1.5, dash: dashes[mover % dashes.count])
    }

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas {
        let halfWidth = max(
            16,
            (nodes.map { Lettering.width(of: $0.label, size: Lettering.small, isBold: true) }.max() ?? 0) / 2
                + 6)
        let rows = layout(perRow: max(3, Int((Canvas.standardWidth - 16) / (2 * halfWidth + 18))))
        let column = 2 * halfWidth + 18
        let widest = Double(rows.map(\.count).max() ?? 1)
        var canvas = Canvas(id: id, width: max(Canvas.standardWidth, widest * column + column / 2 + 16))
        var spots = [Spot](repeating: Spot(x: 0, y: 0), count: nodes.count)
        for (row, places) in rows.enumerated() {
            // Every second row is shifted, so that steps over a row pass between its states.
            let shift = row % 2 == 0 ? 0 : column / 4
            let left =
                (canvas.width - Double(places.count - 1) * column) / 2
                + (places.count > 1 ? shift - column / 8 : shift)
            for (place, node) in places.enumerated() {
                spots[node] = Spot(x: left + Double(place) * column, y: 26 + Double(row) * Self.pitch)
            }
        }
        let others = edges.filter { !$0.isImprovement }
        if others.count <= Self.otherLimit {
            for edge in others { draw(edge, spots, halfWidth, Stroke(width: 0.9, opacity: 0.3), on: &canvas) }
        }
        for edge in edges where edge.isImprovement {
            draw(edge, spots, halfWidth, Self.stroke(of: edge.by), on: &canvas)
        }
        for (place, node) in nodes.enumerated() { draw(node, at: spots[place], halfWidth, on: &canvas) }
        let bottom = 26 + Double(max(0, rows.count - 1)) * Self.pitch + Self.halfHeight + 18
        canvas.height =
            key(hasOthers: !others.isEmpty && others.count <= Self.otherLimit).draw(on: &canvas, from: bottom)
            + 4
        return canvas
    }

    private func draw(_ node: Node, at spot: Spot, _ halfWidth: Double, on canvas: inout Canvas) {
        let box = Box(
            left: spot.x - halfWidth, top: spot.y - Self.halfHeight, right: spot.x + halfWidth,
            bottom: spot.y + Self.halfHeight)
        canvas.ground(box)
        canvas.rectangle(
            box, stroke: Stroke(width: node.isStatusQuo ? 3 : 1), fillOpacity: node.isEquilibrium ? 0.12 : 0)
        if node.isEquilibrium {
            let outer = Box(
                left: box.left - 3.5, top: box.top - 3.5, right: box.right + 3.5, bottom: box.bottom + 3.5)
            canvas.rectangle(outer, stroke: Stroke(width: 1))
        }
        canvas.text(
            node.label, at: Spot(x: spot.x, y: spot.y + 4), size: Lettering.small, adjustment: .middle,
            isBold: node.isEquilibrium)
    }

    /// A bow from border to border, so that there and back do not lie on each other.
    private func draw(
        _ edge: Edge, _ spots: [Spot], _ halfWidth: Double, _ stroke: Stroke, on canvas: inout Canvas
    ) {
        let (start, end) = (spots[edge.from], spots[edge.to])
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = max(1, (dx * dx + dy * dy).squareRoot())
        let bend = min(26, 0.14 * length)
        let middle = Spot(
            x: (start.x + end.x) / 2 - dy / length * bend, y: (start.y + end.y) / 2 + dx / length * bend)
        let points = (0...12).map { step -> Spot in
            let t = Double(step) / 12
            let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
            return Spot(x: a * start.x + b * middle.x + c * end.x, y: a * start.y + b * middle.y + c * end.y)
        }
        let margin = nodes[edge.to].isEquilibrium ? 5.0 : 1.5
        func isInside(_ point: Spot, _ center: Spot, _ margin: Double) -> Bool {
            abs(point.x - center.x) <= halfWidth + margin
                && abs(point.y - center.y) <= Self.halfHeight + margin
        }
        var line = points.filter { !isInside($0, start, 0) && !isInside($0, end, margin) }
        guard let first = line.first, let last = line.last else { return }
        // Fine steps near both ends, so that the line begins and its head ends at a border.
        func border(from outside: Spot, towards center: Spot, _ margin: Double) -> Spot {
            var (outside, inside) = (outside, center)
            for _ in 0..<12 {
                let half = Spot(x: (outside.x + inside.x) / 2, y: (outside.y + inside.y) / 2)
                if isInside(half, center, margin) { inside = half } else { outside = half }
            }
            return outside
        }
        let outside = border(from: last, towards: end, margin)
        line = [border(from: first, towards: start, 0)] + line + [outside]
        canvas.polyline(line, stroke: stroke)
        guard edge.isImprovement else { return }
        let before = line.count > 1 ? line[line.count - 2] : start
        let angle = atan2(outside.y - before.y, outside.x - before.x)
        let head = [2.7, -2.7].map {
            Spot(x: outside.x + 7.5 * cos(angle + $0), y: outside.y + 7.5 * sin(angle + $0))
        }
        canvas.polyline([head[0], outside, head[1]], stroke: Stroke(width: 1.5))
    }

    private func key(hasOthers: Bool) -> Key {
        var key = Key()
        if nodes.contains(where: \.isEquilibrium) { key.add(.doubleBox, words.equilibrium) }
        if nodes.contains(where: \.isStatusQuo) { key.add(.heavyBox, words.statusQuo) }
        for (mover, name) in movers.enumerated()
        where edges.contains(where: { $0.by == mover && $0.isImprovement }) {
            key.add(.line(Self.stroke(of: mover)), name)
        }
        if hasOthers { key.add(.line(Stroke(width: 0.9, opacity: 0.3)), words.other) }
        return key
    }

    /// States by row, top to bottom: at the bottom those without a better step, each other state above all to which better steps lead, unless
    /// they go round.
    private func layout(perRow: Int) -> [[Int]] {
        var next = [[Int]](repeating: [], count: nodes.count)
        for edge in edges where edge.isImprovement { next[edge.from].append(edge.to) }
        var depth = [Int](repeating: 0, count: nodes.count)
        var state = [UInt8](repeating: 0, count: nodes.count)
        for root in nodes.indices where state[root] == 0 {
            // Depth first without recursion; a step back to a state that is still open closes a ring and is passed over.
            var calls = [(node: root, edge: 0)]
            state[root] = 1
            while let (node, edge) = calls.last {
                if edge < next[node].count {
                    calls[calls.count - 1].edge += 1
                    let end = next[node][edge]
                    if state[end] == 0 {
                        state[end] = 1
                        calls.append((end, 0))
                    } else if state[end] == 2 {
                        depth[node] = max(depth[node], depth[end] + 1)
                    }
                    continue
                }
                state[node] = 2
                calls.removeLast()
                if let (parent, _) = calls.last { depth[parent] = max(depth[parent], depth[node] + 1) }
            }
        }
        var rows: [[Int]] = []
        for level in stride(from: depth.max() ?? 0, through: 0, by: -1) {
            let level = nodes.indices.filter { depth[$0] == level }
            for start in stride(from: 0, to: level.count, by: perRow) {
                rows.append(Array(level[start..<min(start + perRow, level.count)]))
            }
        }
        return sorted(rows.filter { !$0.isEmpty })
    }

    /// Within its row each state stands near the middle of those it has steps to and from (Sugiyama, Tagawa and Toda 1981), in a few
    /// rounds down and up.
    private func sorted(_ rows: [[Int]]) -> [[Int]] {
        var rows = rows
        var position = [Double](repeating: 0, count: nodes.count)
        func place(_ row: [Int]) {
            for (index, node) in row.enumerated() {
                position[node] = Double(index) - Double(row.count - 1) / 2
            }
        }
        rows.forEach(place)
        var neighbours = [[Int]](repeating: [], count: nodes.count)
        for edge in edges where edge.isImprovement {
            neighbours[edge.from].append(edge.to)
            neighbours[edge.to].append(edge.from)
        }
        for round in 0..<6 {
            for row in round % 2 == 0 ? Array(rows.indices) : rows.indices.reversed() {
                let middles = Dictionary(
                    uniqueKeysWithValues: rows[row].map { node -> (Int, Double) in
                        let all = neighbours[node].map { position[$0] }
                        return (node, all.isEmpty ? position[node] : all.reduce(0, +) / Double(all.count))
                    })
                rows[row].sort { (middles[$0] ?? 0, $0) < (middles[$1] ?? 0, $1) }
                place(rows[row])
            }
        }
        return rows
    }
}
