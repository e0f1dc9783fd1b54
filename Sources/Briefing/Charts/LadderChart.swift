/// The stages of a process as steps that rise from left to right, with what each settles and leaves open.
public struct LadderChart: Hashable, Sendable {
    /// One entry of a step: a sign and words.
    public struct Entry: Hashable, Sendable {
        /// The sign before the words.
        public var symbol: Symbol
        /// What is settled or left open.
        public var words: String

        /// An entry.
        public init(_ symbol: Symbol, _ words: String) {
            self.symbol = symbol
            self.words = words
        }
    }

    /// One step.
    public struct Rung: Hashable, Sendable {
        /// The stage.
        public var title: String
        /// What it settles and leaves open, in order.
        public var entries: [Entry]

        /// A step.
        public init(_ title: String, entries: [Entry]) {
            self.title = title
            self.entries = entries
        }
    }

    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// The steps, first to last.
    public var rungs: [Rung]

    /// A chart of stages.
    public init(title: String, description: String, rungs: [Rung]) {
        self.title = title
        self.description = description
        self.rungs = rungs
    }

    /// The drawing; its identifiers begin with `id`, which must be unique on a page.
    public func drawing(id: Anchor) -> Drawing {
        canvas(id: id).drawing(title: title, description: description)
    }

    private static let rise = 22.0
    private static let narrowest = 124.0

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas {
        let count = Double(max(1, rungs.count))
        let column = max(Self.narrowest, (Canvas.standardWidth - 12) / count)
        var canvas = Canvas(id: id, width: max(Canvas.standardWidth, 12 + column * count))
        var bottom = 10.0
        for (index, rung) in rungs.enumerated() {
            let left = 6 + Double(index) * column
            let top = 6 + Self.rise * (count - 1 - Double(index))
            bottom = max(bottom, draw(rung, left: left, top: top, width: column, on: &canvas))
        }
        for index in rungs.indices {
            let left = 6 + Double(index) * column
            let top = 6 + Self.rise * (count - 1 - Double(index))
            // The tread, and the riser up to it from the step before.
            canvas.line(
                from: Spot(x: left, y: top), to: Spot(x: left + column, y: top), stroke: Stroke(width: 3))
            let foot = index == 0 ? bottom : top + Self.rise
            canvas.line(from: Spot(x: left, y: top), to: Spot(x: left, y: foot), stroke: Stroke(width: 3))
            if index > 0 {
                canvas.line(from: Spot(x: left, y: foot), to: Spot(x: left, y: bottom), stroke: .grid)
            }
        }
        canvas.height = bottom + 6
        return canvas
    }

    /// Draws what stands under a tread and returns where it ends.
    private func draw(
        _ rung: Rung, left: Double, top: Double, width: Double, on canvas: inout Canvas
    ) -> Double {
        let inner = left + 8
        let room = width - 12
        let titlePitch = Lettering.label * Lettering.leading
        let title = Lettering.lines(
            of: rung.title, width: room, size: Lettering.label, limit: 4, isBold: true)
        var y = top + 18
        canvas.text(lines: title, at: Spot(x: inner, y: y), isBold: true)
        y += Double(title.count) * titlePitch + 2
        let pitch = Lettering.small * Lettering.leading
        for entry in rung.entries {
            let words = Lettering.lines(of: entry.words, width: room - 15, size: Lettering.small, limit: 6)
            canvas.text(String(entry.symbol.character), at: Spot(x: inner, y: y), size: Lettering.small)
            canvas.text(lines: words, at: Spot(x: inner + 15, y: y), size: Lettering.small)
            y += Double(words.count) * pitch + 4
        }
        return y
    }
}
