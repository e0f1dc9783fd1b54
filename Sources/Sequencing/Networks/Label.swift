/// In which scenarios something is: those in which some propositions are true and others false.
///
/// A proposition is the outcome of one observation point, numbered as in ``TemporalNetwork/observations``. The empty label
/// is every scenario.
public struct Label: Hashable, Sendable {
    /// The propositions that are true, as bits.
    public private(set) var positive: UInt64
    /// The propositions that are false, as bits; none is also in ``positive``.
    public private(set) var negative: UInt64

    /// The most propositions that a network can have.
    public static let limit = 64
    /// Every scenario.
    public static let always = Label()

    init(positive: UInt64 = 0, negative: UInt64 = 0) {
        self.positive = positive
        self.negative = negative
    }

    /// The scenarios in which one proposition has a value.
    public init(_ proposition: Int, is value: Bool) {
        self.init(positive: value ? 1 << proposition : 0, negative: value ? 0 : 1 << proposition)
    }

    /// The scenarios that are in both; nil: there are none.
    public func and(_ other: Label) -> Label? {
        let positive = positive | other.positive
        let negative = negative | other.negative
        return positive & negative == 0 ? Label(positive: positive, negative: negative) : nil
    }

    /// Whether there are scenarios in both.
    public func meets(_ other: Label) -> Bool {
        positive & other.negative == 0 && negative & other.positive == 0
    }

    /// Whether every scenario of `other` is one of this label.
    public func holds(_ other: Label) -> Bool {
        positive & ~other.positive == 0 && negative & ~other.negative == 0
    }

    /// The propositions that it speaks of, as bits.
    public var propositions: UInt64 { positive | negative }

    /// The propositions that it speaks of, with their values, in order.
    public var literals: [(proposition: Int, value: Bool)] {
        (0..<Label.limit).compactMap { place in
            propositions >> place & 1 == 0 ? nil : (place, positive >> place & 1 == 1)
        }
    }

    /// The same without what it says of one proposition.
    func without(_ proposition: Int) -> Label {
        Label(positive: positive & ~(1 << proposition), negative: negative & ~(1 << proposition))
    }
}
