extension GanttChart {
    /// What of a chart is drawn, and where.
    struct Plan {
        let chart: GanttChart
        /// Names beside the bars instead of above them.
        let isWide: Bool
        let width: Double
        let axis: TimeAxis
        let labels: [EventLabel]
        let top: Double
        /// By lane: the height at which it begins.
        private(set) var laneTops: [Double] = []
        /// By lane and row: the height at which it begins.
        private(set) var rowTops: [[Double]] = []
        private(set) var bottom = 0.0

        /// The room for rows that is still legible on a page.
        static let room = 370.0
        /// The most room for rows whose names stand above their bars: more would be too small on paper.
        private static let stackedRoom = 290.0
        private static let wide = 690.0
        private static let nameWidth = 232.0
        static let margin = 8.0
        static let pitch = Lettering.small * Lettering.leading
        static let laneHeight = 21.0
        /// Half of a bar.
        static let half = 5.0

        init(_ chart: GanttChart) {
            self.chart = chart
            isWide =
                chart.isPart
                || chart.lanes.reduce(0) { $0 + Self.height(of: $1, isWide: false) } > Self.stackedRoom
            width = isWide ? Self.wide : Canvas.standardWidth
            let left = isWide ? Self.margin + Self.nameWidth + 10 : Self.margin + 2
            axis = TimeAxis(chart.times, start: chart.start, left: left, right: width - 26)
            labels = EventLabel.placed(chart.events, on: axis, width: width)
            let bands = (labels.map(\.band).max() ?? -1) + 1
            top = 6 + Double(bands) * Self.pitch + (bands > 0 ? 4 : 0)
            var y = top
            for lane in chart.lanes {
                laneTops.append(y)
                y += Self.laneHeight
                var tops: [Double] = []
                for row in lane.rows {
                    tops.append(y)
                    y += Self.height(of: row, isWide: isWide)
                }
                rowTops.append(tops)
                y += 3
            }
            bottom = y
        }

        // MARK: Heights

        static func name(_ row: Row, isWide: Bool) -> [String] {
            Lettering.lines(
                of: row.title, width: isWide ? nameWidth : Canvas.standardWidth - 2 * margin - 4,
                size: Lettering.small, limit: 2, isBold: row.isCritical)
        }

        /// The room under a bar for its responses.
        private static func branches(_ row: Row) -> Double {
            row.steps.contains { !$0.answers.isEmpty } ? 7 : 0
        }

        static func height(of row: Row, isWide: Bool) -> Double {
            let lines = Double(name(row, isWide: isWide).count) * pitch
            return (isWide ? max(lines + 4, 21) : lines + 21) + branches(row)
        }

        static func height(of lane: Lane, isWide: Bool) -> Double {
            lane.rows.reduce(laneHeight + 3) { $0 + height(of: $1, isWide: isWide) }
        }

        /// The height of the middle of a row's bars.
        func middle(_ lane: Int, _ row: Int) -> Double {
            let shown = chart.lanes[lane].rows[row]
            let top = rowTops[lane][row]
            guard isWide else {
                return top + Double(Self.name(shown, isWide: false).count) * Self.pitch + 9
            }
            return top + (Self.height(of: shown, isWide: true) - Self.branches(shown)) / 2
        }

        func place(_ time: Int) -> Double { axis.place(time) }

        // MARK: The whole

        func canvas(id: Anchor) -> Canvas {
            var canvas = Canvas(id: id, width: width)
            drawGrid(on: &canvas)
            drawEvents(on: &canvas)
            // The heads of lanes stand on the lines of events, not under them.
            for (number, lane) in chart.lanes.enumerated() {
                drawHead(lane, at: laneTops[number], on: &canvas)
            }
            drawWaits(on: &canvas)
            for (number, lane) in chart.lanes.enumerated() {
                for (place, row) in lane.rows.enumerated() {
                    draw(row, top: rowTops[number][place], middle: middle(number, place), on: &canvas)
                }
            }
            let under = drawScale(on: &canvas)
            canvas.height = drawKey(on: &canvas, from: under + 8) + 4
            return canvas
        }

        private func drawHead(_ lane: Lane, at top: Double, on canvas: inout Canvas) {
            let box = Box(left: 0, top: top, right: width, bottom: top + Self.laneHeight - 4)
            canvas.ground(box)
            canvas.line(from: Spot(x: 0, y: top), to: Spot(x: width, y: top), stroke: Stroke(width: 1))
            let name = Lettering.lines(
                of: lane.name, width: width - 2 * Self.margin, size: Lettering.label, limit: 1, isBold: true)
            canvas.text(name[0], at: Spot(x: Self.margin, y: top + 14), isBold: true)
        }

        private func drawGrid(on canvas: inout Canvas) {
            for tick in axis.ticks(chart.words.time, frame: width) {
                let x = place(tick.time)
                canvas.line(from: Spot(x: x, y: top), to: Spot(x: x, y: bottom), stroke: .grid)
            }
        }

        /// Draws the scale under the rows and returns where it ends.
        private func drawScale(on canvas: inout Canvas) -> Double {
            canvas.line(
                from: Spot(x: axis.left, y: bottom), to: Spot(x: axis.right, y: bottom), stroke: .axis)
            for tick in axis.ticks(chart.words.time, frame: width) {
                let x = place(tick.time)
                canvas.line(from: Spot(x: x, y: bottom), to: Spot(x: x, y: bottom + 4), stroke: .axis)
                canvas.text(
                    tick.label, at: Spot(x: x, y: bottom + 16), size: Lettering.small, adjustment: .middle)
            }
            if axis.breakTime != nil {
                canvas.cut(Spot(x: axis.breakPlace, y: bottom), height: 5)
            }
            let title = Lettering.lines(
                of: axis.title(chart.words.time), width: axis.right - axis.left, size: Lettering.small,
                limit: 1)
            canvas.text(
                title[0], at: Spot(x: axis.right, y: bottom + 32), size: Lettering.small, adjustment: .end,
                isQuiet: true)
            return bottom + 36
        }

        private func drawEvents(on canvas: inout Canvas) {
            for label in labels {
                let (early, late) = (place(label.event.earliest), place(label.event.latest))
                let head = top - 4 - Double(label.band) * Self.pitch
                canvas.line(
                    from: Spot(x: early, y: head - Self.pitch + 3), to: Spot(x: early, y: bottom),
                    stroke: .event)
                if late > early + 1 {
                    canvas.line(
                        from: Spot(x: late, y: top - 4), to: Spot(x: late, y: bottom), stroke: .lateEvent)
                    canvas.line(
                        from: Spot(x: early, y: top - 2), to: Spot(x: late, y: top - 2), stroke: .lateEvent)
                }
            }
            for label in labels {
                canvas.text(
                    label.text, at: Spot(x: label.x, y: top - 8 - Double(label.band) * Self.pitch),
                    size: Lettering.small, adjustment: label.adjustment)
            }
        }
    }
}

extension GanttChart.Row {
    var isCritical: Bool { steps.contains(where: \.isCritical) }
}

extension Stroke {
    static let event = Stroke(width: 1, dash: "1 2")
    static let lateEvent = Stroke(width: 0.8, dash: "1 3", opacity: 0.8)
    static let branch = Stroke(width: 1.4, dash: "3 2")
    static let endless = Stroke(width: 1, dash: "1 3")
    static let inForce = Stroke(width: 1.2)
    static let wait = Stroke(width: 0.8, opacity: 0.55)
}
