extension Sheet {
    /// Whether it says what a party wants in orders and words alone: no number, range, total or cap stands in it.
    public var isInWords: Bool {
        weights.isInWords && values.values.allSatisfy(\.isInWords) && outOf.isEmpty && interactions.isEmpty
            && atMost == nil && withoutAgreement?.worth == nil && commitments.isEmpty
            && discountAYear == nil && incentives == nil
    }
}

extension Sheet {
    /// Whether the sheet says what is preferred among the states of the graph model, and nothing of packages.
    public var saysStatesAlone: Bool {
        states != nil && saysNothingOfOptions && commitments.isEmpty && discountAYear == nil
            && incentives == nil
    }

    /// Whether it leaves out all that is said of options, of no agreement, and of what was answered.
    var saysNothingOfOptions: Bool {
        weights == .numbers([:]) && values.isEmpty && outOf.isEmpty && interactions.isEmpty
            && atMost == nil && withoutAgreement == nil && redLines.isEmpty && answers.isEmpty
    }
}

extension Weights {
    fileprivate var isInWords: Bool {
        switch self {
        case .numbers(let amounts, let total): amounts.isEmpty && total == nil
        case .order(_, let total), .levels(_, let total): total == nil
        }
    }
}

extension OptionValues {
    fileprivate var isInWords: Bool {
        if case .numbers(let amounts) = self { amounts.isEmpty } else { true }
    }
}
