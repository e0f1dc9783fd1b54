/// One package as each party sees it: what it has without agreement, what it gains, what is not known of it.
///
/// Each party has a row with its own scale; rows are never compared in length. A dot is the central value, the
/// capped line its range from least to greatest, the dashed tick no agreement, the bar between them the gain.
public struct BarsChart: Hashable, Sendable {
    /// A party's row.
    public struct Row: Hashable, Sendable {
        /// The party.
        public var name: String
        /// The worth in words, exactly, such as `62 (55 to 70), gain 27`.
        public var summary: String
        /// The central worth.
        public var central: Double
        /// The least worth, where there is a range.
        public var least: Double?
        /// The greatest worth, where there is a range.
        public var greatest: Double?
        /// The worth of having no agreement, if it is known.
        public var withoutAgreement: Double?
        /// The same in words, exactly.
        public var withoutAgreementLabel: String
        /// The ends of the party's scale, where the values alone would not show them.
        public var scale: ClosedRange<Double>?

        /// A row.
        public init(
            _ name: String, summary: String, central: Double, least: Double? = nil, greatest: Double? = nil,
            withoutAgreement: Double? = nil, withoutAgreementLabel: String = "",
            scale: ClosedRange<Double>? = nil
        ) {
            self.name = name
            self.summary = summary
            self.central = central
            self.least = least
            self.greatest = greatest
            self.withoutAgreement = withoutAgreement
            self.withoutAgreementLabel = withoutAgreementLabel
            self.scale = scale
        }
    }

    /// What the chart shows, as a finding.
    public var title: String
    /// What is to be seen.
    public var description: String
    /// The parties, from top to bottom.
    public var rows: [Row]
    /// The words of the key.
    public var words: ChartWords

    /// A chart of one package.
    public init(title: String, description: String, rows: [Row], words: ChartWords = .english) {
        self.title = title
        self.description = description
        self.rows = rows
        self.words = words
    }

    /// The drawing; its identifiers begin with `id`, which must be unique on a page.
    public func drawing(id: Anchor) -> Drawing {
        let missing = rows.count { !AxisScale.isDrawable($0.central) }
        return canvas(id: id).drawing(
            title: title, description: description, caption: missing > 0 ? words.leftOut(missing) : "")
    }

    private static let left = 16.0
    private static let right = Canvas.standardWidth - 16

    /// The drawing before it is written, for tests of its layout.
    package func canvas(id: Anchor) -> Canvas {
        var canvas = Canvas(id: id)
        var y = 16.0
        for row in rows { y = draw(row, from: y, on: &canvas) }
        var key = Key()
        key.add(.marker(.circle, .reference), words.central)
        if rows.contains(where: { $0.least != nil && $0.greatest != nil }) {
            key.add(.interval, words.interval)
        }
        if rows.contains(where: { $0.withoutAgreement != nil }) {
            key.add(.line(Stroke(width: 2, dash: "3 2")), words.withoutAgreement)
            key.add(.bar, words.gain)
        }
        canvas.height = (rows.isEmpty ? 8 : key.draw(on: &canvas, from: y)) + 4
        return canvas
    }

    /// Draws a row and returns where the next begins.
    private func draw(_ row: Row, from top: Double, on canvas: inout Canvas) -> Double {
        let room = Self.right - Self.left
        let pitch = Lettering.label * Lettering.leading
        let name = Lettering.lines(of: row.name, width: room, size: Lettering.label, limit: 2, isBold: true)
        let summary = Lettering.lines(of: row.summary, width: room, size: Lettering.label, limit: 2)
        canvas.text(lines: name, at: Spot(x: Self.left, y: top), isBold: true)
        let together =
            Lettering.width(of: name[0], size: Lettering.label, isBold: true)
            + Lettering.width(of: summary[0], size: Lettering.label)
        var y = top
        if name.count == 1, summary.count == 1, together + 16 < room {
            canvas.text(summary[0], at: Spot(x: Self.right, y: y), adjustment: .end)
        } else {
            y += Double(name.count) * pitch
            canvas.text(lines: summary, at: Spot(x: Self.left, y: y))
            y += Double(summary.count - 1) * pitch
        }
        guard AxisScale.isDrawable(row.central) else { return y + 30 }
        drawScale(row, at: y + 22, on: &canvas)
        return y + 74
    }

    private func drawScale(_ row: Row, at y: Double, on canvas: inout Canvas) {
        let values = [
            row.least, row.greatest, row.withoutAgreement, row.scale?.lowerBound, row.scale?.upperBound,
        ]
        let scale = AxisScale(values.compactMap { $0 } + [row.central])
        func spot(_ value: Double, _ shift: Double = 0) -> Spot {
            Spot(x: scale.place(value, from: Self.left, to: Self.right), y: y + shift)
        }
        canvas.line(from: Spot(x: Self.left, y: y), to: Spot(x: Self.right, y: y), stroke: .axis)
        for tick in scale.ticks(about: 5) {
            canvas.line(from: spot(tick.value, -3), to: spot(tick.value, 3), stroke: .axis)
        }
        if let without = row.withoutAgreement, AxisScale.isDrawable(without) {
            canvas.line(from: spot(without), to: spot(row.central), stroke: Stroke(width: 9, opacity: 0.3))
            canvas.line(
                from: spot(without, -12), to: spot(without, 14), stroke: Stroke(width: 2, dash: "3 2"))
        }
        if let least = row.least, let greatest = row.greatest, AxisScale.isDrawable(least),
            AxisScale.isDrawable(greatest)
        {
            canvas.line(from: spot(least), to: spot(greatest), stroke: Stroke(width: 2.4))
            for end in [least, greatest] {
                canvas.line(from: spot(end, -7), to: spot(end, 7), stroke: Stroke(width: 1.8))
            }
        }
        canvas.marker(.circle, at: spot(row.central), radius: 5.5, role: .reference)
        drawLabels(row, scale: scale, at: y + 27, on: &canvas)
    }

    /// The no-agreement label under its tick, and ticks' labels where they leave it room.
    private func drawLabels(_ row: Row, scale: AxisScale, at y: Double, on canvas: inout Canvas) {
        var taken: [Box] = []
        if let without = row.withoutAgreement, AxisScale.isDrawable(without),
            !row.withoutAgreementLabel.isEmpty
        {
            let line = Lettering.lines(
                of: row.withoutAgreementLabel, width: Self.right - Self.left, size: Lettering.small, limit: 1)[
                    0]
            let half = Lettering.width(of: line, size: Lettering.small) / 2
            let tick = scale.place(without, from: Self.left, to: Self.right)
            let middle = Spot(x: min(max(tick, Self.left + half), Self.right - half), y: y)
            canvas.text(line, at: middle, size: Lettering.small, adjustment: .middle)
            taken.append(
                Canvas.box(of: line, at: middle, size: Lettering.small, adjustment: .middle, isBold: false))
        }
        for tick in scale.ticks(about: 5) {
            let spot = Spot(x: scale.place(tick.value, from: Self.left, to: Self.right), y: y)
            var box = Canvas.box(
                of: tick.label, at: spot, size: Lettering.small, adjustment: .middle, isBold: false)
            box.left -= 8
            box.right += 8
            guard !taken.contains(where: box.overlaps), box.left >= 0, box.right <= canvas.width else {
                continue
            }
            taken.append(box)
            canvas.text(tick.label, at: spot, size: Lettering.small, adjustment: .middle, isQuiet: true)
        }
    }
}
