public import Negotiation

extension Scoring {
    /// How the worth without agreement that is used is known.
    public enum WithoutAgreementBasis: Hashable, Sendable {
        /// The sheet states one number.
        case stated
        /// The sheet states a range, and its midpoint is used.
        case central
        /// Nobody has said it, and the least utility over all packages is used.
        case assumed
    }

    /// How the worth without agreement that is used is known.
    public var withoutAgreementBasis: WithoutAgreementBasis {
        if assumptions.contains(.withoutAgreementAssumed) { return .assumed }
        return assumptions.contains(.withoutAgreementWithinRange) ? .central : .stated
    }

    /// Whether the points of an option rest on a central value: of its own, or of the issue's weight.
    ///
    /// Complexity: linear in the assumptions.
    public func isCentral(_ option: OptionID, of issue: IssueID) -> Bool {
        assumptions.contains { assumption in
            switch assumption {
            case .weightsFromOrder, .weightsFromLevels: true
            case .missingWeight(let own), .weightWithinRange(let own), .valuesFromOrder(let own),
                .valuesFromLevels(let own):
                own == issue
            case .unknownValue(let own, let value), .valueWithinRange(let own, let value):
                own == issue && value == option
            case .interactionWithinRange, .withoutAgreementWithinRange, .withoutAgreementAssumed: false
            }
        }
    }

    /// Whether the points of the interaction at a place of the sheet are the midpoint of a range.
    public func isCentral(interaction place: Int) -> Bool {
        assumptions.contains(.interactionWithinRange(place))
    }
}
