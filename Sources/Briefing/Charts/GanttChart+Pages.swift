extension GanttChart {
    /// The same in several charts that are each legible on a page, all with the same scale.
    ///
    /// A lane stays in one chart where it can; where it goes on in the next, its name stands there again.
    ///
    /// - Complexity: linear in the rows.
    public func pages() -> [GanttChart] {
        var pages: [[Lane]] = [[]]
        var used = 0.0
        for lane in lanes {
            let whole = Plan.height(of: lane, isWide: true)
            // A lane that fits on a chart of its own is not cut, unless that would leave most of a chart empty.
            if used > 0, used + whole > Plan.room, whole <= Plan.room, used >= Plan.room / 3 {
                pages.append([])
                used = 0
            }
            var part = Lane(lane.name, rows: [])
            var height = Plan.height(of: part, isWide: true)
            for row in lane.rows {
                let next = Plan.height(of: row, isWide: true)
                // A lane neither begins nor ends with its name alone.
                if used + height + next > Plan.room, used > 0 || !part.rows.isEmpty {
                    if !part.rows.isEmpty {
                        pages[pages.count - 1].append(part)
                        part = Lane(words.continued(lane.name), rows: [])
                    }
                    pages.append([])
                    used = 0
                    height = Plan.height(of: part, isWide: true)
                }
                part.rows.append(row)
                height += next
            }
            pages[pages.count - 1].append(part)
            used += height
        }
        let all = times
        return pages.filter { !$0.isEmpty }.map { lanes in
            var page = self
            page.lanes = lanes
            page.shown = all
            page.isPart = pages.count > 1
            let present = Set(lanes.flatMap(\.rows).map(\.number))
            page.waits = waits.filter { present.contains($0.from) && present.contains($0.to) }
            return page
        }
    }
}

extension GanttChart.Words {
    /// The name of a lane that goes on from another chart.
    fileprivate func continued(_ name: String) -> String {
        guard let range = continued.firstRange(of: "{name}") else { return name }
        return continued[..<range.lowerBound] + name + continued[range.upperBound...]
    }
}
