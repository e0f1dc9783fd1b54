/// The space of agreement of two negotiators: each package a point, each party on its own scale.
///
/// Drawn: the cloud of possible packages, the frontier as steps, the no-agreement line of each party, the region
/// in which neither is worse off than without agreement (hatched), and named packages with marks of their own.
/// Values that have no place on a scale (not finite, or beyond 10^300) are left out and counted in the caption.
public struct PlaneChart: Hashable, Sendable {
    /// A package by its worth to both.
    public struct Point: Hashable, Sendable {
        /// Its worth on the horizontal axis.
        public var x: Double
        /// Its worth on the vertical axis.
        public var y: Double
        /// Whether every negotiator accepts it: no worse than no agreement, and no red line crossed.
        public var isAcceptable: Bool

        /// A point.
        public init(x: Double, y: Double, isAcceptable: Bool = false) {
            self.x = x
            self.y = y
            self.isAcceptable = isAcceptable
        }
    }

    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// The axis from left to right.
    public var horizontal: ChartAxis
    /// The axis from bottom to top.
    public var vertical: ChartAxis
    /// Possible packages, or a sample of them.
    public var cloud: [Point]
    /// The points of the frontier, in any order.
    public var frontier: [Point]
    /// Packages with a name; two values each.
    public var named: [MarkedPackage]
    /// The words of the key.
    public var words: ChartWords

    /// A chart of the plane.
    public init(
        title: String, description: String, horizontal: ChartAxis, vertical: ChartAxis, cloud: [Point] = [],
        frontier: [Point] = [], named: [MarkedPackage] = [], words: ChartWords = .english
    ) {
        self.title = title
        self.description = description
        self.horizontal = horizontal
        self.vertical = vertical
        self.cloud = cloud
        self.frontier = frontier
        self.named = named
        self.words = words
    }

    /// The drawing; its identifiers begin with `id`, which must be unique on a page.
    ///
    /// - Complexity: O(n log n) in the points.
    public func drawing(id: Anchor) -> Drawing {
        let plan = Plan(self)
        return plan.canvas(id: id).drawing(title: title, description: description, caption: plan.caption)
    }

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas { Plan(self).canvas(id: id) }
}

/// What of a plane is drawn, and where.
private struct Plan {
    let chart: PlaneChart
    let cloud: [PlaneChart.Point]
    let frontier: [PlaneChart.Point]
    let named: [(package: MarkedPackage, index: Int)]
    let caption: String
    let x: AxisScale
    let y: AxisScale
    let plot: Box
    let height: Double

    init(_ chart: PlaneChart) {
        self.chart = chart
        func hasPlace(_ point: PlaneChart.Point) -> Bool {
            AxisScale.isDrawable(point.x) && AxisScale.isDrawable(point.y)
        }
        let cloud = chart.cloud.filter(hasPlace)
        let curve = chart.frontier.filter(hasPlace).sorted { ($0.x, -$0.y) < ($1.x, -$1.y) }
        named = chart.named.enumerated().compactMap { index, package in
            package.values.count == 2 && package.values.allSatisfy(AxisScale.isDrawable)
                ? (package, index) : nil
        }
        // The frontier comes first, as long as half of what is drawn is left to the cloud.
        let curveLimit = max(drawnLimit / 2, drawnLimit - cloud.count)
        frontier = spacedIndices(of: curve.count, limit: curveLimit).map { curve[$0] }
        let rest = drawnLimit - frontier.count
        self.cloud = sampledIndices(of: cloud.count, limit: rest).map { cloud[$0] }
        var statements: [String] = []
        let drawn = self.cloud.count + frontier.count
        if drawn < cloud.count + curve.count {
            statements.append(chart.words.sample(drawn: drawn, all: cloud.count + curve.count))
        }
        let placeless =
            chart.cloud.count - cloud.count + chart.frontier.count - curve.count + chart.named.count
            - named.count
        if placeless > 0 { statements.append(chart.words.leftOut(placeless)) }
        caption = statements.joined(separator: " ")

        let all = cloud + curve
        x = AxisScale(
            all.map(\.x) + named.map { $0.package.values[0] } + [chart.horizontal.withoutAgreement ?? .nan])
        y = AxisScale(
            all.map(\.y) + named.map { $0.package.values[1] } + [chart.vertical.withoutAgreement ?? .nan])
        let labels = y.ticks(about: 5).map { Lettering.width(of: $0.label, size: Lettering.small) }
        let head = Lettering.lines(
            of: chart.vertical.name, width: Canvas.standardWidth - 16, size: Lettering.label, limit: 2,
            isBold: true)
        let top = 16 + Double(head.count) * Lettering.label * Lettering.leading
        plot = Box(
            left: (labels.max() ?? 0) + 16, top: top, right: Canvas.standardWidth - 14, bottom: top + 310)
        height = plot.bottom
    }

