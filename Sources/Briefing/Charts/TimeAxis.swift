import Negotiation

/// The words of a scale of time.
public struct TimeWords: Hashable, Sendable {
    /// Under a scale that counts hours.
    public var hours: String
    /// Under a scale that counts days.
    public var days: String
    /// Under a scale of dates.
    public var dates: String
    /// A tick of one year or more from the start; `{count}` stands for the number.
    public var years: String
    /// The months.
    public var months: [String]

    /// Words.
    public init(hours: String, days: String, dates: String, years: String, months: [String]) {
        self.hours = hours
        self.days = days
        self.dates = dates
        self.years = years
        self.months = months
    }
}

/// A scale of time in minutes from the start, between two places of a drawing.
///
/// Where some things come much later than others, they stand behind a break, on a scale of their own, so that they
/// do not crush the rest.
struct TimeAxis {
    /// When the start is, where it has a date.
    let start: Moment?
    /// The first minute shown; not after the start.
    let first: Int
    /// The last minute shown.
    let last: Int
    /// The minute at which the second scale begins.
    let breakTime: Int?
    let left: Double
    let right: Double

    /// Half of the gap at the break.
    static let gap = 4.0
    /// The share of the width that the second scale takes, by how many of the times stand on it.
    private let farShare: Double
    /// Beyond this year dates are not drawn.
    private static let lastYear = 9_900

    /// The scale that shows all times.
    init(_ times: some Sequence<Int>, start: Moment?, left: Double, right: Double) {
        let all = times.sorted()
        let sorted = Set(all).union([0]).sorted()
        let end = max(sorted[sorted.count - 1], 60)
        let breakTime = Self.breakTime(sorted) ?? Self.endOfCrowd(all)
        self.breakTime = breakTime
        let beyond = sorted.count { $0 > breakTime ?? Int.max }
        farShare = min(0.5, max(0.24, Double(beyond) / Double(sorted.count)))
        // Some room behind the last thing, so that its mark does not stand on the edge.
        last = end + max(1, (end - (breakTime ?? 0)) / 25)
        first = sorted[0]
        let years = last / (365 * 1440) + 1
        self.start = start.flatMap { $0.date.year + years < Self.lastYear ? $0 : nil }
        self.left = left
        self.right = right
    }

    /// After which time the scale changes: the widest step among the later times, as a ratio, where what follows is far.
    private static func breakTime(_ sorted: [Int]) -> Int? {
        let times = sorted.filter { $0 > 0 }
        guard let last = times.last else { return nil }
        // Few times leave each other room unless one is very far.
        let least = times.count >= 4 ? 1.4 : 6
        var best: (time: Int, ratio: Double)?
        for place in (times.count / 3)..<(times.count - 1) where last >= 4 * times[place] {
            let ratio = Double(times[place + 1]) / Double(times[place])
            if ratio >= least, ratio > best?.ratio ?? 0 { best = (times[place], ratio) }
        }
        return best.map { $0.time + max(1, $0.time / 20) }
    }

    /// After which time the scale changes where nothing stands apart, and yet three quarters of all times, each as often as
    /// it comes, crowd in the first seventh: with what comes a little later, in the first quarter.
    private static func endOfCrowd(_ all: [Int]) -> Int? {
        guard all.count >= 12, let last = all.last, last > 0, last >= 7 * all[all.count * 3 / 4],
            let crowd = all.last(where: { $0 <= last / 4 }), crowd > 0
        else { return nil }
        return crowd + max(1, crowd / 20)
    }

    /// Where the break stands.
    var breakPlace: Double { right - (right - left) * farShare }

    /// Where a time stands; what is outside of the scale, at its end.
    func place(_ time: Int) -> Double {
        let time = min(max(time, first), last)
        func between(_ from: Int, _ to: Int, _ start: Double, _ end: Double) -> Double {
            start + Double(time - from) / Double(max(1, to - from)) * (end - start)
        }
        guard let breakTime else { return between(first, last, left, right) }
        return time <= breakTime
            ? between(first, breakTime, left, breakPlace - Self.gap)
            : between(breakTime, last, breakPlace + Self.gap, right)
    }
}
