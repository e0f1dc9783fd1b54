/// The frontier of several negotiators, two at a time: one small plane for each pair of parties.
///
/// A plane shows which pair has to trade and which moves together. The party of a row is on the vertical axis, the
/// party of a column on the horizontal one. Many parties make a wide drawing that scrolls in its own box.
public struct PairMatrix: Hashable, Sendable {
    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// The parties.
    public var axes: [ChartAxis]
    /// The points of the frontier, each with a value for each axis.
    public var frontier: [[Double]]
    /// Packages with a name.
    public var named: [MarkedPackage]
    /// The words of the key.
    public var words: ChartWords

    /// A matrix of pairs.
    public init(
        title: String, description: String, axes: [ChartAxis], frontier: [[Double]] = [],
        named: [MarkedPackage] = [], words: ChartWords = .english
    ) {
        self.title = title
        self.description = description
        self.axes = axes
        self.frontier = frontier
        self.named = named
        self.words = words
    }

    /// The drawing; its identifiers begin with `id`, which must be unique on a page.
    ///
    /// - Complexity: O(n log n + n · pairs) in the frontier's points.
    public func drawing(id: Anchor) -> Drawing {
        let values = values
        return canvas(id: id, values: values)
            .drawing(title: title, description: description, caption: values.caption(words))
    }

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas { canvas(id: id, values: values) }

    /// Up to 2,000 points a plane, and about 20,000 dots on the whole drawing.
    private var values: ManyValues {
        let pairs = max(1, axes.count * (axes.count - 1) / 2)
        let limit = min(drawnLimit, max(30, 20_000 / pairs))
        return ManyValues(axes: axes, frontier: frontier, named: named, limit: limit)
    }

    private static let nameWidth = 92.0
    private static let gap = 8.0

    private func canvas(id: Anchor, values: ManyValues) -> Canvas {
        let count = max(1, axes.count - 1)
        let left = Self.nameWidth + 8
        let side = max(64, (Canvas.standardWidth - left - 8) / Double(count) - Self.gap)
        var canvas = Canvas(
            id: id, width: max(Canvas.standardWidth, left + Double(count) * (side + Self.gap)))
        canvas.height = 8 + Double(axes.count > 1 ? count : 0) * (side + Self.gap)
        for row in axes.indices.dropFirst() {
            let top = 8 + Double(row - 1) * (side + Self.gap)
            name(
                row, values: values, width: Self.nameWidth - 8, height: side, at: Spot(x: 8, y: top + 14),
                on: &canvas)
            for column in 0..<row {
                let x = left + Double(column) * (side + Self.gap)
                let box = Box(left: x, top: top, right: x + side, bottom: top + side)
                plane(column, row, in: box, values: values, on: &canvas)
            }
        }
        let bottom = canvas.height
        for column in axes.indices.dropLast() {
            let x = left + Double(column) * (side + Self.gap)
            name(column, values: values, width: side, height: 64, at: Spot(x: x, y: bottom + 10), on: &canvas)
        }
        var key = Key()
        if !values.frontier.isEmpty { key.add(.dots(Stroke(width: 3.5, opacity: 0.6)), words.frontier) }
        if axes.contains(where: { $0.withoutAgreement != nil }) {
            key.add(.line(Self.limit), words.withoutAgreement)
        }
        for (package, index) in values.named {
            key.add(.marker(NamedMarks.shape(index), package.role), package.label)
        }
        canvas.height = key.draw(on: &canvas, from: axes.count > 1 ? bottom + 70 : bottom + 10) + 4
        return canvas
    }

    private static let limit = Stroke(width: 1.2, dash: "4 3")

    /// A party's name and the ends of its scale.
    private func name(
        _ axis: Int, values: ManyValues, width: Double, height: Double, at spot: Spot, on canvas: inout Canvas
    ) {
        let limit = max(1, min(3, Int((height - 16) / 15)))
        let size = Lettering.small
        let lines = Lettering.lines(of: axes[axis].name, width: width, size: size, limit: limit, isBold: true)
        canvas.text(lines: lines, at: spot, size: size, isBold: true)
        let range = values.range(of: axis)
        let ends = range.least == range.greatest ? range.least : words.range(range.least, range.greatest)
        let shown = Lettering.lines(of: ends, width: width, size: size - 1, limit: 1)
        let under = Spot(x: spot.x, y: spot.y + Double(lines.count) * size * Lettering.leading)
        canvas.text(lines: shown, at: under, size: size - 1, isQuiet: true)
    }

    private func plane(_ column: Int, _ row: Int, in box: Box, values: ManyValues, on canvas: inout Canvas) {
        func x(_ value: Double) -> Double {
            values.scales[column].place(value, from: box.left + 6, to: box.right - 6)
        }
        func y(_ value: Double) -> Double {
            values.scales[row].place(value, from: box.bottom - 6, to: box.top + 6)
        }
        canvas.rectangle(box, stroke: Stroke(width: 0.8, opacity: 0.5))
        if let value = axes[column].withoutAgreement, AxisScale.isDrawable(value) {
            canvas.line(
                from: Spot(x: x(value), y: box.top), to: Spot(x: x(value), y: box.bottom), stroke: Self.limit)
        }
        if let value = axes[row].withoutAgreement, AxisScale.isDrawable(value) {
            canvas.line(
                from: Spot(x: box.left, y: y(value)), to: Spot(x: box.right, y: y(value)), stroke: Self.limit)
        }
        let isDense = values.frontier.count > 100
        canvas.dots(
            values.frontier.map { Spot(x: x($0[column]), y: y($0[row])) },
            stroke: Stroke(width: isDense ? 2.2 : 3.5, opacity: isDense ? 0.35 : 0.6))
        for (package, index) in values.named {
            canvas.marker(
                NamedMarks.shape(index), at: Spot(x: x(package.values[column]), y: y(package.values[row])),
                radius: 4, role: package.role)
        }
    }
}
