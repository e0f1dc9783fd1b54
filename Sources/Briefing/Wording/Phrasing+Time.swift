public import Negotiation

/// Lengths of time, points of the calendar, and what is counted from what.
extension Phrasing {
    /// A length of time: `30 days`, `1 hour`.
    public func span(_ span: TimeSpan) -> Prose { length(span.count, span.unit) }

    /// How long a reaction takes: `1 day`, `a moment`, `no time`.
    func reaction(_ time: ReactionTime) -> Prose {
        switch time {
        case .strict: say("a moment")
        case .instantaneous: say("no time")
        case .after(let time): span(time)
        }
    }

    /// So many of a unit, be it longer than any span that a file may state.
    func length(_ number: Int, _ unit: TimeSpan.Unit) -> Prose {
        let count = String(number)
        return switch unit {
        case .minutes: counted(number, one: "1 minute", many: "\(count) minutes")
        case .hours: counted(number, one: "1 hour", many: "\(count) hours")
        case .days: counted(number, one: "1 day", many: "\(count) days")
        case .weeks: counted(number, one: "1 week", many: "\(count) weeks")
        case .months: counted(number, one: "1 month", many: "\(count) months")
        }
    }

    /// A range of them: `5 to 20 days`, `12 hours to 3 days`, `at least 5 days`.
    public func range(_ least: TimeSpan, _ greatest: TimeSpan?) -> Prose {
        guard let greatest else { return say("at least \(span(least))") }
        guard least != greatest else { return span(least) }
        guard least.minutes > 0 else { return say("up to \(span(greatest))") }
        return least.unit == greatest.unit
            ? say("\(String(least.count)) to \(span(greatest))")
            : say("\(span(least)) to \(span(greatest))")
    }

    /// A range of them that somebody else may name in full.
    public func range(_ range: TimeRange) -> Prose { self.range(range.least, range.greatest) }

    /// A day, or a minute of it: `31 December 2015`, `10:00 on 12 February 2015`.
    public func moment(_ moment: Moment) -> Prose {
        let date = wording.date(moment.date)
        guard moment.minute != nil else { return date }
        return say("\(String(moment.description.suffix(5))) on \(date)")
    }

    /// How long the doing of something takes, and who decides that: `5 to 20 days, which nobody decides`.
    public func doingTime(_ takes: DoingTime, _ decider: DoingTime.Decider?) -> Prose {
        let time =
            takes.greatest == nil && takes.least.minutes == 0
            ? say("as long as the deadlines allow") : range(takes.least, takes.greatest)
        guard takes.least != takes.greatest else { return time }
        return switch decider ?? takes.decidedBy {
        case .doer: time
        case .nature: say("\(time), which nobody decides")
        case .party(let id): say("\(time), which depends on \(party(id))")
        }
    }

    /// By when something must be done: `within 30 days of signature`, `by 31 December 2015`.
    public func deadline(_ deadline: Deadline) -> Prose {
        switch deadline {
        case .on(let moment): return say("by \(self.moment(moment))")
        case .within(let time, let milestone):
            let milestone = milestone ?? .event(dossier.timetable.origin.id)
            let point = self.milestone(milestone)
            guard time.minutes > 0 else { return say("no later than \(point)") }
            return milestone.event == nil
                ? say("within \(span(time)) after \(point)") : say("within \(span(time)) of \(point)")
        }
    }

    /// What must come first, and how long after it: `at least 1 day after “Leaves the zone” (South) is verified`.
    public func prerequisite(_ prerequisite: Prerequisite) -> Prose {
        let point = milestone(prerequisite.of)
        return switch (prerequisite.least.minutes, prerequisite.greatest) {
        case (0, nil): say("after \(point)")
        case (_, nil): say("at least \(span(prerequisite.least)) after \(point)")
        case (0, let greatest?): say("at most \(span(greatest)) after \(point)")
        case (_, let greatest?): say("\(range(prerequisite.least, greatest)) after \(point)")
        }
    }

    /// Things of which one must come first.
    func alternatives(_ group: [Prerequisite]) -> Prose { wording.list(group.map(prerequisite), .or) }

    /// A point of the timetable: an event by its title, a commitment by what is done and who does it.
    public func milestone(_ milestone: Milestone) -> Prose {
        switch milestone {
        case .event(let id): return event(id)
        case .commitment(let id, let progress, let tranche):
            let deed = deed(id)
            let what = tranche.map { say("tranche \(String($0)) of \(deed)") } ?? deed
            return switch progress {
            case .begun: say("the beginning of \(what)")
            case .done: what
            case .verified: say("the verification of \(what)")
            }
        }
    }

    /// An event by its title; the one from which all is counted needs none.
    public func event(_ id: EventID) -> Prose {
        if let title = dossier.timetable.events.first(where: { $0.id == id })?.title {
            return quoted(text(title))
        }
        return id == Timetable.signature.id ? say("signature") : say("\(code: id.rawValue)")
    }
}