    func spot(_ x: Double, _ y: Double) -> Spot {
        Spot(
            x: self.x.place(x, from: plot.left, to: plot.right),
            y: self.y.place(y, from: plot.bottom, to: plot.top))
    }

    func canvas(id: Anchor) -> Canvas {
        var canvas = Canvas(id: id)
        var key = Key()
        canvas.height = height
        drawRegion(on: &canvas)
        drawAxes(on: &canvas)
        let others = cloud.filter { !$0.isAcceptable }.map { spot($0.x, $0.y) }
        let acceptable = cloud.filter(\.isAcceptable).map { spot($0.x, $0.y) }
        canvas.dots(others, stroke: .others)
        canvas.dots(acceptable, stroke: .acceptable)
        let steps = drawFrontier(on: &canvas)
        var placer = LabelPlacer(frame: plot, points: others + acceptable)
        // Hiding the frontier costs more than hiding a package under it, and a line through a label more than both.
        for _ in 0..<4 { placer.points += steps }
        placer.precious = frontier.map { Box(center: spot($0.x, $0.y), radius: 4) }
        for _ in 0..<4 { placer.precious += limitBoxes() }
        let marks = NamedMarks(
            named.map { (spot($0.package.values[0], $0.package.values[1]), $0.package, $0.index) })
        for mark in marks.marks {
            placer.obstacles.append(Box(center: mark.spot, radius: NamedMarks.radius + 2))
        }
        drawLimits(on: &canvas, placer: &placer)
        addSigns(to: &key, marks, hasOthers: !others.isEmpty, hasAcceptable: !acceptable.isEmpty)
        marks.draw(on: &canvas, placer: &placer, key: &key)
        let title = Lettering.lines(
            of: chart.horizontal.name, width: plot.width, size: Lettering.label, limit: 2, isBold: true)
        canvas.text(
            lines: title, at: Spot(x: plot.right, y: plot.bottom + 36), adjustment: .end, isBold: true)
        let under = plot.bottom + 36 + Double(title.count - 1) * 17 + 14
        canvas.height = key.draw(on: &canvas, from: under) + 4
        return canvas
    }

    private func drawRegion(on canvas: inout Canvas) {
        guard let left = chart.horizontal.withoutAgreement, let bottom = chart.vertical.withoutAgreement,
            AxisScale.isDrawable(left), AxisScale.isDrawable(bottom)
        else { return }
        let corner = spot(left, bottom)
        canvas.hatched(Box(left: corner.x, top: plot.top, right: plot.right, bottom: corner.y))
    }

    private func drawAxes(on canvas: inout Canvas) {
        for tick in y.ticks(about: 5) {
            let height = y.place(tick.value, from: plot.bottom, to: plot.top)
            canvas.line(
                from: Spot(x: plot.left, y: height), to: Spot(x: plot.right, y: height), stroke: .grid)
            canvas.text(
                tick.label, at: Spot(x: plot.left - 6, y: height + 4), size: Lettering.small,
                adjustment: .end,
                isQuiet: true)
        }
        for tick in horizontalTicks() {
            let place = x.place(tick.value, from: plot.left, to: plot.right)
            canvas.line(from: Spot(x: place, y: plot.top), to: Spot(x: place, y: plot.bottom), stroke: .grid)
            canvas.text(
                tick.label, at: Spot(x: place, y: plot.bottom + 16), size: Lettering.small,
                adjustment: .middle,
                isQuiet: true)
        }
        let corner = Spot(x: plot.left, y: plot.bottom)
        canvas.line(from: Spot(x: plot.left, y: plot.top), to: corner, stroke: .axis)
        canvas.line(from: corner, to: Spot(x: plot.right, y: plot.bottom), stroke: .axis)
        let head = Lettering.lines(
            of: chart.vertical.name, width: Canvas.standardWidth - 16, size: Lettering.label, limit: 2,
            isBold: true)
        canvas.text(lines: head, at: Spot(x: 8, y: 14), isBold: true)
    }

