/// A length of time as people write it: `12h`, `30d`, `6w`, `3mo`.
public struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
    /// What is counted.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Minutes.
        case minutes = "min"
        /// Hours.
        case hours = "h"
        /// Days of 24 hours.
        case days = "d"
        /// Weeks of seven days.
        case weeks = "w"
        /// Months of the calendar, counted from a fixed date; of ``floatingMonth`` minutes from any other event.
        case months = "mo"
    }

    /// How many.
    public let count: Int
    /// Of what.
    public let unit: Unit

    /// The minutes of a month that is counted from an event without a date: thirty days.
    public static let floatingMonth = 30 * 1440
    /// The longest span, in minutes: two hundred years.
    public static let limit = 200 * 366 * 1440
    /// No time at all.
    public static let zero = TimeSpan(0, .days)

    /// So many of a unit.
    ///
    /// - Precondition: `count` is not negative, and the span is not longer than ``limit``.
    public init(_ count: Int, _ unit: Unit) {
        precondition((0...Self.limit).contains(count), "a span of time runs forward, and not for ever")
        self.count = count
        self.unit = unit
        precondition(minutes <= Self.limit, "a span of time does not run for ever")
    }

    /// Reads a whole number with a unit; nil for anything else, and for what is longer than ``limit``.
    public init?(_ text: some StringProtocol) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let unit = Unit(rawValue: String(text.dropFirst(digits.count))), digits.utf8.count <= 9,
            let count = Int(digits), count * Self.minutes(in: unit) <= Self.limit
        else { return nil }
        self.count = count
        self.unit = unit
    }

    /// Its minutes, a month counted as thirty days.
    public var minutes: Int { count * Self.minutes(in: unit) }

    /// Whether its length depends on the date from which it is counted.
    public var isOfCalendar: Bool { unit == .months && count > 0 }

    /// The span as it stands in a file.
    public var description: String { "\(count)\(unit.rawValue)" }

    private static func minutes(in unit: Unit) -> Int {
        switch unit {
        case .minutes: 1
        case .hours: 60
        case .days: 1440
        case .weeks: 7 * 1440
        case .months: floatingMonth
        }
    }
}

/// From the least to the greatest of two spans.
public struct TimeRange: Hashable, Sendable {
    /// The shortest it can be.
    public var least: TimeSpan
    /// The longest it can be.
    public var greatest: TimeSpan

    /// A range; its ends may be equal.
    public init(from least: TimeSpan, to greatest: TimeSpan) {
        self.least = least
        self.greatest = greatest
    }
}

/// A minute of the calendar, without a time zone: the place's own time, as the text of an agreement has it.
public struct Moment: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The day: a whole date.
    public let date: CalendarDate
    /// The minute of the day, 0 to 1439; nil where a text gives the day alone.
    public let minute: Int?

    /// Reads `2015-02-12` or `2015-02-12T10:00`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let date = CalendarDate(parts[0]), date.day != nil else {
            return nil
        }
        self.date = date
        guard parts.count == 2 else {
            minute = nil
            return
        }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 2,
            clock.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(clock[0]), let minute = Int(clock[1]), hour < 24, minute < 60
        else { return nil }
        self.minute = hour * 60 + minute
    }

    /// So many minutes after the first minute of the first year; see ``minutes``.
    ///
    /// - Precondition: the moment lies in the years 1 to 9999.
    public init(minutes: Int) {
        let day = minutes.quotientAndRemainder(dividingBy: 1440)
        date = CalendarDate(day: day.quotient)
        minute = day.remainder
    }

    /// The minutes from the first minute of the first year to this one; a day alone counts from its first minute.
    public var minutes: Int { date.days * 1440 + (minute ?? 0) }

    /// The same minute of the day so many months later; of the month's last day where the month is too short.
    public func adding(months: Int) -> Moment {
        let all = date.year * 12 + (date.month ?? 1) - 1 + months
        let year = all / 12
        let month = all % 12 + 1
        let day = min(date.day ?? 1, CalendarDate.days(in: month, of: year))
        return Moment(minutes: CalendarDate.days(before: year, month, day) * 1440 + (minute ?? 0))
    }

    /// The moment as it stands in a file.
    public var description: String {
        guard let minute else { return date.description }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(date)T\(padded(minute / 60)):\(padded(minute % 60))"
    }

    /// Earlier first; a day alone stands at its first minute.
    public static func < (left: Moment, right: Moment) -> Bool { left.minutes < right.minutes }
}
