/// Words that people read: one text, or one a language.
public struct Text: Hashable, Sendable {
    /// The text by language tag (`en`, `uk`, …); a text without a language stands under the empty tag.
    public var byLanguage: [String: String]

    /// A text without a stated language.
    public init(_ text: String) { byLanguage = ["": text] }

    /// A text in several languages.
    public init(byLanguage: [String: String]) { self.byLanguage = byLanguage }

    /// The text in the first language of `languages` that it has, else the one without a language, else
    /// English, else the first by tag.
    public func preferring(_ languages: [String] = []) -> String {
        for language in languages + ["", "en"] {
            if let text = byLanguage[language] { return text }
        }
        return byLanguage.min { $0.key < $1.key }?.value ?? ""
    }
}

extension Text: ExpressibleByStringLiteral {
    /// A text without a stated language.
    public init(stringLiteral value: String) { self.init(value) }
}

/// A day of the Gregorian calendar, or a month or year where no more is known.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12, where known.
    public let month: Int?
    /// The day of the month, where known.
    public let day: Int?

    /// Reads `2025`, `2025-03` or `2025-03-10`; nil for anything else, and for days that do not exist.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        guard parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers[0] >= 1 else { return nil }
        year = numbers[0]
        month = numbers.count > 1 ? numbers[1] : nil
        day = numbers.count > 2 ? numbers[2] : nil
        if let month, !(1...12).contains(month) { return nil }
        if let month, let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    }

    /// The date as it stands in a file.
    public var description: String {
        ([Self.padded(year, to: 4)] + [month, day].compactMap { $0.map { Self.padded($0, to: 2) } })
            .joined(separator: "-")
    }

    /// Earlier first; a less precise date stands before the days it holds.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }

    /// So many days after the first day of the first year.
    ///
    /// - Precondition: the day lies in the years 1 to 9999.
    init(day: Int) {
        // Each guess at the year is at most one too late.
        var year = day / 366 + 1
        while Self.days(before: year + 1, 1, 1) <= day { year += 1 }
        var rest = day - Self.days(before: year, 1, 1)
        var month = 1
        while rest >= Self.days(in: month, of: year) {
            rest -= Self.days(in: month, of: year)
            month += 1
        }
        self.year = year
        self.month = month
        self.day = rest + 1
    }

    /// The days from the first day of the first year to this one; a month or year alone counts from its first day.
    var days: Int { Self.days(before: year, month ?? 1, day ?? 1) }

    static func days(before year: Int, _ month: Int, _ day: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
            + (1..<month).reduce(0) { $0 + days(in: $1, of: year) } + day - 1
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
