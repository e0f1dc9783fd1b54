public import Negotiation

/// What is known of one negotiator's wants: not one number for everything, but all that its sheet allows.
///
/// A *completion* fills in whatever is not known: one number for each entry. Utility in a completion is
/// Σ weight · share of the chosen option, plus the interactions that hold, at most the cap.
public struct PartyKnowledge: Hashable, Sendable {
    /// What a combination of options adds, as far as it is known.
    public struct Interaction: Hashable, Sendable {
        /// When it applies.
        public var when: Formula
        /// The points added, possibly negative, on the party's own scale.
        public var add: Amount

        /// An interaction that adds something in `add` where `when` holds.
        public init(when: Formula, add: Amount) {
            self.when = when
            self.add = add
        }
    }

    /// How much the issues count.
    public var weights: WeightKnowledge
    /// How good the options are; one entry an issue.
    public var values: [ValueKnowledge]
    /// What combinations add.
    public var interactions: [Interaction]
    /// The most that a package can be worth.
    public var cap: Rational?
    /// Crossing any of these makes a package unacceptable to this party.
    public var redLines: [Formula]
    /// The worth of having no agreement; `nil`: nobody has said, and its least utility over all packages is assumed.
    public var withoutAgreement: Amount?

    /// What is known of a party; everything but weights and values may be left out.
    public init(
        weights: WeightKnowledge, values: [ValueKnowledge], interactions: [Interaction] = [],
        cap: Rational? = nil, redLines: [Formula] = [], withoutAgreement: Amount? = nil
    ) {
        self.weights = weights
        self.values = values
        self.interactions = interactions
        self.cap = cap
        self.redLines = redLines
        self.withoutAgreement = withoutAgreement
    }
}

/// What is known of the weights of a party's issues.
public enum WeightKnowledge: Hashable, Sendable {
    /// One number or range an issue, none below 0. In a completion each range is uniform and independent of the others; with a
    /// total that the ranges can reach, uniform over what sums to it. A total out of reach says nothing.
    case ranges([Amount], total: Rational? = nil)
    /// Issues most important first, known ties together; an issue that is not named weighs 0.
    ///
    /// In a completion the weights are independent uniforms in descending order, one a group, scaled so that all issues
    /// together weigh the total.
    case ordered([[Int]], total: Rational)
}

/// What is known of how good the options of one issue are: shares of the issue's whole, 1 for all of it.
public struct ValueKnowledge: Hashable, Sendable {
    /// Options best first, known ties together: the best is worth 1, the last 0, those between anything that does not
    /// increase. In a completion these are independent uniforms in descending order.
    public var chain: [[Int]]
    /// The options that are not in the chain, each a number or a range of its own; in a completion uniform and
    /// independent.
    public var free: [Int: Amount]

    /// What is known of one issue; every option stands in exactly one of the two.
    public init(chain: [[Int]] = [], free: [Int: Amount] = [:]) {
        self.chain = chain
        self.free = free
    }
}

/// One entry of one sheet that is not known: what a question could settle.
public struct Unknown: Hashable, Sendable {
    /// What kind of entry.
    public enum Entry: Hashable, Sendable {
        /// The weight of issues that are known to weigh the same; mostly one.
        case weight([Int])
        /// The value of options of an issue that are known to be worth the same; mostly one.
        case value(issue: Int, options: [Int])
        /// What an interaction adds, by place.
        case interaction(Int)
        /// The worth of having no agreement.
        case withoutAgreement
    }

    /// Whose sheet, by place.
    public var party: Int
    /// Which entry.
    public var entry: Entry

    /// An entry of the sheet of a party.
    public init(party: Int, _ entry: Entry) {
        self.party = party
        self.entry = entry
    }
}

extension PartyKnowledge {
    /// The entries that are not known, in the order weights, values, interactions, no agreement.
    ///
    /// - Complexity: linear in the sheet.
    public var unknownEntries: [Unknown.Entry] {
        var result: [Unknown.Entry] = []
        switch weights.simplified {
        case .ranges(let amounts, _):
            for (issue, amount) in amounts.enumerated() where !amount.isExact {
                result.append(.weight([issue]))
            }
        case .ordered(let groups, _):
            if groups.count > 1 { result += groups.map { .weight($0) } }
        }
        for (issue, known) in values.enumerated() {
            for group in known.chain.dropFirst().dropLast() {
                result.append(.value(issue: issue, options: group))
            }
            for (option, amount) in known.free.sorted(by: { $0.key < $1.key }) where !amount.isExact {
                result.append(.value(issue: issue, options: [option]))
            }
        }
        for (place, interaction) in interactions.enumerated() where !interaction.add.isExact {
            result.append(.interaction(place))
        }
        if let worth = withoutAgreement, !worth.isExact { result.append(.withoutAgreement) }
        return result
    }
}
