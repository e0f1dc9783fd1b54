extension Exposure {
    /// The moment at which a party may be exposed the most.
    public struct WorstMoment: Hashable, Sendable {
        /// When, in minutes from the origin.
        public let time: Int
        /// On which side of that time.
        public let side: Side
        /// The exposure there, in points.
        public let exposure: Bounds
        /// The event that made it; nil where nothing has risen.
        ///
        /// Where the exposure jumps up, the event at that time that adds the most. Where it has run up, the event
        /// since which the quickest rise has run: that the commitment was done, whose flow adds the most a day.
        public let event: Event?
        /// What each commitment adds to it, in points, in the order of ``Exposure/entries``.
        public let contributions: [Bounds]
    }

    /// The earliest moment at which the greatest exposure is greatest, up to the horizon.
    ///
    /// As the exposure runs straight between its ``points``, it is at one of them, just before or just after.
    public var worst: WorstMoment {
        var (place, side) = (0, Side.before)
        var greatest = points[0].before.greatest
        for (index, point) in points.enumerated() {
            for (candidate, bounds) in [(Side.before, point.before), (.after, point.after)]
            where bounds.greatest > greatest {
                (place, side, greatest) = (index, candidate, bounds.greatest)
            }
        }
        let point = points[place]
        return WorstMoment(
            time: point.time, side: side, exposure: side == .before ? point.before : point.after,
            event: side == .before ? running(before: point.time) : jumping(at: point.time),
            contributions: contributions(at: point.time, side))
    }

    /// Every event up to the horizon, by time; those of one time in the order of the commitments.
    public var events: [Event] {
        entries.indices.flatMap { entry -> [Event] in
            Milestone.allCases.compactMap { milestone in
                guard let time = entries[entry].time(of: milestone), time <= horizon else { return nil }
                return Event(entry: entry, milestone: milestone, time: time)
            }
        }.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }

    /// The event at a time that adds the most to the greatest exposure.
    private func jumping(at time: Int) -> Event? {
        most { entry in
            entry.contribution(at: time, .after).greatest - entry.contribution(at: time, .before).greatest
        }.flatMap { place in
            Milestone.allCases.last { entries[place].time(of: $0) == time }
                .map { Event(entry: place, milestone: $0, time: time) }
        }
    }

    /// The event since which the quickest rise before a time has run.
    private func running(before time: Int) -> Event? {
        most { $0.slope(before: time) }.flatMap { place in
            entries[place].done.map { Event(entry: place, milestone: .done, time: $0) }
        }
    }

    /// The first commitment for which a number is greatest and positive.
    private func most(_ number: (ExposureEntry) -> Double) -> Int? {
        var found: (place: Int, number: Double)?
        for (place, entry) in entries.enumerated() {
            let number = number(entry)
            if number > found?.number ?? 0 { found = (place, number) }
        }
        return found?.place
    }
}

extension ExposureEntry {
    /// When a milestone is reached; nil: never.
    fileprivate func time(of milestone: Exposure.Milestone) -> Int? {
        switch milestone {
        case .begun: begun
        case .done: done
        case .sunset: until
        }
    }
}