    /// As many ticks as stand beside each other without touching, and inside the frame.
    private func horizontalTicks() -> [(value: Double, label: String)] {
        for count in [6, 5, 4, 3, 2, 1] {
            let ticks = x.ticks(about: count)
            let boxes = ticks.map { tick in
                Canvas.box(
                    of: tick.label, at: Spot(x: x.place(tick.value, from: plot.left, to: plot.right), y: 0),
                    size: Lettering.small, adjustment: .middle, isBold: false)
            }
            let fits = zip(boxes, boxes.dropFirst()).allSatisfy { $0.right + 6 < $1.left }
            if fits, boxes.allSatisfy({ $0.left >= 0 && $0.right <= Canvas.standardWidth }) { return ticks }
        }
        return []
    }

    /// Draws the frontier as steps: what lies under a step is no better for either than the point at its corner.
    private func drawFrontier(on canvas: inout Canvas) -> [Spot] {
        let spots = frontier.map { spot($0.x, $0.y) }
        var steps: [Spot] = []
        for (index, next) in spots.enumerated() {
            if index > 0 { steps.append(Spot(x: spots[index - 1].x, y: next.y)) }
            steps.append(next)
        }
        if spots.count > 1 { canvas.polyline(steps, stroke: .frontier) }
        canvas.dots(spots, stroke: Stroke(width: spots.count > 60 ? 4 : 7))
        return steps
    }

    private func drawLimits(on canvas: inout Canvas, placer: inout LabelPlacer) {
        if let value = chart.horizontal.withoutAgreement, AxisScale.isDrawable(value) {
            let place = x.place(value, from: plot.left, to: plot.right)
            let top = Spot(x: place, y: plot.top)
            canvas.line(from: top, to: Spot(x: place, y: plot.bottom), stroke: .limit)
            let beside = [0.03, 0.97, 0.5, 0.25, 0.75].map { Spot(x: place, y: plot.top + $0 * plot.height) }
            label(chart.horizontal.withoutAgreementLabel, beside: beside, on: &canvas, placer: &placer)
        }
        if let value = chart.vertical.withoutAgreement, AxisScale.isDrawable(value) {
            let place = y.place(value, from: plot.bottom, to: plot.top)
            let left = Spot(x: plot.left, y: place)
            canvas.line(from: left, to: Spot(x: plot.right, y: place), stroke: .limit)
            let beside = [0.85, 0.15, 0.5, 0.3, 0.7].map { Spot(x: plot.left + $0 * plot.width, y: place) }
            label(chart.vertical.withoutAgreementLabel, beside: beside, on: &canvas, placer: &placer)
        }
    }

    /// The room of the no-agreement lines, for labels to keep clear of.
    private func limitBoxes() -> [Box] {
        var boxes: [Box] = []
        if let value = chart.horizontal.withoutAgreement, AxisScale.isDrawable(value) {
            let place = x.place(value, from: plot.left, to: plot.right)
            boxes.append(Box(left: place - 1, top: plot.top, right: place + 1, bottom: plot.bottom))
        }
        if let value = chart.vertical.withoutAgreement, AxisScale.isDrawable(value) {
            let place = y.place(value, from: plot.bottom, to: plot.top)
            boxes.append(Box(left: plot.left, top: place - 1, right: plot.right, bottom: place + 1))
        }
        return boxes
    }

    /// Labels a line at that of some spots where the label hides least.
    private func label(
        _ text: String, beside spots: [Spot], on canvas: inout Canvas, placer: inout LabelPlacer
    ) {
        guard !text.isEmpty else { return }
        let lines = Lettering.lines(of: text, width: 140, size: Lettering.small, limit: 3)
        _ = NamedMarks.label(
            lines, isBold: false, size: Lettering.small, beside: spots, radius: 2, on: &canvas,
            placer: &placer)
    }

    /// Explains what is drawn, and nothing else.
    private func addSigns(to key: inout Key, _ marks: NamedMarks, hasOthers: Bool, hasAcceptable: Bool) {
        let words = chart.words
        if hasOthers { key.add(.dots(.others), words.possible) }
        if hasAcceptable { key.add(.dots(.acceptable), words.acceptable) }
        // A frontier of one point has no steps.
        if !frontier.isEmpty {
            key.add(frontier.count > 1 ? .line(.frontier) : .dots(Stroke(width: 7)), words.frontier)
        }
        let limits = [chart.horizontal.withoutAgreement, chart.vertical.withoutAgreement].compactMap { $0 }
            .filter(AxisScale.isDrawable)
        if !limits.isEmpty { key.add(.line(.limit), words.withoutAgreement) }
        if limits.count == 2 { key.add(.hatch, words.region) }
        for role in MarkedPackage.Role.allCases {
            let shapes = marks.shapes(of: role)
            if !shapes.isEmpty { key.add(.markers(shapes, role), words.meaning(of: role)) }
        }
    }
}
