import Negotiation

/// What a sheet says of the options of one issue without any number: which one may be, or surely is, above another.
///
/// Numbers say it too, by the order in which they stand. An option of which the sheet says nothing may be anywhere.
struct Preference {
    private enum Place {
        /// Somewhere in this range of values.
        case within(Amount)
        /// In this place of an order; 0 is the best.
        case rank(Int)
        case unknown
    }

    private let places: [OptionID: Place]
    /// The options, in the order of the issue.
    let options: [OptionID]
    /// The share of the issue's whole that lies between the best and the worst option.
    let spread: Amount
    private let whole: Rational
    /// The last place of an order.
    private let lastRank: Int

    /// What a sheet says of an issue.
    ///
    /// - Parameter counts: whether the issue counts for something at all; else no option is above another.
    init(_ sheet: Sheet, on issue: Issue, counts: Bool = true) {
        let options = issue.options.map(\.id)
        let whole = sheet.whole(of: issue.id)
        var places: [OptionID: Place] = [:]
        var ranges: [Amount] = []
        switch sheet.values[issue.id] {
        case .numbers(let amounts)?:
            for option in options {
                let amount = amounts[option] ?? Amount(from: 0, to: whole)
                places[option] = .within(amount)
                ranges.append(amount)
            }
            spread = Self.spread(ranges, whole)
        case .order(let groups)?:
            for (rank, group) in groups.enumerated() { for option in group { places[option] = .rank(rank) } }
            let known = Set(groups.indices.filter { rank in groups[rank].contains(where: options.contains) })
            spread = Self.spread(ranks: known.count, isWhole: options.allSatisfy { places[$0] != nil })
        case .levels(let levels)?:
            let used = Set(levels.filter { options.contains($0.key) }.values).sorted()
            for (option, level) in levels { places[option] = used.firstIndex(of: level).map { .rank($0) } }
            spread = Self.spread(ranks: used.count, isWhole: options.allSatisfy { places[$0] != nil })
        case nil:
            spread = Amount(from: 0, to: 1)
        }
        self.whole = whole
        lastRank =
            places.values.map { if case .rank(let rank) = $0 { rank } else { 0 } }.max() ?? 0
        if !counts { for option in options { places[option] = .rank(0) } }
        self.places = places
        self.options = options
    }

    /// The exact bounds of the greatest less the least value in these ranges, as a share of the whole.
    private static func spread(_ ranges: [Amount], _ whole: Rational) -> Amount {
        guard ranges.count > 1 else { return Amount(0) }
        let least = ranges.map(\.least).max()! - ranges.map(\.greatest).min()!
        var greatest = Rational.zero
        for (index, one) in ranges.enumerated() {
            for (other, two) in ranges.enumerated() where other != index {
                greatest = max(greatest, one.greatest - two.least)
            }
        }
        return Amount(from: max(0, least) / whole, to: greatest / whole)
    }

    /// The best of an order is worth the whole and the last nothing, whatever lies between.
    private static func spread(ranks: Int, isWhole: Bool) -> Amount {
        if ranks > 1 { return Amount(1) }
        return isWhole ? Amount(0) : Amount(from: 0, to: 1)
    }

    /// The bounds of how far an option that is surely above another is above it, as a share of the issue's whole.
    func distance(_ one: OptionID, over other: OptionID) -> Amount {
        switch (places[one] ?? .unknown, places[other] ?? .unknown) {
        case (.within(let upper), .within(let lower)):
            return Amount(
                from: max(0, upper.least - lower.greatest) / whole,
                to: max(0, upper.greatest - lower.least) / whole)
        case (.rank(0), .rank(let rank)) where rank == lastRank: return Amount(1)
        default: return Amount(from: 0, to: 1)
        }
    }

    /// Whether the sheet allows one option to be above another.
    func mayPrefer(_ one: OptionID, over other: OptionID) -> Bool {
        switch (places[one] ?? .unknown, places[other] ?? .unknown) {
        case (.within(let one), .within(let other)): one.greatest > other.least
        case (.rank(let one), .rank(let other)): one < other
        default: true
        }
    }

    /// Whether one option is above another whatever the numbers.
    func surelyPrefers(_ one: OptionID, over other: OptionID) -> Bool {
        switch (places[one] ?? .unknown, places[other] ?? .unknown) {
        case (.within(let one), .within(let other)): one.least > other.greatest
        case (.rank(let one), .rank(let other)): one < other
        default: false
        }
    }

    /// The options that nothing may be above.
    var firsts: [OptionID] {
        options.filter { one in !options.contains { $0 != one && mayPrefer($0, over: one) } }
    }

    /// Whether no option may be above another.
    var isIndifferent: Bool {
        !options.contains { one in options.contains { $0 != one && mayPrefer(one, over: $0) } }
    }
}
