extension GanttChart.Plan {
    /// The name of an event over the rows, in one of several bands.
    struct EventLabel {
        let event: GanttChart.Event
        let text: String
        let x: Double
        let adjustment: Canvas.Adjustment
        /// From the rows upwards.
        let band: Int

        /// Names such that none meets another or the line that leads down from another.
        static func placed(_ events: [GanttChart.Event], on axis: TimeAxis, width: Double) -> [EventLabel] {
            var labels: [EventLabel] = []
            var boxes: [(left: Double, right: Double, line: Double)] = []
            for event in events.sorted(by: { ($0.earliest, $1.name) > ($1.earliest, $0.name) }) {
                let line = axis.place(event.earliest)
                let text = Lettering.lines(of: event.name, width: 190, size: Lettering.small, limit: 1)[0]
                let wide = Lettering.width(of: text, size: Lettering.small)
                let isRight = line + 4 + wide <= width - 2
                let box = isRight ? (line + 3, line + 4 + wide, line) : (line - 4 - wide, line - 3, line)
                var band = 0
                while labels.indices.contains(where: { other in
                    let there = labels[other].band
                    let taken = boxes[other]
                    let meets = there == band && box.0 < taken.right + 6 && taken.left < box.1 + 6
                    let crossesThere = there > band && box.0 - 3 < taken.line && taken.line < box.1 + 3
                    let crossesHere = there < band && taken.left - 3 < line && line < taken.right + 3
                    return meets || crossesThere || crossesHere
                }) {
                    band += 1
                    if band > events.count * 2 { break }
                }
                boxes.append((box.0, box.1, line))
                labels.append(
                    EventLabel(
                        event: event, text: text, x: isRight ? line + 4 : line - 4,
                        adjustment: isRight ? .start : .end, band: band))
            }
            return labels
        }
    }
}
