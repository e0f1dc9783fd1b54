public import Bargaining
public import Negotiation

/// What having no agreement is worth as time goes by, as far as the sheets that are used say it.
public struct OverTime: Hashable, Sendable {
    /// How no agreement after some months compares with no agreement today.
    public enum Waiting: Hashable, Sendable {
        /// Worth more, whatever values of the ranges hold.
        case gains
        /// Worth less, whatever values of the ranges hold.
        case loses
        /// Worth more on central values alone.
        case gainsOnCentral
        /// Worth less on central values alone.
        case losesOnCentral
        /// Worth the same.
        case same
        /// Today's worth is not known, so that there is nothing to compare with.
        case notKnown
    }

    /// The worth after some months.
    public struct Entry: Hashable, Sendable {
        /// The worth; nil where none is known.
        public var worth: Amount?
        /// Whether the sheet states it for this time; else the last one before it stands.
        public var isStated: Bool
        /// How it compares with today's.
        public var waiting: Waiting
    }

    /// What one negotiator's sheet says.
    public struct Negotiator: Hashable, Sendable {
        /// The negotiator.
        public var party: PartyID
        /// The sheet.
        public var sheet: SheetID
        /// Today's worth; nil where nobody has said.
        public var now: Amount?
        /// An entry for each of ``OverTime/months``.
        public var entries: [Entry]

        /// Whether the sheet says anything of a later time.
        public var isTold: Bool { entries.contains(where: \.isStated) }
    }

    /// How many packages all negotiators accept after some months, on central values.
    public struct Acceptable: Hashable, Sendable {
        /// Acceptable then.
        public var then: PackageCount
        /// Of the packages acceptable today, those that still are.
        public var still: PackageCount
    }

    /// The months ahead for which some sheet states a worth, in order.
    public var months: [Int]
    /// The negotiators with a sheet, in the order of the dossier.
    public var negotiators: [Negotiator]
    /// For each of ``months``; nil where a negotiator's sheet is missing.
    public var acceptable: [Acceptable]?

    /// Whether every count is exact.
    public var isExact: Bool { acceptable?.allSatisfy { $0.then.exact && $0.still.exact } ?? true }
}
