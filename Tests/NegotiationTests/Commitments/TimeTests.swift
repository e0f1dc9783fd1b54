import Negotiation
import Testing

/// Lengths of time, and the calendar.
@Suite struct TimeTests {
    @Test func spansAreReadAndWritten() {
        let known: [(String, Int, TimeSpan.Unit, Int)] = [
            ("30min", 30, .minutes, 30), ("12h", 12, .hours, 720), ("30d", 30, .days, 43_200),
            ("6w", 6, .weeks, 60_480), ("3mo", 3, .months, 129_600), ("0d", 0, .days, 0),
            ("007d", 7, .days, 10_080),
            ("73200d", 73_200, .days, TimeSpan.limit), ("2440mo", 2_440, .months, TimeSpan.limit),
        ]
        for (text, count, unit, minutes) in known {
            let span = TimeSpan(text)
            #expect(span == TimeSpan(count, unit) && span?.minutes == minutes, "\(text)")
            #expect(span.flatMap { TimeSpan($0.description) } == span)
        }
        for text in [
            "", "d", "30", "30 d", "30 days", "-3d", "+3d", "1y", "3m", "3D", "1.5d", "٣d", "1e3d", "d30",
            "30d ", " 30d",
            "30dd", "73201d", "2441mo", "1000000000min", "99999999999999999999d", "½d",
        ] { #expect(TimeSpan(text) == nil, "\(text)") }
        #expect(TimeSpan("3mo")?.isOfCalendar == true && TimeSpan("0mo")?.isOfCalendar == false)
        #expect(TimeSpan("90d")?.isOfCalendar == false)
    }

    @Test func momentsAreReadAndWritten() throws {
        for text in ["2015-02-12", "2015-02-12T10:00", "2024-02-29T23:59", "0001-01-01T00:00", "9999-12-31"] {
            #expect(Moment(text)?.description == text)
        }
        for text in [
            "2015-02", "2015", "2015-02-30", "2023-02-29", "2015-02-12T", "2015-02-12T24:00",
            "2015-02-12T10:60",
            "2015-02-12T1:00", "2015-02-12T10", "2015-02-12 10:00", "2015-02-12T10:00:00",
            "2015-02-12T10:00Z",
            "T10:00", "2015-02-12T+1:00", "2015-02-12T١٠:٠٠", "",
        ] { #expect(Moment(text) == nil, "\(text)") }
        let day = try #require(Moment("2015-02-12"))
        let morning = try #require(Moment("2015-02-12T00:00"))
        #expect(day != morning && day.minutes == morning.minutes && !(day < morning) && !(morning < day))
        #expect(try day < #require(Moment("2015-02-12T00:01")))
    }

    /// Every day of two centuries, one after the other as a slow calendar counts them.
    @Test func daysAndDatesAgree() throws {
        var (year, month, day) = (1900, 1, 1)
        var minutes = try #require(Moment("1900-01-01")).minutes
        // The first of January 1900 was a Monday, as that of the year 1 in the same calendar.
        #expect(minutes % (7 * 1440) == 0)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        var count = 0
        while year <= 2100 {
            let text = "\(year)-\(padded(month))-\(padded(day))"
            guard let moment = Moment(text) else {
                Issue.record("\(text) is no day")
                return
            }
            guard moment.minutes == minutes, Moment(minutes: minutes).date == moment.date,
                Moment(minutes: minutes + 1439).description == text + "T23:59"
            else {
                Issue.record("\(text) is day \(moment.minutes / 1440), not \(minutes / 1440)")
                return
            }
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            day += 1
            if day > length { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            minutes += 1440
            count += 1
        }
        #expect(count == 73_414)
    }

    @Test func monthsAreOfTheCalendar() throws {
        let known: [(String, Int, String)] = [
            ("2015-01-31", 1, "2015-02-28T00:00"), ("2016-01-31", 1, "2016-02-29T00:00"),
            ("1900-01-31", 1, "1900-02-28T00:00"), ("2000-01-31", 1, "2000-02-29T00:00"),
            ("2015-01-31T10:30", 2, "2015-03-31T10:30"), ("2015-08-31", 6, "2016-02-29T00:00"),
            ("2016-02-29", 12, "2017-02-28T00:00"), ("2016-02-29", 48, "2020-02-29T00:00"),
            ("2015-12-15", 1, "2016-01-15T00:00"), ("2015-11-30", 3, "2016-02-29T00:00"),
            ("2015-02-12T10:00", 0, "2015-02-12T10:00"), ("2015-02-12T10:00", 120, "2025-02-12T10:00"),
            ("2015-10-31", 1, "2015-11-30T00:00"), ("2015-12-31", 12, "2016-12-31T00:00"),
        ]
        for (from, months, to) in known {
            #expect(
                try #require(Moment(from)).adding(months: months).description == to, "\(from) + \(months)")
        }
        // Month by month never skips a month, wherever it begins.
        for start in ["2015-01-28", "2015-01-29", "2015-01-30", "2015-01-31"] {
            let first = try #require(Moment(start))
            for months in 0...240 {
                let date = first.adding(months: months).date
                #expect(date.year * 12 + (date.month ?? 0) == 2015 * 12 + 1 + months)
            }
        }
    }
}
