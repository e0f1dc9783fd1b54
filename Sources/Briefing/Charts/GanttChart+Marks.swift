extension GanttChart.Plan {
    private typealias Step = GanttChart.Step

    /// Draws a row: its name, and its steps.
    func draw(_ row: GanttChart.Row, top: Double, middle: Double, on canvas: inout Canvas) {
        let lines = Self.name(row, isWide: isWide)
        let height = Double(lines.count) * Self.pitch
        let y = isWide ? middle - height / 2 + 11 : top + 12
        canvas.text(
            lines: lines, at: Spot(x: Self.margin + 2, y: y), size: Lettering.small, isBold: row.isCritical)
        for step in row.steps { draw(step, at: middle, on: &canvas) }
        if axis.breakTime != nil, row.steps.contains(where: crossesBreak) {
            canvas.cut(Spot(x: axis.breakPlace, y: middle), height: Self.half + 2)
        }
    }

    private func crossesBreak(_ step: GanttChart.Step) -> Bool {
        guard let breakTime = axis.breakTime else { return false }
        let drawn = [step.verifiedSlow, step.sunset ?? 0] + step.answers
        return step.begun <= breakTime && (step.isOpenEnded || drawn.contains { $0 > breakTime })
    }

    private func draw(_ step: GanttChart.Step, at y: Double, on canvas: inout Canvas) {
        let begun = place(step.begun)
        if step.isResponse {
            canvas.response(from: begun, to: max(begun + 4, place(step.doneSlow)), at: y)
            return
        }
        // What takes no time is still to be seen.
        let done = max(begun + 3, place(step.doneEarliest))
        let slow = max(done, place(step.doneSlow))
        let verified = max(slow, place(step.verifiedSlow))
        if let deadline = step.deadline {
            let x = place(deadline)
            canvas.deadline(at: Spot(x: x, y: y), isOnBar: (begun - 3...verified + 3).contains(x))
        }
        drawAfterwards(step, from: verified, at: y, on: &canvas)
        canvas.doing(from: begun, to: done, at: y)
        if slow > done + 0.5 { canvas.window(from: done, to: slow, at: y) }
        if verified > slow + 0.5 { canvas.verification(from: slow, to: verified, at: y) }
        if step.isCritical { canvas.critical(from: begun, to: slow, at: y) }
        if step.isGate { canvas.marker(.diamond, at: Spot(x: verified, y: y), radius: 4.2, role: .tabled) }
        for answer in step.answers { canvas.branch(from: verified, to: place(answer), at: y) }
    }

    /// How long it is in force, or that nothing limits it.
    private func drawAfterwards(
        _ step: GanttChart.Step, from end: Double, at y: Double, on canvas: inout Canvas
    ) {
        if let sunset = step.sunset {
            let x = place(sunset)
            canvas.line(from: Spot(x: end, y: y), to: Spot(x: x, y: y), stroke: .inForce)
            canvas.marker(.circle, at: Spot(x: x, y: y), radius: 3.2, role: .tabled)
        } else if step.isOpenEnded, end < axis.right - 8 {
            canvas.endless(from: end, to: axis.right, at: y)
        }
    }

    /// Thin lines from what is waited for down or up to the row of what waits, and there to its bar.
    func drawWaits(on canvas: inout Canvas) {
        var middles: [Int: Double] = [:]
        for (number, lane) in chart.lanes.enumerated() {
            for (place, row) in lane.rows.enumerated() { middles[row.number] = middle(number, place) }
        }
        for wait in Set(chart.waits).sorted(by: { ($0.from, $0.to, $0.begun) < ($1.from, $1.to, $1.begun) }) {
            guard let from = middles[wait.from], let to = middles[wait.to], from != to else { continue }
            canvas.wait(
                from: Spot(x: place(wait.reached), y: from), to: Spot(x: place(wait.begun), y: to))
        }
    }

    // MARK: The key

    private typealias Sign = (inout Canvas, Spot) -> Void

    /// Explains what is drawn, and nothing else.
    private var signs: [(sign: Sign, label: String)] {
        let steps = chart.lanes.flatMap(\.rows).flatMap(\.steps)
        let own = steps.filter { !$0.isResponse }
        let words = chart.words
        var result: [(Sign, String)] = []
        func add(_ isDrawn: Bool, _ label: String, _ sign: @escaping Sign) {
            if isDrawn { result.append((sign, label)) }
        }
        add(!own.isEmpty, words.doing) { $0.doing(from: $1.x, to: $1.x + 24, at: $1.y) }
        add(own.contains { $0.doneSlow > $0.doneEarliest }, words.window) {
            $0.window(from: $1.x, to: $1.x + 24, at: $1.y)
        }
        add(own.contains { $0.verifiedSlow > $0.doneSlow }, words.verification) {
            $0.verification(from: $1.x, to: $1.x + 24, at: $1.y)
        }
        add(own.contains(where: \.isCritical), words.critical) {
            $0.doing(from: $1.x + 2, to: $1.x + 22, at: $1.y)
            $0.critical(from: $1.x + 2, to: $1.x + 22, at: $1.y)
        }
        add(own.contains(where: \.isGate), words.gate) {
            $0.marker(.diamond, at: Spot(x: $1.x + 12, y: $1.y), radius: 4.2, role: .tabled)
        }
        add(own.contains { !$0.answers.isEmpty } || steps.contains(where: \.isResponse), words.response) {
            $0.response(from: $1.x, to: $1.x + 24, at: $1.y)
        }
        add(own.contains { $0.deadline != nil }, words.deadline) {
            $0.deadline(at: Spot(x: $1.x + 12, y: $1.y), isOnBar: false)
        }
        add(own.contains { $0.sunset != nil }, words.inForce) {
            $0.line(from: $1, to: Spot(x: $1.x + 20, y: $1.y), stroke: .inForce)
            $0.marker(.circle, at: Spot(x: $1.x + 20, y: $1.y), radius: 3.2, role: .tabled)
        }
        add(own.contains { $0.isOpenEnded && $0.sunset == nil }, words.openEnded) {
            $0.endless(from: $1.x, to: $1.x + 24, at: $1.y)
        }
        let hasLate = chart.events.contains { $0.latest > $0.earliest }
        add(!chart.events.isEmpty, hasLate ? words.eventLatest : words.event) {
            $0.line(
                from: Spot(x: $1.x + 12, y: $1.y - 7), to: Spot(x: $1.x + 12, y: $1.y + 7), stroke: .event)
        }
        add(!chart.waits.isEmpty, words.wait) {
            $0.wait(from: Spot(x: $1.x + 4, y: $1.y - 6), to: Spot(x: $1.x + 20, y: $1.y + 3))
        }
        add(axis.breakTime != nil, words.scaleBreak) {
            $0.line(from: $1, to: Spot(x: $1.x + 24, y: $1.y), stroke: .axis)
            $0.cut(Spot(x: $1.x + 12, y: $1.y), height: 5)
        }
        return result
    }

    /// As much of a wide drawing as a telephone shows before it is pushed sideways.
    static let firstSight = 410.0

    /// Draws the key from a height downwards, where it is seen first, and returns the height under it.
    func drawKey(on canvas: inout Canvas, from top: Double) -> Double {
        let room = min(width, Self.firstSight) - 2 * Self.margin
        var y = top
        for (sign, label) in signs {
            let lines = Lettering.lines(of: label, width: room - 31, size: Lettering.small)
            sign(&canvas, Spot(x: Self.margin, y: y + 8))
            canvas.text(lines: lines, at: Spot(x: Self.margin + 31, y: y + 12), size: Lettering.small)
            y += Double(lines.count) * Self.pitch + 2
        }
        return y
    }
}

