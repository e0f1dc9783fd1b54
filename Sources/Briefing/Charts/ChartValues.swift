/// A party's axis on a chart, on the party's own scale.
public struct ChartAxis: Hashable, Sendable {
    /// The party, as it is to be read at the axis.
    public var name: String
    /// The worth of having no agreement, if it is known.
    public var withoutAgreement: Double?
    /// The same in words, exactly, such as `Without agreement: 35`.
    public var withoutAgreementLabel: String

    /// An axis.
    public init(_ name: String, withoutAgreement: Double? = nil, withoutAgreementLabel: String = "") {
        self.name = name
        self.withoutAgreement = withoutAgreement
        self.withoutAgreementLabel = withoutAgreementLabel
    }
}

/// A package that has a mark and a name on a chart.
public struct MarkedPackage: Hashable, Sendable {
    /// Where a package comes from; the marks differ.
    public enum Role: Hashable, Sendable, CaseIterable {
        /// A published yardstick points at it: a filled mark.
        case reference
        /// All negotiators have seen it: an open mark.
        case tabled
        /// Drafted, and not seen by all negotiators: an open mark with a broken outline.
        case drafted
    }

    /// The name, short; the table beside the chart says the rest.
    public var label: String
    /// Its worth on each axis, in the order of the axes.
    public var values: [Double]
    /// Where it comes from.
    public var role: Role

    /// A marked package.
    public init(_ label: String, values: [Double], role: Role) {
        self.label = label
        self.values = values
        self.role = role
    }
}

/// The words that charts add; replace them together with a document's language.
///
/// `{drawn}`, `{all}` and `{count}` stand for numbers.
public struct ChartWords: Hashable, Sendable {
    /// The key of a point of the outcome space.
    public var possible: String
    /// The key of a point that every negotiator accepts.
    public var acceptable: String
    /// The key of the frontier.
    public var frontier: String
    /// The key of the region in which nobody is worse off than without agreement.
    public var region: String
    /// The key of the no-agreement lines.
    public var withoutAgreement: String
    /// The key of the marks of yardsticks.
    public var reference: String
    /// The key of the marks of packages that all negotiators have seen.
    public var tabled: String
    /// The key of the marks of drafts that they have not.
    public var drafted: String
    /// The key of an interval.
    public var interval: String
    /// The key of a central value.
    public var central: String
    /// The key of a gain.
    public var gain: String
    /// That only a sample is drawn.
    public var sample: String
    /// That points without a place were left out.
    public var leftOut: String
    /// Between a least and a greatest value.
    public var range: String

    /// The words in English.
    public static let english = ChartWords()

    /// The words in English, to be replaced one by one.
    public init() {
        possible = "possible package"
        acceptable = "acceptable to all negotiators"
        frontier = "frontier"
        region = "no worse than no agreement for either"
        withoutAgreement = "without agreement"
        reference = "yardstick"
        tabled = "tabled: all negotiators see it"
        drafted = "drafted, not tabled"
        interval = "least to greatest"
        central = "central value"
        gain = "gain over no agreement"
        sample = "A fixed sample is drawn: {drawn} of {all} points, and everything named."
        leftOut = "{count} without a place on these scales are not drawn."
        range = "{drawn} to {all}"
    }

    /// The key of the marks of a role.
    func meaning(of role: MarkedPackage.Role) -> String {
        switch role {
        case .reference: reference
        case .tabled: tabled
        case .drafted: drafted
        }
    }

    func sample(drawn: Int, all: Int) -> String {
        Self.fill(Self.fill(sample, "{drawn}", grouped(drawn)), "{all}", grouped(all))
    }

    func leftOut(_ count: Int) -> String { Self.fill(leftOut, "{count}", grouped(count)) }

    func range(_ least: String, _ greatest: String) -> String {
        Self.fill(Self.fill(range, "{drawn}", least), "{all}", greatest)
    }

    private static func fill(_ template: String, _ place: String, _ value: String) -> String {
        guard let range = template.firstRange(of: place) else { return template }
        return template.replacingCharacters(in: range, with: value)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with value: String) -> String {
        String(self[..<range.lowerBound]) + value + self[range.upperBound...]
    }
}
