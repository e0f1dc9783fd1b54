/// The frontier of any number of negotiators: one axis a party on its own scale, one line a package.
///
/// The axes lie one under the other, so that names of parties are read without turning the head and thirty
/// parties make a long drawing instead of a wide one. To the right is more worth to the party. Named packages
/// have a line style and a mark of their own and a label at one of the axes.
public struct ParallelCoordinates: Hashable, Sendable {
    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// The parties, from top to bottom.
    public var axes: [ChartAxis]
    /// The points of the frontier, each with a value for each axis.
    public var frontier: [[Double]]
    /// Packages with a name.
    public var named: [MarkedPackage]
    /// The words of the key.
    public var words: ChartWords

    /// A chart of parallel axes.
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
    /// - Complexity: O(n log n + n · axes) in the frontier's points.
    public func drawing(id: Anchor) -> Drawing {
        let values = values
        return canvas(id: id, values: values)
            .drawing(title: title, description: description, caption: values.caption(words))
    }

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas { canvas(id: id, values: values) }

    /// The least number of lines that is drawn of a large frontier, whatever the number of axes.
    private static let leastLines = 200

    /// Up to 2,000 lines; fewer where many axes would make a page too large to open on a telephone.
    private var values: ManyValues {
        let limit = min(drawnLimit, max(Self.leastLines, 24_000 / max(1, axes.count)))
        return ManyValues(axes: axes, frontier: frontier, named: named, limit: limit)
    }

    private static let dashes = ["", "8 4", "2 3", "10 3 2 3", "5 5", "14 4", "1 4", "10 3 2 3 2 3"]

    private static let limit = Stroke(width: 2.6, dash: "3 2")

    private var pitch: Double { axes.count <= 8 ? 76 : axes.count <= 16 ? 50 : 34 }
    private func height(of axis: Int) -> Double { 34 + Double(axis) * pitch }

    private func canvas(id: Anchor, values: ManyValues) -> Canvas {
        var canvas = Canvas(id: id)
        let left = 16.0
        let right = canvas.width - 16
        func spots(_ package: [Double]) -> [Spot] {
            package.indices.map { axis in
                Spot(x: values.scales[axis].place(package[axis], from: left, to: right), y: height(of: axis))
            }
        }
        canvas.height = axes.isEmpty ? 10 : height(of: axes.count - 1) + 34
        let opacity = values.frontier.count > 200 ? 0.08 : values.frontier.count > 30 ? 0.2 : 0.35
        canvas.polylines(values.frontier.map(spots), stroke: Stroke(width: 1.1, opacity: opacity))
        let packages = values.named.map { ($0.package, $0.index, spots($0.package.values)) }
        for (_, index, spots) in packages {
            canvas.polyline(spots, stroke: Stroke(width: 2, dash: Self.dashes[index % Self.dashes.count]))
        }
        for axis in axes.indices { drawAxis(axis, values: values, from: left, to: right, on: &canvas) }
        var key = Key()
        if !values.frontier.isEmpty { key.add(.line(Stroke(width: 1.1, opacity: 0.45)), words.frontier) }
        if axes.contains(where: { $0.withoutAgreement != nil }) {
            key.add(.line(Self.limit), words.withoutAgreement)
        }
        let limits = axes.indices.compactMap { axis in
            axes[axis].withoutAgreement.map {
                Spot(x: values.scales[axis].place($0, from: left, to: right), y: height(of: axis))
            }
        }
        drawNamed(packages, keepingClearOf: limits, on: &canvas, key: &key)
        canvas.height = key.draw(on: &canvas, from: canvas.height) + 4
        return canvas
    }

    private func drawAxis(
        _ axis: Int, values: ManyValues, from left: Double, to right: Double, on canvas: inout Canvas
    ) {
        let y = height(of: axis)
        let scale = values.scales[axis]
        let range = values.range(of: axis)
        let ends = range.least == range.greatest ? range.least : words.range(range.least, range.greatest)
        let room = right - left - Lettering.width(of: ends, size: Lettering.small) - 12
        let name = Lettering.lines(
            of: axes[axis].name, width: room, size: Lettering.label, limit: 1, isBold: true)
        let (start, end) = (Spot(x: left, y: y - 12), Spot(x: right, y: y - 12))
        canvas.plate(
            Canvas.box(
                of: name[0], at: start, size: Lettering.label, adjustment: .start, isBold: true))
        canvas.text(lines: name, at: start, isBold: true)
        canvas.plate(Canvas.box(of: ends, at: end, size: Lettering.small, adjustment: .end, isBold: false))
        canvas.text(ends, at: end, size: Lettering.small, adjustment: .end, isQuiet: true)
        canvas.line(from: Spot(x: left, y: y), to: Spot(x: right, y: y), stroke: .axis)
        for tick in scale.ticks(about: 5) {
            let x = scale.place(tick.value, from: left, to: right)
            canvas.line(from: Spot(x: x, y: y - 3), to: Spot(x: x, y: y + 3), stroke: .axis)
        }
        if let value = axes[axis].withoutAgreement, AxisScale.isDrawable(value) {
            let x = scale.place(value, from: left, to: right)
            canvas.line(from: Spot(x: x, y: y - 8), to: Spot(x: x, y: y + 13), stroke: Self.limit)
        }
    }

    private func drawNamed(
        _ packages: [(package: MarkedPackage, index: Int, spots: [Spot])], keepingClearOf limits: [Spot],
        on canvas: inout Canvas, key: inout Key
    ) {
        var placer = LabelPlacer(
            frame: Box(left: 4, top: 2, right: canvas.width - 4, bottom: canvas.height - 2),
            obstacles: canvas.texts.map(\.box)
                + limits.map {
                    Box(left: $0.x - 2, top: $0.y - 8, right: $0.x + 2, bottom: $0.y + 13)
                })
        for axis in axes.indices {
            let y = height(of: axis)
            placer.points += (0...80).map { Spot(x: Double($0) / 80 * canvas.width, y: y) }
        }
        for (package, index, spots) in packages {
            for spot in spots {
                canvas.marker(NamedMarks.shape(index), at: spot, radius: 5, role: package.role)
                placer.obstacles.append(Box(center: spot, radius: 6))
            }
            placer.points += Self.along(spots)
        }
        let isCrowded = packages.count > Self.labelLimit || axes.count > 6
        for (order, (package, index, spots)) in packages.enumerated() {
            let lines = Lettering.lines(of: package.label, width: 150, size: Lettering.small, limit: 2)
            // Labels begin at different axes, so that they spread over the drawing.
            let turned = spots.indices.map { spots[($0 + order) % spots.count] }
            // Many labels among many lines cannot be read: then the key alone names them.
            let isDone =
                !isCrowded
                && NamedMarks.label(
                    lines, isBold: true, size: Lettering.small, beside: turned, radius: 5, on: &canvas,
                    placer: &placer)
            let stroke = Stroke(width: 2, dash: Self.dashes[index % Self.dashes.count])
            let sign = Key.Sign.markedLine(stroke, NamedMarks.shape(index), package.role)
            if !isDone { key.add(sign, package.label) }
        }
    }

    /// Up to how many names stand at their lines.
    private static let labelLimit = 3

    /// Places along a line, for labels to keep clear of.
    private static func along(_ spots: [Spot]) -> [Spot] {
        zip(spots, spots.dropFirst()).flatMap { start, end in
            (0...10).map { step in
                let share = Double(step) / 10
                return Spot(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
            }
        }
    }
}