extension Canvas {
    private static let half = GanttChart.Plan.half

    private func bar(_ left: Double, _ right: Double, _ y: Double, _ half: Double) -> Box {
        Box(left: left, top: y - half, right: right, bottom: y + half)
    }

    fileprivate mutating func doing(from left: Double, to right: Double, at y: Double) {
        let box = bar(left, right, y, Self.half)
        ground(box)
        rectangle(box, stroke: Stroke(width: 1), fillOpacity: 0.62)
    }

    fileprivate mutating func window(from left: Double, to right: Double, at y: Double) {
        let box = bar(left, right, y, Self.half)
        ground(box)
        // The strokes of large hatched areas would be too far apart and too pale in a bar.
        var strokes: [[Spot]] = []
        for x in stride(from: left - box.height + 3, to: right, by: 4) {
            let (start, end) = (max(x, left), min(x + box.height, right))
            guard end > start else { continue }
            strokes.append([
                Spot(x: start, y: box.bottom - (start - x)), Spot(x: end, y: box.bottom - (end - x)),
            ])
        }
        polylines(strokes, stroke: Stroke(width: 0.9, opacity: 0.7))
        rectangle(box, stroke: Stroke(width: 0.9))
    }

    fileprivate mutating func verification(from left: Double, to right: Double, at y: Double) {
        let box = bar(left, right, y, 2)
        ground(box)
        rectangle(box, stroke: Stroke(width: 0.9), fillOpacity: 0.12)
    }

