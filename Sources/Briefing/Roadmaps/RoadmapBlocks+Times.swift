import Assessment
import Negotiation
import Sequencing

/// Lengths of time and points of the timetable.
extension RoadmapBlocks {
    /// A length of time, exactly: `19 days and 12 hours`.
    func span(_ minutes: Int) -> Prose {
        let parts: [(count: Int, unit: TimeSpan.Unit)] = [
            (minutes / 1440, .days), (minutes % 1440 / 60, .hours), (minutes % 60, .minutes),
        ].filter { $0.0 > 0 }
        guard !parts.isEmpty else { return phrasing.span(.zero) }
        return phrasing.wording.list(parts.map { phrasing.length($0.count, $0.unit) })
    }

    /// How long something may wait: never longer than it may. Whole days, below a week whole hours, below an hour minutes.
    func wait(_ minutes: Int) -> Prose {
        if minutes >= 7 * 1440 { return span(minutes - minutes % 1440) }
        return minutes >= 60 ? span(minutes - minutes % 60) : span(minutes)
    }

    /// A time in a row of a table: a date, else so many days from the start.
    ///
    /// A date alone is the moment at which that day begins; its last minute, to which a deadline by date runs, is its end.
    func time(_ minutes: Int) -> Prose {
        if let moment = moment(minutes) {
            let date = moment.date.description
            switch moment.minute ?? 0 {
            case 0: return Prose(date)
            case 1439: return say("end of \(date)")
            default: return Prose(date + " " + String(moment.description.suffix(5)))
            }
        }
        let day = say("day \(String(minutes / 1440))")
        guard minutes % 1440 != 0 else { return day }
        let (hour, minute) = (minutes % 1440 / 60, minutes % 60)
        let clock = minute == 0 ? "\(hour) h" : "\(hour) h \(minute) min"
        return say("\(day) + \(clock)")
    }

    /// The date of so many minutes after the start; nil without a dated start, and beyond the calendar.
    func moment(_ minutes: Int) -> Moment? {
        guard let start = roadmap.start, (0...Self.lastMinute).contains(start.minutes + minutes) else {
            return nil
        }
        return roadmap.moment(minutes)
    }

    /// The last minute that a date can have.
    static let lastMinute = Moment("9999-12-31T23:59")?.minutes ?? 0

    /// From one time to another: `2026-01-05 to 2026-02-03`, `days 10 to 21`.
    func window(_ earliest: Int, _ slow: Int) -> Prose {
        guard earliest != slow else { return time(earliest) }
        let isInDays = [earliest, slow].allSatisfy { $0 % 1440 == 0 && moment($0) == nil }
        return isInDays
            ? say("days \(String(earliest / 1440)) to \(String(slow / 1440))")
            : say("\(time(earliest)) to \(time(slow))")
    }

    /// When what is done then is no longer in force; nil where it is done for good. Months go by the calendar where the start has a date.
    func sunset(_ commitment: Commitment, doneAt done: Int) -> Int? {
        guard let lasts = commitment.lasts else { return nil }
        guard lasts.isOfCalendar, let moment = moment(done), moment.date.year + lasts.count / 12 < 9_990
        else { return done + lasts.minutes }
        return done + moment.adding(months: lasts.count).minutes - moment.minutes
    }
}
