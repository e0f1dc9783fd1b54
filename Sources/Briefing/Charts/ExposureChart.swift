public import Negotiation

/// What each party has at stake over time: for each a curve, or a band from least to greatest, on its own scale.
///
/// Curves run straight between their points and jump at them. Parties stand under each other because their scales
/// are their own: only the times may be compared. Times are minutes from the start.
public struct ExposureChart: Hashable, Sendable {
    /// What is at stake just before and from a time on, in points.
    public struct Point: Hashable, Sendable {
        /// When.
        public var time: Int
        /// Just before.
        public var before: ClosedRange<Double>
        /// From then on.
        public var after: ClosedRange<Double>

        /// A point.
        public init(_ time: Int, before: ClosedRange<Double>, after: ClosedRange<Double>) {
            self.time = time
            self.before = before
            self.after = after
        }
    }

    /// A party.
    public struct Panel: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Who says its numbers, such as `estimate by others`.
        public var basis: String
        /// The curve, by time.
        public var points: [Point]
        /// When most is at stake.
        public var worstTime: Int
        /// How much then, at most.
        public var worst: Double
        /// The same in words.
        public var worstLabel: String

        /// A party.
        public init(
            _ name: String, basis: String, points: [Point], worstTime: Int, worst: Double, worstLabel: String
        ) {
            self.name = name
            self.basis = basis
            self.points = points
            self.worstTime = worstTime
            self.worst = worst
            self.worstLabel = worstLabel
        }
    }

    /// The words of the key.
    public struct Words: Hashable, Sendable {
        /// A curve of single numbers.
        public var curve = ""
        /// From the least to the greatest.
        public var band = ""
        /// The worst moment.
        public var worst = ""
        /// Nothing at stake.
        public var zero = ""
        /// The break of the scale.
        public var scaleBreak = ""
        /// The words of the scale.
        public var time: TimeWords

        /// Words, to be filled one by one.
        public init(time: TimeWords) { self.time = time }
    }

    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// What a reader must know.
    public var caption: String
    /// The parties, from top to bottom.
    public var panels: [Panel]
    /// When the start is, where it has a date.
    public var start: Moment?
    /// The words of the key.
    public var words: Words
    /// Times that the scale must show beside those of the curves.
    public var shown: [Int]

    /// A chart of what parties have at stake.
    public init(
        title: String, description: String, caption: String, panels: [Panel], start: Moment? = nil,
        words: Words, shown: [Int] = []
    ) {
        self.title = title
        self.description = description
        self.caption = caption
        self.panels = panels
        self.start = start
        self.words = words
        self.shown = shown
    }

    /// The drawing; its identifiers begin with `id`, which must be unique on a page.
    public func drawing(id: Anchor) -> Drawing {
        canvas(id: id).drawing(title: title, description: description, caption: caption)
    }

    private static let plotHeight = 104.0

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas {
        var canvas = Canvas(id: id)
        let scales = panels.map { AxisScale($0.values + [0], room: 0.06) }
        let labels = scales.flatMap {
            $0.ticks(about: 4).map { Lettering.width(of: $0.label, size: Lettering.small) }
        }
        let axis = TimeAxis(
            panels.flatMap(\.points).map(\.time) + shown, start: start, left: (labels.max() ?? 0) + 14,
            right: canvas.width - 26)
        var y = 14.0
        for (panel, scale) in zip(panels, scales) { y = draw(panel, scale, axis, from: y, on: &canvas) }
        canvas.height = key.draw(on: &canvas, from: y - 14) + 4
        if axis.breakTime != nil { drawBreakSign(on: &canvas) }
        return canvas
    }

    /// Draws a party and returns where the next begins.
    private func draw(
        _ panel: Panel, _ scale: AxisScale, _ axis: TimeAxis, from top: Double, on canvas: inout Canvas
    ) -> Double {
        let room = canvas.width - 16
        let pitch = Lettering.small * Lettering.leading
        var y = top
        let name = Lettering.lines(of: panel.name, width: room, size: Lettering.label, limit: 2, isBold: true)
        canvas.text(lines: name, at: Spot(x: 8, y: y), isBold: true)
        y += Double(name.count - 1) * Lettering.label * Lettering.leading
        let basis = Lettering.lines(of: panel.basis, width: room, size: Lettering.small, limit: 1)[0]
        let together =
            Lettering.width(of: name[name.count - 1], size: Lettering.label, isBold: true)
            + Lettering.width(of: basis, size: Lettering.small)
        if together + 16 > room { y += pitch }
        canvas.text(
            basis, at: Spot(x: canvas.width - 8, y: y), size: Lettering.small, adjustment: .end, isQuiet: true
        )
        y += pitch + 2
        let label = Lettering.lines(of: panel.worstLabel, width: room - 18, size: Lettering.small, limit: 3)
        if !panel.worstLabel.isEmpty {
            canvas.marker(.circle, at: Spot(x: 15, y: y - 4), radius: 4, role: .reference)
            canvas.text(lines: label, at: Spot(x: 26, y: y), size: Lettering.small)
            y += Double(label.count) * pitch
        }
        let plot = Box(left: axis.left, top: y - 4, right: axis.right, bottom: y - 4 + Self.plotHeight)
        drawScales(scale, axis, plot, on: &canvas)
        drawCurve(panel, scale, axis, plot, on: &canvas)
        return plot.bottom + 60
    }

    private func drawScales(_ scale: AxisScale, _ axis: TimeAxis, _ plot: Box, on canvas: inout Canvas) {
        for tick in scale.ticks(about: 4) {
            let height = scale.place(tick.value, from: plot.bottom, to: plot.top)
            canvas.line(
                from: Spot(x: plot.left, y: height), to: Spot(x: plot.right, y: height), stroke: .grid)
            canvas.text(
                tick.label, at: Spot(x: plot.left - 5, y: height + 4), size: Lettering.small,
                adjustment: .end,
                isQuiet: true)
        }
        for tick in axis.ticks(words.time, frame: canvas.width) {
            let x = axis.place(tick.time)
            canvas.line(from: Spot(x: x, y: plot.top), to: Spot(x: x, y: plot.bottom + 3), stroke: .grid)
            canvas.text(
                tick.label, at: Spot(x: x, y: plot.bottom + 16), size: Lettering.small, adjustment: .middle,
                isQuiet: true)
        }
        let title = Lettering.lines(
            of: axis.title(words.time), width: plot.width, size: Lettering.small, limit: 1)[0]
        canvas.text(
            title, at: Spot(x: plot.right, y: plot.bottom + 31), size: Lettering.small, adjustment: .end,
            isQuiet: true)
        let corner = Spot(x: plot.left, y: plot.bottom)
        canvas.line(from: Spot(x: plot.left, y: plot.top), to: corner, stroke: .axis)
        canvas.line(from: corner, to: Spot(x: plot.right, y: plot.bottom), stroke: .axis)
        if axis.breakTime != nil {
            canvas.line(
                from: Spot(x: axis.breakPlace, y: plot.top), to: Spot(x: axis.breakPlace, y: plot.bottom),
                stroke: Stroke(width: 0.8, dash: "2 3", opacity: 0.6))
            canvas.cut(Spot(x: axis.breakPlace, y: plot.bottom), height: 5)
        }
        let zero = scale.place(0, from: plot.bottom, to: plot.top)
        canvas.line(from: Spot(x: plot.left, y: zero), to: Spot(x: plot.right, y: zero), stroke: .zero)
    }

    private func drawCurve(
        _ panel: Panel, _ scale: AxisScale, _ axis: TimeAxis, _ plot: Box, on canvas: inout Canvas
    ) {
        func spot(_ time: Int, _ value: Double) -> Spot {
            Spot(x: axis.place(time), y: scale.place(value, from: plot.bottom, to: plot.top))
        }
        let points = bent(panel.points.filter(\.isDrawable), at: axis.breakTime)
        if panel.isBand {
            drawBand(points, spot, on: &canvas)
            canvas.polyline(
                points.flatMap { [spot($0.time, $0.before.lowerBound), spot($0.time, $0.after.lowerBound)] },
                stroke: .least)
        }
        canvas.polyline(
            points.flatMap { [spot($0.time, $0.before.upperBound), spot($0.time, $0.after.upperBound)] },
            stroke: .greatest)
        guard AxisScale.isDrawable(panel.worst), !panel.worstLabel.isEmpty else { return }
        let worst = spot(panel.worstTime, panel.worst)
        canvas.line(from: worst, to: Spot(x: worst.x, y: plot.bottom), stroke: Stroke(width: 1, dash: "2 2"))
        canvas.marker(.circle, at: worst, radius: 4, role: .reference)
    }

    /// The same with a point where the scale changes: what is straight in time has a bend there.
    private func bent(_ points: [Point], at time: Int?) -> [Point] {
        guard let time, let next = points.firstIndex(where: { $0.time > time }), next > 0,
            points[next - 1].time < time
        else { return points }
        let (start, end) = (points[next - 1], points[next])
        let share = Double(time - start.time) / Double(end.time - start.time)
        let least = start.after.lowerBound + share * (end.before.lowerBound - start.after.lowerBound)
        let greatest = start.after.upperBound + share * (end.before.upperBound - start.after.upperBound)
        let there = least...max(least, greatest)
        return points[..<next] + [Point(time, before: there, after: there)] + points[next...]
    }

    /// Upright strokes between the least and the greatest.
    private func drawBand(_ points: [Point], _ spot: (Int, Double) -> Spot, on canvas: inout Canvas) {
        var strokes: [[Spot]] = []
        for (point, next) in zip(points, points.dropFirst()) {
            let (start, end) = (
                spot(point.time, point.after.upperBound), spot(next.time, next.before.upperBound)
            )
            let (low, lowEnd) = (
                spot(point.time, point.after.lowerBound), spot(next.time, next.before.lowerBound)
            )
            guard end.x > start.x else { continue }
            for x in stride(from: (start.x / 4).rounded(.up) * 4, to: end.x, by: 4) {
                let share = (x - start.x) / (end.x - start.x)
                strokes.append([
                    Spot(x: x, y: start.y + share * (end.y - start.y)),
                    Spot(x: x, y: low.y + share * (lowEnd.y - low.y)),
                ])
            }
        }
        canvas.polylines(strokes, stroke: Stroke(width: 1.4, opacity: 0.35))
    }

    /// Explains the break under the key, and makes room for that.
    private func drawBreakSign(on canvas: inout Canvas) {
        let y = canvas.height + 4
        canvas.line(from: Spot(x: 8, y: y), to: Spot(x: 32, y: y), stroke: .axis)
        canvas.cut(Spot(x: 20, y: y), height: 5)
        let lines = Lettering.lines(of: words.scaleBreak, width: canvas.width - 46, size: Lettering.small)
        canvas.text(lines: lines, at: Spot(x: 38, y: y + 4), size: Lettering.small)
        canvas.height = y + Double(lines.count) * Lettering.small * Lettering.leading - 4
    }

    private var key: Key {
        var key = Key()
        key.add(.line(.greatest), panels.contains(where: \.isBand) ? words.band : words.curve)
        if panels.contains(where: \.isBand) { key.add(.line(.least), words.curve) }
        if panels.contains(where: { !$0.worstLabel.isEmpty }) {
            key.add(.marker(.circle, .reference), words.worst)
        }
        key.add(.line(.zero), words.zero)
        return key
    }
}

extension ExposureChart.Panel {
    /// Whether the least is somewhere less than the greatest.
    var isBand: Bool {
        points.contains {
            $0.before.lowerBound < $0.before.upperBound || $0.after.lowerBound < $0.after.upperBound
        }
    }

    var values: [Double] {
        points.flatMap {
            [$0.before.lowerBound, $0.before.upperBound, $0.after.lowerBound, $0.after.upperBound]
        }
    }
}

extension ExposureChart.Point {
    var isDrawable: Bool {
        [before.lowerBound, before.upperBound, after.lowerBound, after.upperBound]
            .allSatisfy(AxisScale.isDrawable)
    }
}

extension Stroke {
    fileprivate static let zero = Stroke(width: 1.2, dash: "5 3", opacity: 0.7)
    fileprivate static let greatest = Stroke(width: 2.2)
    fileprivate static let least = Stroke(width: 1.2, opacity: 0.75)
}