    fileprivate mutating func critical(from left: Double, to right: Double, at y: Double) {
        rectangle(bar(left - 1, right + 1, y, Self.half + 1), stroke: Stroke(width: 2.6))
    }

    /// A wedge with its point on the time. On a bar it stands above it, with a thin line behind it: it must not hide a short one.
    fileprivate mutating func deadline(at spot: Spot, isOnBar: Bool) {
        let top = spot.y - (isOnBar ? Self.half + 3.6 : 6)
        marker(.wedge, at: Spot(x: spot.x, y: top), radius: isOnBar ? 2.8 : 3.6, role: .reference)
        line(
            from: Spot(x: spot.x, y: top), to: Spot(x: spot.x, y: spot.y + (isOnBar ? Self.half + 2 : 8)),
            stroke: Stroke(width: isOnBar ? 1 : 1.8))
    }

    fileprivate mutating func response(from left: Double, to right: Double, at y: Double) {
        let box = bar(left, right, y, Self.half - 1)
        ground(box)
        rectangle(box, stroke: .branch)
    }

    /// The response to a step, under its bar.
    fileprivate mutating func branch(from left: Double, to right: Double, at y: Double) {
        let (under, end) = (y + 10.5, max(right, left + 5))
        polyline(
            [Spot(x: left, y: y + 5), Spot(x: left, y: under), Spot(x: end, y: under)], stroke: .branch)
        line(from: Spot(x: end, y: under - 3), to: Spot(x: end, y: under + 3), stroke: Stroke(width: 1.4))
    }

    fileprivate mutating func endless(from left: Double, to right: Double, at y: Double) {
        line(from: Spot(x: left, y: y), to: Spot(x: right - 1, y: y), stroke: .endless)
        polyline(
            [Spot(x: right - 6, y: y - 4), Spot(x: right, y: y), Spot(x: right - 6, y: y + 4)],
            stroke: Stroke(width: 1.4))
    }

    fileprivate mutating func wait(from start: Spot, to end: Spot) {
        polyline([start, Spot(x: start.x, y: end.y), Spot(x: end.x, y: end.y)], stroke: .wait)
        if end.x > start.x + 6 {
            polyline(
                [
                    Spot(x: end.x - 4, y: end.y - 3), Spot(x: end.x, y: end.y),
                    Spot(x: end.x - 4, y: end.y + 3),
                ],
                stroke: .wait)
        }
    }

    /// Two strokes over a gap: here the scale changes.
    mutating func cut(_ spot: Spot, height: Double) {
        ground(
            Box(
                left: spot.x - TimeAxis.gap + 1, top: spot.y - height, right: spot.x + TimeAxis.gap - 1,
                bottom: spot.y + height))
        for shift in [-TimeAxis.gap + 1, TimeAxis.gap - 1] {
            line(
                from: Spot(x: spot.x + shift - 2, y: spot.y + height),
                to: Spot(x: spot.x + shift + 2, y: spot.y - height), stroke: Stroke(width: 1))
        }
    }
}
